"""For what a passage can be cited: the records of a meeting, or any that is found by its words; and their fields."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import dates, folding, quote_query, quote_search, record_titles, record_values, vocabulary, work_list
from db.cancel import Cancel
from db.errors import Gone
from db.record_lines import RecordLine, joined, word
from db.references import KINDS, Record
from db.schema import DESCRIPTIONS
from db.values import Value
from db.vocabulary import RECORD_KINDS

if TYPE_CHECKING:
    from db.library import Library

MOST = 12  # records of a kind that a search shows
CITABLE = (
    "meeting", "event", "participation", "outcome", "quote", "reading", "party", "person", "topic", "alias",
)  # fmt: skip
"""Kinds of records whose values rest on sources."""

_KINDS: dict[str, tuple[str, str]] = {
    "meeting": ("Meetings", "SELECT uid, title, coalesce(starts, ''), NULL FROM meetings"),
    "event": ("Events", "SELECT uid, title, coalesce(happened, ''), NULL FROM events"),
    "party": ("Parties", "SELECT uid, name, coalesce(short_name, ''), NULL FROM parties"),
    "person": ("People", "SELECT uid, name, '', NULL FROM people"),
    "topic": ("Topics", "SELECT uid, label, coalesce(description, ''), NULL FROM topics"),
    "alias": ("Spellings", "SELECT uid, form, canonical, NULL FROM aliases"),
    "outcome": (
        "Outcomes",
        "SELECT o.uid, substr(o.text, 1, 400), m.title, o.act FROM outcomes o JOIN meetings m ON m.id = o.meeting_id",
    ),
    "participation": (
        "Participants",
        """SELECT l.uid, p.name || coalesce(' ' || p.short_name, '') || coalesce(', ' || h.name, ''), m.title, l.role
        FROM participations l JOIN meetings m ON m.id = l.meeting_id JOIN parties p ON p.id = l.party_id
          LEFT JOIN people h ON h.id = l.head_id""",
    ),
    "reading": ("Points in dispute", "SELECT uid, about || ': ' || substr(value, 1, 400), '', NULL FROM readings"),
}
"""For each kind but quotes its heading, and a query for uid, title, detail and lead."""

_WORDS = {**vocabulary.ROLE, **vocabulary.ACTS}


class FieldLine(NamedTuple):
    """A field for which a passage can be cited, with its value; `column` is None for the record as a whole."""

    column: str | None
    label: str
    value: Value
    cited: int


def offered(library: Library, meeting: str, text: str, cancel: Cancel) -> list[RecordLine]:
    """What to choose from: the records of the meeting at hand in which the words occur, then those found elsewhere.

    Without words it is all that the meeting holds. `meeting` may be empty.
    """
    wanted = folding.bare(text).split()
    here = of_meeting(library, meeting, cancel) if meeting else []
    found = [line for line in here if all(word in folding.bare(f"{line.lead} {line.title}") for word in wanted)]
    known = {line.record for line in found}
    elsewhere = [line for line in find(library, text, cancel) if line.record not in known]
    return found + [line._replace(section=f"Elsewhere: {line.section.lower()}") if here else line for line in elsewhere]


def of_meeting(library: Library, uid: str, cancel: Cancel) -> list[RecordLine]:
    """The records of a meeting or event for which a passage can be cited; none when it is gone."""
    for kind in ("meeting", "event"):
        try:
            lines = work_list.lines(library, Record(kind, uid), cancel)
        except Gone:
            continue
        return [line for line in lines if line.record and line.record.kind in CITABLE]
    return []


def find(library: Library, text: str, cancel: Cancel) -> list[RecordLine]:
    """Records in whose titles all words of a text occur, the first MOST of each kind; quotes as their search does."""
    wanted = folding.bare(text).split()
    if not wanted:
        return []
    found: list[RecordLine] = []
    with library.reading(cancel) as conn:
        for kind, (heading, sql) in _KINDS.items():
            found += _matching(conn.execute(sql), kind, heading, wanted, cancel)
            if kind == "outcome":
                found += _quotes(conn, text)
    return found


def fields(library: Library, record: Record, cancel: Cancel) -> list[FieldLine]:
    """What a passage can be cited for: the record as a whole, then its fields; Gone when the record is.

    Values are shown as people know them: other records by their title.
    """
    noun = library.noun(record.kind)
    table = RECORD_KINDS[record.kind]
    with library.reading(cancel) as conn:
        values = record_values.values_of(conn, noun, record.uid)
        names = record_values.names_of(conn, record_values.referred(noun, values))
        counted = dict(
            conn.execute(
                "SELECT field, count(*) FROM citations WHERE record_kind = ? AND record_uid = ? GROUP BY field", record
            ).fetchall()
        )
        title = record_values.title_of(conn, record)
    found = [FieldLine(None, "The whole of it", title, counted.get(None, 0))]
    for name, value in values.items():
        column = name if name in DESCRIPTIONS[table] else f"{name}_id"
        if column not in DESCRIPTIONS[table] or name in _NOT_CITED:
            continue
        shown = names.get((KINDS[noun.refers[name]], str(value)), value) if name in noun.refers else value
        found.append(FieldLine(column, vocabulary.field_label(record.kind, column), shown, counted.get(column, 0)))
    return found


_NOT_CITED = ("record_kind", "record_uid", "field", "adopted")


def _matching(
    rows: Iterable[tuple[str, str, str, str | None]],
    kind: str,
    heading: str,
    wanted: list[str],
    cancel: Cancel,
) -> list[RecordLine]:
    found: list[RecordLine] = []
    for uid, title, detail, lead in rows:
        if len(found) >= MOST:
            break
        cancel.check()
        bare = folding.bare(f"{title} {detail}")
        if all(one in bare for one in wanted):
            shown = dates.words(detail) if kind in ("meeting", "event") and detail else detail
            found.append(RecordLine(Record(kind, uid), heading, 0, word(_WORDS, lead) if lead else "", title, shown))
    return found


def _quotes(conn: sqlite3.Connection, text: str) -> list[RecordLine]:
    """The newest quotes in which all words of a text occur, the last as a beginning."""
    query = quote_query.parse(" ".join(f"{part}*" for part in folding.bare(text).split()))
    found: list[RecordLine] = []
    ids = quote_search.find(conn, query, MOST)
    for key in ids:
        row = conn.execute("SELECT uid, form, said_on FROM quotes WHERE id = ?", [key]).fetchone()
        record = Record("quote", row[0])
        named = record_titles.named(conn, {record}).get(record)
        if named:
            lead = "verbatim" if row[1] == "direct" else "reported"
            detail = joined([named.meeting_title, row[2] and dates.words(row[2])])
            found.append(RecordLine(record, "Quotes", 0, lead, named.title, detail))
    return found
