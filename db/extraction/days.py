"""Days of publication: as pages and files note them for machines, or as a document prints them near its beginning."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january jan janvier januar jänner ocak января январь янв січня يناير ژانویه",
    "february feb février fevrier februar şubat subat февраля февраль фев лютого فبراير فوریه",
    "march mar mars märz mart марта март березня مارس",
    "april apr avril nisan апреля апрель апр квітня أبريل آوریل",
    "may mai mayıs мая май травня مايو مه",
    "june jun juin juni haziran июня июнь червня يونيو ژوئن",
    "july jul juillet juli temmuz июля июль липня يوليو ژوئیه",
    "august aug août aout ağustos августа август авг серпня أغسطس اوت",
    "september sep sept septembre eylül сентября сентябрь сен вересня سبتمبر سپتامبر",
    "october oct octobre oktober ekim октября октябрь окт жовтня أكتوبر اکتبر",
    "november nov novembre kasım ноября ноябрь ноя листопада نوفمبر نوامبر",
    "december dec décembre dezember aralık декабря декабрь дек грудня ديسمبر دسامبر",
)
_NUMBER = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s+(?:de\s+)?({_NAME})\.?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"(?<!\w)({_NAME})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_NOTED = re.compile(r"\s*(?:D:)?(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?")
_LINKED = re.compile(r"\w.*\b(?:of|from|dated|от|від|vom|von|du|de|del|من|مورخ)\s*$", re.IGNORECASE)
"""What stands before the day of something that is named, as of a treaty, and not of the document that names it."""
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|released|опубликован|размещено|veröffentlicht|erschienen|publié|publicado|"
    r"pubblicato|yayın|yayım|نُ?شر|تاریخ انتشار)",
    re.IGNORECASE,
)
DATELINE = 80  # characters that a line with the date of a document has at most
PHRASE = 6  # words that a line may have that ends with a full stop and is no sentence
LINES = 25  # of the beginning that are looked at
_STOPS, _AFTER_STOP = (".", "!", "?", "…", "؟"), " \t\"'”’»)"
EARLIEST, LATEST = 1800, 2199


def noted(words: str) -> str | None:
    """A day as a machine noted it (`2018-03-16T10:00:00Z`, `D:20180316100000`, `2018/03`), partial; None when none."""
    found = _NOTED.match(words[:40])
    if not found:
        return printed(words[:DATELINE])
    year, month, day = (int(part) if part else None for part in found.groups())
    return _iso(year or 0, month, day)


def printed(line: str) -> str | None:
    """The first full day that a line names in one of our languages; None when it names none."""
    found = _first(line)
    return found[1] if found else None


def names_another(line: str) -> bool:
    """Whether the first day of a line is that of something which the line names, such as a treaty."""
    found = _first(line)
    return bool(found and _LINKED.search(line[: found[0]]))


def of_beginning(text: str) -> str | None:
    """The day that stands in one of the first, short lines of a document: its dateline, which is no sentence.

    One that says that the document was published then counts before others, the day of something named after them.
    """
    found: list[tuple[int, str]] = []
    for line in text[:6000].split("\n")[:LINES]:
        is_sentence = line.rstrip(_AFTER_STOP).endswith(_STOPS) and len(line.split()) > PHRASE
        if 0 < len(line) <= DATELINE and not is_sentence and (day := printed(line)):
            found.append((0 if _PUBLISHED.search(line) else 2 if names_another(line) else 1, day))
    return min(found, key=lambda one: one[0])[1] if found else None


def _first(line: str) -> tuple[int, str] | None:
    """Where in a line its first full day begins, and the day."""
    places: list[tuple[int, str]] = []
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1))):
        if found := pattern.search(line):
            year, month, day = (found[part] for part in order)
            number = int(month) if month.isdecimal() else _NUMBER.get(month.lower().replace("i̇", "i"), 0)
            if iso := _iso(int(year), number, int(day)):
                places.append((found.start(), iso))
    return min(places, default=None)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """A partial date in ISO 8601; None when it is not in the calendar."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not EARLIEST <= year <= LATEST:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in ((month, day) if month else ()) if part)])
