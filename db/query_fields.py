"""What the fields of a search narrow it to: `speaker:lavrov year:2017-2019`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from db import dates, query_tree, values
from db.errors import BadValue
from db.name_index import key_of
from db.query_names import Names, likest
from db.query_tokens import Token
from db.query_tree import Facet, Node, Without
from db.quote_index import role_token
from db.quote_index import token as token_of
from db.vocabulary import CHECK_NAMES, FORMS, KIND_PLURALS, MEETING_KINDS, ROLE, ROLES

MOST_IDS = 500
"""Records that one field may mean."""
LONGEST = 200
"""Characters of a value."""
_NUMBERS = re.compile(r"(\d{1,6})(?:\s*(?:-|–|\.\.)\s*(\d{1,6}))?")
NOT_KNOWN = ("none", "unknown")
"""Values that ask for quotes of which the speaker, the party or the year is not known."""
_YEAR_BEGINS = re.compile(r"[12]\d{0,2}", re.ASCII)
_YEARS_BEGIN = re.compile(r"\d{4}\s*(?:-|–|\.\.?)\s*(?:[12]\d{0,2})?", re.ASCII)
_DATE_BEGINS = re.compile(r"\d{1,3}|\d{4}([-./](\d{1,2}[-./])?)?|\d{1,2}[-./](\d{0,3}|\d{1,2}[-./]\d{0,3})", re.ASCII)
_DATED = ("after", "before")


class Narrowed(NamedTuple):
    """What a field does to a search; `node` is None when it is passed over.

    A `wrong` value is none that is known; `nearest` is the known one most like it.
    """

    node: Node | None
    remark: str = ""
    wrong: bool = False
    nearest: str | None = None


def _by_words(*tables: Mapping[str, str]) -> dict[str, str]:
    """Values by what people call them."""
    return {key_of(words): value for table in tables for value, label in table.items() for words in (value, label)}


WORDS = {
    "role": _by_words(ROLES, ROLE),
    "kind": _by_words({kind: label for kind, label in KIND_PLURALS.items() if kind in MEETING_KINDS}, MEETING_KINDS),
    "form": _by_words(FORMS, {"indirect": "reported"}),
    "check": _by_words(CHECK_NAMES),
    "has": _by_words({"note": "notes"}),
    "spellings": _by_words({"typed": "as typed", "exact": "exactly"}),
}
"""The fields with few values, each value by what it may be called."""
_TOKENS: dict[str, Callable[[str], str]] = {
    "role": role_token,
    "kind": lambda kind: token_of("k", kind),
    "form": lambda form: f"f{form}",
    "check": lambda result: token_of("v", result),
    "has": lambda _: "n",
    "spellings": lambda _: "all",
}
UNKNOWN: dict[str, Node] = {"speaker": Facet(("snone",)), "party": Without(None, (Facet(("p *",)),))}
_LETTERS = {"speaker": "s", "party": "p", "tag": "t", "source": "d", "topic": "m"}


def knows(field: str, value: str, names: Names | None) -> bool:
    """Whether a value is the whole of a known one."""
    if field in WORDS:
        return key_of(value) in WORDS[field]
    if field in _DATED:
        return _is_date(value) and not _is_date(value.split(maxsplit=1)[0])
    return bool(names) and len(value) <= LONGEST and names.is_spelling(field, value)


def narrow(token: Token, names: Names | None) -> Narrowed:
    """What a field with its value does."""
    value = token.text.strip().rstrip("*") if not token.quoted else token.text.strip()
    if not value:
        empty = "" if token.beginning else f"Nothing stands after {token.name}: so it was passed over."
        return Narrowed(None, empty)
    if len(value) <= LONGEST:
        if read := _READ.get(token.name):
            return read(token, value)
        if names is not None:
            return _of_round(token, value, names) if token.name == "round" else _of_names(token, value, names)
    return _unknown(token, value, None)


def _unknown(token: Token, value: str, nearest: str | None) -> Narrowed:
    asked = f"No {FIELD_WORDS.get(token.name, token.name)} here is called {values.quoted(value)}"
    told = f"{asked}; the nearest is {values.quoted(nearest)}." if nearest else f"{asked}."
    return Narrowed(Facet(()), told, True, nearest)


FIELD_WORDS = {
    "kind": "kind of meeting",
    "form": "form",
    "check": "result of a check",
    "has": "property",
    "place": "place of a meeting",
    "spellings": "way of spelling",
}
"""Fields as the remarks call them, where that is not their name."""


def _of_words(token: Token, value: str) -> Narrowed:
    known, key = WORDS[token.name], key_of(value)
    meant = [known[key]] if key in known else [found for words, found in known.items() if key and words.startswith(key)]
    if not meant:
        return _unknown(token, value, likest(value, known))
    return Narrowed(Facet(tuple(map(_TOKENS[token.name], dict.fromkeys(meant)))))


def _of_spellings(token: Token, value: str) -> Narrowed:
    """Nothing is narrowed: how words are looked for is read before them, see `is_as_typed`."""
    found = _of_words(token, value)
    return found if found.wrong else Narrowed(None)


def is_as_typed(token: Token) -> bool:
    """Whether a token asks for words only as they are typed."""
    given = token.kind == "field" and token.name == "spellings" and token.text.strip()
    return bool(given) and not narrow(token, None).wrong


def is_exact(token: Token) -> bool:
    """Whether a token asks for words exactly as they are spelled."""
    return is_as_typed(token) and "exact".startswith(key_of(token.text.strip())[:5])


def _of_date(token: Token, value: str) -> Narrowed:
    try:
        date = dates.read(value)
    except BadValue as error:
        if token.beginning and _may_become_date(value):
            return Narrowed(None, "", True)
        return Narrowed(Facet(()), str(error), True)
    return Narrowed(query_tree.after(date) if token.name == "after" else query_tree.before(date))


def _is_date(value: str) -> bool:
    try:
        return bool(dates.read(value))
    except BadValue:
        return False


def _may_become_date(value: str) -> bool:
    """Whether one may still be typing a date."""
    months = " ".join(dates.MONTHS).lower()
    words = value.lower().replace(",", " ").split()
    return all(_DATE_BEGINS.fullmatch(word) or f" {word}" in f" {months}" for word in words)


def _of_years(token: Token, value: str) -> Narrowed:
    if key_of(value) in NOT_KNOWN:
        return Narrowed(Facet(("ynone",)))
    found = _NUMBERS.fullmatch(value)
    if found and not found[2] and token.beginning and _YEAR_BEGINS.fullmatch(value):
        return Narrowed(Facet((f"y{value} *",)))
    if not found or not all(len(year) == 4 for year in found.groups() if year):
        unfinished = _YEARS_BEGIN.fullmatch(value) or any(word.startswith(key_of(value)) for word in NOT_KNOWN)
        if token.beginning and unfinished:
            return Narrowed(None, "", True)
        return Narrowed(Facet(()), f"{values.quoted(value)} is no year: write 2018 or 2017-2019.", True)
    first, last = sorted((int(found[1]), int(found[2] or found[1])))
    return Narrowed(query_tree.years(first, last))


_READ: dict[str, Callable[[Token, str], Narrowed]] = {
    **dict.fromkeys(WORDS, _of_words),
    "spellings": _of_spellings,
    **dict.fromkeys(("after", "before"), _of_date),
    "year": _of_years,
}


def _of_round(token: Token, value: str, names: Names) -> Narrowed:
    found = _NUMBERS.fullmatch(value)
    if not found:
        return Narrowed(Facet(()), f"{values.quoted(value)} is no number of a round: write round:3 or round:3-5.", True)
    first, last = sorted((int(found[1]), int(found[2] or found[1])))
    meetings = names.rounds(first, last)
    if not meetings:
        return Narrowed(Facet(()), f"No round {value} is in this library.", True)
    return _of_ids("m", meetings, token)


def _of_names(token: Token, value: str, names: Names) -> Narrowed:
    if token.name in UNKNOWN and key_of(value) in NOT_KNOWN:
        return Narrowed(UNKNOWN[token.name])
    if token.name == "place":
        found, letter = names.in_place(value), "m"
    else:
        found, letter = names.records(token.name, value), _LETTERS[token.name]
    if not found:
        return _unknown(token, value, names.nearest(token.name, value))
    if token.name == "topic":
        found = names.under_topics(found)
    return _of_ids(letter, found, token)


def _of_ids(letter: str, ids: list[int], token: Token) -> Narrowed:
    many = len(ids) > MOST_IDS
    remark = f"{token.name}: means {len(ids):,} here, of which {MOST_IDS} were searched for." if many else ""
    return Narrowed(Facet(tuple(f"{letter}{key}" for key in ids[:MOST_IDS])), remark)
