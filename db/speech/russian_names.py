"""Russian names in their cases: what a name in the genitive, dative or instrumental is in the nominative.

Surnames in -ов, -ин, -ский and given names are regular; where two readings are possible, the words beside the
name and
the forms that the text has elsewhere decide, and where they do not, the name is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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
        ("ыным", "ын"), ("ым", "ый"), ("ием", "ий"), ("ем", "й"), ("ем", "ь"), ("ем", ""), ("ом", ""),
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
        *_LIKE_ADJECTIVES, ("ией", "ия"), ("ьей", "ья"), ("еей", "ея"), ("ой", "а"), ("ой", "ая"), ("ей", "я"),
        ("ей", "а"), ("ью", "ь"),
    ),
}  # fmt: skip
_ENDINGS[_WOMAN, LOCATIVE] = _ENDINGS[_WOMAN, DATIVE]
_IRREGULAR = {
    "павла": "павел", "павлу": "павел", "павлом": "павел", "льва": "лев", "льву": "лев", "львом": "лев",
    "петра": "пётр", "петру": "пётр", "петром": "пётр", "любови": "любовь", "любовью": "любовь",
}  # fmt: skip
_VOWEL = re.compile(r"[аеёиоуыэюя]$")
_SURNAME = {
    _MAN: re.compile(r"\w+(?:ов|ев|ёв|ин|ын|[сц]кий|[ыо]й|[^аеёиоуыэюяьй])$"),
    _WOMAN: re.compile(r"\w+(?:ова|ева|ёва|ина|ына|[сц]?кая|ая)$"),
}
_REGULAR = re.compile(r"\w+(?:ов|ев|ёв|ин|ын|[сц]кий)$"), re.compile(r"\w+(?:ова|ева|ёва|ина|ына|[сц]кая)$")
_PATRONYMIC = {_MAN: re.compile(r"\w+(?:ич)$"), _WOMAN: re.compile(r"\w+(?:вна|чна)$")}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$")
_TITLES = {
    GENITIVE: re.compile(
        r"\w+(?:[бвгджзклмнпрстфхцчшщ]а|[иыь]ка|[тдрлн]я|ого|его|главы|"
        r"[иы])(?<!ница)(?<![тнрчш]ка)(?<!еса)(?<!иса)(?<!есса)(?<!ья)$"
    ),
    DATIVE: re.compile(r"\w+(?:у|ю|ому|ему|главе)$"),
    INSTRUMENTAL: re.compile(r"\w+(?:ом|ем|ём|ым|им|главой)$"),
}
_NOMINATIVE = re.compile(r"(?:глава|судья|староста|\w+(?:[бвгджзйклмнпрстфхцчшщь](?<![оеёыи]м)|атташе|ая|ий|ый))$")


def is_nominative(title: str) -> bool:
    """Whether the first word of a title that has a case is in the nominative; False where that cannot be told."""
    words = title.lower().split()
    return bool(words) and bool(_NOMINATIVE.fullmatch(words[0]))


def nominative(name: str, title: str, seen: Callable[[str], bool]) -> str:
    """A name in the nominative; `title` stands before it, `seen` tells which words the text has."""
    words = name.split()
    if not words or is_nominative(title):
        return name
    found = [*_readings(words)]
    if _is_whole(words) and not (title and _is_oblique(title)):
        return name
    for reading in found:
        if seen(reading[-1]) and reading[-1] != words[-1].lower():
            return _joined(words, reading)
    sure = _is_oblique(title) or (len(words) > 1 and found and any(one.fullmatch(found[0][-1]) for one in _REGULAR))
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


def is_recipient(title: str) -> bool:
    """Whether an office stands in the dative or instrumental, so that it cannot be a subject."""
    words = title.lower().split()
    return bool(words) and any(_TITLES[case].fullmatch(words[0]) for case in (DATIVE, INSTRUMENTAL))


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
    return bool(words) and any(pattern.fullmatch(words[0]) for pattern in _TITLES.values())


def _is_whole(words: list[str]) -> bool:
    """Whether a name may stand in the nominative already: both its words agree as they are."""
    first, last = words[0].lower(), words[-1].lower()
    if first in RUSSIAN_MEN | RUSSIAN_WOMEN and first not in ("александра", "валентина", "евгения", "валерия"):
        return True
    if len(words) > 1 and _SURNAME[_WOMAN].fullmatch(last) and re.search("[ая]$", first):
        return first in RUSSIAN_WOMEN or not is_given(first)  # “Олега Ветлугина”
    return len(words) == 1 or (not _VOWEL.search(first) and not first.endswith(("ем", "ом")))


def _readings(words: list[str]) -> Iterator[list[str]]:
    """All that a name may be in the nominative, when each of its words is read in the same case."""
    small = [word.lower() for word in words]
    for gender in (_MAN, _WOMAN):
        for case in _CASES:
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
    if at == 0 and count > 1:
        known = next((one for one in readings if one in given), "")
        if known or not readings:
            return known
        foreign = [one for one in readings if (_VOWEL.search(one) is None) == (gender == _MAN)]
        return foreign[-1] if foreign else ""
    if 0 < at < count - 1:
        patronymic = next((one for one in readings if _PATRONYMIC[gender].fullmatch(one)), "")
        return patronymic or (readings[-1] if readings else "")
    regular = next((one for one in readings if _SURNAME[gender].fullmatch(one)), "")
    if regular:
        return regular
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
