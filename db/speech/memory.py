"""Whom a text means: so that a surname, a title alone or a pronoun leads to a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from db.speech import about, bare_names, gender, phrases, things
from db.speech.lexicon import NEVER, Lexicon
from db.speech.mentions import (
    DIPLOMAT,
    DIPLOMATS,
    FARTHEST,
    FORMER,
    GENERIC,
    Asked,
    Mention,
    Resolved,
    is_part,
)
from db.speech.rivals import NEAR, Rivals, is_same
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, UNKNOWN, Speaker, moved_speaker
from db.speech.tokens import offices, tokens

MANY = 12  # mentions back to which a pronoun may point
MANIFOLD = frozenset({"official", "somebody", "trade", "kin"})
"""Kinds that hold many offices."""
LIKELY = 0.7  # how sure it is that a title alone means who was named last
LATTER = re.compile(
    r"(?:the|this|that) latter|ce dernier|cette dernière|celui-ci|celle-ci|letzterer?|dieser?|тот|та", re.IGNORECASE
)
"""Words that point to whom a text names last, and to nobody whom it is about."""
CLOSE = 400  # characters back to which a word such as “the politician” may point


class Memory(Rivals):
    """The people of one text, and who of them spoke last."""

    _one = NEVER
    """How words begin that bring somebody in."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """`names` are those of people who are known beforehand, whether the text names them in full or not."""
        super().__init__(lex, names, text)
        self.last: Mention | None = None
        """Who spoke last, by name or by a title or institution alone."""
        self.subject: Mention | None = None
        self._other: Mention | None = None
        self._brought_in = set[str]()
        self._doubted: tuple[str, ...] = ()
        """Who else it may have been that spoke last."""
        self._unnamed_spoke: list[Mention] = []

    def spoke(self, speaker: Speaker, who: Resolved, told: str = "") -> None:
        """Remember who spoke last; the verb tells the gender of somebody whom the text never names."""
        before, self.last, self._doubted = self.last, self._mention(speaker, who), who.others
        if before and (before.name != who.name or not (who.name or before.title == who.title)):
            self._other = before
        if self.last and told and not self.last.name:
            self.last = self.last._replace(gender=told)
        if self.last and not who.name and speaker.how == TITLED:
            self._unnamed_spoke = [self.last, *self._unnamed_spoke[:MANY]]
        if speaker.how == INSTITUTION:
            self._bodies.spoke = who.title

    def takes_turn(self) -> None:
        """Take in that in a dialogue behind dashes the other of two speaks now, in languages that have such."""

    def begins(self, sentence: str, at: int, *, spoke: bool) -> None:
        """Remember whom a sentence is about: a pronoun in the next one points to that person first.

        That is whom it begins with, else whom it names last; one that names nobody is about whom the text was before:
        “Ada met Ove. It rained. She said …” Of one in which somebody `spoke` that is known already.
        """
        before = self.subject
        self.subject = None if spoke else self._about(sentence, at)
        if before and not spoke and self.subject is None and not self._names_anybody(sentence, at):
            self.subject = before

    def _names_anybody(self, sentence: str, at: int) -> bool:
        """Whether a sentence has anybody in it, by name, by title, or by a word by which a text calls somebody."""
        first, last = (bisect_left(self._mentions, (place,)) for place in (at, at + len(sentence)))
        known = first < last or any(word.key in self.known for word in tokens(self._lex, sentence))
        return known or any(True for _ in phrases.everyone(self._lex, sentence))

    def _about(self, sentence: str, at: int) -> Mention | None:
        """Whom a sentence is about."""
        shown = sentence.lstrip()
        at += len(sentence) - len(shown)
        subject = self._leading(shown)
        if subject and subject.how == POINTED:
            return self.subject
        self.subject = None
        subject = subject or about.later(self._lex, shown, self.known, lambda: self._bare(shown))
        if subject and (subject.how in (NAMED, TITLED) or (subject.how == INSTITUTION and self._lex.code != "ru")):
            return self._mention(moved_speaker(subject, at), self.resolve(moved_speaker(subject, at), at))
        return None

    def _leading(self, shown: str) -> Speaker | None:
        """Whom a sentence begins with, if that is its subject."""
        return about.begun(self._lex, shown, self.known)

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
        """What a text tells of the gender of somebody who has no name in it."""
        return gender.of_unnamed(self._lex.code, speaker.how, title)

    def resolve(self, speaker: Speaker, at: int, told: str = "", *, early: bool = False) -> Resolved:
        """Whom a speaker at a place of the text is, and who else that may be.

        `told` is the gender that the verb tells; `early` says that the speaker stands before it.
        """
        who = self._meant(things.restored(speaker, self._text), at, told, early=early)
        who = who._replace(new=not who.name and who.title in self._brought_in)
        if speaker.how == POINTED:
            return who._replace(others=self._pointed_at_too(speaker, who, at))
        return who._replace(others=self.namesakes(speaker, who.name, at, told)) if speaker.how == NAMED else who

    def _pointed_at_too(self, speaker: Speaker, who: Resolved, at: int) -> tuple[str, ...]:
        """To whom else a pronoun may point."""
        wanted = gender.of_pronoun(self._lex.code, speaker.title)
        if wanted == gender.THING or not (who.name or who.title) or LATTER.fullmatch(speaker.title):
            return ()
        same = self.last is not None and (self.last.name or self.last.title) == (who.name or who.title)
        spoke_at = self.last.at if self.last and same else None
        before = self._doubted if same else ()
        others = dict.fromkeys((*before, *self.rivals(who.name, spoke_at, at, wanted)))
        return tuple(others | dict.fromkeys(self._titled_near(who.name, at, wanted)))

    def _titled_near(self, name: str, at: int, wanted: str) -> Iterator[str]:
        """The names of others whom the sentence before a place, or what stands before it in its own, calls by title."""
        first, last = (bisect_left(self._titled_at, (place,)) for place in (self._sentence(at, 1), at))
        for place, one in self._titled_at[first:last]:
            found = self._by_title(one, place).name
            if found and not is_same(found, name) and not (wanted and self._genders.get(found, wanted) != wanted):
                yield found

    def unsaid(self, name: str, spoke_at: int | None, at: int) -> tuple[str, ...]:
        """Who else may speak words by which nothing says who does: also who spoke last, whom somebody answers."""
        last = self.last.name if self.last and at - self.last.at < NEAR else ""
        others = self.rivals(name, spoke_at, at)
        return tuple(dict.fromkeys((*others, last))) if last and not is_same(last, name) else others

    def _meant(self, speaker: Speaker, at: int, told: str, *, early: bool) -> Resolved:
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
        wanted = gender.of_pronoun(self._lex.code, words)
        return self._pointed_at(self._latter(words, at, wanted) or self._recent(at, wanted), wanted)

    def _latter(self, words: str, at: int, wanted: str) -> Mention | None:
        """Whom a text named last before a word such as “the latter”, with a name or without."""
        named = self.latest(at, wanted) if LATTER.fullmatch(words) else None
        unnamed = (one for one in (self.subject, self.last) if one and not one.name)
        later = (one for one in unnamed if named and one.at > named.at and not self._contradicts(one, wanted))
        return max(later, key=lambda one: one.at, default=named)

    def _pointed_at(self, person: Mention | None, wanted: str) -> Resolved:
        """Somebody to whom a pronoun points, which may tell the gender."""
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
        spoke = [one for one in (self.subject, self.last) if one]
        for one in (*spoke, *reversed(self._named_before(at, MANY))):
            own = self._genders.get(one.name, "") or one.gender
            if wanted == gender.THING and own != wanted:
                continue
            if persons and not one.name and self._lex.institutions.search(one.title):
                continue
            if at - one.at < NEAR and not (own and wanted and own != wanted):
                return one
        return None

    def _named_last(self, at: int) -> Mention | None:
        found = next(iter(self._named_before(at, 1)), None)
        return found if found and at - found.at < NEAR else None

    def _by_title(self, speaker: Speaker, at: int, gender_told: str = "", *, early: bool = False) -> Resolved:
        """The last before a place who had that office; else who spoke or was named last, unless known by another."""
        title = speaker.title
        if self._brings_in(speaker):
            self._brought_in.add(title)
            return Resolved("", title, 0.85)
        bare_title = self._without_epithet(title)
        kinds, stems = offices(self._lex, bare_title), self._stems(bare_title)
        before = [one for one in self._named_before(at, FARTHEST) if not self._contradicts(one, gender_told)]
        asked = Asked(title, kinds, stems, at, before, gender_told, early, speaker.span)
        found = self._holder(asked) or self._called_again(asked) or self._by_nearness(asked)
        if found:
            return found if found.others or not found.name else found._replace(others=self._called_too(found, asked))
        later = self._named_later(asked)
        return Resolved(later.pop(), title, 0.75) if len(later) == 1 else self._without_name(asked)

    def _brings_in(self, speaker: Speaker) -> bool:
        """Whether a title brings in somebody of whom was not told before: “a minister”."""
        return bool(self._one.match(self._text, speaker.span[0]))

    def _called_too(self, found: Resolved, asked: Asked) -> tuple[str, ...]:
        """Whom else a title may mean that the text gave nobody: who has no other office, or “the diplomat”: anybody."""
        if found.name in {one.name for one in Memory._fitting(self, asked)}:  # not by another word for it
            return ()
        told = asked.told or gender.of_person(self._lex.code, "", asked.title)
        spoke_at = self.last.at if self.last and self.last.name == found.name else None
        others = self.rivals(found.name, spoke_at, asked.at, told)
        anybody = GENERIC.fullmatch(asked.title.strip().lower()) or DIPLOMAT.search(asked.title)
        return tuple(one for one in others if anybody or not self._has_title(one))

    def _named_later(self, asked: Asked) -> set[str]:
        """Who of those named behind a title alone has the office."""
        place = bisect_left(self._mentions, (asked.at,))
        later = self._mentions[place : place + FARTHEST]
        return {one.name for one in later if one.offices & asked.kinds and self._agree(asked, one)}

    def _without_epithet(self, title: str) -> str:
        """A title without words that tell age or mood and no office."""
        return title

    def _holder(self, asked: Asked) -> Resolved | None:
        """Who of those named before had an office."""
        title, fitting = asked.title, self._fitting(asked)
        names = {one.name for one in fitting}
        if len(names) > 1:  # “the Secretary” is no minister, where one is called so
            heads = self._heads(title)
            fitting = [one for one in fitting if heads & self._own_heads.get(one.name, frozenset())] or fitting
        if not FORMER.search(title):  # “the mayor” is no former one, where both are named
            fitting = [one for one in fitting if not FORMER.search(self.title_of(one.name).title)] or fitting
        if not fitting:
            return None
        name, others = fitting[-1].name, self._others_of(fitting, asked.at)
        return Resolved(name, title, 0.95 if len({one.name for one in fitting}) == 1 else 0.8, others)

    def _others_of(self, fitting: Sequence[Mention], at: int) -> tuple[str, ...]:
        """Those of some people that were named nearby, without the last of them."""
        near = (one.name for one in reversed(fitting) if at - one.at < NEAR)
        return tuple(one for one in dict.fromkeys(near) if not is_same(one, fitting[-1].name))

    def _fitting(self, asked: Asked) -> list[Mention]:
        """Those named before who had an office of the kinds of a title."""
        return [one for one in asked.before if one.offices & asked.kinds and self._agree(asked, one)]

    def _spoke_last(self) -> Mention | None:
        """Who spoke last, if a word that may be said of anybody is rather said of that person."""
        return None

    def _without_name(self, asked: Asked) -> Resolved:
        """Who holds an office that the text gives nobody: the title alone tells."""
        return Resolved("", asked.title, 0.85)

    def _called_again(self, asked: Asked) -> Resolved | None:
        """Who was named last, when a title may be anybody's: “the politician”; or who spoke without a name."""
        title, kinds, at = asked.title, asked.kinds, asked.at
        unnamed = self.last if self.last and not self.last.name else None
        called = unnamed is not None and self._is_called(unnamed, title)
        sent = [one for one in asked.before if one.offices & DIPLOMATS]
        diplomats = sent if DIPLOMAT.search(title) and not called else []
        if diplomats and kinds <= {"official", "envoy"} and at - diplomats[-1].at < NEAR:
            return Resolved(diplomats[-1].name, title, 0.8)
        if kinds == {"official"} and GENERIC.fullmatch(title.strip().lower()):
            near = unnamed or self._spoke_last() or self._named_last(at)
            if near and at - near.at < CLOSE:
                return Resolved(near.name, title if near.name else near.title, 0.7)
        same = next((one for one in self._unnamed_spoke if is_part(title, one.title)), None)
        unnamed = unnamed if called else same
        return Resolved("", unnamed.title, 0.8) if unnamed else None

    def _is_called(self, one: Mention, title: str) -> bool:
        """Whether somebody was called by a title before."""
        return title.lower() in one.title.lower()

    def _by_nearness(self, asked: Asked) -> Resolved | None:
        """Whom the sentence before is about, when the text has no other title of that person."""
        return self._untitled_of([self.subject] if self.subject else [], asked)

    def _untitled_of(self, near: Iterable[Mention], asked: Asked) -> Resolved | None:
        """The first of some people to whom the text gives no office, if a title may mean that person."""
        for one in near if "kin" not in asked.kinds else ():
            own = self._genders.get(one.name, "")
            told = gender.of_person(self._lex.code, "", asked.title) if own else ""
            if one.name and not self._has_title(one.name) and not (told and own != told):
                return Resolved(one.name, asked.title, LIKELY)
        return None

    def _agree(self, asked: Asked, one: Mention) -> bool:
        """Whether a title goes with what else the text says of a person; “director” alone says too little."""
        title, stems, own = asked.title, asked.stems, self._said.get(one.name, frozenset())
        if one.offices & asked.kinds <= MANIFOLD:
            same = bool(self._heads(title) & self._own_heads.get(one.name, frozenset()))
            return (
                (same and (stems == one.stems or not stems))
                or bool(stems & own)
                or title.lower() in self.title_of(one.name).title.lower()
            )
        return not stems or not own or bool(stems & own)
