"""Russian names in their cases: what a name in the genitive, dative or instrumental is in the nominative.

Surnames in -ов, -ин, -ский and given names are regular; where two readings are possible, the words beside the
name and
the forms that the text has elsewhere decide, and where they do not, the name is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from db.speech.given_names import RUSSIAN_MEN, RUSSIAN_WOMEN

GENITIVE, DATIVE, INSTRUMENTAL, LOCATIVE = "genitive", "dative", "instrumental", "locative"
_CASES = (GENITIVE, DATIVE, INSTRUMENTAL, LOCATIVE)
_MAN, _WOMAN = "m", "f"
_LIKE_ADJECTIVES = (
    ("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"),
    ("ыной", "ына"),
)  # fmt: skip
_ENDINGS: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    (_MAN, GENITIVE): (
        ("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"), ("ия", "ий"), ("я", "й"), ("я", "ь"),
        ("а", ""),
    ),
    (_MAN, DATIVE): (
        ("скому", "ский"), ("цкому", "цкий"), ("ому", "ый"), ("ему", "ий"), ("ию", "ий"), ("ю", "й"), ("ю", "ь"),
        ("у", ""),
    ),
    (_MAN, INSTRUMENTAL): (
        ("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"),
        ("ыным", "ын"), ("ым", "ый"), ("ием", "ий"),
        ("жем", "ж"), ("шем", "ш"), ("чем", "ч"), ("щем", "щ"), ("цем", "ц"), ("ем", "й"), ("ем", "ь"), ("ом", ""),
    ),
    (_MAN, LOCATIVE): (("ском", "ский"), ("цком", "цкий"), ("ии", "ий"), ("е", "й"), ("е", "ь"), ("е", "")),
    (_WOMAN, GENITIVE): (
        *_LIKE_ADJECTIVES, ("ой", "ая"), ("ии", "ия"), ("ьи", "ья"), ("еи", "ея"), ("ы", "а"), ("и", "а"), ("и", "я"),
        ("и", "ь"),
    ),
    (_WOMAN, DATIVE): (
        *_LIKE_ADJECTIVES, ("ой", "ая"), ("ии", "ия"), ("ье", "ья"), ("ее", "ея"), ("е", "а"), ("е", "я"), ("и", "ь"),
    ),
    (_WOMAN, INSTRUMENTAL): (
        *_LIKE_ADJECTIVES, ("ией", "ия"), ("ьей", "ья"), ("ьёй", "ья"), ("еей", "ея"), ("ой", "а"), ("ой", "ая"),
        ("ей", "я"), ("ей", "а"), ("ью", "ь"),
    ),
}  # fmt: skip
_ENDINGS[_WOMAN, LOCATIVE] = _ENDINGS[_WOMAN, DATIVE]
_IRREGULAR = {
    "павла": "павел", "павлу": "павел", "павлом": "павел", "льва": "лев", "льву": "лев", "львом": "лев",
    "петра": "пётр", "петру": "пётр", "петром": "пётр", "любови": "любовь", "любовью": "любовь",
}  # fmt: skip
_VOWEL = re.compile(r"[аеёиоуыэюя]$")
_NEVER = re.compile(r"[аеёиоуыэюя]ь$")
"""How no name ends."""
_SURNAME = {
    _MAN: re.compile(r"\w+(?:ов|ев|ёв|ин|ын|[сц]кий|[аеёиоуыэюя]й|[^аеёиоуыэюяьй])$"),
    _WOMAN: re.compile(r"\w+(?:ова|ева|ёва|ина|ына|[сц]?кая|ая)$"),
}
_REGULAR = re.compile(r"\w+(?:ов|ев|ёв|ин|ын|[сц]кий)$"), re.compile(r"\w+(?:ова|ева|ёва|ина|ына|[сц]кая)$")
_OBLIQUE = re.compile(r"(?:[оеё]вой|[иы]ной|[сц]кой|[сц]кого|[сц]кому|[сц]ким|[оеё]вым|[иы]ным|[оеё]ву|[иы]ну)$")
_OF_MAN = re.compile(
    r"(?:бек|хан|джан|жан|дин|мир|слав|берт|рих|ард|ольд|рад|ман|сон|тон|дар|лан|лет|нур|бай|ук|ек|ет|ес|ос|ас|им|ил|ат)[ая]$"
)
_PATRONYMIC = {_MAN: re.compile(r"\w+(?:ич)$"), _WOMAN: re.compile(r"\w+(?:вна|чна)$")}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$")
_TITLES = {
    GENITIVE: re.compile(
        r"\w+(?:[бвгджзклмнпрстфхцчшщ]а|[иыь]ка|[тдрлн]я|ого|его|главы|"
        r"[иы])(?<!ница)(?<![тнрчш]ка)(?<!еса)(?<!иса)(?<!есса)(?<!ья)$"
    ),
    DATIVE: re.compile(r"\w+(?:у|ю|ому|ему|главе)$"),
    INSTRUMENTAL: re.compile(r"\w+(?:ом|ем|ём|ым|им|главой|ицей|[йьшч]ей|[йь]ёй|иней|кой|[бвгджзклмнпрст]ой)$"),
}
_NOMINATIVE = re.compile(
    r"(?:глава|супруга|женщина|мужчина|дама|подруга|коллега|зам\w+|врио|пресс-\w+ш|судья|староста|сестра|медсестра|жена|мама|папа|вдова|королева|балерина|старшина|невеста|кузина|"
    r"старейшина|тётя|дядя|няня|мулла|\w+(?:ица|ша|есса|иса|[бвгджзйлмнпрстфхцчшщь]ка|иня|ья|рядовой|портной|"
    r"рулевой|вестовой|часовой|понятой|[бвгджзклмнпрстфхцчшщь](?<![оеёыи]м)|[^оеё]й|атташе|ая|ий|ый))$"
)

_BODY_IN_CASE = re.compile(
    r"(?:\w+ств(?:а|у|ом|е)|комитет(?:а|у|ом|е)|совет(?:а|у|ом|е)|фонд(?:а|у|ом|е)|союз(?:а|у|ом|е)|парламент(?:а|у|ом|е)|"
    r"банк(?:а|у|ом|е)|центр(?:а|у|ом|е)|институт(?:а|у|ом|е)|университет(?:а|у|ом|е)|театр(?:а|у|ом|е)|штаб(?:а|у|ом|е)|"
    r"департамент(?:а|у|ом|е)|телеканал(?:а|у|ом|е)|источник(?:а|у|ом|е)|газет(?:ы|е|у|ой)|палат(?:ы|е|у|ой)|"
    r"прокуратур(?:ы|е|у|ой)|служб(?:ы|е|у|ой)|\w+(?:ции|цию|цией|нии|нию|нием|ании|анию|анией|миссии|мэрии)|"
    r"управлени(?:я|ю|ем|и)|издани(?:я|ю|ем|и))\b"
)
"""Institutions in another case than the nominative."""
_INDEPENDENT = re.compile(
    r"\w+(?:лся|лась|лось|лись|[еёи]тся|[уюая]тся|ться|ть|[аеиуыя]ли|[аеиуыя]л|ет|ёт|ит|ют|ут|ят|о|[аеияыу]в|вши|вшись|[ую]|[аеиуыя]ла)|"
    r"он|она|оно|они|я|мы|ты|вы|это|этого|этому|его|её|ее|их|ему|ей|им|мне|меня|нас|нам|тот|та|те|так|там|тут|здесь|"
    r"уже|ещё|еще|был|была|были|есть|нет|сам|сама|лишь|тоже|очень|сразу|сегодня|вчера|завтра|наконец|вдруг|опять|"
    r"снова|потом|затем|теперь|пока|вновь|вместе|кстати|никогда|всегда|сначала|вряд|раз|менее|более|всё|все|никто|"
    r"кто|чей|мой|твой|твою|свой|свою|своего|своему|себя|себе|дала|взяла|стала|могла|пришла|вышла|ушла|приехала"
)
"""Words that belong to no office: adverbs, pronouns, verbs in a finite form."""
_DEPENDENT = re.compile(
    r"дел|сил|школ|лет|палат|ребят|прав|войск|бюро|депо|метро|авто|радио|кино|нато|"
    r"журнала|зала|вокзала|квартала|материала|филиала|персонала|капитала|потенциала|финала|арсенала|трибунала|скандала|"
    r"карнавала|обвала|сериала|мемориала|портала|генерала|адмирала|металла|отдела|раздела|предела|тыла|тела|дела|села|"
    r"начала|правила|\w*канала|"
    r"\w+(?:[ое]го|ую|газет|ракет|планет|[^аеиоуыя]и|ели|[оеё]в)"
)
"""Words in the genitive that look like those."""


def is_nominative(title: str) -> bool:
    """Whether the first word of a title that has a case is in the nominative; False where that cannot be told."""
    words = title.lower().split()
    if len(words) > 1 and words[0].endswith("ой") and re.search(r"\w{3}[бвгджзклмнпрстфхцчшщ]$", words[1]):
        return True  # “the field commander”
    return bool(words) and bool(_NOMINATIVE.fullmatch(words[0]))


def nominative(name: str, title: str, seen: Callable[[str], bool]) -> str:
    """A name in the nominative; `title` stands before it, `seen` tells which words the text has."""
    words = name.split()
    if not words or is_nominative(title):
        return name
    office = title.lower().split()[:1]
    found = [*_readings(words, [case for case, ends in _TITLES.items() if office and ends.fullmatch(office[0])])]
    if _is_whole(words) and not (title and _is_oblique(title)):
        return name
    for reading in found:
        if seen(reading[-1]) and reading[-1] != words[-1].lower():
            return _joined(words, reading)
    sure = (
        _is_oblique(title)
        or (words[0].lower() in _FORMS - RUSSIAN_MEN - RUSSIAN_WOMEN)
        or (len(words) > 1 and found and any(one.fullmatch(found[0][-1]) for one in _REGULAR))
    )
    return _joined(words, found[0]) if found and sure else name


def is_given(word: str) -> bool:
    """Whether a word in small letters is a Russian given name in any case."""
    return word in _FORMS


def _forms() -> Iterator[str]:
    """All cases of all given names."""
    for names, gender in ((RUSSIAN_MEN, _MAN), (RUSSIAN_WOMEN, _WOMAN)):
        endings = {one for case in _CASES for one in _ENDINGS[gender, case]}
        if gender == _MAN:  # Никиты
            endings |= {one for case in _CASES for one in _ENDINGS[_WOMAN, case] if one[1] in ("а", "я")}
        for name in names:
            yield name
            yield from (name[: len(name) - len(own)] + end for end, own in endings if name.endswith(own))


def agree(adjective: str, noun: str) -> bool:
    """Whether an adjective may belong to an office behind it: not when that is in the nominative and it is not."""
    if not re.search("(?:[ое]го|[ое]му|[ое]й|[ыи]м)$", adjective) or in_case(noun):
        return True
    return bool(re.search("[ое]й$", adjective)) and not re.search("[аяь]$", noun)


def name_in_case(words: Sequence[str]) -> bool:
    """Whether the words of a name can hardly be in the nominative."""
    first, last = words[0].lower(), words[-1].lower()
    if first in RUSSIAN_MEN | RUSSIAN_WOMEN:
        return False
    return first in _FORMS or bool(_OBLIQUE.search(last) or re.search("(?:[ыое]м|[уюе]|[ое]й)$", last))


def may_depend(word: str) -> bool:
    """Whether a small word may belong to the office before it, and is no adverb, pronoun or verb."""
    return not _INDEPENDENT.fullmatch(word) or bool(_DEPENDENT.fullmatch(word))


def in_case(title: str) -> bool:
    """Whether an office stands in another case than the nominative, so that it cannot be a subject."""
    return (_is_oblique(title) and not is_nominative(title)) or bool(_BODY_IN_CASE.match(title.lower()))


def surnames(word: str) -> Iterator[str]:
    """What a single surname may be in the nominative, in small letters: all readings, the likeliest first."""
    small = word.lower()
    for gender in (_MAN, _WOMAN):
        for case in _CASES:
            for ending, own in _ENDINGS[gender, case]:
                if small.endswith(ending) and len(small) - len(ending) >= 3:
                    yield small[: len(small) - len(ending)] + own


def _is_oblique(title: str) -> bool:
    words = title.lower().split()
    return bool(words) and (_is_feminine_oblique(words) or any(one.fullmatch(words[0]) for one in _TITLES.values()))


def _is_feminine_oblique(words: list[str]) -> bool:
    """Whether an adjective and a noun are in a case of the feminine: “with his Morvian colleague”."""
    if len(words) < 2 or not re.search("[ое]й$", words[0]):
        return False
    return bool(re.search("(?:[ое]й|[еиыу])$", words[1]))


def _is_whole(words: list[str]) -> bool:
    """Whether a name may stand in the nominative already: both its words agree as they are."""
    first, last = words[0].lower(), words[-1].lower()
    if _INITIALS.match(first):  # “А. П. Северцева” may be a woman
        return not re.search(r"(?:[сц]ко(?:му|го)|[сц]ким|[оеё]в(?:ым|у|ой)|[иы]н(?:ым|у|ой)|ому|ского)$", last)
    if (
        first in RUSSIAN_MEN | RUSSIAN_WOMEN
        and not _OBLIQUE.search(last)
        and first not in ("александра", "валентина", "евгения", "валерия")
    ):
        return True
    if first in _FORMS or (len(words) > 1 and _OBLIQUE.search(last)):
        return False
    if len(words) > 1 and _SURNAME[_WOMAN].fullmatch(last) and re.search("[ая]$", first):
        if _OF_MAN.search(first):
            return False  # “Улугбека Саримова”
        return first in RUSSIAN_WOMEN or not is_given(first)  # “Олега Ветлугина”
    return len(words) == 1 or (not _VOWEL.search(first) and not first.endswith(("ем", "ом")))


def _readings(words: list[str], cases: Collection[str]) -> Iterator[list[str]]:
    """All that a name may be in the nominative, when each of its words is read in the same case, if that is known."""
    small = [word.lower() for word in words]
    for gender in (_MAN, _WOMAN):
        for case in cases or _CASES:
            read = [_initials(word) or _word(word, gender, case, at, len(words)) for at, word in enumerate(small)]
            if all(read) and read != small:
                yield [one for one in read if one]


def _initials(word: str) -> str:
    return word if _INITIALS.fullmatch(word) else ""


def _word(word: str, gender: str, case: str, at: int, count: int) -> str:
    """A word of a name in the nominative if it may be in a case; empty if it cannot."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    given = RUSSIAN_MEN if gender == _MAN else RUSSIAN_WOMEN
    endings = _ENDINGS[gender, case] + (_ENDINGS[_WOMAN, case] if at == 0 and gender == _MAN else ())  # Никиты
    readings = [word[: len(word) - len(end)] + own for end, own in endings if word.endswith(end)]
    readings = [one for one in readings if not _NEVER.search(one)]
    if at == 0 and count > 1:
        return _first(word, gender, [one for one in readings if one[-2:] != "ая"], given)
    if 0 < at < count - 1:
        patronymic = next((one for one in readings if _PATRONYMIC[gender].fullmatch(one)), "")
        return patronymic or (readings[-1] if readings else "")
    return _surname(word, gender, readings)


def _first(word: str, gender: str, readings: list[str], given: Collection[str]) -> str:
    """Which reading of a given name is one; the word itself where it never changes, as Айгуль, Отто, Сауле."""
    known = next((one for one in readings if one in given), "")
    unchanged = re.search("(?:[еоиуэ]|(?<!и)ю)$", word) or (gender == _WOMAN and re.search("[^аеёиоуыэюяй]$", word))
    if known or (unchanged and (word in given or word not in _FORMS)):
        return known or word
    foreign = [one for one in readings if (_VOWEL.search(one) is None) == (gender == _MAN)]
    return foreign[-1] if foreign else ""


def _surname(word: str, gender: str, readings: list[str]) -> str:
    """Which reading of a last name has the shape of one; the name as it is where it never changes."""
    regular = next((one for one in readings if _SURNAME[gender].fullmatch(one)), "")
    soft = next((one for one in readings if one.endswith("ь")), "") if gender == _MAN else ""
    foreign = next((one for one in readings if one.endswith(("ия", "а"))), "") if gender == _WOMAN else ""
    if regular or soft or (foreign and re.search("(?:ией|ии|ию|ой|ы)$", word)):
        return regular or soft or foreign
    unchanged = gender == _WOMAN and not _VOWEL.search(word)  # Ады Брандт
    return word if unchanged or re.search(r"(?:[оиеуэю]|ых|их)$", word) else ""


_FORMS = frozenset(_forms()) | frozenset(_IRREGULAR)


def _joined(words: list[str], reading: list[str]) -> str:
    """A reading with the capitals that the words have."""
    shown = [
        own.upper()
        if word.isupper() and len(word) > 1
        else own
        if not word[:1].isupper()
        else own[:1].upper() + own[1:]
        for word, own in zip(words, reading, strict=True)
    ]
    return " ".join(word if _INITIALS.fullmatch(word) else one for word, one in zip(words, shown, strict=True))
