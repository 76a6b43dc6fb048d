"""Titles of people and institutions: where they begin and end, what belongs to them, and of which kind they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.speech import german_phrases, russian_names, russian_phrases, turkish_names
from db.speech.bare_names import ENGLISH_PAST
from db.speech.lexicon import NEVER, Lexicon, a_set
from db.speech.names import SHORT
from db.speech.shapes import INSTITUTION, SIDES, TITLED
from db.speech.tokens import Token

BEFORE_TITLE = 6  # words that may stand before a title: “the newly elected Ardanian foreign minister”
_GERMAN_ARTICLES = a_set("der die das des dem den von vom im in zum zur")
_TWO = re.compile(r"\s(?:and|und|et)\s+(?:the|die|der|das|l[ea])\s")
"""“The government of Velt and the Northern Front”"""
_DIRECTIONS = a_set("North South East West Northern Southern Eastern Western Central Upper Lower")
_PAST = re.compile(
    r"(?!delta|média|agenda|opéra|cinéma|caméra|mafia|junta|villa|lait|fait|portrait|retrait|parfait|extrait|trait)"
    r"\w{3,}(?:a|ait|aient|èrent|irent|urent|ît)"
)
"""French verbs in a tense in which is told what happened."""
_OBJECTS = a_set("le la les un une son sa ses leur leurs ce cet cette ces")
_SEAT = re.compile(r"\s+in\s+[A-ZÄÖÜ]\w+(?:\s[A-ZÄÖÜ]\w+)?$")
_OWNER = re.compile(r"[’']s$")
"""How an English word ends that tells whose officer or office is meant: “the Union’s trade commissioner”."""


def begins_at(lex: Lexicon, words: Sequence[Token], at: int) -> int | None:
    """The place of the first title word, when only words that belong to it stand before."""
    capitals = 0
    if lex.code == "tr" and (title := turkish_names.indefinite(words, at)):
        return title
    for place in range(at, min(len(words), at + BEFORE_TITLE + 1)):
        word = words[place]
        if word.title and place > at and lex.code == "ru" and not russian_names.agree(words[place - 1].key, word.key):
            return None  # “the words of Belova the paper brings”
        if word.title and not (_OWNER.search(word.text) and any(one.title for one in words[place + 1 : place + 4])):
            return place
        if place > at and lex.code in ("en", "fr") and word.key in lex.before_name:
            return None  # “Brandt stayed with his adviser”
        if not _may_qualify(lex, word) or (capitals >= 2 and word.is_word and not word.capital and lex.code != "de"):
            return None  # “Lea Brandis told the ministers”: a name, and no title of hers
        capitals += word.capital
    return None


def _may_qualify(lex: Lexicon, word: Token) -> bool:
    """Whether a word may stand between an article and a title."""
    if word.text in "’'":  # “the rebels’ chief delegate”
        return lex.code == "en"
    if lex.code == "en" and word.text in _DIRECTIONS:
        return True  # “the Northern Front”
    if not word.is_word or word.key in lex.stops or word.key in lex.not_names or word.text in lex.not_names:
        return False
    if lex.code == "tr" and not turkish_names.may_qualify(word):
        return False
    if lex.code == "ru":
        return bool(russian_phrases.ADJECTIVE.match(word.key)) or (word.text.isupper() and "." not in word.text)
    return not (lex.code == "fr" and word.key in lex.of) and not (lex.code == "de" and word.key in _GERMAN_ARTICLES)


def is_of_person(lex: Lexicon, words: Sequence[Token], title: int, at: int) -> bool:
    """Whether a name, with a form of address before it, is that of somebody whose officer the title names."""
    before = at - 1 - (words[at - 1].text == ".")
    return before - 1 > title and words[before].key in lex.honorifics and words[before - 1].key in lex.of


def past_address(lex: Lexicon, words: Sequence[Token], at: int) -> int:
    """The place of the surname behind a form of address that a title leads to: “la fille de M. Brandt”."""
    if lex.code not in ("en", "fr") or words[at].key not in lex.honorifics or words[at - 1].key not in lex.of:
        return at
    after = at + 1 + (words[at + 1].text == "." if at + 1 < len(words) else 0)
    return after if after < len(words) and words[after].capital else at


def has_rank(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a word stands between a rank and what it is one of: “chief veterinary officer”."""
    rank = lex.code == "en" and words[at - 1].key in ("chief", "deputy", "head", "principal", "director")
    return rank and at + 1 < len(words) and words[at].is_word and not words[at].capital and words[at + 1].title


def without_case(lex: Lexicon, title: str, before: Sequence[Token]) -> str:
    """A title without the ending of a genitive, “die Antwort des Sprechers”, or the seat of an institution."""
    if lex.code == "en":
        title = re.sub(r"[’']s$", "", title)
    if lex.code == "de" and before and before[-1].key in ("des", "eines"):
        title = re.sub(r"^(\w+r)s\b", r"\1", title)
    return _SEAT.sub("", title) if lex.code in ("en", "de") and kind_of(lex, title) == INSTITUTION else title


def owner(lex: Lexicon, words: Sequence[Token], start: int, title: int) -> str:
    """The word before a relation with a blank, for “my uncle” tells more than “uncle”; else nothing."""
    kin = start and lex.titles.get("kin", NEVER).fullmatch(words[title].text)
    return f"{words[start - 1].text} " if kin else ""


def ends_owned(lex: Lexicon, words: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether a Turkish office, known or not, stands before a name: “… Merkezi Vardiya Amiri Tülin Beyazgül”."""
    before = words[run[0] - 1]
    return lex.code == "tr" and len(run) > 1 and before.title and not lex.institutions.fullmatch(before.text)


def goes_on(lex: Lexicon, words: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether capitals stand between two titles: “deputy prime minister and Finance Minister”."""
    if run[-1] + 1 == len(words):
        return False
    after = words[run[-1] + 1]
    if lex.code == "ru":
        return russian_phrases.goes_on(lex, words, run, after)
    return after.title and (len(run) == 1 or lex.code != "fr")


def may_follow(lex: Lexicon, words: Sequence[Token], title: int, at: int) -> bool:
    """Whether a word that is no name may go on with a title: “of the Republic”, but not “the envoy briefed”."""
    if lex.code == "ru":
        return russian_phrases.may_follow(lex, words, at)
    if _ends_title(lex, words, at):
        return False
    if lex.code in ("en", "de") and not words[at].capital and words[at].key not in lex.of | lex.before_name:
        qualified = lex.code == "en" or german_phrases.is_adjective(lex, words, at)
        return qualified and any(word.key in lex.of for word in words[title + 1 : at])
    return words[at].text not in lex.not_names or words[at - 1].key in lex.of | lex.before_name


def _ends_title(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a word that is no name tells of something else than the title before it."""
    if lex.code == "tr":
        return not words[at].capital
    if lex.code == "fr":
        return _is_french_verb(lex, words, at)
    if lex.code == "en":
        return _leads_off(words, at)
    return lex.code == "de" and german_phrases.leaves_title(lex, words, at)


def _leads_off(words: Sequence[Token], at: int) -> bool:
    """Whether an English word tells what is done or had: “the Fund for the Delta suspended”, “with thirty years”."""
    with_thing = words[at].key == "with" and not words[min(at + 1, len(words) - 1)].capital
    return with_thing or (words[at - 1].capital and bool(ENGLISH_PAST.fullmatch(words[at].text)))


def _is_french_verb(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a word behind a title rather is what somebody does: “le maréchal regarda la carte”."""
    word = words[at]
    if word.key.endswith("ant") and words[at - 1].key == "en":
        return True  # “en remplissant”
    if word.capital or word.key in lex.of | lex.before_name:
        return False
    after = words[at + 1].key if at + 1 < len(words) else ""
    return bool(_PAST.fullmatch(word.key)) or (after in _OBJECTS and word.key.endswith(("e", "t", "d", "a")))


def joins(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a point or an “and” stands between two titles: “Prof. Dr.”, “minister and deputy minister”."""
    if words[at].text == "." and words[at - 1].title:
        return at + 1 < len(words) and (lex.code not in ("tr", "ru", "de") or len(words[at - 1].text) <= SHORT)
    if lex.code == "en" and words[at].text in "’'" and words[at - 1].text.endswith("s"):
        return at + 1 < len(words)  # “leader of the Farmers’ League”
    if lex.code == "tr" and words[at].key == "olan" and words[at - 1].title:
        return at + 1 < len(words) and words[at + 1].capital  # “başkanı olan Ada Brandt”
    if lex.code == "ru" and (words[at].text == "№" or russian_phrases.joins_nouns(words, at)):
        return at + 1 < len(words)
    return words[at].key in lex.joins and any(word.title for word in words[at + 1 : at + 4])


def kind_of(lex: Lexicon, title: str, *, bodies: bool = True) -> str:
    """Whether a title is that of a person, an institution, or of several at once: its first noun tells.

    With `bodies` a company is an institution: its name may follow as that of a person does.
    """
    if lex.code == "en":
        title = re.split(r"(?:[’']s|s[’'])\s", title)[-1]
    office = min((found.span() for one in lex.titles.values() for found in one.finditer(title)), default=None)
    offices = office[0] if office else len(title)
    places = min((found.start() for found in lex.institutions.finditer(title)), default=len(title))
    several = min((found.span() for found in lex.sides.finditer(title)), default=None)
    sides = several[0] if several else len(title)
    if office and several and lex.code == "en" and several[1] == office[1]:
        sides = min(sides, offices)  # “foreign ministers”
    if sides <= min(offices, places) and sides < len(title):
        return SIDES
    if places < offices and not _ends_in_office(lex, title):
        return SIDES if lex.cased and _TWO.search(title) else INSTITUTION
    body = lex.titles["body"].search(title) if bodies and "body" in lex.titles else None
    return INSTITUTION if body and body.start() == offices else TITLED


def _ends_in_office(lex: Lexicon, title: str) -> bool:
    """“The Foreign Ministry spokesman” is a person, where the word that counts stands last."""
    last = title.rpartition(" ")[2]
    return lex.code in ("en", "tr") and any(one.fullmatch(last) for one in lex.titles.values())
