"""What is printed on the pages of a PDF as their numbers, such as 341 or xii, where the file says so."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw as _raw  # pyright: ignore[reportMissingTypeStubs]

pdfium: Any = _raw
_LONGEST = 200  # bytes of one


def labels(document: Any, pages: int) -> tuple[str, ...]:
    """The number printed on each page, empty where it is not said; nothing where it is said of none."""
    found = tuple(_label(document, page) for page in range(pages))
    return found if any(found) else ()


def _label(document: Any, page: int) -> str:
    size = pdfium.FPDF_GetPageLabel(document, page, None, 0)
    if not 2 < size < _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetPageLabel(document, page, buffer, size)
    words = buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
    return " ".join("".join(sign for sign in words if sign.isprintable()).split())
