"""What a person types into the quote search, cut into words, phrases, operators, parentheses and fields.

No text makes it fail, and every token keeps its place, so that it can be coloured. A word with `*` is a beginning, and
so is the last one while it is being typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

FIELDS = {
    "speaker": "who said it; none where that is not known",
    "party": "for which party it was said; none where that is not known",
    "role": "the role of that party at the meeting",
    "round": "the number of the round",
    "kind": "the kind of meeting",
    "place": "the city or country of the meeting",
    "year": "the year, or years: 2017-2019",
    "after": "said after this day, month or year",
    "before": "said before this day, month or year",
    "form": "direct or reported speech",
    "tag": "with this tag or a narrower one",
    "check": "what comparing it with its source gave",
    "topic": "from a meeting with an outcome under this topic",
    "source": "cited from this source",
    "has": "has:note for quotes that have notes",
    "spellings": "spellings:typed for words only as they are typed, spellings:exact for their accents too",
}
"""The fields that a search can be narrowed by, each with what it asks for."""

NEAR = 10
"""How many words apart `near` allows."""
FURTHEST = 1000
MOST = 500
"""Tokens of a text that are read."""
OPERATORS = ("AND", "OR", "NOT")
_OPERATORS = {word: word.lower() for word in OPERATORS} | {"|": "or", "||": "or", "&": "and", "&&": "and"}
_QUOTES = '"“”„«»'
_TOKEN = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|([()])|([^\s{_QUOTES}()]+)")
_FIELD = re.compile(r"([a-z]+):(.*)", re.ASCII | re.IGNORECASE | re.DOTALL)
_NEAR = re.compile(r"near(?:/(\d{1,4}))?", re.ASCII | re.IGNORECASE)


class Token(NamedTuple):
    """A piece of what was typed, `start` to `end` in code points.

    `kind` is word, phrase, field, and, or, not, near, open or close. `text` is the word, the words of a phrase, or the
    value of a field, which begins at `value`; `name` is that of the field; `number` how many words apart near allows.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    beginning: bool = False
    name: str = ""
    value: int = 0
    quoted: bool = False
    number: int = 0


class Span(NamedTuple):
    """A stretch to be coloured; `kind` is word, phrase, operator, bracket, field, value or unknown."""

    start: int
    end: int
    kind: str


def tokens(text: str, typing: bool = True) -> list[Token]:
    """The tokens of a text; while `typing`, a last word with no space after it counts as a beginning.

    One more than MOST of them tells that there are others.
    """
    return _placed_near(list(islice(_cut(text, typing), MOST + 1)), text)


def spans(found: list[Token]) -> tuple[Span, ...]:
    """How tokens are coloured."""
    return tuple(span for token in found for span in _spans(token) if span.start < span.end)


def _spans(token: Token) -> Iterator[Span]:
    if token.kind == "field":
        yield Span(token.start, token.start + len(token.name) + 1, "field")
        yield Span(token.value, token.end, "value")
    elif token.kind in ("word", "phrase"):
        yield Span(token.start, token.end, token.kind)
    else:
        yield Span(token.start, token.end, "bracket" if token.kind in ("open", "close") else "operator")


def _cut(text: str, typing: bool) -> Iterator[Token]:
    waiting: Token | None = None  # a field whose value has not come yet
    for found in _TOKEN.finditer(text):
        for token in _read(found, typing and found.end() == len(text)):
            if waiting and token.kind in ("word", "phrase"):
                yield _valued(waiting, token)
                waiting = None
                continue
            if waiting:
                yield waiting
            waiting = token if token.kind == "field" and token.value == token.end and not token.quoted else None
            if not waiting:
                yield token
    if waiting:
        yield waiting


def _valued(field: Token, value: Token) -> Token:
    """A field with the word or phrase that follows it as its value."""
    return field._replace(
        end=value.end, text=value.text, value=value.start, beginning=value.beginning, quoted=value.kind == "phrase"
    )


def _read(found: re.Match[str], last: bool) -> Iterator[Token]:
    """The one or two tokens that a stretch without spaces holds: a minus may stand before another."""
    start, end = found.span()
    phrase, closed, bracket, word = found.groups()
    if bracket:
        yield Token("open" if bracket == "(" else "close", start, end)
    elif word is None:
        starred = phrase.endswith("*") and not phrase[-2:-1].isspace()
        yield Token("phrase", start, end, phrase, starred or (last and not closed))
    else:
        bare = word.lstrip("-")
        if bare != word and (bare or not _stands_alone(found)):
            yield Token("not", start, end - len(bare))
        if bare:
            yield _word(bare, end - len(bare), end, last)


def _stands_alone(minus: re.Match[str]) -> bool:
    """Whether a minus has nothing right after it that it could take away."""
    following = minus.string[minus.end() : minus.end() + 1]
    return not following or following not in f"({_QUOTES}"


def _word(word: str, start: int, end: int, last: bool) -> Token:
    if operator := _OPERATORS.get(word):
        return Token(operator, start, end)
    if near := _NEAR.fullmatch(word):
        return Token("near", start, end, word, last, number=min(int(near[1] or NEAR), FURTHEST))
    field = _FIELD.fullmatch(word)
    if field and (name := field[1].lower()) in FIELDS:
        return Token("field", start, end, field[2], last, name, start + field.start(2))
    return Token("word", start, end, word, last or word.endswith("*"))


def _placed_near(found: list[Token], text: str) -> list[Token]:
    """Near as the word that it is where it does not stand between two words."""
    kinds = ("", *(token.kind for token in found), "")
    return [
        token._replace(kind="word", beginning=token.beginning and token.end == len(text))
        if token.kind == "near" and not {kinds[at], kinds[at + 2]} <= {"word", "phrase"}
        else token
        for at, token in enumerate(found)
    ]
