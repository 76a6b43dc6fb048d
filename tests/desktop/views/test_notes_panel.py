"""The page Notes: what is found, what is said when nothing is, where a note leads, and keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from db import Library
from db.references import Record
from desktop.commands import edit, libraries
from desktop.theme import theme
from desktop.trail import Address
from desktop.views.notes_panel import NotesPanel, months

TEXT = "The ministers met in Astana."


def make(path):
    """The file of a library with notes on things of every page."""
    with Library.create(path, "Talks", author="Ada") as library, library.revise("Make talks"):
        library.meetings.add(uid="m", kind="round", number=1, title="Round one")
        library.people.add(uid="p", name="Bea")
        library.outcomes.add(uid="o", meeting="m", act="agreed", text="Zones")
        library.quotes.add(uid="q", meeting="m", form="direct", text="We met")
        library.sources.add(uid="s", title="Statement", text=TEXT)
        library.sources.add(uid="elsewhere", title="Not cited", text=TEXT)
        library.citations.add(Record("meeting", "m"), source="s", starts=4, ends=13)
        library.notes.add(Record("meeting", "m"), uid="on-meeting", body="When?", field="starts")
        library.notes.add(Record("person", "p"), uid="on-person", body="Who?")
        library.notes.add(Record("outcome", "o"), uid="on-outcome", body="Which?")
        library.notes.add(Record("quote", "q"), uid="on-quote", body="Verbatim?")
        library.notes.add(Record("note", "on-quote"), uid="on-note", body="Yes")
        library.notes.add_on_passage("s", 0, 13, "Who exactly?")
        library.notes.add_on_passage("elsewhere", 0, 13, "Cited nowhere")
    return path


@pytest.fixture
def file(copy_of):
    """A library with notes on things of every page."""
    return copy_of(make)


@pytest.fixture
def panel(qtbot, session, open_file, file, idle):
    """The page, shown."""
    open_file(file)
    panel = NotesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    idle(session)
    return panel


@pytest.fixture
def at(panel):
    """Chooses the note with a body."""

    def at(body):
        model = panel.list.model()
        row = next(row for row in range(model.rowCount()) if model.note(row).body == body)
        panel.list.setCurrentIndex(model.index(row, 0))
        return model.note(row)

    return at


def bodies(panel):
    """The notes that are listed."""
    model = panel.list.model()
    return {model.note(row).body for row in range(model.rowCount())}


def said(panel):
    """What the empty page says, and its button; nothing while notes are listed."""
    if panel._stack.currentWidget() is panel.list:
        return "", ""
    button = panel._empty.findChild(QPushButton)
    return panel._empty.findChild(QLabel).text(), "" if button.isHidden() else button.text()


def choose(box, text):
    """Choose an entry of a filter as a person does."""
    entry = next(entry for entry in range(box.count()) if box.itemText(entry).strip().startswith(text))
    box.setCurrentIndex(entry)
    box.activated.emit(entry)


def test_all_notes_are_listed_and_counted(panel):
    assert panel._count.text() == "7 notes"
    assert bodies(panel) == {"When?", "Who?", "Which?", "Verbatim?", "Yes", "Who exactly?", "Cited nowhere"}


def test_words_and_filters_narrow_the_list(panel, session, idle):
    panel.field.setText("who")
    idle(session)
    assert (bodies(panel), panel._count.text()) == ({"Who?", "Who exactly?"}, "2 of 7")
    choose(panel.on, "Passage (2)")
    idle(session)
    assert (bodies(panel), panel._count.text()) == ({"Who exactly?"}, "1 of 7")
    panel.field.setText("zzz")
    idle(session)
    assert said(panel) == ("No note is like this.", "Show all notes")
    panel._empty.pressed.emit()
    idle(session)
    assert panel._count.text() == "7 notes"


def test_authors_months_and_tags_are_offered_with_their_numbers(panel, session, idle):
    assert [panel.author.itemText(at) for at in range(panel.author.count())] == ["Author", "Ada (7)"]
    assert panel.written.itemText(1).endswith(" (7)")
    assert not panel.tag.isVisibleTo(panel)
    session.run(lambda library: library.tags.put(library.tags.add(name="doubt"), Record("note", "on-person")))
    idle(session)
    assert panel.tag.isVisibleTo(panel)
    choose(panel.tag, "doubt (1)")
    idle(session)
    assert bodies(panel) == {"Who?"}
    edit.undo(session)
    idle(session)
    assert (len(bodies(panel)), panel.tag.isVisibleTo(panel)) == (7, False)


def test_months_stand_below_their_years():
    assert months([("2018-06", 2), ("2018-01", 1), ("2017-12", 4)]) == [
        ("2018", "2018", 3), ("2018-06", "    June 2018", 2), ("2018-01", "    January 2018", 1),
        ("2017", "2017", 4), ("2017-12", "    December 2017", 4),
    ]  # fmt: skip


def test_a_month_narrows_to_what_was_written_in_it(panel, session, idle):
    def date(library):
        with library.revise("Date") as db:
            db.conn.execute("UPDATE notes SET made_at = '1999-06-15T12:00:00Z' WHERE uid = 'on-person'")

    session.run(date)
    idle(session)
    choose(panel.written, "June 1999 (1)")
    idle(session)
    assert bodies(panel) == {"Who?"}


def test_a_library_without_notes_says_how_to_write_the_first(panel, session, settings, tmp_path, idle):
    Library.create(tmp_path / "other.parley", "Other").close()
    panel.field.setText("who")
    libraries.open_library(session, settings, tmp_path / "other.parley")
    assert panel.list.model().rowCount() == 0
    idle(session)
    sentence, button = said(panel)
    assert sentence.startswith("Nobody has written a note yet. Ctrl+Shift+N begins one")
    assert button == ""
    assert (panel.field.text(), panel._count.text()) == ("", "0 notes")
    assert not panel.go.isEnabled()


def test_choosing_a_note_asks_for_its_form_once_the_moving_stops(panel, at, qtbot):
    asked = []
    panel.edit_requested.connect(asked.append)
    at("Who?")
    with qtbot.waitSignal(panel.edit_requested):
        at("Which?")
    assert asked == [[Record("note", "on-outcome")]]


def test_enter_asks_for_the_form_and_the_focus(panel, at, qtbot):
    at("Who?")
    with qtbot.waitSignals([panel.edit_requested, panel.focus_form_requested]):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ("When?", Address("m", "overview", "record:meeting:m")),
        ("Which?", Address("m", "overview", "record:outcome:o")),
        ("Verbatim?", Address("m", "quotes", "record:quote:q")),
        ("Yes", Address("m", "notes", "record:note:on-quote")),
        ("Who?", Address("", "people", "record:person:p")),
    ],
)
def test_a_note_leads_to_what_it_is_on(panel, at, qtbot, body, address):
    at(body)
    with qtbot.waitSignal(panel.go_requested) as asked:
        panel.go.click()
    assert asked.args == [address]


def test_a_note_on_a_passage_leads_to_it_on_a_page_that_cites_it(panel, at, qtbot):
    line = at("Who exactly?")
    with qtbot.waitSignal(panel.go_requested) as asked:
        QTest.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Address("m", "sources", f"cite:{line.citation}")]


def test_a_note_on_a_passage_that_nothing_cites_leads_to_its_source(panel, at, qtbot):
    line = at("Cited nowhere")
    with qtbot.waitSignal(panel.go_requested) as asked:
        panel.go.click()
    assert asked.args == [Address("", "source", f"cite:{line.citation}")]


def test_the_menu_leads_to_the_form_and_to_the_place(panel, at, qtbot):
    at("Who?")
    edit_it, go = panel.list.menu().actions()
    with qtbot.waitSignal(panel.focus_form_requested):
        edit_it.trigger()
    with qtbot.waitSignal(panel.go_requested):
        go.trigger()


def test_the_choice_survives_changes_and_is_not_told_again(panel, at, session, idle, qtbot):
    with qtbot.waitSignal(panel.edit_requested):
        at("Who?")
    with qtbot.assertNotEmitted(panel.edit_requested, wait=150):
        session.run(lambda library: library.notes.remove("on-outcome"))
        idle(session)
    assert panel.list.line().uid == "on-person"
    assert len(bodies(panel)) == 6


def test_a_note_is_chosen_by_its_address(panel, session, idle, qtbot):
    with qtbot.assertNotEmitted(panel.edit_requested, wait=150):
        panel.show_target("record:note:on-quote")
        idle(session)
    assert panel.list.line().body == "Verbatim?"
    for target in ("", "record:note:gone", "record:x", "cite:7"):
        panel.show_target(target)
    idle(session)
    assert panel.list.line().body == "Verbatim?"


def test_a_hidden_page_reads_again_when_it_is_shown(panel, session, idle):
    panel.hide()
    session.run(lambda library: library.notes.remove("on-person"))
    idle(session)
    assert panel.list.model().rowCount() == 7
    panel.show()
    idle(session)
    assert panel.list.model().rowCount() == 6


def test_the_focus_stands_on_a_note_without_opening_it(panel, qtbot):
    with qtbot.assertNotEmitted(panel.edit_requested, wait=150):
        panel.list.focusInEvent(QFocusEvent(QEvent.Type.FocusIn))
    assert panel.list.currentIndex().row() == 0


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_rows_are_drawn_at_every_zoom(panel, session, idle, zoom):
    def put(library):
        library.notes.edit("on-person", body="Long words 😀 ایران\n" * 50)
        for name, colour in (("doubt", None), ("zones", "#a03c2e"), ("a long name " * 9, "#2f6f8f")):
            library.tags.put(library.tags.add(name=name, colour=colour), Record("note", "on-person"))

    session.run(put)
    theme.apply("light", zoom)
    panel.redraw()
    idle(session)
    image = panel.list.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 20
    assert panel.list.rowHeight(0) == panel.list.itemDelegate().row_height()


def test_filters_stand_in_two_rows_where_there_is_little_room(panel):
    for width, rows in ((900, 1), (270, 2), (900, 1)):
        panel.resize(width, 500)
        panel.layout().activate()
        assert len({box.y() for box in (panel.author, panel.written, panel.on)}) == rows


def test_home_and_end_lead_to_the_first_and_the_last_note(panel):
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.currentIndex().row() == 6
    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    assert panel.list.currentIndex().row() == 0
