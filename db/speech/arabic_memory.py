"""Whom an Arabic text names, or brings in without a name; and the words by which it calls people again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from db.speech import epithets, gender, uncased_phrases
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon
from db.speech.memory import CLOSE, FARTHEST, LIKELY, MANY
from db.speech.mentions import Asked, Mention, Resolved, last_word
from db.speech.shapes import NAMED, TITLED, Speaker, moved_speaker
from db.speech.subjects import subject_after
from db.speech.tokens import Token
from db.speech.uncased_memory import UncasedMemory
from db.speech.unnamed import AllUnnamed

_OF_THEIRS = re.compile("(?<=...)(?:ة|ت?(?:ه|ها|هم|هما))$")


class ArabicMemory(UncasedMemory):
    """The people of one Arabic text."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """People are taken in by titles alone too."""
        super().__init__(lex, names, text)
        self._unnamed = AllUnnamed(self._heads)

    def scan(self, text: str, at: int) -> None:
        super().scan(uncased_phrases.without_prepositions(self._lex.code, text), at)

    def _take_in(self, one: Speaker) -> None:
        super()._take_in(one)
        if one.how == TITLED:
            self._unnamed.take_in(one.title, one.span[0])

    def _note_first(self, name: str, at: int) -> None:
        first, *more = name.split()
        if more and is_given(first) and first not in epithets.MORE:
            self._place(first, at, name)

    def _about(self, sentence: str, at: int) -> Mention | None:
        """Who does what a sentence tells, behind its first verb: “A mother sat in the corridor.”"""
        verb = epithets.VERB.match(sentence)
        found = subject_after(self._lex, sentence[verb.end() :], self.known, anybody=False) if verb else None
        if verb is None or found is None or found.how not in (NAMED, TITLED):
            return None
        found = moved_speaker(found, at + verb.end())
        who = self.resolve(found, at)
        if found.how == NAMED and not (found.title or self._is_named(who.name)):
            return None
        return self._mention(found, who) if who.name or epithets.is_somebody(who.title) else None

    def _is_named(self, name: str) -> bool:
        """Whether the text names somebody so where nothing leaves it open that this is a name."""
        return any(one == name for _, one in self.known.get(last_word(name), ()))

    def _in_nominative(self, speaker: Speaker) -> str:
        return re.sub(r"(?<!\w)أب[يا](?=\s\w)", "أبو", speaker.name)

    def _by_pronoun(self, words: str, at: int) -> Resolved:
        """Who spoke last, or which of two: “the latter”."""
        if words in epithets.ORDERED:
            return Resolved(epithets.ordered(words, self._people(self._named_before(at, MANY))), "", 0.75)
        if not epithets.TO_HIM.fullmatch(words):
            return super()._by_pronoun(words, at)
        wanted = gender.of_pronoun(self._lex.code, words)
        person = self._recent(at, wanted)
        if person and person == self.last:
            others = (one for one in reversed(self._named_before(at, MANY)) if one.name != person.name)
            agreeing = (one for one in others if self._genders.get(one.name, wanted) == wanted)
            person = next(agreeing, person)  # “she interrupted him”: not who spoke last
        return self._pointed_at(person, wanted)

    def _recent(self, at: int, wanted: str = "", *, persons: bool = False) -> Mention | None:
        """Who spoke or was named last nearby, else who was brought in without a name."""
        found = super()._recent(at, wanted, persons=persons)
        other = None if found else self._unnamed.last(wanted, at)
        if other is None:
            return found
        who = Resolved("", other.title, 0.5)
        who = (
            who
            if epithets.is_somebody(other.title)
            else self._by_title(Speaker(TITLED, "", other.title, (other.at, other.at)), other.at)
        )
        return Mention(other.at, who.name, frozenset(), frozenset(), who.title, other.gender)

    def _brings_in(self, speaker: Speaker) -> bool:
        return bool(epithets.BROUGHT_IN.fullmatch(speaker.title))

    def _holder(self, asked: Asked) -> Resolved | None:
        """Who stands across from another, “her host”, or had an office, with a name or without."""
        other = epithets.peer(asked.title, self._people(asked.before))
        if other:
            return Resolved(other, asked.title, 0.75)
        named = super()._holder(asked)
        unnamed = "" if named else self._unnamed.holder(asked.title, asked.at)
        return Resolved("", unnamed, 0.8) if unnamed else named

    def _by_nearness(self, asked: Asked) -> Resolved | None:
        """Whom what stands before is about; also by a word that the text has not used before."""
        near = super()._by_nearness(asked)
        if near:
            return near
        title, at, last = asked.title, asked.at, self.last
        if last and not last.name and epithets.goes_on(title, last.title) and at - last.at < CLOSE:
            return Resolved("", last.title, LIKELY)
        again = epithets.meant(title, at, self._people(asked.before), last.name if last else "")
        return Resolved(again, title, LIKELY) if again else None

    def _named_later(self, asked: Asked) -> set[str]:
        """Also the one woman near a place whom a title may mean, if the text gives her no office."""
        later = super()._named_later(asked)
        if later or epithets.gender_of(asked.title) != gender.WOMAN:
            return later
        place = bisect_left(self._mentions, (asked.at,))
        near = self._mentions[max(0, place - FARTHEST) : place + FARTHEST]
        women = {one.name for one in near if self._genders.get(one.name) == gender.WOMAN}
        return {name for name in women if not self._titles.get(name)} if len(women) == 1 else set()

    def _agree(self, asked: Asked, one: Mention) -> bool:
        return epithets.agrees(asked.title, self._genders.get(one.name, "")) and super()._agree(asked, one)

    def _offices_in(self, title: str) -> list[str]:
        return [_OF_THEIRS.sub("", word) for word in super()._offices_in(title)]  # “his guest” is “the guest”

    def _tells(self, word: Token) -> bool:
        return super()._tells(word) and not epithets.OF_LATE.fullmatch(word.text)

    def _people(self, mentions: list[Mention]) -> list[epithets.Person]:
        """The last of some mentions, as epithets are compared with them."""
        return [
            epithets.Person(one.at, one.name, self._genders.get(one.name, ""), bool(self._titles.get(one.name)))
            for one in mentions[-MANY:]
        ]
