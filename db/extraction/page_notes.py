"""What web pages note for machines: Open Graph, Dublin Core, Highwire and linked data (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, cast

from db.extraction.facts import Facts
from db.extraction.languages import of_tag

ORIGIN = "in the notes of the page"
_NAMES = {
    "title": ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"),
    "authors": ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator"),
    "publisher": ("citation_publisher", "citation_journal_title", "og:site_name", "dc.publisher", "dcterms.publisher"),
    "url": ("canonical", "og:url", "citation_public_url"),
}  # fmt: skip
_DAYS = (
    "article:published_time", "datepublished", "citation_publication_date", "citation_date", "dc.date",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "date", "pubdate", "publishdate", "time",
)  # fmt: skip
_LANGUAGES = ("lang", "content-language", "dc.language", "inlanguage", "og:locale")
_DEEPEST = 6  # levels of linked data that are looked into
_ARTICLES = ("Article", "WebPage", "Report", "BlogPosting", "CreativeWork")


def read_metas(metas: Sequence[tuple[str, str]], facts: Facts) -> None:
    """Take in what the tags in the head of a page say, as pairs of a name in small letters and a value."""
    for field, names in _NAMES.items():
        for name in names:
            values = [value.strip() for found, value in metas if found == name and value.strip()]
            if field == "authors":
                values = [value for value in dict.fromkeys(values) if "://" not in value]
                facts.note(field, "; ".join(values), ORIGIN)
            elif values:
                facts.note(field, values[0], ORIGIN)
    for value in _valued(metas, _DAYS):
        facts.note_day(value, ORIGIN, "shown")
    for value in _valued(metas, _LANGUAGES):
        facts.note("language", of_tag(value), ORIGIN)


def _valued(metas: Sequence[tuple[str, str]], names: Sequence[str]) -> Iterator[str]:
    """The values that go by these names, in the order of the names."""
    for name in names:
        yield from (value for found, value in metas if found == name)


def read_linked(text: str, facts: Facts) -> None:
    """Take in what linked data says of the article of a page; what cannot be read is passed over."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return
    for thing in _things(told, 0):
        kinds = thing.get("@type")
        kind = " ".join(map(str, cast(list[Any], kinds) if isinstance(kinds, list) else [kinds]))
        if any(kind.endswith(one) or f"{one} " in kind for one in _ARTICLES):
            facts.note("type", "news" if "News" in kind else None, ORIGIN)
            facts.note("title", thing.get("headline") or thing.get("name"), ORIGIN)
            facts.note("authors", "; ".join(_names(thing.get("author"))), ORIGIN)
            facts.note("publisher", "; ".join(_names(thing.get("publisher"))), ORIGIN)
            day = thing.get("datePublished")
            facts.note_day(day if isinstance(day, str) else None, ORIGIN, "shown")
            language = thing.get("inLanguage")
            facts.note("language", of_tag(language if isinstance(language, str) else None), ORIGIN)


def _things(told: Any, level: int) -> Iterator[dict[str, Any]]:
    """All objects of linked data, the outer before the inner."""
    if level > _DEEPEST:
        return
    if isinstance(told, dict):
        thing = cast(dict[str, Any], told)
        yield thing
        yield from _things(thing.get("@graph"), level + 1)
    elif isinstance(told, list):
        for one in cast(list[Any], told)[:200]:
            yield from _things(one, level + 1)


def _names(told: Any) -> list[str]:
    """The names of people or organisations, given by name or as objects with one."""
    found: list[Any] = cast(list[Any], told) if isinstance(told, list) else [told]
    names = [cast(dict[str, Any], one).get("name") if isinstance(one, dict) else one for one in found[:50]]
    return [name.strip() for name in names if isinstance(name, str) and name.strip() and "://" not in name]
