"""What all nouns share: a record by its uid, a page of records by their ids, and writes that take one revision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar
from uuid import uuid4

from db.errors import BadValue, Gone, InUse
from db.vocabulary import RECORD_KINDS

if TYPE_CHECKING:
    import sqlite3

    from db.library import Library

PAGE = 256  # most records read at once on the GUI thread

Value = str | int | None
R = TypeVar("R", bound=tuple[Any, ...])


class Keep:
    """Stands for a value that an edit leaves as it is."""


KEEP = Keep()


def given(**values: Value | Keep) -> dict[str, Value]:
    """The values that are to be changed."""
    return {name: value for name, value in values.items() if not isinstance(value, Keep)}


def clean(value: Value, column: str) -> Value:
    """A value fit to be stored, or BadValue in words; an empty text means not known."""
    if isinstance(value, str):
        if "\0" in value:
            raise BadValue(f"The {column.replace('_', ' ')} holds a NUL character, which no text can keep. Remove it.")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise BadValue(
                f"The {column.replace('_', ' ')} holds half of a character (a lone surrogate). Type that character again."
            ) from None
        return value if value.strip() else None
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise BadValue(f"The {column.replace('_', ' ')} is too large a number.")
    return value


def choose(value: str, words: Mapping[str, str], column: str) -> str:
    """A word of a vocabulary, or BadValue naming those there are."""
    if value not in words:
        raise BadValue(f"“{value}” is not a {column}: choose one of {', '.join(words)}.")
    return value


class Records(Generic[R]):
    """A collection of one kind; a subclass names its table, kind, columns and row type, and adds typed verbs."""

    kind: ClassVar[str]
    table: ClassVar[str]
    label: ClassVar[str]
    row: type[R]

    def __init__(self, library: Library) -> None:
        self._library = library
        fields: tuple[str, ...] = getattr(self.row, "_fields")
        self._columns = ", ".join(fields)

    def get(self, uid: str) -> R:
        """The record of a uid; Gone when it is no longer there."""
        with self._library.reading() as conn:
            return self._make(self._row(conn, uid))

    def page(self, ids: Sequence[int]) -> list[R | None]:
        """The records of at most PAGE ids, in that order; None stands for a removed one."""
        marks = ", ".join("?" * len(ids))
        with self._library.reading() as conn:
            rows = conn.execute(f"SELECT {self._columns} FROM {self.table} WHERE id IN ({marks})", list(ids)).fetchall()
        found = {row[0]: self._make(row) for row in rows}
        return [found.get(key) for key in ids]

    def _make(self, row: Iterable[Any]) -> R:
        return self.row._make(row)  # type: ignore[attr-defined]

    def _row(self, conn: sqlite3.Connection, uid: str) -> tuple[Any, ...]:
        row = conn.execute(f"SELECT {self._columns} FROM {self.table} WHERE uid = ?", [uid]).fetchone()
        if row is None:
            raise Gone(f"This {self.label} is no longer in the library.")
        return row

    def _add(self, values: Mapping[str, Value], uid: str | None = None) -> str:
        """Insert one record in a revision; its uid, a new UUID unless one is given."""
        uid = uid or str(uuid4())
        with self._library.revise(f"Add {self.label}") as db:
            db.table(self.table).insert({"uid": uid} | {k: clean(v, k) for k, v in values.items()})
        return uid

    def _edit(self, uid: str, values: Mapping[str, Value]) -> None:
        """Change columns of one record in a revision; Gone when it is no longer there."""
        with self._library.revise(f"Edit {self.label}") as db:
            key = self._row(db.conn, uid)[0]
            if values:
                db.table(self.table).update(key, {k: clean(v, k) for k, v in values.items()})
