"""Storing what was typed in a form: one revision, nothing of others overwritten unseen, refusals at their field."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from db import adopting, new_names, passages, record_values, values
from db.errors import BadValue, ChangedMeanwhile
from db.new_names import New
from db.ordered import Ordered
from db.passages import Passage
from db.record_values import SETS, Tokens
from db.records import Records
from db.references import KINDS, Record, called
from db.values import Value
from db.vocabulary import field_label

if TYPE_CHECKING:
    from db.library import Library

Typed = Mapping[str, object]
"""By argument: a text, a number, None, a uid or New for another record; for a set a sequence of those."""

_ON_ANOTHER = ("citation", "reading", "note")
"""Kinds that stand on a record, from their beginning to their end."""

_UNCHANGING = ("record_kind", "record_uid", "author", "made_at")


def store(
    library: Library,
    record: Record,
    given: Typed,
    *,
    base: Typed | None = None,
    new: bool = False,
    into: int | None = None,
) -> int:
    """Store fields of a record, or the record when it is new, as one revision; the id of that.

    `given` has arguments of the verbs, New for records still to be made, and topics, tags and spellings; a new record
    on another has that as `record`, a note or quote on a passage has `source`, `starts` and `ends`, an outcome or quote
    may have `after`, the one that it follows in its meeting. `base` has the values that were there when typing began:
    ChangedMeanwhile when one of them is no longer there. `into` is the revision of the sitting so far; it, or 0, comes
    back when all was stored already. A BadValue names the field; then nothing at all is stored.
    """
    noun = library.noun(record.kind)
    base = base or {}
    typed = {name: value for name, value in given.items() if new or name not in base or value != base[name]}
    with library.revise(_label(noun, typed, new=new), into=into):
        sets = {name: _settled_set(library, name, typed.pop(name)) for name in SETS if name in typed}
        fields = {name: _settled(library, noun, name, value) for name, value in typed.items()}
        wrote = _add(library, noun, record, fields) if new else _edit(library, noun, record, fields, base)
        for name, tokens in sets.items():
            before = cast(Tokens | None, base.get(name))
            if before and name == "spellings":
                before = tuple(form.strip() for form in before)
            wrote |= _store_set(library, record, name, tokens, before)
        return library.revision if wrote else into or 0


@contextmanager
def _about(field: str) -> Generator[None]:
    """Refusals inside are about this field of the form."""
    try:
        yield
    except BadValue as error:
        raise BadValue(str(error), field) from error


def _label(noun: Records[Any], typed: Iterable[str], *, new: bool) -> str:
    if new:
        return f"Add {noun.label}"
    names = [field_label(noun.kind, name) for name in typed]
    told = [name[:1].lower() + name[1:] for name in names]
    return f"Edit {noun.label}: {' and '.join(told)}" if len(told) < 3 else f"Edit {len(told)} fields of {noun.label}"


def _settled(library: Library, noun: Records[Any], name: str, value: object) -> object:
    """A value to store: a new name as the uid of what it now names, text that can be kept."""
    with _about(name):
        if name == "record" and noun.kind in _ON_ANOTHER:
            return value
        uid = _one(library, name, value, noun.kind)
        if name == "adopted" and uid not in (0, 1, None):
            raise BadValue("A reading is followed (1) or not (0).")
        if uid is not None and (name in noun.refers or isinstance(value, New)):
            _check_there(library, Record(KINDS[noun.refers.get(name, "sources")], str(uid)), name)
        return uid


def _one(library: Library, name: str, value: object, kind: str = "") -> Value:
    return new_names.settle(library, value) if isinstance(value, New) else values.clean(value, name, kind)


def _settled_set(library: Library, name: str, given: object) -> Tokens:
    """Topics, tags or spellings to store, each once."""
    with _about(name):
        if name == "spellings":
            cleaned = (values.clean(value, name) for value in cast(Iterable[str], given))
            return tuple(dict.fromkeys(str(text).strip() for text in cleaned if text is not None))
        settled = [_one(library, name, value) for value in cast(Iterable[object], given)]
        return tuple(dict.fromkeys(str(uid) for uid in settled if uid is not None))


def _check_there(library: Library, record: Record, field: str) -> None:
    with library.reading() as conn:
        if record_values.title_of(conn, record) is None:
            raise BadValue(f"The {called(record.kind)} chosen is no longer in the library: choose another.", field)


def _add(library: Library, noun: Any, record: Record, fields: dict[str, object]) -> bool:
    known = {name: value for name, value in fields.items() if value is not None}
    adopted = known.pop("adopted", None)
    if record.kind not in _ON_ANOTHER:
        after = known.pop("after", None)
        if record.kind == "quote" and "starts" in known:
            passages.quote(library, _passage(known), uid=record.uid, **known)
        else:
            noun.add(uid=record.uid, **known)
        _stand_after(library, noun, record.uid, after)
    elif record.kind == "note" and "source" in known:
        library.notes.add_on_passage(
            str(known["source"]),
            cast(int, known.get("starts")),
            cast(int, known.get("ends")),
            str(known.get("body") or ""),
            uid=record.uid,
        )
    elif "record" in known:
        noun.add(Record(*cast(Record, known.pop("record"))), uid=record.uid, **known)
    else:
        raise BadValue(f"{values.a(record.kind).capitalize()} stands on a record: choose on which.", "record")
    if adopted:
        with _about("adopted"):
            adopting.adopt(library, record.uid, cast(Any, known.get("reason")))
    return True


def _passage(known: dict[str, object]) -> Passage:
    """The passage on which a new record stands, taken out of what is known of it."""
    return Passage(str(known.pop("source")), cast(int, known.pop("starts")), cast(int, known.pop("ends")))


def _stand_after(library: Library, noun: Records[Any], uid: str, other: object) -> None:
    """Put a new record right after another; it stays last where that is gone or in another meeting by now."""
    if not isinstance(noun, Ordered) or other is None:
        return
    same = (
        f"SELECT 1 FROM {noun.table} a JOIN {noun.table} b ON b.meeting_id = a.meeting_id WHERE a.uid = ? AND b.uid = ?"
    )
    with library.reading() as conn:
        found = conn.execute(same, [uid, other]).fetchone()
    if found:
        noun.stand_after([(str(other), uid)])


def _edit(library: Library, noun: Any, record: Record, fields: Typed, base: Typed) -> bool:
    """Write the fields that are not so already; whether there were any."""
    with library.reading() as conn:
        present = record_values.values_of(conn, noun, record.uid)
    changed = {name: value for name, value in fields.items() if present.get(name) != value}
    for name in changed:
        if name in _UNCHANGING and record.kind in _ON_ANOTHER:
            raise BadValue(f"“{field_label(record.kind, name)}” of {values.a(record.kind)} cannot be changed.", name)
        if name in base and not _still(library, noun, name, base[name], present.get(name)):
            raise ChangedMeanwhile(name, field_label(record.kind, name), present.get(name))
    if not changed:
        return False
    if record.kind == "reading":
        with _about("adopted" if "adopted" in changed else next(iter(changed))):
            adopting.edit(library, record.uid, **changed)
    else:
        noun.edit(record.uid, **changed)
    return True


def _still(library: Library, noun: Records[Any], name: str, expected: object, present: Value) -> bool:
    """Whether a field holds what it held when typing began; that may have been a new name, stored since."""
    if isinstance(expected, New) and present is not None:
        with library.reading() as conn:
            return record_values.title_of(conn, Record(KINDS[noun.refers[name]], str(present))) == expected.name.strip()
    if name == "colour" and isinstance(expected, str):
        expected = expected.lower()
    return expected == present or (isinstance(expected, str) and not expected.strip() and present is None)


def _store_set(library: Library, record: Record, name: str, tokens: Tokens, before: Tokens | None) -> bool:
    """Add and take what the form added and took; what came or went elsewhere meanwhile stays so."""
    with library.reading() as conn:
        present = record_values.set_of(conn, name, record)
    if before is None or any(isinstance(token, New) for token in before):  # stored since it was typed
        before = present
    added = [token for token in tokens if token not in before and token not in present]
    taken = [token for token in before if token not in tokens and token in present]
    with _about(name):
        _SETTERS[name](library, record, added, taken)
    return bool(added or taken)


def _set_topics(library: Library, record: Record, added: list[str], taken: list[str]) -> None:
    for uid in added:
        _check_there(library, Record("topic", uid), "topics")
    library.outcomes.put_under(record.uid, *added)
    library.outcomes.take_from(record.uid, *taken)


def _set_tags(library: Library, record: Record, added: list[str], taken: list[str]) -> None:
    for uid in added:
        _check_there(library, Record("tag", uid), "tags")
        library.tags.put(uid, record)
    for uid in taken:
        library.tags.take(uid, record)


def _set_spellings(library: Library, record: Record, added: list[str], taken: list[str]) -> None:
    with library.reading() as conn:
        name = record_values.title_of(conn, record)
    if name in added:
        raise BadValue(f"{values.quoted(name)} is the name itself: only other spellings are listed here.")
    gone = [alias.uid for alias in library.aliases.of(record) if alias.form in taken]
    if gone:
        library.aliases.remove(*gone)
    for form in added:
        library.aliases.add(record_kind=record.kind, record_uid=record.uid, form=form)


_SETTERS = {"topics": _set_topics, "tags": _set_tags, "spellings": _set_spellings}
