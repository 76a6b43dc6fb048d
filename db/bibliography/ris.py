"""RIS: a line for each value, led by two letters; from TY to ER."""

from __future__ import annotations

import re

from db.bibliography.reference import Gathered, Reference
from db.cancel import Cancel

_LINE = re.compile(r"[ \t\ufeff]{0,3}([A-Z][A-Z0-9])[ \t]{1,2}-(?:[ \t](.*))?", re.ASCII)
TYPES = {
    "JOUR": "article", "EJOUR": "article", "JFULL": "article", "INPR": "article", "CPAPER": "article",
    "NEWS": "news", "MGZN": "news", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CONF": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "RPRT": "report", "GOVDOC": "report", "ELEC": "web", "WEB": "web",
    "BLOG": "web", "DATA": "dataset", "AGGR": "dataset", "THES": "other", "UNPB": "other", "PAMP": "other",
    "PCOMM": "other", "MANSCPT": "other", "VIDEO": "other", "SOUND": "other", "MPCT": "other", "LEGAL": "other",
    "STAT": "other", "BILL": "other", "CASE": "other", "HEAR": "other", "MAP": "other", "SLIDE": "other",
}  # fmt: skip
"""Types of RIS as types of sources; GEN and those not named here say nothing that we know."""

_SLOTS = {
    "TI": "titles", "T1": "titles", "CT": "titles", "AU": "authors", "A1": "authors", "T2": "containers",
    "JO": "containers", "JF": "containers", "BT": "containers", "PB": "publishers", "PY": "dates", "Y1": "dates",
    "DA": "dates", "Y2": "accessed", "UR": "addresses", "DO": "dois", "LA": "languages", "N1": "remarks",
}  # fmt: skip
_LABELS = {
    "A2": "Editor", "ED": "Editor", "A3": "Series editor", "A4": "Further author", "AB": "Abstract", "N2": "Abstract",
    "AD": "Author’s address", "AN": "Accession number", "AV": "Place in the archive", "CN": "Call number",
    "CY": "Place of publication", "PP": "Place of publication", "DB": "Database", "DP": "Database provider",
    "EP": "Last page", "SP": "First page", "ET": "Edition", "ID": "Citation key", "IS": "Issue",
    "JA": "Short name of the journal",
    "J2": "Short title", "ST": "Short title", "KW": "Keyword", "L1": "File", "L2": "Full text", "L3": "Related record",
    "L4": "Image", "LB": "Label", "LK": "Link", "M3": "Kind of work", "OP": "Original publication",
    "RI": "Reviewed work",
    "RN": "Research note", "SE": "Section", "SN": "ISSN or ISBN", "T3": "Series", "TA": "Translated author",
    "TT": "Translated title", "VL": "Volume", "VO": "Volume", "NV": "Number of volumes", "RP": "Reprint",
}  # fmt: skip
_NO_END = "It has no end (ER): the next one begins before."
_CUT_OFF = "The file ends in the middle of it: something may be missing."


class _Entry:
    """One reference while its lines are read."""

    def __init__(self, line: int, type_: str) -> None:
        self.line, self.type = line, type_
        self.values: list[tuple[str, list[str]]] = []
        self.problem = ""


def read(text: str, file: str, cancel: Cancel) -> list[Reference]:
    """The references of a text; one that is not whole is told of, and the others go on."""
    entries: list[_Entry] = []
    now: _Entry | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if number % 4096 == 0:
            cancel.check()
        found = _LINE.fullmatch(line)
        tag, value = (found[1], found[2] or "") if found else ("", line)
        if tag == "TY":
            if now:
                now.problem = _NO_END
            now = _Entry(number, value.strip())
            entries.append(now)
        elif tag == "ER":
            now = None
        elif now and tag:
            now.values.append((tag, [value]))
        elif now and now.values and line.strip():  # a value goes on in the next line
            now.values[-1][1].append(line)
    if now:
        now.problem = _CUT_OFF
    return [_reference(entry, file) for entry in entries]


def _reference(entry: _Entry, file: str) -> Reference:
    to = Gathered(file, f"line {entry.line:,}")
    to.type = TYPES.get(entry.type.upper())
    if entry.problem:
        to.problems.append(entry.problem)
    if to.type in (None, "other") and entry.type.upper() != "GEN":
        to.keep("Type", entry.type)
    for tag, lines in entry.values:
        value = "\n".join(lines)
        slot = _SLOTS.get(tag, "")
        if tag == "BT" and to.type == "book":
            slot = "titles"
        if slot == "addresses":
            for address in re.split(r"[;\s]+(?=https?://)", value):
                to.put(slot, address)
        else:
            to.put(slot, value, _LABELS.get(tag, tag))
    return to.reference()
