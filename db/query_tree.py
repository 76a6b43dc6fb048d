"""A search as a tree, and the expression of the index that it stands for.

Any sequence of terms and operators makes a sensible tree; what does not fit is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, product
from typing import NamedTuple

from db.dates import day_key, last_day_key
from db.search_expressions import acronym_token, again, by_sound, expression, holding, outside, written
from db.search_words import sound_groups, spellings, words

NOTHING = "facets : none"
EVERYTHING = "facets : all"
MOST_NEAR = 64
"""Pairs of spellings that are looked for near each other."""
MOST_PHRASES = 256
"""Spellings in all these together; more than a search has words."""
_WITH_PLACES = "- {whole keys facets}"
"""The columns in which words stand as far apart as they are written."""
_PLAIN_PLACES = "- {whole latin keys facets}"
"""Those in which they stand in the letters of the text."""
_NOT_TEXT = "- {text whole keys facets}"
_LAST_YEAR = 9999


class Term(NamedTuple):
    """A phrase, words that together are one spelling, or a word; `also` are its other spellings.

    A `quoted` one is not looked for by its sound, a `plain` one in no other letters either. A `known` one is a spelling
    of a person, party or place that the library has; what sounds like it and has the tokens `apart` is known to be of
    another. `names` are those of people of which a spelling is a part: there it is not meant.
    """

    words: tuple[str, ...]
    beginning: bool = False
    quoted: bool = False
    known: bool = False
    also: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    plain: bool = False


class Facet(NamedTuple):
    """One of some tokens to filter by; without any it finds nothing."""

    tokens: tuple[str, ...]


class Days(NamedTuple):
    """Days from `first` to `last`, as `dates.day_key` numbers them, without those that are only a month or year."""

    first: int = 1
    last: int = 9999_99_99
    without: tuple[int, ...] = ()

    def hold(self, day: int) -> bool:
        """Whether a day is one of them; 0 is that of which nothing is known."""
        return self.first <= day <= self.last and day not in self.without


class Near(NamedTuple):
    """Terms of which each stands at most `number` words from the others."""

    terms: tuple[Term, ...]
    number: int


class Every(NamedTuple):
    """All parts; by how they are joined it differs from an Either of the same parts."""

    parts: tuple[Node, ...]
    joined: str = " AND "


class Either(NamedTuple):
    """One of the parts or more."""

    parts: tuple[Node, ...]
    joined: str = " OR "


class Without(NamedTuple):
    """What is wanted, if anything, without all that any of the unwanted parts finds."""

    wanted: Node | None
    unwanted: tuple[Node, ...]


Node = Term | Facet | Days | Near | Every | Either | Without


class Operator(NamedTuple):
    """What stands between terms: and, or, not, near, open or close."""

    kind: str
    number: int = 0


def after(date: str) -> Days:
    """The days after a partial date: from 2019 on for 2018."""
    return Days(first=last_day_key(date) + 1)


def before(date: str) -> Days:
    """The days before a partial date, all of each: 2018 is not before March 2018, nor a day that is not known."""
    day = day_key(date)
    wider = dict.fromkeys((day // 10000 * 10000, day // 100 * 100))
    return Days(last=day - 1, without=tuple(one for one in wider if one < day))


def read(items: Sequence[Operator | Node]) -> Node | None:
    """The tree of a sequence; None when there is nothing in it."""
    return _Reader(_closed(items)).whole()


def _closed(items: Sequence[Operator | Node]) -> list[Operator | Node]:
    """A sequence without the parentheses that close nothing: they would part what stands before and after them."""
    found: list[Operator | Node] = []
    deep = 0
    for item in items:
        if isinstance(item, Operator) and item.kind in ("open", "close"):
            deep += 1 if item.kind == "open" else -1
        if deep < 0:
            deep = 0
        else:
            found.append(item)
    return found


class _Reader:
    def __init__(self, items: Sequence[Operator | Node]) -> None:
        self._items = items
        self._at = 0

    def whole(self) -> Node | None:
        return self._either()

    def _peek(self) -> str:
        if self._at == len(self._items):
            return "end"
        item = self._items[self._at]
        return item.kind if isinstance(item, Operator) else "node"

    def _either(self) -> Node | None:
        parts = _some(self._both())
        while self._peek() == "or":
            self._at += 1
            parts += _some(self._both())
        return Either(tuple(parts)) if len(parts) > 1 else _only(parts)

    def _both(self) -> Node | None:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while (kind := self._peek()) not in ("or", "close", "end"):
            if kind in ("and", "near"):
                self._at += 1
            else:
                (unwanted if self._is_denied() else wanted).extend(_some(self._near()))
        return Without(every(wanted), tuple(unwanted)) if unwanted else every(wanted)

    def _is_denied(self) -> bool:
        """Whether an odd number of NOT stands here, which are passed."""
        denied = False
        while self._peek() == "not":
            self._at += 1
            denied = not denied
        return denied

    def _near(self) -> Node | None:
        """A term or group, or several terms that are to stand near each other."""
        first = self._one()
        if not isinstance(first, Term):
            return first
        terms, number = [first], 0
        while self._peek() == "near":
            item = self._items[self._at]
            assert isinstance(item, Operator)
            following = self._items[self._at + 1] if self._at + 1 < len(self._items) else None
            if not isinstance(following, Term):
                break
            self._at += 2
            terms.append(following)
            number = max(number, item.number)
        return Near(tuple(terms), number) if len(terms) > 1 else first

    def _one(self) -> Node | None:
        """A term or a group; operators that lead nowhere are passed over."""
        while self._peek() in ("and", "not", "near"):
            self._at += 1
        if self._peek() in ("or", "close", "end"):
            return None
        item = self._items[self._at]
        self._at += 1
        if not isinstance(item, Operator):
            return item
        inner = self._either()
        if self._peek() == "close":
            self._at += 1
        return inner


def _some(node: Node | None) -> list[Node]:
    return [] if node is None else [node]


def _only(parts: Sequence[Node]) -> Node | None:
    return parts[0] if parts else None


def every(parts: Sequence[Node]) -> Node | None:
    """All of some parts as one, each once."""
    parts = tuple(dict.fromkeys(parts))
    return Every(parts) if len(parts) > 1 else _only(parts)


def terms(node: Node | None) -> Iterator[Term]:
    """The terms that a found quote may hold, in order."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, Near):
        yield from (term._replace(quoted=True) for term in node.terms)  # which are not looked for by their sound
    elif isinstance(node, Every | Either):
        for part in node.parts:
            yield from terms(part)
    elif isinstance(node, Without):
        yield from terms(node.wanted)


def all_terms(node: Node | None) -> Iterator[Term]:
    """The terms of a tree, those that are not wanted too."""
    for leaf in leaves(node):
        yield from terms(leaf)


def leaves(node: Node | None) -> Iterator[Node]:
    """What a tree combines, what is not wanted too."""
    if isinstance(node, Every | Either):
        for part in node.parts:
            yield from leaves(part)
    elif isinstance(node, Without):
        for part in (node.wanted, *node.unwanted):
            yield from leaves(part)
    elif node is not None:
        yield node


def match(node: Node | None, sounds: bool) -> str:
    """The expression of FTS5 for a tree in which no days are left."""
    if node is None:
        return EVERYTHING
    if isinstance(node, Every | Either):
        return _join([match(part, sounds) for part in _deepest_first(node.parts)], node.joined)
    if isinstance(node, Without):
        unwanted = _join([match(part, False) for part in _deepest_first(node.unwanted)], " OR ")  # no sound takes away
        return f"({match(node.wanted, sounds)} NOT {unwanted})"
    assert not isinstance(node, Days), "of days the index knows only their places"
    if isinstance(node, Facet):
        return f"facets : ({' OR '.join(node.tokens)})" if node.tokens else NOTHING
    return _of_near(node) if isinstance(node, Near) else _of_term(node, sounds)


def _deepest_first(parts: Sequence[Node]) -> list[Node]:
    """Parts in the order in which the index has least to remember while it reads them: it fails at too much."""
    return sorted(parts, key=_depth, reverse=True)


def _depth(node: Node | None) -> int:
    if isinstance(node, Every | Either):
        return 1 + max(map(_depth, node.parts))
    return 1 + max(map(_depth, (node.wanted, *node.unwanted))) if isinstance(node, Without) else 0


def heard(term: Term, word: str) -> tuple[str, ...]:
    """The tokens of what may sound like a word of a term; none where it is not looked for by its sound."""
    return tuple(chain.from_iterable(_groups(term, word)))


def _groups(term: Term, word: str) -> list[list[str]]:
    return [] if term.quoted or term.plain else sound_groups(word, term.apart, term.known)


def _of_term(term: Term, sounds: bool) -> str:
    last = len(term.words) - 1
    typed: list[str] = []
    for at, word in enumerate(term.words):
        beginning = term.beginning and at == last
        groups = _groups(term, word) if sounds else []
        if term.names:
            found = outside(word, term.names, beginning, typed=True)
            typed.append(f"({found} OR {by_sound(groups)})" if groups else found)
        else:
            typed.append(expression(word, beginning, groups, term.plain))
    others = [outside(form, term.names) for form in term.also]
    return _join([_join(typed, " AND "), *others], " OR ")


class _Way(NamedTuple):
    """A way to write a term, for NEAR; `names` of which it is a part, and tokens of which one must stand there too.

    Where it is a part of names it may stand in them, but for when the tokens tell that it stands elsewhere too.
    """

    phrase: str
    names: tuple[tuple[str, ...], ...] = ()
    tokens: tuple[str, ...] = ()


def _of_near(near: Near) -> str:
    choices = [[*_ways(term, " ".join(term.words)), *_others(term)] for term in near.terms]
    most = min(MOST_NEAR, MOST_PHRASES // len(choices))
    columns = _PLAIN_PLACES if any(term.plain for term in near.terms) else _WITH_PLACES
    return _join([_near(pair, near.number, columns) for pair in islice(product(*choices), most)], " OR ")


def _near(ways: Sequence[_Way], number: int, columns: str) -> str:
    """The expression for ways to write terms that stand near each other, where none is a part of a name."""
    near = f"NEAR({' '.join(way.phrase for way in ways)}, {number})"
    names = list(dict.fromkeys(name for way in ways for name in way.names))
    tokens = [token for way in ways for token in way.tokens]
    told = " AND ".join((f"{columns} : {near}", *tokens))
    if not names:
        return f"({told})" if tokens else told
    parts = [f"({where} : {near} NOT {written(names, where=where)})" for where in ("text", _NOT_TEXT)]
    return _join([*parts, f"({told})"] if tokens else parts, " OR ")


def _ways(term: Term, text: str) -> list[_Way]:
    """The ways in which a word or phrase may be written as it was typed."""
    # No space before the star: `quote_words.resolved` puts OR in place of other beginnings, which NEAR does not take.
    ending = "*" if term.beginning else ""
    found = spellings(words(text), term.plain)
    return [_way(way, term.names if at else (), ending) for at, way in enumerate(found)]


def _way(way: tuple[str, ...], names: tuple[str, ...], ending: str = "") -> _Way:
    held = tuple(holding(way, names))
    return _Way(f'"{" ".join(way)}"{ending}', held, tuple(again(way)) if held else ())


def _others(term: Term) -> Iterator[_Way]:
    """The ways to write the other spellings of a term."""
    for form in term.also:
        capitals = acronym_token(form)
        for way in spellings(words(form)):
            found = _way(way, term.names)
            yield found._replace(names=(), tokens=(capitals,)) if capitals else found


def years(first: int, last: int) -> Facet:
    """The quotes of all years from one to another; those of a whole decade or century by the beginning of its years."""
    found: list[str] = []
    year, last = max(first, 0), min(last, _LAST_YEAR)
    while year <= last:
        step = next((step for step in (1000, 100, 10) if year % step == 0 and year + step - 1 <= last), 1)
        digits = f"{year:04}"[: 4 - len(str(step)) + 1]
        found.append(f"y{digits}" if step == 1 else f"y{digits} *")
        year += step
    return Facet(tuple(found))


def _join(parts: Sequence[str], operator: str) -> str:
    return f"({operator.join(parts)})" if len(parts) > 1 else "".join(parts)
