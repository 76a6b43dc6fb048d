"""Whom a text means: so that a surname, a title alone or a pronoun leads to a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from db.speech import (
    bare_names,
    epithets,
    gender,
    phrases,
    things,
    turkish_names,
)
from db.speech.lexicon import Lexicon
from db.speech.mentions import Mention, Mentions, moved_speaker
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, UNKNOWN, Span, Speaker
from db.speech.subjects import subject_after
from db.speech.tokens import offices

NEAR = 1500  # characters back to which a pronoun may point
FARTHEST = 500  # mentions back to which a title may point
MANY = 12  # mentions back to which a pronoun may point
_MANIFOLD = frozenset({"official", "trade", "kin"})
"""Kinds that hold many offices."""
LIKELY = 0.7  # how sure it is that a title alone means who was named last
CLOSE = 400  # characters back to which a word such as “the politician” may point
_GENERIC = re.compile(
    r"(?:the |this |l[ea] |ce |cette |der |die |bu |هذا |هذه |این )?(?:[^ ]*(?:politician|diplomat|lawmaker|"
    r"official|politique|politiker|"
    r"diplomatin)|députée?|diplomate|responsable|abgeordneter?|politikerin|(?:политик|депутат|дипломат|"
    r"чиновник|парламентари|сенатор|эксперт|собеседник|политолог|аналитик|старик|исследовател)(?:[аийья]|ом|"
    r"ем)?|чиновница|"
    r"собеседница|учёный|писатель(?:ница)?|(?:ال)?(?:مسؤول|دبلوماسي|نائب|سياسي|شاعر|خبير)ة?|مقام|دیپلمات|"
    r"سیاستمدار|کارشناس|نماینده)",
)
_CAME = re.compile(r"\b(?:when|quand|lorsque|als)\s+")
_POINTED = re.compile(r"\b(?:she|he|elle|il)\s+(?!y\b|faut\b|est\s+\w+\s+que\b)[^\W\d_]")
_OF = re.compile(r"\b(?:of|d[eu]|des|d[’']|de\s+la|de\s+l[’'])\s*$")
_OWNING = re.compile(r"[’']s?$")


class Resolved(NamedTuple):
    """Whom a speaker turned out to be, and how sure that is, from 0 to 1."""

    name: str
    title: str
    sure: float


class Memory(Mentions):
    """The people of one text, and who of them spoke last."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        super().__init__(lex, names, text)
        self.last: Mention | None = None
        """Who spoke last, by name or by a title or institution alone."""
        self.subject: Mention | None = None
        self._other: Mention | None = None
        self._unnamed: list[Mention] = []
        self._spoken: set[str] = set()

    def spoke(self, speaker: Speaker, who: Resolved) -> None:
        """Remember who spoke last."""
        before, self.last = self.last, self._mention(speaker, who)
        self._spoken.add(who.name)
        if self.last and not self.last.name and speaker.how != INSTITUTION:
            self._unnamed.append(self.last)
        if before and self.last and (before.name, before.title) != (self.last.name, self.last.title):
            self._other = before
        if speaker.how == INSTITUTION:
            self._bodies.spoke = who.title

    def takes_turn(self) -> None:
        """Take in that in a dialogue the other of two speaks now."""
        if self._other:
            self.last, self._other, self.subject = self._other, self.last, None

    def begins(self, sentence: str, at: int, *, spoke: bool) -> None:
        """Remember whom a sentence is about: a pronoun in the next one points to that person first.

        That is whom it begins with, else whom it names last. Of one in which somebody `spoke` that is known already.
        """
        if spoke or not self._lex.cased:
            self.subject = None
            return
        shown = sentence.lstrip()
        at += len(sentence) - len(shown)
        led = self._lex.code == "fr" and self._lex.adjuncts.match(shown)  # “Dans la cuisine de sa sœur, elle …”
        subject = None if led else subject_after(self._lex, shown, self.known, anybody=False)
        if subject and self._lex.code == "tr" and turkish_names.in_case(shown[slice(*subject.span)]):
            subject = None
        if subject and subject.how == POINTED:
            return
        self.subject = None
        came = None if subject else _CAME.search(shown)  # “It was late when Ada Brandt came in.”
        subject = subject or (phrases.read(self._lex, shown[came.end() :], self.known, whole=False) if came else None)
        if came and subject:
            subject = moved_speaker(subject, came.end()) if subject.how == NAMED else None
        subject = subject or self._past_adjunct(shown)
        subject = subject or self._bare(shown)
        if subject is None and self._lex.code in ("en", "fr") and _POINTED.search(shown):
            return
        subject = subject or phrases.later(self._lex, shown, self.known)
        named = [one for one in phrases.everyone(self._lex, shown) if not self._is_owner(shown, one.span)]
        subject = subject or next(iter(named[-1:]), None)
        if subject and (subject.how in (NAMED, TITLED) or (subject.how == INSTITUTION and self._lex.code != "ru")):
            self.subject = self._mention(moved_speaker(subject, at), self.resolve(moved_speaker(subject, at), at))

    def _is_owner(self, shown: str, span: Span) -> bool:
        """Whether somebody only owns what a sentence is about: “the instructions of Ada Brandt”."""
        owns = self._lex.code in ("en", "fr") and _OF.search(shown, 0, span[0])
        return bool(owns or _OWNING.search(shown[slice(*span)]))

    def _past_adjunct(self, sentence: str) -> Speaker | None:
        """Whom a sentence is about that begins with something else: “Asked by reporters, the envoy …”."""
        if not self._lex.adjuncts.match(sentence):
            return None
        for comma in [*re.finditer(r",\s+", sentence[:300])][:3]:
            found = subject_after(self._lex, sentence[comma.end() :], self.known, anybody=False)
            if found and found.how in (NAMED, TITLED, INSTITUTION) and found.span[0] <= 4:
                return moved_speaker(found, comma.end())
        return None

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
        told = (
            self._genders.get(who.name, "")
            if who.name
            else gender.of_unnamed(self._lex.code, speaker.how, who.title) or self._gender_of(speaker, "")
        )
        kinds = frozenset[str]() if who.name else frozenset(offices(self._lex, who.title))
        return Mention(speaker.span[0], who.name, kinds, frozenset(), who.title, told)

    def resolve(self, speaker: Speaker, at: int) -> Resolved:
        """Whom a speaker at a place of the text is."""
        speaker = things.restored(speaker, self._text)
        if speaker.how == NAMED:
            known = speaker.title or speaker.name.lower() in self.known
            body = "" if known else self._bodies.called(speaker.name)
            name = "" if body else self._fullest(self._in_nominative(speaker), at)
            return Resolved(name, body or speaker.title, 0.8 if body else 1.0)
        if speaker.how == TITLED:
            return self._by_title(speaker, at)
        if speaker.how == POINTED:
            return self._by_pronoun(speaker.title, at)
        title = self._whole.get(speaker.title.lower(), speaker.title)
        if speaker.how == INSTITUTION:
            return Resolved("", self._bodies.meant(title, at), 0.8)
        return Resolved("", title, 0.8 if speaker.how != UNKNOWN else 0.5)

    def _by_pronoun(self, words: str, at: int) -> Resolved:
        """Who spoke last, or was named last where nobody has."""
        wanted = gender.of_pronoun(self._lex.code, words) or gender.by_article(self._lex.code, words[:3])
        person = self._recent(at, wanted, persons=" " in words)
        if person and wanted and person.name:
            self._genders.setdefault(person.name, wanted)
        if person and not person.name:
            return Resolved("", person.title, 0.85)
        name = person.name if person else self.only_person()
        told = self._genders.get(name, "")
        fits = name and not (told and wanted and told != wanted)
        return Resolved(name, "", 0.85 if person else 0.6) if fits else Resolved("", "", 0.4)

    def others_between(self, first: int, last: int, name: str) -> bool:
        """Whether a stretch of the text names or is about somebody else."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        about = self.subject.name != name if self.subject else False
        return about or any(one.name != name for one in self._mentions[lowest:highest])

    def _recent(self, at: int, wanted: str = "", *, persons: bool = False) -> Mention | None:
        """Who spoke last, or was named last where nobody has spoken nearby; of the gender that is wanted."""
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
        return None

    def _named_last(self, at: int) -> Mention | None:
        place = bisect_left(self._mentions, (at,))
        found = self._mentions[place - 1] if place else None
        return found if found and at - found.at < NEAR else None

    def _by_title(self, speaker: Speaker, at: int) -> Resolved:
        """The last before a place who had that office; else who spoke or was named last, unless known by another."""
        title, shown = speaker.title, self._text[slice(*speaker.span)]
        if epithets.is_indefinite(self._lex.code, shown):
            return Resolved("", title, 0.85)
        told = turkish_names.EPITHET.match(title) if self._lex.code == "tr" else None
        bare_title = title[told.end() :] if told else title
        kinds, stems = offices(self._lex, bare_title), self._stems(bare_title)
        place = bisect_left(self._mentions, (at,))
        before = self._mentions[max(0, place - FARTHEST) : place]
        if self._lex.code == "tr" and title in turkish_names.ADDRESS:
            called = next((one for one in reversed(before) if one.name.lower().endswith(f" {title}")), None)
            if called:  # “Nevzat Paşa … dedi paşa”
                return Resolved(called.name, title, 0.9)
        fitting = self._fitting(title, kinds, stems, before)
        if fitting:
            return Resolved(fitting[-1].name, title, 0.95 if len({one.name for one in fitting}) == 1 else 0.8)
        if told and self.last:
            return Resolved(self.last.name, title if self.last.name else self.last.title, 0.7)
        near = self._by_general_title(title, kinds, at) or self._by_nearness(title, kinds, at)
        if near is None and epithets.may_be(self._lex.code, shown, title, kinds, placed=bool(stems)):
            near = self._by_elimination(speaker, at)
        return near or self._by_later(title, kinds, stems, place)

    def _fitting(self, title: str, kinds: set[str], stems: frozenset[str], before: list[Mention]) -> list[Mention]:
        """Those named before who had an office of some kinds, else one for which a title is another word."""
        fitting = [one for one in before if one.offices & kinds and self._agree(title, stems, one, kinds)]
        unnamed = self.last and not self.last.name and title.lower() in self.last.title.lower()
        if not fitting and not unnamed:
            near = before[-5 * MANY :]
            fitting = [one for one in near if epithets.are_alike(title, self.title_of(one.name).title)]
        if len({one.name for one in fitting}) > 1:  # “the Secretary” is no minister, where one is called so
            heads = self._heads(title)
            return [one for one in fitting if heads & self._own_heads.get(one.name, frozenset())] or fitting
        return fitting

    def _by_later(self, title: str, kinds: set[str], stems: frozenset[str], place: int) -> Resolved:
        """The only one who is named later with that office; else whoever has it stays unnamed."""
        later = {
            one.name for one in self._mentions[place:] if one.offices & kinds and self._agree(title, stems, one, kinds)
        }
        return Resolved(later.pop(), title, 0.75) if len(later) == 1 else Resolved("", title, 0.85)

    def _by_general_title(self, title: str, kinds: set[str], at: int) -> Resolved | None:
        """Who was named last, when a title may be anybody's: “the politician”; or who spoke without a name."""
        unnamed = self.last if self.last and not self.last.name else None
        if unnamed is None or title.lower() not in unnamed.title.lower():
            spoke = [one for one in reversed(self._unnamed[-MANY:]) if title.lower() in one.title.lower()]
            unnamed = spoke[0] if spoke and self._lex.code in ("en", "fr") else unnamed
        if kinds == {"official"} and _GENERIC.fullmatch(title.strip().lower()):
            near = unnamed or self._named_last(at)
            if near and at - near.at < CLOSE:
                return Resolved(near.name, title if near.name else near.title, 0.7)
        return Resolved("", unnamed.title, 0.8) if unnamed and title.lower() in unnamed.title.lower() else None

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

    def _by_elimination(self, speaker: Speaker, at: int) -> Resolved | None:
        """Who spoke last, or the only one named before, among those to whom the text gives no title."""
        told = self._gender_of(speaker, "")
        place = bisect_left(self._mentions, (at,))
        before = [one for one in (self.subject, self.last) if one and at - one.at < epithets.NEAR]
        named = self._mentions[bisect_left(self._mentions, (at - epithets.FAR,)) : place]
        if epithets.contrasts(self._lex.code, self._text[speaker.span[1] : speaker.span[1] + 120]):
            named = [one for one in named if self.last is None or one.name != self.last.name]
            before = []
        named = [one for one in named if one.name in self._spoken or not before]
        for one in (*before, *({one.name: one for one in named}.values() if self._only(named, told) else ())):
            general = epithets.is_general(speaker.title)
            if one.name and (self._may_be_called(one.name, told) or (general and self._genders.get(one.name) == told)):
                return Resolved(one.name, speaker.title, LIKELY)
        fitting = {one.name for one in named if " " in one.name and self._genders.get(one.name, told) in (told, "")}
        fitting = fitting if told else {one.name for one in named if " " in one.name}
        alone = len(fitting) == 1 and epithets.is_general(speaker.title)
        return Resolved(fitting.pop(), speaker.title, LIKELY) if alone else None

    def _only(self, named: list[Mention], told: str) -> bool:
        """Whether one person may be meant; where nobody has spoken yet, whom a text names first is."""
        names = {one.name for one in named if " " in one.name and self._may_be_called(one.name, told)}
        return len(names) == 1 or (len(names) == 2 and self.last is None)

    def _may_be_called(self, name: str, told: str) -> bool:
        """Whether somebody has no title, and no other gender than the one that is told."""
        own = self._genders.get(name, "")
        return not self._has_title(name) and not (told and own and told != own)

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
