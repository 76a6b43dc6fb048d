"""Names of people among capitals: where they begin and end, and what of them rather belongs to a title."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech import german_given
from db.speech.lexicon import Lexicon, a_set
from db.speech.russian_names import is_given
from db.speech.tokens import Token
from db.speech.turkish_names import INITIALS, PLACES, in_case, stem, without_leading

LONGEST = 7  # words of a name
PARTICLES = a_set(
    "van der den di da du del della dos bin ben ibn al el le zu ter аль эль бен бин ибн ван дер ден тер тен "
    "де да ди дю дель делла дос дас ду ля ла ле эд оглы кызы уль бинт"
)
"""Small words inside names that lead to no place."""
LEADING = a_set("de von де фон")
"""Small words that stand inside names as well as before places."""
BEHIND = a_set("KC QC SC MP MEP MSP OBE CBE MBE PhD MD Jr Sr II III IV")
"""What may stand behind an English name."""
_ENGLISH_TRADE = re.compile(
    r"\w{3,}(?:woman|master|mistress|keeper|maker|worker|ologist|monger|smith|sman|(?:l|k|g|d|t|n|h|r|p|b)man)(?<!norman)(?<!herman)"
    r"(?<!hartman)(?<!sherman)(?<!truman)"
)
SHORT = 4  # letters up to which capitals alone are the short name of a state or organisation: UN, NATO
_GERMAN_NOUN = re.compile(
    r"\w{2,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nisse)$"
)
_RUSSIAN_NOUN = re.compile(r"\w{3,}(?:[еа]ние|ения|[еа]нием|ность|ности|ство|ства|ция|ции)$")
_RUSSIAN_TRADE = re.compile(r"\w{2,}(?:ица|ик|тель|ист|истка|ец|[лнрш]ка|[ое]р|ёр|арь|лог|граф|вед|ант|ент)$")
_WOMAN_AT_WORK = re.compile(r"(?:ица|[нрчшдлт]ка|сестра|жена|мама|дочь|вдова)$")
_OF_PLACES = re.compile(r"жител|урож|глав|представ|королев|принцесс|сторонн|защитн|урожен|граждан|столиц|чемпион")
_GERMAN_TRADE = re.compile(
    r"[\w-]{2,}(?:er|ist|ant|ent|or|eur|ar|at|mann|frau|rat|wart|wirt|graf|loge|nome|zeuge|bote|in)$"
)
_FIRST_NAMES = a_set(
    "peter walter werner günter günther dieter rainer reiner oliver alexander xaver holger rüdiger gregor "
    "theodor viktor hektor igor victor oskar kaspar edgar ingmar elmar hilmar dagmar otmar ottmar vincent "
    "martin robin karin katrin kathrin kerstin benjamin valentin konstantin augustin justin edwin erwin merlin "
    "carolin jasmin corentin quentin christopher jennifer alexandar balthasar melchior salvator isidor lothar "
    "gunnar volkmar waldemar reimar kristin hermann tillmann germann amin armin ermin fermin colin darin marin "
    "corin iwan evelin silvester esther heidrun ester elinor eleonor leonor hartmann herrmann"
)
"""German first names that end as trades do."""
_INITIALS = re.compile(r"(?:[А-ЯЁ]\.\s?){1,3}")
_PATRONYMIC = re.compile(r"\w+(?:ич|вна|чна|ича|вны|чны|ичем|вной|чной|ичу|вне)$")
IN_GENITIVE = re.compile(r"\w+(?:ии|стана)$|(?:сша|лиги|ирана|ирака|китая|египта|катара|ливана)$")
"""Russian words that are hardly names of people, but places in the genitive."""
_ADJECTIVE = re.compile(r"(?:[еыио]го|[сц]кой|[нвл]ых|[сц]ких|[нвлздртм]ой|[нж]ей|[нжгк]их)$")
"""How Russian adjectives end that belong to the name of a place or organisation in the genitive."""
_CLERGY = a_set("епископ архиепископ митрополит патриарх игумен князь герцог")
"""Whose sees and lands stand behind them as adjectives."""
_PLACES_NAMED = a_set(
    "посёлка поселка города городка села деревни станции станицы хутора аула кишлака района порта острова посёлке "
    "городе селе деревне пункта завода отеля гостиницы ресторана кафе клуба судна траулера парохода теплохода ледокола"
)
"""Kinds of places whose names do not change their endings behind them."""
_SURNAME = re.compile(r"(?:ов|ев|ёв|ин|ын|ск)а[я]?$|ь$")
_PLACE = re.compile(r"\w+(?:ии|ы|[кс]и)$|(?:ирана|ирака|китая|египта|катара|ливана|\w+стана|\w+стан|лиги)$")


def name_run(lex: Lexicon, words: Sequence[Token], at: int) -> list[int]:
    """Places of the words of a name that begins at a place: capitals, initials, and the particles between them."""
    run = list[int]()
    while (
        at < len(words)
        and len(run) < LONGEST
        and (may_name(lex, words[at]) or _is_initials(lex, words, at) or _is_inside(lex, words, run, at))
    ):
        run.append(at)
        at += 1
        if lex.code == "tr" and in_case(words[at - 1].text):
            break
    while run and not words[run[-1]].capital:
        run.pop()
    if lex.code == "ru" and len(run) > 2 and _RUSSIAN_TRADE.match(words[run[0]].key):
        run = run[1:] if is_given(words[run[1]].key) and not is_given(words[run[0]].key) else run
    while len(run) > 1 and lex.code in ("en", "fr") and words[run[0]].key in lex.honorifics:
        run = run[1:]  # “the composer Sir Ove Lind”
    while len(run) > 2 and (_is_trade(lex, words[run[0]]) or _has_article(lex, words, run[0])):
        run = run[1:]  # “Contractor Len Hobday”
    if lex.code == "de" and len(run) > 2 and german_given.is_given(words[run[1]].key):
        run = run if german_given.is_given(words[run[0]].key) else run[1:]  # “Quästor Ove Lind”
    if lex.code == "de" and run and not words[run[0]].capital:
        run = run[1:]  # “der Emirate von Velt”
    return without_leading(words, run) if lex.code == "tr" else run


def _has_article(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether an article before German capitals tells that the first is a noun: “unser Zahlmeister Ole Brandt”."""
    return lex.code == "de" and at > 0 and words[at - 1].key in lex.before_name


def _is_trade(lex: Lexicon, word: Token) -> bool:
    """Whether a capital before a name of several words rather tells what the person does."""
    if lex.code == "de":
        return bool(_GERMAN_TRADE.match(word.key)) and word.key not in _FIRST_NAMES
    if lex.code == "en" and _ENGLISH_TRADE.fullmatch(word.key):
        return True
    return "trade" in lex.titles and bool(lex.titles["trade"].fullmatch(word.key))


def may_name(lex: Lexicon, word: Token) -> bool:
    """Whether a word may be part of a name."""
    if not word.is_word or not word.capital or word.title or word.text in lex.not_names:
        return False
    if lex.code == "tr" and INITIALS.fullmatch(word.text):
        return True
    if lex.code == "tr" and word.key.endswith(("daki", "deki", "taki", "teki")):
        return False
    if lex.code == "de" and _GERMAN_NOUN.match(word.key):
        return False
    if lex.code == "ru" and _RUSSIAN_NOUN.match(word.key):
        return False
    return ".-" in word.text or not (word.text.isupper() and 2 <= len(word.text.replace(".", "")) <= SHORT)


def _is_initials(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether letters with points are those of a name: they are followed by a surname, “А.П.Северцев”."""
    follows = at + 1 < len(words) and may_name(lex, words[at + 1]) and not words[at + 1].text.isupper()
    return follows and lex.code == "ru" and bool(_INITIALS.fullmatch(words[at].text))


def _is_inside(lex: Lexicon, words: Sequence[Token], run: list[int], at: int) -> bool:
    """Whether something that has no capital belongs to a name: a particle, the point after an initial."""
    if not run or at + 1 >= len(words):
        return False
    if words[at].text == ".":
        return len(words[run[-1]].text) == 1 or words[run[-1]].text in ("St", "Ste")
    if lex.code == "fr" and words[at].text in ("Le", "La", "Les", "Du", "De"):  # “Yann Le Bihan”
        return may_name(lex, words[at + 1])
    after = at + 1
    while after < len(words) - 1 and words[after].key in PARTICLES and not words[after].capital:
        after += 1
    if lex.code == "fr" and words[after].text in ("La", "Le", "Les", "Du") and after + 1 < len(words):
        after += 1  # “Anouk de La Fresne”
    followed = may_name(lex, words[after])
    if words[at].key in LEADING:  # “Staffan de Mistura”, but not “the ministers Kolen and Renn de Port-Salm”
        placed = lex.code == "de" and _has_article(lex, words, run[0])  # “auf dem Hof von Ada Brandt”
        return followed and (len(run) == 1 or lex.code == "ru") and not placed
    small = words[at].key not in lex.of or words[run[-1]].key in PARTICLES | LEADING
    return words[at].key in PARTICLES and followed and small


def named_by(lex: Lexicon, words: Sequence[Token], run: list[int], last: int, known: Collection[str]) -> list[int]:
    """Of capitals that follow a title, whose last word is at `last`, the name; none when all belong to the title."""
    before = words[run[0] - 1]
    after_title = run[0] - 1 == last and before.title
    if lex.code == "tr" and PLACES.fullmatch(stem(words[run[-1]].text)):
        return []
    if lex.code == "ru":
        return _russian(words, run, known, after_title=after_title)
    if lex.code == "de" and after_title and len(run) == 1 and _is_genitive(lex, before, words[run[0]], known):
        return []
    if after_title or before.key not in lex.of | lex.before_name:
        return run
    named = len(run) >= 3 and (lex.code != "de" or all(words[at].capital for at in run))
    return run[-2:] if named else []  # “Minister of Defence Ada Brandt”, but not “der Emirate von Velt”


def _is_genitive(lex: Lexicon, title: Token, word: Token, known: Collection[str]) -> bool:
    """Whether a German word may be a place in the genitive: Präsident Ardaniens."""
    return word.key.endswith("s") and word.key not in known and not lex.titles["body"].fullmatch(title.text)


def _russian(words: Sequence[Token], run: list[int], known: Collection[str], *, after_title: bool) -> list[int]:
    """Places stand in the genitive, without a preposition, between an office and a name."""
    short = len(run)
    if len(run) == 2 and _ADJECTIVE.search(words[run[0]].key) and not _may_be_person(words, run, known):
        return []  # “head of the Red Cross”
    if words[run[0] - 1].key in ("в", "во", "на", "по", "при", "из", "от", "для"):
        run = run[1:]  # “the envoy to Arlania Ada Brandt”
    while run and words[run[0]].key not in known and is_place(words[run[0]]):
        run = run[1:]
    if run and words[run[0] - 1].key in _PLACES_NAMED and not is_given(words[run[0]].key):
        plural, one = (bool(re.search(ends, words[run[0]].key)) for ends in ("[ыи]е$", "[ыи]й$|[ао]я$|ое$"))
        if plural or one or is_given(words[run[1 % len(run)]].key):
            run = run[1 + plural :]  # “of the village New Klyuchi”
    while len([at for at in run if words[at].capital]) > 2 and _may_be_owned(words, run):
        adjective = bool(_ADJECTIVE.search(words[run[0]].key))
        run = run[1 + adjective :]  # “the envoy of the Emirate Marvan Abd al-Hali”
    if len(run) == 1 and after_title and words[run[0] - 1].key in _CLERGY and words[run[0]].key.endswith("кий"):
        return []
    if len(run) == 1 and words[run[0]].key not in known:
        surname = _SURNAME.search(words[run[0]].key) or words[run[0]].key[-1] not in "аяиыь"
        surname = surname or is_given(words[run[0]].key) or _is_called(words[run[0] - 1].key)
        return run if surname and (after_title or len(run) == short) else []
    return run


def _is_called(title: str) -> bool:
    """Whether a noun for a woman hardly has a place behind it, so that a name follows: “продавщица Самира”."""
    return bool(_WOMAN_AT_WORK.search(title)) and not _OF_PLACES.match(title)


def _may_be_owned(words: Sequence[Token], run: list[int]) -> bool:
    """Whether the first of three capitals is rather in the genitive, and no given name before a patronymic."""
    first = words[run[0]].key
    if is_given(first) or _PATRONYMIC.match(words[run[1]].key) or _INITIALS.fullmatch(words[run[0]].text):
        return False
    return (
        bool(re.search(r"(?:[аяыи]|[ое]го|[ое]й|[ыи]х|[оеё]в|[сц]кий|[сц]кая)$", first)) or words[run[0]].text.isupper()
    )


def _may_be_person(words: Sequence[Token], run: list[int], known: Collection[str]) -> bool:
    """Whether something tells that two Russian capitals are a name."""
    return words[run[0]].key in known or any(is_given(words[at].key) for at in run)


def is_place(word: Token) -> bool:
    """Whether a Russian word after an office is rather the place or the organisation in the genitive."""
    if _INITIALS.fullmatch(word.text) or is_given(word.key):
        return False
    return bool(_PLACE.match(word.key)) or word.text.isupper()


def past_place(lex: Lexicon, words: Sequence[Token], at: int) -> int:
    """Where a name ends, with what stands behind it: honours, the place or side that it is said to be of."""
    while at < len(words) and words[at].text in BEHIND:
        at += 1
    if at + 1 < len(words) and words[at].key in ("of", "du", "de", "des", "aus", "von", "vom", "d’", "from", "at"):
        stop = at + 1
        while stop < len(words) and (
            words[stop].capital
            or words[stop].key in lex.before_name
            or (words[stop].key in lex.of and stop + 1 < len(words) and words[stop + 1].capital)
        ):
            stop += 1
        if stop > at + 1 and words[stop - 1].capital:
            return stop
    return at
