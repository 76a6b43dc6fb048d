"""Records that stand in an order within their meeting: outcomes and quotes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from db.errors import BadValue
from db.records import Draft, R, Records


class Ordered(Records[R]):
    """A collection whose records have a `position` among those of their meeting; gaps are allowed, order counts."""

    def move(self, uid: str, position: int) -> None:
        """Make a record the first (1), second (2), … of its meeting's list; a position past the end means last."""
        self.move_all([uid], position)

    def move_all(self, uids: Sequence[str], position: int) -> None:
        """Put records of one meeting, in this order, at a place of its list, counted without them."""
        if position < 1:
            raise BadValue("The first place in a list is 1.", "position")
        with self._library.revise(f"Move {self.label}") as db:
            moved = dict.fromkeys(self._get(db.conn, uid)[0] for uid in uids)
            listed = _listed(db.conn, self.table, next(iter(moved)))
            if not moved.keys() <= {other for other, _ in listed}:
                raise BadValue("Only records of one meeting can be moved together.", "position")
            keys = [other for other, _ in listed if other not in moved]
            keys[position - 1 : position - 1] = moved
            self._arrange(db.conn, listed, keys)

    def stand_after(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Let the second record of each pair follow the first, in the list of the meeting that both have.

        Where there is no meeting there is no list to look at, and all stay where they are.
        """
        with self._library.revise(f"Move {self.label}") as db:
            after: dict[int | None, dict[int, int]] = {}
            for first, second in pairs:
                key, meeting = self._key(db.conn, first)
                after.setdefault(meeting, {})[key] = self._key(db.conn, second)[0]
            after.pop(None, None)
            for follows in after.values():
                listed = _listed(db.conn, self.table, next(iter(follows)))
                moved = {*follows.values()}
                keys = [
                    key
                    for other, _ in listed
                    if other not in moved
                    for key in (other, follows.get(other))
                    if key is not None
                ]
                self._arrange(db.conn, listed, keys)

    def _key(self, conn: sqlite3.Connection, uid: str) -> tuple[int, int | None]:
        """The ids of a record and of its meeting."""
        record = self._get(conn, uid)
        return record[0], record[self._fields.index("meeting_id")]

    def _arrange(self, conn: sqlite3.Connection, listed: list[tuple[int, int]], keys: list[int]) -> None:
        """Give the records of a list the order of the keys, writing only the rows whose position changes."""
        places = _places([place for _, place in listed])
        before = dict(listed)
        conn.executemany(
            f"UPDATE {self.table} SET position = ? WHERE id = ?",
            [(place, key) for place, key in zip(places, keys, strict=True) if before[key] != place],
        )

    def place(self, uid: str) -> int:
        """The place of a record, from 1, in the list of its meeting."""
        with self._library.reading() as conn:
            key = self._get(conn, uid)[0]
            return [other for other, _ in _listed(conn, self.table, key)].index(key) + 1

    def _check(self, draft: Draft) -> None:
        """A record that is new in its meeting stands last there."""
        conn, row, whole = draft
        if "position" in whole and (
            "meeting_id" not in row or row["meeting_id"] == self._key(conn, str(whole["uid"]))[1]
        ):
            return
        last = conn.execute(
            f"SELECT max(position) FROM {self.table} WHERE meeting_id IS ? AND uid <> ?",
            [whole.get("meeting_id"), whole["uid"]],
        ).fetchone()[0]
        row["position"] = (last or 0) + 1


def _listed(conn: sqlite3.Connection, table: str, key: int) -> list[tuple[int, int]]:
    """Ids and positions of the list in which a record stands, in order."""
    return conn.execute(
        f"SELECT id, position FROM {table} WHERE meeting_id IS (SELECT meeting_id FROM {table} WHERE id = ?) "
        "ORDER BY position, id",
        [key],
    ).fetchall()


def _places(places: list[int]) -> list[int]:
    """The positions to deal out: those there are, so that a move touches few rows, or 1, 2, 3 when some are equal."""
    return places if len(set(places)) == len(places) else list(range(1, len(places) + 1))
