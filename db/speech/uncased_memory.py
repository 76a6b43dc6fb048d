"""Whom a text names in a language without capitals, where a name often shows only by what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable

from db.speech import uncased_phrases
from db.speech.lexicon import Lexicon
from db.speech.memory import MANIFOLD, NEAR, Memory
from db.speech.mentions import Asked, Mention, Resolved
from db.speech.tokens import offices

_THIS = ("این ", "هذا ", "هذه ")


class UncasedMemory(Memory):
    """The people of one text without capitals."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """The text tells the word before a surname where it first has that."""
        super().__init__(lex, names, text)
        self._firsts: dict[str, str] = {}

    def _is_honorific(self, title: str) -> bool:
        return set(title.split()) <= self._lex.honorifics

    def _fullest(self, name: str, at: int) -> str:
        """The fullest name; a surname alone with the word before it that may be a given name."""
        found = super()._fullest(name, at)
        if found != name or len(name.split()) > 1:
            return found
        if not self._firsts:
            self._firsts = uncased_phrases.names_introduced(self._lex, self._text)
        return self._firsts.get(name, name)

    def _spoke_last(self) -> Mention | None:
        last = self.last
        return last if last and offices(self._lex, self.title_of(last.name).title) <= MANIFOLD else None

    def _by_nearness(self, asked: Asked) -> Resolved | None:
        """Who was named or spoke last, in the same paragraph if the title does not point there: “this politician”."""
        near = [one for one in (self._named_last(asked.at), self._recent(asked.at)) if one]
        if not asked.title.startswith(_THIS):
            near = [one for one in near if "\n" not in self._text[max(one.at, asked.at - NEAR) : asked.at]]
        return self._untitled_of(near, asked)
