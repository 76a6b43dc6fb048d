"""Whom of the library a suggestion means: a person by any spelling, else by an office that one alone holds.

Who is known by a name that only sounds alike, or differs by letters, may be meant; so may each of several of one name.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from db import alike_names, name_index, name_matches, sounds
from db.alike_names import Name
from db.cancel import Cancel
from db.folding import bare
from db.name_index import NameIndex, key_of
from db.speech.lexicon import lexicon
from db.speech.shapes import SOMEBODY, TITLED, Suggestion
from db.speech.tokens import offices

if TYPE_CHECKING:
    from db.library import Library

STEM = 4  # letters by which a party and the word made of its name are compared: Ardania, Ardanian
NEAR = 85  # likeness of names in per cent
LONG = 5  # letters from which a word may be nearly alike
MOST = 5  # people who are offered as the one who may be meant
HEARD, HELD = 6, 8  # words of a name that is looked for by its sound, and of one that it is compared to

SOUND, LETTERS, SHARED, SEVERAL = "sound", "letters", "shared", "several"
"""Why it is not sure who is meant: a name only sounds alike, differs by letters, or is that of several; or the text
names nobody there, and several fit, or it only brings somebody in who may be the one who holds that office.
"""

_OFFICES = """
  SELECT h.uid, l.head_title, p.uid, m.uid FROM participations l JOIN people h ON h.id = l.head_id
    JOIN parties p ON p.id = l.party_id JOIN meetings m ON m.id = l.meeting_id
  UNION ALL SELECT s.uid, q.speaker_title, p.uid, m.uid FROM quotes q JOIN people s ON s.id = q.speaker_id
    LEFT JOIN parties p ON p.id = q.party_id LEFT JOIN meetings m ON m.id = q.meeting_id
"""


class Office(NamedTuple):
    """A person who spoke or led for a party under a title at a meeting; what is not known is None."""

    person: str
    title: str | None
    party: str | None
    meeting: str | None


class Named(NamedTuple):
    """A record of the library with its name."""

    uid: str
    name: str


class Maybe(NamedTuple):
    """A person who may be meant: the name, what tells it from others, and the party for which that person speaks.

    The uid is empty where the library does not know the person, whom the text names.
    """

    uid: str
    name: str
    detail: str
    party: Named | None


class Match(NamedTuple):
    """Whom a suggestion means, and for which party that person speaks; None where that is not known.

    With a `doubt` (SOUND, LETTERS, SHARED or SEVERAL) the speaker is None, the party the one that the title names, and
    `maybe` are those who may be meant.
    """

    speaker: Named | None
    party: Named | None
    doubt: str = ""
    maybe: tuple[Maybe, ...] = ()


class People:
    """The people and parties of a library as they are now."""

    def __init__(self, library: Library, meetings: frozenset[str], cancel: Cancel) -> None:
        """`meetings` are the uids of those to which the text belongs: who was there is preferred."""
        self._library, self._cancel = library, cancel
        self._people = _Names(name_index.of(library, "person", cancel))
        self._parties = _Names(name_index.of(library, "party", cancel))
        self._meetings = meetings
        with library.reading(cancel) as conn:
            self._offices = [Office(*row) for row in conn.execute(_OFFICES)]
            self._known = _titled(self._offices)
        self._found: dict[tuple[object, ...], Match] = {}

    def match(self, one: Suggestion) -> Match:
        """Whom a suggestion means."""
        key = (one.speaker, one.title, one.language, one.others, one.how)
        if key not in self._found:
            self._found[key] = self._of_several(one) if one.others else self._match(one)
        return self._found[key]

    def _of_several(self, one: Suggestion) -> Match:
        """All whom a text may mean, the likeliest first; if they are one to the library, that person."""
        likeliest = self._match(one)
        found = list(self._one_of(likeliest, one.speaker))
        for name in one.others:
            found += self._one_of(self._match(one._replace(speaker=name, title="")), name)
        known = dict[str, Maybe]()
        for who in found:
            known.setdefault(who.uid or who.name, who)
        party = self._party_in(one.title) if one.how == TITLED else None
        return likeliest if len(known) < 2 else Match(None, party, SEVERAL, tuple(known.values())[:MOST])

    def _one_of(self, match: Match, name: str) -> Iterator[Maybe]:
        """One whom a text may mean, or each who may be meant by that name."""
        sure = [match.speaker.uid] if match.speaker else []
        for known in name_matches.named(self._library, "person", sure, self._cancel) if sure else ():
            yield Maybe(known.uid, known.name, known.detail, match.party)
        yield from match.maybe
        if name and not (match.speaker or match.maybe):
            yield Maybe("", name, "", None)

    def _match(self, one: Suggestion) -> Match:
        told = self._party_in(one.title)
        speaker = self._people.named(one.speaker) if one.speaker else None
        if speaker is None:
            speaker = self._people.inside(f"{one.title} {one.speaker}")
        if speaker is None and one.title and not one.speaker:
            speaker = self._holder(one, told)
            if speaker and one.how == SOMEBODY:  # “a minister” need not be the one who is known
                return Match(None, told, SEVERAL, tuple(self._maybe([speaker.uid], told)))
        if speaker is None:
            doubt, uids = self._people.doubtful(one.speaker)
            return Match(None, told, doubt, tuple(self._maybe(uids, told)))
        return Match(speaker, self._party_of(speaker.uid, told) or told)

    def _maybe(self, uids: list[str], told: Named | None) -> Iterator[Maybe]:
        here = {office.person for office in self._offices if office.meeting in self._meetings}
        likeliest = sorted(uids, key=lambda uid: uid not in here)[:MOST]
        for one in name_matches.named(self._library, "person", likeliest, self._cancel) if uids else ():
            yield Maybe(one.uid, one.name, one.detail, self._party_of(one.uid, told) or told)

    def _party_in(self, title: str) -> Named | None:
        """The party that a title names, also by a word made of its name: “the Ardanian foreign minister”."""
        exact = self._parties.inside(title, single=True)
        if exact:
            return exact
        stems = {word[:STEM] for word in bare(title).split() if len(word) >= STEM}
        fitting = [(len(own), uid) for uid, own in self._parties.stems.items() if own and own <= stems]
        longest = max((length for length, _ in fitting), default=0)
        found = {uid for length, uid in fitting if length == longest}
        return self._parties.record(found.pop()) if len(found) == 1 else None

    def _holder(self, one: Suggestion, party: Named | None) -> Named | None:
        """The person who alone holds the office, in the meetings of the text, else in the library."""
        same = self._known.get(key_of(one.title), set())
        kinds = _kinds(one.title, one.language)
        for offices_here in ([office for office in self._offices if office.meeting in self._meetings], self._offices):
            found = {office.person for office in offices_here if office.person in same}
            if not found and kinds and party:
                found = {
                    office.person
                    for office in offices_here
                    if office.party == party.uid and office.title and kinds & _kinds(office.title, one.language)
                }
            if found:
                return self._people.record(found.pop()) if len(found) == 1 else None
        return None

    def _party_of(self, person: str, told: Named | None) -> Named | None:
        """The party for which a person speaks: there, else ever, when it is one alone."""
        for here in ([office for office in self._offices if office.meeting in self._meetings], self._offices):
            found = {office.party for office in here if office.person == person and office.party}
            if told and told.uid in found:
                return told
            if found:
                return self._parties.record(found.pop()) if len(found) == 1 else None
        return None


class _Names:
    """The spellings of one kind of record, to be found whole, inside other words, and nearly."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._exact: dict[str, set[int]] = {}
        self._last: dict[str, set[int]] = {}
        self._by_uid = {one.uid: at for at, one in enumerate(index.records)}
        self.stems: dict[str, frozenset[str]] = {}
        for key, owner in zip(index.keys, index.owners, strict=True):
            words = key.split()
            self._exact.setdefault(key.strip(), set()).add(owner)
            if words:
                self._last.setdefault(words[-1], set()).add(owner)
            stems = frozenset(word[:STEM] for word in words if len(word) >= STEM)
            uid = index.records[owner].uid
            if stems and (uid not in self.stems or len(stems) < len(self.stems[uid])):
                self.stems[uid] = stems

    def record(self, uid: str) -> Named | None:
        """The record of a uid with its name."""
        at = self._by_uid.get(uid)
        return Named(uid, self._index.records[at].name) if at is not None else None

    def named(self, name: str) -> Named | None:
        """The record that a name surely means: a known spelling, or a surname that one alone has."""
        key = key_of(name)
        words = key.split()
        return self._only(self._exact.get(key) or self._by_surname(words)) if words else None

    def doubtful(self, name: str) -> tuple[str, list[str]]:
        """Why it is not sure whom a name means, and who that may be: who sounds most like it first.

        A known spelling means nobody whose name only is like it.
        """
        key = key_of(name)
        words = key.split()
        if not words:
            return "", []
        same = self._exact.get(key) or (self._last.get(key) if len(words) == 1 else None) or set[int]()
        near = same or self._inflected(words) | self._nearly_by_surname(words)
        found = same or near | self._sounding(name)
        doubt = "" if not found else SHARED if same else LETTERS if near else SOUND
        heard = alike_names.name(name)
        likeliest = sorted(found, key=lambda owner: (self._unlikeness(heard, owner), owner))
        return doubt, [self._index.records[owner].uid for owner in likeliest]

    def inside(self, text: str, *, single: bool = False) -> Named | None:
        """The record of which a known spelling stands in a text, the longest of several; `single` words count too."""
        words = key_of(text).split()
        for length in range(min(6, len(words)), 0 if single else 1, -1):
            found: set[int] = set()
            for at in range(len(words) - length + 1):
                found |= self._exact.get(" ".join(words[at : at + length]), set())
            if found:
                return self._only(found)
        return None

    def _only(self, owners: Iterable[int]) -> Named | None:
        found = {*owners}
        if len(found) != 1:
            return None
        one = self._index.records[found.pop()]
        return Named(one.uid, one.name)

    def _by_surname(self, words: list[str]) -> set[int]:
        """Who alone has a surname, when the words before it do not speak against it."""
        owners = self._last.get(words[-1], set())
        if len(words) == 1 or len(owners) != 1:
            return owners if len(owners) == 1 else set()
        own = self._first_words(owners)
        fits = not own or any(words[0] == other or _is_initial(words[0], other) for other in own)
        return owners if fits else set()

    def _nearly_by_surname(self, words: list[str]) -> set[int]:
        """Who has the surname, and before it a name that is nearly alike."""
        owners = self._last.get(words[-1], set()) if len(words) > 1 else set[int]()
        return {one for one in owners if any(_alike(words[0], other) for other in self._first_words({one}))}

    def _first_words(self, owners: set[int]) -> set[str]:
        return {key.split()[0] for key in self._spellings(owners) if len(key.split()) > 1}

    def _inflected(self, words: list[str]) -> set[int]:
        """Who has a spelling of as many words, each nearly alike: with an ending of case, or written otherwise."""
        if not any(len(word) >= LONG for word in words):
            return set()
        return {
            owner
            for key, owner in zip(self._index.keys, self._index.owners, strict=True)
            if len(own := key.split()) == len(words) and all(map(_alike, words, own))
        }

    def _sounding(self, name: str) -> set[int]:
        """Who has a spelling that may be the name as it sounds, in any letters."""
        heard = alike_names.name(name)
        if len(heard.words) > HEARD or not any(map(alike_names.is_telling, heard.words)):
            return set()
        index = self._index
        known = (known for word in heard.words for key in sounds.keys(word) for known in index.sounds.get(key, ()))
        owners = set[int]().union(*(index.words[word] for word in set(known)))
        return {owner for owner in owners if any(_sounds_like(heard, other) for other in self._heard(owner))}

    def _unlikeness(self, heard: Name, owner: int) -> float:
        """How unlike a name is to the spelling that sounds most like it."""
        found = (alike_names.whole(heard, other) for other in self._heard(owner))
        return min((one for one in found if one is not None), default=sounds.NEVER)

    def _heard(self, owner: int) -> Iterator[Name]:
        for place in self._index.spellings(owner):
            yield alike_names.name(self._index.shown[place] or self._index.records[owner].name)

    def _spellings(self, owners: set[int]) -> Iterable[str]:
        return (self._index.keys[place] for owner in owners for place in self._index.spellings(owner))


def _sounds_like(heard: Name, other: Name) -> bool:
    """Whether a name may be another as it sounds, or be the last words of it, with initials for some."""
    if len(other.words) > HELD:
        return False
    if alike_names.whole(heard, other) is not None:
        return True
    part = alike_names.fit(heard, other)
    return bool(part and (part.left or part.initials) and other.words[-1] not in part.left)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one: the same, nearly so, or but for an ending."""
    if one == other:
        return True
    short = min(len(one), len(other))
    if short < LONG:  # of so few letters only endings of cases may differ, and those only in Russian
        return short > 2 and one[: short - 1] == other[: short - 1] and bool(re.match("[а-яё]", one))
    stem = short - 2
    if one[:stem] == other[:stem] and abs(len(one) - len(other)) <= 3:
        return True
    from rapidfuzz import fuzz

    return one[0] == other[0] and fuzz.ratio(one, other) >= NEAR


def _is_initial(one: str, other: str) -> bool:
    """Whether a letter stands for a name."""
    return len(one) == 1 and other.startswith(one)


def _kinds(title: str, language: str) -> set[str]:
    """The kinds of offices that a title names, in the language of the text or in English."""
    return offices(lexicon(language), title) | offices(lexicon("en"), title)


def _titled(known: Iterable[Office]) -> Mapping[str, set[str]]:
    """For each title that names more than an office alone, who had it."""
    found: dict[str, set[str]] = {}
    for office in known:
        key = key_of(office.title or "")
        if len(key.split()) > 1:
            found.setdefault(key, set()).add(office.person)
    return found


def meetings_citing(conn: sqlite3.Connection, source: str) -> list[Named]:
    """The meetings on whose pages a source is cited, oldest first."""
    rows = conn.execute(_CITING, {"uid": source})
    return [Named(*row) for row in rows]


_CITING = """
  WITH cited (kind, uid) AS (
    SELECT c.record_kind, c.record_uid FROM citations c JOIN sources s ON s.id = c.source_id WHERE s.uid = :uid),
  parts (kind, uid) AS (
    SELECT kind, uid FROM cited
    UNION SELECT r.record_kind, r.record_uid FROM cited c JOIN readings r ON c.kind = 'reading' AND r.uid = c.uid)
  SELECT m.uid, m.title FROM meetings m WHERE m.uid IN (SELECT uid FROM parts WHERE kind = 'meeting')
    OR m.id IN (SELECT l.meeting_id FROM participations l JOIN parts p ON p.kind = 'participation' AND p.uid = l.uid)
    OR m.id IN (SELECT o.meeting_id FROM outcomes o JOIN parts p ON p.kind = 'outcome' AND p.uid = o.uid)
    OR m.id IN (SELECT q.meeting_id FROM quotes q JOIN parts p ON p.kind = 'quote' AND p.uid = q.uid)
  ORDER BY m.starts IS NULL, m.starts, m.id
"""
