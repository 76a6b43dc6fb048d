"""The nouns of a library: one collection for each table that people edit, each with its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.quotes import Quotes

if TYPE_CHECKING:
    from db.library import Library


class Nouns:
    """What `library.<noun>.<verb>()` reaches."""

    def __init__(self, library: Library) -> None:
        self.quotes = Quotes(library)
