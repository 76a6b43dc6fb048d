"""From every number one reaches the sentence behind it at once, and comes back to the same place by one key."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import passages
from db.references import Record
from desktop.trail import Address
from desktop.views.register_panel import OPEN
from tests.desktop.cited_talks import TEXT, make, passage, reading


@pytest.fixture
def window(start, copy_of):
    """The window of a copy of the library of cited talks."""
    return start(copy_of(make)).window


def test_every_value_of_the_overview_and_every_quote_leads_to_its_sentence_and_back(window, go, back, idle):
    for tab in ("overview", "quotes"):
        go("m", tab)
        browser = getattr(window.meeting, tab)
        links = [link for link in browser._tips if link.startswith("cite:")]
        cites = {f"cite:{cite.id}": cite for cite in window.meeting._page.cites}
        assert links
        for link in links:
            browser.link_pressed.emit(link)
            idle(window.session)
            assert (cites[link].exact or cites[link].as_worded) in reading(window)
            back()
            assert window.trail.here == Address("m", tab)
            assert window.page_in_view() is browser


def test_no_citation_of_a_page_is_out_of_reach(window, go):
    go("m")
    reached = {link for tab in ("overview", "quotes", "notes") for link in getattr(window.meeting, tab)._tips}
    sentences = {(cite.source, cite.exact or cite.as_worded) for cite in window.meeting._page.cites if cite.source}
    shown = {
        (cite.source, cite.exact or cite.as_worded)
        for cite in window.meeting._page.cites
        if f"cite:{cite.id}" in reached
    }
    assert shown == sentences


def test_two_passages_of_one_source_for_one_value_have_a_mark_each(window, go):
    go("m")
    assert "To meet again 1a 1b" in window.meeting.overview.toPlainText().replace("\xa0", " ")


def test_the_keyboard_goes_from_a_number_to_the_sentence_and_comes_back_to_the_number(window, go, back, idle):
    go("m")
    browser = window.meeting.overview
    browser.setFocus()
    while browser.textCursor().selectedText() != "1a":
        QTest.keyClick(browser, Qt.Key.Key_Tab)
    scroll = browser.verticalScrollBar().value()
    QTest.keyClick(browser, Qt.Key.Key_Return)
    idle(window.session)
    reader = window.reader_in_view()
    assert reading(window) == "We agreed"
    assert reader.text.hasFocus()
    back()
    assert browser.hasFocus()
    assert (browser.textCursor().selectedText(), browser.verticalScrollBar().value()) == ("1a", scroll)
    go("m", "history")
    back()
    assert browser.textCursor().selectedText() == "1a"


def test_a_mark_leads_from_the_sentence_to_the_record_and_back_to_the_same_place(window, go, back, idle):
    go("", "source", "source:s")
    reader = window.reader_in_view()
    reader.text.setFocus()
    reader.step_to_mark(1)
    while reader.text.caret() != TEXT.index("The end"):
        reader.step_to_mark(1)
    kept = reader.place()
    QTest.keyClick(reader.text, Qt.Key.Key_Return)
    idle(window.session)
    assert window.trail.here == Address("m", "overview", "record:reading:r")
    assert window.meeting.overview.textCursor().charFormat().anchorHref() == "record:reading:r"
    back()
    assert window.reader_in_view().place() == kept
    assert reader.text.hasFocus()


def test_counts_on_the_title_page_lead_to_what_they_count(window, go, back, idle):
    go()
    links = re.findall(r'href="((?:page|quotes|meetings):[^"]*)"', window.front.toHtml())
    assert set(links) == {
        "meetings:", "meetings:round", "page:participants", "page:outcomes", "quotes:", "page:sources", "page:disputes",
    }  # fmt: skip
    for link in links:
        kind = link.partition(":")[0]
        window.front.link_pressed.emit(link)
        idle(window.session)
        if kind == "page":
            panel = window.library_pages.in_view()
            (line, *_) = panel._model.all
            panel.list.select(line.record)
            QTest.keyClick(panel.list, Qt.Key.Key_Return)
            idle(window.session)
            assert window.trail.here.target
            back()
            assert panel.list.selected() == [line.record]
            back()
        else:
            view = window.quotes.list if kind == "quotes" else window.meetings.list
            assert window.focusWidget() is view
            assert view.model().rowCount() > 0
        assert window.trail.here == Address()


@pytest.mark.parametrize("name", OPEN)
def test_a_line_that_opens_shows_its_form_by_f2_and_a_form_that_is_shown_follows(window, go, idle, qtbot, name):
    go("", name)
    panel = window.library_pages.in_view()
    records = [line.record for line in panel._model.all]
    panel.list.setFocus()
    with qtbot.waitSignal(panel.follow_requested), qtbot.assertNotEmitted(panel.edit_requested):
        panel.list.select(records[0])
    assert not window.editing.is_open
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    idle(window.session)
    assert window.editing.form.records == records[:1]
    panel.list.setFocus()
    panel.list.select(records[-1])
    qtbot.waitUntil(lambda: window.editing.form.records == records[-1:])


def test_a_form_shows_the_numbers_of_its_sources_which_lead_to_the_sentence(window, go, back, idle):
    go("", "parties")
    window.editing.edit([Record("party", "p")])
    idle(window.session)
    panel = window.editing.form
    for row, words in ((lambda: panel.form.fields["name"]._marks, "1"), (lambda: panel._cites, "1   Name: Statement")):
        (button,) = row()._buttons
        assert button.text() == words
        button.click()
        idle(window.session)
        assert reading(window) == "The parties"
        back()
        assert window.trail.here == Address("", "parties")
        window.editing.edit([Record("party", "p")])
        idle(window.session)


def test_a_recalled_value_leads_to_the_form_of_its_citation(window, go, idle):
    window.editing.edit([Record("participation", "l")])
    idle(window.session)
    panel = window.editing.form
    recalled = next(button for button in panel._cites._buttons if "recalled" in button.text())
    recalled.click()
    idle(window.session)
    assert panel.records[0].kind == "citation"
    assert panel.form.fields["basis"].value() == "recalled"
    assert panel.form.fields["field"].value() == "head_title"


def test_a_form_with_many_sources_lists_all_when_asked(window, idle):
    def cite(library):
        for number in range(9):
            library.citations.add(Record("outcome", "o"), source=library.sources.add(title=f"Source {number}"))

    window.session.run(cite)
    window.editing.edit([Record("outcome", "o")])
    idle(window.session)
    buttons = window.editing.form._cites._buttons
    assert [len(buttons), buttons[-1].text()] == [5, "7 more sources"]
    buttons[-1].click()
    assert len(window.editing.form._cites._buttons) == 11


def test_a_quote_without_a_meeting_is_read_in_its_source(window, idle):
    uid = []

    def add(library):
        uid.append(passages.quote(library, passage("The end"), form="direct", text="The end"))

    window.session.run(add)
    idle(window.session)
    window.open_quote("", uid[0])
    idle(window.session)
    assert window.trail.here == Address("", "source", f"quote:{uid[0]}")
    assert reading(window) == "The end"


def test_a_restart_shows_the_source_that_was_read(start, copy_of, idle):
    file = copy_of(make)
    first = start(file)
    first.window.trail.go(Address("", "source", "source:s"))
    idle(first)
    first.window.close()
    first.session.close()
    second = start(file).window
    idle(second.session)
    assert second.reader_in_view().head.title.text() == "Statement"


def test_the_check_of_a_quote_leads_to_its_passage_and_back(window, go, back, idle):
    starts = TEXT.index("We agreed")
    go("", "source", f"source:s@{starts}-{starts + 9}")
    assert reading(window) == "We agreed"
    assert window.reader_in_view().text.caret() == starts
    go("m", "quotes")
    window.editing.edit([Record("quote", "q")])
    idle(window.session)
    strip = window.editing.form.form._below["text"]
    assert [button.text() for button in strip._acts._buttons] == ["Show the passage"]
    strip._acts._buttons[0].click()
    idle(window.session)
    assert window.trail.here.tab == "source"
    assert reading(window) == "We agreed"
    back()
    assert window.trail.here == Address("m", "quotes")
