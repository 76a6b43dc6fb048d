"""The words of a text in all forms by which the search finds them, and what the index holds of them.

A word is a run of letters, digits and marks, with single hyphens and apostrophes inside. It is found by its parts
folded (de escalation), by these joined (deescalation), by its Latin letters where it is written in others, and, where
it may be a name, by how it sounds. An acronym is a word (U.N. is found as UN), and where it is spelled as an everyday
word the index also knows that it has capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from db import everyday_words, folding, sounds

HYPHENS = "-‐‑־﹣－\u200c"
"""What parts a word without ending it, the joiner of Persian words among them."""
MOST_PARTS = 16
"""Parts of one word; what is longer goes on as another."""
MOST_WORDS = 64
"""Words of one phrase."""
KNOWN, APART, ACRONYM, AGAIN = "8", "9", "1", "3"
"""What tokens of sounds begin with that are none: of a word that is known to be a name, of what it is not though it
sounds so, and in the index of an acronym and of a name that stands several times and not always beside the same."""
_PARTED = re.compile(f"(?<![ad])a(?:[.]a){{1,9}}(?![ad])|[ad]+(?:[-'][ad]+){{0,{MOST_PARTS - 1}}}")
_ASCII = re.compile(
    "(?<![a-zA-Z0-9])[a-zA-Z](?:[.][a-zA-Z]){1,9}(?![a-zA-Z0-9])"
    f"|[a-zA-Z0-9]+(?:[-'`][a-zA-Z0-9]+){{0,{MOST_PARTS - 1}}}"
)
_SEPARATOR = re.compile(f"[.{re.escape(HYPHENS + ''.join(sorted(sounds.SIGNS)))}]")
_PIECE = re.compile(_SEPARATOR.pattern.replace("[", "[^") + "+")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "HANGUL")
"""Scripts whose letters are no help in Latin ones, as they part no words or are read in several ways."""
_ATTACHED = re.compile(r"^[cdjlmnst]['’](?=\w)|['’]s$", re.IGNORECASE)
"""What French puts before a name and English after it."""
_LONGEST = 40  # letters of a word that may be a name
_LONGEST_ACRONYM = 6


class Forms(NamedTuple):
    """The forms of a word as it is written: see `Word`."""

    parts: tuple[str, ...]
    whole: str
    romans: tuple[str, ...]
    others: tuple[str, ...]
    is_name: bool


class Word(NamedTuple):
    """A word of a text, from `starts` to `ends` in code points.

    `parts` are folded, `whole` is these joined, empty when there is one; `romans` are the parts in Latin letters, empty
    when these are the same; `others` are all else that it may be written as in these: joined, ä as ae. `is_name` says
    whether it may be a name: capitalised, or in letters without case.
    """

    starts: int
    ends: int
    raw: str
    parts: tuple[str, ...]
    whole: str
    romans: tuple[str, ...]
    others: tuple[str, ...]
    is_name: bool

    @property
    def latin(self) -> tuple[str, ...]:
        """What the index holds of it in Latin letters, beside the parts and the whole."""
        return self.romans + self.others

    @property
    def keys(self) -> tuple[str, ...]:
        """The tokens of its sounds, whether it may be a name or not."""
        return keys(self.raw)


class Sought(NamedTuple):
    """A word or phrase that is searched for, and so marked where it stands.

    `beginning` says whether the last word is one; `sounds` are the tokens of what sounds like it and is found too;
    `plain` says that it is found in no other letters; `typed` is what the person typed when this is another spelling
    of it; `names` are those of people in which it is not meant.
    """

    words: tuple[Word, ...]
    beginning: bool = False
    sounds: tuple[str, ...] = ()
    typed: str = ""
    names: tuple[str, ...] = ()
    plain: bool = False


class Columns(NamedTuple):
    """What the index holds of a text."""

    text: str
    whole: str
    latin: str
    keys: str


def words(text: str) -> list[Word]:
    """The words of a text; runs without a letter or digit are none."""
    return [Word(start, end, raw, *forms) for start, end, raw in runs(text) if (forms := forms_of(raw)).parts]


def runs(text: str) -> list[tuple[int, int, str]]:
    """Where the words of a text stand, also such as have no letter or digit, and each without what is not seen."""
    if text.isascii():
        return [(*found.span(), found[0]) for found in _ASCII.finditer(text)]
    found = (found.span() for found in _PARTED.finditer(text.translate(_SHAPES)))
    if any(map(_is_unseen, set(text))):
        return [_cleaned(text, start, end) for start, end in found]
    return [(start, end, text[start:end]) for start, end in found]


def columns(*texts: str) -> Columns:
    """The forms of all words of some texts, as the index holds them."""
    found = [_columns(raw) for text in texts for raw in _raws(text)]
    others = [columns for columns in found if len(columns) > 1]
    whole, latin, heard = (_joined(others, at) for at in (1, 2, 3))
    if again := _again(found, others):
        heard = " ".join((heard, *again))
    return Columns(" ".join([columns[0] for columns in found]), whole, latin, heard)


def _again(found: Sequence[Columns | tuple[str]], others: Sequence[Columns | tuple[str]]) -> list[str]:
    """Tokens for the names of one part that stand several times, but not always before the same nor after the same.

    One that is a part of a longer name then stands without the rest of that too.
    """
    names = [columns[0] for columns in others if len(columns) > 1 and columns[3]]
    if len(names) == len(set(names)):
        return []
    beside: dict[str, tuple[set[str], set[str]]] = {name: (set(), set()) for name in names if " " not in name}
    words = ["", *(columns[0] for columns in found), ""]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if word in beside:
            beside[word][0].add(before)
            beside[word][1].add(after)
    return [AGAIN + name for name, sides in beside.items() if all(len(side) > 1 for side in sides)]


def small(texts: Iterable[str]) -> set[str]:
    """The words of some texts that are written without a capital, in Latin letters as they sound.

    A text in which there are no capitals at all tells nothing of that.
    """
    found = {raw for text in texts if text != text.lower() for raw in _raws(text)}
    return {heard.letters for raw in found for heard in _small(raw)}


@lru_cache(maxsize=1 << 15)
def _small(raw: str) -> tuple[sounds.Word, ...]:
    if raw != raw.lower() or raw == raw.upper() or len(raw) < 3 or everyday_words.is_everyday(raw):
        return ()
    return tuple(_heard(raw))


def _joined(found: Sequence[Columns | tuple[str]], at: int) -> str:
    return " ".join(filter(None, (columns[at] for columns in found)))


@lru_cache(maxsize=1 << 16)
def _columns(raw: str) -> Columns | tuple[str]:
    """What the index holds of a word; the first column only where there is nothing in the others."""
    forms = forms_of(raw)
    parts, latin = " ".join(forms.parts), " ".join(forms.romans + forms.others)
    heard = " ".join(keys(raw)) if forms.is_name else ACRONYM + acronym(raw) if acronym(raw) else ""
    return Columns(parts, forms.whole, latin, heard) if forms.whole or latin or heard else (parts,)


class _Shape(dict[int, str]):
    """For each code point what it is in a word: a letter, a hyphen, an apostrophe, or nothing of it."""

    def __missing__(self, point: int) -> str:
        self[point] = found = _shape(chr(point))
        return found


def _shape(sign: str) -> str:
    if sign in HYPHENS:
        return "-"
    if sign in sounds.SIGNS:
        return "'"
    category = unicodedata.category(sign)
    return (
        "." if sign == "." else "d" if category[0] == "N" else "a" if category[0] in "LM" or category == "Cf" else " "
    )


_SHAPES = _Shape()


def _raws(text: str) -> Sequence[str]:
    return _ASCII.findall(text) if text.isascii() else [raw for _, _, raw in runs(text)]


def _cleaned(text: str, start: int, end: int) -> tuple[int, int, str]:
    """A run without what is not seen before and after it, and its letters without such inside."""
    while start < end and _is_unseen(text[start]):
        start += 1
    while start < end and _is_unseen(text[end - 1]):
        end -= 1
    return start, end, _without_unseen(text[start:end])


def _is_unseen(sign: str) -> bool:
    return sign not in HYPHENS and unicodedata.category(sign) == "Cf"


def _without_unseen(raw: str) -> str:
    return "".join(sign for sign in raw if not _is_unseen(sign))


@lru_cache(maxsize=1 << 15)
def forms_of(raw: str) -> Forms:
    """The forms of a word; without parts when it has no letter or digit."""
    pieces = [piece for piece in _SEPARATOR.split(raw) if any(map(str.isalnum, piece))]
    split = [[part for part in folding.letters(piece).split() if any(map(str.isalnum, part))] for piece in pieces]
    parts = tuple(chain.from_iterable(split))
    whole = "".join(parts) if len(parts) > 1 else ""
    is_name = _is_name(raw, pieces)
    if raw.isascii():
        return Forms(parts, whole, (), (), is_name)
    if len(parts) != len(pieces):  # ½ is two numbers
        return Forms(parts, whole, (), (), is_name)
    romans = tuple(_roman(piece) or part for piece, part in zip(pieces, parts, strict=True))
    joined = "".join(pieces).casefold()
    others = dict.fromkeys((_roman(joined) if whole else "", folding.letters(joined.translate(_GERMAN))))
    written = {"", whole, *parts, *romans}
    return Forms(
        parts,
        whole,
        () if romans == parts else romans,
        tuple(other for other in others if other not in written),
        is_name,
    )


def _is_name(raw: str, pieces: Sequence[str]) -> bool:
    """Whether a word may be a name: one with a capital, or in letters without case, and no everyday word."""
    capital = any(piece[0].isupper() for piece in pieces)
    uncased = not capital and len(raw) >= 3 and sounds.script_of(raw) in sounds.ABJADS
    return (capital or uncased) and not _is_everyday(raw)


def _is_everyday(raw: str) -> bool:
    return everyday_words.is_everyday(_ATTACHED.sub("", raw).replace(".", ""))


def acronym(raw: str) -> str:
    """A word of capitals that is spelled as an everyday one, as this is; empty for any other."""
    letters = raw.replace(".", "")
    found = 1 < len(letters) <= _LONGEST_ACRONYM and letters.isalpha() and letters.isupper()
    return folding.letters(letters) if found and everyday_words.is_everyday(letters) else ""


def pieces(raw: str) -> list[tuple[int, int]]:
    """Where the pieces of a word stand in it, between its hyphens and apostrophes."""
    return [found.span() for found in _PIECE.finditer(raw)]


def _roman(piece: str) -> str:
    """A piece of a word in Latin letters as they sound; empty where these would be no help."""
    script = sounds.script_of(piece)
    if piece.isascii() or script in sounds.ABJADS or script in _UNSPACED:
        return ""
    found = folding.letters("".join(word.letters for word in sounds.words(piece)))
    if not found.isascii():
        from anyascii import anyascii

        found = "".join(filter(str.isalnum, anyascii(piece).lower()))
    return "".join(found.split())


@lru_cache(maxsize=1 << 15)
def keys(raw: str) -> tuple[str, ...]:
    """The tokens under which the index holds how a word sounds: its consonants, then its letters."""
    return tuple(dict.fromkeys(token for heard in _heard(raw) for token in sound_tokens(heard)))


def _heard(raw: str) -> list[sounds.Word]:
    """The words that are heard in one: its parts without articles, and all of it when it has several."""
    from db import alike_names

    bare = _ATTACHED.sub("", raw).replace(".", "")
    found = list(alike_names.name(bare).words) if len(raw) <= _LONGEST else []
    return [*found, sounds.joined(found)] if len(found) > 1 else found


def sound_tokens(heard: sounds.Word) -> list[str]:
    """A token for each way to read a word: 0, its consonants, 1 if it leaves vowels out and else 0, its letters."""
    letters = "".join(filter(str.isalpha, heard.letters))
    readings = sorted(sounds.keys(heard))
    return [f"0{key.lower()}{int(heard.bare)}{letters}" for key in readings if key[0] != "-"]


def sound_groups(text: str, apart: Sequence[str] = (), known: bool = False) -> list[list[str]]:
    """The tokens of each word that is heard in one, and of all of it where these are several; none where it is no name.

    It is none when it has a digit or is an everyday word, unless it is `known` to be one. What has the tokens `apart`
    is known to be another.
    """
    found = words(text)
    if len(found) != 1 or len("".join(found[0].parts)) < 3 or any(map(str.isdigit, text)):
        return []
    if not known and _is_everyday(found[0].raw):
        return []
    heard = [sound_tokens(each) for each in _heard(found[0].raw)]
    others = [*([KNOWN] if known else []), *(APART + token for token in apart)]
    return [[*tokens, *others] for tokens in heard] if all(heard) else []


def spellings(found: Sequence[Word], plain: bool = False) -> list[tuple[str, ...]]:
    """The ways in which a word or phrase may stand in the columns of the index: as it is parted, joined, Latin.

    Those in Latin letters are left out of the `plain` ones.
    """
    if not found:
        return []
    ways = [
        tuple(chain.from_iterable(word.parts for word in found)),
        tuple(word.whole or word.parts[0] for word in found),
    ]
    if plain:
        return list(dict.fromkeys(ways))
    ways += [
        tuple(chain.from_iterable(word.romans or word.parts for word in found)),
        *((other,) for other in found[0].others if len(found) == 1),
    ]
    return list(dict.fromkeys(ways))
