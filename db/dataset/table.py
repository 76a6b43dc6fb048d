"""One TOML table, read key by key: each value is checked as it is taken, and a key that nobody took is reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from db import dates
from db.dataset.problems import Problems
from db.errors import BadValue
from db.values import clean

T = TypeVar("T")
TYPES: dict[type, str] = {str: "text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


class Table:
    """A table of a file; `where` is the path of keys that leads to it, empty for the file itself."""

    def __init__(self, problems: Problems, file: str, where: str, values: Mapping[str, object]) -> None:
        self.problems = problems
        self.file = file
        self.where = where
        self._values = values
        self._unread = set(values)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def names(self) -> list[str]:
        """The keys of the table, in the order of the file."""
        return list(self._values)

    def peek(self, key: str) -> object:
        """The value of a key as it stands, not yet checked; None where it is left out."""
        return self._values.get(key)

    def problem(self, key: str, reason: str) -> None:
        """Report what is wrong with one key, or with the table as a whole when the key is empty."""
        self.problems.add(self.file, ".".join(part for part in (self.where, key) if part) or "the file", reason)

    def done(self) -> None:
        """Report the keys that mean nothing here."""
        for key in sorted(self._unread):
            self.problem(key, "no such key is known here")

    def text(self, key: str) -> str:
        """A text that must be there; empty after a problem."""
        return self._require(key, self.maybe_text(key)) or ""

    def maybe_text(self, key: str) -> str | None:
        """A text, or None where the key is left out."""
        value = self._take(key, str)
        if value is None:
            return None
        if not value.strip():
            self.problem(key, "is empty: leave the key out where nothing is known")
            return None
        try:
            return cast(str, clean(value, key))
        except BadValue as error:
            self.problem(key, str(error))
            return None

    def date(self, key: str) -> str | None:
        """A partial date as text, or None where the key is left out."""
        value = self.maybe_text(key)
        if value is None:
            return None
        try:
            dates.parts(value)
        except BadValue as error:
            self.problem(key, str(error))
            return None
        return value

    def language(self, key: str) -> str | None:
        """A language by its two letters (ISO 639-1), or None where the key is left out."""
        value = self.maybe_text(key)
        if value is not None and not (len(value) == 2 and value.isascii() and value.isalpha() and value.islower()):
            self.problem(key, f"“{value}” is not a language of ISO 639-1, such as en")
        return value

    def word(self, key: str, words: Mapping[str, str]) -> str:
        """A word of a vocabulary."""
        value = self.text(key)
        if value and value not in words:
            self.problem(key, f"“{value}” is not one of {', '.join(words)}")
        return value

    def number(self, key: str) -> int | None:
        """A number from 1, or None where the key is left out."""
        value = self._take(key, int)
        if value is not None and not 1 <= value < 2**31:
            self.problem(key, f"{value} is not a number from 1 on")
            return None
        return value

    def flag(self, key: str) -> bool:
        """Whether the key is there and true."""
        return self._take(key, bool) or False

    def texts(self, key: str) -> list[str]:
        """A list of texts, empty where the key is left out."""
        found: list[str] = []
        for value in self._list(key):
            if isinstance(value, str) and value.strip():
                found.append(value)
            else:
                self.problem(key, "is to be a list of texts")
        return found

    def table(self, key: str) -> Table:
        """A table inside this one, empty where the key is left out."""
        self._take(key, dict)
        value = self._values.get(key)
        return self._inner(key, cast("Mapping[str, object]", value) if isinstance(value, dict) else {})

    def tables(self, key: str, short: str = "") -> list[Table]:
        """A list of tables, empty where the key is left out; a bare text stands for a table of the key `short`."""
        found: list[Table] = []
        for number, value in enumerate(self._list(key), 1):
            where = f"{key}[{number}]"
            if isinstance(value, dict):
                found.append(self._inner(where, cast("Mapping[str, object]", value)))
            elif short and isinstance(value, str):
                found.append(self._inner(where, {short: value}))
            else:
                self.problem(where, f"is to be a table{' or a text' if short else ''}")
        return found

    def _inner(self, key: str, values: Mapping[str, object]) -> Table:
        return Table(self.problems, self.file, ".".join(part for part in (self.where, key) if part), values)

    def _list(self, key: str) -> list[object]:
        return cast("list[object]", self._take(key, list) or [])

    def _take(self, key: str, kind: type[T]) -> T | None:
        self._unread.discard(key)
        value = self._values.get(key)
        if value is None or type(value) is kind:
            return cast("T | None", value)
        self.problem(key, f"is to be {TYPES[kind]}")
        return None

    def _require(self, key: str, value: str | None) -> str | None:
        if value is None and key not in self._values:
            self.problem(key, "is missing")
        return value
