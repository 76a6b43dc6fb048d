"""Passages that lost their place, as a list shows them."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from db import Cancel, Library, anchor_review, vocabulary, word_diff
from db.anchor_review import PassageLine, Review
from db.note_list import ON
from db.word_diff import Segment
from desktop.models.read_list import Index, ReadListModel
from desktop.session import Session

ROW = Qt.ItemDataRole.UserRole + 1
LONGEST = 20_000  # characters of words that are compared word by word
STALE = ("citations", "sources", "notes", "quotes", "outcomes", "participations", "readings", "meetings", "people")

Words = tuple[Segment, ...]


class ReviewRow(NamedTuple):
    """A passage, and for each place where it may stand its words as one text with what stands there."""

    line: PassageLine
    words: tuple[Words, ...]


class AnchorListModel(ReadListModel):
    """Rows of ReviewRow, in the order of the texts."""

    shown = Signal(Review)
    """What was read: all of it is in the list by now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._source: str | None = None

    @property
    def source(self) -> str | None:
        """The source to whose passages the list is narrowed."""
        return self._source

    def show_source(self, source: str | None) -> None:
        """Show the passages of one source, or of all; until they are read the old ones stay."""
        self._source = source
        self.reload()

    def reload(self) -> None:
        """Read again; what was found for a passage in the same text is kept."""
        source, known = self._source, {row.line.id: row for row in self._rows}
        self._read(lambda library, cancel: _read(library, source, known, cancel), self._show)

    def clear(self) -> None:
        """Let go of the library before."""
        self.stop()
        self._source = None
        self._fill(())

    def index_of(self, citation: str) -> QModelIndex:
        """The row of a citation; an invalid index when it is not listed."""
        at = next((at for at, row in enumerate(self._rows) if row.line.uid == citation), None)
        return QModelIndex() if at is None else self.index(at)

    def _show(self, found: tuple[Review, list[ReviewRow]]) -> None:
        review, rows = found
        if rows != self._rows:
            self._fill(rows)
        self.shown.emit(review)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: ReviewRow | None = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            there = row.line.candidates[0].words if row.line.state == "near" else ""
            now = f"; now “{there}”" if there else ""
            return f"{place(row.line)}: {state_words(row.line)}; was “{row.line.sought.exact}”{now}"
        return None


def place(line: PassageLine) -> str:
    """What a passage stands behind: `Outcome “Memorandum on zones” · Act · First round`."""
    kind = ON[line.record.kind].capitalize()
    title = " ".join(line.title.split())
    field = vocabulary.field_label(line.record.kind, line.field) if line.field else ""
    meeting = line.meeting_title if line.meeting and line.record.uid != line.meeting else ""
    return " · ".join(part for part in (f"{kind} “{title}”", field, meeting) if part)


def state_words(line: PassageLine) -> str:
    """How like the passage what stands in the text now is, in words."""
    if line.state == "several":
        number = len(line.candidates)
        return f"{number}{' or more' if line.found.more else ''} places look alike"
    if line.state == "near" and line.candidates:
        best = line.candidates[0]
        if best.words == line.sought.exact:
            return "same words, other surroundings"
        return "nearly the same words" if best.score >= NEARLY else "somewhat alike"
    return {"same": "same words and surroundings", "orphan": "not found"}.get(line.state, "")


NEARLY = 0.85
"""The score from which words count as nearly the same."""


def _read(
    library: Library, source: str | None, known: dict[int, ReviewRow], cancel: Cancel
) -> tuple[Review, list[ReviewRow]]:
    review = anchor_review.read(library, source, {key: row.line for key, row in known.items()}, cancel)
    rows: list[ReviewRow] = []
    for line in review.lines:
        cancel.check()
        before = known.get(line.id)
        if before and before.line.found is line.found:
            rows.append(ReviewRow(line, before.words))
        else:
            rows.append(ReviewRow(line, tuple(_marked(line.sought.exact, one.words) for one in line.candidates)))
    return review, rows


def _marked(old: str, new: str) -> Words:
    """Old and new words as one text; where they are very long, without looking for what they share."""
    if old != new and len(old) + len(new) > LONGEST:
        return Segment("gone", old), Segment("new", new)
    return word_diff.diff(old, new)
