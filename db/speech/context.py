"""The language of a text with the names that it has, and how its clauses begin."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from db.speech.lexicon import Lexicon

EDGE = " \t\r\n\u00a0\u202f,،;:—–-"
_LEADING = re.compile(r"[\s,،;:.!?…؟—–\-(\u00a0\u202f]*")


class Context(NamedTuple):
    """The language of a text, and the single words by which it names people elsewhere."""

    lex: Lexicon
    known: Collection[str]


def leading(text: str) -> int:
    """How many blanks and signs a text begins with."""
    found = _LEADING.match(text)
    return found.end() if found else 0
