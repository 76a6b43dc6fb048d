"""How German phrases name somebody: articles and adjectives tell what belongs to a title, and what begins anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.speech.lexicon import Lexicon, a_set
from db.speech.names import may_name, name_run, past_place
from db.speech.sentences import THING
from db.speech.shapes import INSTITUTION, NAMED, POINTED, Speaker
from db.speech.tokens import Token

BODIES = re.compile(
    r"\w*(?:[Gg]ewerkschaft|[Oo]rganisation|[Ss]tiftung|[Hh]ilfswerk|[Bb]ündnis|[Vv]erband|[Vv]erein|"
    r"[Ii]nitiative|[Ii]nstitut|[Aa]gentur|[Zz]eitung|[Ss]ender|[Pp]artei|[Bb]ewegung|[Vv]ereinigung|[Aa]llianz|[Ll]iga|"
    r"[Nn]etzwerk|[Mm]agazin|[Bb]latt)"
)
"""Kinds of bodies that are called by names of their own."""
WITH_ARTICLE = a_set("vom im am beim zum zur ins ans")
"""Prepositions with an article, behind which a bare name is none of a person: “vom Fluss Orlen”."""
_INSIDE = a_set("ohne für gegen in im und der des am")
_GOES_ON = a_set(
    "an auf aus bei für gegen im in mit nach über um unter von vor zu zum zur zwischen wegen der des den die das"
)
_OWN = re.compile(r"(?:ihr|sein|unser|mein|dies|jen)e[mnrs]?|ihr|sein")
_OTHER = re.compile(r"die|das|den|dem|ein|eine|einen|einem|dies(?:e[nms]?)|(?:ihr|sein|unser|mein)(?:e[mn]?)?")
"""Articles that begin somebody or something else behind a title: all but those of the genitive."""
_OF_ONE = a_set("den dem des einen einem eines")
_WEAK = re.compile(r"\w*(?:[Gg]esandten|[Ee]xperten)\b")
"""Masculine nouns that end alike in all cases but the first."""
_THIS = re.compile(r"dieser?|letzterer?")
_ADJECTIVE = re.compile(r"(?:e[nrms]?|\w{3}er)$")


def pointed(lex: Lexicon, text: str, words: Sequence[Token], at: int) -> tuple[Speaker, int] | None:
    """Whom “diese” or “der 61-Jährige” point to, or a newspaper in quotation marks; and how many words that takes.

    `at` is the place of the first word behind the articles.
    """
    if at == 1 and len(words) > 1 and words[1].text.startswith(THING * 3):
        return Speaker(INSTITUTION, "", words[1].text, (words[1].start, words[1].end)), 2  # “die ‘Alpenpost’”
    if 0 < at < len(words) and words[at].text[0].isdigit() and lex.pronouns.fullmatch(words[at].text):
        start, end = words[0].start, words[at].end
        return Speaker(POINTED, "", text[start:end], (start, end)), at + 1
    this = at == 1 and _THIS.fullmatch(words[0].key)
    if not this or (at < len(words) and (words[at].capital or _ADJECTIVE.search(words[at].key))):
        return None
    return Speaker(POINTED, "", words[0].text, (words[0].start, words[0].end)), 1


def called(lex: Lexicon, text: str, words: Sequence[Token], at: int) -> tuple[Speaker, int] | None:
    """A name behind an article and any noun: “die Deichgräfin Ada Brandt”, “ein gewisser Ove Lind”."""
    first = at
    while first < min(len(words), at + 3) and not words[first].capital and words[first].is_word:
        if words[first].key in lex.stops | lex.of or not _ADJECTIVE.search(words[first].key):
            return None
        first += 1
    if first == len(words) or not may_name(lex, words[first]) or words[at - 1].key in ("das", "des"):
        return None
    run = name_run(lex, words, first)
    run = run[1:] if run[:1] == [first] else run
    if len(run) < 2 or not words[run[0]].capital:
        return None
    end = past_place(lex, words, run[-1] + 1)
    name = " ".join(text[words[run[0]].start : words[run[-1]].end].split())
    title = text[words[at].start : words[run[0] - 1].end]
    return Speaker(NAMED, name, title, (words[0].start, words[end - 1].end)), end


def is_seat(words: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether a capital behind a word for an institution is its town, and no noun that goes on: “Polizei Velten”."""
    after = words[run[-1] + 1].key if run[-1] + 1 < len(words) else ""
    return len(run) == 1 and after not in _GOES_ON and not BODIES.fullmatch(words[run[0] - 1].text)


def past_name(words: Sequence[Token], end: int) -> int:
    """Where the name of a body ends that has small words inside: “Brunnen ohne Grenzen”."""
    inside = end + 1 < len(words) and words[end].key in _INSIDE and words[end + 1].capital
    return end + 2 if inside else end


def is_one(before: Sequence[Token], title: str) -> bool:
    """Whether an article tells that a word which is mostly a plural is none: “den Gesandten von Velt, Ove Lind”."""
    return bool(before) and before[-1].key in _OF_ONE and bool(_WEAK.match(title))


def leaves_title(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a small German word tells of something else: “die Ärztin von ihrer Reise”."""
    if words[at].key in lex.of and at + 1 < len(words) and _OWN.fullmatch(words[at + 1].key):
        return True
    return bool(_OTHER.fullmatch(words[at].key)) and words[at - 1].key not in lex.of


def is_adjective(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a small word stands between an article and its noun, as a verb behind a noun does not."""
    small, first = lex.of | lex.before_name, at
    while first and not words[first].capital and words[first].key not in small:
        if not _ADJECTIVE.search(words[first].key):
            return False
        first -= 1
    return words[first].key in small and any(word.capital for word in words[at + 1 : at + 4])
