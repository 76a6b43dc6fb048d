"""What merging two records would do, told before it is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from db import name_matches, source_merging, twins, values
from db.cancel import Cancel
from db.errors import Gone, KnownError
from db.name_matches import NameMatch
from db.references import ATTACHED, CALLED, PARTS, USERS, Link
from db.vocabulary import PARTY_KINDS, RECORD_KINDS, ROLE

if TYPE_CHECKING:
    from db.library import Library

SHOWN = 5  # meetings named in a warning

_WORDS = CALLED | {"readings": ("disputed reading", "disputed readings")}
_AT_ONE_MEETING = """
  SELECT m.title, a.role, b.role FROM participations a JOIN participations b ON b.meeting_id = a.meeting_id
  JOIN meetings m ON m.id = a.meeting_id
  WHERE a.party_id = (SELECT id FROM parties WHERE uid = ?) AND b.party_id = (SELECT id FROM parties WHERE uid = ?)
  ORDER BY m.starts, m.id
"""

_BOTH_FOLLOW = """
  SELECT DISTINCT k.about FROM readings k JOIN readings o ON o.about = k.about AND o.record_kind = k.record_kind
  WHERE k.adopted AND o.adopted AND k.record_kind = ? AND k.record_uid = ? AND o.record_uid = ? ORDER BY k.about
"""


class MergePreview(NamedTuple):
    """What goes from the other record to the kept one; with a `refusal` nothing can be done.

    `moves` are numbers of things in words; `spellings` those by which the kept record is found from then on;
    `warnings` sentences about what is to be looked at first, `texts` those about which text of two sources is kept.
    """

    keep: NameMatch
    other: NameMatch
    moves: tuple[str, ...]
    spellings: tuple[str, ...]
    warnings: tuple[str, ...]
    refusal: str | None
    texts: tuple[str, ...] = ()


def merge(library: Library, kind: str, keep: str, other: str) -> None:
    """Make two records of a kind one, in one revision; see the verb `merge` of each noun."""
    noun: Any = library.noun(kind)
    noun.merge(keep, other)


def preview(library: Library, kind: str, keep: str, other: str, cancel: Cancel) -> MergePreview:
    """What `merge` would do; Gone when one of the two is no longer in the library."""
    found = {one.uid: one for one in name_matches.named(library, kind, [keep, other], cancel)}
    if keep not in found or other not in found:
        raise Gone(f"This {kind} is no longer in the library.")
    with library.reading(cancel) as conn:
        if kind == "source":
            found = {uid: one._replace(detail=source_merging.detail(conn, one)) for uid, one in found.items()}
        refusal = _refusal(conn, kind, keep, other)
        are_sources = kind == "source" and not refusal
        return MergePreview(
            found[keep],
            found[other],
            (*_moves(conn, kind, other), *(source_merging.moves(conn, keep, other) if are_sources else ())),
            tuple(_spellings(conn, kind, keep, other)),
            () if refusal else tuple(_warnings(conn, kind, keep, other)),
            refusal,
            tuple(source_merging.texts(conn, keep, other)) if are_sources else (),
        )


def _refusal(conn: sqlite3.Connection, kind: str, keep: str, other: str) -> str | None:
    try:
        twins.check_merge(conn, RECORD_KINDS[kind], keep, other)
    except KnownError as error:
        return str(error)
    return None


def _moves(conn: sqlite3.Connection, kind: str, other: str) -> Iterable[str]:
    """Numbers of what refers to a record, belongs to it or stands on it."""
    table = RECORD_KINDS[kind]
    found: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for link in (*_links(PARTS.get(table, ())), *USERS.get(table, ())):
        sql = (
            f"SELECT '{link.table}', id FROM {link.table} WHERE {link.column} = (SELECT id FROM {table} WHERE uid = ?)"
        )
        found.setdefault((link.one, link.many), set()).update(conn.execute(sql, [other]))
    for attached in ATTACHED:
        sql = f"SELECT '{attached}', id FROM {attached} WHERE record_kind = ? AND record_uid = ?"
        found.setdefault(_WORDS[attached], set()).update(conn.execute(sql, [kind, other]))
    numbers = {words: len(rows) for words, rows in found.items()}
    if kind == "topic":
        numbers[_WORDS["aliases"]] = len(_forms(conn, kind, other))
    return (values.count(number, *words) for words, number in numbers.items() if number)


def _links(links: tuple[Link, ...]) -> Iterable[Link]:
    """A tag is on records, which do not belong to it."""
    return (Link(link.table, link.column, "tagged record", "tagged records") for link in links)


def _spellings(conn: sqlite3.Connection, kind: str, keep: str, other: str) -> Iterable[str]:
    """The names and spellings of the other that the kept record has not yet."""
    if kind in ("tag", "source"):
        return ()
    known, fresh = _known(conn, kind, keep), _known(conn, kind, other)
    return (form for form in fresh if form not in known)


def _known(conn: sqlite3.Connection, kind: str, uid: str) -> dict[str, None]:
    """Names and spellings of a record, in order."""
    columns = {"party": "name, short_name", "person": "name", "topic": "label, name"}[kind]
    names = conn.execute(f"SELECT {columns} FROM {RECORD_KINDS[kind]} WHERE uid = ?", [uid]).fetchone() or ()
    return dict.fromkeys([str(name) for name in names if name] + _forms(conn, kind, uid))


def _forms(conn: sqlite3.Connection, kind: str, uid: str) -> list[str]:
    """The spellings that are filed under a record, or under the term that is a topic."""
    if kind == "topic":
        sql = (
            "SELECT form FROM topics t JOIN aliases a ON a.record_kind = 'term' AND a.canonical IN (t.label, t.name) "
            "WHERE t.uid = :uid ORDER BY a.id"
        )
    else:
        sql = "SELECT form FROM aliases WHERE record_kind = :kind AND record_uid = :uid ORDER BY id"
    return [str(row[0]) for row in conn.execute(sql, {"kind": kind, "uid": uid})]


def _warnings(conn: sqlite3.Connection, kind: str, keep: str, other: str) -> Iterable[str]:
    if kind == "party":
        yield from _meetings_of_both(conn.execute(_AT_ONE_MEETING, [keep, other]).fetchall())
    if kind == "source":
        yield from source_merging.warnings(conn, keep, other)
    for column in {"party": ("kind",), "tag": ("colour", "description"), "topic": ("description",)}.get(kind, ()):
        kept, gone = (
            conn.execute(f"SELECT {column} FROM {RECORD_KINDS[kind]} WHERE uid = ?", [uid]).fetchone()[0]
            for uid in (keep, other)
        )
        if kept and gone and kept != gone:
            stays, goes = (values.quoted(PARTY_KINDS.get(value, value)) for value in (kept, gone))
            yield f"The {column} stays {stays}; {goes}, which the other has, goes."
    for (about,) in conn.execute(_BOTH_FOLLOW, [kind, keep, other]):
        yield f"On {values.quoted(about)} both follow a reading: that of the kept one stays followed."


def _meetings_of_both(rows: list[tuple[str, str, str]]) -> Iterable[str]:
    """Where both took part there will be two lines of one party."""
    for title, one, other in rows[:SHOWN]:
        roles = ROLE[one] if one == other else f"{ROLE[one]} and {ROLE[other]}"
        yield f"Both took part in {values.quoted(title)}: two lines of one party will stand there, as {roles}."
    if len(rows) > SHOWN:
        yield f"The same holds for {values.count(len(rows) - SHOWN, 'more meeting', 'more meetings')}."
