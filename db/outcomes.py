"""Outcomes: what came of a meeting, in order, each under any number of topics."""

from __future__ import annotations

import sqlite3
from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import references
from db.ordered import Ordered
from db.records import new_uid
from db.topics import Topic
from db.vocabulary import ACTS


class Outcome(NamedTuple):
    """One outcome as it is stored."""

    id: int
    uid: str
    meeting_id: int
    position: int
    act: str
    act_as_worded: str | None
    actor: str | None
    text: str
    note: str | None


class OutcomeValues(TypedDict, total=False):
    """What people edit of an outcome; `meeting` by uid."""

    meeting: str
    act: str
    act_as_worded: str | None
    actor: str | None
    text: str
    note: str | None


class Outcomes(Ordered[Outcome]):
    """The outcomes of a library."""

    kind, table, label, title, row = "outcome", "outcomes", "outcome", "text", Outcome
    required = ("meeting_id", "act", "text")
    words: ClassVar = {"act": ACTS}
    refers: ClassVar = {"meeting": "meetings"}

    def add(self, *, uid: str | None = None, **given: Unpack[OutcomeValues]) -> str:
        """A new outcome, last of its meeting; its uid. Needs a meeting, an act and a text."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[OutcomeValues]) -> None:
        """Change fields of an outcome; in another meeting it stands last."""
        self._edit(uid, given)

    def of_meeting(self, meeting: str) -> list[Outcome]:
        """The outcomes of a meeting, in order."""
        clause = "WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?) ORDER BY position, id"
        with self._library.reading() as conn:
            return self._select(conn, clause, [meeting])

    def topics(self, uid: str) -> list[Topic]:
        """The topics under which an outcome stands, in the order in which it was put there."""
        with self._library.reading() as conn:
            rows = conn.execute(
                f"SELECT {', '.join(f't.{field}' for field in Topic._fields)} FROM outcome_topics o "
                "JOIN topics t ON t.id = o.topic_id WHERE o.outcome_id = (SELECT id FROM outcomes WHERE uid = ?) "
                "ORDER BY o.id",
                [uid],
            ).fetchall()
        return [Topic(*row) for row in rows]

    def put_under(self, uid: str, *topics: str) -> None:
        """Put an outcome under topics; those under which it stands already are passed over."""
        with self._library.revise("Put outcome under topic") as db:
            for outcome, topic in self._pairs(db.conn, uid, topics):
                known = "SELECT 1 FROM outcome_topics WHERE outcome_id = ? AND topic_id = ?"
                if not db.conn.execute(known, [outcome, topic]).fetchone():
                    db.table("outcome_topics").insert({"uid": new_uid(), "outcome_id": outcome, "topic_id": topic})

    def take_from(self, uid: str, *topics: str) -> None:
        """Take an outcome from under topics."""
        with self._library.revise("Take outcome from topic") as db:
            pairs = self._pairs(db.conn, uid, topics)
            db.conn.executemany("DELETE FROM outcome_topics WHERE outcome_id = ? AND topic_id = ?", pairs)

    def _pairs(self, conn: sqlite3.Connection, uid: str, topics: tuple[str, ...]) -> list[tuple[int, int]]:
        outcome = self._get(conn, uid).id
        return [(outcome, references.record_id(conn, "topics", topic, "topic")) for topic in topics]
