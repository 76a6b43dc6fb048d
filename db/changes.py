"""What one revision touched, told after its commit, so that models drop only what is stale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Changes(NamedTuple):
    """The tables that a revision wrote, and how many rows in each."""

    revision: int
    label: str
    rows: Mapping[str, int]

    def touch(self, *tables: str) -> bool:
        """Whether any of the named tables was written."""
        return any(table in self.rows for table in tables)
