"""Reads a file of references, whatever its name: which format it has is seen by its beginning."""

from __future__ import annotations

import re
from pathlib import Path

from db.bibliography import bibtex, csl_json, ris
from db.bibliography.reference import Reference
from db.cancel import Cancel
from db.errors import KnownError
from db.extraction import encodings
from db.extraction.document import Unreadable

LARGEST = 50_000_000  # bytes of a file
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_READERS = (
    (re.compile(r"\A\s*[\[{]"), csl_json.read),
    (re.compile(r"^[ \t]{0,3}TY[ \t]{1,2}-", re.ASCII | re.MULTILINE), ris.read),
    (re.compile(r"@\s*\w+\s*[{(]", re.ASCII), bibtex.read),
)


def read_file(path: Path, cancel: Cancel) -> list[Reference]:
    """The references of a file, each with its problems; KnownError in words when it is no such file at all."""
    text, remark = _decode(_bytes(path), path.name)
    cancel.check()
    best: list[Reference] = []
    for shape, read in _READERS:
        if not any(one.values for one in best) and shape.search(text):
            best = read(text, path.name, cancel) or best
    if best:
        return [one._replace(problems=(*one.problems, remark)) if remark else one for one in best]
    raise KnownError(
        f"“{path.name}” holds no references in RIS, BibTeX or CSL-JSON. Export them in one of these formats from the "
        "program that has them."
    )


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise KnownError(f"“{path.name}” is not a file, or no longer there.")
        size = path.stat().st_size
        if size > LARGEST:
            raise KnownError(f"“{path.name}” is larger than 50 MB. Export the references in several files.")
        if not size:
            raise KnownError(f"“{path.name}” is empty.")
        return path.read_bytes()
    except OSError as error:
        raise KnownError(f"“{path.name}” cannot be read: {error.strerror or error}.") from error


def _decode(raw: bytes, name: str) -> tuple[str, str]:
    """The text of a file, and what is to be known of its encoding."""
    encoding = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text, remark = raw.decode(encoding), ""
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise KnownError(f"“{name}” begins as UTF-16 and goes on as something else. Export it anew.") from None
        try:
            text, remark = encodings.decode(raw)
        except Unreadable:
            raise KnownError(f"“{name}” is not a file of text.") from None
    if "\0" in text:
        raise KnownError(f"“{name}” is not a file of text.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), remark
