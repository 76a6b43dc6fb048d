"""Records that may be one under two names: few and good guesses, each with its reason.

Names are compared word by word, in any order. Two words are alike when they have the same letters but for vowels and
the usual differences between transliterations, or when one letter differs in a long word. Only records that share all
but one word, so read, are compared at all: the work grows with the names, not with their pairs.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from db import name_index, name_matches
from db.cancel import Cancel
from db.name_index import NameIndex
from db.name_matches import NameMatch

if TYPE_CHECKING:
    from db.library import Library

KINDS = ("party", "person")
MOST = 200  # pairs that are given
CROWD = 40  # records; what so many have in common says nothing
SHORTEST = 6  # letters of a word in which one may differ

_ALIKE = (
    ("x", "ks"), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("tch", "ch"), ("w", "v"),
    ("ff", "f"), ("q", "k"), ("c(?!h)", "k"), ("[yj](?=[aeiou])", "i"),
)  # fmt: skip
_LETTERS = tuple((re.compile(pattern), sign) for pattern, sign in _ALIKE)
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiouy]+")


class LikelyTwins(NamedTuple):
    """Two records of a kind that may be one, the more used first; `score` up to 100, `why` in words."""

    kind: str
    one: NameMatch
    other: NameMatch
    score: int
    why: str


class _Form(NamedTuple):
    """A spelling of a record: its words and their bones, sorted, and all bones as they come; `main` for its name."""

    owner: int
    words: tuple[str, ...]
    bones: tuple[str, ...]
    joined: str
    main: bool


_Guess = tuple[int, str]
_Pairs = dict[tuple[int, int], _Guess]


def find(library: Library, kind: str, cancel: Cancel) -> list[LikelyTwins]:
    """Pairs of parties or people that may be one, the likeliest first."""
    index = name_index.of(library, kind, cancel)
    forms = _forms(index, cancel)
    pairs: _Pairs = {}
    _same_words(forms, pairs, cancel)
    _same_bones(forms, pairs, cancel)
    _one_word_differs(forms, pairs, kind == "person", cancel)
    if kind == "person":
        _part_of_name(index, forms, pairs, cancel)
    with library.reading(cancel) as conn:
        together = _TOGETHER[kind](conn)
    uids = [record.uid for record in index.records]
    kept = {pair: guess for pair, guess in pairs.items() if frozenset(uids[at] for at in pair) not in together}
    best = sorted(kept, key=lambda pair: (-kept[pair][0], pair))[:MOST]
    return _told(library, kind, [(uids[one], uids[other], *kept[one, other]) for one, other in best], cancel)


@lru_cache(maxsize=100_000)
def bones(word: str) -> str:
    """A word without vowels, but for the first letter, and without what transliterations differ in."""
    for pattern, sign in _LETTERS:
        word = pattern.sub(sign, word)
    word = _TWICE.sub(r"\1", word)
    return word[:1] + _TWICE.sub(r"\1", _VOWELS.sub("", word[1:]))


def _forms(index: NameIndex, cancel: Cancel) -> list[_Form]:
    found: list[_Form] = []
    for place, key in enumerate(index.keys):
        cancel.check()
        words = key.split()
        if words and len(key) <= name_matches.LONGEST:
            owner = index.owners[place]
            read = [bones(word) for word in words]
            main = key == index.own_keys[owner]
            found.append(_Form(owner, tuple(sorted(words)), tuple(sorted(read)), "".join(read), main))
    return found


def _same_words(forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """The same words in any order."""
    for one, other in _pairs_by([(form.words, form) for form in forms], cancel):
        both = one.main and other.main
        _keep(pairs, one, other, 100 if both else 97, "the same name" if both else "a spelling that both have")


def _same_bones(forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """Words that differ only as transliterations do; also where one has two words for one of the other."""
    keyed = [(form.bones, form) for form in forms] + [((form.joined,), form) for form in forms if len(form.words) > 1]
    for one, other in _pairs_by([(key, form) for key, form in keyed if max(map(len, key)) > 1], cancel):
        if _is_telling(one, other):
            _keep(pairs, one, other, 60 + _likeness(one, other) * 35 // 100, "nearly the same letters")


def _is_telling(one: _Form, other: _Form) -> bool:
    """Whether names are long enough, and alike enough, for vowels not to matter."""
    letters = min(len("".join(form.words)) for form in (one, other))
    return letters >= SHORTEST and _likeness(one, other) >= 60


def _likeness(one: _Form, other: _Form) -> int:
    from rapidfuzz import fuzz

    return int(fuzz.ratio(" ".join(one.words), " ".join(other.words)))


def _one_word_differs(forms: list[_Form], pairs: _Pairs, initials: bool, cancel: Cancel) -> None:
    """All words the same but one, in which a letter differs or, with `initials`, of which only the first is given."""
    blocks: dict[tuple[tuple[str, ...], str], list[tuple[_Form, str]]] = {}
    for form in forms:
        if len(form.words) != 1:
            for at, word in enumerate(form.words):
                rest = (*form.words[:at], *form.words[at + 1 :])
                if any(len(other) > 1 for other in rest):
                    blocks.setdefault((rest, word[0]), []).append((form, word))
        else:
            (word,) = form.words
            if len(word) > SHORTEST:
                blocks.setdefault(((), word[:3]), []).append((form, word))
    for block in blocks.values():
        cancel.check()
        if len({form.owner for form, _ in block}) <= CROWD:
            for (one, word), (other, twin) in combinations(block, 2):
                score, why = _slip(word, twin, initials)
                if score and one.owner != other.owner and (one.main or other.main):
                    _keep(pairs, one, other, score, why)


def _slip(one: str, other: str, initials: bool) -> _Guess:
    """How likely two words are one, written in two ways; 0 when they are not."""
    if one == other:
        return 0, ""
    if initials and min(len(one), len(other)) == 1 and (one + other).isalpha():
        return 78, "an initial in place of a name"
    if min(len(one), len(other)) >= SHORTEST and _one_letter_differs(one, other):
        return 84, "one letter differs"
    return 0, ""


def _one_letter_differs(one: str, other: str) -> bool:
    """Whether a letter was left out, put in or mistaken, or two were changed about."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _part_of_name(index: NameIndex, forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """A person whose whole name is part of the name of just one other."""
    named = {form.owner: form for form in forms if form.main}
    for form in named.values():
        cancel.check()
        wanted = frozenset(form.words)
        rarest = min((index.words[word] for word in wanted), key=len)
        if max(map(len, wanted)) < SHORTEST - 2 or len(rarest) > CROWD:
            continue
        holders = [owner for owner in rarest if owner in named and wanted < frozenset(named[owner].words)]
        if len(holders) == 1:
            score = 72 if len(wanted) == 1 else 80
            _keep(pairs, form, named[holders[0]], score, "one name is part of the other")


def _pairs_by(keyed: list[tuple[tuple[str, ...], _Form]], cancel: Cancel) -> Iterator[tuple[_Form, _Form]]:
    """Pairs of different records that share a key which is not too common to mean something."""
    groups: dict[tuple[str, ...], list[_Form]] = {}
    for key, form in keyed:
        groups.setdefault(key, []).append(form)
    for group in groups.values():
        cancel.check()
        if 1 < len({form.owner for form in group}) <= CROWD:
            yield from ((one, other) for one, other in combinations(group, 2) if one.owner != other.owner)


def _keep(pairs: _Pairs, one: _Form, other: _Form, score: int, why: str) -> None:
    """Keep the better of two guesses about a pair."""
    pair = (min(one.owner, other.owner), max(one.owner, other.owner))
    if score > pairs.get(pair, (0, ""))[0]:
        pairs[pair] = (score, why)


def _told(library: Library, kind: str, pairs: list[tuple[str, str, int, str]], cancel: Cancel) -> list[LikelyTwins]:
    uids = [uid for pair in pairs for uid in pair[:2]]
    known = {match.uid: match for match in name_matches.named(library, kind, uids, cancel)}
    return [
        LikelyTwins(kind, known[one], known[other], score, why)
        for one, other, score, why in pairs
        if one in known and other in known
    ]


def _parties_together(conn: sqlite3.Connection) -> set[frozenset[str]]:
    """Parties that sat at one table are two, as a rule."""
    sql = """
      SELECT DISTINCT x.uid, y.uid FROM participations a
      JOIN participations b ON b.meeting_id = a.meeting_id AND b.party_id > a.party_id
      JOIN parties x ON x.id = a.party_id JOIN parties y ON y.id = b.party_id
    """
    return {frozenset(row) for row in conn.execute(sql)}


def _people_together(conn: sqlite3.Connection) -> set[frozenset[str]]:
    """People who led two delegations of one meeting are two."""
    sql = """
      SELECT DISTINCT x.uid, y.uid FROM participations a
      JOIN participations b ON b.meeting_id = a.meeting_id AND b.head_id > a.head_id AND b.party_id <> a.party_id
      JOIN people x ON x.id = a.head_id JOIN people y ON y.id = b.head_id
    """
    return {frozenset(row) for row in conn.execute(sql)}


_TOGETHER = {"party": _parties_together, "person": _people_together}
