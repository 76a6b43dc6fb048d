"""PDF documents: the words of each page, lines joined to paragraphs, and where in the text each page begins."""

from __future__ import annotations

import ctypes
from collections.abc import Generator
from contextlib import contextmanager
from math import hypot
from statistics import median_high, median_low
from typing import Any, NamedTuple

from pypdfium2 import raw as _raw  # pyright: ignore[reportMissingTypeStubs]

from db.extraction import page_edges, pdf_labels, pdf_lines
from db.extraction.document import MOST_TEXT, Document, Unreadable
from db.extraction.facts import HEADING, IN_PROPERTIES, Facts
from db.extraction.languages import of_tag
from db.extraction.pdf_lines import BREAK, Line
from db.extraction.tidy import TOO_MUCH_TEXT, tidy
from db.values import count

pdfium: Any = _raw
MOST_PAGES = 10_000
LOCKED = "This PDF is locked by a password. Save it without one and import that."
DAMAGED = "This PDF is damaged: it cannot be read. Get it again from where it comes."
CUT_OFF = "This PDF is cut off: its end is missing. Get it again from where it comes."
TOO_LONG = f"This PDF has more than {MOST_PAGES:,} pages. Divide it and import the parts."
SCANNED = (
    "There is no text in this PDF, only pictures of {pages}: it was scanned. Recognise its text with a program for "
    "that (OCR), save it as PDF, and import that."
)
SPARSE = (
    "There is hardly any text in this PDF ({signs} on {pages}): perhaps it was scanned. If so, recognise its text with "
    "a program for that (OCR), save it as PDF, and import that."
)
FEW = 30  # letters and digits on a page, below which it may have been scanned and then numbered or stamped
_END = 4096  # bytes within which a whole file says that it ends
_JUNK = ("microsoft word", "untitled", "print", "layout 1", "powerpoint", "about:blank", "document1")
_LINE_ENDS = frozenset((0x0A, 0x0D, ord(BREAK)))
_DOWN = 0.9  # of the length of a line by which it goes down the page: the library gives such lines from the last on
_SAME_LINE = 0.01  # points by which signs of one line stand higher or lower without further question
_ANOTHER_LINE = 0.7  # heights of type by which signs of one line stand higher or lower at most, as notes do
_PASSWORD = 4  # the error of a document that is locked


def read(content: bytes) -> Document:
    """A document; Unreadable when it is locked, damaged, cut off or has no text."""
    if b"%%EOF" not in content[-max(_END, len(content) // 20) :]:
        raise Unreadable(CUT_OFF)
    with _opened(content) as document:
        number = pdfium.FPDF_GetPageCount(document)
        if number > MOST_PAGES:
            raise Unreadable(TOO_LONG)
        if number < 1:
            raise Unreadable(DAMAGED)
        pages, unread = _pages(document, number)
        if unread == number:
            raise Unreadable(DAMAGED)
        facts = _properties(document)
        labels = pdf_labels.labels(document, number)
    heading = pdf_lines.heading(pages[0]) if pages[0] else None
    bodies, left_out = page_edges.without_running_lines(pages)
    joined = pdf_lines.joined_pages(bodies)
    text, places = _together([tidy(page) for page in joined.pages], joined.gaps)
    if not any(sign.isalnum() for sign in text):
        raise Unreadable(DAMAGED if unread else SCANNED.format(pages=count(number, "page", "pages")))
    facts.note("title", heading, HEADING)
    warnings = _warnings(pages, unread, joined.hyphens)
    if left_out:
        warnings = (*warnings, page_edges.LEFT_OUT.format(lines=", ".join(left_out)))
    return facts.document("pdf", "application/pdf", text, pages=tuple(places), labels=labels, warnings=warnings)


@contextmanager
def _opened(content: bytes) -> Generator[Any]:
    """The document behind the bytes; Unreadable when there is none."""
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise Unreadable(LOCKED if pdfium.FPDF_GetLastError() == _PASSWORD else DAMAGED)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _pages(document: Any, number: int) -> tuple[list[list[Line]], int]:
    """The lines of each page, and how many pages could not be read."""
    pages: list[list[Line]] = []
    unread = size = 0
    for at in range(number):
        lines: list[Line] = []
        page = pdfium.FPDF_LoadPage(document, at)
        if page:
            lines = _lines(page)
            pdfium.FPDF_ClosePage(page)
        else:
            unread += 1
        size += sum(len(line.text) for line in lines)
        if size > MOST_TEXT:
            raise Unreadable(TOO_MUCH_TEXT)
        pages.append(lines)
    return pages, unread


def _lines(page: Any) -> list[Line]:
    """The lines of a page, with their places on it."""
    words = pdfium.FPDFText_LoadPage(page)
    if not words:
        return []
    signs = pdfium.FPDFText_CountChars(words)
    if signs > MOST_TEXT:
        raise Unreadable(TOO_MUCH_TEXT)
    codes = [pdfium.FPDFText_GetUnicode(words, at) for at in range(signs)]
    lines = [_line(words, codes, begins, ends) for begins, ends in _stretches(words, codes)]
    first = next((at for at, code in enumerate(codes) if code > 0x20), None)
    is_turned = first is not None and _type(words, first).up < -_DOWN
    pdfium.FPDFText_ClosePage(words)
    return pdf_lines.in_order(lines, is_turned=is_turned)


class _Type(NamedTuple):
    """How a sign is set: its size on the page, and the direction of its line as a step of length 1."""

    size: float
    right: float
    up: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is along such a line, and above it: pages and what is on them may be turned."""
        return x * self.right + y * self.up, y * self.right - x * self.up


def _type(words: Any, at: int) -> _Type:
    size, scale = pdfium.FPDFText_GetFontSize(words, at), pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(words, at, scale):
        return _Type(size, 1, 0)
    width = hypot(scale.a, scale.b)
    right, up = (scale.a / width, scale.b / width) if width else (1, 0)
    return _Type(size * hypot(scale.c, scale.d), right, up)


def _stretches(words: Any, codes: list[int]) -> Generator[tuple[int, int]]:
    """Where each line begins and ends: where the library says so, and where the signs go on at another height.

    The library takes lines for one whose type is scaled down on the page.
    """
    begins = 0
    foot = 0.0
    kind: _Type | None = None
    x, y = ctypes.c_double(), ctypes.c_double()
    for at, code in enumerate(codes):
        if code in _LINE_ENDS:
            ends = at + (code == ord(BREAK))
            if ends > begins:
                yield begins, ends
            begins, kind = at + 1, None
        elif code > 0x20 and pdfium.FPDFText_GetCharOrigin(words, at, x, y):
            here = kind.place(x.value, y.value)[1] if kind else 0
            if kind and abs(here - foot) <= _SAME_LINE:
                continue
            other = _type(words, at)
            if kind and abs(here - foot) > _ANOTHER_LINE * max(kind.size, other.size):
                yield begins, at
                begins, kind = at, None
            if kind is None or other.size >= kind.size:
                kind, foot = other, other.place(x.value, y.value)[1]
    if len(codes) > begins:
        yield begins, len(codes)


def _line(words: Any, codes: list[int], begins: int, ends: int) -> Line:
    text = "".join(map(_sign, codes[begins:ends]))
    seen = [
        at for at in (*range(begins, min(begins + 4, ends)), *range(max(begins, ends - 4), ends)) if codes[at] > 0x20
    ]
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    along: list[float] = []
    feet: list[float] = []
    kinds = [_type(words, at) for at in seen]
    for at in seen:
        if pdfium.FPDFText_GetCharBox(words, at, left, right, bottom, top):
            pdfium.FPDFText_GetCharOrigin(words, at, x, y)
            corners = (left.value, bottom.value), (right.value, top.value)
            along += [kinds[0].place(*corner)[0] for corner in corners]
            feet.append(kinds[0].place(x.value, y.value)[1])
    if not feet:
        return Line(text, 0, 0, 0, 0)
    return Line(text, min(along), max(along), median_low(feet), median_high(round(kind.size, 1) for kind in kinds))


def _sign(code: int) -> str:
    """A character; what is none, or half of one, as a mark for it."""
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _together(pages: list[str], gaps: list[str]) -> tuple[str, list[int]]:
    """All pages as one text with what stands between each and the next, and where in it each begins."""
    pieces: list[str] = []
    places: list[int] = []
    length = 0
    for page, before in zip(pages, ["", *gaps], strict=True):
        gap = before if pieces and page else ""
        places.append(length + len(gap))
        if page:
            pieces.append(gap + page)
            length += len(gap) + len(page)
    return "".join(pieces), [min(place, length) for place in places]


def _properties(document: Any) -> Facts:
    """What the file says of itself; titles that a program made up are passed over."""
    facts = Facts()
    title = _property(document, "Title")
    if (
        title
        and not title.lower().startswith(_JUNK)
        and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".qxd"))
    ):
        facts.note("title", title, IN_PROPERTIES)
    facts.note("authors", _property(document, "Author"), IN_PROPERTIES)
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if 2 < size < 200:
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        facts.note("language", of_tag(buffer.raw.decode("utf-16-le", "replace").rstrip("\0")), IN_PROPERTIES)
    return facts


def _property(document: Any, name: str) -> str:
    size = pdfium.FPDF_GetMetaText(document, name.encode(), None, 0)
    if not 2 < size < 20_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, name.encode(), buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _warnings(pages: list[list[Line]], unread: int, hyphens: int) -> tuple[str, ...]:
    """What is to be said about how the pages were read."""
    blank = [at for at, lines in enumerate(pages, 1) if not any(line.text.strip() for line in lines)]
    said: list[str] = []
    if unread:
        said.append(f"{count(unread, 'page', 'pages')} could not be read.")
    if len(blank) > unread:
        numbers = ", ".join(map(str, blank[:8])) + (" …" if len(blank) > 8 else "")
        said.append(
            f"There is no text on {'page' if len(blank) == 1 else 'pages'} {numbers}: perhaps scanned, or blank."
        )
    signs = sum(sign.isalnum() for lines in pages for line in lines for sign in line.text)
    filled = len(pages) - len(blank)
    if filled > 1 and signs < FEW * filled:
        told = count(signs, "letter or digit", "letters and digits")
        said.append(SPARSE.format(signs=told, pages=count(filled, "page", "pages")))
    if hyphens:
        words = count(hyphens, "divided word was", "divided words were")
        said.append(f"{words} put together again where a line ends; a hyphen may be missing, or be too many.")
    return tuple(said)
