"""Reads one document: finds out of what kind it is and hands it to the module for that kind."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from db.extraction import encodings, kinds
from db.extraction.document import Document


def reader(content: bytes, suffix: str) -> Callable[[], Document]:
    """The work of reading a document, with all that it needs imported; Unreadable when it is none that we read.

    `suffix` is the end of its file's name.
    """
    _load_encodings()
    kind = kinds.of_bytes(content)
    if kind == "pdf":
        from db.extraction import pdf

        return lambda: pdf.read(content)
    if kind == "docx":
        from db.extraction import word_document

        return lambda: word_document.read(content)
    text, warning = encodings.decode(content)
    warnings = (warning,) if warning else ()
    kind = kinds.of_text(text, suffix)
    from db.extraction import plain_text, web_page

    if kind == "html":
        return lambda: web_page.read(text, warnings)
    return lambda: plain_text.read(text, kind, warnings)


def _load_encodings() -> None:
    """Have Python know what the libraries may ask it for later, when no file is opened any more."""
    for name in ("cp437", "cp1251", "cp1252", "latin_1", "utf_16", "utf_16_be", "utf_16_le", "utf_8_sig"):
        codecs.lookup(name)
