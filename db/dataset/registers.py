"""What meetings refer to: the library itself, its sources, topics, parties and people."""

from __future__ import annotations

import hashlib

from db.dataset.citing import cite
from db.dataset.draft import Draft, Ref, uid_of
from db.dataset.folder import Folder
from db.dataset.table import Table
from db.values import Value
from db.vocabulary import DATE_BASES, PARTY_KINDS, SOURCE_TYPES

AUTHOR = "Parley dataset"


def read_facts(draft: Draft, table: Table) -> None:
    """The facts about the library itself; all else stands under its uid."""
    dataset = table.text("dataset")
    facts = {"uid": uid_of("dataset", dataset), "title": table.text("title"), "dataset": dataset}
    facts |= {"dataset_version": table.text("dataset_version"), "created_at": f"{table.date('date') or ''}T00:00:00Z"}
    if len(facts["created_at"]) != len("2026-01-01T00:00:00Z"):
        table.problem("date", "is to be a day, such as 2026-01-31")
    draft.facts = facts


def read_notes(draft: Draft, table: Table) -> None:
    """The notes on the library."""
    for note in table.tables("notes"):
        key, body = note.text("key"), note.text("body")
        cite(draft, note, "note", add_note(draft, note, "library", draft.facts["uid"], key, body))
        note.done()
    table.done()


def add_note(draft: Draft, at: Table, kind: str, record: str, key: str, body: str) -> str:
    """A note on a record, by the dataset; its uid."""
    uid = uid_of(record, "note", key)
    stamp = {"author": AUTHOR, "made_at": draft.facts["created_at"]}
    draft.add("notes", uid, {"record_kind": kind, "record_uid": record, "body": body, **stamp}, at)
    return uid


def read_sources(draft: Draft, folder: Folder) -> None:
    """The sources, some with their full text, under the uids that they have in the file."""
    refs = draft.refs.setdefault("sources", {})
    for name in ("sources.toml", "pages.toml"):
        file = folder.table(name)
        for uid in file.names():
            table = file.table(uid)
            title = table.text("title")
            published, basis = table.date("published"), table.word("published_basis", DATE_BASES)
            if (published is None) != (basis == "none"):
                table.problem("published_basis", "is to be none where there is no date, and only there")
            text = _full_text(draft, folder, table, uid)
            values: dict[str, Value] = {"title": title, "publisher": table.maybe_text("publisher")}
            values |= {"url": _url(table), "published": published, "published_basis": basis}
            values |= {"language": table.language("language"), "text": text}
            values |= {"type": table.word("type", SOURCE_TYPES) if "type" in table else None}
            values |= {"text_sha256": hashlib.sha256(text.encode()).hexdigest() if text else None}
            supports, note = table.maybe_text("supports"), table.maybe_text("note")
            values |= {"note": "\n".join(part for part in (supports, note) if part) or None}
            refs[uid] = Ref(draft.add("sources", uid, values, table), uid, title)
            table.done()


def _url(table: Table) -> str | None:
    """The address of a source."""
    url = table.maybe_text("url")
    if url is not None and not url.startswith(("http://", "https://")):
        table.problem("url", f"“{url}” is not an address of the web")
    return url


def _full_text(draft: Draft, folder: Folder, table: Table, uid: str) -> str | None:
    """The text of a source, where the dataset holds it."""
    name = table.maybe_text("text")
    text = folder.text(name) if name else None
    if text is not None and ("\0" in text or not text.strip()):
        table.problem("text", f"{name} is empty, or holds a NUL character")
    elif text is not None:
        draft.texts[uid] = text
    return text


def read_topics(draft: Draft, folder: Folder) -> None:
    """The topics; a wider one stands before those under it."""
    file = folder.table("topics.toml")
    for name in file.names():
        table = file.table(name)
        parent = draft.refer("topics", table, "parent")
        values: dict[str, Value] = {"name": name, "label": table.text("label")}
        values |= {"parent_id": parent and parent.id, "description": table.maybe_text("description")}
        _add_keyed(draft, table, "topics", name, values)


def read_parties(draft: Draft, folder: Folder) -> None:
    """The parties."""
    file = folder.table("parties.toml")
    for key in file.names():
        table = file.table(key)
        values: dict[str, Value] = {"name": table.text("name"), "short_name": table.maybe_text("short_name")}
        _add_keyed(draft, table, "parties", key, values | {"kind": table.word("kind", PARTY_KINDS)})


def read_people(draft: Draft, folder: Folder) -> None:
    """The people, some with a note."""
    file = folder.table("people.toml")
    for key in file.names():
        table = file.table(key)
        note = table.maybe_text("note")
        uid = uid_of(draft.facts["uid"], "people", key)
        if note:
            add_note(draft, table, "person", uid, "note", note)
        cite(draft, table, "person", uid)
        _add_keyed(draft, table, "people", key, {"name": table.text("name")})


def _add_keyed(draft: Draft, table: Table, collection: str, key: str, values: dict[str, Value]) -> None:
    """A record that others name by its key in the file; two of one name are a problem."""
    uid = uid_of(draft.facts["uid"], collection, key)
    refs = draft.refs.setdefault(collection, {})
    name = str(values["name"])
    if any(ref.name == name for ref in refs.values()):
        table.problem("name", f"“{name}” stands twice")
    refs[key] = Ref(draft.add(collection, uid, values, table), uid, name)
    table.done()
