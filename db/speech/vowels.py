"""Texts with the small vowel signs of Arabic: words are looked up without them, and found where they stand."""

from __future__ import annotations

import re

from db.speech.shapes import Span, Suggestion

LANGUAGES = ("ar", "fa")
_SIGNS = re.compile("[\u064b-\u065f\u0670]|(?<=\\w)\u0640|\u0640(?=\\w)")


def has_any(text: str) -> bool:
    """Whether a text has signs of vowels, or letters drawn out; a sign that draws out no letter is a dash."""
    return bool(_SIGNS.search(text))


def without(text: str) -> tuple[str, list[int]]:
    """The text without them, and for each character the place that it has in the text."""
    signs = {found.start() for found in _SIGNS.finditer(text)}
    places = [at for at in range(len(text)) if at not in signs]
    return "".join(text[at] for at in places), [*places, len(text)]


def put_back(one: Suggestion, text: str, places: list[int]) -> Suggestion:
    """A suggestion found in the text without signs, as it is in the text with them."""

    def there(span: Span) -> Span:
        return places[span[0]], places[span[1] - 1] + 1 + _signs_after(text, places[span[1] - 1] + 1)

    parts = tuple(there(part) for part in one.parts)
    if one.form == "direct":
        from db.speech.direct import texts

        words = texts(text, parts)
    else:
        words = " ".join(text[parts[0][0] : parts[-1][1]].split())
    return one._replace(
        starts=parts[0][0],
        ends=parts[-1][1],
        parts=parts,
        words=words,
        attribution=one.attribution and there(one.attribution),
        titled=one.titled and there(one.titled),
    )


def _signs_after(text: str, at: int) -> int:
    """How many signs stand on the letter before a place."""
    found = re.compile("[\u064b-\u065f\u0670\u0640]*").match(text, at)
    return found.end() - at if found else 0
