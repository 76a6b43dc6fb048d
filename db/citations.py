"""Citations: the passage or document behind a value of a record."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import anchoring, references, values
from db.anchors import passage
from db.errors import BadValue
from db.records import Draft, Records
from db.references import Record
from db.vocabulary import BASES, RELATIONS, field_label

_WORDS = ("exact", "prefix", "suffix")
_ADRIFT = ("anchor", "moved_starts", "moved_ends", "moved_score")


class Citation(NamedTuple):
    """One citation as it is stored; offsets count code points of the source's text.

    With `starts` its words stand there, verbatim. Without, `anchor` says that they stood somewhere until the text was
    changed; see db/anchoring.py.
    """

    id: int
    uid: str
    source_id: int | None
    record_kind: str
    record_uid: str
    field: str | None
    relation: str
    basis: str
    starts: int | None
    ends: int | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    as_worded: str | None
    page: str | None
    anchor: str | None
    moved_starts: int | None
    moved_ends: int | None
    moved_score: float | None


class CitationValues(TypedDict, total=False):
    """What people edit of a citation; `source` by uid; with `starts` and `ends` the words follow from the source."""

    source: str | None
    field: str | None
    relation: str
    basis: str
    starts: int | None
    ends: int | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    as_worded: str | None
    page: str | None


class Citations(Records[Citation]):
    """The citations of a library."""

    kind, table, label, title, row = "citation", "citations", "citation", "exact", Citation
    required = ("relation", "basis")
    words: ClassVar = {"relation": RELATIONS, "basis": BASES}
    refers: ClassVar = {"source": "sources"}

    def add(self, record: Record, *, uid: str | None = None, **given: Unpack[CitationValues]) -> str:
        """A new citation on a record; its uid. Without a source the value counts as recalled."""
        basis = "seen" if given.get("source") else "recalled"
        start = {"record_kind": record[0], "record_uid": record[1], "relation": "states", "basis": basis}
        return self._add(start | given, uid)

    def edit(self, uid: str, **given: Unpack[CitationValues]) -> None:
        """Change fields of a citation; words without a place are looked for in the text of another source."""
        with self._library.revise("Edit citation") as db:
            self._edit(uid, given)
            if "source" in given:
                anchoring.seek(db.conn, uid)

    def of(self, record: Record) -> list[Citation]:
        """The citations on a record, in the order in which they were added."""
        with self._library.reading() as conn:
            return self._select(conn, "WHERE record_kind = ? AND record_uid = ? ORDER BY id", record)

    def _check(self, draft: Draft) -> None:
        conn, row, whole = draft
        if row.keys() & {"record_uid", "field"}:
            references.check_record(conn, whole["record_kind"], whole["record_uid"], whole.get("field"))
        if whole.get("source_id") is None and whole["basis"] != "recalled":
            raise BadValue("A value that was read somewhere needs its source; without one it is recalled.", "source")
        if row.keys() & {"source_id", "starts", "ends", "exact", "prefix", "suffix"}:
            found = conn.execute("SELECT text FROM sources WHERE id = ?", [whole.get("source_id")]).fetchone()
            _fill_passage(draft, found[0] if found else None)


def _fill_passage(draft: Draft, text: str | None) -> None:
    """Store the words at the place that is cited, and around it; BadValue when they are not those given."""
    _, row, whole = draft
    starts, ends = whole.get("starts"), whole.get("ends")
    if starts is None and ends is None:
        if text is not None and row.get("exact") is not None:
            raise BadValue("We have the text of this source: point at the passage in it.", "exact")
        if row.keys() & {"starts", "ends"}:
            row |= {name: row.get(name) for name in _WORDS}
        if "exact" in row and row["exact"] is None:
            _settle(draft)
        return
    if text is None:
        raise BadValue("We do not have the text of this source, so no passage in it can be pointed at.", "source")
    if not isinstance(starts, int) or not isinstance(ends, int) or not 0 <= starts < ends <= len(text):
        place = f"{values.short(starts)} to {values.short(ends)}"
        raise BadValue(f"The passage ({place}) is not inside the text of {len(text)} characters.", "starts")
    expected = row if row.keys() & {"starts", "ends"} else whole
    for name, words in passage(text, starts, ends).items():
        if expected.get(name) not in (None, words):
            there = values.quoted(words)
            label = field_label("citation", name)
            raise BadValue(f"“{label}” is not what stands in the source at that place: {there}.", name)
        row[name] = words
    _settle(draft)


def _settle(draft: Draft) -> None:
    """The citation has its place, or no passage: it is not to be looked at any more."""
    draft.row.update({name: None for name in _ADRIFT if draft.whole.get(name) is not None})
