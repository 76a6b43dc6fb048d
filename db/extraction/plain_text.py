"""Text and Markdown: taken as they stand."""

from __future__ import annotations

import re

from db.extraction.document import Document, Unreadable
from db.extraction.facts import HEADING, IN_PROPERTIES, Facts
from db.extraction.tidy import tidy

NOTHING = "There are no words in this document."
_FRONT = re.compile(r"---\n(.{0,20000}?)\n---(?:\n|$)", re.DOTALL)
_FRONT_LINE = re.compile(r"([A-Za-z]{2,20}):[ \t]+[\"']?(.{1,500}?)[\"']?[ \t]*")
_HEADING = re.compile(r"^#{1,3}[ \t]+(.{1,300}?)[ \t#]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(\S.{0,300})\n={3,}[ \t]*$", re.MULTILINE)
_NAMES = {
    "title": "title", "author": "authors", "authors": "authors", "publisher": "publisher", "url": "url",
    "source": "url", "lang": "language", "language": "language",
}  # fmt: skip


def read(text: str, kind: str, warnings: tuple[str, ...] = ()) -> Document:
    """A text; of Markdown also what its first lines, between dashes, say of it."""
    text = tidy(text, gaps=True)
    if not text.strip():
        raise Unreadable(NOTHING)
    facts = Facts()
    if kind == "markdown":
        _read_front(text, facts)
        heading = _HEADING.search(text[:20_000]) or _UNDERLINED.search(text[:20_000])
        facts.note("title", heading[1] if heading else None, HEADING)
    media_type = "text/markdown" if kind == "markdown" else "text/plain"
    return facts.document(kind, media_type, text, warnings=warnings)


def _read_front(text: str, facts: Facts) -> None:
    front = _FRONT.match(text)
    for line in front[1].split("\n") if front else ():
        if not (found := _FRONT_LINE.fullmatch(line)):
            continue
        name, words = found[1].lower(), found[2]
        if name == "date":
            facts.note_day(words, IN_PROPERTIES, "shown")
        elif name in _NAMES:
            facts.note(_NAMES[name], words, IN_PROPERTIES)
