"""Of what kind a file is, is seen in it, not in its name."""

import pytest

from db.extraction import kinds
from db.extraction.document import Unreadable
from tests.db.extraction.documents import docx, lines, paragraph, pdf

LINKS = {
    "shortcut": b"[InternetShortcut]\r\nURL=https://example.org/\r\n",
    "desktop": b"[Desktop Entry]\nName=A page\nType=Link\nURL=https://example.org\n",
    "webloc": b"<?xml version='1.0'?><plist version='1.0'><dict><key>URL</key><string>https://example.org</string></dict>",
    "binary webloc": b"bplist00\xd1\x01\x02SURL_\x10\x14https://example.org",
    "lnk": b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F",
}
OTHERS = {
    b"": "empty",
    b"SQLite format 3\0": "File › Open",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old Word",
    b"{\\rtf1 Words}": "RTF",
    b"\x89PNG\r\n\x1a\n": "picture",
    b"\xff\xd8\xff\xe0": "picture",
    b"\x1f\x8b\x08": "archive",
    b"\x7fELF\x02": "program",
}
PAGES = [
    "<!DOCTYPE html><p>x",
    "  <html><body>x",
    "<?xml version='1.0'?>\n<!-- a --><html>",
    "<p>One</p>",
    "\ufeff<HTML>",
]


@pytest.mark.parametrize("name", LINKS)
def test_a_link_is_not_the_document_that_it_leads_to(name):
    with pytest.raises(Unreadable, match="This is a link"):
        kinds.of_bytes(LINKS[name])


@pytest.mark.parametrize("content", OTHERS)
def test_what_is_no_document_is_named(content):
    with pytest.raises(Unreadable, match=OTHERS[content]):
        kinds.of_bytes(content)


def test_pdf_and_docx_are_known_by_their_beginning():
    assert kinds.of_bytes(pdf(lines("x"))) == "pdf"
    assert kinds.of_bytes(b"\xef\xbb\xbfnoise\n" + pdf(lines("x"))) == "pdf"
    assert kinds.of_bytes(docx(paragraph("x"))) == "docx"
    assert kinds.of_bytes(b"Words") is None


@pytest.mark.parametrize("text", PAGES)
def test_a_page_is_known_by_its_tags_whatever_its_name(text):
    assert kinds.of_text(text, ".txt") == "html"


def test_other_texts_are_told_apart_by_their_name():
    assert kinds.of_text("Words about <Ruritania> and a < b", ".txt") == "text"
    assert kinds.of_text("# Words", ".MD") == "markdown"
    assert kinds.of_text("# Words", ".txt") == "text"
    assert kinds.of_text("Words <b>in</b> a fragment of a page", ".html") == "html"


def test_a_web_archive_is_refused():
    with pytest.raises(Unreadable, match="web archive"):
        kinds.of_text("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", ".mhtml")
