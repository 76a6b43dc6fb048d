"""Whom an English or French text means: by titles that call people again, given names, articles and elimination."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from db.speech import gender, latin_epithets, latin_given_names, phrases
from db.speech.lexicon import Lexicon
from db.speech.memory import LIKELY, MANY, Memory
from db.speech.mentions import Asked, Mention, Resolved
from db.speech.shapes import NAMED, TITLED, Speaker, moved_speaker
from db.speech.tokens import Token

_IS_CALLED = re.compile(
    r"\s+(?:(?:was|is)\s+(?:called|named)|s[’']appel(?:le|ait)|se\s+nomm(?:e|ait)|(?:est|était)\s+prénommée?)\s+(?=[A-ZÀ-Þ])"
)
_TOGETHER = re.compile(r"\b([A-ZÀ-Þ]\w+)\s+(?:and|et)\s+([A-ZÀ-Þ]\w+)\s+([A-ZÀ-Þ][\w-]+)")
"""“The brothers Anton and Viktor Brandt”"""
_NICKNAMED = re.compile(r"\b([A-ZÀ-Þ]\w+)\s\ue000{4,40}\s([A-ZÀ-Þ][\w-]+)")
"""A name with another in quotation marks inside: “Ron ‘Rocket’ Brandt”."""
_OF_NATION = re.compile(r"\w{3,}(?:ien|ienne|ais|aise|ois|oise|ain|aine)s?(?<!capitaine)")
"""French words inside a title that tell of which state it is: “la ministre ardanienne des Affaires étrangères”."""
_HOLDS = re.compile(
    r"\s*,?\s*(?:(?:has|had)\s+(?:held|occupied|filled|been\s+in|done)|held|occupied|holds)\s+(?:the|that|this)\s+(?:post|job|office|"
    r"position|role|seat)|\s*,?\s*(?:\w+\s+)?(?:occup\w+|tenait|exerçait|exerce)\s+(?:ce|cette|le|la)\s+(?:\w+\s+)?(?:poste|"
    r"fonctions?|siège|charge)",
    re.IGNORECASE,
)
"""Words that tell that a person has an office that was named before."""


class LatinMemory(Memory):
    """The people of one English or French text."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        self._full: set[str] = set()
        self._spoken: set[str] = set()
        self._shown, self._starts = "", 0
        self._office: Speaker | None = None
        super().__init__(lex, names, text)

    def scan(self, text: str, at: int) -> None:
        self._shown, self._starts, self._office = text, at, None
        super().scan(text, at)

    def _named_in(self, piece: re.Match[str], at: int, end: int) -> list[Speaker]:
        """Whom a piece names, and names in parts besides: “Anton and Viktor Brandt”, “Ron ‘Rocket’ Brandt”."""
        named = super()._named_in(piece, at, end)
        self._office = self._office or next((one for one in named if one.how == TITLED), None)
        for nick in _NICKNAMED.finditer(piece.string, piece.start(), piece.end() + 40):
            self.note(Speaker(NAMED, f"{nick[1]} {nick[2]}", "", (at + nick.start(), at + nick.end())))
        for pair in _TOGETHER.finditer(piece[0]):
            start = at + piece.start()
            if latin_given_names.is_given(pair[1]):
                span = start + pair.start(1), start + pair.end(1)
                self.note(Speaker(NAMED, f"{pair[1]} {pair[3]}", "", span))
        return named

    def _take_in(self, one: Speaker) -> None:
        super()._take_in(self._told_behind(one))

    def _told_behind(self, one: Speaker) -> Speaker:
        """Somebody with the name or the office that the words behind tell: “Ada Brandt has held the post since …”."""
        text, at = self._shown, self._starts
        if one.name and self._office and _HOLDS.match(text, one.span[1] - at):
            return one._replace(title=self._office.title)
        called = _IS_CALLED.match(text, one.span[1] - at) if one.how == TITLED else None
        if called:  # “My first teacher was called Mrs Brandt”
            found = phrases.read(self._lex, text[called.end() :], self.known, whole=False, anybody=True)
            return moved_speaker(found, called.end() + at)._replace(title=one.title) if found and found.name else one
        return one

    def _note_first(self, name: str, at: int) -> None:
        """Somebody named in full may be called by the first name."""
        first, *more = name.split()
        if more:
            self._full.add(name)
            self._place(first.lower(), at, name)

    def _gender_of(self, speaker: Speaker, name: str) -> str:
        """What the words before a name or title, these themselves, or the given name tell."""
        at, end = speaker.span
        words = [
            place for one in (speaker.name, speaker.title) if one and (place := self._text.find(one, at, end)) >= 0
        ]
        before = self._text[max(0, at - 14) : min(words, default=at)]
        told = gender.by_words_before(self._lex.code, before)
        told = told or gender.of_person(self._lex.code, name, speaker.title)
        return told or gender.by_article(self._lex.code, before)

    def _gender_of_unnamed(self, speaker: Speaker, title: str) -> str:
        return super()._gender_of_unnamed(speaker, title) or self._gender_of(speaker, "")

    def _tells(self, word: Token) -> bool:
        """In French also of which state somebody is."""
        nation = self._lex.code == "fr" and word.is_word and _OF_NATION.fullmatch(word.key)
        return bool(nation) or super()._tells(word)

    def only_person(self) -> str:
        return next(iter(self._full)) if len(self._full) == 1 else ""

    def spoke(self, speaker: Speaker, who: Resolved, told: str = "") -> None:
        super().spoke(speaker, who, told)
        self._spoken.add(who.name)

    def takes_turn(self) -> None:
        if self._other:
            self.last, self._other, self.subject = self._other, self.last, None

    def _by_pronoun(self, words: str, at: int) -> Resolved:
        """Who spoke last, or was named last where nobody has; else the only person whom the text names."""
        wanted = gender.of_pronoun(self._lex.code, words) or gender.by_article(self._lex.code, words[:3])
        person = self._latter(words, at, wanted) or self._recent(at, wanted, persons=" " in words)
        if person and wanted and person.name:
            self._genders.setdefault(person.name, wanted)
        if person and not person.name:
            return Resolved("", person.title, 0.85)
        name = person.name if person else self.only_person()
        told = self._genders.get(name, "")
        fits = name and not (told and wanted and told != wanted)
        return Resolved(name, "", 0.85 if person else 0.6) if fits else Resolved("", "", 0.4)

    def _brings_in(self, speaker: Speaker) -> bool:
        return latin_epithets.is_indefinite(self._lex.code, self._text[slice(*speaker.span)])

    def _fitting(self, asked: Asked) -> list[Mention]:
        """Those named before who had an office of some kinds, else one for which a title is another word."""
        title, fitting = asked.title, super()._fitting(asked)
        unnamed = self.last and not self.last.name and title.lower() in self.last.title.lower()
        if not fitting and not unnamed:
            near = asked.before[-5 * MANY :]
            fitting = [one for one in near if latin_epithets.are_alike(title, self.title_of(one.name).title)]
        return fitting

    def _called_again(self, asked: Asked) -> Resolved | None:
        """Who spoke without a name and was called so, also when others spoke since."""
        again = super()._called_again(asked)
        title = asked.title.lower()
        if again or (self.last and not self.last.name and title in self.last.title.lower()):
            return again
        spoke = [one for one in self._unnamed_spoke[:MANY] if title in one.title.lower()]
        return Resolved("", spoke[0].title, 0.8) if spoke else None

    def _by_nearness(self, asked: Asked) -> Resolved | None:
        """Whom the sentence before is about, or whom a title calls again who was named without one."""
        near = super()._by_nearness(asked)
        if near:
            return near
        title, shown = asked.title, self._text[slice(*asked.span)]
        placed = bool(self._stems(title))
        if not latin_epithets.may_be(self._lex.code, shown, title, asked.kinds, placed=placed):
            return None
        return self._by_elimination(Speaker(TITLED, "", title, asked.span), asked.at)

    def _by_elimination(self, speaker: Speaker, at: int) -> Resolved | None:
        """Who spoke last, or the only one named before, among those to whom the text gives no title."""
        told = self._gender_of(speaker, "")
        place = bisect_left(self._mentions, (at,))
        before = [one for one in (self.subject, self.last) if one and at - one.at < latin_epithets.NEAR]
        named = self._mentions[bisect_left(self._mentions, (at - latin_epithets.FAR,)) : place]
        if latin_epithets.contrasts(self._lex.code, self._text[speaker.span[1] : speaker.span[1] + 120]):
            named = [one for one in named if self.last is None or one.name != self.last.name]
            before = []
        named = [one for one in named if one.name in self._spoken or not before]
        for one in (*before, *({one.name: one for one in named}.values() if self._only(named, told) else ())):
            general = latin_epithets.is_general(speaker.title)
            if one.name and (self._may_be_called(one.name, told) or (general and self._genders.get(one.name) == told)):
                return Resolved(one.name, speaker.title, LIKELY)
        fitting = {one.name for one in named if " " in one.name and self._genders.get(one.name, told) in (told, "")}
        fitting = fitting if told else {one.name for one in named if " " in one.name}
        alone = len(fitting) == 1 and latin_epithets.is_general(speaker.title)
        return Resolved(fitting.pop(), speaker.title, LIKELY) if alone else None

    def _only(self, named: list[Mention], told: str) -> bool:
        """Whether one person may be meant; where nobody has spoken yet, whom a text names first is."""
        names = {one.name for one in named if " " in one.name and self._may_be_called(one.name, told)}
        return len(names) == 1 or (len(names) == 2 and self.last is None)

    def _may_be_called(self, name: str, told: str) -> bool:
        """Whether somebody has no title, and no other gender than the one that is told."""
        own = self._genders.get(name, "")
        return not self._has_title(name) and not (told and own and told != own)
