"""The letters of a text are found whatever it says of them."""

import pytest

from db.extraction.document import Unreadable
from db.extraction.encodings import BINARY, DAMAGED, decode
from tests.db.extraction.documents import ARABIC, FRENCH, HEBREW, POLISH, RUSSIAN, TURKISH

LETTERS = [
    (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso8859-5"), (RUSSIAN, "cp866"), (RUSSIAN, "mac-cyrillic"),
    ("Мы хотим мира.", "cp1251"), ("ЗАЯВЛЕНИЕ МИНИСТРА", "koi8-r"), ("Сторони домовилися про перемир’я", "koi8-u"),
    (FRENCH, "cp1252"), (TURKISH, "cp1254"), (ARABIC, "cp1256"), (HEBREW, "cp1255"), (POLISH, "cp1250"),
    (f"The minister said: {RUSSIAN}", "cp1251"),
]  # fmt: skip
WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


def page(said, body, encoding):
    """A web page that names one encoding and is in another."""
    return f"<html><head><meta charset='{said}'></head><body>".encode() + body.encode(encoding, "replace")


@pytest.mark.parametrize(("text", "encoding"), LETTERS)
def test_a_text_that_says_nothing_is_read_by_what_makes_sense_and_that_is_said(text, encoding):
    content = text.encode(encoding, "replace")
    found = decode(content)
    assert found.text == content.decode(encoding)
    assert found.warning.startswith("It does not say how its letters are encoded; it was read as ")


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, ARABIC])
@pytest.mark.parametrize("encoding", [*WIDE, "utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark_and_needs_no_remark(text, encoding):
    assert decode(text.encode(encoding)) == (text, "")


@pytest.mark.parametrize(
    ("said", "text", "encoding"),
    [
        ("utf-8", RUSSIAN, "cp1251"),
        ("koi8-r", RUSSIAN, "cp1251"),
        ("windows-1251", RUSSIAN, "koi8-r"),
        ("iso-8859-1", RUSSIAN, "cp1251"),
        ("windows-1251", RUSSIAN, "utf-8"),
        ("utf-8", FRENCH, "cp1252"),
    ],
)
def test_a_wrong_declaration_is_noticed_and_said(said, text, encoding):
    content = page(said, text, encoding)
    found = decode(content)
    assert found.text == content.decode(encoding)
    assert "but they are not" in found.warning


@pytest.mark.parametrize(
    ("said", "text"), [("windows-1251", RUSSIAN), ("koi8-r", RUSSIAN), ("windows-1256", ARABIC), ("cp1254", TURKISH)]
)
def test_a_right_declaration_needs_no_remark(said, text):
    content = page(said, text, said)
    assert decode(content) == (content.decode(said), "")


@pytest.mark.parametrize("said", ["rot13", "hex", "no-such-encoding", "utf-16"])
def test_a_declaration_that_cannot_be_meant_is_passed_over(said):
    assert decode(page(said, RUSSIAN, "utf-8")).text.endswith(RUSSIAN)


def test_a_text_cut_off_within_a_letter_keeps_the_others():
    found = decode(RUSSIAN.encode()[:-2])
    assert found.text == RUSSIAN[:-2] + "\ufffd"
    assert found.warning == DAMAGED


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, bytes(1000), b"\x01\x02\x03\x04" * 99])
def test_data_that_is_no_text_is_refused(content):
    with pytest.raises(Unreadable) as refused:
        decode(content)
    assert str(refused.value) == BINARY
