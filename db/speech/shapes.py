"""What is found in a text: spans in code points, who speaks, and what is suggested as a quote."""

from __future__ import annotations

import re
from typing import NamedTuple

Span = tuple[int, int]

NAMED, TITLED, POINTED, INSTITUTION, SIDES, UNKNOWN = "named", "titled", "pointed", "institution", "sides", "unknown"
"""How a speaker is told: by name, by title alone, by a pronoun, as an institution, as several sides, not at all."""
SOMEBODY = "somebody"
"""How a suggestion tells a speaker whom the text brought in by a title and never names: “a minister said”."""


class Speaker(NamedTuple):
    """Who speaks, as a text has it: the name and the title in its words, and where they stand."""

    how: str
    name: str = ""
    title: str = ""
    span: Span = (0, 0)


NOBODY = Speaker(UNKNOWN)


class Attribution(NamedTuple):
    """Words that say who speaks, and where they stand; `verb` is where the verb of saying does."""

    speaker: Speaker
    span: Span
    verb: Span


class Suggestion(NamedTuple):
    """Words of a text that seem to be a quote.

    `starts` and `ends` bound the passage, in code points; `parts` are its pieces, more than one when the words that
    say who speaks stand between them, or when it goes on over paragraphs. `words` are the pieces joined as scholars
    do. `attribution` is where it is said who speaks, None where it is not; `place` is before, inside or after the
    words, or none. `speaker` is the person at the fullest that the text has it, empty where it names nobody; `title`
    in the words of the text, which has it at `titled`. `confidence` goes from 0 to 1. `others` are those who fit as
    well where the text does not name the speaker there.
    """

    form: str
    starts: int
    ends: int
    parts: tuple[Span, ...]
    words: str
    attribution: Span | None
    place: str
    speaker: str
    title: str
    titled: Span | None
    how: str
    confidence: float
    language: str
    others: tuple[str, ...] = ()


def shifted(span: Span, by: int) -> Span:
    """A span counted from elsewhere."""
    return span[0] + by, span[1] + by


def moved_speaker(one: Speaker, by: int) -> Speaker:
    """A speaker whose place is counted from elsewhere."""
    return one._replace(span=shifted(one.span, by))


def moved(found: Attribution, by: int) -> Attribution:
    """An attribution whose spans are counted from elsewhere."""
    return Attribution(moved_speaker(found.speaker, by), shifted(found.span, by), shifted(found.verb, by))


def attribution(speaker: Speaker, verb: re.Match[str]) -> Attribution:
    """An attribution by a verb, or by other words that say so, and the speaker, both counted in the same text."""
    spans = [verb.span(), *([speaker.span] if speaker.span[1] else [])]
    return Attribution(speaker, (min(one[0] for one in spans), max(one[1] for one in spans)), verb.span())
