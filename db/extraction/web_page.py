"""Web pages: the words that a person would read in them, and what the page notes for machines."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from typing import Any

import lxml.etree as _lxml  # pyright: ignore[reportMissingTypeStubs, reportMissingModuleSource]

from db.extraction import page_notes, page_tags
from db.extraction.document import Document, Unreadable
from db.extraction.facts import HEADING, IN_PROPERTIES, Facts
from db.extraction.languages import of_tag
from db.extraction.tidy import Text, tidy
from db.values import count

etree: Any = _lxml
NOTHING = (
    "There are no words in this page. Some pages are filled only while they are looked at: save it from the browser as "
    "“complete”, or copy its text and paste it here."
)
ONLY_ARTICLE = "Of this page only the article was taken; menus and what else stands around it were left out."
HIDDEN = "What this page hides from its readers was left out."
FOR_OTHERS = (
    "This page has a text for browsers that run no scripts ({letters}), which was left out. If it is wanted, copy it "
    "there and paste it here."
)
OPEN = "This page does not close all that it opens ({tags}): what is usually left out, as menus, may stand in its text."
STEP = 1 << 16  # characters handed to the parser at a time
ARTICLE = 300  # characters that an article has at least
NOTES = 400_000  # characters of notes for machines that are looked at

_TAGS = {
    "silent": """
        script style noscript template svg math iframe object applet audio video canvas select datalist nav dialog
        noframes frameset""",
    "paragraphs": """
        address article aside blockquote body center details dir div dl fieldset figcaption figure footer form h1 h2 h3
        h4 h5 h6 header hgroup hr main menu ol p pre section summary table tbody ul""",
    "lines": "br button caption dd dt legend li option tr",
    "cells": "td th",
    "endless": "p li dd dt tr td th tbody thead tfoot option optgroup colgroup rp rt",
    "empty": "area base br col embed hr img input link meta param source track wbr",
}
_SILENT, _PARAGRAPHS, _LINES, _CELLS, _ENDLESS, _EMPTY = (frozenset(names.split()) for names in _TAGS.values())
_FRAME = frozenset(("html", "body", "main", "article"))  # pages hide these until a script shows them
_SHUT = frozenset(("script", "style"))  # what a browser reads to the end of the page when they are not closed
_TITLE = re.compile(r"<title\b[^<>]*>", re.IGNORECASE)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_QUOTES = {
    "ru": "«»„“", "uk": "«»„“", "fr": "«»“”", "de": "„“‚‘", "pl": "„”«»", "es": "«»“”", "it": "«»“”", "el": "«»“”",
    "ar": "«»“”", "fa": "«»‹›",
}  # fmt: skip
"""Quotation marks of a language, the outer and the inner ones; the others have the English ones."""

_BLANKS = re.compile(r"[ \t\n\r\f]+")


def read(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """A page; Unreadable when there are no words in it."""
    unclosed = page_tags.unclosed(text, (_SILENT - _SHUT) | {"title"} | (page_tags.hidden(text) - _ENDLESS))
    if "title" in unclosed:  # else all would be its title
        text = _TITLE.sub("", text)
    page = _Page(unclosed)
    parser = etree.HTMLParser(target=page, huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    for start in range(0, len(text), STEP):
        parser.feed(text[start : start + STEP])
    parser.close()
    words, whole = page.words()
    words = tidy(words)
    if not words.strip():
        raise Unreadable(NOTHING)
    said = (*warnings, *([] if whole else [ONLY_ARTICLE]), *page.warnings())
    return page.facts().document("html", "text/html", words, warnings=said)


class _Page:
    """Hears of each tag and each piece of text, in order; keeps no tree of them."""

    def __init__(self, unclosed: set[str]) -> None:
        """`unclosed` are the names of tags that have no end somewhere: what is in them is taken."""
        self._text = Text()
        self._unclosed = unclosed
        self._taken: set[str] = set()
        self._silent = 0
        self._depth = 0
        self._hidden_from = 0
        self._hides = False
        self._in_noscript = False
        self._for_others = 0
        self._language = ""
        self._quotes = 0
        self._pre = 0
        self._in_title = False
        self._gap = ""
        self._space = ""
        self._notes = 0
        self._noted: list[str] | None = None
        self._linked: list[str] = []
        self._metas: list[tuple[str, str]] = []
        self._title: list[str] = []
        self._heading: list[str] | None = None
        self._first_heading = ""
        self._open: dict[str, list[int]] = {"article": [], "main": []}
        self._parts: dict[str, list[tuple[int, int]]] = {"article": [], "main": []}

    def start(self, tag: Any, attributes: Mapping[str, str]) -> None:
        """A tag begins."""
        name = str(tag).lower()
        self._depth += 1
        if name == "script" and "ld+json" in attributes.get("type", ""):
            self._noted = []
        self._in_title = name == "title" and not self._title and not self._silent
        self._in_noscript = name == "noscript" or self._in_noscript
        if self._is_silent(name):
            self._silent += 1
        elif name in ("meta", "link", "html", "time"):
            self._note(name, attributes)
        self._hide(name, attributes)
        if name == "pre":
            self._pre += 1
        if name == "h1" and not self._first_heading:
            self._heading = []
        self._break(name)
        if name in self._open:
            self._open[name].append(self._text.length)
        if name == "q":
            self._quote(begins=True)

    def end(self, tag: Any) -> None:
        """A tag ends."""
        name = str(tag).lower()
        if name == "q":
            self._quote(begins=False)
        if name == "noscript":
            self._in_noscript = False
        if self._is_silent(name):
            self._silent = max(0, self._silent - 1)
            self._keep_notes()
        elif name == "title":
            self._in_title = False
        elif name == "pre":
            self._pre = max(0, self._pre - 1)
        elif name == "h1" and self._heading is not None:
            self._first_heading, self._heading = "".join(self._heading), None
        if self._open.get(name):
            self._parts[name].append((self._open[name].pop(), self._text.length))
        if name not in _EMPTY and name not in _CELLS:
            self._break(name)
        if self._hidden_from == self._depth:
            self._hidden_from = 0
            self._silent = max(0, self._silent - 1)
        self._depth -= 1

    def data(self, words: str) -> None:
        """A piece of text."""
        if self._noted is not None and self._notes < NOTES:
            self._notes += len(words)
            self._noted.append(words)
        elif self._in_title and len(self._title) < 100:
            self._title.append(words)
        elif not self._silent and not self._in_title:
            if self._heading is not None and len(self._heading) < 100:
                self._heading.append(words)
            self._say(words)
        elif self._in_noscript:
            self._for_others += sum(sign.isalpha() for sign in words)
        elif self._hidden_from and not self._hides:
            self._hides = any(sign.isalnum() for sign in words)

    def close(self) -> None:
        """The page ends."""

    def words(self) -> tuple[str, bool]:
        """What is to be read in the page, and whether that is all of it."""
        text = self._text.all()
        for name in ("main", "article"):
            parts = self._parts[name]
            if len(parts) == 1 and parts[0][1] - parts[0][0] >= ARTICLE:
                start, end = parts[0]
                return text[start:end], not (text[:start].strip() or text[end:].strip())
        return text, True

    def facts(self) -> Facts:
        """What the page says of itself."""
        facts = Facts()
        for linked in self._linked:
            page_notes.read_linked(linked, facts)
        facts.note("type", "web", "by the kind of the file")
        page_notes.read_metas(self._metas, facts)
        facts.note("title", self._first_heading, HEADING)
        facts.note("title", "".join(self._title), IN_PROPERTIES)
        return facts

    def warnings(self) -> Generator[str]:
        """What is to be said about how the page was read."""
        if self._taken:
            yield OPEN.format(tags=", ".join(sorted(self._taken)))
        if self._hides:
            yield HIDDEN
        if self._for_others >= ARTICLE:
            yield FOR_OTHERS.format(letters=count(self._for_others, "letter", "letters"))

    def _is_silent(self, name: str) -> bool:
        """Whether what is in a tag is left out."""
        if name not in _SILENT:
            return False
        if name in self._unclosed:
            self._taken.add(name)
        return name not in self._unclosed

    def _hide(self, name: str, attributes: Mapping[str, str]) -> None:
        """Leave out what is in a tag that is hidden, to its end."""
        hidden = attributes.get("hidden", "until-found").lower() != "until-found"
        if self._hidden_from or name in _EMPTY or name in _FRAME or name in self._unclosed:
            return
        if hidden or _HIDING.search(attributes.get("style", "")[:500]):
            self._hidden_from = self._depth
            self._silent += 1

    def _quote(self, begins: bool) -> None:
        """Put the quotation marks around what a page marks as quoted."""
        if self._silent or self._in_title:
            return
        self._quotes += begins
        marks = _QUOTES.get(self._language, "“”‘’")
        self.data(marks[(0 if begins else 1) + (2 if self._quotes % 2 == 0 else 0)])
        self._quotes -= not begins

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keep what a tag notes for machines."""
        self._notes += sum(len(value) for value in attributes.values())
        if self._notes > NOTES:
            return
        if tag == "html" and (language := of_tag(attributes.get("lang"))):
            self._language = language
            self._metas.append(("lang", language))
        elif tag == "link" and "canonical" in attributes.get("rel", ""):
            self._metas.append(("canonical", attributes.get("href", "")))
        elif tag == "time":
            self._metas.append(("time", attributes.get("datetime", "")))
        elif tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            name = name or attributes.get("http-equiv") or ""
            self._metas.append((name.lower(), attributes.get("content", "")))

    def _keep_notes(self) -> None:
        if self._noted is not None:
            self._linked.append("".join(self._noted))
            self._noted = None

    def _break(self, name: str) -> None:
        """Begin a new paragraph, line or cell where a tag asks for one, as soon as there is something to say."""
        gap = "\n\n" if name in _PARAGRAPHS else "\n" if name in _LINES else ""
        if self._silent or not (gap or name in _CELLS):
            return
        if gap:
            self._gap = max(self._gap, gap, key=lambda mark: mark.count("\n"))
        elif "\n" not in self._gap:
            self._gap += "\t"
        self._space = ""
        if self._heading is not None:
            self._heading.append(" ")

    def _say(self, words: str) -> None:
        """Add words, with any number of blanks between them as one."""
        line = words if self._pre else _BLANKS.sub(" ", words)
        body = line if self._pre else line.strip(" ")
        if not body:
            self._space = " "
            return
        before = self._gap or (" " if line[0] == " " and not self._pre else self._space)
        self._text.add(before + body)
        self._gap, self._space = "", " " if line[-1] == " " and not self._pre else ""
