"""What a field may hold, checked before anything is stored; a refusal is a sentence for the person who typed it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from db import dates
from db.errors import BadValue
from db.vocabulary import field_label

Value = str | int | None
_COLOUR = re.compile("#[0-9a-f]{6}", re.ASCII)


_SPOKEN = {
    "held": "word for whether it was held", "archive_url": "address of the archived copy",
    "accessed": "day on which it was looked at", ("note", "body"): "text", ("quote", "form"): "form",
    ("quote", "text"): "text", ("alias", "form"): "text",
}  # fmt: skip
"""Fields whose label on a form does not fit into every sentence."""


def name_of(column: str, kind: str = "") -> str:
    """A field as a sentence names it: `head_title` is “title of the head”, `meeting_id` is “meeting”."""
    column = column.removesuffix("_id")
    label = field_label(kind, column)
    if column == "parent" and kind:
        return f"wider {kind}"
    return _SPOKEN.get((kind, column)) or _SPOKEN.get(column) or label[:1].lower() + label[1:]


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


def clean(value: object, column: str, kind: str = "") -> Value:
    """A value fit to be stored, or BadValue in words; a text of blanks only means not known."""
    called = f"“{field_label(kind, column)}”"
    if isinstance(value, str):
        return clean_text(value, called, column)
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise BadValue(f"{called} holds too large a number.", column)
        return int(value)
    if value is not None:
        raise BadValue(f"{called} must hold a text or a whole number.", column)
    return None


def clean_text(value: str, called: str, column: str | None = None) -> str | None:
    """A text fit to be stored, or BadValue in words that begin with what it is called."""
    if "\0" in value:
        raise BadValue(f"{called} holds a NUL character, which no text can keep. Remove it.", column)
    try:
        value.encode()
    except UnicodeEncodeError:
        sentence = f"{called} holds half of a character (a lone surrogate). Type that character again."
        raise BadValue(sentence, column) from None
    return value if value.strip() else None


def check_word(value: Value, words: Mapping[str, str], column: str, kind: str = "") -> None:
    """Refuse what is no word of a vocabulary, naming those there are."""
    if value not in words:
        raise BadValue(f"{quoted(value)} is not {a(name_of(column, kind))}: choose one of {', '.join(words)}.", column)


def check_date(value: Value, column: str, kind: str = "") -> None:
    """Refuse what is no partial date."""
    if not isinstance(value, str):
        raise BadValue(f"“{field_label(kind, column)}” must hold a date.", column)
    try:
        dates.parts(value)
    except BadValue as error:
        raise BadValue(str(error), column) from error


def check_number(value: Value) -> None:
    """Refuse a number below 1."""
    if not isinstance(value, int) or value < 1:
        raise BadValue(f"{quoted(value)} cannot be a number: it must be 1 or more.", "number")


def colour(value: Value) -> str:
    """A colour as it is stored, in small letters; BadValue when it is none of the form #rrggbb."""
    if isinstance(value, str) and _COLOUR.fullmatch(value.lower()):
        return value.lower()
    raise BadValue(f"{quoted(value)} is not a colour: write # and six digits from 0 to f, as in #a03c2e.", "colour")
