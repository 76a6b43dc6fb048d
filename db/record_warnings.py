"""What may well be a slip but is not refused: told beside the field while a record is edited."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from db import dates, values
from db.cancel import Cancel
from db.references import Record
from db.vocabulary import ROLE

if TYPE_CHECKING:
    from db.library import Library

Given = Mapping[str, object]


class Warned(NamedTuple):
    """A sentence about a field; `page` is the page of the library that shows more of it for the record."""

    field: str
    sentence: str
    page: str = ""


def warnings(library: Library, record: Record, values: Given, cancel: Cancel) -> list[Warned]:
    """What looks like a slip in a record with these values (all of them, references by uid), stored or not yet."""
    if record.kind not in _CHECKS:
        return []
    args = {name: value if isinstance(value, str | int) else None for name, value in values.items()}
    with library.reading(cancel) as conn:
        found = (check(conn, record, args) for check in _CHECKS[record.kind])
        return [warned for warned in found if warned]


def _same_line(conn: sqlite3.Connection, record: Record, given: Given) -> Warned | None:
    row = conn.execute(
        "SELECT p.name FROM participations l JOIN parties p ON p.id = l.party_id "
        "JOIN meetings m ON m.id = l.meeting_id WHERE p.uid = ? AND m.uid = ? AND l.role = ? AND l.uid <> ?",
        [given.get("party"), given.get("meeting"), given.get("role"), record.uid],
    ).fetchone()
    role = ROLE.get(str(given.get("role")), "")
    return Warned("party", f"{row[0]} has a line at this meeting as {role} already.") if row else None


def _same(table: str, field: str, sentence: str, within: str = "") -> Callable[..., Warned | None]:
    """A check that no other record, within the same meeting where `within` says so, has the same in a field."""
    where = "AND t.meeting_id IS (SELECT id FROM meetings WHERE uid = :meeting)" if within else ""

    def check(conn: sqlite3.Connection, record: Record, given: Given) -> Warned | None:
        args = {"value": given.get(field), "uid": record.uid, "meeting": given.get("meeting")}
        sql = f"SELECT 1 FROM {table} t WHERE t.{field} = :value AND t.uid <> :uid {where} LIMIT 1"
        return Warned(field, sentence) if args["value"] and conn.execute(sql, args).fetchone() else None

    return check


def _said_before(conn: sqlite3.Connection, _record: Record, given: Given) -> Warned | None:
    """Words of a meeting that were said a year and more before it began: most likely a wrong year."""
    row = conn.execute("SELECT starts FROM meetings WHERE uid = ?", [given.get("meeting")]).fetchone()
    said, starts = given.get("said_on"), row and row[0]
    if not isinstance(said, str) or not isinstance(starts, str):
        return None
    if dates.last_day_key(said) > dates.day_key(starts) - 10000:  # in 2017 may be the day before one of 2018
        return None
    return Warned("said_on", f"This is long before the meeting began ({dates.words(starts)}).")


def _accessed_before(_conn: sqlite3.Connection, _record: Record, given: Given) -> Warned | None:
    """An address looked at before what stands there was published."""
    accessed, published = given.get("accessed"), given.get("published")
    if not isinstance(accessed, str) or not isinstance(published, str):
        return None
    if accessed >= published[: len(accessed)]:
        return None
    return Warned("accessed", f"This is before it was published ({dates.words(published)}).")


def _no_language(_conn: sqlite3.Connection, _record: Record, given: Given) -> Warned | None:
    """A language that is not written as two letters, by which it is told from others."""
    language = given.get("language")
    if not isinstance(language, str) or (len(language) == 2 and language.isalpha() and language.islower()):
        return None
    return Warned("language", "Two small letters tell a language here, such as en, ru, ar, fa or tr.")


def _passages(conn: sqlite3.Connection, record: Record, _given: Given) -> Warned | None:
    """What hangs on a text: the passages cited from it, and those that have lost their place already."""
    cited, lost = conn.execute(
        "SELECT count(c.starts), count(c.anchor) FROM citations c JOIN sources s ON s.id = c.source_id WHERE s.uid = ?",
        [record.uid],
    ).fetchone()
    if lost:
        they = "passage that is cited from this text lost its" if lost == 1 else "passages that are cited lost their"
        return Warned(
            "text", f"{lost:,} {they} place and {'waits' if lost == 1 else 'wait'} to be looked at.", "anchors"
        )
    if cited:
        passages = values.count(cited, "passage is", "passages are")
        return Warned("text", f"{passages} cited from this text; what an edit moves is listed for you to look at.")
    return None


_CHECKS: dict[str, tuple[Callable[[sqlite3.Connection, Record, Given], Warned | None], ...]] = {
    "participation": (_same_line,),
    "outcome": (_same("outcomes", "text", "This meeting has an outcome with this text already.", "meeting"),),
    "quote": (_said_before, _same("quotes", "text", "This meeting has a quote with these words already.", "meeting")),
    "person": (_same("people", "name", "There is a person of this name already."),),
    "party": (_same("parties", "name", "There is a party of this name already."),),
    "source": (
        _same("sources", "url", "There is a source with this address already."),
        _accessed_before,
        _no_language,
        _passages,
    ),
}
