"""The entries of a text of BibTeX: what stands between their brackets, name by name, macros put in."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from db.cancel import Cancel
from db.dates import MONTHS
from db.values import quoted

_ENTRY = re.compile(r"@\s*(\w+)\s*([{(])", re.ASCII)
_LINE_WITH_ENTRY = re.compile(r"^[ \t]*@[ \t]*\w+\s*[{(]", re.ASCII | re.MULTILINE)
_NAME = re.compile(r"[\s,]*([^\s={}(),\"#%]+)\s*=\s*")
_BARE = re.compile(r"[^\s,{}()#\"]+")
_JOIN = re.compile(r"\s*#\s*")
_SIGNS = re.compile(r"\\.|[{}\")]", re.DOTALL)
_FURTHER = 3  # lines that look like the beginning of an entry and yet may be inside of one
CUT_OFF = "It is cut off, or a brace in it is not closed: it cannot be read."
_REST = "What stands at its end cannot be read; it is in the remark as it stands."


class Entry(NamedTuple):
    """One entry: its fields in their order, each as often as it stands there; no key where it cannot be read."""

    type: str
    key: str
    line: int
    fields: list[tuple[str, str]]
    problems: list[str]


def entries(text: str, cancel: Cancel) -> Iterator[Entry]:
    """The entries of a text; one that is cut off has no fields, and those after it go on."""
    lines = [found.start() for found in re.finditer("\n", text)]
    macros = {month[:3].lower(): month for month in MONTHS}
    at = 0
    while found := _ENTRY.search(text, at):
        cancel.check()
        type_, line = found[1].lower(), bisect(lines, found.start()) + 1
        body, at = _body(text, found)
        if type_ in ("comment", "preamble"):
            continue
        if body is None:
            yield Entry(type_, "", line, [], [CUT_OFF])
        elif type_ == "string":
            macros |= {name.lower(): value for name, value in _values(body, 0, macros, [])}
        else:
            yield _entry(type_, body, line, macros)


def _body(text: str, found: re.Match[str]) -> tuple[str | None, int]:
    """What stands between the brackets of an entry, and where it ends; without an end, where the next one begins."""
    start, last = found.end(), len(text)
    following: list[int] = []
    while len(following) <= _FURTHER:
        line = _LINE_WITH_ENTRY.search(text, following[-1] + 1 if following else start)
        if not line:
            break
        following.append(line.start())
        last = line.start() if len(following) > _FURTHER else last
    end = _close(text, start, last, "}" if found[2] == "{" else ")")
    if end is None:
        return None, following[0] if following else len(text)
    return text[start:end], end + 1


def _close(text: str, start: int, last: int, sign: str) -> int | None:
    """The place of the sign that closes what was opened before `start`, outside of all braces between."""
    depth = 0
    for found in _SIGNS.finditer(text, start, last):
        if depth == 0 and found[0] == sign:
            return found.start()
        depth += (found[0] == "{") - (found[0] == "}")
    return None


def _entry(type_: str, body: str, line: int, macros: dict[str, str]) -> Entry:
    head, comma, _ = body.partition(",")
    key, at = (head.strip(), len(head)) if comma or "=" not in head else ("", 0)
    if "=" in key:
        key, at = "", 0
    problems: list[str] = []
    return Entry(type_, key, line, list(_values(body, at, macros, problems)), problems)


def _values(body: str, at: int, macros: dict[str, str], problems: list[str]) -> Iterator[tuple[str, str]]:
    """Names and values; what cannot be read has no name."""
    while found := _NAME.match(body, at):
        parts: list[str] = []
        at = found.end()
        while True:
            part, at = _term(body, at, macros, problems)
            parts.append(part)
            join = _JOIN.match(body, at)
            if not join:
                break
            at = join.end()
        yield found[1].lower(), "".join(parts)
    rest = body[at:].strip(" \t\n,")
    if rest:
        problems.append(_REST)
        yield "", rest


def _term(body: str, at: int, macros: dict[str, str], problems: list[str]) -> tuple[str, int]:
    """One value in braces or quotation marks, a number, or what a macro stands for; and where it ends."""
    if body[at : at + 1] in ("{", '"'):
        end = _close(body, at + 1, len(body), "}" if body[at] == "{" else '"')
        end = len(body) if end is None else end
        return body[at + 1 : end], end + 1
    found = _BARE.match(body, at)
    if not found:
        return "", at
    word = found[0]
    if not word.isdigit() and word.lower() not in macros:
        problems.append(f"{quoted(word)} stands for nothing in this file; it is taken as it is.")
    return macros.get(word.lower(), word), found.end()
