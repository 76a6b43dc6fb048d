"""Nouns for people in German texts, and the gender that they tell."""

from __future__ import annotations

import re

from db.speech.lexicon import lexicon
from db.speech.tokens import tokens

_UNTOLD = re.compile(
    r"(?:mitglied|oberhaupt|gegenüber|vorsitzende|beauftragte|gesandte|abgeordnete|delegierte|kind|opfer|"
    r"bevollmächtigte|vertretung|experten|minister_und)$"
)
_WOMAN = re.compile(r"(?:in|frau|schwester|mutter|tante|tochter|nichte|witwe|amme|nonne|cousine|gräfin)$")


def of_title(title: str) -> str:
    """WOMAN or MAN by the first word of a title that names an office or trade."""
    word = next((one.key for one in tokens(lexicon("de"), title) if one.title), "")
    if not word or _UNTOLD.search(word):
        return ""
    return "f" if _WOMAN.search(word) else "m"
