"""Whom a text names, and what it says of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple

from db.folding import bare
from db.speech import gender, phrases, things, turkish_names
from db.speech.bodies import Bodies
from db.speech.lexicon import Lexicon
from db.speech.shapes import INSTITUTION, NAMED, TITLED, Span, Speaker, moved_speaker
from db.speech.tokens import Token, offices, tokens

STEM = 4  # letters by which words are compared: Ardania, Ardanian
GENERIC = re.compile(
    r"(?:the |this |l[ea] |ce |cette |der |die |bu |هذا |هذه |این )?(?:[^ ]*(?:politician|diplomat|lawmaker|"
    r"official|politique|politiker|"
    r"diplomatin)|députée?|diplomate|responsable|abgeordneter?|politikerin|(?:политик|депутат|дипломат|"
    r"чиновник|парламентари|сенатор|эксперт|собеседник|политолог|аналитик|старик|исследовател)(?:[аийья]|ом|"
    r"ем)?|чиновница|"
    r"собеседница|учёный|писатель(?:ница)?|(?:ال)?(?:مسؤول|دبلوماسي|نائب|سياسي|شاعر|خبير)ة?|مقام|دیپلمات|"
    r"سیاستمدار|کارشناس|نماینده|"
    r"رمان‌نویس|نویسنده|هنرمند|پژوهشگر|استاد|پیرمرد|پیرزن|شاعر|کارگردان|تحلیلگر|تحلیل‌گر|مورخ)(?:\s\S*ساله)?",
)
"""Words that may be said of many: “the politician”."""
FORMER = re.compile(
    r"\b(?:former|ex|ancienne?|ehemalige[rn]?|eski|sabık|бывш\w+|экс|(?:ال)?سابقة?|پیشین|اسبق)\b", re.IGNORECASE
)
DIPLOMAT = re.compile(
    r"diplomat|arabulucu|mediator|vermittler|médiat|дипломат|посредни|دبلوماسي|وسيط|دیپلمات|میانجی", re.IGNORECASE
)
DIPLOMATS = frozenset({"envoy", "foreign", "delegate"})
"""Kinds of offices that diplomats hold."""
FARTHEST = 500  # mentions back, or ahead, to which a title may point
WIDER = {"foreign": "minister", "premier": "minister"}
"""Kinds of offices that a text also calls by the word for a wider one."""
_CITED = re.compile(r"[^(]?\s?\(\d{4}\b")
"""A year in brackets, as stands behind the name of an author in scholarly texts."""
_EXCELLENCY = re.compile(r"\b(?:H\.?\s?E\.?|S\.?\s?E\.?|(?:His|Her)\s+Excellency|Son\s+Excellence)\s*$")
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
    """Whom a speaker turned out to be, how sure that is, from 0 to 1, and the names of others who may be meant.

    Somebody `new` was brought in by a title, and not by name.
    """

    name: str
    title: str
    sure: float
    others: tuple[str, ...] = ()
    new: bool = False


class Asked(NamedTuple):
    """A title alone whose holder is looked for.

    `kinds` and `stems` are its kinds of offices and its other words, `before` those named before it, `told` the gender
    that a verb tells; `early` says that it stands before the verb; `span` is where its words stand.
    """

    title: str
    kinds: set[str]
    stems: frozenset[str]
    at: int
    before: list[Mention]
    told: str
    early: bool
    span: Span


class Mentions:
    """All whom a text names, with what it says of them."""

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
        self._bodies = Bodies()
        self._titled_at: list[tuple[int, Speaker]] = []
        """Where somebody is told by a title alone."""

    def scan(self, text: str, at: int) -> None:
        """Take in whom a paragraph names, before any is read for speech; `at` is where it begins."""
        before: Speaker | None = None
        end = -3
        pieces = [*_PIECE.finditer(text)]
        for piece, following in zip_longest(pieces, pieces[1:]):
            start = at + piece.start()
            beyond = following.end() if following and self._reads_on else piece.end()
            named = self._named_in(piece, at, beyond)
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

    def _named_in(self, piece: re.Match[str], at: int, end: int) -> list[Speaker]:
        """Whom a piece of a paragraph that begins at a place names, by what follows up to `end` too."""
        found = phrases.everyone(self._lex, piece.string[piece.start() : end])
        return [moved_speaker(one, at + piece.start()) for one in found if one.span[1] <= len(piece[0])]

    def _take_in(self, one: Speaker) -> None:
        """Remember somebody named, or told by a title alone, or an institution."""
        self.note(one)
        if one.how == TITLED:
            self._titled_at.append((one.span[0], one))
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
        return not title or title in self._lex.honorifics

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

    def _place(self, word: str, at: int, name: str) -> None:
        """Remember where a name stands that a word alone is enough to tell."""
        places = self.known.setdefault(word, [])
        place = bisect_left(places, (at, name))
        if not any(one == name for _, one in places[max(0, place - 1) : place + 1]):
            places.insert(place, (at, name))

    def _note_first(self, name: str, at: int) -> None:
        """Remember the first name of somebody named in full, where people may be called by it."""

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

    def _named_before(self, at: int, most: int) -> list[Mention]:
        """The last mentions before a place, so many at most."""
        place = bisect_left(self._mentions, (at,))
        return self._mentions[max(0, place - most) : place]

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

    def _has_title(self, name: str) -> bool:
        """Whether the text gives a person an office."""
        return bool(self._titles.get(name))

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


def has_all(name: str, words: list[str]) -> bool:
    """Whether a name has all of some words and more: initials stand for words that begin with them."""
    own = [*filter(None, re.split(r"(?<=\.)|\s+", name))]
    spelled = sum(not word.endswith(".") for word in own)
    wanted = sum(not word.endswith(".") for word in words)
    if spelled < wanted or (spelled == wanted and len(own) <= len(words)):
        return False
    return all(word in own or (word.endswith(".") and any(one.startswith(word[:-1]) for one in own)) for word in words)


def is_part(title: str, other: str) -> bool:
    """Whether a title is a longer one in short: “the minister”, “the minister of transport”."""
    words, own = title.lower().split(), other.lower().split()
    return len(words) < len(own) and words in (own[: len(words)], own[-len(words) :])


def last_word(name: str) -> str:
    if turkish_names.INITIALS.fullmatch(name):
        return name.lower()
    return re.split(r"[’']", re.split(r"[\s.]+", name.strip(" ."))[-1])[0].lower()


def last_words(lex: Lexicon, names: Iterable[str]) -> Iterator[str]:
    """The words that alone are enough to name people, with and without an article before them."""
    for name in names:
        words = tokens(lex, name)
        words = turkish_names.with_surnames(words, ()) if lex.code == "tr" else words
        if len(words) > 1 and words[-1].is_word and not words[-1].title and len(words[-1].key) >= STEM:
            yield words[-1].key
            yield re.sub(r"^(?:al|el|an|ar|as|ash|ad|at|аль|эль|ас|ан|ад|ат)[-’]", "", words[-1].key)
