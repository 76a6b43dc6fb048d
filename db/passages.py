"""A passage of a source put to use: cited for a value, quoted, tagged; each is one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from db import new_names, source_pages
from db.errors import BadValue
from db.new_names import New
from db.references import Record

if TYPE_CHECKING:
    import sqlite3

    from db.library import Library

WHOLE_TEXT = "text"
"""The field of a source on which a citation stands that only holds a passage of it, to be tagged."""


class Passage(NamedTuple):
    """A stretch of the text of a source, in code points; `source` is its uid."""

    source: str
    starts: int
    ends: int


def cite(
    library: Library, passage: Passage, record: Record, *, field: str | None = None, relation: str = "states"
) -> str:
    """Cite a passage for a field of a record, or for the record as a whole; uid of the citation.

    BadValue when that passage is cited for it already.
    """
    with library.revise("Cite passage") as db:
        known = db.conn.execute(
            f"SELECT 1 FROM {_SAME} AND c.record_kind = ? AND c.record_uid = ? AND c.field IS ? AND c.relation = ?",
            [*passage, *record, field, relation],
        ).fetchone()
        if known:
            raise BadValue("This passage is cited for that already. Choose another field, or another relation.")
        return hold(library, passage, record, field=field, relation=relation)


def quote(library: Library, passage: Passage, *, uid: str | None = None, **given: Any) -> str:
    """A new quote whose words stand in a passage, which it cites; its uid. `given` as for `quotes.add`."""
    with library.revise("Add quote"):
        made = library.quotes.add(uid=uid, **given)
        hold(library, passage, Record("quote", made))
    return made


def hold(library: Library, passage: Passage, record: Record, **given: Any) -> str:
    """A citation of a passage on a record, with the page that it is on; its uid. `given` as for `citations.add`."""
    with library.reading() as conn:
        row = conn.execute("SELECT pages FROM sources WHERE uid = ?", [passage.source]).fetchone()
    page = source_pages.read(row[0]).words(passage.starts, passage.ends) if row else None
    return library.citations.add(
        record, source=passage.source, starts=passage.starts, ends=passage.ends, page=page, **given
    )


def tag(library: Library, passage: Passage, add: Sequence[str | New], take: Sequence[str] = ()) -> str | None:
    """Put tags on a passage and take others off; uid of the citation that holds it, None when no tag is left on it.

    Tags stand on records: the passage is held by a citation of the source on its own text. One that holds nothing
    any more, neither tags nor notes, is removed.
    """
    with library.revise("Tag passage") as db:
        holder = _holder(db.conn, passage)
        settled = [uid for one in add if (uid := new_names.settle(library, one))]
        if holder is None:
            if not settled:
                return None
            holder = hold(library, passage, Record("source", passage.source), field=WHOLE_TEXT)
        record = Record("citation", holder)
        for uid in dict.fromkeys(settled):
            library.tags.put(uid, record)
        for uid in take:
            library.tags.take(uid, record)
        if _is_bare(db.conn, holder):
            library.citations.remove(holder)
            return None
    return holder


def tags_on(library: Library, passage: Passage) -> list[tuple[str, str]]:
    """The tags on exactly this passage, uid and name, by name."""
    with library.reading() as conn:
        holder = _holder(conn, passage)
    return [(tag.uid, tag.name) for tag in library.tags.on(Record("citation", holder))] if holder else []


_SAME = "citations c JOIN sources s ON s.id = c.source_id WHERE s.uid = ? AND c.starts = ? AND c.ends = ?"


def _holder(conn: sqlite3.Connection, passage: Passage) -> str | None:
    """The citation that holds a passage for its tags."""
    row = conn.execute(
        f"SELECT c.uid FROM {_SAME} AND c.record_kind = 'source' AND c.record_uid = s.uid AND c.field = '{WHOLE_TEXT}' "
        "ORDER BY c.id",
        [*passage],
    ).fetchone()
    return row and row[0]


def _is_bare(conn: sqlite3.Connection, uid: str) -> bool:
    """Whether nothing hangs on a citation."""
    used = (
        "SELECT 1 FROM taggings WHERE record_kind = 'citation' AND record_uid = :uid "
        "UNION ALL SELECT 1 FROM notes WHERE record_kind = 'citation' AND record_uid = :uid "
        "UNION ALL SELECT 1 FROM notes n JOIN citations c ON c.id = n.citation_id WHERE c.uid = :uid"
    )
    return conn.execute(used, {"uid": uid}).fetchone() is None
