"""Of what kind a file is, by what is in it; its name only tells Markdown from other text."""

from __future__ import annotations

import re

from db.extraction.document import Unreadable

READ = "Parley reads text, Markdown, HTML, PDF and DOCX."
LINK = (
    "This is a link, not the document that it leads to. Open it, save the document or the web page as a file, and "
    "import that."
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"SQLite format 3\0", "This is a database, not a document. If it is a library of Parley, use File › Open."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        (
            "This is a document of an old Word, or one that is locked by a password. Open it there, save it as DOCX "
            "without a password, and import that."
        ),
    ),
    (b"{\\rtf", f"This is an RTF document. {READ} Save it as DOCX and import that."),
    (b"L\0\0\0\x01\x14\x02\0", LINK),
    (b"book\0\0\0\0mark\0\0\0\0", LINK),
    *(
        (
            magic,
            "This is a picture, which has no text. Recognise its text with a program for that, then import the text.",
        )
        for magic in (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
    ),
    *(
        (magic, f"This is an archive of files. {READ} Unpack it and import what is in it.")
        for magic in (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
    ),
    *(
        (magic, f"This is a program, not a document. {READ}")
        for magic in (b"\x7fELF", b"MZ\x90\0", b"\xcf\xfa\xed\xfe")
    ),
)
_TEXT_LINK = re.compile(rb"\s*(\[InternetShortcut\]|\[Desktop Entry\].{0,2000}?^Type=Link\b)", re.DOTALL | re.MULTILINE)
_WEBLOC = re.compile(rb"<plist\b.{0,300}<key>URL</key>", re.DOTALL)
_MARKUP = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|table|script"
    r"|link|style|section|header|span|a|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"</?(p|div|br|h[1-6]|table|tr|td|ul|li|span|a|b|i|em|strong|body|html)\b[^<>]{0,300}>", re.IGNORECASE
)
SUFFIXES = {"html": (".html", ".htm", ".xhtml", ".xht", ".shtml"), "markdown": (".md", ".markdown", ".mdown", ".mkd")}
MANY_TAGS = 3


def of_bytes(content: bytes) -> str | None:
    """pdf or docx (any file of the zip kind); None when it may be a text. Unreadable when it is something else."""
    if not content:
        raise Unreadable("This file is empty.")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    for magic, sentence in _OTHERS:
        if content.startswith(magic):
            raise Unreadable(sentence)
    if _TEXT_LINK.match(content[:4096]) or _WEBLOC.search(content[:4096]) or _is_binary_webloc(content):
        raise Unreadable(LINK)
    return None


def of_text(text: str, suffix: str) -> str:
    """html, markdown or text; `suffix` is the end of the file's name."""
    suffix, begins = suffix.lower(), text[:20_000]
    if (
        re.match(r"(From |MIME-Version:|Received:|Message-ID:)", begins, re.IGNORECASE)
        and "multipart/related" in begins
    ):
        raise Unreadable("This is a web archive. Open it in a browser, save the page as HTML, and import that.")
    is_markup = bool(_MARKUP.match(begins.lstrip("\ufeff")))
    if is_markup or (suffix in SUFFIXES["html"] and len(_TAGS.findall(begins)) >= 1):
        return "html"
    if suffix in SUFFIXES["markdown"]:
        return "markdown"
    if suffix not in (".txt", ".text") and len(_TAGS.findall(begins)) >= MANY_TAGS * 3:
        return "html"
    return "text"


def _is_binary_webloc(content: bytes) -> bool:
    return content.startswith(b"bplist00") and b"URL" in content[:200]
