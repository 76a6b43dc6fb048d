import pytest

from db.found_text import WIDTH, around

LONG = "Before the words that are looked for there is a good deal to read. " * 5
AFTER = " And after them there is as much again." * 20


def test_a_short_text_is_shown_whole():
    assert around("The harbour was closed.", [(4, 11)]) == ("The harbour was closed.", ((4, 11),), (4, 11))
    assert around("No mark", []) == ("No mark", (), None)


def test_of_a_long_text_the_words_around_the_first_mark_are_shown():
    text = f"{LONG}The harbour was closed.{AFTER}"
    at = text.index("harbour")
    shown, marks, first = around(text, [(at, at + 7), (len(text) - 4, len(text))])
    assert (shown[slice(*marks[0])], len(marks), first) == ("harbour", 1, (at, at + 7))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= WIDTH + 4


def test_line_ends_and_other_blanks_are_shown_as_spaces():
    assert around("one\ntwo\tthree\u2028four", [])[0] == "one two three four"


@pytest.mark.parametrize("text", ["x" * 5000, "🕊" * 5000, "漢字" * 2000])
def test_a_text_without_blanks_is_cut_all_the_same(text):
    shown, marks, _ = around(text, [(3000, 3002)])
    assert len(shown) <= WIDTH + 4
    assert shown[slice(*marks[0])] == text[3000:3002]
