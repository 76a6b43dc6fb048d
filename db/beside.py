"""All passages that are cited for the same: what a citation is one of, to go on to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import record_titles
from db.cancel import Cancel
from db.record_titles import Named
from db.references import Record

if TYPE_CHECKING:
    from db.library import Library


class Beside(NamedTuple):
    """The targets of all citations that were seen in a source for one row or one field, and which of them it is.

    `sources` counts the sources, `kind` and `title` are of what cites them.
    """

    targets: tuple[str, ...]
    at: int
    sources: int
    kind: str
    title: str


_SELF = {
    "cite": "WHERE id = CAST(? AS INTEGER)",
    "row": "WHERE id = CAST(? AS INTEGER)",
    "citation": "WHERE uid = ?",
}
_ALL = """
  SELECT id, source_id FROM citations
  WHERE record_kind = ? AND record_uid = ? AND basis = 'seen' AND source_id IS NOT NULL AND (? OR field IS ?)
  ORDER BY relation <> 'states', starts IS NULL, id
"""


def of(library: Library, target: str, cancel: Cancel) -> Beside | None:
    """What is cited beside what a target names: `row:12` for the same row, `cite:12` for the same field of it.

    None where it is the only one, or recalled, or the target names no citation.
    """
    kind, _, key = target.partition(":")
    if kind not in _SELF:
        return None
    with library.reading(cancel) as conn:
        sql = f"SELECT id, record_kind, record_uid, field FROM citations {_SELF[kind]}"
        own = conn.execute(sql, [key]).fetchone()
        if own is None:
            return None
        cite, *of_record, field = own
        record = Record(*of_record)
        rows = conn.execute(_ALL, [*record, kind == "row", field]).fetchall()
        named = record_titles.named(conn, {record}).get(record, Named(""))
    cites = [row[0] for row in rows]
    if len(cites) < 2 or cite not in cites:
        return None
    made = "row" if kind == "row" else "cite"
    sources = len({row[1] for row in rows})
    return Beside(tuple(f"{made}:{one}" for one in cites), cites.index(cite), sources, record.kind, named.title)
