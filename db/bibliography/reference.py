"""What a file says of one reference, gathered under a few heads, and the source that it becomes."""

from __future__ import annotations

import re
from typing import NamedTuple

from db import web_addresses
from db.bibliography import languages, when
from db.errors import BadValue
from db.sources import SourceValues
from db.values import short

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_DOI = re.compile(r"(?:doi:|https?://(?:dx\.)?doi\.org/)?\s*(10\.\d{4,9}/\S+)", re.IGNORECASE)
IN_PERIODICAL = ("article", "news", "web")
"""Types whose publisher, for a reader, is the journal, paper or site in which they appeared."""


class Reference(NamedTuple):
    """One reference: where it stands in its file, the source that it becomes, and what is to be known of it.

    `values` is None when it cannot become a source: then the first of the `problems` says why.
    """

    file: str
    place: str
    values: SourceValues | None
    problems: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called; its place where it has no title."""
        return str(self.values.get("title") or "") if self.values else self.place


class Gathered:
    """The values of one reference as its format names them, sorted by what they are for a source."""

    def __init__(self, file: str, place: str) -> None:
        self.file, self.place = file, place
        self.type: str | None = None
        self.titles: list[str] = []
        self.authors: list[str] = []
        self.containers: list[str] = []
        self.publishers: list[str] = []
        self.dates: list[str] = []
        self.accessed: list[str] = []
        self.addresses: list[str] = []
        self.archived: list[str] = []
        self.dois: list[str] = []
        self.languages: list[str] = []
        self.rights: list[str] = []
        self.remarks: list[str] = []
        self.problems: list[str] = []

    def put(self, slot: str, value: str, label: str = "") -> None:
        """Take in a value under one of the heads, or as a remark when the head is empty; `label` then names it."""
        text = self._tidy(value, lines=not slot or slot == "remarks")
        if not text:
            return
        if not slot:
            self.remarks.append(f"{label}: {text}")
        elif text not in (found := getattr(self, slot)):
            found.append(text)

    def keep(self, label: str, value: str) -> None:
        """Take in as a remark what has no place of its own."""
        self.put("", value, label)

    def _tidy(self, value: str, *, lines: bool) -> str:
        """A value without signs that no text can keep; in one line unless it is a remark."""
        clean = _CONTROL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
        if clean.count("\ufffd") > value.count("\ufffd"):
            self._tell("It holds signs that no text can keep; � stands in their place.")
        return clean.strip() if lines else _BLANKS.sub(" ", clean).strip()

    def _tell(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def reference(self) -> Reference:
        """The source that all of it makes."""
        values: SourceValues = {"type": self.type}
        self._name(values)
        self._publish(values)
        self._date(values)
        self._address(values)
        self._speak(values)
        for title in self.titles[1:]:
            self.keep("Title", title)
        if self.remarks:
            values["note"] = "\n".join(self.remarks)
        if not self.titles:
            return self._refuse(values)
        return Reference(self.file, self.place, values, tuple(self.problems))

    def _refuse(self, values: SourceValues) -> Reference:
        """A reference without a title, unless something else can stand for one."""
        instead = values.get("url") or values.get("publisher")
        if not instead:
            told = "It has neither title, address nor publisher, so that nobody would find it again."
            return Reference(self.file, self.place, None, (told, *self.problems))
        values["title"] = instead
        told = "It has no title: its address stands for one." if values.get("url") else "It has no title of its own."
        return Reference(self.file, self.place, values, (*self.problems, told))

    def _name(self, values: SourceValues) -> None:
        if self.titles:
            values["title"] = self.titles[0]
        if self.authors:
            values["authors"] = "; ".join(name.replace(";", ",") for name in self.authors)
        if self.rights:
            values["rights"] = " · ".join(self.rights)

    def _publish(self, values: SourceValues) -> None:
        """The publisher, or for what appeared in a periodical that; the other, and further ones, are remarks."""
        first, second = self.publishers[:1], self.containers[:1]
        labels = {"publishers": "Publisher", "containers": "In"}
        if self.type in IN_PERIODICAL or not first:
            first, second = second, first
            order = ("containers", "publishers")
        else:
            order = ("publishers", "containers")
        if first or second:
            values["publisher"] = (first or second)[0]
        for slot in order:
            for value in getattr(self, slot):
                if value != values.get("publisher"):
                    self.keep(labels[slot], value)

    def _date(self, values: SourceValues) -> None:
        """The most exact of the dates that are given."""
        read = [found for text in self.dates if (found := when.read(text))]
        best = max(read, key=lambda found: len(found.date), default=None)
        if best:
            values["published"] = best.date
            values["published_basis"] = "shown" if best.sure else "inferred"
        for text in self.dates:
            found = when.read(text)
            if found is None:
                self._tell(f"“{short(text)}” is no date that can be kept; it stands in the remark.")
            if found is None or found.more or (best and not best.date.startswith(found.date)):
                self.keep("Date", text)
        for text in self.accessed:
            found = when.read(text)
            if found and "accessed" not in values:
                values["accessed"] = found.date
            else:
                self.keep("Looked at", text)

    def _address(self, values: SourceValues) -> None:
        """The address: that of the DOI where there is one."""
        for doi in self.dois:
            found = _DOI.fullmatch(doi)
            if found:
                self.addresses.insert(0, f"https://doi.org/{found[1]}")
            else:
                self.keep("DOI", doi)
        self.addresses = list(dict.fromkeys(self.addresses))
        for given, slot, label in ((self.addresses, "url", "Address"), (self.archived, "archive_url", "Archive")):
            for text in given:
                address = self._clean_address(text)
                if address and slot not in values:
                    values["archive_url" if slot == "archive_url" else "url"] = address
                else:
                    self.keep(label, text)

    def _clean_address(self, text: str) -> str | None:
        found = _DOI.fullmatch(text)
        try:
            return web_addresses.clean(f"https://doi.org/{found[1]}" if found else text, "url")
        except BadValue:
            if text in self.addresses:
                self._tell(f"“{short(text)}” is no address of the web; it stands in the remark.")
            return None

    def _speak(self, values: SourceValues) -> None:
        for text in self.languages:
            language = languages.code(text)
            if language and "language" not in values:
                values["language"] = language
            else:
                self.keep("Language", text)
