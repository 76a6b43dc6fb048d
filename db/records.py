"""What all nouns share: a record by its uid, records by their ids, and writes that take one revision each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from db import references, values
from db.cancel import Cancel
from db.errors import BadValue, Gone
from db.values import Value

if TYPE_CHECKING:
    import sqlite3

    from db.library import Library

PAGE = 256  # most records read at once on the GUI thread

R = TypeVar("R", bound=tuple[Any, ...])
Row = dict[str, Value]


class Draft(NamedTuple):
    """A record about to be stored: `row` the columns to write, `whole` the record as it will be."""

    conn: sqlite3.Connection
    row: Row
    whole: Row


def new_uid() -> str:
    """A uid for what people add."""
    from uuid import uuid4

    return str(uuid4())


class Records(Generic[R]):
    """A collection of one kind; a subclass says what its fields may hold and adds typed verbs."""

    kind: ClassVar[str]
    table: ClassVar[str]
    label: ClassVar[str]
    title: ClassVar[str] = "name"
    """The column by which people know a record."""
    required: ClassVar[tuple[str, ...]] = ()
    words: ClassVar[Mapping[str, Mapping[str, str]]] = {}
    dates: ClassVar[tuple[str, ...]] = ()
    refers: ClassVar[Mapping[str, str]] = {}
    """Arguments that name another record by its uid, with the table of that; stored as its id, as `<argument>_id`."""
    row: type[R]

    def __init__(self, library: Library) -> None:
        self._library = library
        self._fields: tuple[str, ...] = cast(Any, self.row)._fields
        self._columns = ", ".join(self._fields)

    def get(self, uid: str) -> R:
        """The record of a uid; Gone when it is no longer there."""
        with self._library.reading() as conn:
            return self._get(conn, uid)

    def page(self, ids: Sequence[int]) -> list[R | None]:
        """The records of at most PAGE ids, in that order; None stands for a removed one."""
        marks = ", ".join("?" * len(ids))
        with self._library.reading() as conn:
            found = {record[0]: record for record in self._select(conn, f"WHERE id IN ({marks})", ids)}
        return [found.get(key) for key in ids]

    def all(self, cancel: Cancel) -> list[R]:
        """Every record, by what people know it by."""
        with self._library.reading(cancel) as conn:
            return self._select(conn, f"ORDER BY {self.title}, id")

    def remove(self, *uids: str) -> None:
        """Remove records with all that belongs only to them; InUse when others refer to one."""
        label = self.label if len(uids) == 1 else f"{len(uids):,} {self.many}"
        with self._library.revise(f"Remove {label}") as db:
            records = [self._get(db.conn, uid) for uid in uids]
            rows = references.with_parts(db.conn, self.table, (record[0] for record in records))
            references.check_unused(db.conn, rows, self._called(records[0]) if len(uids) == 1 else f"These {self.many}")
            references.remove(db.conn, rows)

    @property
    def many(self) -> str:
        """What several of the kind are called."""
        return references.CALLED[self.table][1]

    def duplicate(self, uid: str) -> str:
        """A copy of a record, with its topics and tags and right after it where there is an order; the uid of it."""
        from db import bulk

        return bulk.duplicate(self._library, [references.Record(self.kind, uid)])[0].uid

    def _select(self, conn: sqlite3.Connection, clause: str, args: Sequence[Value] = ()) -> list[R]:
        rows = conn.execute(f"SELECT {self._columns} FROM {self.table} {clause}", list(args))
        return [self._make(row) for row in rows]

    def _make(self, row: Iterable[Any]) -> R:
        return cast(Any, self.row)._make(row)

    def _get(self, conn: sqlite3.Connection, uid: str) -> R:
        found = self._select(conn, "WHERE uid = ?", [uid])
        if not found:
            raise Gone(f"This {self.label} is no longer in the library.")
        return found[0]

    def _called(self, record: R) -> str:
        """A record as a sentence names it: by kind and the first words of its title."""
        return f"The {self.label} {values.quoted(getattr(record, self.title))}"

    def _add(self, given: Mapping[str, object], uid: str | None = None, label: str | None = None) -> str:
        """Insert one record in a revision; its uid, a new one unless it is given."""
        uid = uid or new_uid()
        with self._library.revise(label or f"Add {self.label}") as db:
            if self._select(db.conn, "WHERE uid = ?", [uid]):
                raise BadValue(f"There is {values.a(self.label)} with the uid {values.quoted(uid)} already.", "uid")
            row = self._checked(db.conn, {"uid": uid}, given)
            db.table(self.table).insert({"uid": uid} | row)
        return uid

    def _edit(self, uid: str, given: Mapping[str, object], label: str | None = None) -> None:
        """Change fields of one record in a revision; Gone when it is no longer there."""
        with self._library.revise(label or f"Edit {self.label}") as db:
            before = self._get(db.conn, uid)
            row = self._checked(db.conn, dict(zip(self._fields, before, strict=True)), given)
            if row:
                db.table(self.table).update(before[0], row)  # pyright: ignore[reportUnknownMemberType]

    def _checked(self, conn: sqlite3.Connection, before: Row, given: Mapping[str, object]) -> Row:
        """The columns to store for the values given, all of them looked at in words first."""
        row = dict(self._column(conn, name, value) for name, value in given.items())
        whole = before | row
        for column in self.required:
            if whole.get(column) is None:
                name = values.name_of(column, self.kind)
                sentence = f"{values.a(self.label).capitalize()} needs {values.a(name)}: it cannot be empty."
                raise BadValue(sentence, column.removesuffix("_id"))
        self._check(Draft(conn, row, whole))
        return row

    def _column(self, conn: sqlite3.Connection, name: str, value: object) -> tuple[str, Value]:
        """A column and its value for an argument and its."""
        if name in self.refers:
            uid = values.clean(value, name, self.kind)
            found = uid and references.record_id(conn, self.refers[name], str(uid), values.name_of(name, self.kind))
            return f"{name}_id", found
        cleaned = values.clean(value, name, self.kind)
        if name in self.words and cleaned is not None:
            values.check_word(cleaned, self.words[name], name, self.kind)
        elif name in self.dates and cleaned is not None:
            values.check_date(cleaned, name, self.kind)
        return name, cleaned

    def _check(self, draft: Draft) -> None:
        """For subclasses: refuse a record that contradicts itself or others; may add columns to `draft.row`."""
