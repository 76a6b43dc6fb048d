"""A researcher corrects the text of a source and puts its passages right with the keyboard alone."""

from db import Library, opening
from tests.desktop.moved_passages import LONG, make


def state(path):
    opening.check_file(path)
    with Library(path, read_only="a test looks at it") as library:
        return {uid: library.citations.get(uid) for uid in ("same", "near", "several", "orphan")}


def test_passages_are_put_right_after_the_text_was_corrected(desk, home, tmp_path):
    (home / "parley.ini").write_text("[person]\nasked=true\nauthor=Ada\n", encoding="utf-8")
    path = make(tmp_path / "talks.parley", changed=False)
    desk.start_parley(str(path))
    desk.find("list item", has="Round 1")
    desk.press_keys("ctrl+4")
    desk.find("table cell", has="Minutes", states=["FOCUSED"])
    desk.press_keys("F2")
    desk.find("combo box", states=["FOCUSED"])
    desk.press_keys(*["Tab"] * 12)
    desk.find("text", name="Text", states=["FOCUSED"])
    desk.press_keys("ctrl+Home")
    desk.type_text("Corrected. ")
    desk.press("push button", name="Review them")
    desk.find("label", name="Passages to review")
    desk.press_keys("alt+Left")
    desk.find("label", name="Sources")
    desk.press_keys("alt+Right")
    desk.find("table cell", has="same words and surroundings")
    desk.press("push button", has="Accept the same (4)")
    desk.find("label", has="Every passage that is cited from this source stands where its citation says")
    for citation in state(path).values():
        assert f"Corrected. {LONG}"[citation.starts : citation.ends] == citation.exact
