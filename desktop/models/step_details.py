"""What is shown of one step or of one record as it was, read whole on a worker thread."""

from __future__ import annotations

from typing import NamedTuple

from db import Cancel, Library
from db.history import ChangePage, Step, Then
from db.references import Record
from db.steps import StepIds
from db.values import Value
from db.word_diff import Segment

Words = dict[tuple[int, str], tuple[Segment, ...]]
"""The changed words of each field of each change."""


class StepDetails(NamedTuple):
    """A step, a page of its changes with their changed words, and where that page begins.

    `of` is the record to whose changes the page is narrowed.
    """

    step: Step
    page: ChangePage
    words: Words
    after: int
    of: Record | None

    def value(self, which: str, change: int, field: str) -> Value:
        """The old or the new value of a field in a change."""
        for one in (one for each in self.page.changes if each.id == change for one in each.fields):
            if one.field == field:
                return one.old if which == "old" else one.new
        return None


class ThenDetails(NamedTuple):
    """A record as it was; `step` is the step after which it was so, None where a date was asked for, `day`."""

    then: Then
    step: Step | None
    day: str

    def value(self, _which: str, _change: int, field: str) -> Value:
        """The value that a field had."""
        return next((one.then for one in self.then.fields if one.field == field), None)


def read_step(library: Library, revision: int, of: Record | None, after: int, cancel: Cancel) -> StepDetails | None:
    """A step with a page of its changes; None for one that is gone."""
    step = _step(library, revision)
    if step is None:
        return None
    page = library.history.change_page(revision, of, cancel, after=after)
    words: Words = {}
    for change in page.changes:
        for field in change.fields if change.operation == "update" else ():
            cancel.check()
            words[change.id, field.field] = field.words()
    return StepDetails(step, page, words, after, of)


def read_then(library: Library, record: Record, moment: str | int, day: str, cancel: Cancel) -> ThenDetails:
    """A record as it was after a step, or by a time that is the end of a day."""
    step = _step(library, moment) if isinstance(moment, int) else None
    return ThenDetails(library.history.then(record, moment, cancel), step, day)


def _step(library: Library, revision: int) -> Step | None:
    from array import array

    return library.history.page(StepIds(array("q", [revision]), array("q"), array("q")))[0]
