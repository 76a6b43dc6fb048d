"""Passages that lost their place when the text of their source was changed: listed, and put right."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from db import anchoring, anchors, record_titles, source_pages, values
from db.anchors import Candidate, Found, Sought
from db.cancel import Cancel
from db.errors import BadValue, Conflict, Gone
from db.record_titles import Named
from db.references import Record, as_json

if TYPE_CHECKING:
    from db.library import Library

STATES = ("same", "near", "several", "orphan")
"""The same words stand elsewhere, in the same surroundings; something like them does; at several places; nowhere."""
MOST = 500
"""Passages that are listed at once."""

_STATE = """
  CASE WHEN n.anchor = 'orphan' THEN 'orphan' WHEN n.moved_starts IS NULL THEN 'several'
    WHEN n.moved_score = 1 THEN 'same' ELSE 'near' END
"""
_ADRIFT = "FROM citations n LEFT JOIN sources s ON s.id = n.source_id WHERE n.anchor IS NOT NULL"
_OF_SOURCE = f"{_ADRIFT} AND (:source IS NULL OR s.uid = :source)"
_LINES = f"""
  SELECT n.id, n.uid, n.record_kind, n.record_uid, n.field, s.uid, s.title, s.text_sha256, {_STATE}, n.exact, n.prefix,
    n.suffix
  {_OF_SOURCE} ORDER BY s.title, s.id, n.moved_starts IS NULL, n.anchor = 'orphan', n.moved_starts, n.id LIMIT :most
"""


class Counts(NamedTuple):
    """How many passages are in each of STATES."""

    same: int = 0
    near: int = 0
    several: int = 0
    orphan: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)


class PassageLine(NamedTuple):
    """A passage to be looked at: behind which field of which record it stands, its words, and where they may stand now.

    `state` is one of STATES; `digest` that of the text in which the candidates were found.
    """

    id: int
    uid: str
    record: Record
    field: str | None
    title: str
    meeting: str | None
    meeting_title: str | None
    source: str | None
    source_title: str
    digest: str | None
    state: str
    sought: Sought
    found: Found

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The places where the words may stand, the likest first."""
        return self.found.candidates


class Review(NamedTuple):
    """The passages to be looked at, at most MOST of them, and how many there are in all; `title` is the source's."""

    lines: list[PassageLine]
    counts: Counts
    source: str | None = None
    title: str | None = None


def counts(library: Library, source: str | None, cancel: Cancel) -> Counts:
    """How many passages are to be looked at, in all or of one source."""
    with library.reading(cancel) as conn:
        return _counts(conn, source)


def read(library: Library, source: str | None, known: Mapping[int, PassageLine], cancel: Cancel) -> Review:
    """The passages to be looked at, in all or of one source, in the order of the texts.

    `known` has lines read before, by id: what was found for them is not sought again in the same text.
    """
    with library.reading(cancel) as conn:
        rows = conn.execute(_LINES, {"source": source, "most": MOST}).fetchall()
        named = record_titles.named(conn, {Record(row[2], row[3]) for row in rows})
        found = _find(conn, rows, known, cancel)
        title = conn.execute("SELECT title FROM sources WHERE uid = ?", [source]).fetchone()
        lines = [_line(row, named, found[row[0]]) for row in rows]
        return Review(lines, _counts(conn, source), source, title and title[0])


def made(library: Library, revision: int, cancel: Cancel) -> tuple[int, str | None]:
    """How many passages a step of somebody moved or orphaned, and the uid of their source if it is one.

    What undo and redo bring back is not counted: it was looked at before.
    """
    with library.reading(cancel) as conn:
        row = conn.execute(
            "SELECT count(DISTINCT n.id), min(s.uid), count(DISTINCT s.id) FROM changes c JOIN revisions r "
            "ON r.id = c.revision_id JOIN citations n ON n.id = c.row_id LEFT JOIN sources s ON s.id = n.source_id "
            "WHERE c.revision_id = ? AND c.table_name = 'citations' AND n.anchor IS NOT NULL "
            "AND (json_type(c.after, '$.anchor') = 'text' OR json_type(c.after, '$.moved_score') IS NOT NULL "
            "OR json_type(c.after, '$.moved_starts') IS NOT NULL) AND r.kind IN ('edit', 'take-back')",
            [revision],
        ).fetchone()
    return row[0], row[1] if row[2] == 1 else None


def lost_pages(library: Library, revision: int, cancel: Cancel) -> str | None:
    """The title of a source of which a step of somebody so changed the text that it is not known where pages begin."""
    with library.reading(cancel) as conn:
        row = conn.execute(
            "SELECT s.title FROM changes c JOIN revisions r ON r.id = c.revision_id JOIN sources s ON s.id = c.row_id "
            "WHERE c.revision_id = ? AND c.table_name = 'sources' AND json_type(c.before, '$.pages') = 'text' "
            "AND s.pages IS NULL AND s.text IS NOT NULL AND r.kind IN ('edit', 'take-back') ORDER BY c.id LIMIT 1",
            [revision],
        ).fetchone()
    return row and row[0]


def accept(library: Library, citation: str, starts: int, ends: int, words: str | None = None) -> None:
    """Let a passage that lost its place stand at another; its words are then those that stand there, and its page.

    Conflict when `words` are given and others stand there by now.
    """
    with library.revise("Accept the new place of a passage") as db:
        _check_adrift(db.conn, citation)
        _check_words(db.conn, citation, starts, ends, words)
        library.citations.edit(citation, starts=starts, ends=ends)
        _turn_to_page(db.conn, [library.citations.get(citation).id])


def accept_all_same(library: Library, source: str | None = None) -> int:
    """Accept all places at which the same words stand in the same surroundings, and nowhere else; how many."""
    same = f"SELECT n.id {_OF_SOURCE} AND n.moved_score = 1"
    with library.reading() as conn:
        found = [row[0] for row in conn.execute(same, {"source": source})]
    what = values.count(len(found), "passage", "passages")
    with library.revise(f"Accept {what} with the same words and surroundings") as db:
        anchoring.accept_same(db.conn, found)
        _turn_to_page(db.conn, found)
    return len(found)


def reattach(library: Library, citation: str, starts: int, ends: int, words: str | None = None) -> None:
    """Let a passage stand at any place of the text of its source, as chosen by hand; and on the page of that."""
    with library.revise("Attach a passage by hand") as db:
        _check_words(db.conn, citation, starts, ends, words)
        library.citations.edit(citation, starts=starts, ends=ends)
        if page := _page(db.conn, citation, starts, ends):
            library.citations.edit(citation, page=page)


def keep_without_passage(library: Library, citation: str) -> None:
    """Let a citation whose passage lost its place cite its source as a whole.

    The old words stay as the source's own words, unless those are given otherwise.
    """
    with library.revise("Keep a citation without its passage") as db:
        _check_adrift(db.conn, citation)
        found = library.citations.get(citation)
        worded = found.as_worded or found.exact
        library.citations.edit(citation, exact=None, prefix=None, suffix=None, as_worded=worded)


def _counts(conn: sqlite3.Connection, source: str | None) -> Counts:
    sql = f"SELECT {_STATE}, count(*) {_OF_SOURCE} GROUP BY 1"
    return Counts(**dict(conn.execute(sql, {"source": source}).fetchall()))


def _find(
    conn: sqlite3.Connection, rows: Iterable[tuple[object, ...]], known: Mapping[int, PassageLine], cancel: Cancel
) -> dict[int, Found]:
    """Where the words of each line may stand, by its id; each text is looked through once."""
    found: dict[int, Found] = {}
    by_source: dict[object, list[tuple[int, Sought]]] = {}
    for row in rows:
        key, sought = int(str(row[0])), _sought(row)
        before = known.get(key)
        if before and (before.sought, before.digest) == (sought, row[7]):
            found[key] = before.found
        else:
            by_source.setdefault(row[5], []).append((key, sought))
    for source, some in by_source.items():
        cancel.check()
        row = conn.execute("SELECT text FROM sources WHERE uid = ?", [source]).fetchone()
        text = row[0] if row and row[0] else ""
        found |= dict(zip((key for key, _ in some), anchors.find_all(text, [one for _, one in some]), strict=True))
    return found


def _sought(row: tuple[object, ...]) -> Sought:
    exact, prefix, suffix = (str(value or "") for value in row[9:12])
    return Sought(exact, prefix, suffix)


def _line(row: tuple[object, ...], named: Mapping[Record, Named], found: Found) -> PassageLine:
    key, uid, kind, record_uid, field, source, source_title, digest, state, *_ = row
    record = Record(str(kind), str(record_uid))
    what = named.get(record, Named(""))
    return PassageLine(
        int(str(key)), str(uid), record, _maybe(field), *what, _maybe(source), str(source_title or ""),
        _maybe(digest), str(state), _sought(row), found,
    )  # fmt: skip


def _maybe(value: object) -> str | None:
    return None if value is None else str(value)


def _page(conn: sqlite3.Connection, citation: str, starts: int, ends: int) -> str | None:
    """The page of a place in the source of a citation; None where no pages are known."""
    row = conn.execute(
        "SELECT s.pages FROM citations c JOIN sources s ON s.id = c.source_id WHERE c.uid = ?", [citation]
    ).fetchone()
    return source_pages.read(row[0]).words(starts, ends) if row else None


def _turn_to_page(conn: sqlite3.Connection, citations: Iterable[int]) -> None:
    """Give citations the page that their passage is on now; one that somebody wrote otherwise stays."""
    rows = conn.execute(
        "SELECT c.id, c.page, s.pages, c.starts, c.ends FROM citations c JOIN sources s ON s.id = c.source_id "
        "WHERE s.pages IS NOT NULL AND c.starts IS NOT NULL AND c.id IN (SELECT value FROM json_each(?))",
        [as_json(citations)],
    ).fetchall()
    for key, page, stored, starts, ends in rows:
        pages = source_pages.read(stored)
        here = pages.words(starts, ends)
        if here not in (None, page) and (page is None or pages.have(page)):
            conn.execute("UPDATE citations SET page = ? WHERE id = ?", [here, key])


def _check_adrift(conn: sqlite3.Connection, citation: str) -> None:
    """Refuse what is only for passages that lost their place."""
    row = conn.execute("SELECT anchor FROM citations WHERE uid = ?", [citation]).fetchone()
    if row is None:
        raise Gone("This citation is no longer in the library.")
    if row[0] is None:
        raise BadValue("This passage was put right already: it stands where its citation says.")


def _check_words(conn: sqlite3.Connection, citation: str, starts: int, ends: int, words: str | None) -> None:
    """Refuse a place at which other words stand than those that were shown."""
    if words is None:
        return
    row = conn.execute(
        "SELECT s.text FROM citations c JOIN sources s ON s.id = c.source_id WHERE c.uid = ?", [citation]
    ).fetchone()
    there = (row[0] if row else None) or ""
    if there[starts:ends] != words:
        raise Conflict("Other words stand at that place by now: the text was changed meanwhile. Look at it again.")
