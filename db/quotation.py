"""Whether a quotation stands in a text word for word, where, and if not, which words are other ones.

verbatim   the words as they stand; dots may stand for some words left out, `[T]he` for `the`
marks      the same but for quotation marks, dashes, spaces, line breaks, a stop at the end, and words of the quoter in
           brackets that stand in the place of none of the source's
differs    most of it stands there: a word, a number, a letter's case or a mark inside it is another one; or all of it,
           but a bracket puts in, or dots leave out, a word such as `not` that turns its sense round
missing    it does not stand there

A word cut in two, a hyphenated one among them, is another word: `military solution` does not stand in `non-military
solution`, nor `400` in `5,400` or `40` in `40 %`.
"""

from __future__ import annotations

from typing import NamedTuple

from db import quotation_exact, quotation_nearest
from db.quotation_nearest import between, joined, spaced
from db.quotation_shape import LONGEST, Form, Quotation, parse
from db.quotation_words import Words, has_seams, read, settled
from db.word_diff import Segment

TURNED = 0.999
"""How much is alike where but for a word such as `not` all is."""
RANKS = ("verbatim", "marks", "differs", "missing")
Span = tuple[int, int]
"""A stretch of a text in code points."""


class Finding(NamedTuple):
    """What comparing a quotation with a text gave.

    `starts` and `ends` are the passage in code points of the text, None when it is missing; `score` says how much is
    alike, from 0 to 1. `segments` are the two as one: same, gone (in the text only), new (in the quotation only), left
    (left out by dots), put (words of the quoter).
    """

    result: str
    starts: int | None = None
    ends: int | None = None
    score: float = 0.0
    segments: tuple[Segment, ...] = ()

    @property
    def rank(self) -> tuple[int, float]:
        """What sorts findings, the best first."""
        return RANKS.index(self.result), -self.score


MISSING = Finding("missing")


def compare(quotation: Quotation | str, text: Words | str, near: Span | None = None, *, alike: bool = True) -> Finding:
    """Compare a quotation with a text; of several places where it stands the one nearest to `near` is told.

    Without `alike` what does not stand there word for word is missing: no passage like it is sought.
    """
    words = read(text) if isinstance(text, str) else text
    wanted = parse(quotation) if isinstance(quotation, str) else quotation
    if not wanted.literal.has_words or not words.keys:
        return MISSING
    if has_seams(wanted.text):
        wanted = parse(wanted.text, words)
    words = settled(words, wanted.words)
    for form in (wanted.literal, wanted.shaped):
        found = form and form.has_words and _standing(form, words, near)
        if found:
            return found
    if not alike or len(wanted.text) > LONGEST or not wanted.meant.has_words:
        return MISSING
    likest = quotation_nearest.find(wanted.meant, words)
    if likest is None:
        return MISSING
    starts, ends = words.starts[likest.place.first], words.ends[likest.place.last - 1]
    return Finding("differs", starts, ends, likest.score, likest.segments)


def _standing(form: Form, words: Words, near: Span | None) -> Finding | None:
    """The quotation where it stands word for word; None when it does not."""
    found = quotation_exact.find(form, words, near)
    if found is None:
        return None
    places, same = found
    wide = [quotation_exact.whole(run, words, place) for run, place in zip(form.runs, places, strict=True)]
    pieces = [("put", spaced(form.before.put))]
    for at, place in enumerate(wide):
        pieces.append(("same", words.slice(*place)))
        if at < len(form.gaps):
            pieces += between(form.gaps[at], words.text[words.ends[place.last - 1] : words.starts[wide[at + 1].first]])
    pieces.append(("put", form.after.put and f" {form.after.put}"))
    starts, ends = words.starts[wide[0].first], words.ends[wide[-1].last - 1]
    if form.turns_round:
        return Finding("differs", starts, ends, TURNED, joined(pieces))
    return Finding("verbatim" if same and not form.has_own_words else "marks", starts, ends, 1.0, joined(pieces))
