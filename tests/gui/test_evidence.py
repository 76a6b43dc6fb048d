"""From a number on the page of a meeting to the sentence behind it and back, with the keyboard alone."""

from db import Library, passages
from db.passages import Passage
from db.references import Record

SENTENCE = "The two sides met in Port Example on 3 May 2031."
TEXT = f"A made-up statement.\n\n{SENTENCE} They agreed to meet again.\n\n" + "A line of it.\n" * 300


def make(path):
    """A library with one made-up meeting, whose day is cited."""
    with Library.create(path, "Talks", author="Ada") as library, library.revise("Fill"):
        library.meetings.add(uid="m", kind="round", number=1, title="Made-up round", starts="2031-05-03", held="held")
        library.sources.add(uid="s", title="Made-up statement", text=TEXT)
        starts = TEXT.index(SENTENCE)
        passages.cite(library, Passage("s", starts, starts + len(SENTENCE)), Record("meeting", "m"), field="starts")
    return path


def test_a_number_leads_to_its_sentence_and_one_key_back(desk, home):
    desk.start_parley(str(make(home / "talks.parley")))
    desk.find("list item", has="Round 1")
    desk.press_keys("ctrl+l", "Down", "Return")
    desk.find("label", name="Overview of the meeting", text="3 May 2031")
    desk.press_keys("F6")
    desk.find("label", name="Overview of the meeting", states=["FOCUSED"])
    desk.press_keys("Tab", "Tab", "Tab", "Return")  # over the number of the meeting and its day to that of the source
    text = desk.find("text", name="Text of the source", states=["FOCUSED"])
    assert text.from_caret.startswith(SENTENCE)
    desk.press_keys("alt+Left")
    desk.find("label", name="Overview of the meeting", states=["FOCUSED"])
    desk.press_keys("Return")  # the keyboard is on the number still
    desk.find("text", name="Text of the source", states=["FOCUSED"])
    desk.press_keys("Return")  # the passage leads to the value that rests on it
    desk.find("label", name="Overview of the meeting", states=["FOCUSED"])
    desk.press_keys("alt+Left")
    text = desk.find("text", name="Text of the source", states=["FOCUSED"])
    assert text.from_caret.startswith(SENTENCE)


def test_a_source_is_found_read_searched_and_a_passage_of_it_cited(desk, home):
    desk.start_parley(str(make(home / "talks.parley")))
    desk.find("list item", has="Round 1")
    desk.press_keys("ctrl+4")
    desk.find("table", name="Sources", states=["FOCUSED"])
    desk.press_keys("Home", "Return")
    desk.find("text", name="Text of the source", states=["FOCUSED"])
    desk.press_keys("ctrl+shift+f")
    desk.find("text", name="Find in the text", states=["FOCUSED"])
    desk.type_text("AGREED to")
    desk.find("label", name="1 of 1")
    desk.press_keys("Escape")
    desk.find("text", name="Text of the source", states=["FOCUSED"])
    desk.press_keys("ctrl+shift+i")
    desk.find("text", name="Find a record", states=["FOCUSED"])
    desk.press_keys("Down", "Return")
    desk.find("table", name="What of it", states=["FOCUSED"])
    desk.press_keys("Return")
    desk.find("push button", name="2 citations")
