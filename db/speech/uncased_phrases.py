"""Whom words in Arabic and Persian name, where no capitals tell names from other words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech import persian_phrases
from db.speech.arabic_names import Words, body_end, plain_name, titled, upright
from db.speech.arabic_words import (
    ADDRESSED,
    AND_DID,
    CHAINS,
    CLOSED,
    ENDS,
    NO_NAME,
    OBJECTS,
    is_common,
    is_joined,
    says_too,
    tells,
)
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, Speaker
from db.speech.tokens import Token, any_title, offices

LONGEST = 12  # words of a title with a name
_WORD = re.compile(r"\w+(?:\u200c\w+)*")
_SOURCE = re.compile(r"[وف]?(?:مصدر|مصادر|مسؤول|دبلوماسي|موظف|ضابط|عضو)")
"""Arabic words for those whom a text does not name, but says where they are."""


def read(
    lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str], *, whole: bool, anybody: bool = False
) -> Speaker | None:
    """The speaker whom words name from their beginning; see `phrases.read`."""
    if lex.code == "fa":
        return persian_phrases.read(lex, words, text, known, whole=whole)
    end = _reach(lex, words)
    if not end or (whole and end < len(words)):
        return None
    closed = end == len(words) or not words[end].is_word or words[end].key in ENDS or words[end].key in lex.stops
    ended = end == len(words) or not words[end].is_word or words[end].key in ENDS or says_too(lex, words[end])
    found = _read(lex, Words(words[:end], text, closed, ended), known, whole=whole)
    alone = end == 1 and anybody and (len(words) == 1 or not words[1].is_word)
    if found is None and alone and not (lex.documents.match(words[0].text) or _is_thing(words[0])):
        return Speaker(NAMED, words[0].text, "", (words[0].start, words[0].end))
    return found


def names_introduced(lex: Lexicon, text: str) -> dict[str, str]:
    """For each word of a text the two words with which it stands first, where the one before may be a given name."""
    found = dict[str, str]()
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        beside = before is not None and text[before.end() : word.start()] == " "
        if word[0] not in found:
            given = beside and before is not None and _may_be_given(lex, before[0])
            found[word[0]] = f"{before[0]} {word[0]}" if given and before is not None else word[0]
        before = word
    return found


def _may_be_given(lex: Lexicon, word: str) -> bool:
    """Whether a word before a surname may be the given name, and no office, verb or small word."""
    if is_given(word) and word not in lex.honorifics:
        return True
    common = (
        word in lex.stops
        or word in CHAINS
        or word in lex.joins | lex.honorifics
        or len(word) < 3
        or word.startswith("ال")
    )
    common = common or bool(any_title(lex.code).fullmatch(word) or lex.documents.fullmatch(word))
    common = common or bool(lex.said.fullmatch(word) or lex.around.fullmatch(word) or NO_NAME.match(word))
    return not common and not (lex.code == "fa" and persian_phrases.is_common(lex, word))


def without_prepositions(code: str, text: str) -> str:
    """A text in which the prepositions joined to Arabic titles and names are blanks; as long as it was."""
    if code != "ar":
        return text
    text = re.sub(r"(?<!\w)([وف]?)لل(?=\w{3})", lambda found: found[1] + "ال", text)
    text = re.sub(r"(?<!\w)([وف]?)[بك](?=ال\w{3})", lambda found: " " * len(found[0]), text)
    return re.sub(r"(?<!\w)[بل](\w{4,})", _without_preposition, text)


def _without_preposition(found: re.Match[str]) -> str:
    office = any_title("ar").fullmatch(found[1])
    return f" {found[1]}" if office or (is_given(found[1]) and not is_given(found[0])) else found[0]


def _read(lex: Lexicon, used: Words, known: Collection[str], *, whole: bool) -> Speaker | None:
    end = len(used.words)
    first = used.words[0].text
    if lex.pronouns.fullmatch(first):
        return Speaker(POINTED, "", first, used.span(1)) if not whole or end == 1 else None
    several = lex.sides.fullmatch(first) or lex.many.fullmatch(first)
    several = several and not (is_given(first) or first in known)
    body = lex.institutions.match(used.text, used.words[0].start)
    if several or body:
        end = end if several or body is None else body_end(used.words, len(body[0].split()))
        return Speaker(SIDES if several else INSTITUTION, "", upright(used.words_of(0, end)), used.span(end))
    if used.words[0].title or used.words[0].key in lex.honorifics:
        return titled(lex, used, known)
    return None if lex.documents.match(first) else plain_name(used, known)


def _reach(lex: Lexicon, words: Sequence[Token]) -> int:
    """How many words belong together from the beginning on."""
    end = 0
    if words[0].key.startswith("لل") and not words[0].title:
        return 0  # “to the press”
    while end < min(len(words), LONGEST) and words[end].is_word:
        if words[end].key in lex.stops and not (end and _names_place(lex, words, end)):
            break
        if end and _ends(lex, words, end):
            break
        end += 1
    return end


def _ends(lex: Lexicon, words: Sequence[Token], end: int) -> bool:
    """Whether a word behind others begins something else than they name."""
    word, before = words[end], words[end - 1]
    if end == 1 and words[0].key.lstrip("وف").startswith("ال") and _is_object(lex, words):
        return True  # “announced the police [the injury of nine people]”
    if says_too(lex, word) or (word.key.startswith(AND_DID) and not is_given(word.key)):
        return True
    if end > 1 and ((word.key in OBJECTS and before.key.startswith("ال")) or tells(lex, word)):
        return True
    if not (words[0].title or words[0].key in lex.honorifics) and is_joined(word):
        return True
    return _leads_on(words, end) or bool(lex.around.match(word.text) and not _of_theirs(words, end))


def _names_place(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a preposition after an office or a source leads to where it is: a name follows, or an institution."""
    if words[at].key not in ("في", "من", "عن", "لدى", "على") or not (words[0].title or words[0].key in lex.honorifics):
        return False
    following = words[at + 1 : at + 5]
    if following and _SOURCE.match(words[0].key) and (words[0].key, words[at].key) != ("مصدر", "عن"):
        key = following[0].key
        if lex.institutions.match(following[0].text) or key.removeprefix("ال") in CHAINS:
            return True
    if _ends_with_name(lex, words[at + 1 : at + 10]):
        return True
    for place, word in enumerate(following):
        if not word.is_word or word.key in lex.stops or (word.title and not lex.institutions.match(word.text)):
            return False
        if place and is_given(word.key):
            return True
    return False


def _ends_with_name(lex: Lexicon, words: Sequence[Token]) -> bool:
    """Whether an institution and its place are followed by two words more: “in the cabinet of Transfia Alois Gra”."""
    ends = (at for at, word in enumerate(words) if not word.is_word or word.key in lex.stops or tells(lex, word))
    end = next(ends, len(words))
    closed = end == len(words) or not words[end].is_word or words[end].key in ENDS
    definite = closed and end > 2 and words[0].key.startswith("ال")  # “the head of the study Charu Pandit that”
    if not definite and (end < CLOSED or not lex.institutions.match(words[0].text)):
        return False
    name = words[end - 2 : end]
    if name[1].key.startswith("ال") and not name[1].key.endswith("ي"):
        return False
    return not (
        name[0].key.startswith(("ال", "لل")) or any(word.title or is_common(word) or is_joined(word) for word in name)
    )


def _of_theirs(words: Sequence[Token], at: int) -> bool:
    """Whether a word such as “there” stands between an office and a name: “a former researcher there, Isolde Brim”."""
    here = words[at].key in ("فيها", "فيه", "لديها", "لديه", "عنها", "عنه", "منها", "منه")
    return here and words[0].title and at + 1 < len(words) and is_given(words[at + 1].key)


def _is_object(lex: Lexicon, words: Sequence[Token]) -> bool:
    """Whether what follows an institution with the article, a word without one, is none of its own words."""
    whole = lex.institutions.match(words[0].text) and not offices(lex, words[0].text)
    return bool(whole) and not words[1].key.startswith(("ال", "لل")) and not words[1].title


def _leads_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word with a preposition joined to it begins something else: “to the press”, not “of the UN”."""
    key = words[at].key
    if not key.startswith(("لل", "وال", "بال", "بأن", "بم", "لم", "مم")) or len(key) <= 3:
        return False
    if key.startswith("وال"):
        return not (words[0].title and any(words[at - 1].key.startswith(one) for one in ("ال", "وال")))
    if key.startswith("لل") and words[0].title and words[at - 1].key.startswith("ال") and not ADDRESSED.match(key):
        return False  # “the High Commission for Elections”
    office = key.startswith("لل") and words[0].title and at + 1 < len(words) and words[at + 1].key.startswith("ال")
    return not office and key not in ("مالك", "لمى", "لمياء")


def _is_thing(word: Token) -> bool:
    """Whether a word is hardly a name that stands alone."""
    return word.key.startswith("ال") or word.key in CHAINS or is_common(word) or len(word.key) < 3
