"""What stands beside the meetings: spellings of names, events, and comparable datasets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from db.dataset.citing import cite
from db.dataset.draft import Draft, uid_of
from db.dataset.folder import Folder
from db.dataset.registers import add_note
from db.dataset.table import Table
from db.values import Value
from db.vocabulary import EVENT_KINDS

_COLLECTIONS = {"party": "parties", "person": "people"}


def read_names(draft: Draft, folder: Folder) -> None:
    """The spellings of parties, people, places and terms."""
    file = folder.table("names.toml")
    for entry in file.tables("names"):
        kind = next((kind for kind in ("person", "party", "place", "term") if kind in entry), None)
        if kind is None:
            entry.problem("", "says neither person, party, place nor term")
            continue
        ref = draft.refer(_COLLECTIONS[kind], entry, kind) if kind in _COLLECTIONS else None
        canonical = ref.name if ref else entry.text(kind)
        for line in entry.tables("forms"):
            form, language = line.text("form"), line.language("language")
            uid = uid_of(draft.facts["uid"], "alias", kind, canonical, form, language or "")
            values: dict[str, Value] = {"record_kind": kind, "record_uid": ref and ref.uid, "canonical": canonical}
            values |= {"form": form, "language": language, "note": line.maybe_text("note")}
            draft.add("aliases", uid, values, line, "form")
            cite(draft, line, "alias", uid)
            line.done()
        entry.done()
    file.done()


def read_events(draft: Draft, folder: Folder) -> None:
    """What happened between meetings."""
    file = folder.table("events.toml")
    for key in file.names():
        line = file.table(key)
        uid = uid_of(draft.facts["uid"], "event", key)
        topic = draft.refer("topics", line, "topic")
        values: dict[str, Value] = {"kind": line.word("kind", EVENT_KINDS), "number": line.number("number")}
        values |= {"title": line.text("title"), "happened": line.date("happened"), "place": line.maybe_text("place")}
        values |= {"topic_id": topic and topic.id, "note": line.maybe_text("note")}
        draft.add("events", uid, values, line)
        cite(draft, line, "event", uid)
        line.done()


def read_comparable(draft: Draft, folder: Folder) -> None:
    """Comparable datasets, each as a note on the library."""
    file = folder.table("comparable.toml")
    for key in file.names():
        table = file.table(key)
        paragraphs = [table.text("name"), f"Unit: {table.text('unit')}."]
        for title, groups in (("Fields", table.table("fields")), ("Vocabularies", table.table("vocabularies"))):
            lines = [f"  {name}: {'; '.join(groups.texts(name))}" for name in groups.names()]
            paragraphs += [f"{title}:\n" + "\n".join(lines)] if lines else []
        rows = [f"  {_row(row)}" for row in table.tables("rows")]
        paragraphs += ["Rows on Astana:\n" + "\n".join(rows)] if rows else []
        paragraphs += [remarks] if (remarks := table.maybe_text("remarks")) else []
        uid = add_note(draft, table, "library", draft.facts["uid"], f"comparable/{key}", "\n\n".join(paragraphs))
        cite(draft, table, "note", uid)
        table.done()


def _row(row: Table) -> str:
    """A row of a comparable dataset in one line."""
    values = cast("Mapping[str, object]", {key: row.peek(key) for key in row.names()})
    return " | ".join(f"{key}: {value}" for key, value in values.items())
