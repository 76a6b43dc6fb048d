"""A source is read with all that rests on it, searched, and come back to."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from db import passages
from db.new_names import New
from desktop.commands import edit
from desktop.trail import Address
from tests.desktop.read_source import FIRST, TEXT, passage, reader, select, show, uses

__all__ = ["reader", "show"]  # fixtures


def test_the_head_says_what_the_source_is_and_how_much_rests_on_it(reader, show):
    show()
    head = reader.head
    assert head.title.text() == "Statement <i>&"
    assert head.about.text() == "Example, Ada · A paper · May 2031 (date inferred) · news report · Russian"
    assert head.uses.text() == "1 citation, 2 quotes"


def test_a_low_reader_leaves_its_room_to_the_text(reader, show, session, idle, qtbot):
    long = "A title that is far longer than a line " * 6
    session.run(lambda library: library.sources.edit("s", title=long.strip()))
    show()
    head = reader.head
    qtbot.waitUntil(lambda: head.height() == head.heightForWidth(700))
    height = head.height()
    reader.resize(700, 300)
    assert head.about.isHidden()
    assert head.title.text().endswith("…")
    assert long.strip() in head.title.toolTip()
    qtbot.waitUntil(lambda: head.height() < height)
    reader.resize(700, 500)
    assert (head.title.text(), head.about.isHidden()) == (long.strip(), False)


def test_a_passage_is_marked_and_in_view(reader, show):
    text = show("quote:alone")
    assert reader.marked_text() == "The end."
    assert text.viewport().rect().contains(text.cursorRect().center())
    assert text.caret() == TEXT.index("The end.")


def test_another_source_begins_at_its_beginning_and_without_a_mark(reader, show, session, idle):
    text = show("quote:alone")
    session.run(lambda library: library.sources.add(uid="other", title="Other", text="Other words"))
    show("source:other")
    assert (text.toPlainText(), text.verticalScrollBar().value(), reader.marked_text()) == ("Other words", 0, "")


def test_an_address_is_shown_whole_before_it_is_opened(reader, show, monkeypatch):
    show()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    reader.head.address.click()
    assert reader.head.whole_address.text() == "https://example.org/a?b=1"
    assert not reader.head.whole_address.isHidden()
    assert opened == []
    press(reader, "Open in the browser")
    assert opened == [QUrl("https://example.org/a?b=1")]
    assert reader.head.whole_address.isHidden()


def test_an_address_can_be_copied(reader, show):
    show()
    QTest.keyClick(reader.head.address, Qt.Key.Key_Return)
    press(reader, "Copy")
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=1"


def test_the_focus_comes_back_to_the_address_that_is_closed(reader, show, qtbot):
    show("source:s")
    reader.activateWindow()
    qtbot.waitUntil(reader.isActiveWindow)
    reader.head.address.setFocus()
    QTest.keyClick(reader.head.address, Qt.Key.Key_Return)
    close = reader.head._opening._buttons[-1]
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert reader.head.address.hasFocus()


def test_what_is_no_address_of_the_web_is_shown_and_no_link(reader, show):
    show("source:bare")
    assert reader.head.address.isHidden()
    assert reader.head.whole_address.text() == "ftp://example.org/x"


def press(reader, words):
    next(button for button in reader.head._opening._buttons if button.text() == words).click()


def test_a_source_without_text_shows_what_rests_on_it_and_the_words_that_were_noted(reader, show, session):
    cite = session.library.citations.get("on-bare").id
    show(f"cite:{cite}")
    assert reader.view() is reader.uses
    shown = reader.uses.toPlainText()
    assert "The text of this document is not held here." in shown
    assert "Seen in an archive" in shown
    assert "In its words: In May" in shown
    assert reader.selection() is None


def test_what_rests_on_a_source_leads_to_its_record_and_to_its_passage(reader, show, qtbot):
    show("uses:s")
    assert reader.view() is reader.uses
    for link, address in (
        ("record:quote:q", Address("m", "quotes", "record:quote:q")),
        ("record:meeting:m", Address("m", "overview", "record:meeting:m")),
        (f"cite:{uses(reader, 'quote')[0].id}", Address("", "source", f"cite:{uses(reader, 'quote')[0].id}")),
    ):
        with qtbot.waitSignal(reader.go_requested) as asked:
            reader.uses.link_pressed.emit(link)
        assert asked.args == [address]


def test_one_switches_between_the_text_and_what_rests_on_it(reader, show, qtbot):
    show(meeting="m")
    with qtbot.waitSignal(reader.go_requested) as asked:
        reader.head.uses.click()
    assert asked.args == [Address("m", "sources", "uses:s")]
    show("uses:s")
    with qtbot.waitSignal(reader.go_requested) as asked:
        reader.head.uses.click()
    assert asked.args == [Address("", "source", "source:s")]


def test_the_list_of_all_sources_is_one_press_away(reader, show, qtbot):
    show()
    with qtbot.waitSignal(reader.go_requested) as asked:
        reader.head.back.click()
    assert asked.args == [Address("", "sources", "record:source:s")]
    show(meeting="m")
    with qtbot.waitSignal(reader.go_requested) as asked:
        reader.head.back.click()
    assert asked.args == [Address("m", "sources")]


def test_words_are_found_counted_and_gone_through(reader, show, session, idle):
    text = show()
    reader.open_search()
    reader.search.bar.field.setText("LINE that")
    QTest.keyClick(reader.search.bar.field, Qt.Key.Key_Return)
    idle(session)
    assert reader.search.bar.count.text() == "1 of 200"
    first = text.selection()
    assert text.words(first) == "line that"
    reader.find_next(-1)
    assert reader.search.bar.count.text() == "200 of 200"
    reader.find_next(1)
    assert text.selection() == first
    QTest.keyClick(reader.search.bar.field, Qt.Key.Key_Escape)
    assert reader.search.bar.isHidden()
    assert text.hasFocus()


def test_words_that_are_nowhere_are_said_so(reader, show, session, idle):
    show()
    reader.open_search()
    reader.search.bar.open("no such words")
    idle(session)
    assert reader.search.bar.count.text() == "Not found"
    assert not reader.search.bar.buttons[0].isEnabled()


def test_selected_words_are_what_is_looked_for(reader, show, session, idle):
    text = show()
    select(text, "agreed")
    reader.find_next(1)
    idle(session)
    assert reader.search.bar.field.text() == "agreed"
    assert reader.search.bar.count.text() == "1 of 1"


def test_what_changes_shows_at_once_and_leaves_the_text_in_its_place(reader, show, session, idle):
    text = show()
    text.bring_into_view(TEXT.index("follows") + 2000)
    place = text.place()
    session.run(lambda library: passages.tag(library, passage("parties"), [New("tag", "who")]))
    idle(session)
    assert len(uses(reader, "tag")) == 1
    assert text.place() == place
    edit.undo(session)
    idle(session)
    assert uses(reader, "tag") == []
    assert text.place() == place


def test_a_hidden_reader_reads_again_when_it_is_seen(reader, show, session, idle):
    show()
    reader.hide()
    session.run(lambda library: library.sources.edit("s", title="Another title"))
    idle(session)
    assert reader.head.title.text() == "Statement <i>&"
    reader.show()
    idle(session)
    assert reader.head.title.text() == "Another title"


def test_a_source_that_is_gone_says_so_and_comes_back_with_undo(reader, show, session, idle):
    show("source:bare")
    session.run(lambda library: library.citations.remove("on-bare"))
    session.run(lambda library: library.sources.remove("bare"))
    idle(session)
    assert reader.head.title.text() == "This source is no longer in the library."
    assert reader.source is None
    edit.undo(session)
    idle(session)
    assert reader.head.title.text() == "Not held"


def test_one_comes_back_to_where_one_was(reader, show, session, idle):
    text = show()
    select(text, "The end.")
    kept = reader.place()
    show("source:bare")
    reader.return_to(kept)
    show()
    assert reader.place() == kept
    assert reader.selection() == passage("The end.")
    reader.return_to(kept)
    show("quote:q")
    assert reader.marked_text() == "agreed"
    assert text.caret() == FIRST


def test_a_target_that_names_nothing_says_so(reader, show, qtbot):
    with qtbot.waitSignal(reader.missing):
        show("source:none")
    assert "no longer in the library" in reader.head.title.text()


def test_words_that_a_search_found_are_marked_in_the_passage_of_a_quote_alone(reader, show):
    reader.sought = "END OR source"
    text = show("quote:alone")
    assert (reader.marked_text(), text.marked_words()) == ("The end.", ["end"])
    assert show().marked_words() == []
    reader.sought = "year:2031"
    assert show("quote:alone").marked_words() == []
