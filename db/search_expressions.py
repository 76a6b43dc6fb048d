"""The expressions of an index for a word or phrase: as it is written, in no name of which it is a part, by sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from db.search_words import ACRONYM, AGAIN, MOST_WORDS, Word, acronym, spellings, words

WRITTEN = "- {keys facets}"
"""The columns of an index in which a word stands as it is written, in any of its forms."""
_PLAIN = "- {latin keys facets}"
"""The columns in which it stands in the letters of the text."""
_PLACES = ("text", "- {text whole latin keys facets}", "{whole latin}")
"""The columns of what was said, of who said it or what it is called, and of other forms of both."""


def expression(
    some: str | Sequence[Word], beginning: bool = False, heard: Sequence[Sequence[str]] = (), plain: bool = False
) -> str:
    """The expression of FTS5 for a word or phrase, columns included; empty when there is no letter or digit in it.

    With what is `heard` in a word (`sound_groups`) also that for one that sounds like it: the tokens stand for
    themselves until `quote_words.resolved` has put all that the index has in their place. A `plain` one is found in no
    other letters than its own.
    """
    ways = spellings((words(some) if isinstance(some, str) else some)[:MOST_WORDS], plain)
    if not ways:
        return ""
    found = written(ways, beginning, _PLAIN if plain else WRITTEN)
    return f"({found} OR {by_sound(heard)})" if heard else found


@lru_cache(maxsize=1 << 10)
def outside(text: str, names: tuple[str, ...], beginning: bool = False, typed: bool = False) -> str:
    """The expression for a word or phrase as it is written, but where it is a part of some names of people.

    A place is then not found in the name of a person who is called so; as it was `typed` it is found everywhere. One
    that is another spelling and an acronym is found as such, not as the everyday word that is spelled so.
    """
    found = words(text)
    if not typed and (capitals := acronym_token(text)):
        return capitals
    ways = spellings(found[:MOST_WORDS])
    within = {way: held for way in ways[typed:] if (held := holding(way, names))}
    free = [way for way in ways if way not in within]
    parts = [written(free, beginning)] if free else []
    parts += [_without(way, held, beginning) for way, held in within.items()]
    return f"({' OR '.join(parts)})" if len(parts) > 1 else "".join(parts)


def acronym_token(text: str) -> str:
    """The expression for an acronym that is spelled as an everyday word; empty for any other text."""
    found = words(text)
    return f'keys : "{ACRONYM}{acronym(found[0].raw)}"' if len(found) == 1 and acronym(found[0].raw) else ""


def holding(way: tuple[str, ...], names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways to write some names of which a way to write a word is a part."""
    return [name for name in _ways_of(names) if _is_part(way, name)]


@lru_cache(maxsize=1 << 8)
def _ways_of(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [way for name in names for way in spellings(words(name))]


def _without(way: tuple[str, ...], names: Sequence[tuple[str, ...]], beginning: bool) -> str:
    """What has a word, in one of its columns in none of some names, or beside them too."""
    parts = [f"({written([way], beginning, where)} NOT {written(names, False, where)})" for where in _PLACES]
    return f"({' OR '.join(parts + again(way))})"


def again(way: tuple[str, ...]) -> list[str]:
    """The expression for a word of one part that also stands outside of a longer name of which it is a part."""
    return [f'keys : "{AGAIN}{way[0]}"'] if len(way) == 1 else []


def _is_part(way: Sequence[str], name: Sequence[str]) -> bool:
    return len(way) < len(name) and any(tuple(name[at : at + len(way)]) == way for at in range(len(name)))


def written(ways: Iterable[Sequence[str]], beginning: bool = False, where: str = WRITTEN) -> str:
    """The expression for any of some ways to write a word or phrase, in some columns."""
    ending = " *" if beginning else ""
    return f"{where} : ({' OR '.join(_phrase(way) + ending for way in ways)})"


def _phrase(way: Sequence[str]) -> str:
    return f'"{" ".join(way)}"'


def by_sound(groups: Sequence[Sequence[str]]) -> str:
    """All that is heard in a word, or it as a whole."""
    columns = [f"keys : ({' OR '.join(tokens)})" for tokens in groups]
    if len(columns) < 2:
        return "".join(columns)
    return f"(({' AND '.join(columns[:-1])}) OR {columns[-1]})"
