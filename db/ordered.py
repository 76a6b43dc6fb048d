"""Records that stand in an order within their meeting: outcomes and quotes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

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
            moved = [self._get(db.conn, uid)[0] for uid in uids]
            listed = _listed(db.conn, self.table, moved[0])
            if not {*moved} <= {other for other, _ in listed}:
                raise BadValue("Only records of one meeting can be moved together.", "position")
            keys = [other for other, _ in listed if other not in moved]
            keys[position - 1 : position - 1] = moved
            places = _places([place for _, place in listed])
            db.conn.executemany(
                f"UPDATE {self.table} SET position = ? WHERE id = ?",
                [
                    (place, other)
                    for place, other, old in zip(places, keys, listed, strict=True)
                    if old != (other, place)
                ],
            )

    def place(self, uid: str) -> int:
        """The place of a record, from 1, in the list of its meeting."""
        with self._library.reading() as conn:
            key = self._get(conn, uid)[0]
            return [other for other, _ in _listed(conn, self.table, key)].index(key) + 1

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
