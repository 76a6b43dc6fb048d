"""A quotation as scholars write it: words in a row, dots for words left out, brackets for what is the quoter's own.

`…`, `...`, `[…]`, `(…)` and `<…>` stand for words left out. A bracketed word, as in `he [the minister] said`, is the
quoter's: the source has none in its place. Letters in brackets that touch a word, as in `[T]he`, `minister[s]`,
`[un]fair` or `[2]5`, are taken for letters of the source, which may have them in the other case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db import negations, quotation_brackets
from db.quotation_brackets import Gap, Signs
from db.quotation_words import Words, is_word, read, settled

LONGEST = 50_000
"""Characters above which each sign of a quotation is taken for the source's own, and no passage like it is sought."""

_STOPS = frozenset(".,;:،؛。、-")
"""Marks that a quotation may begin or end with, or lack, by the custom of where it is printed."""
_UNREAD = "\u2060"
"""Stands for a bracket that touches a word, which is read as if it were not there."""


class Piece(NamedTuple):
    """A word or mark of a quotation, and where it stands in it.

    `free` are the letters of it in brackets, by number: the source may have them in the other case. None when none are.
    """

    key: str
    starts: int
    ends: int
    free: frozenset[int] | None = None

    def fits(self, key: str) -> bool:
        """Whether a word of a source is this one."""
        if key == self.key or not self.free or len(key) != len(self.key):
            return key == self.key
        pairs = enumerate(zip(key, self.key, strict=True))
        return all(one == other or (at in self.free and _is_one_letter(one, other)) for at, (one, other) in pairs)


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
    """One way to read a quotation: its runs, the gaps between them, one fewer, and what stands before and after all."""

    text: str
    runs: Sequence[Run]
    gaps: Sequence[Gap] = ()
    before: Gap = Gap()
    after: Gap = Gap()

    @property
    def has_words(self) -> bool:
        """Whether there is a word in it to look for."""
        return any(is_word(piece.key) for run in self.runs for piece in run.pieces)

    @property
    def has_own_words(self) -> bool:
        """Whether it says more than the source does, in brackets."""
        return any(gap.is_own for gap in (self.before, *self.gaps, self.after))

    @property
    def turns_round(self) -> bool:
        """Whether a word in brackets turns the sense round, as `[not]` does."""
        return any(gap.is_own and negations.among(gap.put) != "" for gap in (self.before, *self.gaps, self.after))


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
    literal = _form(text, [(list(_pieces(words, 0)), Gap())])
    signs = quotation_brackets.signs(text) if len(text) <= LONGEST else None
    if signs is None:
        return Quotation(text, words, literal, None)
    plain = "".join(_UNREAD if at in signs.read_over else sign for at, sign in enumerate(text))
    rows: list[tuple[list[Piece], Gap]] = []
    at = 0
    for (starts, ends), gap in (*signs.gaps, ((len(text), len(text)), Gap())):
        rows.append((list(_pieces(_read(plain[at:starts], source), at)), gap))
        at = ends
    _free(text, rows, signs)
    return Quotation(text, words, literal, _form(text, rows))


def _read(text: str, source: Words | None) -> Words:
    return settled(read(text), source) if source else read(text)


def _pieces(words: Words, at: int) -> Iterator[Piece]:
    """The words as pieces of a quotation in which they begin at a place."""
    for key, starts, ends in zip(words.keys, words.starts, words.ends, strict=True):
        yield Piece(key, at + starts, at + ends)


def _free(text: str, rows: list[tuple[list[Piece], Gap]], signs: Signs) -> None:
    """Let the letters in brackets have either case, where each sign of a word is one of its key."""
    letters = {at for span in signs.letters for at in range(*span)}
    for row, _ in rows if signs.read_over else ():
        for at, piece in enumerate(row):
            starts, ends = piece.starts, piece.ends
            places = [place for place in range(starts, ends) if place not in signs.read_over]
            is_whole = len(places) == len(piece.key)
            while starts - 1 in signs.read_over and text[starts - 1] == "[":
                starts -= 1
            while ends in signs.read_over and (text[ends] == "]" or text.startswith("[]", ends)):
                ends += 1
            if not letters.isdisjoint(places) or len(places) < ends - starts:
                free = frozenset(number for number, place in enumerate(places) if is_whole and place in letters)
                row[at] = Piece(piece.key, starts, ends, free)


def _is_one_letter(one: str, other: str) -> bool:
    """Whether two letters are one but for their case; also the two of Turkish, with and without a dot."""
    return one.upper() == other.upper() or one.lower()[0] == other.lower()[0]


def _form(text: str, rows: Sequence[tuple[list[Piece], Gap]]) -> Form:
    """Runs and gaps of rows of pieces, each with what follows it; gaps that meet are one."""
    runs: list[Run] = []
    gaps = [Gap()]  # one before each run, and one after all
    for pieces, after in rows:
        if pieces:
            runs.append(_run(pieces, first=not runs and not gaps[0].text))
            gaps.append(Gap())
        gaps[-1] = gaps[-1].joined(after)
    return Form(text, runs, gaps[1:-1], gaps[0], gaps[-1] if runs else Gap())


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
