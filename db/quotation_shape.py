"""A quotation as scholars write it: words in a row, dots for words left out, brackets for what is the quoter's own.

`…`, `...`, `[…]`, `(…)` and `<…>` stand for words left out. A bracketed word, as in `he [the minister] said`, is the
quoter's: it is passed over and may stand in place of a few words. Letters in brackets inside a word, as in `[T]he` or
`minister[s]`, stand for any few letters there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.quotation_words import APOSTROPHES, ELLIPSIS, LETTER, Words, is_word, read, settled

LONGEST = 50_000
"""Characters above which each sign of a quotation is taken for the source's own, and no passage like it is sought."""
OMITTED = 400
"""Words and marks that dots may stand for, about two paragraphs."""
REPLACED = 8
"""Words and marks that a bracketed word may stand for."""

_STOPS = frozenset(".,;:،؛。、-")
"""Marks that a quotation may begin or end with, or lack, by the custom of where it is printed."""
_IN_WORD = r"\[[^\W\d_]{0,12}\]"
_SIGN = f"(?:{LETTER}|[{APOSTROPHES}](?={LETTER}))"
_SHAPE = re.compile(
    rf"(?P<left>(?:[\[(<]\s*(?:{ELLIPSIS})\s*[\])>]|{ELLIPSIS}))"
    rf"|(?P<changed>(?<!{LETTER}){LETTER}++(?:{_IN_WORD}{_SIGN}*+)+|{_IN_WORD}{LETTER}{_SIGN}*+(?:{_IN_WORD}{_SIGN}*+)*)"
    rf"|(?P<put>\[[^\[\]]*?(?:\s(?P<letters>[^\W\d_]{{1,12}}))?\](?P<rest>(?:(?<=[^\W\d_]\]){LETTER}{_SIGN}*)?))"
)
_BRACKET = re.compile(_IN_WORD)


class Piece(NamedTuple):
    """A word or mark of a quotation, where it stands in it, and a pattern for a changed one."""

    key: str
    starts: int
    ends: int
    was: str = ""

    def fits(self, key: str) -> bool:
        """Whether a word of a source is this one."""
        return re.fullmatch(self.was, key) is not None if self.was else key == self.key


class Gap(NamedTuple):
    """What stands between two runs: dots (left), or words of the quoter (put) as they are written."""

    kind: str
    text: str

    @property
    def most(self) -> int:
        """The most words and marks of the source that it may stand for."""
        return OMITTED if self.kind == "left" else REPLACED


class Run(NamedTuple):
    """Words that follow each other; the first `head` and the last `tail` of them are stops that may be lacking."""

    pieces: Sequence[Piece]
    head: int = 0
    tail: int = 0

    @property
    def core(self) -> Sequence[Piece]:
        """The pieces that may not be lacking."""
        return self.pieces[self.head : len(self.pieces) - self.tail]


class Form(NamedTuple):
    """One way to read a quotation: its runs, and the gaps between them, one fewer."""

    text: str
    runs: Sequence[Run]
    gaps: Sequence[Gap]

    @property
    def has_words(self) -> bool:
        """Whether there is a word in it to look for."""
        return any(piece.was or is_word(piece.key) for run in self.runs for piece in run.pieces)


class Quotation(NamedTuple):
    """A quotation as it was written: `literal` takes each sign of it for the source's own, `shaped` as quoters mean it.

    `shaped` is None when it has neither dots nor brackets.
    """

    text: str
    words: Words
    literal: Form
    shaped: Form | None

    @property
    def meant(self) -> Form:
        """The form that quoters mean."""
        return self.shaped or self.literal


def parse(text: str, source: Words | None = None) -> Quotation:
    """Read a quotation; its seams at the ends of lines are read as in the source, when one is given."""
    words = _read(text, source)
    literal = _form(text, [(_pieces(words, 0), None)])
    rows: list[tuple[list[Piece], Gap | None]] = []
    row: list[Piece] = []
    at = 0
    for found in _SHAPE.finditer(text) if len(text) <= LONGEST else ():
        row += _pieces(_read(text[at : found.start()], source), at)
        at = found.end()
        if found["changed"]:
            row += _changed(found[0], found.start())
            continue
        rest = found["rest"] or ""
        rows.append((row, Gap("left" if found["left"] else "put", found[0].removesuffix(rest))))
        row = _changed(f"[{found['letters']}]{rest}", at - len(rest)) if rest else []
    if not at:
        return Quotation(text, words, literal, None)
    row += _pieces(_read(text[at:], source), at)
    return Quotation(text, words, literal, _form(text, [*rows, (row, None)]))


def _read(text: str, source: Words | None) -> Words:
    return settled(read(text), source) if source else read(text)


def _pieces(words: Words, at: int) -> list[Piece]:
    """The words as pieces of a quotation in which they begin at a place."""
    return [
        Piece(key, at + starts, at + ends)
        for key, starts, ends in zip(words.keys, words.starts, words.ends, strict=True)
    ]


def _changed(word: str, starts: int) -> list[Piece]:
    """A word with letters in brackets that begins at a place; any few letters may have stood there, but no digits."""
    kept = (re.escape("".join(read(part).keys)) for part in _BRACKET.split(word))
    letters = [rf"[^\W\d_]{{0,{max(3, len(each) - 2)}}}" for each in _BRACKET.findall(word)]
    was = "".join(part + more for part, more in zip(kept, [*letters, ""], strict=True))
    key = "".join(read(_BRACKET.sub(lambda each: each[0][1:-1], word)).keys)
    return [Piece(key, starts, starts + len(word), was)] if key else []


def _form(text: str, rows: Sequence[tuple[list[Piece], Gap | None]]) -> Form:
    """Runs and gaps of rows of pieces, each with what follows it; of gaps that meet the widest stays."""
    runs: list[Run] = []
    gaps: list[Gap] = []
    gap: Gap | None = None
    for pieces, after in rows:
        if pieces:
            if runs and gap:
                gaps.append(gap)
            runs.append(_run(pieces, first=not runs and gap is None))
            gap = None
        if after and (gap is None or after.most > gap.most):
            gap = after
    return Form(text, runs, gaps)


def _run(pieces: list[Piece], *, first: bool) -> Run:
    """A run with the stops at its edges told apart; the quotation itself begins with none but a dash."""
    head = tail = 0
    while head < len(pieces) - 1 and pieces[head].key in (_STOPS & {"-"} if first else _STOPS):
        if _is_sign(pieces[head], pieces[head + 1]):
            break
        head += 1
    while tail < len(pieces) - 1 - head and pieces[-1 - tail].key in _STOPS:
        tail += 1
    return Run(pieces, head, tail)


def _is_sign(piece: Piece, after: Piece) -> bool:
    """Whether a dash is the sign of the number after it."""
    return piece.key == "-" and piece.ends == after.starts and after.key[0].isdigit()
