"""What may be meant where the cursor stands in a search: names of fields, and values that the library has for one."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import dates, name_matches, query_tokens
from db.cancel import Cancel
from db.name_index import key_of
from db.name_matches import NameMatch
from db.query_fields import LONGEST
from db.query_names import KINDS, Names
from db.query_tokens import FIELDS, Token
from db.quote_index import first_place, year_of
from db.rising_ids import onward
from db.vocabulary import CHECK_NAMES, FORMS, MEETING_KINDS, ROLE

if TYPE_CHECKING:
    from db.library import Library

MOST = 20
_LONGEST = 180  # characters of a name that is put into a search
_WORDS_BEFORE = 5  # words of a name that is typed without quotation marks
_BARE = re.compile(r'[^\s"“”„«»()*\-][^\s"“”„«»()*]*')
_NOT_IN_QUOTES = re.compile(r'["“”„«»]')
_LOOKED_AT = 60  # names of which those with most quotes come first
_ENOUGH = 1000  # quotes that are counted of each
_SAID = {
    field: f"SELECT uid, (SELECT count(*) FROM (SELECT 1 FROM quotes WHERE {column} = t.id LIMIT ?)) FROM {table} t "
    "WHERE uid IN (SELECT value FROM json_each(?))"
    for field, table, column in (("speaker", "people", "speaker_id"), ("party", "parties", "party_id"))
}
_ROUNDS = "SELECT number, title, starts, ends FROM meetings WHERE kind = 'round' AND number IS NOT NULL ORDER BY number"


class Choice(NamedTuple):
    """Something that may be meant: `text` is the search with it, and `cursor` where one goes on typing then.

    `is_value` tells the value of a field from the name of one.
    """

    label: str
    detail: str
    text: str
    cursor: int
    is_value: bool


class _Value(NamedTuple):
    """A value of a field, as it is put into the search and as it is shown."""

    text: str
    label: str
    detail: str = ""


class _Place(NamedTuple):
    """What is being typed: the value of a field from `start` to `end`; of no field when it is to be the name of one."""

    start: int
    end: int
    typed: str
    field: str = ""


def complete(library: Library, text: str, cursor: int, cancel: Cancel) -> list[Choice]:
    """At most MOST choices for what stands before the cursor, the likeliest first; `cursor` in code points."""
    for place in _places(text, cursor):
        found = _values(library, place, cancel) if place.field else _fields(place.typed)
        choices = [_chosen(text, place, value) for value, _ in zip(found, range(MOST), strict=False)]
        if choices:
            return choices if place.field or any(choice.text != text for choice in choices) else []
    return []


def _places(text: str, cursor: int) -> Iterator[_Place]:
    """What the cursor may be in, the likeliest first."""
    before = query_tokens.tokens(text[:cursor])
    whole = query_tokens.tokens(text)
    if not before or before[-1].end != cursor:
        last = before[-1] if before else None
        if last and last.kind == "field" and not last.text and not last.quoted:  # after “speaker: ”
            yield _Place(cursor, cursor, "", last.name)
        return
    token = before[-1]
    end = next((one.end for one in whole if one.start == token.start and one.kind == token.kind), cursor)
    if token.kind == "field":
        yield _Place(token.value, max(end, cursor), token.text, token.name)
    elif token.kind == "word":
        yield from _unquoted(before, cursor)
        yield _Place(token.start, max(end, cursor), token.text)


def _unquoted(before: Sequence[Token], cursor: int) -> Iterator[_Place]:
    """A name of several words that is being typed after a field without quotation marks."""
    words: list[str] = []
    for token in reversed(before[-_WORDS_BEFORE - 1 :]):
        if token.kind == "field" and token.text and not token.quoted:
            yield _Place(token.value, cursor, " ".join([token.text, *reversed(words)]), token.name)
        if token.kind != "word":
            return
        words.append(token.text)


def _chosen(text: str, place: _Place, value: _Value) -> Choice:
    put = value.text if place.field else f"{value.text}:"
    after = text[place.end :]
    if place.field:
        put += "" if after.startswith(" ") else " "
    whole = text[: place.start] + put + after
    return Choice(value.label, value.detail, whole, place.start + len(put), bool(place.field))


def _fields(typed: str) -> Iterator[_Value]:
    wanted = typed.lower()
    return (_Value(name, f"{name}:", meaning) for name, meaning in FIELDS.items() if name.startswith(wanted))


def _values(library: Library, place: _Place, cancel: Cancel) -> Iterator[_Value]:
    typed = place.typed.strip().rstrip("*")
    if len(typed) > LONGEST:
        return iter(())
    if place.field in KINDS:
        return _named(library, place, typed, cancel)
    if place.field in _FEW:
        return (_Value(put(value), label) for value, label in _FEW[place.field].items() if _fits(typed, value, label))
    if place.field == "place":
        return _of_places(Names(library, cancel), typed)
    read: Callable[[sqlite3.Connection], Iterable[_Value]] = _rounds if place.field == "round" else _years
    with library.reading(cancel) as conn:
        found = list(read(conn))
    return (value for value in found if value.text.startswith(typed))


_FEW = {
    "role": ROLE,
    "kind": {kind: label.lower() for kind, label in MEETING_KINDS.items()},
    "form": FORMS,
    "check": CHECK_NAMES,
    "has": {"note": "quotes with notes"},
    "spellings": {"typed": "only as typed", "exact": "exactly as spelled, accents too"},
}
"""The fields of few values, each with what it is called."""


def _fits(typed: str, *names: str) -> bool:
    """Whether each word that is typed begins one of a name."""
    wanted = key_of(typed).split()
    return any(all(f" {word}" in f" {key_of(name)}" for word in wanted) for name in names)


def _named(library: Library, place: _Place, typed: str, cancel: Cancel) -> Iterator[_Value]:
    found = name_matches.find(library, KINDS[place.field], typed, cancel, _LOOKED_AT if place.field in _SAID else MOST)
    for match in _by_quotes(library, place.field, found, cancel) if place.field in _SAID else found:
        if match.begins or " " not in typed:
            spelling = f"{match.spelling} · " if match.spelling else ""
            yield _Value(put(match.name), match.name, f"{spelling}{match.detail}")


def _by_quotes(library: Library, field: str, found: list[NameMatch], cancel: Cancel) -> list[NameMatch]:
    """Matches in order, those of which there are more quotes first among such as fit as well."""
    with library.reading(cancel) as conn:
        said = dict(conn.execute(_SAID[field], [_ENOUGH, json.dumps([match.uid for match in found])]))
    return sorted(found, key=lambda match: (not match.exact, not match.begins, -said[match.uid]))


def _of_places(names: Names, typed: str) -> Iterator[_Value]:
    for place in sorted(names.places()):
        forms = [place.name, *names.spellings.forms_of_place(place.key)]
        fitting = next((form for form in forms if _fits(typed, form)), None)
        if fitting is not None:
            yield _Value(put(place.name), place.name, "" if fitting == place.name else fitting)


def _rounds(conn: sqlite3.Connection) -> Iterator[_Value]:
    for number, title, starts, ends in conn.execute(_ROUNDS):
        yield _Value(str(number), str(number), f"{title} · {dates.span(starts, ends)}")


def _years(conn: sqlite3.Connection) -> Iterator[_Value]:
    """The years in which something was said, the newest first; each is looked up, as the quotes are many."""
    place = first_place(1)
    years: list[int] = []
    sql = "SELECT rowid FROM quote_index WHERE rowid >= ? ORDER BY rowid LIMIT 1"
    while found := conn.execute(sql, [place]).fetchone():
        years.append(year_of(found[0]))
        place = onward(place, first_place((years[-1] + 1) * 10000))
    return (_Value(str(year), str(year)) for year in reversed(years))


def put(name: str) -> str:
    """A name as it is put into a search: in quotation marks where it needs them."""
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rsplit(" ", 1)[0]
    return name if _BARE.fullmatch(name) else f'"{_NOT_IN_QUOTES.sub(" ", name)}"'
