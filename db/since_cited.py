"""Values that were changed after they were cited, as the history tells: their citations may no longer say so.

A citation stands for what its value said when it was made, when its passage or what it says of it was last changed by
somebody, or when somebody looked again and said that it still says so (`confirm`). What was taken back since does not
count, and a value that says the same again is not changed. Nor is one in which a person or party was merged into
another; and to make two sources one is not to look at what cites them. A citation of a record as a whole stands for all
values of it that count.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from db import references
from db.cancel import Cancel
from db.counted_values import COUNTED, KINDS, told
from db.errors import Damaged
from db.past import REFERRED, Names, loaded
from db.records import Row
from db.references import Record, as_json
from db.values import Value
from db.vocabulary import RECORD_KINDS, field_label

if TYPE_CHECKING:
    from db.library import Library

CITING = ("meeting", "event", "party", "person", "participation", "outcome", "topic", "quote", "reading", "alias")
"""Kinds of records whose values are cited."""
NOTHING = "{}"
"""What the log keeps of a citation that was looked at and not changed."""
_ANEW = {"record_uid", "source_id", "field", "relation", "basis", "exact", "as_worded"}
"""Columns of a citation; whoever changes one of them says anew what it stands for."""
LONGEST = 120  # characters of what a value said then
_WHOLE: dict[str, tuple[str, ...]] = {
    **{kind: tuple(counted.field for counted in COUNTED if counted.kind == kind) for kind in KINDS},
    "reading": ("value",), "party": ("name",), "person": ("name",), "topic": ("label",), "alias": ("form",),
}  # fmt: skip
"""What a citation of a record as a whole stands for."""
_ALSO = {(counted.kind, counted.also): counted.field for counted in COUNTED if counted.also}
"""A field that rests on the citations of another where it has none, under that other."""


class Since(NamedTuple):
    """A column of a record that was changed since it was cited, and what it said then, as it is stored.

    `rests` tells whether the citation is the nearest that the value has.
    """

    citation: int
    column: str
    then: Value
    now: Value
    rests: bool


class _Cite(NamedTuple):
    id: int
    row: int
    field: str | None


def find(conn: sqlite3.Connection, rows: Mapping[str, Iterable[int]] | None = None) -> list[Since]:
    """What was changed since it was cited: in the whole library, or in rows given by kind of record and id."""
    found: list[Since] = []
    for kind in CITING if rows is None else rows:
        updates = _updates(conn, kind, None if rows is None else rows[kind])
        cites = _cites(conn, kind, updates) if updates else []
        made = _made(conn, cites) if cites else {}
        present = _present(conn, kind, {cite.row for cite in cites})
        own = {(cite.row, cite.field) for cite in cites}
        for cite in cites:
            later = [update for update in updates[cite.row] if update[0] > made[cite.id]]
            for column in _columns(kind, cite.field) if later else ():
                then = _then(conn, column, later)
                now = present[cite.row].get(column)
                if then and then[0] != now:
                    found.append(Since(cite.id, column, then[0], now, _rests(cite, column, own)))
    return found


def of_citation(conn: sqlite3.Connection, citation: int) -> list[Since]:
    """What was changed since one citation was made."""
    row = conn.execute("SELECT record_kind, record_uid FROM citations WHERE id = ?", [citation]).fetchone()
    return [one for one in of_record(conn, Record(*row)) if one.citation == citation] if row else []


def of_record(conn: sqlite3.Connection, record: Record) -> list[Since]:
    """What was changed of one record since it was cited."""
    if record.kind not in CITING:
        return []
    key = conn.execute(f"SELECT id FROM {RECORD_KINDS[record.kind]} WHERE uid = ?", [record.uid]).fetchone()
    return find(conn, {record.kind: key}) if key else []


def confirm(library: Library, uid: str) -> None:
    """Say that a citation still says what its value says now, as one step; Gone when it is no longer there."""
    with library.revise("Confirm citation") as db:
        key = references.record_id(db.conn, "citations", uid, "citation")
        look_again(db.conn, library.revision, [key])


def look_again(conn: sqlite3.Connection, revision: int, citations: Iterable[int]) -> None:
    """Put down in the log that somebody looked at some citations in a revision, without a change to them."""
    conn.execute(
        "INSERT INTO changes (revision_id, table_name, row_id, row_uid, operation, before, after) "
        f"SELECT ?, 'citations', id, uid, 'update', '{NOTHING}', '{NOTHING}' FROM citations "
        "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        [revision, as_json(citations)],
    )


_Update = tuple[int, Row]
"""A revision that changed a row, and the values that it changed as they were before."""


def _updates(conn: sqlite3.Connection, kind: str, rows: Iterable[int] | None) -> dict[int, list[_Update]]:
    """The updates of rows of a kind, oldest first, by the id of the row."""
    some = "" if rows is None else "AND row_id IN (SELECT value FROM json_each(:rows))"
    args = {"table": RECORD_KINDS[kind]} | ({} if rows is None else {"rows": as_json(rows)})
    sql = f"SELECT row_id, revision_id, before FROM changes WHERE table_name = :table {some} AND operation = 'update'"
    found: dict[int, list[_Update]] = defaultdict(list)
    for row, revision, before in conn.execute(f"{sql} ORDER BY row_id, id", args):
        found[row].append((revision, _image(before)))
    return found


def _cites(conn: sqlite3.Connection, kind: str, rows: Iterable[int]) -> list[_Cite]:
    """The citations of some rows that were seen in a source."""
    sql = (
        f"SELECT c.id, t.id, c.field FROM json_each(?) j CROSS JOIN {RECORD_KINDS[kind]} t ON t.id = j.value "
        "CROSS JOIN citations c ON c.record_uid = t.uid AND c.record_kind = ? WHERE c.basis = 'seen' ORDER BY c.id"
    )
    return [_Cite(*row) for row in conn.execute(sql, [as_json(rows), kind])]


def _made(conn: sqlite3.Connection, cites: Iterable[_Cite]) -> dict[int, int]:
    """The revision in which each citation came to say what it says."""
    made = {cite.id: 0 for cite in cites}
    sql = (
        "SELECT c.row_id, c.revision_id, c.operation, c.before FROM json_each(?) j CROSS JOIN changes c "
        "ON c.table_name = 'citations' AND c.row_id = j.value JOIN revisions r ON r.id = c.revision_id "
        "WHERE c.operation <> 'delete' AND r.reverts IS NULL ORDER BY c.id"
    )
    for cite, revision, operation, before in conn.execute(sql, [as_json(made)]):
        image = _image(before)
        if operation == "insert":  # what was removed and put back stands for what it stood for
            made[cite] = made[cite] or revision
        elif (not image or _ANEW & image.keys()) and _stands(conn, revision) and not _joins_sources(conn, revision):
            made[cite] = revision
    return made


def _image(before: str | None) -> Row:
    """What a change kept of a row; of one that is damaged, which the page History tells, nothing that matters here."""
    try:
        return loaded(before)
    except Damaged:
        return {"": None}


_LATER = """
  WITH RECURSIVE later (id, reverts) AS (
    SELECT id, reverts FROM revisions WHERE reverts = ?
    UNION SELECT r.id, r.reverts FROM later l CROSS JOIN revisions r ON r.reverts = l.id)
  SELECT id, reverts FROM later ORDER BY id DESC
"""


def _stands(conn: sqlite3.Connection, revision: int) -> bool:
    """Whether a revision was not taken back, or that was taken back in turn."""
    cancelled: set[int] = set()
    for later, reverts in conn.execute(_LATER, [revision]):
        if later not in cancelled:
            cancelled.add(reverts)
    return revision not in cancelled


def _joins_sources(conn: sqlite3.Connection, revision: int) -> bool:
    """Whether a revision made one source of two, which changes what cites them though nobody looked at that."""
    sql = "SELECT 1 FROM changes WHERE revision_id = ? AND table_name = 'sources' AND operation = 'delete'"
    return conn.execute(sql, [revision]).fetchone() is not None


def _present(conn: sqlite3.Connection, kind: str, rows: Iterable[int]) -> dict[int, Row]:
    found = conn.execute(
        f"SELECT t.* FROM json_each(?) j CROSS JOIN {RECORD_KINDS[kind]} t ON t.id = j.value", [as_json(rows)]
    )
    names = [column[0] for column in found.description]
    return {row[0]: dict(zip(names, row, strict=True)) for row in found}


def _columns(kind: str, field: str | None) -> Iterator[str]:
    """What a citation of a field, or of a record as a whole, stands for."""
    if field is None:
        yield from _WHOLE[kind]
        return
    yield field
    if (kind, field) in _ALSO:
        yield _ALSO[kind, field]


def _then(conn: sqlite3.Connection, column: str, later: Iterable[_Update]) -> tuple[Value] | None:
    """What a column said before the first of some updates that changed it; None where none did."""
    for revision, image in later:
        if column in image and not (column in REFERRED and _merged(conn, column, image[column], revision)):
            return (image[column],)
    return None


def _merged(conn: sqlite3.Connection, column: str, before: Value, revision: int) -> bool:
    """Whether a row came to name another record since the one that it named before became part of that, or anew is."""
    sql = (
        "SELECT 1 FROM changes WHERE revision_id = :revision AND table_name = :table AND ("
        "(operation = 'delete' AND row_id = :before) OR (operation = 'insert' AND EXISTS ("
        "SELECT 1 FROM revisions WHERE id = :revision AND reverts IS NOT NULL)))"
    )
    args = {"revision": revision, "table": REFERRED[column], "before": before}
    return conn.execute(sql, args).fetchone() is not None


def _rests(cite: _Cite, column: str, own: set[tuple[int, str | None]]) -> bool:
    """Whether a value rests on a citation: on those of its field, else of the record, else of another field."""
    nearer = [] if cite.field == column else [column] if cite.field is None else [column, None]
    return not any((cite.row, field) in own for field in nearer)


def words(conn: sqlite3.Connection, kind: str, found: Iterable[Since], *, now: bool = False) -> str:
    """What values of a record of a kind said when they were cited, for people, a line for each; with what they say now.

    Of a value that rests on a nearer citation nothing is told.
    """
    names, lines = Names(conn), list[str]()
    for one in found:
        if one.rests:
            then, present = (_shown(names, kind, one.column, value) for value in (one.then, one.now))
            lines.append(f"{field_label(kind, one.column)} then: {then}{f'; now: {present}' if now else ''}")
    return "\n".join(lines)


def words_by_citation(
    conn: sqlite3.Connection, kind: str, found: Iterable[Since], *, now: bool = False
) -> dict[int, str]:
    """The same of each citation of records of a kind, by its id."""
    by_citation: dict[int, list[Since]] = defaultdict(list)
    for one in found:
        by_citation[one.citation].append(one)
    return {citation: words(conn, kind, some, now=now) for citation, some in by_citation.items()}


def words_of(library: Library, citation: int, cancel: Cancel) -> str:
    """What the values that rest on a citation said when they were cited, and say now; empty when unchanged."""
    with library.reading(cancel) as conn:
        return words_in(conn, citation)


def words_in(conn: sqlite3.Connection, citation: int) -> str:
    """The same, read from a connection."""
    found = of_citation(conn, citation)
    kind = conn.execute("SELECT record_kind FROM citations WHERE id = ?", [citation]).fetchone()
    return words(conn, kind[0], found, now=True) if found else ""


def _shown(names: Names, kind: str, column: str, value: Value) -> str:
    told_of = names.shown(RECORD_KINDS[kind], column, value)
    return "not known" if told_of is None else f"“{cut(told(column, str(told_of)))}”"


def cut(text: str) -> str:
    """The beginning of what a value said."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
