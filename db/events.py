"""Events between meetings, such as exchanges of detainees."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db.meetings import check_number_is_free
from db.records import Draft, Records
from db.vocabulary import EVENT_KINDS


class Event(NamedTuple):
    """One event as it is stored."""

    id: int
    uid: str
    kind: str
    number: int | None
    title: str
    happened: str | None
    place: str | None
    topic_id: int | None
    note: str | None


class EventValues(TypedDict, total=False):
    """What people edit of an event; `topic` by uid."""

    kind: str
    number: int | None
    title: str
    happened: str | None
    place: str | None
    topic: str | None
    note: str | None


class Events(Records[Event]):
    """The events of a library."""

    kind, table, label, title, row = "event", "events", "event", "title", Event
    required = ("kind", "title")
    words: ClassVar = {"kind": EVENT_KINDS}
    dates = ("happened",)
    refers: ClassVar = {"topic": "topics"}

    def add(self, *, uid: str | None = None, **given: Unpack[EventValues]) -> str:
        """A new event; its uid. Needs a kind and a title."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[EventValues]) -> None:
        """Change fields of an event."""
        self._edit(uid, given)

    def _check(self, draft: Draft) -> None:
        check_number_is_free(draft.conn, "events", draft.whole)
