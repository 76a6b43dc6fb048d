"""Making two sources one that are the same document: what the kept one takes over, and what becomes of passages.

The kept source keeps what it has. What it has not, it takes from the other: values, the file, and the text with its
pages. Where both hold a text, that of the kept one stays, and the passages of the other are looked for in it as if the
text had been replaced: none is attached to a place at which nobody looked (see db/anchoring.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from db import anchoring, dates, twins, values
from db.name_matches import NameMatch
from db.references import as_json
from db.vocabulary import LANGUAGES, SOURCE_TYPES

if TYPE_CHECKING:
    from db.library import Library

TAKEN = (
    "type", "authors", "publisher", "published", "language", "url", "archive_url", "accessed", "rights", "note",
    "file_sha256",
)  # fmt: skip
"""What a kept source takes over where it has nothing; a date with its basis. Notes of both are put together."""
_TOLD = ("title", *(name for name in TAKEN if name not in ("note", "file_sha256")))
_CALLED = {
    "file_sha256": "original file", "note": "remarks", "published": "date of publication", "accessed": "day of access",
}  # fmt: skip


class _Text(NamedTuple):
    """What is held of the text of a source."""

    id: int
    text: str | None
    pages: str | None


def merge(library: Library, conn: sqlite3.Connection, keep: str, other: str) -> None:
    """Let the kept source have all that the other has and all that rests on it; inside the caller's revision."""
    kept, gone = _text(conn, keep), _text(conn, other)
    _take_over(conn, keep, other)
    if kept.text is None and gone.text is not None:
        conn.execute(
            "UPDATE sources SET (text, text_sha256, pages) = "
            "(SELECT text, text_sha256, pages FROM sources WHERE id = ?) WHERE id = ?",
            [gone.id, kept.id],
        )
        anchoring.settle(conn, library.revision, kept.id, None, gone.text)
    elif kept.text == gone.text and kept.pages is None and gone.pages is not None:
        conn.execute("UPDATE sources SET pages = ? WHERE id = ?", [gone.pages, kept.id])
    anchoring.settle_into(conn, gone.id, gone.text, gone.text if kept.text is None else kept.text)
    moved = _resting(conn, gone.id, other)
    twins.merge(conn, "sources", keep, other)
    _join_same_citations(conn, moved)


def detail(conn: sqlite3.Connection, one: NameMatch) -> str:
    """What tells a source from its twin: also its text and how often it is cited."""
    text = _text(conn, one.uid)
    cited = conn.execute("SELECT count(*) FROM citations WHERE source_id = ?", [text.id]).fetchone()[0]
    size = "no text" if text.text is None else f"a text of {_size(text)}"
    return " · ".join(filter(None, (one.detail, size, values.count(cited, "citation", "citations"))))


def moves(conn: sqlite3.Connection, keep: str, other: str) -> Iterator[str]:
    """What the kept source takes over from the other, beside what rests on that."""
    row = _values(conn, keep, other)
    for name in TAKEN:
        kept, gone = row[name]
        if gone and (not kept or (name == "note" and gone not in kept)):
            yield f"the {_called(name)}"


def warnings(conn: sqlite3.Connection, keep: str, other: str) -> Iterator[str]:
    """What the two say differently: that of the kept source stays."""
    row = _values(conn, keep, other)
    for name in _TOLD:
        kept, gone = row[name]
        if kept and gone and kept != gone:
            stays, goes = (values.quoted(_word(name, value)) for value in (kept, gone))
            yield f"The {_called(name)} stays {stays}; {goes}, which the other has, goes."
    kept, gone = row["file_sha256"]
    if kept and gone and kept != gone:
        yield "Both have an original file: that of the kept one stays, that of the other is not shown any more."


def texts(conn: sqlite3.Connection, keep: str, other: str) -> Iterator[str]:
    """Which text is kept, and what becomes of the passages of the other, in sentences."""
    kept, gone = _text(conn, keep), _text(conn, other)
    if kept.text is None and gone.text is None:
        yield "Neither of the two holds a text."
    elif kept.text is None:
        yield f"The one that stays holds no text so far: it gets that of the other ({_size(gone)})."
        yield from _counted(anchoring.settled(conn, kept.id, None, gone.text), "of the one that stays")
    elif gone.text is None:
        yield f"The text of the one that stays ({_size(kept)}) is kept; the other holds none."
        yield from _counted(anchoring.settled(conn, gone.id, None, kept.text), "of the other")
    elif kept.text == gone.text:
        yield f"Both hold the same text ({_size(kept)}): all passages stay at their places in it."
    else:
        yield f"The text of the one that stays ({_size(kept)}) is kept; that of the other ({_size(gone)}) goes."
        yield from _counted(anchoring.settled(conn, gone.id, gone.text, kept.text), "of the other")


def _called(name: str) -> str:
    return _CALLED.get(name) or values.name_of(name, "source")


def _counted(passages: list[anchoring.CitedWords], whose: str) -> Iterator[str]:
    """What becomes of passages in a text in which they were not chosen."""
    adrift = sum(one.anchor is not None for one in passages)
    stay = sum(one.starts is not None for one in passages)
    if stay:
        yield f"{values.count(stay, 'passage', 'passages')} {whose} stand{'s' * (stay == 1)} at the same place in it."
    if adrift:
        have, wait = ("has", "it waits") if adrift == 1 else ("have", "they wait")
        yield (
            f"{values.count(adrift, 'passage', 'passages')} {whose} {have} to be looked at, for the words may stand "
            f"elsewhere in it: {wait} on the page Passages to review."
        )


def _size(text: _Text) -> str:
    return values.count(len(text.text or ""), "character", "characters")


def _text(conn: sqlite3.Connection, uid: str) -> _Text:
    return _Text(*conn.execute("SELECT id, text, pages FROM sources WHERE uid = ?", [uid]).fetchone())


def _values(conn: sqlite3.Connection, keep: str, other: str) -> dict[str, tuple[str | None, str | None]]:
    """What the kept source and the other say, by column."""
    names = ("title", *TAKEN)
    kept, gone = (
        conn.execute(f"SELECT {', '.join(names)} FROM sources WHERE uid = ?", [uid]).fetchone() for uid in (keep, other)
    )
    return dict(zip(names, zip(kept, gone, strict=True), strict=True))


def _word(name: str, value: str) -> str:
    """A value as people read it."""
    if name in ("published", "accessed"):
        return dates.words(value)
    return {"type": SOURCE_TYPES, "language": LANGUAGES}.get(name, {}).get(value, value)


def _take_over(conn: sqlite3.Connection, keep: str, other: str) -> None:
    """Fill in what the kept source has not, and put the remarks of both together."""
    row = _values(conn, keep, other)
    new = {name: gone for name, (kept, gone) in row.items() if kept is None and gone is not None}
    if "published" in new:
        basis = conn.execute("SELECT published_basis FROM sources WHERE uid = ?", [other]).fetchone()
        new["published_basis"] = basis[0]
    kept, gone = row["note"]
    if kept and gone and gone not in kept:
        new["note"] = f"{kept}\n\n{gone}"
    if new:
        named = ", ".join(f"{name} = ?" for name in new)
        conn.execute(f"UPDATE sources SET {named} WHERE uid = ?", [*new.values(), keep])


def _resting(conn: sqlite3.Connection, source: int, uid: str) -> str:
    """The citations of a source and those that stand on it, as a JSON array of their ids."""
    found = conn.execute(
        "SELECT id FROM citations WHERE source_id = ? OR (record_kind = 'source' AND record_uid = ?)", [source, uid]
    )
    return as_json(row[0] for row in found)


_SAME_CITATION = """
  SELECT iif(k.starts IS NULL AND o.starts IS NOT NULL, o.uid, k.uid),
    iif(k.starts IS NULL AND o.starts IS NOT NULL, k.uid, o.uid)
  FROM citations o JOIN citations k ON k.record_uid = o.record_uid AND k.record_kind = o.record_kind
    AND k.field IS o.field AND k.relation = o.relation AND k.basis = o.basis AND k.source_id IS o.source_id
    AND k.exact IS o.exact AND coalesce(k.starts, k.moved_starts) IS coalesce(o.starts, o.moved_starts)
    AND (k.page = o.page OR k.page IS NULL OR o.page IS NULL)
    AND (k.as_worded = o.as_worded OR k.as_worded IS NULL OR o.as_worded IS NULL)
  WHERE o.id IN (SELECT value FROM json_each(:moved)) AND k.id NOT IN (SELECT value FROM json_each(:moved))
  ORDER BY o.id, k.id LIMIT 1
"""


def _join_same_citations(conn: sqlite3.Connection, moved: str) -> None:
    """Make one of two citations of the same passage for the same value, with what stands on both.

    One that has its place stays; where it has, nothing is attached by this to a place that nobody looked at.
    """
    while pair := conn.execute(_SAME_CITATION, {"moved": moved}).fetchone():
        conn.execute(
            "UPDATE citations SET page = coalesce(citations.page, o.page), "
            "as_worded = coalesce(citations.as_worded, o.as_worded) FROM citations o "
            "WHERE citations.uid = ? AND o.uid = ?",
            pair,
        )
        twins.merge(conn, "citations", *pair)
