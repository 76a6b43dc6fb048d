"""The history as people read it: the steps of the library or of one record, what each changed, and what there was."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from db import removed, step_changes, steps, then
from db.cancel import Cancel
from db.past import Names
from db.record_rows import rows_of
from db.records import PAGE
from db.references import Record
from db.removed import Removed
from db.step_changes import Change, ChangePage, FieldChange, Owner
from db.steps import Step, StepIds
from db.then import Then

if TYPE_CHECKING:
    from db.library import Library


class History:
    """The history of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def step_ids(self, record: Record | None, cancel: Cancel) -> StepIds:
        """All steps, newest first: of the library, or those that wrote a record or what belongs to it.

        What belonged to the record and was removed since counts too.
        """
        with self._library.reading(cancel) as conn:
            if record is None:
                return steps.all_ids(conn)
            return steps.ids_of_rows(conn, rows_of(conn, Record(*record)))

    def page(self, some: StepIds) -> list[Step | None]:
        """The steps of at most PAGE ids."""
        with self._library.reading() as conn:
            return steps.page(conn, some)

    def steps(self, cancel: Cancel, *, before: int | None = None, limit: int = PAGE) -> list[Step]:
        """The newest steps of the library, or those before a given one."""
        return self._newest(self.step_ids(None, cancel), before, limit)

    def steps_of(self, record: Record, cancel: Cancel, *, before: int | None = None, limit: int = PAGE) -> list[Step]:
        """The newest steps that wrote a record or what belongs to it; only changes to these are counted."""
        return self._newest(self.step_ids(record, cancel), before, limit)

    def _newest(self, found: StepIds, before: int | None, limit: int) -> list[Step]:
        start = 0 if before is None else sum(revision >= before for revision in found.ids)
        return [step for step in self.page(found.part(start, limit)) if step]

    def changes(self, revision: int, *, after: int = 0, limit: int = PAGE) -> list[Change]:
        """What a step wrote, each record once, in order; `after` is the id of the last change of the page before."""
        with self._library.reading() as conn:
            return step_changes.read(conn, revision, None, after, limit).changes

    def change_page(
        self, revision: int, of: Record | None, cancel: Cancel, *, after: int = 0, limit: int = PAGE
    ) -> ChangePage:
        """A page of what a step wrote, or only of what it wrote of one record and its parts."""
        with self._library.reading(cancel) as conn:
            rows = None if of is None else rows_of(conn, Record(*of))
            return step_changes.read(conn, revision, rows, after, limit, cancel)

    def title(self, record: Record) -> str:
        """What people know a record by, also one that was removed; empty for one that was never there."""
        with self._library.reading() as conn:
            return Names(conn).title_by_uid(*record)

    def then(self, record: Record, moment: str | int, cancel: Cancel) -> Then:
        """A record as it was: at the end of a day, or at a time (ISO 8601, UTC), or after a step by its id."""
        with self._library.reading(cancel) as conn:
            return then.read(conn, Record(*record), moment, cancel)

    def removed_ids(self, record: Record | None, cancel: Cancel) -> array[int]:
        """The records that were removed and are not there now, last removed first: of the library, or of one record.

        What went with another record is not listed; it comes back with that.
        """
        with self._library.reading(cancel) as conn:
            return removed.ids(conn, None if record is None else rows_of(conn, Record(*record)), cancel)

    def removed_page(self, some: array[int]) -> list[Removed]:
        """The removed records of at most PAGE ids."""
        with self._library.reading() as conn:
            return removed.page(conn, some)

    def removed(self, cancel: Cancel, *, limit: int = PAGE) -> list[Removed]:
        """The records that were removed last."""
        return self.removed_page(self.removed_ids(None, cancel)[:limit])

    def restore(self, record: Record) -> None:
        """Put a removed record back with all that went with it, as a step; Conflict or Gone when that cannot be."""
        removed.restore(self._library, Record(*record))


__all__ = ["Change", "ChangePage", "FieldChange", "History", "Owner", "Removed", "Step", "StepIds", "Then"]
