"""All notes that a search lets through, newest first."""

from __future__ import annotations

from array import array
from typing import Any

from PySide6.QtCore import QObject

from db import Cancel, Library, dates, note_list, vocabulary
from db.note_list import NoteFilters, NoteLine
from desktop.models.paged_list import PagedListModel
from desktop.session import Session

Words = dict[int, str]


class NoteListModel(PagedListModel):
    """One column of NoteLine."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._asked = ("", NoteFilters())
        self._words: Words | None = None  # read when words are first looked for, and let go when anything changes

    def search(self, text: str, filters: NoteFilters) -> None:
        """Show the notes that match; a search still running is dropped."""
        self._asked = (text, filters)
        self.refresh()

    def reread(self) -> None:
        """Do the last search again in what the library holds now."""
        self._words = None
        self.refresh()

    def begin(self) -> None:
        self._words = None
        super().begin()

    def note(self, row: int) -> NoteLine | None:
        """The note of a row; None while it is gone from the library."""
        return self.row(self.index(row, 0))

    def read_ids(self, library: Library, cancel: Cancel) -> tuple[array[int], Words | None]:
        (text, filters), words = self._asked, self._words
        ids = note_list.find(library, filters, cancel)
        if text.strip():
            words = note_list.words(library, cancel) if words is None else words
            ids = note_list.narrow(ids, words, text, cancel)
        return ids, words

    def ids_of(self, found: tuple[array[int], Words | None]) -> array[int]:
        return found[0]

    def keep(self, found: tuple[array[int], Words | None]) -> None:
        self._words = found[1]

    def read_page(self, start: int, limit: int) -> list[Any]:
        return [*note_list.lines(self._session.library, self._ids[start : start + limit])]

    def words(self, row: NoteLine) -> str:
        tags = f"; tags: {', '.join(tag.name for tag in row.tags)}" if row.tags else ""
        return f"{row.body}; {place(row)}; {signature(row)}{tags}"


def place(line: NoteLine) -> str:
    """What a note is on: `Outcome “Memorandum on zones” · Act · First round`."""
    kind = note_list.ON[line.on].capitalize()
    title = " ".join((line.passage or line.title).split())
    if line.on == "library":
        return "The library as a whole"
    source = line.title if line.passage else ""
    lost = "lost its place when the text was changed" if line.anchor else ""
    field = vocabulary.field_label(line.record.kind, line.field) if line.field else ""
    meeting = line.meeting_title if line.meeting and line.record.uid != line.meeting else ""
    return " · ".join(part for part in (f"{kind} “{title}”", lost, field, source, meeting) if part)


def signature(line: NoteLine) -> str:
    """Who wrote a note and when, and how many notes there are on it."""
    replies = f"{line.notes} {'note' if line.notes == 1 else 'notes'} on it" if line.notes else ""
    return " · ".join(part for part in (line.author or "Author not known", dates.words(line.day), replies) if part)
