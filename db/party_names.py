"""Names of states without the words that tell only their form: the Republic of Kazakhstan is Kazakhstan."""

from __future__ import annotations

import re

from db.alike_names import Name

_BEFORE = re.compile(
    "(the )?((islamic|arab|federal|hashemite|socialist|united) )*"
    "(republic|kingdom|sultanate|state|emirate|federation|commonwealth|principality|grand duchy) of (the )?"
    "|the |republique (de |d |du )?"
)
_AFTER = re.compile("( arab| islamic| federal)? (republic|federation|kingdom)| of america")


def without_form_of_state(name: Name) -> Name | None:
    """The words that are left of a name, an adjective (Syrian) as the name itself; None when all stay or none does."""
    words = " ".join(word.letters for word in name.words)
    begin = _BEFORE.match(words)
    start = begin.end() if begin else 0
    end = next((found.start() for found in _AFTER.finditer(words, start) if found.end() == len(words)), len(words))
    kept: list[str] = words[start:end].split()
    if not kept or (start, end) == (0, len(words)):
        return None
    first = len(words[:start].split())
    some = list(name.words[first : first + len(kept)])
    if end < len(words) and some[-1].letters.endswith("ian"):
        some[-1] = some[-1]._replace(letters=some[-1].letters.removesuffix("n"))
    return Name(tuple(some))
