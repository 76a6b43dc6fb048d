"""The letters of a text are found whatever it says of them."""

import pytest

from db.extraction.document import Unreadable
from db.extraction.encodings import BINARY, DAMAGED, decode
from tests.db.extraction.documents import ARABIC, FRENCH, GERMAN, HEBREW, POLISH, RUSSIAN, TURKISH

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
        *((said, RUSSIAN, "cp1251") for said in ("windows-1254", "iso-8859-9", "windows-1256", "macintosh", "cp1253")),
        *((said, ARABIC, "cp1256") for said in ("windows-1250", "windows-1251", "windows-1254", "windows-1252")),
        *((said, TURKISH, "cp1254") for said in ("windows-1251", "windows-1252", "iso-8859-1", "windows-1250")),
        *((said, text, "cp1252") for said in ("windows-1251", "macintosh") for text in (GERMAN, FRENCH)),
        ("windows-1256", GERMAN, "cp1252"),
        ("windows-1252", POLISH, "cp1250"),
        ("windows-1251", HEBREW, "cp1255"),
    ],
)
def test_a_wrong_declaration_is_noticed_and_said(said, text, encoding):
    content = page(said, text, encoding)
    found = decode(content)
    assert found.text == content.decode(encoding)
    assert "but they are not" in found.warning


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("windows-1251", RUSSIAN), ("koi8-r", RUSSIAN), ("windows-1256", ARABIC), ("cp1254", TURKISH),
        ("iso-8859-1", FRENCH), ("windows-1252", GERMAN), ("windows-1255", HEBREW), ("windows-1250", POLISH),
        ("windows-1251", f"Words of the minister and of {RUSSIAN[:8]} that are in English; he spoke of the peace."),
        ("windows-1250", "Ministři obou zemí se sešli v Novogradu a řekli, že chtějí mír."),
        ("windows-1253", "Οι υπουργοί των δύο χωρών συναντήθηκαν στο Νόβογκραντ και είπαν ότι θέλουν ειρήνη."),
        ("iso-8859-1", "Ráðherrar landanna tveggja hittust í Novograd og sögðu að þeir vildu frið."),
        ("iso-8859-15", "Ministrarna möttes i Novograd och sade att de ville ha fred på båda sidor om ån."),
        ("iso-8859-2", "A két ország miniszterei találkoztak Novogradban, és azt mondták, hogy békét akarnak."),
        ("shift_jis", "二か国の大臣はノボグラードで会い、平和を望むと述べた。交渉は続く。"),
        ("gb2312", "两国部长在诺沃格勒会晤，他们说希望和平。谈判将继续进行。"),
        ("euc-kr", "두 나라의 장관들은 노보그라드에서 만나 평화를 원한다고 말했다."),
        ("windows-1251", "Министрите на двете страни се срещнаха в Новоград и казаха, че искат мир."),
    ],
)  # fmt: skip
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
