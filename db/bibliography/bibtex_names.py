"""Names of people as BibTeX writes them, as `Family, Given`."""

from __future__ import annotations

import re

from db.bibliography.latex import plain

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def people(value: str) -> list[str]:
    """The people of a list of names."""
    found = [_person(name) for name in _parted(value, _AND)]
    return [name for name in found if name]


def _parted(text: str, between: re.Pattern[str]) -> list[str]:
    """The parts of a text, parted where no brace is open."""
    parts: list[str] = []
    start = depth = at = 0
    for found in between.finditer(text):
        for sign in text[at : found.start()]:
            depth += (sign == "{") - (sign == "}")
        at = found.start()
        if depth <= 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [part.strip() for part in [*parts, text[start:]]]


def _person(name: str) -> str:
    if name.startswith("{") and name.endswith("}") and "{" not in name[1:]:
        return plain(name).strip()  # the name of an organisation
    if name.casefold() == "others":
        return "et al."
    parts = [plain(part).strip() for part in _parted(name, re.compile(","))]
    if len(parts) > 2:
        return ", ".join([parts[0], *parts[2:], parts[1]])
    if len(parts) == 2:
        return ", ".join(filter(None, parts))
    words = [plain(word) for word in _parted(name, re.compile(r"\s+")) if word]
    if not words:
        return ""
    at = next((at for at, word in enumerate(words[:-1]) if at and word[:1].islower()), len(words) - 1)
    return ", ".join(filter(None, (" ".join(words[at:]), " ".join(words[:at]))))
