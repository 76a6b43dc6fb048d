"""What the recognisers know of a language: its verbs of saying, titles, and the small words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

LANGUAGES = ("en", "ru", "de", "fr", "tr", "ar", "fa")
"""The languages in which speech is looked for."""

LEFT, RIGHT = r"(?<!\w)", r"(?![\w\u200c])"
Words = re.Pattern[str]
NEVER: Words = re.compile(r"(?!)")


class Lexicon(NamedTuple):
    """One language.

    `order` is where the subject stands: svo, vso or sov; `cased` tells whether it has capitals.

    Verbs: `said` go with words in quotation marks as well as with reported speech, `reports` only report, `judges`
    report by a quoted word; `participles` say in passing; `inverting` has the shape of those that may say who spoke,
    between words spoken and a pronoun or title; after `transitive` ones stands whom it was said to; before `not_said`
    none says anything.
    `according` leads to whose words they are, `according_self` points to who was named before, `according_after`
    stands behind the name. `back` begins a sentence that tells who said the one before, `in_house` what was said in
    an institution.

    Speakers: `titles` are kinds of offices with the words for them, beside them `institutions`, `sides` (several
    together), `pronouns`, what else is `pointing` to somebody as they do, and those for `many`; `honorifics` and
    `before_name` may stand before a name or title, `of` leads from an office to its place, no name or title goes
    beyond `stops`, `joins` put two clauses together, `not_names` are capitals that are no names.

    Around them: `around` are small words between a subject and its verb, `adjuncts` begin what else may stand there,
    `relatives` a clause of its own; before `documents` words in quotation marks are a title; `common` words tell the
    language.
    """

    code: str
    order: str
    cased: bool
    said: Words
    reports: Words
    judges: Words
    transitive: Words
    participles: Words
    not_said: Words
    inverting: Words
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
    pointing: Words = NEVER


def lexicon(code: str) -> Lexicon:
    """What is known of a language, one of LANGUAGES."""
    return _all()[code]


@cache
def _all() -> Mapping[str, Lexicon]:
    """All languages, read when the first is asked for."""
    from db.speech import arabic, english, french, german, persian, russian, turkish

    modules = english, russian, german, french, turkish, arabic, persian
    return {one.LEXICON.code: one.LEXICON for one in modules}


def words(text: str) -> Words:
    """A pattern for any of some words, parted by blanks, in which `_` is a blank and the rest a regular expression."""
    forms = [form.replace("_", r"\s+") for form in sorted(text.split(), key=len, reverse=True)]
    begun: dict[str, list[str]] = {}
    for form in forms:  # by first letters, so that most are passed over at once
        plain = form[0].isalpha() and form[1:2] not in ("?", "*", "+", "{")
        begun.setdefault(form[0].lower() if plain else "", []).append(form[plain:])
    others = begun.pop("", [])
    found = "|".join([*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in begun.items()), *others])
    return re.compile(f"{LEFT}(?:{found}){RIGHT}", re.IGNORECASE)


def in_small_letters(text: str) -> Words:
    """As `words`, but only where they have no capital: many trades are surnames too."""
    return words(" ".join(f"(?-i:{form})" for form in text.split()))


def a_set(text: str) -> frozenset[str]:
    """Some words, parted by blanks."""
    return frozenset(text.split())
