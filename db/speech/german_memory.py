"""Whom a German text names: by what else it calls people whom it named, and who is named in full only later."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from db.speech import gender, german_epithets, german_given
from db.speech.lexicon import Lexicon
from db.speech.memory import CLOSE, LIKELY, MANY, Memory
from db.speech.mentions import Asked, Mention, Resolved, last_word
from db.speech.shapes import NAMED, Speaker

_TWO_CAPITALS = re.compile(r"\b([A-ZÄÖÜ][\w-]+) (?=([A-ZÄÖÜ][\w-]+))")


class GermanMemory(Memory):
    """The people of one German text."""

    _one = re.compile(r"(?:ein|eine|einer|einem)\s", re.IGNORECASE)

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        self._firsts_of: dict[str, int] = {}
        self._spoken_of: dict[str, set[str]] | None = None
        super().__init__(lex, names, text)

    def _take_in(self, one: Speaker) -> None:
        super()._take_in(one)
        if one.how == NAMED:  # “Frau Lind”
            self.known.setdefault(last_word(one.name), [])

    def _note_first(self, name: str, at: int) -> None:
        """Somebody named in full may be called by the first name: “ihr Bruder Ove”."""
        first, *more = name.split()
        if more:
            self._first.setdefault(first.lower(), (at, name))
        self._firsts_of[name] = min(at, self._firsts_of.get(name, at))

    def _fullest(self, name: str, at: int) -> str:
        """The fullest name; of a first name alone, or of a surname with the first name in what somebody says."""
        found = super()._fullest(name, at)
        if found != name or " " in name:
            return found
        return self._first[name.lower()][1] if name.lower() in self._first else self._named_in_speech(name)

    def _named_in_speech(self, name: str) -> str:
        """A surname alone with the given name that it has where somebody else speaks of that person."""
        if self._spoken_of is None:
            self._spoken_of = dict[str, set[str]]()
            for one in _TWO_CAPITALS.finditer(self._text):
                if german_given.is_given(one[1].lower()):
                    self._spoken_of.setdefault(one[2], set()).add(f"{one[1]} {one[2]}")
        found = self._spoken_of.get(name, set())
        return next(iter(found)) if len(found) == 1 else name

    def _is_called(self, one: Mention, title: str) -> bool:
        """Whether somebody was called by a title before: “Staatsanwalt” is no “Staatsanwaltschaft”."""
        return bool(re.search(rf"{re.escape(title)}\b", one.title, re.IGNORECASE))

    def _called_again(self, asked: Asked) -> Resolved | None:
        again = self._by_epithet(asked) if german_epithets.is_definite(self._text, asked.span[0]) else None
        return again or super()._called_again(asked)

    def _by_epithet(self, asked: Asked) -> Resolved | None:
        """Whom the text is about, called by something else than before: “the palaeographer”."""
        title, at = asked.title, asked.at
        if not german_epithets.is_epithet(title, asked.kinds):
            return self._untitled_before(asked)
        told = gender.of_person(self._lex.code, "", title)
        place = bisect_left(self._mentions, (at,))
        for one in (self.subject, self.last, *reversed(self._mentions[max(0, place - MANY) : place])):
            if one is None or at - one.at > CLOSE or not (one.name or one.offices):
                continue
            if not self._contradicts(one, told):
                return Resolved(one.name, title if one.name else one.title, 0.75)
        return None

    def _untitled_before(self, asked: Asked) -> Resolved | None:
        """Who spoke last in the same paragraph, when the text tells no other title of that person."""
        one = self.last
        if one is None or not one.name or self._has_title(one.name) or "kin" in asked.kinds:
            return None
        if "\n" in self._text[one.at : asked.at]:
            return None
        if not german_epithets.is_bare(self._text, one.name, self._firsts_of.get(one.name, one.at)):
            return None
        told = gender.of_person(self._lex.code, "", asked.title)
        return None if self._contradicts(one, told) else Resolved(one.name, asked.title, LIKELY)

    def _without_name(self, asked: Asked) -> Resolved:
        """Who is named later with no office, or the institution meant by a general word: “das Unternehmen”."""
        if not german_epithets.is_definite(self._text, asked.span[0]):
            return super()._without_name(asked)
        later = self._bare_after(asked.title, asked.at) if "kin" not in asked.kinds else set[str]()
        if len(later) == 1:
            return Resolved(later.pop(), asked.title, 0.75)
        body = asked.kinds == {"body"}
        return Resolved("", self._bodies.meant(asked.title, asked.at), 0.85) if body else super()._without_name(asked)

    def _bare_after(self, title: str, at: int) -> set[str]:
        """Whom a text names later as if known already, and nowhere by an office: a title before may be theirs."""
        told = gender.of_person(self._lex.code, "", title)
        found = set[str]()
        for name, first in self._firsts_of.items():
            own = self._genders.get(name, "")
            if first > at and not self._has_title(name) and not (own and told and own != told):
                found |= {name} if german_epithets.is_bare(self._text, name, first) else set()
        return found
