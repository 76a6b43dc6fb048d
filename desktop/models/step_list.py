"""The steps of the library's history, or of the history of one record; and the records that were removed."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject

from db import Cancel, Library
from db.history import Removed, Step, StepIds
from db.references import Record
from db.steps import MOST
from db.values import count
from desktop.models.local_time import When, when
from desktop.models.paged_list import PagedListModel
from desktop.session import Session

KIND_WORDS = {
    "participation": "participant", "alias": "spelling", "outcome-topic": "topic", "tagging": "tag",
    "library": "this library",
}  # fmt: skip
ATTACHED = ("note", "citation", "reading", "alias")
"""Kinds that stand on a record; others are of one."""
UNKNOWN = "author not known"


class StepListModel(PagedListModel):
    """Rows of Step, newest first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.record: Record | None = None
        """Whose history is shown; None stands for the whole library."""
        self._found = StepIds(array("q"), array("q"), array("q"))

    def show_record(self, record: Record | None) -> None:
        """Show the history of a record, or of the library."""
        self.record = record
        self.begin()

    def step(self, row: int) -> Step | None:
        """The step of a row."""
        return self.row(self.index(row, 0))

    def read_ids(self, library: Library, cancel: Cancel) -> StepIds:
        return library.history.step_ids(self.record, cancel)

    def ids_of(self, found: StepIds) -> array[int]:
        return found.ids

    def keep(self, found: StepIds) -> None:
        self._found = found

    def read_page(self, start: int, limit: int) -> list[Step | None]:
        return self._session.library.history.page(self._found.part(start, limit))

    def words(self, row: Step) -> str:
        parts = [row.label, row.about, row.author or UNKNOWN, str(when_of(row)), changes_in(row)]
        return ", ".join(filter(None, [*parts, "" if row.stands else "taken back since"]))


class RemovedListModel(PagedListModel):
    """Rows of Removed, last removed first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.record: Record | None = None
        """From which record they were removed; None stands for the whole library."""

    def show_record(self, record: Record | None) -> None:
        """Show what was removed from a record, or from the library."""
        self.record = record
        self.begin()

    def removed(self, row: int) -> Removed | None:
        """The removed record of a row."""
        return self.row(self.index(row, 0))

    def read_ids(self, library: Library, cancel: Cancel) -> array[int]:
        return library.history.removed_ids(self.record, cancel)

    def ids_of(self, found: array[int]) -> array[int]:
        return found

    def read_page(self, start: int, limit: int) -> list[Removed]:
        return self._session.library.history.removed_page(self._ids[start : start + limit])

    def words(self, row: Removed) -> str:
        return ", ".join([kind_word(row.kind), row.title, row.label, row.author or UNKNOWN, str(when(row.made_at))])


def when_of(step: Step) -> When:
    """When a step was made."""
    return when(step.made_at, day_only=step.kind == "dataset")


def kind_word(kind: str) -> str:
    """A kind of record as people call it."""
    return KIND_WORDS.get(kind, kind)


def changes_in(step: Step) -> str:
    """How much a step wrote, in words."""
    return f"over {MOST:,} changes" if step.changes > MOST else count(step.changes, "change", "changes")
