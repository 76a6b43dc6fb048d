"""Names as they sound, in Latin, Cyrillic, Greek, Arabic or Hebrew letters: which spellings may be of one name.

`words` gives the words of a text in Latin letters. A word is read as consonants with vowels between them. Its `keys`
are the consonants by classes, without vowels and h, one for each way to read the letters that languages use for
several sounds (c, j, w, kh). Words that share a key can be compared by `unlikeness`: sound by sound, and where Arabic
or Hebrew letters leave vowels out by the consonants and the vowels that are there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

MOST_READINGS = 12  # of one word
BARE_VOWEL = 0.7  # the cost of a long vowel of an abjad where the other word has another
NEVER = 9.0  # the cost of a difference between two sounds that makes two words of them

_MARKED = {
    "ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ź": "zh", "ż": "zh",
    "ğ": "g", "ı": "i", "ə": "e", "ø": "ö", "œ": "ö", "æ": "e", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ö": "ö",
    "ü": "ü", "ү": "ü", "ө": "ö", "χ": "kh", "ь": "", "ъ": "",
}  # fmt: skip
"""Letters whose marks make another sound of them; ö and ü stay, for they are not o and u."""

_GREEK = (("ου", "u"), ("ού", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("τζ", "j"))
_ARABIC = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "θ", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "ð", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "ð", "غ": "gh", "ف": "f", "ق": "k",
    "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ڤ": "v", "ة": "h", "ؤ": "w",
    **dict.fromkeys("اأإآٱعء", "a"), **dict.fromkeys("يیىئ", "y"),
}  # fmt: skip
"""θ and ð stand for what is written th and dh in English and s and z elsewhere."""
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "p", "צ": "ts",
    "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_HEBREW_SIGNED = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch", "ח": "kh", "ע": "gh", "ר": "gh", "ד": "z"}
"""Hebrew letters with a sign after them, for sounds of other languages."""
SIGNS = frozenset("'’‘‛ʼʿʾʻ`´′＇׳״")
"""Apostrophes, and what is written like one inside a word."""
_BEFORE_H = tuple("tskgzdp")
"""Letters that make another sound with an h after them, as they do not in an abjad, which has a letter for that."""
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")
ABJADS = {"ARABIC": _ARABIC, "HEBREW": _HEBREW}

_TOKEN = re.compile("tsch|dsch|shch|dzh|sch|tch|tsh|kh|gh|zh|sh|ch|ph|th|dh|ts|tz|dj|ck|qu|.")
_SOUNDS = {
    "tsch": "C", "dsch": "J", "shch": "S", "dzh": "J", "sch": "S", "tch": "C", "tsh": "C", "gh": "G", "zh": "J",
    "sh": "S", "ch": "C", "ph": "f", "th": "t", "dh": "d", "ts": "Z", "tz": "Z", "dj": "J", "ck": "k", "qu": "k",
    "x": "ks", "q": "k", "y": "i", "ħ": "h",
}  # fmt: skip
"""The sounds of letters: S as in she, C in cheese, J in joke and beige, G in Baghdad, X in Khan, Z in Donets."""
_SEVERAL = {
    "kh": ("X", "h"), "th": ("t", "th"), "dh": ("d", "dh"), "θ": ("s", "t"), "ð": ("z", "d"), "j": ("J", "i"),
    "w": ("v", "u"),
}  # fmt: skip
"""Letters that languages use for several sounds: Adham has a d and an h, Othman is Osman, Kadhimi is Kazemi."""
_SOFT = frozenset("eiyöü")  # vowels before which c is no k
_CLASSES = {
    **dict.fromkeys("bpvf", "F"), **dict.fromkeys("td", "T"), **dict.fromkeys("szSCJZ", "S"),
    **dict.fromkeys("kgXG", "K"), "m": "M", "n": "N", "l": "L", "r": "R",
}  # fmt: skip


class Word(NamedTuple):
    """A word in Latin letters; `script` is that in which it stands, `bare` whether that leaves vowels out."""

    letters: str
    script: str
    bare: bool


class Reading(NamedTuple):
    """A way to read a word: its consonants, and the vowels (and h) before, between and after them."""

    key: str
    sounds: tuple[str, ...]
    gaps: tuple[str, ...]


def words(text: str) -> list[Word]:
    """The words of a text in Latin letters; those of other scripts than the ones above stay as they are."""
    plain = unicodedata.normalize("NFKC", text.replace("\u200c", " ")).casefold()
    spaced = "".join(sign if sign in SIGNS or unicodedata.category(sign)[0] in "LNM" else " " for sign in plain)
    found = (_word(part) for part in spaced.split())
    return [word for word in found if word.letters]


def _word(text: str) -> Word:
    script = script_of(text)
    if script in ABJADS:
        return Word(_from_abjad(text, script), script, bare=True)
    text = "".join(sign for sign in text if sign not in SIGNS)
    if script == "GREEK":
        for letters, sound in _GREEK:
            text = text.replace(letters, sound)
    return Word("".join(map(_latin, text)), script, bare=False)


def script_of(text: str) -> str:
    """The script of the first letter of a text; empty when there is none."""
    return next((name for sign in text if (name := _script(sign))), "")


@lru_cache(maxsize=4096)
def _script(sign: str) -> str:
    """The script of a letter; empty for signs, digits and marks."""
    return unicodedata.name(sign, "").split(" ")[0] if unicodedata.category(sign)[0] == "L" else ""


@lru_cache(maxsize=4096)
def _latin(sign: str) -> str:
    """A letter of an alphabet in Latin ones."""
    if sign in _MARKED:
        return _MARKED[sign]
    if sign.isascii() or unicodedata.combining(sign):
        return sign if sign.isascii() else ""
    if _script(sign) not in _ALPHABETS:
        return sign
    from anyascii import anyascii

    return "".join(filter(str.isalnum, anyascii(sign).lower()))


def _from_abjad(text: str, script: str) -> str:
    letters = ABJADS[script]
    if script == "ARABIC" and len(text) > 4:
        text = text.removeprefix("ال")
    found = ""
    for at, sign in enumerate(text):
        signed = script == "HEBREW" and text[at + 1 : at + 2] in SIGNS and text[at + 1 :]
        letter = _HEBREW_SIGNED.get(sign, letters.get(sign, "")) if signed else letters.get(sign, "")
        found += "ħ" if letter == "h" and found.endswith(_BEFORE_H) else letter  # Tehran has no th, Zahra no zh
    return found or text


@lru_cache(maxsize=100_000)
def readings(word: Word) -> tuple[Reading, ...]:
    """The ways to read a word, at most MOST_READINGS."""
    parts: list[tuple[str, ...]] = []
    for found in _TOKEN.finditer(word.letters):
        token = found[0]
        if token == "c":
            parts.append(("s", "J") if word.letters[found.end() : found.end() + 1] in _SOFT else ("k", "J"))
        elif token == "j" and word.bare:
            parts.append(("J",))  # these letters have another for the i that it is in German
        else:
            parts.append(_SEVERAL.get(token) or (_SOUNDS.get(token, token),))
    every: dict[Reading, None] = {}
    for choice in product(*parts):
        every.setdefault(_reading("".join(choice), word))
        if len(every) == MOST_READINGS:
            break
    return tuple(every)


def _reading(sounds: str, word: Word) -> Reading:
    consonants: list[str] = []
    gaps = [""]
    for sound in sounds:
        if sound not in _CLASSES:
            gaps[-1] += sound
        elif consonants and not gaps[-1] and not word.bare and _CLASSES[sound] == _CLASSES[consonants[-1][0]]:
            consonants[-1] += sound  # as the two of a doubled letter
        else:
            consonants.append(sound)
            gaps.append("")
    key = "".join(_CLASSES[found[0]] for found in consonants)
    return Reading(key or f"-{word.letters}", tuple(consonants), tuple(gaps))


@lru_cache(maxsize=100_000)
def keys(word: Word) -> frozenset[str]:
    """Under which keys a word is found; one without consonants, or of a strange script, only as it is written."""
    return frozenset(reading.key for reading in readings(word))


def joined(some: Sequence[Word]) -> Word:
    """Several words written as one."""
    return Word("".join(word.letters for word in some), some[0].script, any(word.bare for word in some))


@lru_cache(maxsize=100_000)
def is_firm(one: Word, other: Word) -> bool:
    """Whether two words are alike also in what letters without vowels do tell: h, long vowels and how a word ends.

    Few consonants stand in very many words of Arabic, Persian and Hebrew; the fewer, the more of the rest must fit.
    """
    if other.bare and not one.bare:
        one, other = other, one
    if not one.bare:
        return all(len(readings(word)[0].sounds) > 1 for word in (one, other)) or unlikeness(one, other) == 0
    return any(
        _differences_of_bare(left, right) <= _FIRM.get(len(left.sounds), NEVER)
        and (_is_told(left, right, other.bare) or (other.bare and _is_told(right, left, both=True)))
        for left in readings(one)
        for right in readings(other)
        if left.key == right.key
    )


@lru_cache(maxsize=100_000)
def unlikeness(one: Word, other: Word) -> float:
    """How unlike two words are: 0 for the same sounds, NEVER or more when they are surely two."""
    if one.letters == other.letters:
        return 0.0
    if other.bare:
        one, other = other, one
    return min(
        (
            _differences_of_bare(left, right) if one.bare else _differences(left, right)
            for left in readings(one)
            for right in readings(other)
            if left.key == right.key
        ),
        default=NEVER,
    )


def _differences(one: Reading, other: Reading) -> float:
    sounds = sum(_between(*pair, _NEAR) for pair in zip(one.sounds, other.sounds, strict=True))
    between = sum(_middle(*pair) for pair in zip(one.gaps[1:-1], other.gaps[1:-1], strict=True))
    return sounds + between + _begin(one.gaps[0], other.gaps[0]) + _end(one.gaps[-1], other.gaps[-1])


def _differences_of_bare(bare: Reading, other: Reading) -> float:
    """How unlike a word of an abjad is to another: of vowels only those count that it has and tells, u and i."""
    sounds = sum(_between(*pair, _NEAR_BARE) for pair in zip(bare.sounds, other.sounds, strict=True))
    begins = 0.5 if bool(bare.gaps[0]) != bool(other.gaps[0]) else 0.0
    between = zip(bare.gaps[1:-1], other.gaps[1:-1], strict=True)
    return sounds + begins + sum(BARE_VOWEL for told, heard in between if not _may_be_heard(told, heard))


def _may_be_heard(told: str, heard: str) -> bool:
    vowels = set(_vowels(told)) - {"a"}
    return not vowels or not heard or any(one + other in _VOWELS for one in vowels for other in heard)


_FIRM = {0: 0.0, 1: 0.0, 2: 0.3, 3: 0.5, 4: 0.7, 5: 1.0}
"""How unlike a word of an abjad may be to another of so many consonants."""
_MOST_TOLD = 3
"""Consonants of a word of an abjad that is known by its vowels too."""
_TOLD = {"a": frozenset("aeoöiuü"), "u": frozenset("uoöü"), "i": frozenset("ieüö")}
"""The vowels that a letter of an abjad may stand for."""


def _is_told(bare: Reading, other: Reading, both: bool) -> bool:
    """Whether what the letters of an abjad tell of h and vowels is so in the other word."""
    number = len(bare.sounds)
    if number > _MOST_TOLD:
        return True
    first, *between = zip(bare.gaps[:-1], other.gaps[:-1], strict=True)
    told, heard = bare.gaps[-1], other.gaps[-1]
    return (
        first[0].startswith("h") == first[1].startswith("h")  # Hassan is not Ihsan
        and all(("h" in told) == ("h" in heard) for told, heard in (first, *between))
        and all(_is_heard(told, heard) for told, heard in (first, *between, (told, heard)) if _vowels(told))
        # A long vowel is written: Hussein is not Hassan.
        and not (number < _MOST_TOLD and any(len(_vowels(heard)) > 1 and not _vowels(told) for told, heard in between))
        and (bool(told) or not (_vowels(heard) if both else _vowels(heard).replace("e", "")))
    )


def _is_heard(told: str, heard: str) -> bool:
    return any(vowel in _TOLD.get(letter, letter) for letter in _vowels(told)[-1:] for vowel in _vowels(heard))


_NEAR = {
    "vf": 0.3, "bp": 0.3, "bv": 0.8, "pf": 0.8, "td": 0.3, "sz": 0.3, "SC": 0.5, "JC": 0.5, "zJ": 0.6, "sZ": 0.5,
    "zZ": 0.4, "CZ": 0.5, "SJ": 0.6, "sS": 0.8, "sC": 0.9, "kg": 0.6, "kX": 0.5, "kG": 0.7, "gG": 0.0, "XG": 0.5,
}  # fmt: skip
"""How far apart sounds of one class are; those not named are two."""
_NEAR_BARE = _NEAR | {"bv": 0.2, "pf": 0.2, "bf": 0.4, "kg": 0.3, "sS": 0.3, "pv": 0.4, "JC": 0.3, "gJ": 0.3}
"""The same where a letter of an abjad stands for both."""


def _between(one: str, other: str, near: dict[str, float]) -> float:
    """How far apart two consonants are; each may be several that stand together."""
    if one == other or set(one) & set(other):
        return 0.0
    pairs = (left + right for left in one for right in other)
    return min(near.get(pair, near.get(pair[::-1], NEVER)) for pair in pairs)


_VOWELS = frozenset(
    one + other for near in ("ae", "ei", "ou", "öo", "öe", "üu", "üi") for one in near for other in near
)
"""Pairs of vowels that may stand for one."""


def _vowels(gap: str) -> str:
    return gap.replace("h", "")


def _h(one: str, other: str, cost: float) -> float:
    return cost if ("h" in one) != ("h" in other) else 0.0


def _begin(one: str, other: str) -> float:
    cost = _h(one, other, 0.6)
    one, other = (gap[1:] if len(gap := _vowels(each)) > 1 and gap[0] == "i" else gap for each in (one, other))
    if one == other:
        return cost
    return cost + 0.2 if one and other and one[0] + other[0] in _VOWELS else NEVER


def _middle(one: str, other: str) -> float:
    cost = _h(one, other, 0.2)
    one, other = _vowels(one), _vowels(other)
    if one == other:
        return cost
    if not one or not other:
        return cost + (0.3 if set(one + other) <= {"e", "i"} else 0.5)
    return cost + 0.15 if any(left + right in _VOWELS for left in one for right in other) else NEVER


def _end(one: str, other: str) -> float:
    """An a more or less makes another word: Ivanov and Ivanova, Amin and Amina are two."""
    cost = _h(one, other, 0.1)
    one, other = _vowels(one), _vowels(other)
    if one == other:
        return cost
    if not one or not other:
        return cost + 0.3 if one + other == "e" else NEVER
    return cost + 0.15 if one[-1] + other[-1] in _VOWELS else NEVER
