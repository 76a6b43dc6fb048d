"""A search as a link text, `parley:search?q=…`, that can be sent to others and opened again."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, unquote

from db.errors import BadValue
from db.quote_search import ORDERS
from db.searches import LONGEST, kept
from db.values import quoted

SCHEME = "parley:"
_BEGIN = f"{SCHEME}search?"
_QUERY, _ORDER = "q", "order"


class Linked(NamedTuple):
    """What a link searches for: a text of the search language, and one of ORDERS."""

    query: str
    ordering: str = "date"


def is_link(text: str) -> bool:
    """Whether a text is meant as a link of ours, be it right or wrong."""
    return text.strip()[: len(SCHEME)].lower() == SCHEME


def link(query: str, ordering: str = "date") -> str:
    """The link of a search, of ASCII signs only."""
    order = f"&{_ORDER}={ordering}" if ordering != "date" else ""
    return f"{_BEGIN}{_QUERY}={quote(query, safe='', errors='replace')}{order}"


def read(text: str) -> Linked:
    """What a link searches for; BadValue in words when it is none that can be opened."""
    text = text.strip()
    if not is_link(text):
        raise BadValue(f"{quoted(text)} is no link of Parley: such a link begins with {_BEGIN}{_QUERY}=.")
    if text[: len(_BEGIN)].lower() != _BEGIN:
        raise BadValue(f"The link {quoted(text)} leads to no search: a link to one begins with {_BEGIN}{_QUERY}=.")
    given: dict[str, str] = {}
    for part in text[len(_BEGIN) :].split("&"):
        name, _, value = part.partition("=")
        if name not in (_QUERY, _ORDER):
            raise BadValue(f"The link asks for {quoted(name)}, which this Parley does not know. Nothing was searched.")
        if name in given:
            raise BadValue(f"The link says {quoted(name)} twice, so it is not clear what to search for.")
        given[name] = _decoded(value)
    query, ordering = kept(given.get(_QUERY, "")), given.get(_ORDER, "date").strip()
    if not query:
        raise BadValue(f"The link holds nothing to search for: words must stand after {_BEGIN}{_QUERY}=.")
    if len(query) > LONGEST:
        raise BadValue(
            f"The link holds a search of {len(query):,} characters; at most {LONGEST:,} can be searched for."
        )
    if ordering not in ORDERS:
        raise BadValue(f"The link asks for the order {quoted(ordering)}: Parley knows {', '.join(ORDERS)}.")
    return Linked(query, ordering)


def _decoded(value: str) -> str:
    """The text behind percent signs; signs that cannot be seen become spaces."""
    try:
        text = unquote(value, errors="strict")
        text.encode()
    except UnicodeError:
        raise BadValue("The link is damaged: its signs after % are no text. Copy it again, whole.") from None
    return "".join(" " if ord(sign) < 32 or ord(sign) == 127 else sign for sign in text)
