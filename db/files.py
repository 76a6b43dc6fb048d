"""Files: the bytes of imported documents, kept once for each content and never changed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.errors import BadValue, Gone
from db.values import clean

if TYPE_CHECKING:
    from db.library import Library


class File(NamedTuple):
    """What is known about a file, without its bytes."""

    sha256: str
    name: str | None
    media_type: str | None
    size: int


class Files:
    """The files of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def add(self, content: bytes, *, name: str | None = None, media_type: str | None = None) -> str:
        """Keep a file; its SHA-256. The same content is kept once, under its first name."""
        from hashlib import sha256

        if not content:
            raise BadValue("This file is empty.")
        key = sha256(content).hexdigest()
        with self._library.revise("Add file") as db:
            if not db.conn.execute("SELECT 1 FROM files WHERE sha256 = ?", [key]).fetchone():
                row = {"name": clean(name, "name"), "media_type": clean(media_type, "media_type")}
                db.table("files").insert({"sha256": key, "bytes": content} | row)
        return key

    def get(self, sha256: str) -> File:
        """What is known about a file; Gone when it is not in the library."""
        with self._library.reading() as conn:
            row = conn.execute(
                "SELECT sha256, name, media_type, length(bytes) FROM files WHERE sha256 = ?", [sha256]
            ).fetchone()
        if row is None:
            raise Gone("This file is not in the library.")
        return File(*row)

    def content(self, sha256: str) -> bytes:
        """The bytes of a file; Gone when it is not in the library."""
        with self._library.reading() as conn:
            row = conn.execute("SELECT bytes FROM files WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            raise Gone("This file is not in the library.")
        return row[0]
