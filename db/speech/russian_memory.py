"""Whom a Russian text names: names have cases there, verbs have genders, and texts call people again by other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from db.speech import russian_names, russian_references
from db.speech.lexicon import Lexicon
from db.speech.memory import CLOSE, LIKELY, Memory
from db.speech.mentions import Asked, Mention, Resolved
from db.speech.shapes import Speaker
from db.speech.tokens import offices

_ORDINARY = frozenset({"trade", "anybody", "general"})
"""Kinds of what many people are."""
_COMMON = _ORDINARY | {"official", "kin"}
_RELATED = frozenset({"kin", "anybody"})
"""Kinds that leave open what somebody does."""
_SOME = re.compile(r"(?<!\w)(?:один|одна|некий|некая|какой-то|какая-то|ещё один|другой|другая)\s+$", re.IGNORECASE)
"""Words that bring somebody in: “a certain minister”."""
MOST = 8  # people without any office of whom one is looked for


class RussianMemory(Memory):
    """The people of one Russian text."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """The forms that `text` has of a name tell its nominative."""
        self._forms = frozenset(re.findall(r"[а-яё]+", text.lower()))
        self._untitled: frozenset[str] | None = None
        super().__init__(lex, names, text)

    def _in_nominative(self, speaker: Speaker) -> str:
        """The name of a speaker without the ending of a case; a surname alone is one that the text knows."""
        name = speaker.name
        if " " not in name and "." not in name and name.lower() not in self.known:
            known = next((one for one in russian_names.surnames(name) if one in self.known), "")
            if known:
                return known[:1].upper() + known[1:]
        return russian_names.nominative(name, speaker.title, self._forms.__contains__)

    def _fullest(self, name: str, at: int) -> str:
        """The fullest name; somebody named in full may be called by the given name alone."""
        found = super()._fullest(name, at)
        alone = found == name and " " not in name and "." not in name
        return self._first[name.lower()][1] if alone and name.lower() in self._first else found

    def _note_first(self, name: str, at: int) -> None:
        first, *more = name.split()
        if more:
            self._first.setdefault(first.lower(), (at, name))

    def _by_pronoun(self, words: str, at: int) -> Resolved:
        """Who spoke last; a name may tell the gender wrongly, so that without another anybody fits."""
        found = super()._by_pronoun(words, at)
        return found if found.name or found.title else super()._by_pronoun("", at)

    def _brings_in(self, speaker: Speaker) -> bool:
        return bool(_SOME.search(self._text, max(0, speaker.span[0] - 12), speaker.span[0]))

    def _called_again(self, asked: Asked) -> Resolved | None:
        """Whom a title means that nobody before was given: whose own holds it, who is also called so, who spoke."""
        title = asked.title
        told = asked.told or russian_references.of_title(title)
        words = self._heads(title) | self._stems(title)
        before = [one for one in asked.before if not self._contradicts(one, told)]
        for one in reversed(before if len(words) > 1 else ()):
            if words <= self._own_heads.get(one.name, frozenset()) | self._said.get(one.name, frozenset()):
                return Resolved(one.name, title, 0.9)
        unnamed = self.last if self.last and not self.last.name else None
        if unnamed and title.lower() in unnamed.title.lower():
            return Resolved("", unnamed.title, 0.8)
        near = [one for one in (self.subject, self.last, *before[-1:]) if one and not self._contradicts(one, told)]
        again = russian_references.called_again(title)
        for one in (*near, *reversed(before)) if again else ():
            if again and again.search(self.title_of(one.name).title):
                return Resolved(one.name, title, 0.8)
        return self._anybody(asked, near)

    def _anybody(self, asked: Asked, near: Sequence[Mention]) -> Resolved | None:
        """Who is near, where a title may mean anybody: “the diplomat”, or “Brandt sighed. The coach said …”."""
        if not russian_references.may_be_anybody(asked.title):
            ordinary = asked.early and asked.kinds <= _ORDINARY and russian_references.is_bare(asked.title)
            near = [one for one in near if ordinary and one.name and not self._has_title(one.name)]
        about = next((one for one in near if asked.at - one.at < CLOSE), None)
        return Resolved(about.name, asked.title if about.name else about.title, LIKELY) if about else None

    def _has_title(self, name: str) -> bool:
        return not offices(self._lex, self.title_of(name).title) <= _RELATED

    def _without_name(self, asked: Asked) -> Resolved:
        """The one person whom the text names and never gives an office, where it never gives an office a name."""
        nobody = super()._without_name(asked)
        if asked.kinds & _COMMON or not asked.kinds:
            return nobody
        if self._untitled is None:
            self._untitled = frozenset(one.name for one in self._mentions if " " in one.name) - self._titles.keys()
        if len(self._untitled) > MOST:
            return nobody
        fitting = [
            one for one in self._untitled if not (asked.told and self._genders.get(one, asked.told) != asked.told)
        ]
        return Resolved(fitting[0], asked.title, 0.6) if len(fitting) == 1 else nobody
