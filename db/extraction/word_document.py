"""Word documents (DOCX): the paragraphs, tables and notes of the text, as they would be printed."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException  # pyright: ignore[reportMissingTypeStubs]
from defusedxml.ElementTree import DefusedXMLParser  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

from db.extraction.archive import DAMAGED, Archive
from db.extraction.document import Document, Unreadable
from db.extraction.facts import IN_PROPERTIES, Facts
from db.extraction.languages import of_tag
from db.extraction.tidy import Text, tidy

Parser: Any = DefusedXMLParser
OTHERS = {
    "word/": "",
    "xl/": "This is a spreadsheet. Parley imports documents: text, Markdown, HTML, PDF and DOCX.",
    "ppt/": "This is a set of slides. Save it as PDF and import that.",
    "content.xml": "This is an OpenDocument file. Save it as DOCX or PDF and import that.",
    "META-INF/container.xml": "This is an e-book. Save it as PDF or HTML and import that.",
}
ARCHIVE = (
    "This is an archive of files. Parley reads text, Markdown, HTML, PDF and DOCX: unpack it and import what is in it."
)
HOSTILE = (
    "This DOCX document declares entities, which no word processor writes, as a trap does. Nothing of it was read."
)
NOTHING = "There are no words in this document, only pictures or nothing at all."
TRACKED = "It holds tracked changes: it was read as if all of them were accepted."
NOTES = "Its notes stand after the text, in their order."
HIDDEN = "What is marked as hidden in it was left out."
LISTS = "The numbers or signs before the items of its lists are made by the word processor, and are not in the text."
SYMBOLS = "Signs of special fonts cannot be told from the file: � stands for each."
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_SKIPPED = frozenset(("Fallback", "moveFrom", "del", "rPr", "pPr", "instrText", "delText", "rt"))


def read(content: bytes) -> Document:
    """A document; Unreadable when it is none, is a trap, or has no words."""
    archive = Archive(content)
    facts = Facts()
    main = _main_part(archive)
    body = _Body()
    _parse(archive.read(main) or b"", body)
    folder = posixpath.dirname(main)
    notes = _Body()
    for name in ("footnotes.xml", "endnotes.xml"):
        if found := archive.read(posixpath.join(folder, name)):
            _parse(found, notes)
    _read_properties(archive, facts)
    said = tidy(notes.text.all())
    text = tidy(f"{body.text.all()}\n\n{said}")
    if not text.strip():
        raise Unreadable(NOTHING)
    warnings = [NOTES] if said else []
    told = body.told | notes.told
    warnings += [sentence for sentence in (TRACKED, HIDDEN, LISTS, SYMBOLS) if sentence in told]
    return facts.document("docx", MEDIA_TYPE, text, warnings=tuple(warnings))


def _main_part(archive: Archive) -> str:
    """The member with the text; Unreadable, in fitting words, when the file is of another kind."""
    links = _Links()
    if found := archive.read("_rels/.rels"):
        _parse(found, links)
    main = links.main.lstrip("/")
    if main.startswith("word/") and main in archive.names:
        return main
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    for begins, sentence in OTHERS.items():
        if sentence and any(name.startswith(begins) for name in archive.names):
            raise Unreadable(sentence)
    raise Unreadable(ARCHIVE if archive.names and "[Content_Types].xml" not in archive.names else DAMAGED)


def _read_properties(archive: Archive, facts: Facts) -> None:
    if not (found := archive.read("docProps/core.xml")):
        return
    properties = _Properties()
    _parse(found, properties)
    for name, field in (("title", "title"), ("creator", "authors")):
        facts.note(field, properties.found.get(name), IN_PROPERTIES)
    facts.note("language", of_tag(properties.found.get("language")), IN_PROPERTIES)


def _parse(content: bytes, target: object) -> None:
    """Tell a target of each element; Unreadable for what is no XML, or more than plain XML."""
    parser = Parser(target=target, forbid_dtd=True)
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException as error:
        raise Unreadable(HOSTILE) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable(DAMAGED) from error


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Body:
    """Hears of the elements of a text, and gathers what would be printed of it."""

    def __init__(self) -> None:
        self.text = Text()
        self.told: set[str] = set()
        self._skipped = 0
        self._in_run = False
        self._is_hidden = False
        self._in_words = False
        self._break = ""
        self._cells = [0]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = _local(tag)
        if name in ("del", "ins", "moveFrom"):
            self.told.add(TRACKED)
        self._note(name, attributes)
        if name in _SKIPPED or (name in ("footnote", "endnote") and _is_rule(attributes)):
            self._skipped += 1
        elif not self._skipped:
            self._in_words = name == "t"
            if name in _SIGNS:
                self._say(_SIGNS[name])
            elif name == "sym":
                self.told.add(SYMBOLS)
                self._say("\ufffd")
            elif name == "tr":
                self._cells.append(0)
            elif name == "tc" and len(self._cells) > 1:
                if self._cells[-1]:
                    self._break = "\t"
                self._cells[-1] += 1

    def end(self, tag: str) -> None:
        """An element ends."""
        name = _local(tag)
        self._in_words = False
        if name == "r":
            self._in_run = self._is_hidden = False
        if name in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif name in ("footnote", "endnote"):
            self._skipped = 0
        elif not self._skipped and name in ("p", "tr", "tbl"):
            if name == "tr" and len(self._cells) > 1:
                self._cells.pop()
            in_table = name == "tr" or len(self._cells) > 1
            self._break = "\n" if in_table else "\n\n"

    def data(self, words: str) -> None:
        """A piece of text."""
        if self._in_words and not self._skipped:
            self._say(words)

    def close(self) -> None:
        """The text ends."""

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep what the properties of a run or a paragraph say that matters for its words."""
        if name == "r":
            self._in_run, self._is_hidden = True, False
        elif name == "rPrChange":
            self._in_run = False
        elif name == "vanish" and self._in_run:
            self._is_hidden = _value(attributes) not in ("0", "false", "off")
        elif name == "numId" and _value(attributes) != "0":
            self.told.add(LISTS)

    def _say(self, words: str) -> None:
        if self._is_hidden:
            self.told.add(HIDDEN)
            return
        self.text.add(self._break + words)
        self._break = ""


def _value(attributes: Mapping[str, str]) -> str:
    """What a property says, where it says more than that it is there."""
    return next((value for name, value in attributes.items() if _local(name) == "val"), "")


def _is_rule(attributes: Mapping[str, str]) -> bool:
    """Whether a note is only the line above the notes."""
    return any(_local(name) == "type" and value != "normal" for name, value in attributes.items())


class _Links:
    """Hears which member of the file is its text."""

    main = ""

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """A link."""
        if attributes.get("Type", "").endswith("/officeDocument"):
            self.main = attributes.get("Target", "")

    def close(self) -> None:
        """The list ends."""


class _Properties:
    """Hears what the file says of itself."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name = ""

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """A property begins."""
        self._name = _local(tag)

    def data(self, words: str) -> None:
        """Words of it."""
        if len(self.found.get(self._name, "")) < 5000:
            self.found[self._name] = self.found.get(self._name, "") + words

    def end(self, _tag: str) -> None:
        """A property ends."""
        self._name = ""

    def close(self) -> None:
        """The list ends."""
