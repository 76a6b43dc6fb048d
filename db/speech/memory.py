"""Whom a text names: so that a surname, a title alone or a pronoun leads to a person."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest
from operator import itemgetter

from db.folding import bare
from db.speech import (
    bare_names,
    gender,
    phrases,
    things,
    turkish_names,
)
from db.speech.bodies import Bodies
from db.speech.lexicon import Lexicon
from db.speech.mentions import (
    DIPLOMAT,
    DIPLOMATS,
    FORMER,
    GENERIC,
    STEM,
    UNTITLED,
    Asked,
    Mention,
    Resolved,
    Titled,
    has_all,
    is_part,
    last_word,
    last_words,
)
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, UNKNOWN, Speaker, moved_speaker
from db.speech.subjects import subject_after
from db.speech.tokens import Token, offices, tokens

NEAR = 1500  # characters back to which a pronoun may point
FARTHEST = 500  # mentions back, or ahead, to which a title may point
MANY = 12  # mentions back to which a pronoun may point
WIDER = {"foreign": "minister", "premier": "minister"}
"""Kinds of offices that a text also calls by the word for a wider one."""
_CITED = re.compile(r"[^(]?\s?\(\d{4}\b")
"""A year in brackets, as stands behind the name of an author in scholarly texts."""
MANIFOLD = frozenset({"official", "somebody", "trade", "kin"})
"""Kinds that hold many offices."""
LIKELY = 0.7  # how sure it is that a title alone means who was named last
CLOSE = 400  # characters back to which a word such as “the politician” may point
_CAME = re.compile(r"\b(?:when|quand|lorsque|als)\s+")
_WITHIN = re.compile(r"\s(?:با|از|به|میان|بین|مع)\s+")
_BEHIND = re.compile(r"\s*(?:(?:و|با|از|به|برای|میان|بین|مع|من|إلى|عن)\s+)?")
_PIECE = re.compile(r"[^,،;:؛!?…؟()—–«»“”„\"\n]+")


class Memory:
    """The people of one text."""

    _reads_on = False
    """Whether what follows a piece of text may tell where a name in it is."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """`names` are those of people who are known beforehand, whether the text names them in full or not."""
        self._lex, self._text = lex, text
        self._mentions: list[Mention] = []
        self._titles: dict[str, Titled] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._own_heads: dict[str, frozenset[str]] = {}
        self._heads_in: dict[str, frozenset[str]] = {}
        self._genders: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._first: dict[str, tuple[int, str]] = {}
        self.known: dict[str, list[tuple[int, str]]] = {word: [] for word in last_words(lex, names)}
        """The last words of names, each with the places and names that end with it."""
        self.last: Mention | None = None
        """Who spoke last, by name or by a title or institution alone."""
        self.subject: Mention | None = None
        self._other: Mention | None = None
        self._unnamed_spoke: list[Mention] = []
        self._bodies = Bodies()

    def scan(self, text: str, at: int) -> None:
        """Take in whom a paragraph names, before any is read for speech; `at` is where it begins."""
        before: Speaker | None = None
        end = -3
        pieces = [*_PIECE.finditer(text)]
        for piece, following in zip_longest(pieces, pieces[1:]):
            start = at + piece.start()
            beyond = following.end() if following and self._reads_on else piece.end()
            found = phrases.everyone(self._lex, text[piece.start() : beyond])  # what follows may tell where a name is
            named = [moved_speaker(one, start) for one in found if one.span[1] <= len(piece[0])]
            cited = _CITED.match(text, piece.end() - 1) and re.search(r"[^\W\d_]+$", piece[0].rstrip())
            if cited and cited[0][0].isupper() and cited[0] not in self._lex.not_names:
                self.known.setdefault(cited[0].lower(), [])
            for one in named:
                self._take_in(one)
            if named and before and piece.start() - end <= 2 and not piece[0][: named[0].span[0] - start].strip():
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

    def _take_in(self, one: Speaker) -> None:
        """Remember somebody named, or an institution."""
        self.note(one)
        if one.how == INSTITUTION:
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
        if one.how == TITLED and other.how == NAMED and self._is_honorific(other.title):
            self.note(other._replace(title=one.title, span=span))
        elif one.how == NAMED and other.how == TITLED and self._is_honorific(one.title):
            self.note(one._replace(title=other.title, span=span))

    def _is_honorific(self, title: str) -> bool:
        """Whether a title is none, or no more than a form of address."""
        return not title

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
        if self._mentions and turkish_names.PEER.search(title):
            kinds |= self._mentions[-1].offices
        insort(self._mentions, Mention(at, name, frozenset(kinds), self._stems(title)))
        if title or len(name.split()) > 1:
            self._note_first(name, at)
            self._place(last_word(name), at, name)
        told = gender.THING if kinds == {"body"} else gender.of_person(self._lex.code, name, speaker.title)
        if told:
            self._genders.setdefault(name, told)
        if title:
            self._titles.setdefault(name, Titled(title, speaker.span))
            self._own_heads[name] = self._own_heads.get(name, frozenset()) | self._heads(title)
            self._said[name] = self._said.get(name, frozenset()) | self._stems(title)

    def _place(self, word: str, at: int, name: str) -> None:
        """Remember where a name stands that a word alone is enough to tell."""
        places = self.known.setdefault(word, [])
        place = bisect_left(places, (at, name))
        if not any(one == name for _, one in places[max(0, place - 1) : place + 1]):
            places.insert(place, (at, name))

    def _note_first(self, name: str, at: int) -> None:
        """Remember the first name of somebody named in full, where people may be called by it."""

    def spoke(self, speaker: Speaker, who: Resolved, told: str = "") -> None:
        """Remember who spoke last; the verb tells the gender of somebody whom the text never names."""
        if self.last and self.last.name != who.name:
            self._other = self.last
        self.last = self._mention(speaker, who)
        if self.last and told and not self.last.name:
            self.last = self.last._replace(gender=told)
        if self.last and not who.name and speaker.how == TITLED:
            self._unnamed_spoke = [self.last, *self._unnamed_spoke[:MANY]]
        if speaker.how == INSTITUTION:
            self._bodies.spoke = who.title

    def begins(self, sentence: str, at: int, *, spoke: bool) -> None:
        """Remember whom a sentence is about: a pronoun in the next one points to that person first.

        That is whom it begins with, else whom it names last. Of one in which somebody `spoke` that is known already.
        """
        self.subject = None if spoke else self._about(sentence, at)

    def _about(self, sentence: str, at: int) -> Mention | None:
        """Whom a sentence is about."""
        shown = sentence.lstrip()
        at += len(sentence) - len(shown)
        subject = self._leading(shown)
        if subject and subject.how == POINTED:
            return self.subject
        self.subject = None
        came = None if subject else _CAME.search(shown)  # “It was late when Ada Brandt came in.”
        subject = subject or (phrases.read(self._lex, shown[came.end() :], self.known, whole=False) if came else None)
        if came and subject:
            subject = moved_speaker(subject, came.end()) if subject.how == NAMED else None
        subject = subject or self._past_adjunct(shown)
        subject = subject or self._bare(shown)
        subject = subject or phrases.later(self._lex, shown, self.known)
        subject = subject or next(iter([*phrases.everyone(self._lex, shown)][-1:]), None)
        if subject and (subject.how in (NAMED, TITLED) or (subject.how == INSTITUTION and self._lex.code != "ru")):
            return self._mention(moved_speaker(subject, at), self.resolve(moved_speaker(subject, at), at))
        return None

    def _leading(self, shown: str) -> Speaker | None:
        """Whom a sentence begins with, if that is its subject."""
        return subject_after(self._lex, shown, self.known, anybody=False, nominative=True)

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
            self._genders.get(who.name, "") if who.name else gender.of_unnamed(self._lex.code, speaker.how, who.title)
        )
        kinds = frozenset[str]() if who.name else frozenset(offices(self._lex, who.title))
        return Mention(speaker.span[0], who.name, kinds, frozenset(), who.title, told)

    def first_before(self, at: int) -> str:
        """The person whom the text names most before a place, of several the first; else empty."""
        before = [one for one in self._mentions[: bisect_left(self._mentions, (at,))] if len(one.name.split()) > 1]
        number = Counter(one.name for one in before)
        most = max(before, key=lambda one: (number[one.name], -one.at), default=None)
        return most.name if most else ""

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
            return self._by_title(speaker.title, at, told, early=early)
        if speaker.how == POINTED:
            return self._by_pronoun(speaker.title, at)
        title = self._whole.get(speaker.title.lower(), speaker.title)
        if speaker.how == INSTITUTION:
            return Resolved("", self._bodies.meant(title, at), 0.8)
        return Resolved("", title, 0.8 if speaker.how != UNKNOWN else 0.5)

    def _by_pronoun(self, words: str, at: int) -> Resolved:
        """Who spoke last, or was named last where nobody has."""
        wanted = gender.of_pronoun(self._lex.code, words)
        return self._pointed_at(self._recent(at, wanted), wanted)

    def _pointed_at(self, person: Mention | None, wanted: str) -> Resolved:
        """Somebody to whom a pronoun points, which may tell the gender."""
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
        return speaker.name

    def _fullest(self, name: str, at: int) -> str:
        """The fullest name that has all words of a name; the nearest before where there are several."""
        words = [*filter(None, re.split(r"(?<=\.)|\s+", name))]
        places = self.known.get(last_word(name), [])
        here = bisect_right(places, at, key=itemgetter(0))
        near = *reversed(places[max(0, here - FARTHEST) : here]), *places[here : here + FARTHEST]
        return next((one for _, one in near if one != name and has_all(one, words)), name)

    def _recent(self, at: int, wanted: str = "") -> Mention | None:
        """Who spoke last, or was named last where nobody has spoken nearby; of the gender that is wanted."""
        spoke = [one for one in (self.subject, self.last) if one]
        for one in (*spoke, *reversed(self._named_before(at, MANY))):
            own = self._genders.get(one.name, "") or one.gender
            if wanted == gender.THING and own != wanted:
                continue
            if at - one.at < NEAR and not (own and wanted and own != wanted):
                return one
        return None

    def _named_before(self, at: int, most: int) -> list[Mention]:
        """The last mentions before a place, so many at most."""
        place = bisect_left(self._mentions, (at,))
        return self._mentions[max(0, place - most) : place]

    def _named_last(self, at: int) -> Mention | None:
        found = next(iter(self._named_before(at, 1)), None)
        return found if found and at - found.at < NEAR else None

    def _by_title(self, title: str, at: int, gender_told: str = "", *, early: bool = False) -> Resolved:
        """The last before a place who had that office; else who spoke or was named last, unless known by another."""
        bare_title = self._without_epithet(title)
        kinds, stems = offices(self._lex, bare_title), self._stems(bare_title)
        before = [one for one in self._named_before(at, FARTHEST) if not self._contradicts(one, gender_told)]
        asked = Asked(title, kinds, stems, at, before, gender_told, early)
        found = self._holder(asked) or self._called_again(asked) or self._by_nearness(asked)
        if found:
            return found
        later = self._named_later(asked)
        return Resolved(later.pop(), title, 0.75) if len(later) == 1 else self._without_name(asked)

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
        title = asked.title
        fitting = [one for one in asked.before if one.offices & asked.kinds and self._agree(asked, one)]
        names = {one.name for one in fitting}
        if len(names) > 1:  # “the Secretary” is no minister, where one is called so
            heads = self._heads(title)
            fitting = [one for one in fitting if heads & self._own_heads.get(one.name, frozenset())] or fitting
        if not FORMER.search(title):  # “the mayor” is no former one, where both are named
            fitting = [one for one in fitting if not FORMER.search(self.title_of(one.name).title)] or fitting
        if not fitting:
            return None
        return Resolved(fitting[-1].name, title, 0.95 if len({one.name for one in fitting}) == 1 else 0.8)

    def _spoke_last(self) -> Mention | None:
        """Who spoke last, if a word that may be said of anybody is rather said of that person."""
        return None

    def _contradicts(self, one: Mention, told: str) -> bool:
        """Whether a verb tells that its subject has another gender than a person."""
        own = self._genders.get(one.name, "") or one.gender
        return bool(told and own and told != own)

    def _without_name(self, asked: Asked) -> Resolved:
        """Who holds an office that the text gives nobody: the title alone tells."""
        return Resolved("", asked.title, 0.85)

    def _called_again(self, asked: Asked) -> Resolved | None:
        """Who was named last, when a title may be anybody's: “the politician”; or who spoke without a name."""
        title, kinds, at = asked.title, asked.kinds, asked.at
        diplomats = [one for one in asked.before if one.offices & DIPLOMATS] if DIPLOMAT.search(title) else []
        if diplomats and kinds <= {"official", "envoy"} and at - diplomats[-1].at < NEAR:
            return Resolved(diplomats[-1].name, title, 0.8)
        unnamed = self.last if self.last and not self.last.name else None
        if kinds == {"official"} and GENERIC.fullmatch(title.strip().lower()):
            near = unnamed or self._spoke_last() or self._named_last(at)
            if near and at - near.at < CLOSE:
                return Resolved(near.name, title if near.name else near.title, 0.7)
        same = next((one for one in self._unnamed_spoke if is_part(title, one.title)), None)
        unnamed = unnamed if unnamed and title.lower() in unnamed.title.lower() else same
        return Resolved("", unnamed.title, 0.8) if unnamed else None

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

    def _has_title(self, name: str) -> bool:
        """Whether the text gives a person an office."""
        return bool(self._titles.get(name))

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

    def _heads(self, title: str) -> frozenset[str]:
        """The words of a title that name offices, by their first letters: “the baker” is no other who has a trade."""
        if title not in self._heads_in:
            words = self._offices_in(title)
            self._heads_in[title] = frozenset(re.sub("^[وف]?ال", "", bare(word))[:STEM] for word in words)
        return self._heads_in[title]

    def _offices_in(self, title: str) -> list[str]:
        """The words of a title that name offices."""
        return [word.key for word in tokens(self._lex, title) if word.title]

    def _stems(self, title: str) -> frozenset[str]:
        """The words of a title, beside those that name the office, by their first letters."""
        return frozenset(bare(word.text)[:STEM] for word in tokens(self._lex, title) if self._tells(word))

    def _tells(self, word: Token) -> bool:
        """Whether a word beside those that name an office tells which it is."""
        small = self._lex.before_name | self._lex.honorifics
        return word.is_word and not word.title and len(word.text) >= STEM and word.key not in small
