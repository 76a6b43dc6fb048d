"""A source is shown to the character; what is selected in it can be noted, and notes are marked where they are."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest

from db import Cancel, Library, meeting_page
from db.references import Record
from desktop.views.sources_panel import SourcesPanel

TEXT = "Préamble 😀.\r\n\r\nThe parties <b>agreed</b> on zones.\r\n" + "A line that follows.\r\n" * 200 + "The end."
FIRST, LAST = TEXT.index("agreed"), TEXT.index("agreed") + len("agreed")


@pytest.fixture
def file(tmp_path):
    """A library with a meeting that cites a source."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        library.meetings.add(uid="m", kind="round", number=1, title="Round")
        library.sources.add(uid="s", title="Statement", text=TEXT)
        library.sources.add(uid="other", title="Other", text="Other words")
        library.citations.add(Record("meeting", "m"), source="s", starts=FIRST, ends=LAST)
        library.citations.add(Record("meeting", "m"), source="other")
    return path


@pytest.fixture
def panel(qtbot, session, open_file, file):
    """The sources of the meeting."""
    open_file(file)
    panel = SourcesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    read_page(panel, session)
    return panel


def read_page(panel, session):
    panel.show_page(meeting_page.read(session.library, "m", Cancel()))


@pytest.fixture
def show(panel, idle, session):
    """Shows a source; gives the text."""

    def show(uid="s", passage=(FIRST, LAST)):
        panel.show_source(uid, passage)
        idle(session)
        return panel.reader.text

    return show


@pytest.fixture
def noted(session, idle):
    """Writes a note on a passage; its uid."""

    def noted(starts, ends, body="Which?"):
        found = []
        session.run(lambda library: library.notes.add_on_passage("s", starts, ends, body), found.append)
        idle(session)
        return found[0]

    return noted


def select(text, words):
    cursor = text.document().find(words)
    text.setTextCursor(cursor)


def point_of(text, words):
    """A point of the viewport on the first letter of some words."""
    cursor = text.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    left = text.cursorRect(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return QPoint((left.left() + text.cursorRect(cursor).left()) // 2, left.center().y())


@pytest.mark.parametrize("words", ["agreed", "Préamble 😀", "The end.", "<b>"])
def test_a_selection_is_counted_as_the_library_counts(show, panel, words):
    select(show(), words)
    starts = TEXT.index(words)
    assert panel.selection() == ("s", starts, starts + len(words))


def test_blanks_around_a_selection_are_left_out(show, panel):
    text = show()
    text.selectAll()
    assert panel.selection() == ("s", 0, len(TEXT))
    select(text, " agreed"[:1])
    assert panel.selection() is None


def test_nothing_is_selected_while_the_list_is_shown(show, panel):
    select(show(), "agreed")
    panel.show_list()
    assert panel.selection() is None


def test_a_selected_passage_is_noted_from_the_menu(show, panel, qtbot):
    text = show()
    select(text, "zones")
    with qtbot.waitSignal(panel.add_requested) as asked:
        entry(text, "Note on this passage").trigger()
    starts = TEXT.index("zones")
    assert asked.args == ["note", {"source": "s", "starts": starts, "ends": starts + 5}]


def test_without_a_selection_or_right_to_write_there_is_nothing_to_note(show, panel, qtbot):
    text = show()
    assert not entry(text, "Note on this passage").isEnabled()
    text.may_note = False
    assert not entry(text, "Note on this passage").text()


def entry(text, words):
    """An entry of the menu of the text where a noted passage may be; one without a text when it has no such."""
    found = [action for action in text.menu_at(point_of(text, "agreed")).actions() if action.text().startswith(words)]
    return found[0] if found else QAction(enabled=False)


def test_a_note_is_marked_where_it_is_and_tells_itself(show, noted):
    uid = noted(FIRST, LAST, "Which\n<i>ones</i>?")
    text = show(passage=None)
    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText() == "agreed"
    assert [note.uid for note in text.notes_at(point_of(text, "agreed"))] == [uid]
    assert text.notes_at(point_of(text, "parties")) == []
    assert text.notes_at(QPoint(590, 5)) == []


def test_a_click_on_a_noted_passage_leads_to_the_note(show, noted, panel, qtbot):
    uid = noted(FIRST, LAST)
    text = show(passage=None)
    with qtbot.waitSignal(panel.record_requested) as asked:
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(text, "agreed"))
    assert asked.args == [Record("note", uid)]
    with qtbot.assertNotEmitted(panel.record_requested):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(text, "parties"))


def test_enter_on_a_noted_passage_leads_to_the_note(show, noted, panel, qtbot):
    uid = noted(FIRST, LAST)
    text = show()
    with qtbot.waitSignal(panel.record_requested) as asked:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert asked.args == [Record("note", uid)]


def test_the_menu_shows_the_notes_under_it(show, noted, panel, qtbot):
    uid = noted(FIRST, LAST, "Which & what?")
    text = show()
    with qtbot.waitSignal(panel.record_requested) as asked:
        entry(text, "Show the note “Which && what?”").trigger()
    assert asked.args == [Record("note", uid)]


def test_the_passage_of_a_citation_stays_what_is_marked(show, noted, panel):
    noted(0, 8)
    show()
    assert panel.reader.marked_text() == "agreed"
    assert len(panel.reader.text.extraSelections()) == 2


def test_a_page_that_is_read_again_leaves_the_text_in_its_place(show, noted, panel, session, idle):
    text = show()
    text.verticalScrollBar().setValue(400)
    select(text, "agreed")
    text.verticalScrollBar().setValue(400)
    noted(0, 8)
    read_page(panel, session)
    panel.show_source("s", (FIRST, LAST))
    idle(session)
    assert (text.verticalScrollBar().value(), panel.selection()) == (400, ("s", FIRST, LAST))
    assert len(text.extraSelections()) == 2
    panel.show_source("s", (FIRST, LAST))
    idle(session)
    assert text.verticalScrollBar().value() < 400


def test_a_list_that_is_read_again_stays_in_its_place(panel, session, idle):
    def cite(library):
        for number in range(40):
            library.sources.add(uid=f"s-{number}", title="Another")
            library.citations.add(Record("meeting", "m"), source=f"s-{number}")

    session.run(cite)
    idle(session)
    read_page(panel, session)
    panel.show_list()
    bar = panel.list.verticalScrollBar()
    bar.setValue(10)
    assert bar.value() == 10
    read_page(panel, session)
    panel.show_list()
    assert bar.value() == 10


def test_another_source_begins_at_its_beginning(show, panel):
    text = show()
    text.verticalScrollBar().setValue(400)
    show("other", None)
    assert (text.toPlainText(), text.verticalScrollBar().value()) == ("Other words", 0)
    assert panel.reader.marked_text() == ""


def test_a_text_that_was_cut_since_is_shown_with_its_marks_as_far_as_they_go(show, noted, panel, session, idle):
    noted(len(TEXT) - 8, len(TEXT))
    text = show()
    text.mark((len(TEXT) - 4, len(TEXT) + 50), [])
    assert panel.reader.marked_text() == "end."
