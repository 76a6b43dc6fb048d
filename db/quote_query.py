"""What a person types into the quote search, turned into a query of the index; no text makes it fail.

Words must all occur; `word*` is a beginning; "a phrase" is a phrase; AND, OR, NOT and parentheses combine. The last
word, while it is being typed, counts as a beginning. Case and diacritics do not matter.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from db.quote_index import role_token
from db.search_words import Sought, expression, words

MOST_WORDS = 64
DEEPEST = 20  # parentheses inside parentheses
_TOKEN = re.compile(r'"([^"]*)("?)|([()])|([^\s"()]+)')
_OPERATORS = ("AND", "OR", "NOT")


class Filters(NamedTuple):
    """What quotes are narrowed to; None means any. Speakers, parties and tags (with narrower ones) by id."""

    speaker: int | None = None
    party: int | None = None
    role: str | None = None
    year: int | None = None
    form: str | None = None
    tag: int | None = None


class Query(NamedTuple):
    """A query ready for the index: its expression, the same with sounds where that differs, what is to be marked.

    `bounds` are the first and the last rowid between which it is looked for; `remark` says what was not used.
    """

    match: str
    marks: tuple[Sought, ...] = ()
    remark: str = ""
    sound_match: str | None = None
    bounds: tuple[int, int] | None = None


class _Term(NamedTuple):
    """A word or phrase as the index reads it; `kind` is term, and, or, not, open or close."""

    kind: str
    sought: Sought | None = None


def parse(text: str, filters: Filters | None = None, *, typing: bool = True) -> Query:
    """The query for a text; while `typing`, a last word with no space after it counts as a beginning."""
    text = text.replace("\0", " ").encode(errors="ignore").decode()
    terms, remark = _terms(text, typing)
    wanted = _Parser(terms, sounds=False).expression()
    if text.strip() and not wanted:
        return Query("facets : none", remark="There is no letter or digit to search for in this.")
    facets = " AND ".join(_facets(filters or Filters()))
    narrow = f"facets : ({facets})" if facets else ""
    match, heard = (
        " AND ".join(part for part in (words, narrow) if part) or "facets : all"
        for words in (wanted, _Parser(terms, sounds=True).expression())
    )
    marks = tuple(term.sought for term in terms if term.sought)
    return Query(match, marks, remark, heard if heard != match else None)


def _facets(filters: Filters) -> list[str]:
    tokens = [f"s{filters.speaker}"] if filters.speaker is not None else []
    tokens += [f"p{filters.party}"] if filters.party is not None else []
    tokens += [role_token(filters.role)] if filters.role else []
    tokens += [f"y{filters.year}"] if filters.year is not None else []
    tokens += [f"f{filters.form}"] if filters.form else []
    tokens += [f"t{filters.tag}"] if filters.tag is not None else []
    return tokens


def _terms(text: str, typing: bool) -> tuple[list[_Term], str]:
    """The words, phrases, operators and parentheses of a text, and a remark when it was too long to use whole."""
    terms: list[_Term] = []
    words = depth = 0
    for found in _TOKEN.finditer(text):
        phrase, closed, bracket, word = found.groups()
        last = typing and found.end() == len(text)
        if bracket:
            depth += 1 if bracket == "(" else -1
            if depth <= DEEPEST:
                terms.append(_Term("open" if bracket == "(" else "close"))
        elif word in _OPERATORS:
            terms.append(_Term(word.lower()))
        else:
            beginning = last and not closed if word is None else last or word.endswith("*")
            term = _term(phrase if word is None else word, beginning)
            words += term is not None
            if words > MOST_WORDS:
                return terms, f"Only the first {MOST_WORDS} words were searched for."
            terms += [term] if term else []
    return terms, ""


def _term(text: str, beginning: bool) -> _Term | None:
    """Words that follow each other; None when there is no letter or digit."""
    found = words(text)[:MOST_WORDS]
    if not found:
        return None
    return _Term("term", Sought(tuple(found), beginning and not text[-1].isspace(), sounds=True))


class _Parser:
    """Reads any sequence of terms as a sensible expression; what does not fit is passed over."""

    def __init__(self, terms: list[_Term], sounds: bool) -> None:
        self._terms = terms
        self._sounds = sounds
        self._at = 0

    def expression(self) -> str:
        """The whole as an expression of FTS5; empty when there is no term."""
        parts: list[str] = []
        while self._at < len(self._terms):
            parts += [part] if (part := self._either()) else []
            self._at += 1  # passes over a parenthesis that closes nothing
        return _join(parts, " AND ")

    def _peek(self) -> str:
        return self._terms[self._at].kind if self._at < len(self._terms) else "end"

    def _either(self) -> str:
        parts = [self._both()]
        while self._peek() == "or":
            self._at += 1
            parts.append(self._both())
        return _join([part for part in parts if part], " OR ")

    def _both(self) -> str:
        wanted: list[str] = []
        unwanted: list[str] = []
        while (kind := self._peek()) not in ("or", "close", "end"):
            self._at += 1
            if kind == "and":
                continue
            if kind == "not":
                sounds, self._sounds = self._sounds, False  # a sound takes nothing away
                unwanted += [part] if (part := self._one()) else []
                self._sounds = sounds
            else:
                self._at -= 1
                wanted += [part] if (part := self._one()) else []
        if not unwanted:
            return _join(wanted, " AND ")
        return f"({_join(wanted, ' AND ') or 'facets : all'} NOT {_join(unwanted, ' OR ')})"

    def _one(self) -> str:
        """A term or a group; operators that lead nowhere are passed over."""
        while self._peek() in ("and", "not"):
            self._at += 1
        kind = self._peek()
        if kind in ("or", "close", "end"):
            return ""
        term = self._terms[self._at]
        self._at += 1
        if term.sought:
            return expression(term.sought.words, term.sought.beginning, self._sounds)
        inner = self._either()
        if self._peek() == "close":
            self._at += 1
        return inner


def _join(parts: list[str], operator: str) -> str:
    return f"({operator.join(parts)})" if len(parts) > 1 else "".join(parts)
