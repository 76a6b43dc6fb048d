"""A researcher enters a whole meeting with the keyboard alone, takes it back after a restart, and gets it again."""

import time

from db import Library, opening
from db.cancel import Cancel
from db.digest import content_digest
from desktop.places import LIBRARY_NAME

TITLE = "Made-up round for a test"
ENDING = 90  # seconds for what is queued to be written, on a machine with much else to do


def state(path):
    """The contents of a library, as a digest, and what there is to undo."""
    opening.check_file(path)
    with Library(path, read_only="a test looks at it") as library, library.reading() as conn:
        return content_digest(conn), len(library.history.steps(Cancel()))


def labels(path):
    """What was done to a library, newest first."""
    with Library(path, read_only="a test looks at it") as library:
        return [step.label for step in library.history.steps(Cancel())]


def saved(desk):
    """Wait until the form says that all is saved."""
    desk.find("label", name="Saved")


def enter(desk, role, *texts):
    """Fill fields one after the other, from one that has the focus, and wait until all is saved."""
    desk.find(role, states=["FOCUSED"])
    for text in texts:
        if text:
            desk.type_text(text)
        desk.press_keys("Tab")
    saved(desk)


def enter_name(desk, field, name):
    """Type the beginning of a name, choose the first that is offered, and go on."""
    desk.find("text", name=field, states=["FOCUSED"])
    desk.type_text(name)
    desk.find("list", name="Known names")
    desk.press_keys("Tab")


def enter_whole_meeting(desk):
    desk.press_keys("ctrl+shift+m")
    enter(desk, "combo box", "R", "23", TITLE, "16.03.2031", "17 March 2031", "Astana")
    desk.find("page tab", has="Edit", states=["SELECTED"])
    for party, role, head in (("Russia", "gua", "Lavr"), ("Kazakhstan", "host", ""), ("Turkey", "gua", "")):
        desk.press_keys("ctrl+shift+p")
        enter_name(desk, "Party", party)
        enter(desk, "combo box", role, "rep")
        if head:
            enter_name(desk, "Head of delegation", head)
            saved(desk)
    for text in ("To meet again", "To exchange lists"):
        desk.press_keys("ctrl+shift+o")
        enter(desk, "combo box", "agreed", text)
        enter_name(desk, "Topics", "Detain")
        saved(desk)
    desk.press_keys("Tab", "Tab", "Tab")
    desk.find("text", name="Tags", states=["FOCUSED"])
    desk.type_text("made up")
    desk.find("list", name="Known names")
    desk.press_keys("Down", "Return")
    saved(desk)
    desk.press_keys("Escape")
    desk.find(has="exchange lists", states=["FOCUSED"])
    desk.press_keys("ctrl+shift+Up")
    desk.press_keys("ctrl+shift+u")
    enter(desk, "combo box", "direct", "We shall meet again.")
    enter_name(desk, "Speaker", "Lavrov")
    saved(desk)
    desk.press_keys("ctrl+shift+n")
    enter(desk, "text", "Made up for a test.")


def test_a_whole_meeting_is_entered_with_the_keyboard_taken_back_after_a_restart_and_got_again(desk, home):
    library = home / LIBRARY_NAME
    first = desk.start_parley()
    desk.find("list item", has="Round 1")
    before, steps = state(library)
    began = time.monotonic()
    enter_whole_meeting(desk)
    print(f"entered in {time.monotonic() - began:.0f} s")
    desk.press_keys("ctrl+q")
    assert first.wait(ENDING) == 0
    after, now = state(library)
    assert after != before
    assert "Move outcome" in labels(library)
    with Library(library, read_only="a test looks at it") as entered:
        assert [tag.name for tag in entered.tags.all(Cancel())] == ["made up"]

    press_after_a_restart(desk, "ctrl+z", now - steps)
    assert state(library)[0] == before
    press_after_a_restart(desk, "ctrl+shift+z", now - steps)
    assert state(library)[0] == after


def press_after_a_restart(desk, keys, times):
    """Start the program, press keys so many times in the list of meetings, and end it."""
    program = desk.start_parley()
    desk.find("list item", has="Round 1")
    desk.press_keys("ctrl+l", "Down")
    desk.find("list", name="Meetings", states=["FOCUSED"])
    desk.press_keys(*[keys] * times)
    desk.press_keys("ctrl+q")
    assert program.wait(ENDING) == 0
