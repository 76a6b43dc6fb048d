"""Whom words in Arabic and Persian name, where no capitals tell names from other words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from db.speech.lexicon import Lexicon, a_set
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, TITLED, Speaker
from db.speech.tokens import Token

LONGEST = 12  # words of a title with a name
CLOSED = 4  # words of a name that ends with a comma
_CHAINS = a_set(
    "خارجية وفد مكتب هيئة مجلس وزراء أركان دفاع داخلية مالية شؤون حكومة لجنة فريق منظمة أمم جامعة اتحاد وزير رئيس قوات "
    "بيئة نقل صحة تعليم زراعة اقتصاد تجارة عدل إعلام طاقة سياحة عمل ثقافة رياضة مياه صناعة تخطيط إسكان "
    "وزارة بعثة حزب حركة جيش"
)
"""Words of offices that another word must follow."""
_PERSIAN_CHAINS = a_set("امور خارجه هیئت دفاع کشور اطلاعات جمهور ملی کل سازمان وزارت ارشد")
_ENDS = ("إن", "أن", "بأن", "که")


class _Words(NamedTuple):
    """Words that may name somebody; `closed` tells that a comma or the like shows where they end."""

    words: Sequence[Token]
    text: str
    closed: bool

    def words_of(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def span(self, last: int) -> tuple[int, int]:
        return self.words[0].start, self.words[last - 1].end


def read(lex: Lexicon, words: Sequence[Token], text: str, known: Collection[str], *, whole: bool) -> Speaker | None:
    """The speaker whom words name from their beginning; see `phrases.read`."""
    end = _reach(lex, words)
    if not end or (whole and end < len(words)):
        return None
    closed = end == len(words) or not words[end].is_word or words[end].key in _ENDS
    used = _Words(words[:end], text, closed)
    first = words[0].text
    if lex.pronouns.fullmatch(first):
        return Speaker(POINTED, "", first, used.span(1)) if not whole or end == 1 else None
    if lex.sides.fullmatch(first) or lex.many.fullmatch(first):
        return Speaker(SIDES, "", used.words_of(0, end), used.span(end))
    if lex.institutions.match(first):
        return Speaker(INSTITUTION, "", used.words_of(0, end), used.span(end))
    if words[0].title:
        return _titled(lex, used)
    return None if lex.documents.match(first) else _plain_name(lex, used, known)


def _reach(lex: Lexicon, words: Sequence[Token]) -> int:
    """How many words belong together from the beginning on."""
    end = 0
    if words[0].key.startswith("لل") and not words[0].title and lex.code == "ar":
        return 0  # “to the press”
    while end < min(len(words), LONGEST) and words[end].is_word and words[end].key not in lex.stops:
        if end and lex.code == "ar" and _leads_on(words, end):
            break
        end += 1
    return end


def _leads_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word with a preposition joined to it begins something else: “to the press”, not “of the UN”."""
    key = words[at].key
    if not key.startswith(("لل", "وال", "بال")) or len(key) <= 5:
        return False
    office = key.startswith("لل") and words[0].title and at + 1 < len(words) and words[at + 1].key.startswith("ال")
    return not office


def _plain_name(lex: Lexicon, used: _Words, known: Collection[str]) -> Speaker | None:
    words = used.words
    at = 1 if words[0].key in lex.honorifics and len(words) > 1 else 0
    if words[at].key.startswith("ال") and not at and words[0].key not in known:
        return None  # a thing: “the statement”
    if used.closed and len(words) - at <= CLOSED:
        end = _without_tail(words, at)
    elif lex.code == "fa":
        return None
    else:
        end = min(len(words), at + 2)
        end += end < len(words) and words[end].key.startswith("ال")
    return Speaker(NAMED, used.words_of(at, end), "", used.span(end))


def _without_tail(words: Sequence[Token], at: int) -> int:
    """Where a name that begins at a place ends: “dryly”, “in Geneva” and “her anger” are no part of it."""
    end = len(words)
    while end - at > 2 and (words[end - 1].key.startswith("ب") or words[end - 1].key.endswith(("ها", "هم"))):
        end -= 1
    return end


def _titled(lex: Lexicon, used: _Words) -> Speaker:
    """A title, its complements, and the name that follows."""
    words = used.words
    at = _past_persian(words) if lex.code == "fa" else _past_complements(words)
    title = used.words_of(0, at)
    if at == len(words):
        return Speaker(TITLED, "", title, used.span(at))
    end = _without_tail(words, at) if used.closed and len(words) - at <= CLOSED else min(len(words), at + 2)
    return Speaker(NAMED, used.words_of(at, end), title, used.span(end))


def _past_persian(words: Sequence[Token]) -> int:
    at = 1
    while at < len(words) and (words[at].key in _PERSIAN_CHAINS or words[at].title):
        at += 1
    return min(at + 1, len(words)) if len(words) - at != 2 else at


def _past_complements(words: Sequence[Token]) -> int:
    """The place where the title ends: after an indefinite office comes what it is the office of, then adjectives."""
    at = 1
    while at < len(words) and words[at].title:
        at += 1
    if at < len(words) and not _is_definite(words[at - 1].key):
        at += 1
        while at < len(words) and words[at - 1].key in _CHAINS and _goes_on(words, at):
            at += 1
    at = _past_adjectives(words, at)
    if at < len(words) and words[at].key.startswith("لل"):
        at = _past_adjectives(words, at + 1)
    if at < len(words) and words[at].key in ("باسم", "لدى", "لشؤون", "إلى"):
        at = _past_adjectives(words, at + 2)
    return min(at, len(words))


def _is_definite(key: str) -> bool:
    """Whether an office is said to be somebody's, or the one that is known: “her deputy”, “the deputy”."""
    return key.lstrip("وف").startswith("ال") or key.endswith(("ها", "هم", "ه"))


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word still belongs to the office: it has the article, or enough is left for a name."""
    return words[at].key.startswith("ال") or len(words) - at != 2


def _past_adjectives(words: Sequence[Token], at: int) -> int:
    """Past words with the article; the last of several may as well be a surname."""
    while at < len(words) and words[at].key.startswith("ال") and (at + 1 == len(words) or len(words) - at != 1):
        at += 1
    return at
