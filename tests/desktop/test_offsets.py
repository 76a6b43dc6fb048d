"""Offsets in Qt's units, for characters of one unit and of two, line breaks of two kinds and endless paragraphs."""

import random

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.offsets import LONGEST, ShownText, utf16_offset

TEXTS = [
    "",
    "plain words",
    "e\u0301te\u0301 — combining",
    "السلام عليكم",
    "a😀b👩‍👩‍👧c",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "line\nbreak\r\ntwo",
    "Ж中🇰🇿",
]
BROKEN = ["one\r\ntwo\r\n\r\nthree", "\r\n", "mixed\nbreaks\rof 😀\r\nthree kinds\r\n", "\r\r\n\n", "😀\r\n😀😀\r\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_an_offset_is_the_number_of_units_before_it(text):
    shown = ShownText(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert utf16_offset(text, offset) == units
        assert shown.to_document(offset) == units - text.count("\r\n", 0, offset)


@pytest.mark.parametrize("text", [*TEXTS, *BROKEN])
def test_a_place_in_a_document_leads_back_to_its_place_in_the_text(text):
    shown = ShownText(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert shown.to_text(shown.to_document(offset)) == offset


@pytest.mark.parametrize("text", [*TEXTS, *BROKEN])
def test_places_in_a_document_are_those_of_qt(qapp, text):
    document = QTextDocument()
    document.setPlainText(ShownText(text).shown)
    assert ShownText(text).to_document(len(text)) == document.characterCount() - 1


def test_a_place_inside_of_a_character_is_that_of_the_character():
    assert ShownText("a😀b").to_text(2) == 1


@pytest.mark.parametrize("text", [text for text in TEXTS if "\r" not in text])
def test_a_passage_is_the_same_words_in_a_document_of_qt(qapp, text):
    document = QTextDocument()
    document.setPlainText(text)
    shown = ShownText(text)
    for start in range(len(text)):
        cursor = QTextCursor(document)
        cursor.setPosition(shown.to_document(start))
        cursor.setPosition(shown.to_document(len(text)), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\u2029", "\n") == text[start:]


@pytest.mark.parametrize("word", ["word 😀 of one paragraph ", "中" * 30, "x\r\n" * 9000 + "y" * 50_000])
def test_an_endless_paragraph_is_parted_and_every_place_leads_back(word):
    text = word * (3 * LONGEST // len(word) + 2)
    shown = ShownText(text)
    paragraphs = shown.shown.replace("\r\n", "\n").split("\n")
    assert max(map(len, paragraphs)) <= LONGEST
    units = shown.shown.replace("\r\n", "\n").encode("utf-16-le")
    for offset in [*random.Random(4).sample(range(len(text)), 2000), len(text) - 1]:
        if text[offset - 1 : offset + 1] == "\r\n":
            continue
        at = shown.to_document(offset)
        assert shown.to_text(at) == offset
        assert units[2 * at :].decode("utf-16-le")[0] == text[offset].replace("\r", "\n")


def test_the_end_of_a_part_is_the_place_where_it_was_parted():
    text = "y" * (LONGEST + 5)
    shown = ShownText(text)
    assert shown.to_text(LONGEST) == LONGEST == shown.to_text(LONGEST + 1)
