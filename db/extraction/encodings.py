"""The letters behind the bytes of a text: by its mark, by what it says of itself, else by what makes sense."""

from __future__ import annotations

import codecs
import re
from typing import Any, NamedTuple, cast

from db.extraction import cyrillic, sense
from db.extraction.document import Unreadable

BINARY = (
    "This is no text: it holds data that only another program can read. Parley reads text, Markdown, HTML, PDF and "
    "DOCX."
)
UNKNOWN = "The letters of this text cannot be told from its bytes. Save it as UTF-8 and import that."
DAMAGED = "Some letters of this document are damaged: � stands for each."
SAMPLE = 200_000  # bytes that are looked at to guess
_MARKS = (
    (codecs.BOM_UTF8, "utf_8"), (codecs.BOM_UTF32_LE, "utf_32_le"), (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be"),
)  # fmt: skip
_GUESSED = [
    "cp1256", "iso8859_6", "cp1254", "cp1250", "cp1253", "cp1255", "cp1252", "gb18030", "big5", "euc_jp", "shift_jis",
    "euc_kr", "cp850", "mac_roman", "cp1251", "koi8_u",
]  # fmt: skip
_NAMES = {
    **cyrillic.ENCODINGS, "utf_8": "UTF-8", "koi8_r": "KOI8", "gb18030": "GB 18030", "shift_jis": "Shift JIS",
    "cp850": "DOS 850", "mac_roman": "Macintosh Roman",
    **{f"cp{number}": f"Windows-{number}" for number in range(1250, 1259)},
}  # fmt: skip
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_CODE = re.compile(rb"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^<>]{0,2000}>")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f]")
_WESTERN = set("àâäáãåçéèêëíìîïñóòôöõøúùûüÿæœßÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜŸÆŒ«»“”„‘’‚‹›–—…·•§°€£©®™¿¡ªº²³½¼¾\xa0\xad")
_SAID = {"utf_16": "utf_8", "utf_16_le": "utf_8", "utf_16_be": "utf_8", "iso8859_1": "cp1252", "ascii": "cp1252"}
"""What is meant by a name of an encoding that the bytes before it show to be wrong, or too narrow."""


class Decoded(NamedTuple):
    """A text, and what is to be said about how its letters were found; empty where there was no doubt."""

    text: str
    warning: str = ""


def decode(content: bytes) -> Decoded:
    """The letters of a text; Unreadable when the bytes are none."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(name, "replace")
            return Decoded(text, DAMAGED if "\ufffd" in text else "")
    if b"\0" in content[:SAMPLE]:
        return Decoded(_without_mark(content))
    if len(_CONTROL.findall(content[:SAMPLE])) * 500 > len(content[:SAMPLE]):
        raise Unreadable(BINARY)
    said = _declared(content)
    utf_8 = _strictly(content, "utf_8")
    if utf_8 is not None:
        return Decoded(utf_8, "" if said in (None, "utf_8") or content.isascii() else _contradiction(said, "utf_8"))
    if (text := _damaged_utf_8(content)) is not None:
        return Decoded(text, DAMAGED)
    words = _words(content)
    better = sense.better(said, words) if said else None
    if said and not better and _fits(said, words) and (text := _strictly(content, said)) is not None:
        return Decoded(text)
    name = better or _guess(words)
    if not better:
        name = sense.better(name, words) or name
    warning = _contradiction(said, name) if said else _guessed(name)
    return Decoded(content.decode(name, "replace"), warning)


def _declared(content: bytes) -> str | None:
    """The encoding that a page or an XML document names; None when it names none that is known."""
    found = _XML.match(content[:1024]) or _META.search(content[:SAMPLE])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name.replace("-", "_")
        "é".encode(name, "replace")  # Python calls hex and rot13 encodings too
    except LookupError:
        return None
    return _SAID.get(name, name)


def _strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None


def _damaged_utf_8(content: bytes) -> str | None:
    """A text in UTF-8 of which few bytes are damaged; None when it is none."""
    text = content.decode("utf_8", "replace")
    begins = text[:SAMPLE]
    whole = sum(sign > "\x7f" for sign in begins) - begins.count("\ufffd")
    return text if whole > 3 * begins.count("\ufffd") else None


def _without_mark(content: bytes) -> str:
    """UTF-16 or UTF-32 that does not say so; Unreadable when it is no text."""
    for name, width in (("utf_32_le", 4), ("utf_32_be", 4), ("utf_16_le", 2), ("utf_16_be", 2)):
        whole = len(content) // width * width
        text = _strictly(content[: min(whole, SAMPLE)], name)
        if text and _is_text(text):
            return content[:whole].decode(name, "replace")
    raise Unreadable(BINARY)


def _is_text(text: str) -> bool:
    """Whether there are blanks between the signs, and no more than a few that cannot be seen."""
    blanks = sum(text.count(blank) for blank in " \n\t")
    hidden = sum(not sign.isprintable() and sign not in "\r\n\t" for sign in text)
    return blanks * 100 >= len(text) and hidden * 200 <= len(text)


def _words(content: bytes) -> bytes:
    """The beginning of what is text in a page, to tell its letters by."""
    return _TAG.sub(b" ", _CODE.sub(b" ", content[: 10 * SAMPLE]))[:SAMPLE]


def _is_foreign(words: bytes) -> bool:
    """Whether so many of the letters are beyond ASCII that the text is in no Latin script."""
    high = sum(byte > 0x7F for byte in words)
    low = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in words)
    return high * 10 > 3 * (high + low)


def _fits(said: str, words: bytes) -> bool:
    """Whether a text can be in the encoding that it names: most decode anything, though into nonsense."""
    if said in ("cp1252", "iso8859_15"):
        return not _is_foreign(words)
    if (said in cyrillic.ENCODINGS or said == "koi8_r") and _is_foreign(words):
        found = cyrillic.encoding_of(words)
        return not cyrillic.may_be_hebrew(words) if found is None else found[:5] == said[:5]
    return True


def _guess(words: bytes) -> str:
    """The likeliest encoding of a text that names none; Unreadable when none is likely."""
    if _is_foreign(words):
        if name := cyrillic.encoding_of(words):
            return name
        if cyrillic.may_be_hebrew(words):
            return "cp1255"
    elif all(sign in _WESTERN for sign in words.decode("cp1252", "replace") if sign > "\x7f"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = cast(Any, from_bytes(words, cp_isolation=_GUESSED).best())
    if best is None:
        raise Unreadable(UNKNOWN)
    return str(best.encoding)


def _called(encoding: str | None) -> str:
    return _NAMES.get(encoding or "", (encoding or "").replace("_", "-").upper())


def _contradiction(said: str | None, found: str) -> str:
    return (
        f"It says that its letters are encoded as {_called(said)}, but they are not: it was read as {_called(found)}. "
        "See whether the words are right."
    )


def _guessed(found: str) -> str:
    name = _called(found)
    return f"It does not say how its letters are encoded; it was read as {name}. See whether the words are right."
