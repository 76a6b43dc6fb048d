"""Records that may be one under two names, or one document twice: few and good guesses, each with its reason.

Names are compared word by word, in any order and in any letters: see `alike_names`. Only records that share a key, or
all words but one, or whose one name is part of the other, are compared at all: the work grows with the names, not with
their pairs. A pair of which somebody said that it is two comes last, with who said so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from db import alike_names, kept_apart, name_index, name_matches, party_names, sounds, source_twins
from db.alike_names import Name
from db.cancel import Cancel
from db.kept_apart import Apart
from db.name_index import NameIndex
from db.name_matches import NameMatch

if TYPE_CHECKING:
    from db.library import Library

KINDS = ("party", "person", "source")
MOST = 200  # pairs that are given
CROWD = 40  # records; what so many have in common says nothing
SHORTEST = 6  # letters of a word in which one may differ
SHORTEST_SWAPPED = 4  # letters of one in which two may have changed places


class LikelyTwins(NamedTuple):
    """Two records of a kind that may be one, the more used first; `score` up to 100, `why` in words.

    `apart` is what somebody said who knows that they are two.
    """

    kind: str
    one: NameMatch
    other: NameMatch
    score: int
    why: str
    apart: Apart | None


class _Form(NamedTuple):
    """A spelling of a record: its words as they are searched for, sorted, and as they sound; `main` for its name.

    `letters` are all words as one; `short` is the name of a state without the words for its form, when it has such.
    """

    owner: int
    words: tuple[str, ...]
    letters: str
    name: Name
    main: bool
    short: Name | None


_Guess = tuple[int, str]
_Pairs = dict[tuple[int, int], _Guess]

SAME: _Guess = (100, "the same name")
JOINED: _Guess = (98, "the same letters")
SHARED: _Guess = (97, "a spelling that both have")
SLIP: _Guess = (84, "one letter differs")
SWAPPED: _Guess = (82, "two letters changed places")
PART_OF_SEVERAL: _Guess = (80, "one name is part of the other")
INITIAL: _Guess = (78, "an initial in place of a name")
PART: _Guess = (72, "one name is part of the other")
LIKELIEST = 95  # of names that sound alike
ALIKE, FOREIGN = "nearly the same letters", "the same name in other letters"
BUT_FOR_STATE = 88, "the same name but for the form of state"


def find(library: Library, kind: str, cancel: Cancel) -> list[LikelyTwins]:
    """Pairs of a kind that may be one, the likeliest first and last those that are known to be two."""
    if kind == "source":
        return _sources(library, cancel)
    index = name_index.of(library, kind, cancel)
    forms = _forms(index, kind, cancel)
    pairs: _Pairs = {}
    _same_words(forms, pairs, cancel)
    _same_sounds(forms, pairs, cancel)
    _one_word_differs(forms, pairs, kind == "person", cancel)
    if kind == "person":
        _part_of_name(forms, pairs, cancel)
    else:
        _same_but_for_the_form_of_state(forms, pairs, cancel)
    uids = [record.uid for record in index.records]
    with library.reading(cancel) as conn:
        together, apart = _TOGETHER[kind](conn), kept_apart.pairs(conn, kind)
    two = {
        pair
        for pair, guess in pairs.items()
        if frozenset(uids[at] for at in pair) in together and not (kind == "party" and guess == SAME)
    }
    known = {pair: said for pair in pairs if (said := apart.get(frozenset(uids[at] for at in pair)))}
    best = sorted(pairs.keys() - two, key=lambda pair: (pair in known, -pairs[pair][0], pair))[:MOST]
    rows = [(uids[one], uids[other], *pairs[one, other], known.get((one, other))) for one, other in best]
    return _told(library, kind, rows, cancel)


def _sources(library: Library, cancel: Cancel) -> list[LikelyTwins]:
    with library.reading(cancel) as conn:
        pairs, apart = source_twins.find(conn, cancel), kept_apart.pairs(conn, "source")
    known = {pair: apart.get(frozenset(pair)) for pair in pairs}
    best = sorted(pairs, key=lambda pair: (known[pair] is not None, -pairs[pair][0]))[:MOST]
    return _told(library, "source", [(*pair, *pairs[pair], known[pair]) for pair in best], cancel)


def _forms(index: NameIndex, kind: str, cancel: Cancel) -> list[_Form]:
    found: list[_Form] = []
    for place, key in enumerate(index.keys):
        cancel.check()
        words = key.split()
        if words and len(key) <= name_matches.LONGEST:
            owner = index.owners[place]
            name = alike_names.name(index.shown[place] or index.records[owner].name)
            short = party_names.without_form_of_state(name) if kind == "party" else None
            main = key == index.own_keys[owner]
            found.append(_Form(owner, tuple(sorted(words)), "".join(words), name, main, short))
    return found


def _same_words(forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """The same words in any order, or the same letters however they are parted."""
    for one, other in _pairs_by([(form.words, form) for form in forms], cancel):
        _keep(pairs, one, other, SAME if one.main and other.main else SHARED)
    for one, other in _pairs_by([(form.letters, form) for form in forms], cancel):
        if (one.main or other.main) and one.words != other.words:
            _keep(pairs, one, other, JOINED)


def _same_sounds(forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """Words that differ only as spellings and letters do; also where one has two words for one of the other."""
    keyed = [(key, form) for form in forms for key in alike_names.keys(form.name)]
    for one, other in _pairs_by(keyed, cancel):
        if (one.main or other.main) and (apart := alike_names.whole(one.name, other.name)) is not None:
            _keep(pairs, one, other, _alike(one.name, other.name, apart))


def _alike(one: Name, other: Name, apart: float) -> _Guess:
    """How likely names are one that are so unlike; other letters tell less, and without vowels still less."""
    scripts = {word.script for name in (one, other) for word in name.words if word.script}
    other_letters = 15 if one.bare or other.bare else 5 if len(scripts) > 1 else 0
    return LIKELIEST - other_letters - _less(apart), FOREIGN if len(scripts) > 1 else ALIKE


def _less(apart: float) -> int:
    """By how much a guess is less likely for names that sound so unlike."""
    return min(20, int(apart * 20))


def _same_but_for_the_form_of_state(forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """Kazakhstan and the Republic of Kazakhstan."""
    keyed = [(key, form) for form in forms for key in alike_names.keys(form.short or form.name)]
    for one, other in _pairs_by(keyed, cancel):
        if (one.main or other.main) and (one.short or other.short):
            apart = alike_names.whole(one.short or one.name, other.short or other.name)
            if apart is not None:
                _keep(pairs, one, other, (BUT_FOR_STATE[0] - _less(apart), BUT_FOR_STATE[1]))


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
                guess = _slip(word, twin, initials)
                if guess and one.owner != other.owner and (one.main or other.main):
                    _keep(pairs, one, other, guess)


def _slip(one: str, other: str, initials: bool) -> _Guess | None:
    """How likely two words are one, written in two ways; None when they are not."""
    shorter = min(len(one), len(other))
    if one == other or one + "a" == other or other + "a" == one:  # Ivanov and Ivanova are two
        return None
    if initials and shorter == 1 and (one + other).isalpha():
        return INITIAL
    if shorter >= SHORTEST and _one_letter_differs(one, other):
        return SLIP
    if shorter >= SHORTEST_SWAPPED and sorted(one) == sorted(other) and _one_letter_differs(one, other):
        return SWAPPED
    return None


def _one_letter_differs(one: str, other: str) -> bool:
    """Whether a letter was left out, put in or mistaken, or two were changed about."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _part_of_name(forms: list[_Form], pairs: _Pairs, cancel: Cancel) -> None:
    """A person whose whole name is part of the name of just one other, or has initials in place of names of another."""
    named = [form for form in forms if form.main]
    holders: dict[str, set[int]] = {}
    for at, form in enumerate(named):
        for key in _word_keys(form.name):
            holders.setdefault(key, set()).add(at)
    for form in named:
        cancel.check()
        longer: dict[int, tuple[_Form, _Guess]] = {}
        for name in _ways(form.name):
            for other in (named[at] for at in _who_may_hold(name, holders)):
                if other.owner != form.owner and (guess := _fitting(name, other.name)):
                    longer.setdefault(other.owner, (other, guess))
        several = sum(guess is not INITIAL for _, guess in longer.values()) > 1
        for other, guess in longer.values():
            if guess is INITIAL or not several:
                _keep(pairs, form, other, guess)


def _word_keys(name: Name) -> set[str]:
    return {key for word in name.words for key in sounds.keys(word)}


def _ways(name: Name) -> Iterator[Name]:
    """A name as it is, and with its words as one."""
    yield name
    if len(name.words) > 1 and len((together := sounds.joined(name.words)).letters) >= SHORTEST:
        yield Name((together,))


def _who_may_hold(name: Name, holders: dict[str, set[int]]) -> set[int]:
    """Those who have the rarest telling word of a name; nobody when it has none, or that is too common to tell."""
    telling = [
        [holders.get(key, set()) for key in sounds.keys(word)] for word in name.words if alike_names.is_telling(word)
    ]
    if not telling:
        return set()
    rarest = min(telling, key=lambda groups: sum(map(len, groups)))
    return set[int]().union(*rarest) if sum(map(len, rarest)) <= CROWD else set()


def _fitting(name: Name, other: Name) -> _Guess | None:
    """How likely a name is part of another; None when it is not, or is as long and without initials."""
    as_long = len(name.words) == len(other.words)
    if as_long and not any(len(word.letters) == 1 for word in (*name.words, *other.words)):
        return None
    found = alike_names.fit(name, other)
    if found is None or not (found.left or found.initials):
        return None
    if found.initials:
        return INITIAL
    return PART if len(name.words) == 1 else PART_OF_SEVERAL


def _pairs_by(keyed: Iterable[tuple[Hashable, _Form]], cancel: Cancel) -> Iterator[tuple[_Form, _Form]]:
    """Pairs of different records that share a key which is not too common to mean something."""
    groups: dict[Hashable, list[_Form]] = {}
    for key, form in keyed:
        groups.setdefault(key, []).append(form)
    for group in groups.values():
        cancel.check()
        if 1 < len({form.owner for form in group}) <= CROWD:
            yield from ((one, other) for one, other in combinations(group, 2) if one.owner != other.owner)


def _keep(pairs: _Pairs, one: _Form, other: _Form, guess: _Guess) -> None:
    """Keep the better of two guesses about a pair."""
    pair = (min(one.owner, other.owner), max(one.owner, other.owner))
    pairs[pair] = max(guess, pairs.get(pair, guess))


def _told(
    library: Library, kind: str, pairs: list[tuple[str, str, int, str, Apart | None]], cancel: Cancel
) -> list[LikelyTwins]:
    uids = [uid for pair in pairs for uid in pair[:2]]
    known = {match.uid: match for match in name_matches.named(library, kind, uids, cancel)}
    return [
        LikelyTwins(kind, known[one], known[other], score, why, apart)
        for one, other, score, why, apart in pairs
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


_TOGETHER: dict[str, Callable[[sqlite3.Connection], set[frozenset[str]]]] = {
    "party": _parties_together,
    "person": _people_together,
}
