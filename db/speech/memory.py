"""Whom a text names: so that a surname, a title alone or a pronoun leads to a person."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable

from db.folding import bare
from db.speech import about, bare_names, epithets, gender, phrases, things, turkish_names, uncased_phrases
from db.speech.bodies import Bodies
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon
from db.speech.mentions import (
    GENERIC,
    STEM,
    UNTITLED,
    Asked,
    Mention,
    Resolved,
    Titled,
    has_all,
    last_word,
    last_words,
)
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, UNKNOWN, Speaker, moved_speaker
from db.speech.subjects import subject_after
from db.speech.tokens import offices, tokens
from db.speech.unnamed import AllUnnamed

NEAR = 1500  # characters back to which a pronoun may point
FARTHEST = 500  # mentions back or on to which a title may point
MANY = 12  # mentions back to which a pronoun may point
WIDER = {"foreign": "minister", "premier": "minister"}
"""Kinds of offices that a text also calls by the word for a wider one."""
_CITED = re.compile(r"[^(]?\s?\(\d{4}\b")
"""A year in brackets, as stands behind the name of an author in scholarly texts."""
_MANIFOLD = frozenset({"official", "somebody", "trade", "kin"})
"""Kinds that hold many offices."""
LIKELY = 0.7  # how sure it is that a title alone means who was named last
CLOSE = 400  # characters back to which a word such as “the politician” may point
_EXCELLENCY = re.compile(r"\b(?:H\.?\s?E\.?|S\.?\s?E\.?|(?:His|Her)\s+Excellency|Son\s+Excellence)\s*$")
_OF_NATION = re.compile(r"\w{3,}(?:ien|ienne|ais|aise|ois|oise|ain|aine)s?(?<!capitaine)")
"""French words inside a title that tell of which state it is: “la ministre ardanienne des Affaires étrangères”."""
_WITHIN = re.compile(r"\s(?:با|از|به|میان|بین|مع)\s+")
_BEHIND = re.compile(r"\s*(?:(?:و|با|از|به|برای|میان|بین|مع|من|إلى|عن)\s+)?")
_PIECE = re.compile(r"[^,،;:؛!?…؟()—–«»“”„\"\n]+")


class Memory:
    """The people of one text."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """`names` are those of people who are known beforehand, whether the text names them in full or not."""
        self._lex, self._text = lex, text
        self._firsts: dict[str, str] = {}
        self._mentions: list[Mention] = []
        self._titles: dict[str, Titled] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._own_heads: dict[str, frozenset[str]] = {}
        self._genders: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._first: dict[str, tuple[int, str]] = {}
        self.known: dict[str, list[tuple[int, str]]] = {word: [] for word in last_words(lex, names)}
        """The last words of names, each with the places and names that end with it."""
        self.last: Mention | None = None
        """Who spoke last, by name or by a title or institution alone."""
        self.subject: Mention | None = None
        self._bodies = Bodies()
        self._heads_of: dict[str, frozenset[str]] = {}
        self._unnamed = AllUnnamed(self._heads)

    def scan(self, text: str, at: int) -> None:
        """Take in whom a paragraph names, before any is read for speech; `at` is where it begins."""
        if self._lex.code == "tr":
            self._whole = turkish_names.institutions(text) | self._whole
        text = uncased_phrases.without_prepositions(self._lex.code, text)
        before: Speaker | None = None
        end = -3
        for piece in _PIECE.finditer(text):
            start = at + piece.start()
            named = self._named_in(piece, at)
            cited = _CITED.match(text, piece.end() - 1) and re.search(r"[^\W\d_]+$", piece[0].rstrip())
            if cited and cited[0][0].isupper() and cited[0] not in self._lex.not_names:
                self.known.setdefault(cited[0].lower(), [])
            for one in named:
                self._take_in(one)
            lead = _EXCELLENCY.sub("", piece[0][: named[0].span[0] - start]) if named else ""
            if named and before and piece.start() - end <= 2 and not lead.strip():
                self._pair(before, named[0])
            last, before_this = named[-1] if named else None, before
            before = last if last and not piece[0][last.span[1] - start :].strip() else None
            alone = None if named or self._lex.cased else self._alone(piece[0], start)
            if alone:  # words that may be a name, if an office stands beside them
                leads = piece[0][: alone.span[0] - start].strip()  # “the president, with Ada Brandt”
                if before_this and piece.start() - end <= 2 and not leads:
                    self._pair(before_this, alone)
                before = alone
            end = piece.end()

    def _named_in(self, piece: re.Match[str], at: int) -> list[Speaker]:
        """Whom a piece of a paragraph that begins at a place names."""
        return [moved_speaker(one, at + piece.start()) for one in phrases.everyone(self._lex, piece[0])]

    def _take_in(self, one: Speaker) -> None:
        """Remember somebody or an institution that a text names outside of speech."""
        self.note(one)
        if one.how == TITLED and self._lex.code == "ar":
            self._unnamed.take_in(one.title, one.span[0])
        if one.how == INSTITUTION and (self._lex.cased or self._lex.code == "ar"):
            self._bodies.take_in(things.restored(one, self._text).title, one.span[0])

    def _alone(self, piece: str, at: int) -> Speaker | None:
        """A name that fills a piece of text behind a preposition or “and”."""
        lead = _BEHIND.match(piece)
        first = lead.end() if lead else 0
        last = [*_WITHIN.finditer(piece, first)][-1:]  # “the paper spoke with Ada Brandt”
        first = last[0].end() if last else first
        found = phrases.read(self._lex, piece[first:], (), whole=True)
        return moved_speaker(found, at + first) if found and found.how == NAMED else None

    def _pair(self, one: Speaker, other: Speaker) -> None:
        """Take in that a name and a title beside one another belong together."""
        span = one.span[0], other.span[1]
        if one.how == TITLED and other.how == NAMED and (not other.title or other.title in self._lex.honorifics):
            self.note(other._replace(title=one.title, span=span))
        elif one.how == NAMED and not one.title and other.how == TITLED:
            self.note(one._replace(title=other.title, span=span))

    def note(self, speaker: Speaker) -> None:
        """Remember a person named at a place of the text; titles alone are nobody."""
        if not speaker.name:
            return
        speaker = things.restored(speaker, self._text)
        at = speaker.span[0]
        name = self._fullest(self._in_nominative(speaker), at)
        title = speaker.title if speaker.how == NAMED else ""
        kinds = offices(self._lex, title)
        kinds |= {WIDER[kind] for kind in kinds if kind in WIDER}
        insort(self._mentions, Mention(at, name, frozenset(kinds), self._stems(title)))
        if title or len(name.split()) > 1:
            self._note_first(name, at)
            places = self.known.setdefault(last_word(name), [])
            if not places or places[-1][1] != name:
                places.append((at, name))
        told = gender.THING if kinds == {"body"} else self._gender_of(speaker, name)
        if told:
            self._genders.setdefault(name, told)
        if title:
            self._titles.setdefault(name, Titled(title, speaker.span))
            self._own_heads[name] = self._own_heads.get(name, frozenset()) | self._heads(title)
            self._said[name] = self._said.get(name, frozenset()) | self._stems(title)

    def _gender_of(self, speaker: Speaker, name: str) -> str:
        """What a text tells of the gender of somebody where it has the name or title."""
        return gender.of_person(self._lex.code, name, speaker.title)

    def _note_first(self, name: str, at: int) -> None:
        """In Turkish somebody named in full may be called by the first name: “Hasan Usta”."""
        first, *more = name.split()
        if self._lex.code == "ar" and more and is_given(first) and first not in epithets.MORE:
            places = self.known.setdefault(first, [])
            if not places or places[-1][1] != name:
                places.append((at, name))
        if self._lex.code == "tr" and more and more[-1].lower() not in turkish_names.ADDRESS:
            self._first.setdefault(first.lower(), (at, name))

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

    def first_before(self, at: int) -> str:
        """The person whom the text names most before a place, of several the first; else empty."""
        before = [one for one in self._mentions[: bisect_left(self._mentions, (at,))] if len(one.name.split()) > 1]
        number = Counter(one.name for one in before)
        most = max(before, key=lambda one: (number[one.name], -one.at), default=None)
        return most.name if most else ""

    def only_person(self) -> str:
        """The person whom the text names, when it names no other in full, in languages where that tells; else empty."""
        return ""

    def by_initials(self, letters: str) -> str:
        """The person whose name has some initials, when the text names one alone; else empty."""
        names = {one.name for one in self._mentions if re.search(r"[^\W\d_]{2}.*\s[^\W\d_]{2}", one.name)}
        found = {name for name in names if "".join(word[0] for word in re.findall(r"[^\W\d_]+", name)) == letters}
        return found.pop() if len(found) == 1 else ""

    def title_of(self, name: str) -> Titled:
        """The title that the text gives a person where it first has one; empty when it never does."""
        return self._titles.get(name, UNTITLED)

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

    def only_one_between(self, first: int, last: int) -> str:
        """The person whom a stretch of the text names, when it is one alone; else empty."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        names = {one.name for one in self._mentions[lowest:highest]}
        return names.pop() if len(names) == 1 else ""

    def others_between(self, first: int, last: int, name: str) -> bool:
        """Whether a stretch of the text names or is about somebody else."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        about = self.subject.name != name if self.subject else False
        return about or any(one.name != name for one in self._mentions[lowest:highest])

    def _in_nominative(self, speaker: Speaker) -> str:
        """The name of a speaker without the ending of a case, in languages that have cases of names."""
        return re.sub(r"(?<!\w)أب[يا](?=\s\w)", "أبو", speaker.name) if self._lex.code == "ar" else speaker.name

    def _fullest(self, name: str, at: int) -> str:
        """The fullest name that has all words of a name; the nearest before where there are several."""
        first, _, address = name.rpartition(" ")
        if address.lower() in turkish_names.ADDRESS and first.lower() in self._first:
            return self._first[first.lower()][1]
        words = [*filter(None, re.split(r"(?<=\.)|\s+", name))]
        fuller = [
            (place, one) for place, one in self.known.get(last_word(name), ()) if one != name and has_all(one, words)
        ]
        before = [one for place, one in fuller if place <= at]
        found = before[-1] if before else fuller[0][1] if fuller else name
        return found if fuller or self._lex.cased or len(words) > 1 else self._introduced(name)

    def _introduced(self, name: str) -> str:
        """A surname alone with the word before it where the text has it first, if that may be a given name."""
        if not self._firsts:
            self._firsts = uncased_phrases.names_introduced(self._lex, self._text)
        return self._firsts.get(name, name)

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

    def _has_title(self, name: str) -> bool:
        address = self._lex.code == "tr" and name.rpartition(" ")[2].lower() in turkish_names.ADDRESS
        return address or bool(self._titles.get(name))

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

    def _heads(self, title: str) -> frozenset[str]:
        """The words of a title that name offices, by their first letters: “the baker” is no other who has a trade."""
        if title in self._heads_of:
            return self._heads_of[title]
        found = [word.key for word in tokens(self._lex, title) if word.title]
        if self._lex.code == "ar":  # “his guest” is “the guest”
            found = [re.sub("(?<=...)(?:ة|ت?(?:ه|ها|هم|هما))$", "", word) for word in found]
        heads = frozenset(re.sub("^[وف]?ال", "", bare(word))[:STEM] for word in found)
        self._heads_of[title] = heads
        return heads

    def _stems(self, title: str) -> frozenset[str]:
        """The words of a title, beside those that name the office, by their first letters."""
        return frozenset(
            bare(word.text)[:STEM]
            for word in tokens(self._lex, title)
            if word.is_word
            and (not word.title or (self._lex.code == "fr" and _OF_NATION.fullmatch(word.key)))
            and len(word.text) >= STEM
            and word.key not in self._lex.before_name
            and not (self._lex.code == "ar" and epithets.OF_LATE.fullmatch(word.text))
        )
