"""Import of documents: look at a file without trusting it, say which source it may be already, store it whole.

`look` needs no library and may take long; `twin` and `store` do what is left in no time.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from db import document_files, same_document, source_pages
from db.cancel import Cancel
from db.errors import BadValue, Gone, KnownError
from db.extraction.document import FACTS, Document
from db.extraction.limits import USUAL, Limits
from db.extraction.process import extract
from db.same_document import Twin
from db.sources import Source, SourceValues, digest
from db.values import quoted

if TYPE_CHECKING:
    import sqlite3

    from db.library import Library

PASTED = "Pasted text"
FIELDS = ("title", "type", "authors", "publisher", "published", "published_basis", "language", "url")
"""What a person confirms of a document before it is stored."""


class Found(NamedTuple):
    """A document that was read; `content` are the bytes of its file, None for words that were pasted.

    `sha256` is the digest of those bytes, `text_sha256` that of the text in UTF-8, both hexadecimal.
    """

    name: str
    content: bytes | None
    sha256: str | None
    text_sha256: str
    document: Document

    @property
    def size(self) -> int:
        """Bytes that it takes while it waits to be stored."""
        return len(self.content or b"") + len(self.document.text)

    @property
    def origins(self) -> dict[str, str]:
        """Where each value of `values` was found, in words; a date has the one for its basis too."""
        origins = {name: words for name, words in self.document.origins.items() if name in FIELDS}
        if "title" not in self.document.facts:
            origins["title"] = "the name of the file" if self.content is not None else ""
        return {name: words for name, words in origins.items() if words}

    @property
    def values(self) -> SourceValues:
        """What is known of the source to be made, to be confirmed by a person."""
        facts = {name: words for name, words in self.document.facts.items() if name in FACTS}
        title = facts.pop("title", None) or _called(self.name)
        basis = self.document.published_basis if "published" in facts else "none"
        return SourceValues(title=title, published_basis=basis, **facts)  # pyright: ignore[reportArgumentType]


class Import(NamedTuple):
    """A document as it is to be stored: `values` as a person confirmed them, `again` also beside its twin.

    `into` is the uid of a source without a text: it gets the text and the file, and values where it has none. With
    `over` it has a text, in the place of which that of the document comes; see `Sources.edit` for its passages.
    """

    found: Found
    values: SourceValues
    again: bool = False
    into: str | None = None
    over: bool = False


class NotStored(KnownError):
    """A value with which document number `at`, from 0, cannot be stored; none of them was. `field` is the argument."""

    def __init__(self, sentence: str, at: int, field: str | None) -> None:
        super().__init__(sentence)
        self.at, self.field = at, field


def look(path: Path, cancel: Cancel, limits: Limits = USUAL) -> Found:
    """Read a document; NotRead says in a sentence why there is nothing to be had from it. The file is only read."""
    content = document_files.read(path, cancel)
    document = extract(content, path.suffix, cancel, limits)
    return Found(path.name, content, sha256(content).hexdigest(), digest(document.text), document)


def look_at_text(text: str, cancel: Cancel, limits: Limits = USUAL) -> Found:
    """Read words that were copied elsewhere as if they were a document."""
    content = text.encode("utf-8", "replace")
    document_files.check_size(len(content))
    document = extract(content, ".txt", cancel, limits)
    return Found(PASTED, None, None, digest(document.text), document)


def twin(library: Library, found: Found, values: SourceValues | None = None) -> Twin | None:
    """The source that is this document already, with these values or with its own; None when there is none."""
    with library.reading() as conn:
        return _twin(conn, found, found.values if values is None else values)


def store(library: Library, imports: Sequence[Import]) -> list[str | Twin]:
    """Make sources of documents, all in one revision or none; for each its uid, or the twin for which it was left out.

    The bytes of their files are kept once for each content. NotStored when a value cannot be kept.
    """
    label = (
        f"Import {quoted(imports[0].values.get('title'))}" if len(imports) == 1 else f"Import {len(imports)} documents"
    )
    made: list[str | Twin] = []
    with library.revise(label) as db:
        for at, one in enumerate(imports):
            if one.into and one.into in made:
                sentence = f"{quoted(one.found.name)}: another document above is put into the same source. Choose one."
                raise NotStored(sentence, at, None)
            there = None if one.again or one.into else _twin(db.conn, one.found, one.values)
            made.append(there or _store(library, one, at))
    return made


def _store(library: Library, one: Import, at: int) -> str:
    name, content, _, _, document = one.found
    try:
        key = library.files.add(content, name=_name(name), media_type=document.media_type) if content else None
        pages = source_pages.made(document.pages or (), document.labels).stored()
        given = one.values.copy()
        given["text"], given["file_sha256"], given["pages"] = document.text, key, pages
        if one.into is None:
            return library.sources.add(**given)
        library.sources.edit(one.into, **_missing(library.sources.get(one.into), given, over=one.over))
        return one.into
    except (BadValue, Gone) as error:
        raise NotStored(f"{quoted(name)}: {error}", at, getattr(error, "field", None)) from error


def _missing(source: Source, given: SourceValues, *, over: bool) -> SourceValues:
    """What a document gives a source: its text, and what is not known of that; a day with its basis.

    One that is to have a new text in the place of its own gets the file and the pages of that too, where it has them.
    """
    if not over and (source.text_sha256 or source.file_sha256):
        raise Gone(f"{quoted(source.title)} has got a text meanwhile. Look at it, and decide anew.")
    known = {name for name, value in source._asdict().items() if value is not None}
    known = known - {"published_basis"} if source.published is None else known | {"published_basis"}
    known -= {name for name in ("file_sha256", "pages") if over and given.get(name)}
    return cast(SourceValues, {name: value for name, value in given.items() if name not in known})


def _twin(conn: sqlite3.Connection, found: Found, values: SourceValues) -> Twin | None:
    return same_document.twin(conn, found.sha256, found.text_sha256, values)


def _name(name: str) -> str:
    """A file name as it can be kept: bytes that are no letters as a mark for them."""
    return os.fsencode(name).decode("utf-8", "replace").replace("\0", "")


def _called(name: str) -> str:
    """A title out of the name of a file."""
    stem: Any = Path(_name(name)).stem if name != PASTED else name
    return " ".join(stem.replace("_", " ").split()) or "Document"
