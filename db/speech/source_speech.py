"""What of the text of a source is suggested as quotes, with whom of the library each means, and what became of it."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.cancel import Cancel
from db.errors import Gone
from db.speech import rejected
from db.speech.finding import find
from db.speech.people import Match, Named, People, meetings_citing
from db.speech.rejected import Passage
from db.speech.shapes import Span, Suggestion

if TYPE_CHECKING:
    from db.library import Library

NEARBY = 50  # passages that begin before one ends, among which one that is the same must be
DOUBTFUL = 0.5  # the confidence where it is not sure who of the library speaks
SAME = 0.5  # share of two passages that both have, from which they are one


class Found(NamedTuple):
    """A suggestion; `stored` is the uid of the quote that cites this passage already, None when none does."""

    suggestion: Suggestion
    match: Match
    stored: str | None
    rejected: bool

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from others of the same text."""
        return self.suggestion.form, self.suggestion.starts, self.suggestion.ends

    @property
    def confidence(self) -> float:
        """How sure it is that these are words of that speaker, from 0 to 1."""
        return min(self.suggestion.confidence, DOUBTFUL) if self.match.doubt else self.suggestion.confidence


class SourceSpeech(NamedTuple):
    """A source with what is suggested from its text; `text` is None when the library holds none.

    `meetings` are those on whose pages it is cited.
    """

    uid: str
    title: str
    language: str | None
    text: str | None
    digest: str | None
    meetings: list[Named]
    found: list[Found]


def read(library: Library, source: str, cancel: Cancel, before: SourceSpeech | None = None) -> SourceSpeech:
    """What is suggested from a source as it is now; Gone when it is no longer in the library.

    `before` is what was read earlier: a text that is still the same is not searched again.
    """
    with library.reading(cancel) as conn:
        row = conn.execute("SELECT title, language, text, text_sha256 FROM sources WHERE uid = ?", [source]).fetchone()
        if row is None:
            raise Gone("This source is no longer in the library.")
    title, language, text, digest = row
    if before and (before.uid, before.digest, before.language) == (source, digest, language):
        suggestions: Sequence[Suggestion] = [one.suggestion for one in before.found]
    else:
        suggestions = list(find(text or "", language, cancel, _named_in(library, text or "", cancel)))
    with library.reading(cancel) as conn:
        meetings = meetings_citing(conn, source)
        places = stored_passages(conn, source)
        refused = rejected.read(conn, source)
    people = People(library, frozenset(one.uid for one in meetings), cancel)
    found = list[Found]()
    for one, quote in zip(suggestions, _stored(suggestions, places), strict=True):
        cancel.check()
        found.append(Found(one, people.match(one), quote, Passage(one.form, one.words) in refused))
    return SourceSpeech(source, title, language, text, digest, meetings, found)


_NAMES = (
    "SELECT name FROM people UNION SELECT form FROM aliases WHERE record_kind = 'person' AND record_uid IS NOT NULL"
)
_WORD = re.compile(r"\w+")


def _named_in(library: Library, text: str, cancel: Cancel) -> list[str]:
    """The spellings of people of the library whose last word stands in a text."""
    words = {word.lower() for word in _WORD.findall(text)}
    with library.reading(cancel) as conn:
        names = [name for (name,) in conn.execute(_NAMES)]
    return [name for name in names if {word.lower() for word in _WORD.findall(name)[-1:]} & words]


class StoredPassage(NamedTuple):
    """A passage of a source that a quote cites as a whole."""

    quote: str
    starts: int
    ends: int


def stored_passages(conn: sqlite3.Connection, source: str) -> list[StoredPassage]:
    """The passages of a source that quotes cite, in the order of the text."""
    rows = conn.execute(
        "SELECT q.uid, c.starts, c.ends FROM sources s JOIN citations c ON c.source_id = s.id "
        "JOIN quotes q ON c.record_kind = 'quote' AND q.uid = c.record_uid "
        "WHERE s.uid = ? AND (c.field IS NULL OR c.field = 'text') AND c.starts IS NOT NULL "
        "ORDER BY c.starts, c.ends, c.id",
        [source],
    )
    return [StoredPassage(*row) for row in rows]


def _stored(suggestions: Sequence[Suggestion], places: list[StoredPassage]) -> list[str | None]:
    """For each suggestion the quote that cites its passage."""
    begins = [place.starts for place in places]
    found = list[str | None]()
    for one in suggestions:
        after = bisect_left(begins, one.ends)
        found.append(same_passage((one.starts, one.ends), places[max(0, after - NEARBY) : after]))
    return found


def same_passage(span: Span, places: Iterable[StoredPassage]) -> str | None:
    """The quote whose passage is the same as a span, but for its edges."""
    for place in places:
        both = min(span[1], place.ends) - max(span[0], place.starts)
        either = max(span[1], place.ends) - min(span[0], place.starts)
        if both > 0 and both / either >= SAME:
            return place.quote
    return None
