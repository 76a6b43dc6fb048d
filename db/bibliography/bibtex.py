"""BibTeX and BibLaTeX: what the fields of their entries are for a source."""

from __future__ import annotations

from collections import Counter

from db.bibliography import when
from db.bibliography.bibtex_entries import CUT_OFF, Entry, entries
from db.bibliography.bibtex_names import people
from db.bibliography.latex import plain
from db.bibliography.reference import Gathered, Reference
from db.cancel import Cancel
from db.values import quoted

TYPES = {
    "article": "article", "inproceedings": "chapter", "conference": "chapter", "incollection": "chapter",
    "inbook": "chapter", "inreference": "chapter", "book": "book", "booklet": "book", "collection": "book",
    "proceedings": "book", "mvbook": "book", "reference": "book", "report": "report", "techreport": "report",
    "manual": "report", "online": "web", "electronic": "web", "www": "web", "dataset": "dataset", "thesis": "other",
    "phdthesis": "other", "mastersthesis": "other", "unpublished": "other", "legislation": "other",
    "jurisdiction": "other", "legal": "other", "letter": "other", "video": "other", "audio": "other",
}  # fmt: skip
"""Types of BibTeX as types of sources; misc and those not named here say nothing that we know."""

_SLOTS = {
    "title": "titles", "journal": "containers", "journaltitle": "containers", "booktitle": "containers",
    "publisher": "publishers", "institution": "publishers", "organization": "publishers", "school": "publishers",
    "howpublished": "publishers", "date": "dates", "urldate": "accessed", "url": "addresses", "doi": "dois",
    "language": "languages", "langid": "languages", "note": "remarks", "annote": "remarks", "annotation": "remarks",
    "copyright": "rights", "rights": "rights", "archiveurl": "archived", "archive_url": "archived",
}  # fmt: skip
_VERBATIM = ("url", "doi", "archiveurl", "archive_url", "file", "eprint", "date", "urldate")
_NAMED = ("author", "editor", "translator", "bookauthor")
_NEWS = ("newspaper", "magazine", "news")
_NOT_HANDED_DOWN = ("crossref", "xdata", "title", "url", "doi", "note", "annote", "abstract", "")


def read(text: str, file: str, cancel: Cancel) -> list[Reference]:
    """The references of a text; an entry that cannot be read is told of, and the others go on."""
    found = list(entries(text, cancel))
    by_key = {entry.key: entry for entry in reversed(found) if entry.key}
    keys = Counter(entry.key for entry in found)
    return [_reference(entry, by_key, keys[entry.key], file) for entry in found]


def _reference(entry: Entry, by_key: dict[str, Entry], number: int, file: str) -> Reference:
    place = f"line {entry.line:,}, {entry.key}" if entry.key else f"line {entry.line:,}"
    if CUT_OFF in entry.problems:
        return Reference(file, place, None, (CUT_OFF,))
    to = Gathered(file, place)
    to.problems += dict.fromkeys(entry.problems)
    if entry.key and number > 1:
        to.problems.append(f"The key {quoted(entry.key)} stands {number} times in this file.")
    fields = [*entry.fields, *_handed_down(entry, by_key)]
    to.type = _type(entry.type, fields)
    if to.type in (None, "other") and entry.type != "misc":
        to.keep("Type", entry.type)
    if entry.key:
        to.keep("Citation key", entry.key)
    _put_date(to, fields)
    for name, value in fields:
        _put(to, name, value)
    return to.reference()


def _type(type_: str, fields: list[tuple[str, str]]) -> str | None:
    news = type_ == "article" and any(name == "entrysubtype" and value.lower() in _NEWS for name, value in fields)
    return "news" if news else TYPES.get(type_)


def _handed_down(entry: Entry, by_key: dict[str, Entry]) -> list[tuple[str, str]]:
    """What an entry has of the one that its field `crossref` names, and not by itself."""
    own = {name for name, _ in entry.fields}
    wider = next((by_key.get(value) for name, value in entry.fields if name == "crossref"), None)
    if wider is None or wider is entry:
        return []
    handed = [("booktitle", value) for name, value in wider.fields if name == "title" and "booktitle" not in own]
    return handed + [pair for pair in wider.fields if pair[0] not in own and pair[0] not in _NOT_HANDED_DOWN]


def _put_date(to: Gathered, fields: list[tuple[str, str]]) -> None:
    """Year, month and day as one date; what cannot be joined stays apart."""
    first = {name: plain(value).strip() for name, value in reversed(fields) if name in ("year", "month", "day")}
    year, month, day = (first.get(name, "") for name in ("year", "month", "day"))
    numbers = "-".join(part.zfill(2) for part in (year, month, day) if part)
    for joined in (numbers if month.isdigit() else "", " ".join(filter(None, (day, month, year)))):
        if year and month and joined and when.read(joined):
            to.put("dates", joined)
            return
    to.put("dates", year)
    to.put("", month, "Month")
    to.put("", day, "Day")


def _put(to: Gathered, name: str, value: str) -> None:
    if name in ("year", "month", "day"):
        return
    if name in _NAMED:
        for person in people(value):
            to.put("authors" if name == "author" else "", person, name.capitalize())
        return
    text = value if name in _VERBATIM else plain(value)
    if name == "howpublished" and (address := _address_in(value)):
        to.put("addresses", address)
    elif name in ("url", "doi"):
        to.put(_SLOTS[name], text.replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#"))
    else:
        to.put(_SLOTS.get(name, ""), text, name.replace("_", " ").capitalize() if name else "Not read")


def _address_in(value: str) -> str | None:
    """The address that is all of a value, be it in a command for addresses."""
    text = value.strip().removeprefix("\\url").strip("{} ")
    return text if text.startswith(("http://", "https://")) and not text.count(" ") else None
