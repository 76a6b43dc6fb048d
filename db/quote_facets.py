"""What the quotes of a search can be narrowed to: for each facet its choices, with how many of the quotes have each.

What a quote can be narrowed to is kept in memory for all quotes of a library, as one number each that stands for its
tokens of the index: so counting goes through the quotes once, for all facets.
"""

from __future__ import annotations

import re
import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from db import folding, index_steps, query_choice, quote_checks, quote_index, quote_search, tag_tree
from db.cancel import Cancel
from db.errors import KnownError, MissingFromIndex
from db.index_state import State
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
PATIENCE = 0.16
"""Seconds that the counting of all facets may take; then the numbers are those of the first quotes that were found."""
COLUMNS = ("who", "what")
"""The two parts of what is kept of each quote."""
_OF_WHO = ("speaker", "party", "tag")
"""Fields whose tokens stand in the first of them."""
_STATE = "SELECT block FROM quote_index_data WHERE id = 10"
"""What FTS5 keeps of its own structure: every write to the index changes it."""
_FEW = 0.1
"""The share of all quotes below which these are looked up one by one."""
_SPARSE, _ROOM = 20, 10_000_000
"""The ids of quotes, for each of which there is room in memory: at most so many for one quote, and so many more."""
_STRETCH = 4000
"""Quotes counted between two chances for other threads, less than half a millisecond."""
_FEW_REVISIONS = 20
"""After so many revisions or fewer only the quotes that these touched are read again."""
_WHO = re.compile(r" (?:[spt]\d+|snone)(?= |$)")
_NOT_WHAT = re.compile(r" (?:[sptdw]\d+|snone|n)(?= |$)")
"""Tokens of who said it, and those that no facet shows, of which there are many."""
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


class _Column(NamedTuple):
    """Some tokens of all quotes together, as places in `tokens` by the id of the quote; the first is of those that the
    index has not yet."""

    of_quotes: array[int]
    tokens: dict[str, int]

    def put(self, quote: int, tokens: str) -> None:
        """Keep the tokens of a quote."""
        self.of_quotes[quote] = self.tokens.setdefault(tokens, len(self.tokens))

    def copy(self, most: int) -> _Column:
        """Another that has room for quotes up to an id."""
        more = array("i", bytes(array("i").itemsize * max(0, most + 1 - len(self.of_quotes))))
        return _Column(self.of_quotes + more, dict(self.tokens))


class _Kept(NamedTuple):
    """Who said each quote, what else is known of it, and the state of the index that this is from."""

    state: bytes
    steps: State | None
    change: int
    who: _Column
    what: _Column

    def put(self, quote: int, facets: str) -> None:
        """Keep the tokens of a quote; parted in two, as few are then unlike all others."""
        who = "".join(_WHO.findall(facets))
        self.who.put(quote, who if " p" in who else f"{who} pnone")
        self.what.put(quote, _NOT_WHAT.sub("", facets))


_kept: WeakKeyDictionary[Library, _Kept] = WeakKeyDictionary()
_lock = Lock()


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
    kept = _tokens(library, cancel)
    counted = [column for name, column in zip(COLUMNS, (kept.who, kept.what), strict=True) if name in columns]
    ends = time.monotonic() + patience
    combined = [Counter[int]() for _ in counted]
    whole = True
    for at, places in enumerate(_places(counted, ids)):
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


def _places(columns: Sequence[_Column], ids: Sequence[int]) -> Iterator[list[Iterable[int]]]:
    """The places that some quotes have in each column, in stretches."""
    size = len(columns[0].of_quotes)
    if len(ids) < size * _FEW:
        for start in range(0, len(ids), _STRETCH):
            some = ids[start : start + _STRETCH]
            yield [map(column.of_quotes.__getitem__, some) for column in columns]
        return
    wanted = bytearray(size)  # going through memory as it lies takes a third of the time of going where the ids lead
    for key in ids:
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


def _tokens(library: Library, cancel: Cancel) -> _Kept:
    """The tokens of all quotes as the library is now; quick when it is as it was."""
    with _lock:
        kept = _kept.get(library)
    with library.reading(cancel) as conn:
        state: bytes | None = (conn.execute(_STATE).fetchone() or (None,))[0]
        if state is None:
            raise MissingFromIndex("quote_index_data")
        if kept and kept.state == state:
            return kept
        (change,) = conn.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()
        steps = index_steps.state_of(conn, quote_index.INDEX)
        steps = steps and steps._replace(change=0)  # where it stands when the index is being made: then more are new
        some = _touched(conn, kept.change) if kept and kept.steps == steps else None
        made = _read_again(conn, kept, some) if kept and some else _read_all(conn, cancel)
    made = made._replace(state=bytes(state), steps=steps, change=int(change))
    if not library.writes_here:
        with _lock:
            _kept[library] = made
    return made


def _touched(conn: sqlite3.Connection, change: int) -> set[int] | None:
    """The quotes that revisions since a change touched; None when these are too many, or made anew at will."""
    rows = conn.execute(
        "SELECT DISTINCT revision_id FROM changes WHERE id > ? LIMIT ?", [change, _FEW_REVISIONS + 1]
    ).fetchall()
    if len(rows) > _FEW_REVISIONS:
        return None
    found = [touched(conn, row[0]) for row in rows for touched in (quote_index.touched, quote_checks.touched)]
    return set[int]().union(*found)


def _read_all(conn: sqlite3.Connection, cancel: Cancel) -> _Kept:
    number, most = conn.execute("SELECT count(*), coalesce(max(id), 0) FROM quotes").fetchone()
    if most > _SPARSE * number + _ROOM:
        raise KnownError(
            f"The quotes of this library have numbers up to {most:,}, as none have that Parley made: so they cannot be "
            "counted by speaker, year and the like. To search for them works as before."
        )
    made = _Kept(b"", None, 0, *(_Column(array("i"), {"": 0}).copy(most) for _ in range(2)))
    for at, (place, facets) in enumerate(conn.execute("SELECT rowid, facets FROM quote_index")):
        if at % _STRETCH == 0:
            cancel.check()
        quote = quote_index.quote_of(place)
        if quote > most:
            raise MissingFromIndex("quotes")
        made.put(quote, facets)
    return made


def _read_again(conn: sqlite3.Connection, kept: _Kept, quotes: Iterable[int]) -> _Kept:
    """What is kept with some quotes read again; the old one stays as it is for who uses it."""
    rows = conn.execute(
        "SELECT p.quote_id, i.facets FROM json_each(?) j JOIN quote_places p ON p.quote_id = j.value "
        "JOIN quote_index i ON i.rowid = p.place",
        [as_json(quotes)],
    ).fetchall()
    most = max((quote for quote, _ in rows), default=0)
    made = kept._replace(who=kept.who.copy(most), what=kept.what.copy(most))
    for quote, facets in rows:
        made.put(quote, facets)
    return made


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
