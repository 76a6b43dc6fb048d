"""The people whom a text names, their fullest names, titles and what tells of them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.folding import bare
from db.speech import (
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
from db.speech.shapes import INSTITUTION, NAMED, TITLED, Span, Speaker, shifted
from db.speech.tokens import offices, tokens

STEM = 4  # letters by which words are compared: Ardania, Ardanian
WIDER = {"foreign": "minister", "premier": "minister"}
"""Kinds of offices that a text also calls by the word for a wider one."""
_CITED = re.compile(r"[^(]?\s?\(\d{4}\b")
"""A year in brackets, as stands behind the name of an author in scholarly texts."""
_OF_NATION = re.compile(r"\w{3,}(?:ien|ienne|ais|aise|ois|oise|ain|aine)s?(?<!capitaine)")
"""French words inside a title that tell of which state it is: “la ministre ardanienne des Affaires étrangères”."""
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


class Mentions:
    """All whom a text names, with what it says of them."""

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
        self._full: set[str] = set()
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
            named = [moved_speaker(one, start) for one in phrases.everyone(self._lex, piece[0])]
            cited = _CITED.match(text, piece.end() - 1) and re.search(r"[^\W\d_]+$", piece[0].rstrip())
            if cited and cited[0][0].isupper() and cited[0] not in self._lex.not_names:
                self.known.setdefault(cited[0].lower(), [])
            office = office or next((one for one in named if one.how == TITLED), None)
            self._note_joined(text, piece, at)
            for one in named:
                self.note(self._told_behind(one, office, text, at))
                if one.how == INSTITUTION and self._lex.cased:
                    self._bodies.take_in(one.title, one.span[0])
            before = self._note_beside(named, before if piece.start() - end <= 2 else None, piece[0], start)
            end = piece.end()

    def _note_joined(self, text: str, piece: re.Match[str], at: int) -> None:
        """Take in names that stand in parts: “Anton and Viktor Brandt”, “Ron ‘Rocket’ Brandt”."""
        if self._lex.code not in ("en", "fr"):
            return
        for nick in _NICKNAMED.finditer(text, piece.start(), piece.end() + 40):
            self.note(Speaker(NAMED, f"{nick[1]} {nick[2]}", "", (at + nick.start(), at + nick.end())))
        for pair in _TOGETHER.finditer(piece[0]):
            start = at + piece.start()
            if latin_given_names.is_given(pair[1]):
                span = start + pair.start(1), start + pair.end(1)
                self.note(Speaker(NAMED, f"{pair[1]} {pair[3]}", "", span))

    def _told_behind(self, one: Speaker, office: Speaker | None, text: str, at: int) -> Speaker:
        """Somebody with the name or the office that the words behind tell: “Ada Brandt has held the post since …”."""
        if one.name and office and _HOLDS.match(text, one.span[1] - at):
            return one._replace(title=office.title)
        called = _IS_CALLED.match(text, one.span[1] - at) if one.how == TITLED else None
        if called:  # “My first teacher was called Mrs Brandt”
            found = phrases.read(self._lex, text[called.end() :], self.known, whole=False, anybody=True)
            return moved_speaker(found, called.end() + at)._replace(title=one.title) if found and found.name else one
        return one

    def _note_beside(self, named: list[Speaker], before: Speaker | None, piece: str, start: int) -> Speaker | None:
        """Take in a name and a title that only a comma parts; gives back whom the piece ends with."""
        lead = _EXCELLENCY.sub("", piece[: named[0].span[0] - start]) if named else ""
        if named and before and not lead.strip():
            self._pair(before, named[0])
        if named or self._lex.cased:
            return named[-1] if named and not piece[named[-1].span[1] - start :].strip() else None
        alone = self._alone(piece, start)  # words that may be a name, if an office stands beside them
        if alone and before and not piece[: alone.span[0] - start].strip():  # not “the president, with Ada Brandt”
            self._pair(before, alone)
        return alone

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

    def first_before(self, at: int) -> str:
        """The person whom the text names most before a place, of several the first; else empty."""
        before = [one for one in self._mentions[: bisect_left(self._mentions, (at,))] if len(one.name.split()) > 1]
        number = Counter(one.name for one in before)
        most = max(before, key=lambda one: (number[one.name], -one.at), default=None)
        return most.name if most else ""

    def title_of(self, name: str) -> Titled:
        """The title that the text gives a person where it first has one; empty when it never does."""
        return self._titles.get(name, _UNTITLED)

    def only_one_between(self, first: int, last: int) -> str:
        """The person whom a stretch of the text names, when it is one alone; else empty."""
        lowest, highest = bisect_left(self._mentions, (first,)), bisect_left(self._mentions, (last,))
        names = {one.name for one in self._mentions[lowest:highest]}
        return names.pop() if len(names) == 1 else ""

    def only_person(self) -> str:
        """The person whom the text names, when it names no other in full; else empty."""
        alone = len(self._full) == 1 and self._lex.code in ("en", "fr")
        return next(iter(self._full)) if alone else ""

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

    def _has_title(self, name: str) -> bool:
        address = self._lex.code == "tr" and name.rpartition(" ")[2].lower() in turkish_names.ADDRESS
        return address or bool(self._titles.get(name))

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


def moved_speaker(one: Speaker, by: int) -> Speaker:
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
