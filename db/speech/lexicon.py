"""What the recognisers know of a language: its verbs of saying, titles, and the small words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

MODULES = {
    "en": "english", "ru": "russian", "de": "german", "fr": "french", "tr": "turkish", "ar": "arabic", "fa": "persian",
}  # fmt: skip
"""The languages in which speech is looked for, with the module that knows each."""

LEFT, RIGHT = r"(?<!\w)", r"(?![\w\u200c])"
Words = re.Pattern[str]
NEVER: Words = re.compile(r"(?!)")


class Lexicon(NamedTuple):
    """One language.

    `order` is where the subject stands: svo, vso or sov. `said` are verbs that go with words in quotation marks as
    well as with reported speech, `reports` those that only report, `judges` those that report by a quoted word,
    `transitive` those after which whom it was said to stands first.
    `titles` are kinds of offices with the words for them; `before_name` are articles and other words that may stand
    before a name or title, `of` what leads from an office to its place, `stops` words that no name or title goes
    beyond.
    """

    code: str
    order: str
    cased: bool
    said: Words
    reports: Words
    judges: Words
    transitive: Words
    not_said: Words
    according: Words
    according_self: Words
    according_after: Words
    titles: Mapping[str, Words]
    institutions: Words
    sides: Words
    pronouns: Words
    many: Words
    honorifics: frozenset[str]
    before_name: frozenset[str]
    of: frozenset[str]
    stops: frozenset[str]
    joins: frozenset[str]
    not_names: frozenset[str]
    around: Words
    adjuncts: Words
    relatives: Words
    documents: Words
    back: Words
    in_house: Words
    common: frozenset[str]


@cache
def lexicon(code: str) -> Lexicon:
    """What is known of a language, a key of MODULES."""
    found: Lexicon = import_module(f"db.speech.{MODULES[code]}").LEXICON
    return found


def words(text: str, *, ends: str = RIGHT) -> Words:
    """A pattern for any of some words, parted by blanks, in which `_` is a blank and the rest a regular expression."""
    forms = sorted(text.split(), key=len, reverse=True)
    found = "|".join(form.replace("_", r"\s+") for form in forms)
    return re.compile(f"{LEFT}(?:{found}){ends}", re.IGNORECASE)


def a_set(text: str) -> frozenset[str]:
    """Some words, parted by blanks."""
    return frozenset(text.split())
