"""Gathers what a document says of itself: the first that is found counts, and where it was is kept beside it."""

from __future__ import annotations

from db import web_addresses
from db.errors import BadValue
from db.extraction import days, languages
from db.extraction.document import Document
from db.extraction.tidy import fact

IN_PROPERTIES = "in the properties of the file"
IN_TEXT = "in its text"
FIRST_LINE = "its first line"
HEADING = "its heading"
LONGEST_TITLE = 200  # characters of a first line that may be a title
SHORT = 30  # characters within which a line with a day holds little else

_NOBODY = frozenset(("anonymous", "unknown", "unspecified", "user", "owner", "author", "admin", "administrator"))
"""What programs write for an author whom they do not know."""


class Facts:
    """What is known so far about one document."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self.basis = "none"

    def note(self, name: str, words: object, origin: str) -> None:
        """Keep a fact, unless it is known already or says nothing."""
        line = fact(words)
        if line and name == "url":
            line = _address(line)
        if line and name == "authors" and line.strip("() ").lower() in _NOBODY:
            line = None
        if line and name not in self.found:
            self.found[name], self.origins[name] = line, origin

    def note_day(self, words: str | None, origin: str, basis: str) -> None:
        """Keep the day of publication, unless it is known already."""
        day = days.noted(words) if words else None
        if day and "published" not in self.found:
            self.found["published"], self.origins["published"], self.basis = day, origin, basis

    def document(self, kind: str, media_type: str, text: str, **more: object) -> Document:
        """The document with what its text says where it says nothing elsewhere."""
        if day := days.of_beginning(text):
            self.note_day(day, IN_TEXT, "shown")
        self.note("title", title_of(text), FIRST_LINE)
        if "language" not in self.found and (language := languages.of_text(text)):
            self.note("language", language, "by its words")
        return Document(kind, media_type, text, self.found, self.origins, self.basis, **more)  # pyright: ignore[reportArgumentType]


def _address(words: str) -> str | None:
    """An address of the web as a source keeps it; None when it is none."""
    try:
        return web_addresses.clean(words, "url")
    except BadValue:
        return None


def title_of(text: str) -> str | None:
    """The first line of a text, when it may be a title; one that only tells the day is passed over."""
    lines = [line.strip() for line in text[: 4 * LONGEST_TITLE].split("\n") if line.strip()]
    line = next((line for line in lines if len(line) > SHORT or not days.printed(line) or days.names_another(line)), "")
    return line if 2 < len(line) <= LONGEST_TITLE and any(sign.isalpha() for sign in line) else None
