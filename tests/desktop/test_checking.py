"""Checking quotations in the window: from a form, from a tab, by keys, and back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from db.references import Record
from desktop.trail import Address
from desktop.views.reader_menus import text_menu

MEETING = "ministerial-2018-03-16"
SOURCE = "seed-002"


@pytest.fixture
def quote(window, idle):
    """A quote of which a word was changed; its uid."""
    line = next(line for line in window.session.library.quotes.of_meeting(MEETING) if "400 thousand" in line.text)
    window.session.library.quotes.edit(line.uid, text=line.text.replace("400 thousand", "40 thousand"))
    idle(window.session)
    return line.uid


@pytest.fixture
def check(window, idle, qtbot):
    """Asks to check a quotation; gives the page once all is looked for."""

    def check():
        window.actions_by_name["check_quotation"].trigger()
        idle(window.session)
        return window.library_pages.check

    return check


def read(panel):
    return panel.results.toPlainText().replace("\xa0", " ")


def test_a_quote_that_differs_says_so_in_pane_tab_and_copy(window, quote, idle):
    window.trail.go(Address(MEETING, "quotes"))
    idle(window.session)
    shown = window.meeting.quotes.toPlainText().replace("\xa0", " ")
    assert shown.count("! differs from its source") == 1
    assert shown.count("= verbatim") == 14
    model = window.quotes.list.model()
    row = next(row for row in range(model.rowCount()) if model.quote(model.index(row, 0)).uid == quote)
    assert model.index(row, 0).data().endswith("; differs from the source")
    window.quotes.list.setCurrentIndex(model.index(row, 0))
    window.quotes.copy()
    assert QGuiApplication.clipboard().text().endswith(" [checked: differs from the source]")


def test_the_word_on_the_tab_leads_to_the_words_that_differ_and_back(window, quote, idle):
    window.trail.go(Address(MEETING, "quotes"))
    idle(window.session)
    link = f"check:{quote}"
    assert window.meeting.quotes.tip_of(link) == "Shows its words beside those of its source"
    window.meeting.quotes.link_pressed.emit(link)
    idle(window.session)
    panel = window.library_pages.check
    assert window.pages.currentWidget() is panel
    assert "40 thousand" in panel.words()
    assert "Because of the fighting, 400 40 thousand people died" in read(panel)
    window.trail.back()
    assert window.pages.currentWidget() is window.meeting


def test_the_quote_in_the_form_is_checked_by_one_key(window, quote, idle, check):
    window.trail.go(Address(MEETING, "quotes"))
    window.editing.edit_one(Record("quote", quote))
    idle(window.session)
    panel = check()
    assert "40 thousand" in panel.words()
    assert read(panel).startswith("In 1 source with other words. Looked for in 2 texts")


def test_without_anything_at_hand_the_page_waits_for_words(window, idle, check, qtbot):
    panel = check()
    assert window.focusWidget() is panel.field or window.focusProxy() is panel.field
    assert read(panel) == "16 quotes: 16 are verbatim."
    qtbot.keyClicks(panel.field, "the Astana platform stimulated efforts")
    qtbot.waitUntil(lambda: read(panel).startswith("In 1 source verbatim."))
    assert check() is panel
    assert panel.words() == "the Astana platform stimulated efforts"


def test_all_quotes_are_checked_again_from_the_menu_and_the_result_is_said(window, idle):
    window.actions_by_name["check_quotes"].trigger()
    idle(window.session)
    assert window.statusBar().currentMessage() == "All quotes were compared again. 16 quotes: 16 are verbatim."


def test_both_actions_need_a_library(start):
    window = start().window
    assert window.session.is_open
    window.session.close()
    window.refresh_actions()
    for name in ("check_quotation", "check_quotes"):
        assert not window.actions_by_name[name].isEnabled()


def test_a_result_leads_to_the_very_words_in_the_source_and_one_key_back_to_the_result(window, idle, check, qtbot):
    panel = check()
    panel.look_for("Astana launched the process … The main thing")
    idle(window.session)
    result = read(panel)
    assert result.startswith("In 1 source verbatim.")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.results, Qt.Key.Key_Return)
    idle(window.session)
    reader = window.reader_in_view()
    assert reader.source == Record("source", SOURCE)
    assert reader.marked_text() == "Astana launched the process, which is recognized by all. The main thing"
    window.actions_by_name["back"].trigger()
    idle(window.session)
    assert window.pages.currentWidget() is panel
    assert read(panel) == result


@pytest.mark.parametrize("from_menu", [False, True])
def test_words_selected_in_a_source_are_looked_for_by_one_key_or_from_its_menu(window, idle, check, from_menu):
    window.trail.go(Address("", "source", f"source:{SOURCE}"))
    idle(window.session)
    reader = window.reader_in_view()
    text = window.session.library.sources.text(SOURCE)
    starts = text.index("Astana launched the process")
    wish = "Look for it in all sources"
    assert not next(one for one in text_menu(reader, QPoint(1, 1)).actions() if one.text().startswith(wish)).isEnabled()
    reader.text.select((starts, starts + 27))
    if from_menu:
        next(one for one in text_menu(reader, QPoint(1, 1)).actions() if one.text().startswith(wish)).trigger()
    else:
        check()
    idle(window.session)
    panel = window.library_pages.check
    assert panel.words() == "Astana launched the process"
    assert panel.scope.itemText(1).startswith("Only “Meeting with Foreign Ministers")
    assert read(panel).startswith("In 1 source verbatim")
