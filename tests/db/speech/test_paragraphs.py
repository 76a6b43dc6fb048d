"""Paragraphs of a text."""

import pytest

from db.speech.paragraphs import LONGEST, paragraphs

PAGE = (
    "The delegations met in the harbour of\nPort Salm and spoke of fish, of nets and\nof the price of ice. Nobody was "
    "in any\nhurry to leave.\n\nOn the second day the wind turned and\nthe boats stayed where they were until\nnoon.\n"
)


def texts(text):
    return [text[slice(*span)] for span in paragraphs(text)]


@pytest.mark.parametrize("text", ["", "\n\n", "  \r\n \u2029"])
def test_blanks_are_no_paragraph(text):
    assert texts(text) == []


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\u2029", "\x0c"])
def test_each_line_is_one(between):
    assert texts(f"One.{between}  Two. {between}Three.") == ["One.", "Two.", "Three."]


def test_the_lines_of_a_page_are_joined():
    found = texts(PAGE)
    assert len(found) == 2
    assert found[0].endswith("hurry to leave.")


def test_items_of_a_list_stay_apart():
    assert texts(PAGE + "\n- the nets;\n- the ice\n")[2:] == ["- the nets;", "- the ice"]


def test_one_that_is_very_long_is_cut_at_the_end_of_a_sentence():
    found = texts("A word and another. " * 3000)
    assert len(found) > 1
    assert all(len(piece) <= LONGEST and piece.endswith(".") for piece in found)
    assert len(texts("a" * 50_000)) == 3
