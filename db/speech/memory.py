"""Whom a text means: so that a surname, a title alone or a pronoun leads to a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from db.speech import about, bare_names, epithets, gender, things, turkish_names
from db.speech.lexicon import Lexicon
from db.speech.mentions import (
    GENERIC,
    Asked,
    Mention,
    Mentions,
    Resolved,
)
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, UNKNOWN, Speaker, moved_speaker
from db.speech.subjects import subject_after
from db.speech.tokens import offices

NEAR = 1500  # characters back to which a pronoun may point
FARTHEST = 500  # mentions back or on to which a title may point
MANY = 12  # mentions back to which a pronoun may point
_MANIFOLD = frozenset({"official", "somebody", "trade", "kin"})
"""Kinds that hold many offices."""
LIKELY = 0.7  # how sure it is that a title alone means who was named last
CLOSE = 400  # characters back to which a word such as “the politician” may point


class Memory(Mentions):
    """The people of one text, and who of them spoke last."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """`names` are those of people who are known beforehand, whether the text names them in full or not."""
        super().__init__(lex, names, text)
        self.last: Mention | None = None
        """Who spoke last, by name or by a title or institution alone."""
        self.subject: Mention | None = None

    def spoke(self, speaker: Speaker, who: Resolved, told: str = "") -> None:
        """Remember who spoke last; the verb tells the gender of somebody whom the text never names."""
        self.last = self._mention(speaker, who)
        if self.last and told and not self.last.name:
            self.last = self.last._replace(gender=told)
        if speaker.how == INSTITUTION:
            self._bodies.spoke = who.title

    def takes_turn(self) -> None:
        """Take in that in a dialogue behind dashes the other of two speaks now, in languages that have such."""

    def begins(self, sentence: str, at: int, *, spoke: bool) -> None:
        """Remember whom a sentence is about: a pronoun in the next one points to that person first.

        That is whom it begins with, else whom it names last. Of one in which somebody `spoke` that is known already.
        """
        if spoke or not self._lex.cased:
            self.subject = None if spoke or self._lex.code != "ar" else self._doing(sentence, at)
            return
        shown = sentence.lstrip()
        at += len(sentence) - len(shown)
        subject = about.begun(self._lex, shown, self.known)
        if subject and subject.how == POINTED:
            return
        self.subject = None
        subject = subject or about.later(self._lex, shown, self.known, lambda: self._bare(shown))
        if subject and (subject.how in (NAMED, TITLED) or (subject.how == INSTITUTION and self._lex.code != "ru")):
            self.subject = self._mention(moved_speaker(subject, at), self.resolve(moved_speaker(subject, at), at))

    def _doing(self, sentence: str, at: int) -> Mention | None:
        """Who does what an Arabic sentence tells, behind its first verb: “A mother sat in the corridor.”"""
        verb = epithets.VERB.match(sentence)
        found = subject_after(self._lex, sentence[verb.end() :], self.known, anybody=False) if verb else None
        if verb is None or found is None or not (found.how == TITLED or (found.how == NAMED and found.title)):
            return None
        found = moved_speaker(found, at + verb.end())
        who = self.resolve(found, at)
        return self._mention(found, who) if who.name or epithets.is_somebody(who.title) else None

    def _bare(self, sentence: str) -> Speaker | None:
        """The surname alone that a sentence is about; a first word is none while another is known to speak."""
        found = bare_names.subject(self._lex, sentence)
        if found is None or (self.last and not found[1] and found[0].name.lower() not in self.known):
            return None
        self.known.setdefault(found[0].name.lower(), [])
        return found[0]

    def _mention(self, speaker: Speaker, who: Resolved) -> Mention | None:
        if not (who.name or who.title):
            return None
        told = self._genders.get(who.name, "") if who.name else self._gender_of_unnamed(speaker, who.title)
        kinds = frozenset[str]() if who.name else frozenset(offices(self._lex, who.title))
        return Mention(speaker.span[0], who.name, kinds, frozenset(), who.title, told)

    def _gender_of_unnamed(self, speaker: Speaker, title: str) -> str:
        return gender.of_unnamed(self._lex.code, speaker.how, title)

    def resolve(self, speaker: Speaker, at: int, told: str = "", *, early: bool = False) -> Resolved:
        """Whom a speaker at a place of the text is.

        `told` is the gender that the verb tells; `early` says that the speaker stands before it.
        """
        speaker = things.restored(speaker, self._text)
        if speaker.how == NAMED:
            known = speaker.title or speaker.name.lower() in self.known
            body = "" if known else self._bodies.called(speaker.name)
            name = "" if body else self._fullest(self._in_nominative(speaker), at)
            if told:
                self._genders[name] = told
            return Resolved(name, body or speaker.title, 0.8 if body else 1.0)
        if speaker.how == TITLED:
            return self._by_title(speaker, at, told, early=early)
        if speaker.how == POINTED:
            return self._by_pronoun(speaker.title, at)
        title = self._whole.get(speaker.title.lower(), speaker.title)
        if speaker.how == INSTITUTION:
            return Resolved("", self._bodies.meant(title, at), 0.8)
        return Resolved("", title, 0.8 if speaker.how != UNKNOWN else 0.5)

    def _by_pronoun(self, words: str, at: int) -> Resolved:
        """Who spoke last, or was named last where nobody has."""
        if self._lex.code == "ar" and words in epithets.ORDERED:
            return Resolved(epithets.ordered(words, self._people(self._before(at))), "", 0.75)
        wanted = gender.of_pronoun(self._lex.code, words)
        person = self._recent(at, wanted)
        if person and person == self.last and self._lex.code == "ar" and epithets.TO_HIM.fullmatch(words):
            others = (one for one in reversed(self._before(at)) if one.name != person.name)
            agreeing = (one for one in others if self._genders.get(one.name, wanted) == wanted)
            person = next(agreeing, person)  # “she interrupted him”: not who spoke last
        if person and wanted and person.name:
            self._genders.setdefault(person.name, wanted)
        if person and not person.name:
            return Resolved("", person.title, 0.85)
        return Resolved(person.name, "", 0.85) if person else Resolved("", "", 0.4)

    def others_between(self, first: int, last: int, name: str) -> bool:
        """Whether a stretch of the text names or is about somebody else."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        about = self.subject.name != name if self.subject else False
        return about or any(one.name != name for one in self._mentions[lowest:highest])

    def _recent(self, at: int, wanted: str = "", *, persons: bool = False) -> Mention | None:
        """Who spoke last, or was named last where nobody has spoken nearby; of the gender that is wanted.

        With `persons` institutions are passed over.
        """
        place = bisect_left(self._mentions, (at,))
        spoke = [one for one in (self.subject, self.last) if one]
        for one in (*spoke, *reversed(self._mentions[max(0, place - MANY) : place])):
            own = self._genders.get(one.name, "") or one.gender
            if wanted == gender.THING and own != wanted:
                continue
            if persons and not one.name and self._lex.institutions.search(one.title):
                continue
            if at - one.at < NEAR and not (own and wanted and own != wanted):
                return one
        found = self._unnamed.last(wanted, at)
        if found is None:
            return None
        who = Resolved("", found.title, 0.5)
        unnamed = Speaker(TITLED, "", found.title, (found.at, found.at))
        who = who if epithets.is_somebody(found.title) else self._by_title(unnamed, found.at)
        return Mention(found.at, who.name, frozenset(), frozenset(), who.title, found.gender)

    def _named_last(self, at: int) -> Mention | None:
        place = bisect_left(self._mentions, (at,))
        found = self._mentions[place - 1] if place else None
        return found if found and at - found.at < NEAR else None

    def _by_title(self, speaker: Speaker, at: int, gender_told: str = "", *, early: bool = False) -> Resolved:
        """The last before a place who had that office; else who spoke or was named last, unless known by another."""
        title = speaker.title
        told = turkish_names.EPITHET.match(title) if self._lex.code == "tr" else None
        bare_title = title[told.end() :] if told else title
        kinds, stems = offices(self._lex, bare_title), self._stems(bare_title)
        place = bisect_left(self._mentions, (at,))
        before = self._mentions[max(0, place - FARTHEST) : place]
        before = [one for one in before if not self._contradicts(one, gender_told)]
        found = self._addressed(title, before) or self._holder(title, at, kinds, stems, before)
        if found:
            return found
        if told and self.last:
            return Resolved(self.last.name, title if self.last.name else self.last.title, 0.7)
        asked = Asked(title, kinds, at, gender_told, early, speaker.span)
        near = self._called_again(asked) or self._by_nearness(title, kinds, at) or self._again(asked)
        if near:
            return near
        later = {
            one.name
            for one in self._mentions[place : place + FARTHEST]
            if one.offices & kinds and self._agree(title, stems, one, kinds)
        }
        later = later or self._only_woman(title, place)
        return Resolved(later.pop(), title, 0.75) if len(later) == 1 else self._without_name(asked)

    def _addressed(self, title: str, before: list[Mention]) -> Resolved | None:
        """Who is meant by a form of address, “Nevzat Paşa … dedi paşa”, or stands across from another, “her host”."""
        if self._lex.code == "tr" and title in turkish_names.ADDRESS:
            called = next((one for one in reversed(before) if one.name.lower().endswith(f" {title}")), None)
            return Resolved(called.name, title, 0.9) if called else None
        other = epithets.peer(title, self._people(before)) if self._lex.code == "ar" else ""
        return Resolved(other, title, 0.75) if other else None

    def _holder(
        self, title: str, at: int, kinds: set[str], stems: frozenset[str], before: list[Mention]
    ) -> Resolved | None:
        """Who of those named before had an office; in Arabic also who was told by it before and has no name."""
        fitting = self._fitting(title, kinds, stems, before)
        names = {one.name for one in fitting}
        if len(names) > 1:  # “the Secretary” is no minister, where one is called so
            heads = self._heads(title)
            fitting = [one for one in fitting if heads & self._own_heads.get(one.name, frozenset())] or fitting
        if fitting:
            return Resolved(fitting[-1].name, title, 0.95 if len({one.name for one in fitting}) == 1 else 0.8)
        unnamed = self._unnamed.holder(title, at) if self._lex.code == "ar" else ""
        return Resolved("", unnamed, 0.8) if unnamed else None

    def _fitting(self, title: str, kinds: set[str], stems: frozenset[str], before: list[Mention]) -> list[Mention]:
        """Those named before who had an office of some kinds."""
        fitting = [one for one in before if one.offices & kinds and self._agree(title, stems, one, kinds)]
        if self._lex.code == "ar":
            fitting = [one for one in fitting if epithets.agrees(title, self._genders.get(one.name, ""))]
        return fitting

    def _again(self, asked: Asked) -> Resolved | None:
        """Whom an Arabic text calls by a word that it has not used before."""
        title, at = asked.title, asked.at
        if self._lex.code != "ar":
            return None
        last = self.last
        if last and not last.name and epithets.goes_on(title, last.title) and at - last.at < CLOSE:
            return Resolved("", last.title, LIKELY)
        again = epithets.meant(title, at, self._people(self._before(at)), self.last.name if self.last else "")
        return Resolved(again, title, LIKELY) if again else None

    def _contradicts(self, one: Mention, told: str) -> bool:
        """Whether somebody is known to have another gender than a verb or title tells."""
        own = self._genders.get(one.name, "") or one.gender
        return bool(told and own and told != own)

    def _without_name(self, asked: Asked) -> Resolved:
        """Who holds an office that the text gives nobody: the title alone tells."""
        return Resolved("", asked.title, 0.85)

    def _called_again(self, asked: Asked) -> Resolved | None:
        """Who was named last, when a title may be anybody's: “the politician”; or who spoke without a name."""
        title, kinds, at = asked.title, asked.kinds, asked.at
        unnamed = self.last if self.last and not self.last.name else None
        if kinds == {"official"} and GENERIC.fullmatch(title.strip().lower()):
            near = unnamed or self._named_last(at)
            if near and at - near.at < CLOSE:
                return Resolved(near.name, title if near.name else near.title, 0.7)
        return Resolved("", unnamed.title, 0.8) if unnamed and self._is_called(unnamed, title) else None

    def _is_called(self, one: Mention, title: str) -> bool:
        """Whether somebody was called by a title before."""
        return title.lower() in one.title.lower()

    def _by_nearness(self, title: str, kinds: set[str], at: int) -> Resolved | None:
        """Whom the sentence before is about, when the text has no other title of that person."""
        about = (self.subject,) if self._lex.cased else (self._named_last(at), self._recent(at))
        for one in about if "kin" not in kinds else ():
            own = self._genders.get(one.name, "") if one else ""
            told = gender.of_person(self._lex.code, "", title) if own else ""
            if one and not self._lex.cased and "\n" in self._text[max(one.at, at - NEAR) : at]:
                continue
            if one and one.name and not self._has_title(one.name) and not (told and own != told):
                return Resolved(one.name, title, LIKELY)
        return None

    def _only_woman(self, title: str, place: int) -> set[str]:
        """The one woman near a place whom an Arabic title may mean, if the text gives her no office; else nobody."""
        if self._lex.code != "ar" or epithets.gender_of(title) != gender.WOMAN:
            return set()
        near = self._mentions[max(0, place - FARTHEST) : place + FARTHEST]
        women = {one.name for one in near if self._genders.get(one.name) == gender.WOMAN}
        return {name for name in women if not self._titles.get(name)} if len(women) == 1 else set()

    def _people(self, mentions: list[Mention]) -> list[epithets.Person]:
        """The last of some mentions, as epithets are compared with them."""
        return [
            epithets.Person(one.at, one.name, self._genders.get(one.name, ""), bool(self._titles.get(one.name)))
            for one in mentions[-MANY:]
        ]

    def _before(self, at: int) -> list[Mention]:
        """The last mentions before a place."""
        place = bisect_left(self._mentions, (at,))
        return self._mentions[max(0, place - MANY) : place]

    def _agree(self, title: str, stems: frozenset[str], one: Mention, kinds: set[str]) -> bool:
        """Whether a title goes with what else the text says of a person; “director” alone says too little."""
        own = self._said.get(one.name, frozenset())
        if kinds <= _MANIFOLD:
            same = bool(self._heads(title) & self._own_heads.get(one.name, frozenset()))
            return (
                (same and (stems == one.stems or not stems))
                or bool(stems & own)
                or title.lower() in self.title_of(one.name).title.lower()
            )
        return not stems or not own or bool(stems & own)
