"""What a person types into the quote search, turned into a query of the index; no text makes it fail.

Words must all occur; `word*` is a beginning; "a phrase" is a phrase; AND, OR, NOT, -word and parentheses combine;
`near` asks for words close to each other, and fields such as `speaker:` narrow. The last word, while it is being typed,
counts as a beginning. Case and diacritics do not matter. A known spelling stands for all that the library has of its
party, person, place or term.
"""

from __future__ import annotations

from typing import NamedTuple

from db import exact_spelling, query_days, query_terms, query_tokens, query_tree
from db.query_days import Stretch
from db.query_names import Names
from db.query_terms import DEEPEST, MOST_WORDS
from db.query_tokens import Span
from db.query_tree import NOTHING, Node, Term
from db.search_words import Sought, words

__all__ = ["DEEPEST", "MOST_WORDS", "Part", "Query", "Span", "parse"]

NO_WORD = "There is no letter or digit to search for in this."
_NO_DAY = "No day is left between after: and before:."


class Part(NamedTuple):
    """What a query finds of some days: see `Query`."""

    match: str
    sound_match: str | None = None
    bounds: tuple[int, int] | None = None


class Query(NamedTuple):
    """A query ready for the index.

    `match` is the expression of FTS5, `sound_match` the wider one that finds names by their sound too, None when that
    is the same; `bounds` are the first and the last rowid. Where other days ask for something else, `earlier` has the
    same for these, the newest first. `marks` are the words to be marked in what is found, `also` the other spellings
    that are searched for. `remark` says what was not understood, `spans` colour the text; `as_typed` tells that other
    spellings were left out because the search says so, `exact` that of what the index finds only quotes are wanted that
    have the words of the `tree` exactly as they are spelled.
    """

    match: str
    marks: tuple[Sought, ...] = ()
    remark: str = ""
    sound_match: str | None = None
    bounds: tuple[int, int] | None = None
    also: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    earlier: tuple[Part, ...] = ()
    as_typed: bool = False
    tree: Node | None = None
    exact: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it finds of all days, the newest first."""
        return Part(self.match, self.sound_match, self.bounds), *self.earlier


def parse(
    text: str,
    *,
    typing: bool = True,
    names: Names | None = None,
) -> Query:
    """The query for a text; while `typing`, a last word with no space after it counts as a beginning.

    `names` are those of the library, for other spellings and for fields: where they are given it reads the library, so
    call it in the background.
    """
    clean = _clean(text)
    found = query_terms.read(query_tokens.tokens(clean, typing), names)
    tree = query_tree.read(found.items)
    if clean.strip() and tree is None and not any(span.kind == "field" for span in found.spans):
        return Query(NOTHING, remark=found.remark(NO_WORD), spans=found.spans)
    wanted = list(query_tree.terms(tree))
    exact = found.exact and any(True for _ in query_tree.all_terms(tree))
    looked_for = exact_spelling.loosened(tree) if exact else tree
    parts = [_part(stretch) for stretch in query_days.stretches(looked_for)]
    remarks = [] if parts else [_NO_DAY]
    newest, *earlier = parts or [Part(NOTHING)]
    return Query(
        newest.match,
        tuple(dict.fromkeys(sought for term in wanted for sought in _sought(term))),
        found.remark(*remarks),
        newest.sound_match,
        newest.bounds,
        tuple(dict.fromkeys(form for term in query_tree.all_terms(tree) for form in term.also)),
        found.spans,
        tuple(earlier),
        found.as_typed,
        tree,
        exact,
    )


def _part(stretch: Stretch) -> Part:
    match, sound_match = (query_tree.match(stretch.node, sounds) for sounds in (False, True))
    return Part(match, sound_match if sound_match != match else None, stretch.bounds)


def _clean(text: str) -> str:
    """The text with a space for each sign that no library holds; as long as it was."""
    return "".join(" " if sign == "\0" or "\ud800" <= sign <= "\udfff" else sign for sign in text)


def _sought(term: Term) -> list[Sought]:
    last = len(term.words) - 1
    typed = [
        Sought(
            tuple(words(word)), term.beginning and at == last, query_tree.heard(term, word), names=term.names,
            plain=term.plain,
        )
        for at, word in enumerate(term.words)
    ]  # fmt: skip
    return typed + [Sought(tuple(words(form)), typed=" ".join(term.words), names=term.names) for form in term.also]
