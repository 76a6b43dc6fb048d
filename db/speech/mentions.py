"""The people whom a text names, their fullest names, titles and what tells of them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.folding import bare
from db.speech import epithets, gender, phrases, things, turkish_names, uncased_phrases
from db.speech.bodies import Bodies
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon
from db.speech.shapes import INSTITUTION, NAMED, TITLED, Span, Speaker, moved_speaker
from db.speech.tokens import offices, tokens
from db.speech.unnamed import AllUnnamed

STEM = 4  # letters by which words are compared: Ardania, Ardanian
GENERIC = re.compile(
    r"(?:the |this |l[ea] |ce |cette |der |die |bu |هذا |هذه |این )?(?:[^ ]*(?:politician|diplomat|lawmaker|"
    r"official|politique|politiker|"
    r"diplomatin)|députée?|diplomate|responsable|abgeordneter?|politikerin|(?:политик|депутат|дипломат|"
    r"чиновник|парламентари|сенатор|эксперт|собеседник|политолог|аналитик|старик|исследовател)(?:[аийья]|ом|"
    r"ем)?|чиновница|"
    r"собеседница|учёный|писатель(?:ница)?|(?:ال)?(?:مسؤول|دبلوماسي|نائب|سياسي|شاعر|خبير)ة?|مقام|دیپلمات|"
    r"سیاستمدار|کارشناس|نماینده)",
)
"""Words that may be said of many: “the politician”."""
WIDER = {"foreign": "minister", "premier": "minister"}
"""Kinds of offices that a text also calls by the word for a wider one."""
_CITED = re.compile(r"[^(]?\s?\(\d{4}\b")
"""A year in brackets, as stands behind the name of an author in scholarly texts."""
_EXCELLENCY = re.compile(r"\b(?:H\.?\s?E\.?|S\.?\s?E\.?|(?:His|Her)\s+Excellency|Son\s+Excellence)\s*$")
_OF_NATION = re.compile(r"\w{3,}(?:ien|ienne|ais|aise|ois|oise|ain|aine)s?(?<!capitaine)")
"""French words inside a title that tell of which state it is: “la ministre ardanienne des Affaires étrangères”."""
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


UNTITLED = Titled("", None)


class Resolved(NamedTuple):
    """Whom a speaker turned out to be, and how sure that is, from 0 to 1."""

    name: str
    title: str
    sure: float


class Asked(NamedTuple):
    """A title alone whose holder is looked for: its kinds, the gender that its verb tells, where its words stand."""

    title: str
    kinds: set[str]
    at: int
    told: str
    early: bool
    span: Span


class Mentions:
    """All whom a text names, with what it says of them."""

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

    def only_one_between(self, first: int, last: int) -> str:
        """The person whom a stretch of the text names, when it is one alone; else empty."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        names = {one.name for one in self._mentions[lowest:highest]}
        return names.pop() if len(names) == 1 else ""

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

    def _has_title(self, name: str) -> bool:
        address = self._lex.code == "tr" and name.rpartition(" ")[2].lower() in turkish_names.ADDRESS
        return address or bool(self._titles.get(name))

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


def has_all(name: str, words: list[str]) -> bool:
    """Whether a name has all of some words and more: initials stand for words that begin with them."""
    own = [*filter(None, re.split(r"(?<=\.)|\s+", name))]
    spelled = sum(not word.endswith(".") for word in own)
    alone = len(words) == 1 and len(own) > 1 and words[0] == own[-1]  # a surname of which only initials are told
    if spelled <= sum(not word.endswith(".") for word in words) and not alone:
        return False
    same = {word.casefold() for word in own}
    return all(
        word.casefold() in same or (word.endswith(".") and any(one.startswith(word[:-1]) for one in own))
        for word in words
    )


def last_word(name: str) -> str:
    return re.split(r"[’']", re.split(r"[\s.]+", name.strip(" ."))[-1])[0].lower()


def last_words(lex: Lexicon, names: Iterable[str]) -> Iterator[str]:
    """The words that alone are enough to name people, with and without an article before them."""
    for name in names:
        words = tokens(lex, name)
        words = turkish_names.with_surnames(words, ()) if lex.code == "tr" else words
        if len(words) > 1 and words[-1].is_word and not words[-1].title and len(words[-1].key) >= STEM:
            yield words[-1].key
            yield re.sub(r"^(?:al|el|an|ar|as|ash|ad|at|аль|эль|ас|ан|ад|ат)[-’]", "", words[-1].key)
