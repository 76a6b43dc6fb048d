"""Participations: one party at one meeting in one role, and who led its delegation."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import values
from db.errors import BadValue
from db.records import Draft, Records
from db.vocabulary import ATTENDANCE, ROLES


class Participation(NamedTuple):
    """One participant line as it is stored."""

    id: int
    uid: str
    meeting_id: int
    party_id: int
    role: str
    attendance: str
    head_id: int | None
    head_title: str | None
    note: str | None


class ParticipationValues(TypedDict, total=False):
    """What people edit of a participant line; `meeting`, `party` and `head` (a person) by uid."""

    meeting: str
    party: str
    role: str
    attendance: str
    head: str | None
    head_title: str | None
    note: str | None


class Participations(Records[Participation]):
    """The participant lines of a library."""

    kind, table, label, title, row = "participation", "participations", "participant line", "role", Participation
    required = ("meeting_id", "party_id", "role", "attendance")
    words: ClassVar = {"role": ROLES, "attendance": ATTENDANCE}
    refers: ClassVar = {"meeting": "meetings", "party": "parties", "head": "people"}

    def add(self, *, uid: str | None = None, **given: Unpack[ParticipationValues]) -> str:
        """A new participant line; its uid. Needs a meeting, a party, a role and an attendance."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[ParticipationValues]) -> None:
        """Change fields of a participant line."""
        self._edit(uid, given)

    def of_meeting(self, meeting: str) -> list[Participation]:
        """The participant lines of a meeting, in the order in which they were added."""
        with self._library.reading() as conn:
            return self._select(
                conn, "WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?) ORDER BY id", [meeting]
            )

    def _check(self, draft: Draft) -> None:
        whole = draft.whole
        if whole.get("head_id") is None or not draft.row.keys() & {"meeting_id", "party_id", "head_id"}:
            return
        other = draft.conn.execute(
            "SELECT h.name, p.name FROM participations l JOIN parties p ON p.id = l.party_id "
            "JOIN people h ON h.id = l.head_id "
            "WHERE l.meeting_id = ? AND l.head_id = ? AND l.party_id <> ? AND l.uid <> ?",
            [whole[name] for name in ("meeting_id", "head_id", "party_id", "uid")],
        ).fetchone()
        if other:
            head, party = map(values.short, other)
            raise BadValue(f"{head} leads the delegation of {party} at this meeting already.", "head")
