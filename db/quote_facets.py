"""What the quotes of a search can be narrowed to: for each facet its choices, with how many of the quotes have each.

Counting goes once through what is kept of all quotes in memory, for all facets (see db/facet_tokens.py).
"""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from db import facet_tokens, folding, query_choice, quote_index, quote_search, tag_tree
from db.cancel import Cancel
from db.facet_tokens import Column
from db.query_completion import put
from db.query_names import Names
from db.quote_query import Query, parse
from db.references import as_json
from db.vocabulary import CHECK_NAMES, FORMS, KIND_PLURALS, MEETING_KINDS, ROLE

if TYPE_CHECKING:
    from db.library import Library

FACETS = {
    "speaker": "Speaker", "party": "Party", "role": "Role", "kind": "Meeting", "year": "Year", "form": "Speech",
    "check": "Check", "topic": "Topic", "tag": "Tag",
}  # fmt: skip
"""The fields that are offered as facets, with what they are headed by."""
MOST = 100
"""Choices of a facet, those that most quotes have; others are typed."""
PATIENCE = 0.14
"""Seconds that the counting of all facets may take; then the numbers are those of the first quotes that were found."""
COLUMNS = ("who", "what")
"""The two parts of what is kept of each quote."""
_OF_WHO = ("speaker", "party", "tag")
"""Fields whose tokens stand in the first of them."""
_FEW = 0.1
"""The share of all quotes below which these are looked up one by one."""
_STRETCH = 1000
"""Quotes counted between two chances for other threads, in about 0.3 ms: the GUI thread can miss a dozen in a row."""
_TOPICS = """
  WITH RECURSIVE wider (topic, id) AS (
    SELECT id, id FROM topics
    UNION SELECT w.topic, t.parent_id FROM wider w JOIN topics t ON t.id = w.id WHERE t.parent_id IS NOT NULL)
  SELECT DISTINCT w.id, o.meeting_id FROM outcome_topics x JOIN outcomes o ON o.id = x.outcome_id
    JOIN wider w ON w.topic = x.topic_id
"""


class Choice(NamedTuple):
    """What a facet can be narrowed to: its `value` as it is put into a search; wider tags have a lower `level`."""

    value: str
    label: str
    number: int
    colour: str | None = None
    level: int = 0


class Facet(NamedTuple):
    """The choices of a facet; unless `whole` there may be more quotes, and more choices, than were counted in time.

    `chosen` is the value that the search narrows to; empty when there is none.
    """

    choices: list[Choice]
    whole: bool = True
    chosen: str = ""


Reads = Callable[[sqlite3.Connection, Mapping[str, int]], Iterator[Choice]]
"""What reads the choices of a facet from the numbers of tokens."""


class Tally(NamedTuple):
    """How many quotes have each token; unless `whole` of the first quotes only."""

    numbers: Mapping[str, int]
    whole: bool


def read_as_found(library: Library, text: str, cancel: Cancel) -> dict[str, Facet]:
    """The facets of a search of which nothing is known yet: of the quotes that are found in half of the time."""
    query = parse(text, names=Names(library, cancel))
    ids, whole = _found_within(library, query, cancel, PATIENCE / 2)
    found = read(library, text, ids, cancel, patience=PATIENCE / 2)
    return found if whole else {field: facet._replace(whole=False) for field, facet in found.items()}


def read(
    library: Library,
    text: str,
    ids: Sequence[int],
    cancel: Cancel,
    *,
    patience: float = PATIENCE,
) -> dict[str, Facet]:
    """The facets of a search that found some quotes.

    The choices of one to which the search narrows are those that it has without that.
    """
    chosen = {field: span.text.strip() for field in FACETS if (span := query_choice.chosen(text, field))}
    patience /= 1 + len(chosen)
    everywhere = count(library, ids, cancel, patience)
    found: dict[str, Facet] = {}
    for field in FACETS:
        tally = _without(library, text, field, cancel, patience) if field in chosen else everywhere
        value = chosen.get(field, "")
        found[field] = _with_chosen(field, choices(library, field, tally, cancel), value, len(ids))
    return found


def count(
    library: Library, ids: Sequence[int], cancel: Cancel, patience: float = PATIENCE, columns: Sequence[str] = COLUMNS
) -> Tally:
    """How many of some quotes, each given once, have each token; counted as long as there is patience.

    Only the tokens of some COLUMNS are counted.
    """
    kept = facet_tokens.of(library, cancel)
    counted = [column for name, column in zip(COLUMNS, (kept.who, kept.what), strict=True) if name in columns]
    ends = time.monotonic() + patience
    combined = [Counter[int]() for _ in counted]
    whole = True
    for at, places in enumerate(_places(counted, ids, cancel)):
        cancel.check()
        if at and time.monotonic() > ends:
            whole = False
            break
        for counter, some in zip(combined, places, strict=True):
            counter.update(some)
    numbers: dict[str, int] = {}
    for column, counter in zip(counted, combined, strict=True):
        names = list(column.tokens)
        for place, number in counter.items():
            for token in names[place].split():
                numbers[token] = numbers.get(token, 0) + number
    return Tally(numbers, whole)


def _places(columns: Sequence[Column], ids: Sequence[int], cancel: Cancel) -> Iterator[list[Iterable[int]]]:
    """The places that some quotes have in each column, in stretches."""
    size = len(columns[0].of_quotes)
    if len(ids) < size * _FEW:
        for start in range(0, len(ids), _STRETCH):
            some = ids[start : start + _STRETCH]
            yield [map(column.of_quotes.__getitem__, some) for column in columns]
        return
    wanted = bytearray(size)  # going through memory as it lies takes a third of the time of going where the ids lead
    for start in range(0, len(ids), _STRETCH):
        cancel.check()
        for key in ids[start : start + _STRETCH]:
            wanted[key] = 1
    for start in range(0, size, _STRETCH):
        these = wanted[start : start + _STRETCH]
        if any(these):
            yield [compress(column.of_quotes[start : start + _STRETCH], these) for column in columns]


def _without(library: Library, text: str, field: str, cancel: Cancel, patience: float) -> Tally:
    """How many quotes have each token of a field to which a search narrows, if it did not; the newest that are found
    in half of the time.
    """
    query = parse(query_choice.without(text, field), names=Names(library, cancel))
    ids, whole = _found_within(library, query, cancel, patience / 2)
    tally = count(library, ids, cancel, patience / 2, ("who" if field in _OF_WHO else "what",))
    return tally._replace(whole=tally.whole and whole)


def _found_within(library: Library, query: Query, cancel: Cancel, seconds: float) -> tuple[array[int], bool]:
    """The newest quotes that a query finds in a time, and whether these are all."""
    ends = time.monotonic() + seconds
    ids = array("q")
    with library.reading(cancel) as conn:
        for some in quote_search.stretches(conn, query):
            ids.extend(some)
            if time.monotonic() > ends:
                return ids, False
    return ids, True


def choices(library: Library, field: str, tally: Tally, cancel: Cancel) -> Facet:
    """What a facet can be narrowed to, with the numbers of a tally."""
    with library.reading(cancel) as conn:
        return Facet(list(_READ[field](conn, tally.numbers)), tally.whole)


def _with_chosen(field: str, facet: Facet, value: str, number: int) -> Facet:
    """A facet with what the search narrows to as one of its choices, also where that is typed in another way."""
    if not value:
        return facet
    same = query_choice.key(field, value)
    for choice in facet.choices:
        if query_choice.key(field, choice.value.strip('"')) == same:
            return facet._replace(chosen=choice.value)
    typed = put(value)
    return facet._replace(choices=[Choice(typed, value, number), *facet.choices], chosen=typed)


def _by_id(numbers: Mapping[str, int], letter: str) -> dict[int, int]:
    """The numbers of the records that tokens of a letter stand for."""
    return {int(token[1:]): number for token, number in numbers.items() if token[0] == letter and token[1:].isdecimal()}


def _of_few(
    letter: str, known: Mapping[str, str], label: Mapping[str, str] | None = None
) -> Callable[..., Iterator[Choice]]:
    """The choices of a facet with few values, in the order of their list; `known` is what is put into a search."""

    def read_few(_: sqlite3.Connection, numbers: Mapping[str, int]) -> Iterator[Choice]:
        for value, words in known.items():
            if number := numbers.get(quote_index.token(letter, value)):
                yield Choice(put(words), (label or known)[value], number)

    return read_few


def _of_names(letter: str, sql: str) -> Reads:
    """The choices of a facet whose values are records, those that most quotes have first; two of one name are one."""

    def read_names(conn: sqlite3.Connection, numbers: Mapping[str, int]) -> Iterator[Choice]:
        counted = _by_id(numbers, letter)
        named: dict[str, int] = {}
        for key, name in conn.execute(f"{sql} WHERE id IN (SELECT value FROM json_each(?))", [as_json(counted)]):
            named[name] = named.get(name, 0) + counted[key]
        yield from _most(named)
        if number := numbers.get(f"{letter}none"):
            yield Choice("none", "not known", number)

    return read_names


def _most(named: Mapping[str, int]) -> Iterator[Choice]:
    order = sorted(named, key=lambda name: (-named[name], folding.bare(name)))
    return (Choice(put(name), name, named[name]) for name in order[:MOST])


def _years(_: sqlite3.Connection, numbers: Mapping[str, int]) -> Iterator[Choice]:
    years = sorted(token[1:] for token in numbers if token[0] == "y" and token[1:].isdecimal())
    yield from (Choice(year, year, numbers[f"y{year}"]) for year in years)
    if "ynone" in numbers:
        yield Choice("none", "not known", numbers["ynone"])


def _topics(conn: sqlite3.Connection, numbers: Mapping[str, int]) -> Iterator[Choice]:
    """Topics by the meetings that have outcomes under them or under narrower ones."""
    counted: dict[int, int] = {}
    for topic, meeting in conn.execute(_TOPICS):
        counted[topic] = counted.get(topic, 0) + numbers.get(f"m{meeting}", 0)
    named: dict[str, int] = {}
    for key, label in conn.execute("SELECT id, label FROM topics"):
        if counted.get(key):
            named[label] = max(named.get(label, 0), counted[key])
    yield from _most(named)


def _tags(conn: sqlite3.Connection, numbers: Mapping[str, int]) -> Iterator[Choice]:
    counted = _by_id(numbers, "t")
    for tag in tag_tree.choices(conn, counted)[:MOST]:
        yield Choice(put(tag.name), tag.name, tag.number, tag.colour, tag.level)


_READ: Mapping[str, Reads] = {
    "speaker": _of_names("s", "SELECT id, name FROM people"),
    "party": _of_names("p", "SELECT id, name FROM parties"),
    "role": _of_few("r", ROLE),
    "kind": _of_few(
        "k", {kind: MEETING_KINDS[kind].lower() for kind in KIND_PLURALS if kind in MEETING_KINDS}, KIND_PLURALS
    ),
    "year": _years,
    "form": _of_few("f", {"direct": "direct", "indirect": "reported"}, FORMS),
    "check": _of_few("v", {value: value for value in CHECK_NAMES}, CHECK_NAMES),
    "topic": _topics,
    "tag": _tags,
}
