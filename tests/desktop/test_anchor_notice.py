"""When the text of a source is changed under its citations the window says so, and leads to the review and back."""

import pytest
from PySide6.QtCore import Qt

from db.references import Record
from desktop.commands import edit
from desktop.trail import Address
from tests.desktop.moved_passages import CHANGED, LONG, WORDS, make

SAID = (
    "4 cited passages lost their place when the text was changed. "
    "None is attached to other words before you have looked."
)


@pytest.fixture
def window(start, tmp_path):
    """The window with a library in which every passage stands at its place."""
    return start(make(tmp_path / "talks.parley", changed=False)).window


@pytest.fixture
def form(window, idle):
    """The form of the source."""
    window.editing.edit_one(Record("source", "minutes"))
    idle(window.session)
    return window.editing.form.form


@pytest.fixture
def type_text(window, form, idle):
    """Types a text into the form of the source, and leaves the field or not."""

    def type_text(text, leave=True):
        form.fields["text"].setFocus()
        form.fields["text"].show_text(text)
        if leave:
            form.fields["text"].left.emit()
        else:
            form.storing._store_sitting()
        idle(window.session)

    return type_text


def test_the_form_says_before_an_edit_what_hangs_on_the_text(form):
    assert form.fields["text"].problem() == (
        "4 passages are cited from this text; what an edit moves is listed for you to look at."
    )


def test_an_edit_that_moves_passages_is_stored_and_said_with_a_way_to_the_review(window, form, type_text, idle):
    type_text(CHANGED)
    assert window.session.library.sources.text("minutes") == CHANGED
    assert window.banner.text() == SAID
    assert form.fields["text"].problem() == ("4 passages that are cited lost their place and wait to be looked at.")
    window.banner._button.click()
    idle(window.session)
    assert window.trail.here == Address("", "anchors", "source:minutes")
    assert window.banner.text() == ""
    assert window.library_pages.in_view().list.model().rowCount() == 4


def test_the_form_leads_to_the_review_too(window, form, type_text, idle):
    type_text(CHANGED)
    (way,) = form.fields["text"]._choices._buttons
    assert way.text() == "Look at them"
    way.click()
    idle(window.session)
    assert window.trail.here == Address("", "anchors", "source:minutes")


def test_what_is_typed_and_taken_away_again_while_one_types_takes_the_notice_away(window, type_text):
    type_text(f"Now: {LONG}", leave=False)
    assert window.banner.text() == SAID
    type_text(f"{LONG}And so on.", leave=False)
    assert window.banner.text() == ""
    assert window.session.library.citations.get("orphan").starts == LONG.index(WORDS["orphan"])


def test_pages_that_are_not_known_any_more_are_said_too(window, type_text, idle):
    window.session.run(lambda library: library.sources.edit("minutes", pages=f"[0, {len(LONG) // 2}]"))
    idle(window.session)
    title = window.session.library.sources.get("minutes").title
    type_text("Quite another text.")
    assert window.banner.text().startswith(
        f"Where the pages of “{title}” begin is not known any more. 4 cited passages"
    )


def test_one_passage_is_said_as_one(window, type_text):
    type_text(LONG.replace("A list of names was handed over, which nobody has seen since.", ""))
    assert window.banner.text().startswith("1 cited passage lost its place")
    assert window.banner._button.text() == "Review it"


def test_an_edit_that_moves_nothing_and_an_undo_are_not_said(window, type_text, idle):
    type_text(f"{LONG}And so on.")
    assert window.banner.text() == ""
    type_text(CHANGED)
    window.banner.hide()
    window.trail.go(Address("", "anchors"))
    idle(window.session)
    panel = window.library_pages.in_view()
    panel.list.wished.emit("all")
    idle(window.session)
    edit.undo(window.session)
    idle(window.session)
    assert window.session.library.citations.get("same").anchor == "moved"
    assert window.banner.text() == ""


def test_a_passage_is_shown_in_its_source_accepted_there_and_left_by_the_way_back(window, type_text, idle, qtbot):
    type_text(CHANGED)
    window.actions_by_name["show_anchors"].trigger()
    idle(window.session)
    panel = window.library_pages.in_view()
    panel.list.choose(panel.list.model().index_of("several"))
    qtbot.keyClick(panel.list, Qt.Key.Key_S)
    idle(window.session)
    reader = window.meeting.sources.reader
    assert reader.marked_text() == WORDS["several"]
    assert reader.strip.text() == "These may be the words cited: “by the harbour”"
    assert [button.text() for button in reader.strip._acts._buttons] == ["Accept", "Review"]
    window.actions_by_name["back"].trigger()
    assert window.trail.here == Address("", "anchors")
    window.actions_by_name["forward"].trigger()
    idle(window.session)
    reader.strip._acts._buttons[0].click()
    idle(window.session)
    assert window.session.library.citations.get("several").starts == CHANGED.index(WORDS["several"])
    assert reader.strip.text() == ""
    assert reader.marked_text() == WORDS["several"]


def test_an_orphan_is_attached_by_hand_to_what_is_selected(window, type_text, idle):
    type_text(CHANGED)
    key = window.session.library.citations.get("orphan").id
    window.trail.go(Address("m", "sources", f"cite:{key}"))
    idle(window.session)
    reader = window.meeting.sources.reader
    assert reader.strip.text().startswith("The words cited stand at no known place: “A list of names")
    cursor = reader.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(len("At last"), cursor.MoveMode.KeepAnchor)
    reader.text.setTextCursor(cursor)
    act = next(one for one in reader.strip._acts._buttons if one.text() == "Attach to what is selected")
    act.click()
    idle(window.session)
    assert window.session.library.citations.get("orphan").exact == "At last"
    assert reader.strip.text() == ""


def test_the_strip_leads_to_its_line_in_the_review(window, type_text, idle):
    type_text(CHANGED)
    key = window.session.library.citations.get("several").id
    window.trail.go(Address("m", "sources", f"cite:{key}"))
    idle(window.session)
    window.meeting.sources.reader.strip._acts._buttons[-1].click()
    idle(window.session)
    assert window.trail.here == Address("", "anchors", "record:citation:several")
    panel = window.library_pages.in_view()
    assert panel._model.row(panel.list.currentIndex()).line.uid == "several"


def test_everything_that_takes_the_focus_on_the_page_and_in_the_strip_has_a_name(window, type_text, idle):
    from tests.desktop.test_accessibility import nameless

    type_text(CHANGED)
    window.trail.go(Address("", "anchors"))
    idle(window.session)
    assert nameless(window) == []
    window.library_pages.in_view().list.wished.emit("show")
    idle(window.session)
    assert nameless(window) == []


def test_the_notice_stays_while_something_waits_whatever_else_is_done(window, type_text, idle):
    type_text(CHANGED)
    type_text(f"{CHANGED}And so on.")
    assert window.banner.text() == SAID
    window.session.run(lambda library: library.citations.add(Record("meeting", "m"), source="minutes"))
    idle(window.session)
    assert window.banner.text() == SAID
