"""People as a text mentions them, and how their names are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.speech import turkish_names
from db.speech.lexicon import Lexicon
from db.speech.shapes import Span
from db.speech.tokens import tokens

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
