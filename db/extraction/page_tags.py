"""Which tags of a web page are not closed: what would be left out with them is then the rest of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_HIDDEN = re.compile(r"<([a-z][a-z0-9]*)\s[^<>]*?(?:hidden|display\s*:\s*none)", re.IGNORECASE)
_ENDS = {"<!--": re.compile("-->"), **{f"<{name}": re.compile(f"</{name}", re.I) for name in ("script", "style")}}
MOST = 200_000  # hidden tags that are looked at


def hidden(text: str) -> set[str]:
    """The names of tags that are hidden somewhere in a page."""
    found: set[str] = set()
    for number, tag in enumerate(_HIDDEN.finditer(text)):
        found.add(tag[1].lower())
        if number > MOST:
            break
    return found


def unclosed(text: str, names: Iterable[str]) -> set[str]:
    """Those of the tags that begin more often than they end; in comments, scripts and styles none are counted."""
    some = "|".join(sorted(map(re.escape, names)))
    tag = re.compile(rf"(<!--|<script\b|<style\b)|<(/?)({some})(?=[\s/>])([^<>]*)>", re.IGNORECASE)
    counts: Counter[str] = Counter()
    at = 0
    while found := tag.search(text, at):
        at = found.end()
        if found[1]:
            end = _ENDS[found[1].lower()].search(text, at)
            if end is None:
                break
            at = end.end()
        elif not found[4].endswith("/"):
            counts[found[3].lower()] += -1 if found[2] else 1
    return {name for name, number in counts.items() if number > 0}
