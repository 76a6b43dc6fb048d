"""What is shown of a record that was found: its name, the words around what was found, and where it belongs."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from db import dates, quote_words, record_texts, record_titles
from db.quote_lines import QuoteLine
from db.quote_marks import Marker
from db.record_entries import WORDS
from db.record_texts import Text
from db.references import Record
from db.search_words import Sought

Span = tuple[int, int]

WIDTH = 220
"""Characters of the words around what was found."""
_BEFORE = 60  # of them before it
_ON = {"note": "notes", "reading": "readings"}


class Finding(NamedTuple):
    """A record that was found, or a source with a passage of its text (`span`, in code points).

    The name may be empty. Marks are offsets into `name` and `passage`. `detail` says where it belongs, `reason` what
    was found for what was typed where that is not the same; `on` is the record on which a note or reading stands;
    `meeting` the one on whose page it is shown.
    """

    kind: str
    uid: str
    name: str
    name_marks: tuple[Span, ...] = ()
    passage: str = ""
    passage_marks: tuple[Span, ...] = ()
    detail: str = ""
    reason: str = ""
    sounds: bool = False
    span: Span | None = None
    on: Record | None = None
    meeting: str | None = None


class Writer:
    """Writes what is shown of records, with what is sought marked."""

    def __init__(self, conn: sqlite3.Connection, sought: Sequence[Sought]) -> None:
        self._conn = conn
        self._marker = Marker(sought, partial(quote_words.heard, conn, table=WORDS))

    def write(self, kind: str, found: Sequence[tuple[int, Span | None, bool]]) -> list[Finding]:
        """Some records of a kind by id, each with its passage if it has one, and whether it only sounds so."""
        said = record_texts.texts(self._conn, kind, [key for key, _, _ in found])
        return [self._write(kind, key, said[key], span, sounds) for key, span, sounds in found if key in said]

    def quote(self, line: QuoteLine) -> Finding:
        """A quote that was found."""
        passage, marks, _ = around(line.text, line.marks)
        who = ", ".join(filter(None, (line.speaker, line.speaker_title)))
        detail = " · ".join(filter(None, (who, dates.words(line.said_on) if line.said_on else "", line.meeting_title)))
        return Finding(
            "quote", line.uid, "", (), passage, marks, detail, line.reason, line.sounds, None, None, line.meeting
        )

    def _write(self, kind: str, key: int, said: Text, span: Span | None, sounds: bool) -> Finding:
        body = self._paragraph(key, span) if span else said.body
        marked = self._marker.marked(body, said.name)
        name_marks = self._marker.marked(said.name, "").marks
        passage, marks, first = around(body, marked.marks)
        if kind in ("person", "party") and not marks:
            passage = ""  # other spellings are told where they were found
        place = (span[0] + first[0], span[0] + first[1]) if span and first else span
        record = Record(kind, said.uid)
        on = self._on(record)
        named = record_titles.named(self._conn, {record}).get(record)
        return Finding(
            kind, said.uid, said.name, name_marks, passage, marks, self._detail(kind, said, span, on, named),
            marked.reason, sounds, place, on, named.meeting if named else None,
        )  # fmt: skip

    def _paragraph(self, source: int, span: Span) -> str:
        row = self._conn.execute(
            "SELECT substr(text, ? + 1, ?) FROM sources WHERE id = ?", [span[0], span[1] - span[0], source]
        ).fetchone()
        return (row and row[0]) or ""

    def _on(self, record: Record) -> Record | None:
        """The record on which a note or reading stands."""
        if record.kind not in _ON:
            return None
        sql = f"SELECT record_kind, record_uid FROM {_ON[record.kind]} WHERE uid = ?"
        return Record(*self._conn.execute(sql, [record.uid]).fetchone())

    def _detail(
        self, kind: str, said: Text, span: Span | None, on: Record | None, named: record_titles.Named | None
    ) -> str:
        if span:
            return said.pieces[0] if said.pieces else ""
        if on:
            return self._title(on)
        return (named.meeting_title or "") if named and kind == "outcome" else ""

    def _title(self, record: Record) -> str:
        """What a record is called, with its meeting."""
        named = record_titles.named(self._conn, {record}).get(record)
        if named is None:
            return ""
        other = named.meeting_title if named.meeting_title != named.title else None
        return " · ".join(filter(None, (named.title, other)))


def around(text: str, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...], Span | None]:
    """The words around the first marks of a text as one line, the marks in them, and the first mark as it was."""
    first = marks[0] if marks else None
    starts = _word_after(text, first[0] - _BEFORE) if first and first[0] > _BEFORE else 0
    ends = _word_before(text, starts + WIDTH, first[1] if first else 0) if len(text) > starts + WIDTH else len(text)
    before, after = "… " if starts else "", " …" if ends < len(text) else ""
    shift = len(before) - starts
    line = "".join(" " if sign.isspace() else sign for sign in text[starts:ends])
    inside = tuple((begin + shift, end + shift) for begin, end in marks if begin >= starts and end <= ends)
    return f"{before}{line}{after}", inside, first


def _word_after(text: str, at: int) -> int:
    """Where the first word after a place begins, at most twenty signs on."""
    return next((place + 1 for place in range(at, min(at + 20, len(text))) if text[place].isspace()), at)


def _word_before(text: str, at: int, least: int) -> int:
    """Where the last word before a place ends, at most twenty signs back."""
    low = max(at - 20, least)
    return next((place for place in range(at, low, -1) if text[place].isspace()), max(at, least))
