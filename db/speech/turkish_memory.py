"""Whom a Turkish text names: by forms of address behind first names, and by words that tell how somebody looks."""

from __future__ import annotations

from db.speech import turkish_names
from db.speech.memory import LIKELY, NEAR, Memory
from db.speech.mentions import Asked, Resolved
from db.speech.shapes import Speaker


class TurkishMemory(Memory):
    """The people of one Turkish text."""

    def scan(self, text: str, at: int) -> None:
        self._whole = turkish_names.institutions(text) | self._whole
        super().scan(text, at)

    def _note_first(self, name: str, at: int) -> None:
        """Somebody named in full may be called by the first name: “Hasan Usta”."""
        first, *more = name.split()
        if more and more[-1].lower() not in turkish_names.ADDRESS:
            self._first.setdefault(first.lower(), (at, name))

    def _fullest(self, name: str, at: int) -> str:
        first, _, address = name.rpartition(" ")
        if address.lower() in turkish_names.ADDRESS and first.lower() in self._first:
            return self._first[first.lower()][1]
        return super()._fullest(name, at)

    def _leading(self, shown: str) -> Speaker | None:
        found = super()._leading(shown)
        return None if found and turkish_names.in_case(shown[slice(*found.span)]) else found

    def _without_epithet(self, title: str) -> str:
        told = turkish_names.EPITHET.match(title)
        return title[told.end() :] if told else title

    def _brings_in(self, speaker: Speaker) -> bool:
        return bool(turkish_names.BROUGHT_IN.search(speaker.title))

    def _holder(self, asked: Asked) -> Resolved | None:
        """Who had an office, or is meant by a form of address: “Nevzat Paşa … dedi paşa”."""
        if asked.title not in turkish_names.ADDRESS:
            return super()._holder(asked)
        called = next((one for one in reversed(asked.before) if one.name.lower().endswith(f" {asked.title}")), None)
        return Resolved(called.name, asked.title, 0.9) if called else super()._holder(asked)

    def _called_again(self, asked: Asked) -> Resolved | None:
        """Who spoke last, where words tell no more than age or mood; who spoke before, as “the other” does."""
        told = turkish_names.EPITHET.match(asked.title)
        called = self._other if turkish_names.ANYBODY.fullmatch(asked.title) else None
        called = self.last if told and not told["looks"] else called
        if called and asked.at - called.at < NEAR:
            return Resolved(called.name, asked.title if called.name else called.title, LIKELY)
        return super()._called_again(asked._replace(title=self._without_epithet(asked.title)))

    def _has_title(self, name: str) -> bool:
        return name.rpartition(" ")[2].lower() in turkish_names.ADDRESS or super()._has_title(name)
