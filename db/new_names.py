"""Records that are made while others are edited: a name typed where nothing known fits, stored with what names it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from db import values
from db.errors import BadValue
from db.vocabulary import RECORD_KINDS

if TYPE_CHECKING:
    from db.library import Library

KINDS = ("party", "person", "topic", "tag", "source")
"""What can be made by its name alone; a party needs its kind as well."""


class New(NamedTuple):
    """A record that is still to be made; `extra` is the kind of a party."""

    kind: str
    name: str
    extra: str | None = None


def settle(library: Library, value: str | New | None) -> str | None:
    """The uid of what a value names; something new is made, inside the caller's revision.

    One name is made once in a revision, however many fields hold it; a topic or tag that is there by now is used, also
    where only case and blanks differ.
    """
    if not isinstance(value, New):
        return value
    if value.kind not in KINDS:
        raise BadValue(f"{values.a(value.kind).capitalize()} cannot be made by its name alone.")
    name = str(values.clean(value.name, "name") or "").strip()
    with library.revise(f"Add {value.kind}"):
        return _present(library, value, name) or _made(library, value, name)


def _made(library: Library, value: New, name: str) -> str:
    if value.kind == "party":
        return library.parties.add(name=name, kind=value.extra or "")
    if value.kind == "source":
        return library.sources.add(title=name)
    nouns = {"person": library.people, "topic": library.topics, "tag": library.tags}
    return nouns[value.kind].add(name=name)


def _present(library: Library, new: New, name: str) -> str | None:
    """One of that name (and kind) that this revision made, or, where names are unique, that is there."""
    table, title = RECORD_KINDS[new.kind], library.noun(new.kind).title
    same = " AND t.kind = :kind" if new.kind == "party" else ""
    with library.reading() as conn:
        row = conn.execute(
            f"SELECT t.uid FROM changes c JOIN {table} t ON t.id = c.row_id WHERE c.revision_id = :revision "
            f"AND c.table_name = :table AND c.operation = 'insert' AND t.{title} = :name{same}",
            {"revision": library.revision, "table": table, "name": name, "kind": new.extra},
        ).fetchone()
        if row is None and new.kind in ("topic", "tag"):
            tops = conn.execute(
                f"SELECT uid, name, {title} FROM {table} WHERE parent_id IS NULL ORDER BY id"
            ).fetchall()
            row = next((top for top in tops if name in top[1:]), None)
            row = row or next((top for top in tops if _plain(name) in map(_plain, top[1:])), None)
    return None if row is None else str(row[0])


def _plain(name: str) -> str:
    """A name without case, its blanks single."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
