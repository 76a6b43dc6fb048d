"""What a field may hold, checked before anything is stored; a refusal is a sentence for the person who typed it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from db import dates
from db.errors import BadValue

Value = str | int | None
_COLOUR = re.compile("#[0-9a-f]{6}", re.ASCII)


_SPOKEN = {
    "canonical": "usual spelling", "head": "head of delegation", "held": "word for whether it was held",
    "url": "address", "archive_url": "address of the archived copy", "accessed": "day on which it was looked at",
}  # fmt: skip


def name_of(column: str) -> str:
    """A column as people call it: `head_title` is “head title”, `meeting_id` is “meeting”."""
    column = column.removesuffix("_id")
    return _SPOKEN.get(column, column.replace("_", " "))


def a(noun: str) -> str:
    """A noun with its article."""
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def count(number: int, one: str, many: str) -> str:
    """A number of things in words: `1 quote`, `2 people`."""
    return f"{number:,} {one if number == 1 else many}"


def counts(numbers: Sequence[tuple[int, str, str]], verb: str) -> str:
    """Numbers of things and what they do: `1 quote refers`, `1 outcome and 2 events refer`."""
    single = sum(number for number, _, _ in numbers) == 1
    return f"{' and '.join(count(*number) for number in numbers)} {verb}{'s' if single else ''}"


def short(value: object) -> str:
    """A value for a sentence that has to stay one: its first words."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def quoted(value: object) -> str:
    """The first words of a value in quotation marks."""
    return f"“{short(value)}”"


def clean(value: object, column: str) -> Value:
    """A value fit to be stored, or BadValue in words; a text of blanks only means not known."""
    if isinstance(value, str):
        return _clean_text(value, column)
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise BadValue(f"The {name_of(column)} is too large a number.", column)
        return int(value)
    if value is not None:
        raise BadValue(f"The {name_of(column)} must be a text or a whole number.", column)
    return None


def _clean_text(value: str, column: str) -> str | None:
    name = name_of(column)
    if "\0" in value:
        raise BadValue(f"The {name} holds a NUL character, which no text can keep. Remove it.", column)
    try:
        value.encode()
    except UnicodeEncodeError:
        sentence = f"The {name} holds half of a character (a lone surrogate). Type that character again."
        raise BadValue(sentence, column) from None
    return value if value.strip() else None


def check_word(value: Value, words: Mapping[str, str], column: str) -> None:
    """Refuse what is no word of a vocabulary, naming those there are."""
    if value not in words:
        raise BadValue(f"{quoted(value)} is not {a(name_of(column))}: choose one of {', '.join(words)}.", column)


def check_date(value: Value, column: str) -> None:
    """Refuse what is no partial date."""
    if not isinstance(value, str):
        raise BadValue(f"The {name_of(column)} must be a date.", column)
    try:
        dates.parts(value)
    except BadValue as error:
        raise BadValue(str(error), column) from error


def check_number(value: Value) -> None:
    """Refuse a number below 1."""
    if not isinstance(value, int) or value < 1:
        raise BadValue(f"{quoted(value)} cannot be a number: it must be 1 or more.", "number")


def check_colour(value: Value) -> None:
    """Refuse what is no colour of the form #rrggbb."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise BadValue(f"{quoted(value)} is not a colour: write # and six digits from 0 to f, as in #a03c2e.", "colour")
