"""Whom a text names: so that a surname, a title alone or a pronoun leads to a person."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.folding import bare
from db.speech import (
    bare_names,
    epithets,
    gender,
    latin_given_names,
    phrases,
    russian_names,
    things,
    turkish_names,
    uncased_phrases,
)
from db.speech.bodies import Bodies
from db.speech.lexicon import Lexicon
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, UNKNOWN, Span, Speaker, shifted
from db.speech.subjects import subject_after
from db.speech.tokens import offices, tokens

NEAR = 1500  # characters back to which a pronoun may point
FARTHEST = 500  # mentions back to which a title may point
MANY = 12  # mentions back to which a pronoun may point
STEM = 4  # letters by which words are compared: Ardania, Ardanian
WIDER = {"foreign": "minister", "premier": "minister"}
"""Kinds of offices that a text also calls by the word for a wider one."""
_CITED = re.compile(r"[^(]?\s?\(\d{4}\b")
"""A year in brackets, as stands behind the name of an author in scholarly texts."""
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
_OF_NATION = re.compile(r"\w{3,}(?:ien|ienne|ais|aise|ois|oise|ain|aine)s?(?<!capitaine)")
"""French words inside a title that tell of which state it is: “la ministre ardanienne des Affaires étrangères”."""
_CAME = re.compile(r"\b(?:when|quand|lorsque|als)\s+")
_POINTED = re.compile(r"\b(?:she|he|elle|il)\s+(?!y\b|faut\b|est\s+\w+\s+que\b)[^\W\d_]")
_OF = re.compile(r"\b(?:of|d[eu]|des|d[’']|de\s+la|de\s+l[’'])\s*$")
_OWNING = re.compile(r"[’']s?$")
_IS_CALLED = re.compile(
    r"\s+(?:(?:was|is)\s+(?:called|named)|s[’']appel(?:le|ait)|se\s+nomm(?:e|ait)|(?:est|était)\s+prénommée?)\s+(?=[A-ZÀ-Þ])"
)
_EXCELLENCY = re.compile(r"\b(?:H\.?\s?E\.?|S\.?\s?E\.?|(?:His|Her)\s+Excellency|Son\s+Excellence)\s*$")
_TOGETHER = re.compile(r"\b([A-ZÀ-Þ]\w+)\s+(?:and|et)\s+([A-ZÀ-Þ]\w+)\s+([A-ZÀ-Þ][\w-]+)")
"""“The brothers Anton and Viktor Brandt”"""
_NICKNAMED = re.compile(r"\b([A-ZÀ-Þ]\w+)\s\ue000{4,40}\s([A-ZÀ-Þ][\w-]+)")
"""A name with another in quotation marks inside: “Ron ‘Rocket’ Brandt”."""
_HOLDS = re.compile(
    r"\s*,?\s*(?:(?:has|had)\s+(?:held|occupied|filled|been\s+in|done)|held|occupied|holds)\s+(?:the|that|this)\s+(?:post|job|office|"
    r"position|role|seat)|\s*,?\s*(?:\w+\s+)?(?:occup\w+|tenait|exerçait|exerce)\s+(?:ce|cette|le|la)\s+(?:\w+\s+)?(?:poste|"
    r"fonctions?|siège|charge)",
    re.IGNORECASE,
)
"""Words that tell that a person has an office that was named before."""
_WITHIN = re.compile(r"\s(?:با|از|به|میان|بین|مع)\s+")
_BEHIND = re.compile(r"\s*(?:(?:و|با|از|به|برای|میان|بین|مع|من|إلى|عن)\s+)?")
_PIECE = re.compile(r"[^,،;:؛!?…؟()—–«»“”„\"\n]+")


class Mention(NamedTuple):
    """A person named at a place, with what the text says there of the office."""

    at: int
    name: str
    offices: frozenset[str]
    stems: frozenset[str]
    title: str = ""
    gender: str = ""


class Titled(NamedTuple):
    """A title, and where the text has it: with the name of the person, if that stands beside it."""

    title: str
    span: Span | None


_UNTITLED = Titled("", None)


class Resolved(NamedTuple):
    """Whom a speaker turned out to be, and how sure that is, from 0 to 1."""

    name: str
    title: str
    sure: float


class Memory:
    """The people of one text."""

    def __init__(self, lex: Lexicon, names: Iterable[str] = (), text: str = "") -> None:
        """`names` are those of people who are known beforehand, whether the text names them in full or not.

        The forms that `text` has of a name tell its nominative, where the language has cases.
        """
        self._forms = frozenset(re.findall(r"[а-яё]+", text.lower())) if lex.code == "ru" else frozenset[str]()
        self._lex, self._text = lex, text
        self._firsts: dict[str, str] = {}
        self._mentions: list[Mention] = []
        self._titles: dict[str, Titled] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._own_heads: dict[str, frozenset[str]] = {}
        self._genders: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._first: dict[str, tuple[int, str]] = {}
        self.known: dict[str, list[tuple[int, str]]] = {word: [] for word in _last_words(lex, names)}
        """The last words of names, each with the places and names that end with it."""
        self.last: Mention | None = None
        """Who spoke last, by name or by a title or institution alone."""
        self.subject: Mention | None = None
        self._other: Mention | None = None
        self._unnamed: list[Mention] = []
        self._full: set[str] = set()
        self._spoken: set[str] = set()
        self._bodies = Bodies()

    def scan(self, text: str, at: int) -> None:
        """Take in whom a paragraph names, before any is read for speech; `at` is where it begins."""
        if self._lex.code == "tr":
            self._whole = turkish_names.institutions(text) | self._whole
        text = uncased_phrases.without_prepositions(self._lex.code, text)
        before: Speaker | None = None
        office: Speaker | None = None
        end = -3
        for piece in _PIECE.finditer(text):
            start = at + piece.start()
            named = [_moved(one, start) for one in phrases.everyone(self._lex, piece[0])]
            cited = _CITED.match(text, piece.end() - 1) and re.search(r"[^\W\d_]+$", piece[0].rstrip())
            if cited and cited[0][0].isupper() and cited[0] not in self._lex.not_names:
                self.known.setdefault(cited[0].lower(), [])
            office = office or next((one for one in named if one.how == TITLED), None)
            for nick in _NICKNAMED.finditer(text, piece.start(), piece.end() + 40) if self._lex.cased else ():
                self.note(Speaker(NAMED, f"{nick[1]} {nick[2]}", "", (at + nick.start(), at + nick.end())))
            for pair in _TOGETHER.finditer(piece[0]):
                first = Speaker(NAMED, f"{pair[1]} {pair[3]}", "", (start + pair.start(1), start + pair.end(1)))
                if self._lex.code in ("en", "fr") and latin_given_names.is_given(pair[1]):
                    self.note(first)
            for one in named:
                held = one.name and office and _HOLDS.match(text, one.span[1] - at)
                called = _IS_CALLED.match(text, one.span[1] - at) if one.how == TITLED else None
                named_so = (
                    phrases.read(self._lex, text[called.end() :], self.known, whole=False, anybody=True)
                    if called
                    else None
                )
                if called and named_so and named_so.name:  # “My first teacher was called Mrs Brandt”
                    one = _moved(named_so, called.end() + at)._replace(title=one.title)
                self.note(one._replace(title=office.title) if office and held else one)
                if one.how == INSTITUTION and self._lex.cased:
                    self._bodies.take_in(one.title, one.span[0])
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

    def _alone(self, piece: str, at: int) -> Speaker | None:
        """A name that fills a piece of text behind a preposition or “and”."""
        lead = _BEHIND.match(piece)
        first = lead.end() if lead else 0
        last = [*_WITHIN.finditer(piece, first)][-1:]  # “the paper spoke with Ada Brandt”
        first = last[0].end() if last else first
        found = phrases.read(self._lex, piece[first:], (), whole=True)
        return _moved(found, at + first) if found and found.how == NAMED else None

    def _pair(self, one: Speaker, other: Speaker) -> None:
        """Take in that a name and a title beside one another belong together."""
        span = one.span[0], other.span[1]
        if one.how == TITLED and other.how == NAMED and not other.title:
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
        if " " in name:
            self._full.add(name)
        if title or len(name.split()) > 1:
            self._note_first(name, at)
            own = (_last(name), *([name.split()[0].lower()] if self._lex.code in ("en", "fr") and " " in name else ()))
            for word in own:
                places = self.known.setdefault(word, [])
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
        """What the words before a name or title, these themselves, or the given name tell."""
        at, end = speaker.span
        words = [
            place for one in (speaker.name, speaker.title) if one and (place := self._text.find(one, at, end)) >= 0
        ]
        before = self._text[max(0, at - 14) : min(words, default=at)]
        told = gender.by_words_before(self._lex.code, before)
        told = told or gender.of_person(self._lex.code, name, speaker.title)
        return told or gender.by_article(self._lex.code, before)

    def _note_first(self, name: str, at: int) -> None:
        """In Turkish somebody named in full may be called by the first name: “Hasan Usta”."""
        first, *more = name.split()
        if self._lex.code == "tr" and more and more[-1].lower() not in turkish_names.ADDRESS:
            self._first.setdefault(first.lower(), (at, name))

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
            subject = _moved(subject, came.end()) if subject.how == NAMED else None
        subject = subject or self._past_adjunct(shown)
        subject = subject or self._bare(shown)
        if subject is None and self._lex.code in ("en", "fr") and _POINTED.search(shown):
            return
        subject = subject or phrases.later(self._lex, shown, self.known)
        named = [one for one in phrases.everyone(self._lex, shown) if not self._is_owner(shown, one.span)]
        subject = subject or next(iter(named[-1:]), None)
        if subject and (subject.how in (NAMED, TITLED) or (subject.how == INSTITUTION and self._lex.code != "ru")):
            self.subject = self._mention(_moved(subject, at), self.resolve(_moved(subject, at), at))

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
                return _moved(found, comma.end())
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

    def first_before(self, at: int) -> str:
        """The person whom the text names most before a place, of several the first; else empty."""
        before = [one for one in self._mentions[: bisect_left(self._mentions, (at,))] if len(one.name.split()) > 1]
        number = Counter(one.name for one in before)
        most = max(before, key=lambda one: (number[one.name], -one.at), default=None)
        return most.name if most else ""

    def title_of(self, name: str) -> Titled:
        """The title that the text gives a person where it first has one; empty when it never does."""
        return self._titles.get(name, _UNTITLED)

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

    def only_one_between(self, first: int, last: int) -> str:
        """The person whom a stretch of the text names, when it is one alone; else empty."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        names = {one.name for one in self._mentions[lowest:highest]}
        return names.pop() if len(names) == 1 else ""

    def only_person(self) -> str:
        """The person whom the text names, when it names no other in full; else empty."""
        alone = len(self._full) == 1 and self._lex.code in ("en", "fr")
        return next(iter(self._full)) if alone else ""

    def others_between(self, first: int, last: int, name: str) -> bool:
        """Whether a stretch of the text names or is about somebody else."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        about = self.subject.name != name if self.subject else False
        return about or any(one.name != name for one in self._mentions[lowest:highest])

    def _in_nominative(self, speaker: Speaker) -> str:
        """The name of a speaker without the ending of a case; a surname alone is one that the text knows."""
        name = speaker.name
        if self._lex.code != "ru":
            return name
        if " " not in name and "." not in name and name.lower() not in self.known:
            known = next((one for one in russian_names.surnames(name) if one in self.known), "")
            if known:
                return known[:1].upper() + known[1:]
        return russian_names.nominative(name, speaker.title, self._forms.__contains__)

    def _fullest(self, name: str, at: int) -> str:
        """The fullest name that has all words of a name; the nearest before where there are several."""
        first, _, address = name.rpartition(" ")
        if address.lower() in turkish_names.ADDRESS and first.lower() in self._first:
            return self._first[first.lower()][1]
        words = [*filter(None, re.split(r"(?<=\.)|\s+", name))]
        fuller = [
            (place, one) for place, one in self.known.get(_last(name), ()) if one != name and _has_all(one, words)
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
        fitting = [one for one in before if one.offices & kinds and self._agree(title, stems, one, kinds)]
        unnamed = self.last and not self.last.name and title.lower() in self.last.title.lower()
        if not fitting and not unnamed:
            near = before[-5 * MANY :]
            fitting = [one for one in near if epithets.are_alike(title, self.title_of(one.name).title)]
        names = {one.name for one in fitting}
        if len(names) > 1:  # “the Secretary” is no minister, where one is called so
            heads = self._heads(title)
            fitting = [one for one in fitting if heads & self._own_heads.get(one.name, frozenset())] or fitting
        if fitting:
            return Resolved(fitting[-1].name, title, 0.95 if len({one.name for one in fitting}) == 1 else 0.8)
        if told and self.last:
            return Resolved(self.last.name, title if self.last.name else self.last.title, 0.7)
        near = self._by_general_title(title, kinds, at) or self._by_nearness(title, kinds, at)
        if near is None and epithets.may_be(self._lex.code, shown, title, kinds, placed=bool(stems)):
            near = self._by_elimination(speaker, at)
        if near:
            return near
        later = {
            one.name for one in self._mentions[place:] if one.offices & kinds and self._agree(title, stems, one, kinds)
        }
        if len(later) == 1:
            return Resolved(later.pop(), title, 0.75)
        return Resolved("", title, 0.85)

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
        found = [word.key for word in tokens(self._lex, title) if word.title]
        return frozenset(re.sub("^[وف]?ال", "", bare(word))[:STEM] for word in found)

    def _stems(self, title: str) -> frozenset[str]:
        """The words of a title, beside those that name the office, by their first letters."""
        return frozenset(
            bare(word.text)[:STEM]
            for word in tokens(self._lex, title)
            if word.is_word
            and len(word.text) >= STEM
            and word.key not in self._lex.before_name
            and (not word.title or (self._lex.code == "fr" and _OF_NATION.fullmatch(word.key)))
        )


def _moved(one: Speaker, by: int) -> Speaker:
    return one._replace(span=shifted(one.span, by))


def _has_all(name: str, words: list[str]) -> bool:
    """Whether a name has all of some words and more: initials stand for words that begin with them."""
    own = [*filter(None, re.split(r"(?<=\.)|\s+", name))]
    spelled = sum(not word.endswith(".") for word in own)
    if spelled <= sum(not word.endswith(".") for word in words):
        return False
    same = {word.casefold() for word in own}
    return all(
        word.casefold() in same or (word.endswith(".") and any(one.startswith(word[:-1]) for one in own))
        for word in words
    )


def _last(name: str) -> str:
    return re.split(r"[’']", re.split(r"[\s.]+", name.strip(" ."))[-1])[0].lower()


def _last_words(lex: Lexicon, names: Iterable[str]) -> Iterator[str]:
    """The words that alone are enough to name people, with and without an article before them."""
    for name in names:
        words = tokens(lex, name)
        words = turkish_names.with_surnames(words, ()) if lex.code == "tr" else words
        if len(words) > 1 and words[-1].is_word and not words[-1].title and len(words[-1].key) >= STEM:
            yield words[-1].key
            yield re.sub(r"^(?:al|el|an|ar|as|ash|ad|at|аль|эль|ас|ан|ад|ат)[-’]", "", words[-1].key)
