"""Which source of a library is a document already: by its file or text, or as one of which no text is held yet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from db import folding, web_addresses
from db.sources import SourceValues
from db.values import quoted

_TOLD = {
    "file": "Already in the library as {title}: the same file.",
    "text": "Already in the library as {title}: the same text, from another file.",
    "address": "The library knows this address as {title}, a source without a text so far.",
    "title": "The library has {title} of the same day and publisher, a source without a text so far.",
}
_WITHOUT_TEXT = """
    SELECT uid, title, url, published, publisher FROM sources
    WHERE text_sha256 IS NULL AND file_sha256 IS NULL AND (url LIKE ? ESCAPE '\\' OR published = ?) ORDER BY id
"""


class Twin(NamedTuple):
    """A source of the library that is the same document; `by` is file, text, address or title (with day and publisher).

    The latter two are of sources that have neither text nor file: those of the document can be put there.
    """

    uid: str
    title: str
    by: str

    def __str__(self) -> str:
        return _TOLD[self.by].format(title=quoted(self.title))

    @property
    def has_room(self) -> bool:
        """Whether the text and the file of the document can be put into that source."""
        return self.by in ("address", "title")


def twin(conn: sqlite3.Connection, file: str | None, text: str, values: SourceValues) -> Twin | None:
    """The source that a document with these digests and values is already; None when there is none."""
    for by, column, key in (("file", "file_sha256", file), ("text", "text_sha256", text)):
        row: tuple[str, str] | None = (
            key
            and conn.execute(f"SELECT uid, title FROM sources WHERE {column} = ? ORDER BY id LIMIT 1", [key]).fetchone()
        )  # pyright: ignore[reportAssignmentType]
        if row:
            return Twin(*row, by)
    return min(_without_text(conn, values), key=lambda one: one.by, default=None)


def _without_text(conn: sqlite3.Connection, values: SourceValues) -> Iterator[Twin]:
    """The sources that have no text, and the address of a document or else its title, day and publisher."""
    page = web_addresses.bare(values.get("url") or "")
    like = page.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    told = _told(values.get("title"), values.get("published"), values.get("publisher"))
    for uid, title, url, published, publisher in conn.execute(_WITHOUT_TEXT, [like and f"%{like}%", told[1]]):
        if page and web_addresses.bare(url or "") == page:
            yield Twin(uid, title, "address")
        elif all(told) and _told(title, published, publisher) == told:
            yield Twin(uid, title, "title")


def _told(title: str | None, published: str | None, publisher: str | None) -> tuple[str, str, str]:
    """What makes two sources one where their addresses do not: title, day and publisher, as far as letters matter."""
    return _words(title), published or "", _words(publisher)


def _words(text: str | None) -> str:
    return " ".join(folding.bare(text or "").split())
