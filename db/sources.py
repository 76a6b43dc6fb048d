"""Sources: documents, with their full text where we have it."""

from __future__ import annotations

import sqlite3
from typing import ClassVar, NamedTuple, TypedDict, Unpack, cast

from db import anchoring, source_pages, twins, values, web_addresses
from db.errors import BadValue, Gone
from db.records import Draft, Records, Row
from db.values import Value
from db.vocabulary import DATE_BASES, SOURCE_TYPES


class Source(NamedTuple):
    """One source as it is stored, without its text; `text_sha256` is None when we have none.

    `pages` is a JSON list of the offsets in the text at which pages begin, see db/source_pages.py.
    """

    id: int
    uid: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    published_basis: str
    language: str | None
    text_sha256: str | None
    file_sha256: str | None
    note: str | None
    type: str | None
    authors: str | None
    accessed: str | None
    archive_url: str | None
    rights: str | None
    pages: str | None


class SourceValues(TypedDict, total=False):
    """What people edit of a source; `file_sha256` names a file of the library."""

    title: str
    publisher: str | None
    url: str | None
    published: str | None
    published_basis: str
    language: str | None
    text: str | None
    file_sha256: str | None
    note: str | None
    type: str | None
    authors: str | None
    accessed: str | None
    archive_url: str | None
    rights: str | None
    pages: str | None


class Sources(Records[Source]):
    """The sources of a library."""

    kind, table, label, title, row = "source", "sources", "source", "title", Source
    required = ("title", "published_basis")
    words: ClassVar = {"published_basis": DATE_BASES, "type": SOURCE_TYPES}
    dates = ("published", "accessed")

    def add(self, *, uid: str | None = None, **given: Unpack[SourceValues]) -> str:
        """A new source; its uid. Needs a title; a date counts as shown by the source unless said otherwise."""
        basis = "shown" if given.get("published") else "none"
        return self._add({"published_basis": basis} | given, uid)

    def edit(self, uid: str, **given: Unpack[SourceValues]) -> None:
        """Change fields of a source; passages that no longer stand in its text as they did are kept to be looked at."""
        with self._library.revise("Edit source") as db:
            before = _key_and_text(db.conn, uid)
            self._edit(uid, given)
            after = _key_and_text(db.conn, uid)
            if before and after and before != after:
                anchoring.settle(db.conn, self._library.revision, after[0], before[1], after[1])

    def merge(self, keep: str, other: str) -> None:
        """Make two sources one: what rests on the other rests on the kept one; see db/source_merging.py."""
        from db import source_merging

        kept, gone = self.get(keep), self.get(other)
        twins.check_two(kept.uid, gone.uid)
        with self._library.revise(f"Merge {values.quoted(gone.title)} into {values.quoted(kept.title)}") as db:
            source_merging.merge(self._library, db.conn, kept.uid, gone.uid)

    def text(self, uid: str) -> str | None:
        """The full text of a source; None when we have none."""
        with self._library.reading() as conn:
            row = conn.execute("SELECT text FROM sources WHERE uid = ?", [uid]).fetchone()
        if row is None:
            raise Gone("This source is no longer in the library.")
        return row[0]

    def _check(self, draft: Draft) -> None:
        conn, row, whole = draft
        file = row.get("file_sha256")
        if file is not None and not conn.execute("SELECT 1 FROM files WHERE sha256 = ?", [file]).fetchone():
            raise Gone("This file is no longer in the library.")
        for name in ("url", "archive_url"):
            if row.get(name) is not None:
                row[name] = web_addresses.clean(str(row[name]), name)
        if "text" in row and "pages" not in row:
            row["pages"] = _moved_pages(conn, whole, row["text"])
        if row.get("pages") is not None:
            _check_pages(row["pages"], len(str(row["text"] or "")) if "text" in row else _stored_length(conn, whole))
        if "text" not in row:
            return
        text = None if row["text"] is None else str(row["text"])
        row["text_sha256"] = None if text is None else digest(text)


def _stored_length(conn: sqlite3.Connection, source: Row) -> int:
    """How many characters the text has that is stored of a source; a row to be checked leaves it out."""
    row = conn.execute("SELECT length(text) FROM sources WHERE id = ?", [source.get("id")]).fetchone()
    return (row and row[0]) or 0


def _moved_pages(conn: sqlite3.Connection, source: Row, text: Value) -> str | None:
    """Where the pages of a source begin in a text that is corrected; None where that is another text."""
    pages = source_pages.read(cast("str | None", source.get("pages")))
    if not pages.places or text is None:
        return None
    old = conn.execute("SELECT text FROM sources WHERE id = ?", [source.get("id")]).fetchone()
    found = source_pages.moved(pages.places, old[0] if old and old[0] else "", str(text))
    return pages._replace(places=found).stored()


def _key_and_text(conn: sqlite3.Connection, uid: str) -> tuple[int, str | None] | None:
    """The id and the text of a source; None when it is not there."""
    return conn.execute("SELECT id, text FROM sources WHERE uid = ?", [uid]).fetchone()


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def _check_pages(pages: Value, length: int) -> None:
    """Refuse what is no list of places in a text of that many characters, one after the other."""
    places = source_pages.read(str(pages)).places
    if not places or not 0 <= places[0] <= places[-1] <= length:
        raise BadValue("The beginnings of pages are a JSON list of places in the text, one after the other.", "pages")
