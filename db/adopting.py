"""Following one of several readings: the field that they are about takes its value where that fits, with its passages.

A reading is in people's words; it fits a field when it is a value of that: a date, a word of a vocabulary or its label,
a number, the name of exactly one record, or one short line; two days of a month are both days of a meeting, and one day
is both of one that lasts a day. A remark in brackets at its end is not part of the value, and a day without a year is
one of the year that the field has. What is about a part of a longer text never fits.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from db import dates, folding, record_values, since_cited
from db.citations import Citation
from db.errors import BadValue
from db.readings import Reading
from db.records import Records, new_uid
from db.references import KINDS, Record
from db.values import Value
from db.vocabulary import field_label

if TYPE_CHECKING:
    from db.cancel import Cancel
    from db.library import Library

LONGEST = 80  # characters of what can be the value of a field of one line
_LINES = (
    "city", "country", "venue", "place", "actor", "act_as_worded", "head_title", "speaker_title", "short_name",
    "publisher",
)  # fmt: skip
_NUMBERS = ("number",)
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_PLAIN = re.compile(r"[^;/\n]+")
_SPAN = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})\s(\D+?(?:\s\d{4})?)", re.ASCII)


class Fit(NamedTuple):
    """What following a reading would make of its field, or of both days of a meeting.

    `given` has what the verbs take, nothing where the reading is no value of the field; `told` and `present_told` are
    what it says and what is there now, for people; `told` is empty and `present_told` None where there is nothing.
    """

    label: str
    given: Mapping[str, Value]
    told: str
    present_told: str | None
    changes: bool


class Choice(NamedTuple):
    """A reading that may be followed; `fit` is None when its point is no single field of its record."""

    reading: Reading
    fit: Fit | None


def look(library: Library, uid: str, cancel: Cancel) -> Choice:
    """What following a reading would mean; Gone when it is no longer in the library."""
    with library.reading(cancel) as conn:
        reading = library.readings.get(uid)
        return Choice(reading, fit_of(library, conn, reading))


def adopt(library: Library, uid: str, reason: str | None, *, set_field: bool = True) -> None:
    """Follow a reading for a reason or for none, as one step.

    With `set_field` its field takes its value, where that fits and is another. Then the passages of the reading become
    those of the field, and what that cited before contradicts it from now on.
    """
    with library.revise("Follow a reading") as db:
        reading = library.readings.get(uid)
        library.readings.adopt(uid, reason or "")
        if set_field:
            _take_over(library, db.conn, reading)


def _take_over(library: Library, conn: sqlite3.Connection, reading: Reading) -> None:
    """Let the field of a reading say what that says, where it fits and is something else."""
    fit = fit_of(library, conn, reading)
    if fit and fit.changes:
        noun: Any = library.noun(reading.record_kind)
        noun.edit(reading.record_uid, **fit.given)
        for column in _columns(noun, fit.given):
            _move_citations(library, conn, reading, column)


def edit(library: Library, uid: str, **given: Any) -> None:
    """Change a reading as its form does; `adopted` among what is given follows it, or leaves its point open.

    The field of one that is followed goes on to say what it says, unless the two had parted before.
    """
    with library.revise("Edit reading") as db:
        before = library.readings.get(uid)
        parted = parted_from(library, db.conn, before) is not None
        follow = given.pop("adopted", None)
        if given:
            library.readings.edit(uid, **given)
        after = library.readings.get(uid)
        if follow:
            adopt(library, uid, after.reason)
        elif follow is not None:
            library.readings.leave_open(uid)
        elif after.adopted and not parted:
            _take_over(library, db.conn, after)


def parted_from(library: Library, conn: sqlite3.Connection, reading: Reading) -> str | None:
    """What its field says where that is something else than a reading that is followed, for people; empty when nothing.

    None where the two agree, or cannot be compared.
    """
    fit = fit_of(library, conn, reading) if reading.adopted else None
    return (fit.present_told or "") if fit and fit.changes else None


def fit_of(library: Library, conn: sqlite3.Connection, reading: Reading) -> Fit | None:
    """What following a reading would make of its field; None when its point is no single field of its record."""
    if reading.field is None or reading.record_kind == "library":
        return None
    noun = library.noun(reading.record_kind)
    values = record_values.values_of(conn, noun, reading.record_uid)
    argument = reading.field.removesuffix("_id")
    argument = argument if argument in noun.refers else reading.field
    text = _REMARK.sub("", reading.value).strip()
    days = _days(text, values) if noun.kind == "meeting" and argument in ("starts", "ends") else None
    if days:
        present = (values["starts"], values["ends"])
        told = [dates.span(*(str(day) if day else None for day in span)) for span in (days, present)]
        given: dict[str, Value] = dict(zip(("starts", "ends"), days, strict=True))
        return Fit("Days", given, told[0], told[1], days != present)
    value, present = _read(conn, noun, argument, text, values.get(argument)), values.get(argument)
    given = {} if value is None else {argument: value}
    changes = value is not None and not _same(noun, argument, value, present)
    told = [_told(conn, noun, argument, one) for one in (value, present)]
    return Fit(field_label(noun.kind, reading.field), given, told[0] or "", told[1], changes)


def _columns(noun: Records[Any], arguments: Iterable[str]) -> list[str]:
    return [f"{argument}_id" if argument in noun.refers else argument for argument in arguments]


def _read(conn: sqlite3.Connection, noun: Records[Any], argument: str, text: str, present: Value) -> Value:
    """The value of a field that a reading means; None when it is none."""
    if argument in noun.dates:
        return _date(text, present)
    if argument in noun.words:
        return _word(noun, argument, text)
    if argument in noun.refers:
        return _named(conn, noun.refers[argument], text)
    if argument in _NUMBERS:
        return int(text) if text.isdecimal() and len(text) < 10 else None
    if argument in _LINES and len(text) <= LONGEST and _PLAIN.fullmatch(text):
        return text
    return None


def _same(noun: Records[Any], argument: str, value: Value, present: Value) -> bool:
    """Whether a field says already what a reading says: the year of its day, the same words but for an article."""
    if present is None or value == present:
        return value == present
    if argument in noun.dates:
        return str(present).startswith(f"{value}-")
    one, other = (folding.bare(str(words)).removeprefix("the ") for words in (value, present))
    return argument in _LINES and one == other


def _days(text: str, values: Mapping[str, Value]) -> tuple[str, str] | None:
    """The first and last day of a span such as `4-5 May`, or of a meeting of one day; None when it is neither."""
    found = _SPAN.fullmatch(text)
    if not found:
        day = _date(text, values.get("starts")) if values.get("starts") == values.get("ends") else None
        return (day, day) if day and len(day) == len("2017-05-04") else None
    first, last, rest = found.groups()
    starts, ends = (_date(f"{day} {rest}", values.get("starts") or values.get("ends")) for day in (first, last))
    return (starts, ends) if starts and ends and starts < ends else None


def _date(text: str, present: Value) -> str | None:
    """A date, of the year of the present one where it names none."""
    year = str(present)[:4] if present else ""
    for words in (text, f"{text} {year}"):
        try:
            return dates.read(words)
        except BadValue:
            continue
    return None


def _word(noun: Records[Any], argument: str, text: str) -> str | None:
    """A word of a vocabulary, by itself or by its label."""
    sought = folding.bare(text)
    found = [
        word for word, label in noun.words[argument].items() if sought in (folding.bare(word), folding.bare(label))
    ]
    return found[0] if len(found) == 1 else None


def _named(conn: sqlite3.Connection, table: str, text: str) -> str | None:
    """The uid of the one record that has this name, or this spelling of it."""
    if table not in ("people", "parties"):
        return None
    kind = "person" if table == "people" else "party"
    sql = (
        f"SELECT uid, name FROM {table} UNION SELECT record_uid, form FROM aliases "
        "WHERE record_kind = ? AND record_uid IS NOT NULL"
    )
    sought = folding.bare(text)
    found = {uid for uid, name in conn.execute(sql, [kind]) if folding.bare(name) == sought}
    return found.pop() if len(found) == 1 else None


def _told(conn: sqlite3.Connection, noun: Records[Any], argument: str, value: Value) -> str | None:
    """A value as people read it."""
    if value is None:
        return None
    if argument in noun.refers:
        return record_values.title_of(conn, Record(KINDS[noun.refers[argument]], str(value)))
    if argument in noun.dates:
        return dates.words(str(value))
    return noun.words.get(argument, {}).get(str(value), str(value))


_COLUMNS = [name for name in Citation._fields if name not in ("id", "uid", "record_kind", "record_uid", "field")]
_SAME = "o.source_id IS citations.source_id AND o.starts IS citations.starts AND o.exact IS citations.exact"
_OF_READING = f"FROM citations o WHERE o.record_kind = 'reading' AND o.record_uid = :reading AND {_SAME}"


def _move_citations(library: Library, conn: sqlite3.Connection, reading: Reading, field: str) -> None:
    """Have a field cite what the reading cites, and take what it cited before for what contradicts it."""
    args = {"kind": reading.record_kind, "uid": reading.record_uid, "field": field, "reading": reading.uid}
    here = "record_kind = :kind AND record_uid = :uid AND field = :field"
    same = f"EXISTS (SELECT 1 {_OF_READING})"
    conn.execute(f"UPDATE citations SET relation = 'contradicts' WHERE {here} AND NOT {same}", args)
    conn.execute(
        f"UPDATE citations SET relation = (SELECT o.relation {_OF_READING}) "
        f"WHERE {here} AND {same} AND relation = 'contradicts'",
        args,
    )
    kept = conn.execute(f"SELECT id FROM citations WHERE {here} AND {same}", args).fetchall()
    since_cited.look_again(conn, library.revision, [key for (key,) in kept])
    copied = ", ".join(_COLUMNS)
    cited = conn.execute(
        f"SELECT {copied} FROM citations WHERE record_kind = 'reading' AND record_uid = :reading AND NOT EXISTS ("
        f"SELECT 1 FROM citations o WHERE o.{here.replace(' AND ', ' AND o.')} AND {_SAME}) ORDER BY id",
        args,
    ).fetchall()
    conn.executemany(
        f"INSERT INTO citations (uid, record_kind, record_uid, field, {copied}) "
        f"VALUES ({', '.join('?' * (4 + len(_COLUMNS)))})",
        [(new_uid(), args["kind"], args["uid"], args["field"], *row) for row in cited],
    )
