"""Offsets in Qt's units, for characters of one unit and of two."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.offsets import document_offset, document_offsets, text_offset, utf16_offset

TEXTS = [
    "plain words",
    "e\u0301te\u0301 — combining",
    "السلام عليكم",
    "a😀b👩‍👩‍👧c",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "line\nbreak\r\ntwo",
    "Ж中🇰🇿",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_offset_is_the_number_of_units_before_it(text):
    for offset in range(len(text) + 1):
        assert utf16_offset(text, offset) == len(text[:offset].encode("utf-16-le")) // 2


BROKEN = ["one\r\ntwo\r\n\r\nthree", "\r\n", "mixed\nbreaks\rof 😀\r\nthree kinds\r\n", "\r\r\n\n"]


@pytest.mark.parametrize("text", [*TEXTS, *BROKEN])
def test_a_place_in_a_document_leads_back_to_its_place_in_the_text(text):
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert text_offset(text, document_offset(text, offset)) == offset


@pytest.mark.parametrize("text", [*TEXTS, *BROKEN])
def test_places_in_a_document_are_those_of_qt(qapp, text):
    document = QTextDocument()
    document.setPlainText(text)
    assert document_offset(text, len(text)) == document.characterCount() - 1


def test_a_place_inside_of_a_character_is_that_of_the_character():
    assert text_offset("a😀b", 2) == 1


@pytest.mark.parametrize("text", [text for text in TEXTS if "\r" not in text])
def test_a_passage_is_the_same_words_in_a_document_of_qt(qapp, text):
    document = QTextDocument()
    document.setPlainText(text)
    for start in range(len(text)):
        cursor = QTextCursor(document)
        cursor.setPosition(utf16_offset(text, start))
        cursor.setPosition(utf16_offset(text, len(text)), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\u2029", "\n") == text[start:]


@pytest.mark.parametrize("text", [*TEXTS, *BROKEN])
def test_many_places_at_once_are_those_of_each(text):
    every = range(len(text) + 1)
    for some in (every, reversed(every), every[::2], every[1::3], []):
        offsets = list(some)
        assert document_offsets(text, offsets) == {offset: document_offset(text, offset) for offset in offsets}
