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
    "edited": "Already in the library as {title}: the same file, but the text there is another by now.",
    "text": "Already in the library as {title}: the same text, from another file.",
    "address": "The library knows this address as {title}, a source without a text so far.",
    "page": "The library knows this address as {title}, with another text.",
    "title": "The library has {title} of the same day and publisher, a source without a text so far.",
}
_BY = ("address", "page", "title")
"""What is taken first where several sources may be a document."""
_LIKELY = """
    SELECT uid, title, url, published, publisher, coalesce(text_sha256, file_sha256) IS NULL FROM sources
    WHERE url LIKE ? ESCAPE '\\' OR url LIKE ? ESCAPE '\\'
      OR (text_sha256 IS NULL AND file_sha256 IS NULL AND published = ?) ORDER BY id
"""


class Twin(NamedTuple):
    """A source of the library that is the same document; `by` is a key of the sentences about it.

    Those found by `address` and by `title` (with day and publisher) have neither text nor file. The text of one found
    by `edited` or `page` is another.
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

    @property
    def has_another(self) -> bool:
        """Whether the document may be a new version of the text of that source."""
        return self.by in ("edited", "page")


def twin(conn: sqlite3.Connection, file: str | None, text: str, values: SourceValues) -> Twin | None:
    """The source that a document with these digests and values is already; None when there is none."""
    same = conn.execute(
        "SELECT uid, title, iif(file_sha256 = :file, iif(text_sha256 = :text, 'file', 'edited'), 'text') FROM sources "
        "WHERE file_sha256 = :file OR text_sha256 = :text "
        "ORDER BY file_sha256 IS NOT :file, text_sha256 IS NOT :text, id LIMIT 1",
        {"file": file, "text": text},
    ).fetchone()
    return Twin(*same) if same else min(_likely(conn, values), key=lambda one: _BY.index(one.by), default=None)


def _likely(conn: sqlite3.Connection, values: SourceValues) -> Iterator[Twin]:
    """The sources of the address of a document, and those without a text of its title, day and publisher."""
    address = values.get("url") or ""
    page, doi = web_addresses.bare(address), web_addresses.doi(address)
    told = _told(values.get("title"), values.get("published"), values.get("publisher"))
    beginnings = page.partition("?")[0], (doi or "").partition("/")[0]  # the rest may be written in several ways
    for uid, title, url, published, publisher, has_room in conn.execute(_LIKELY, [*map(_like, beginnings), told[1]]):
        known = url or ""
        if (page and web_addresses.bare(known) == page) or (doi and web_addresses.doi(known) == doi):
            yield Twin(uid, title, "address" if has_room else "page")
        elif has_room and all(told) and _told(title, published, publisher) == told:
            yield Twin(uid, title, "title")


def _like(part: str) -> str:
    """A pattern of all that holds a part; one of nothing where there is none."""
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped and f"%{escaped}%"


def _told(title: str | None, published: str | None, publisher: str | None) -> tuple[str, str, str]:
    """What makes two sources one where their addresses do not: title, day and publisher, as far as letters matter."""
    return _words(title), published or "", _words(publisher)


def _words(text: str | None) -> str:
    return " ".join(folding.bare(text or "").split())
