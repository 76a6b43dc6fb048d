"""What reading a document gave: its words, and what it says of itself; sent from the reading process as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

MOST_TEXT = 20_000_000  # characters of one document
MOST_WORDS = 2_000  # characters of a title or another fact about it

FACTS = ("title", "authors", "publisher", "url", "published", "language", "type")
"""What a document may say of itself; the fields of a source."""


class Unreadable(Exception):
    """Nothing can be taken from this document; the text is a sentence for people."""


class Document(NamedTuple):
    """A document as it was read.

    `kind` is text, markdown, html, pdf or docx. `facts` has those of FACTS that were found, `origins` for each where it
    was. `pages` are the code points in `text` at which pages begin, where there are pages, `labels` what
    is printed on each as its number, or nothing. `warnings` are sentences.
    """

    kind: str
    media_type: str
    text: str
    facts: Mapping[str, str]
    origins: Mapping[str, str]
    published_basis: str = "none"
    pages: tuple[int, ...] | None = None
    warnings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The document as it goes from process to process."""
        return json.dumps(self._asdict(), ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Document:
        """A document out of what a process sent that may be under a stranger's control; ValueError when it is none."""
        text, kind, media_type = (_text(found.get(name), MOST_TEXT) for name in ("text", "kind", "media_type"))
        facts, origins = (_texts(found.get(name)) for name in ("facts", "origins"))
        basis = found.get("published_basis")
        pages = found.get("pages")
        if basis not in ("shown", "inferred", "none") or not set(facts) <= set(FACTS):
            raise ValueError("not a document")
        places = None if pages is None else _places(pages, len(text))
        warnings, labels = (_row(found.get(name)) for name in ("warnings", "labels"))
        return cls(kind, media_type, text, facts, origins, basis, places, warnings, labels)


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        raise ValueError("not a text")
    value.encode()  # a lone surrogate raises UnicodeEncodeError, which is a ValueError
    return value


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("not a set of texts")
    items = cast(dict[Any, Any], value).items()
    return {_text(name, MOST_WORDS): _text(words, MOST_WORDS) for name, words in items}


def _row(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("not a row of texts")
    return tuple(_text(one, MOST_WORDS) for one in cast(list[Any], value))


def _places(value: Any, length: int) -> tuple[int, ...]:
    places = cast(list[Any], value) if isinstance(value, list) else []
    whole = bool(places) and all(type(place) is int for place in places)
    if not whole or sorted(places) != places or not 0 <= places[0] <= places[-1] <= length:
        raise ValueError("not a list of places")
    return tuple(places)
