"""What can be done with words selected in a source and with the marks of what rests on its passages."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from db import Library, passages
from db.new_names import New
from db.references import Record
from desktop.trail import Address
from desktop.views.reader_menus import text_menu, uses_menu
from desktop.views.source_reader import SourceReader
from tests.desktop.read_source import TEXT, make, passage, reader, select, show, uses

__all__ = ["reader", "show"]  # fixtures


def test_each_mark_leads_to_what_rests_there(reader, show, session, idle, qtbot):
    show()
    session.run(lambda library: library.notes.add_on_passage("s", 0, 3, "Which?", uid="n"))
    session.run(lambda library: passages.tag(library, passage("parties"), [New("tag", "who")]))
    idle(session)
    quote, alone = uses(reader, "quote")
    (value,) = uses(reader, "citation")
    for use, address in (
        (quote, Address("m", "quotes", "record:quote:q")),
        (value, Address("m", "overview", "record:meeting:m")),
    ):
        with qtbot.waitSignal(reader.go_requested) as asked:
            reader.text.marks_pressed.emit([use])
        assert asked.args == [address]
    for use, record in (
        (alone, Record("quote", "alone")),
        (uses(reader, "note")[0], Record("note", "n")),
        (uses(reader, "tag")[0], uses(reader, "tag")[0].record),
    ):
        with qtbot.waitSignal(reader.record_requested) as asked:
            reader.text.marks_pressed.emit([use])
        assert asked.args == [record]


def test_where_several_things_rest_one_is_to_be_chosen(reader, show, qtbot):
    show()
    entries = uses_menu(reader, reader.content.page.uses[:2]).actions()
    assert [entry.text()[:11] for entry in entries] == ["Show: Quote", "    Edit th", "Show: Cited", "    Edit th"]
    with qtbot.waitSignal(reader.go_requested) as asked:
        entries[2].trigger()
    assert asked.args == [Address("m", "overview", "record:meeting:m")]


def test_selected_words_become_a_quote_with_all_that_is_known(reader, show, qtbot):
    text = show(meeting="m")
    select(text, "on zones")
    with qtbot.waitSignal(reader.add_requested) as asked:
        reader.act("quote")
    starts = TEXT.index("on zones")
    assert asked.args == ["quote", {
        "source": "s", "starts": starts, "ends": starts + 8, "form": "direct", "text": "on zones", "language": "ru",
        "meeting": "m",
    }]  # fmt: skip


def test_the_meeting_of_a_quote_is_the_only_one_that_cites_the_source(reader, show, session, idle, qtbot):
    text = show()
    select(text, "on zones")
    with qtbot.waitSignal(reader.add_requested) as asked:
        reader.act("quote")
    assert asked.args[1]["meeting"] == "m"
    session.run(lambda library: library.meetings.add(uid="m2", kind="round", number=2, title="Round 2"))
    session.run(lambda library: library.citations.add(Record("meeting", "m2"), source="s"))
    idle(session)
    select(text, "on zones")
    with qtbot.waitSignal(reader.add_requested) as asked:
        reader.act("quote")
    assert "meeting" not in asked.args[1]


def test_selected_words_are_noted_cited_and_tagged(reader, show, qtbot):
    text = show()
    select(text, "zones")
    chosen = passage("zones")
    with qtbot.waitSignal(reader.add_requested) as asked:
        reader.act("note")
    assert asked.args == ["note", chosen._asdict()]
    with qtbot.waitSignal(reader.cite_requested) as asked:
        reader.act("cite")
    assert asked.args == [chosen, "m"]
    with qtbot.waitSignal(reader.tag_requested) as asked:
        reader.act("tag")
    assert asked.args == [chosen]


def test_without_a_selection_it_says_what_to_do(reader, show, qtbot):
    show()
    with qtbot.waitSignal(reader.said) as said, qtbot.assertNotEmitted(reader.add_requested):
        reader.act("quote")
    assert said.args == ["Select words of the text first."]


def test_a_bar_appears_with_a_selection_and_goes_with_it(reader, show, qtbot):
    text = show()
    select(text, "zones")
    text.settled.emit()
    assert not reader.bar.isHidden()
    with qtbot.waitSignal(reader.add_requested) as asked:
        reader.bar.pressed.emit("note")
    assert asked.args[0] == "note"
    text.settled.emit()
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert reader.bar.isHidden()
    select(text, "zones")
    text.settled.emit()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert reader.bar.isHidden()


def test_the_menu_offers_what_can_be_done_and_what_rests_there(reader, show, qtbot):
    text = show()
    select(text, "zones")
    with qtbot.waitSignal(reader.cite_requested):
        entry(reader, "Cite it for a value").trigger()
    text.moveCursor(text.textCursor().MoveOperation.Start)
    assert not entry(reader, "Note on this passage").isEnabled()
    at = point_of(text, "zones")
    with qtbot.waitSignal(reader.go_requested):
        entry(reader, "Show: Cited for: city of “Round”", at).trigger()
    with qtbot.waitSignal(reader.record_requested) as asked:
        entry(reader, "    Edit this citation", at).trigger()
    assert asked.args[0].kind == "citation"


def point_of(text, words):
    cursor = text.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return text.cursorRect(cursor).center()


def entry(reader, words, at=None):
    """An entry of the menu at a point of the text; one without a text when there is no such."""
    found = [one for one in text_menu(reader, at or QPoint(1, 1)).actions() if one.text().startswith(words)]
    return found[0] if found else QAction(enabled=False)


def test_a_library_that_may_only_be_read_offers_reading_alone(qtbot, session, copy_of, idle):
    session.open(Library(copy_of(make), read_only="It is open elsewhere."), None)
    reader = SourceReader(session)
    qtbot.addWidget(reader)
    reader.show()
    reader.show_target("source:s")
    idle(session)
    select(reader.text, "zones")
    reader.text.settled.emit()
    assert reader.bar.isHidden()
    assert entry(reader, "Make a quote").text() == ""
    with qtbot.waitSignal(reader.said) as said:
        reader.act("tag")
    assert said.args == ["It is open elsewhere."]
