"""Records that stand in an order within their meeting: outcomes and quotes."""

from __future__ import annotations

import sqlite3

from db.errors import BadValue
from db.records import Draft, R, Records


class Ordered(Records[R]):
    """A collection whose records have a `position` among those of their meeting; gaps are allowed, order counts."""

    def move(self, uid: str, position: int) -> None:
        """Make a record the first (1), second (2), … of its meeting's list; a position past the end means last."""
        if position < 1:
            raise BadValue("The first place in a list is 1.", "position")
        with self._library.revise(f"Move {self.label}") as db:
            key = self._get(db.conn, uid)[0]
            listed = _listed(db.conn, self.table, key)
            keys = [other for other, _ in listed if other != key]
            keys.insert(position - 1, key)
            places = _places([place for _, place in listed])
            db.conn.executemany(
                f"UPDATE {self.table} SET position = ? WHERE id = ?",
                [
                    (place, other)
                    for place, other, old in zip(places, keys, listed, strict=True)
                    if old != (other, place)
                ],
            )

    def _check(self, draft: Draft) -> None:
        """A record that is new in its meeting stands last there."""
        conn, row, whole = draft
        if "position" in whole and "meeting_id" not in row:
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
