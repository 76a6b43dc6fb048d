"""Suggestions that a researcher rejected: kept as one note on the source, in words that people can read and change.

So they belong to the library and not to a computer, go with it to others, stand in its history, and come back when
the note is removed, or a line of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db.folding import bare
from db.references import Record

if TYPE_CHECKING:
    from db.library import Library

HEAD = "No quotes. These passages are not suggested again:"
LONGEST = 160  # characters of a passage that are kept
_FORMS = {"direct": "direct speech", "indirect": "reported speech"}
_MORE = "…"


class Passage(NamedTuple):
    """What was suggested: as which form, and its words."""

    form: str
    words: str


class Rejected:
    """The passages of one source that were rejected."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = dict.fromkeys(line for line in lines if line.strip())
        self._whole = {_key(line) for line in self._lines if not _is_cut(line)}
        self._cut = [_key(line) for line in self._lines if _is_cut(line)]

    def __contains__(self, passage: object) -> bool:
        if not isinstance(passage, Passage):
            return False
        line = _line(passage)
        return _key(line) in (self._cut if _is_cut(line) else self._whole)

    def changed(self, added: Iterable[Passage], taken: Iterable[Passage]) -> str:
        """The body of the note with some passages added and others taken out; empty when none is left."""
        gone = {_key(_line(passage)) for passage in taken}
        lines = [line for line in self._lines if _key(line) not in gone]
        lines += [line for passage in added if _key(line := _line(passage)) not in {*map(_key, lines)}]
        return "\n".join([HEAD, *lines]) if lines else ""


def read(conn: sqlite3.Connection, source: str) -> Rejected:
    """The passages of a source that were rejected, by any of the notes that say so."""
    bodies = conn.execute(
        "SELECT body FROM notes WHERE record_kind = 'source' AND record_uid = ? AND substr(body, 1, ?) = ? ORDER BY id",
        [source, len(HEAD), HEAD],
    )
    return Rejected(line for (body,) in bodies for line in body.split("\n")[1:])


def keep(library: Library, source: str, added: Iterable[Passage], taken: Iterable[Passage]) -> None:
    """Bring the note in step, inside the caller's revision."""
    notes = [note for note in library.notes.of(Record("source", source)) if note.body.startswith(HEAD)]
    lines = [line for note in notes for line in note.body.split("\n")[1:]]
    body = Rejected(lines).changed(added, taken)
    if notes and body:
        if notes[0].body != body:
            library.notes.edit(notes[0].uid, body=body)
    elif body:
        library.notes.add(Record("source", source), body=body)
    stale = notes[1:] if body else notes
    if stale:
        library.notes.remove(*(note.uid for note in stale))


def _line(passage: Passage) -> str:
    words = " ".join(passage.words.split())
    short = words if len(words) <= LONGEST else words[:LONGEST].rstrip() + _MORE
    return f"{_FORMS[passage.form]}: {short}"


def _is_cut(line: str) -> bool:
    return line.rstrip().endswith(_MORE) and len(line) > LONGEST


def _key(line: str) -> str:
    return " ".join(bare(line).split())
