"""Tags: a researcher's own codes, a tree, put on any records."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import references, trees, twins, values
from db.records import Draft, Records, new_uid
from db.references import Record


class Tag(NamedTuple):
    """One tag as it is stored."""

    id: int
    uid: str
    name: str
    parent_id: int | None
    colour: str | None
    description: str | None


class TagValues(TypedDict, total=False):
    """What people edit of a tag; `parent` (the wider tag) by uid."""

    name: str
    parent: str | None
    colour: str | None
    description: str | None


class Tags(Records[Tag]):
    """The tags of a library, and the records they are on; a tag is removed from all records with it."""

    kind, table, label, row = "tag", "tags", "tag", Tag
    required = ("name",)
    refers: ClassVar = {"parent": "tags"}

    def add(self, *, uid: str | None = None, **given: Unpack[TagValues]) -> str:
        """A new tag; its uid. Needs a name."""
        return self._add(given, uid)

    def edit(self, uid: str, **given: Unpack[TagValues]) -> None:
        """Change fields of a tag."""
        self._edit(uid, given)

    def rename(self, uid: str, name: str) -> None:
        """Give a tag another name."""
        self._edit(uid, {"name": name}, f"Rename tag {values.quoted(self.get(uid).name)}")

    def move(self, uid: str, parent: str | None) -> None:
        """Put a tag under a wider one, or on top."""
        self._edit(uid, {"parent": parent}, f"Move tag {values.quoted(self.get(uid).name)}")

    def put(self, uid: str, *records: Record) -> None:
        """Put a tag on records; those that have it already are passed over."""
        with self._library.revise(f"Put tag {values.quoted(self.get(uid).name)} on {_counted(records)}") as db:
            key = self._get(db.conn, uid).id
            for kind, record in records:
                references.check_record(db.conn, kind, record)
                known = "SELECT 1 FROM taggings WHERE tag_id = ? AND record_kind = ? AND record_uid = ?"
                if not db.conn.execute(known, [key, kind, record]).fetchone():
                    row = {"uid": new_uid(), "tag_id": key, "record_kind": kind, "record_uid": record}
                    db.table("taggings").insert(row)

    def take(self, uid: str, *records: Record) -> None:
        """Take a tag off records."""
        with self._library.revise(f"Take tag {values.quoted(self.get(uid).name)} off {_counted(records)}") as db:
            key = self._get(db.conn, uid).id
            db.conn.executemany(
                "DELETE FROM taggings WHERE tag_id = ? AND record_kind = ? AND record_uid = ?",
                [(key, kind, record) for kind, record in records],
            )

    def merge(self, keep: str, other: str) -> None:
        """Make two tags one: what has the other gets the kept one, under which the other's narrower tags come."""
        kept, gone = self.get(keep), self.get(other)
        with self._library.revise(f"Merge tag {values.quoted(gone.name)} into {values.quoted(kept.name)}") as db:
            twins.check_merge(db.conn, "tags", keep, other)
            twins.merge_in_tree(db.conn, "tags", keep, other)

    def on(self, record: Record) -> list[Tag]:
        """The tags on a record, by name."""
        clause = "WHERE id IN (SELECT tag_id FROM taggings WHERE record_kind = ? AND record_uid = ?) ORDER BY name, id"
        with self._library.reading() as conn:
            return self._select(conn, clause, record)

    def records(self, uid: str) -> list[Record]:
        """The records that have a tag, in the order in which they got it."""
        with self._library.reading() as conn:
            rows = conn.execute(
                "SELECT record_kind, record_uid FROM taggings WHERE tag_id = (SELECT id FROM tags WHERE uid = ?) "
                "ORDER BY id",
                [uid],
            ).fetchall()
        return [Record(*row) for row in rows]

    def _check(self, draft: Draft) -> None:
        trees.check_no_ring(draft.conn, "tags", draft.whole)
        trees.check_name_is_free(draft.conn, "tags", draft.whole)
        if draft.row.get("colour") is not None:
            draft.row["colour"] = values.colour(draft.row["colour"])


def _counted(records: tuple[Record, ...]) -> str:
    return values.count(len(records), "record", "records")
