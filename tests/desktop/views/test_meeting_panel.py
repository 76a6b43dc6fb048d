"""The page of a meeting: its tabs, passages in their sources, and what becomes of it when it is gone or replaced."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from db import Cancel, meeting_page
from db.references import Record
from desktop.commands import edit
from desktop.trail import Address
from tests.desktop.full_meeting import make


@pytest.fixture
def panel(window):
    """The page of a meeting."""
    return window.meeting


def tab_of(panel):
    """The tab that is shown, by its label without its number."""
    return panel.tabs.tabText(panel.tabs.currentIndex()).partition(" (")[0]


def test_a_meeting_shows_its_head_and_overview(panel, go):
    go("astana-04")
    assert panel._kicker.accessibleName() == "Round 4 · Astana · 3–4 May 2017"
    assert tab_of(panel) == "Overview"
    assert "Memorandum" in panel.overview.toPlainText()


@pytest.mark.parametrize("tab", ["overview", "quotes", "sources", "history"])
def test_each_tab_shows_its_page(panel, go, tab):
    go("astana-01", tab)
    assert tab_of(panel).lower() == tab
    assert panel._stack.currentWidget() is getattr(panel, tab)


def test_choosing_a_tab_is_a_step_of_the_trail(window, panel, go, idle):
    go("astana-01")
    panel.tabs.setCurrentIndex(1)
    idle(window.session)
    assert window.trail.here == Address("astana-01", "quotes")
    window.trail.back()
    assert tab_of(panel) == "Overview"


def test_every_quote_with_a_passage_is_marked_in_its_source_to_the_character(window, panel, go):
    library = window.session.library
    for uid in ("astana-01", "ministerial-2018-03-16"):
        lines = meeting_page.read(library, uid, Cancel()).quotes
        for line in lines:
            go(uid, "sources", f"quote:{line.uid}")
            assert panel.sources.currentWidget() is panel.sources.reader
            assert panel.sources.reader.marked_text() == line.text


def test_a_passage_after_emoji_combining_and_arabic_letters_is_marked_to_the_character(start, tmp_path, idle):
    words = {"passage": "السلام 👩‍👩‍👧 ete\u0301 𝔘 end"}
    window = start(make(tmp_path / "a.parley", lambda field: words.get(field, f"😀 {field}"))).window
    window.trail.go(Address("m", "sources", "quote:q-direct"))
    idle(window.session)
    assert window.meeting.sources.reader.marked_text() == words["passage"]


def test_every_mark_of_a_page_leads_to_its_source(window, panel, go):
    go("astana-04")
    page = meeting_page.read(window.session.library, "astana-04", Cancel())
    titles = {source.uid: source for source in page.sources}
    cited = {f"cite:{cite.id}": cite for cite in page.cites}
    links = [link for link in panel.overview._tips if link.startswith("cite:")]
    assert len(links) > 50
    for link in links[:: len(links) // 15]:
        go("astana-04", "sources", link)
        source = titles[cited[link].source or ""]
        reader = panel.sources.reader
        assert panel.sources.currentWidget() is reader
        assert reader.head.title.text() == source.title
        assert reader.marked_text() == (cited[link].exact or "" if source.has_text else "")
        if not source.has_text:
            assert f"use-{cited[link].id}" in reader.uses.names()
            assert (cited[link].as_worded or "") in reader.uses.toPlainText()


def test_a_link_pressed_on_the_page_opens_the_source(window, panel, go, idle):
    go("astana-01", "quotes")
    panel.quotes.link_pressed.emit(
        "quote:" + meeting_page.read(window.session.library, "astana-01", Cancel()).quotes[0].uid
    )
    idle(window.session)
    assert tab_of(panel) == "Sources"
    assert panel.sources.reader.marked_text()


def test_a_source_leads_back_to_the_list(window, panel, go, idle):
    go(
        "astana-01",
        "sources",
        "source:" + meeting_page.read(window.session.library, "astana-01", Cancel()).sources[0].uid,
    )
    panel.sources.reader.head.back.click()
    idle(window.session)
    assert panel.sources.currentWidget() is panel.sources.list
    assert window.trail.here == Address("astana-01", "sources")


def test_a_recalled_quote_is_shown_among_the_quotes(start, tmp_path, idle):
    window = start(make(tmp_path / "a.parley", lambda field: f"the {field}")).window
    window.quotes.open_requested.emit("m", "q-recalled")
    idle(window.session)
    assert tab_of(window.meeting) == "Quotes"
    assert "recalled, not checked" in window.meeting.quotes.toPlainText()


def test_copying_from_the_page_gives_the_quote_with_its_source(window, panel, go):
    go("astana-01", "quotes")
    line = meeting_page.read(window.session.library, "astana-01", Cancel()).quotes[0]
    panel.quotes.link_pressed.emit(f"copy:{line.uid}")
    assert QGuiApplication.clipboard().text().startswith(f"“{line.text}”\n— Staffan de Mistura")
    assert "Source: " in QGuiApplication.clipboard().text()


def test_an_edit_shows_on_the_page_and_undo_takes_it_back(window, panel, go, idle):
    go("astana-04")
    window.session.run(lambda library: library.meetings.edit("astana-04", title="Another title"))
    idle(window.session)
    assert panel._title.text() == "Another title"
    edit.undo(window.session)
    idle(window.session)
    assert panel._title.text() != "Another title"


def test_a_meeting_that_is_gone_says_so_and_comes_back_with_undo(window, panel, go, idle):
    go("astana-04")
    window.session.run(lambda library: library.meetings.remove("astana-04"))
    idle(window.session)
    assert "no longer in the library" in panel.overview.toPlainText()
    assert panel._title.text() == ""
    edit.undo(window.session)
    idle(window.session)
    assert "Memorandum" in panel.overview.toPlainText()


def test_an_address_of_what_never_was_says_so(panel, go):
    go("no-such-meeting", "sources", "cite:99999999")
    assert "no longer in the library" in panel.overview.toPlainText()
    assert panel._stack.currentWidget() is panel.overview


@pytest.mark.parametrize("target", ["cite:0", "cite:x", "quote:none", "source:none", "what:ever", "::"])
def test_a_target_that_is_not_there_leads_to_the_page_without_it(panel, go, target):
    go("astana-01", "sources", target)
    assert "Round 1" in panel._kicker.accessibleName()


def test_the_same_meeting_of_another_library_is_another_page(start, astana, shipped_file, tmp_path, idle):
    window = start(astana).window
    window.session.run(lambda library: library.meetings.edit("astana-04", title="Mine"))
    window.trail.go(Address("astana-04"))
    idle(window.session)
    other = tmp_path / "clean.parley"
    other.write_bytes(shipped_file.read_bytes())
    window.open_path(other)
    window.trail.go(Address("astana-04"))
    idle(window.session)
    assert window.meeting._title.text() != "Mine"


def test_a_quick_step_over_many_meetings_ends_on_the_last(window, panel, idle):
    for number in range(1, 23):
        window.trail.go(Address(f"astana-{number:02}"))
    idle(window.session)
    assert panel._kicker.accessibleName().startswith("Round 22")


def test_a_text_that_leads_to_its_record_is_underlined_while_the_mouse_is_on_it(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    browser = window.meeting.overview
    rows, columns = (range(0, length, 4) for length in (browser.viewport().height(), browser.viewport().width()))
    links = {QPoint(x, y): browser.anchorAt(QPoint(x, y)) for y in rows for x in columns}
    on = next(at for at, link in links.items() if link.startswith("record:participation:"))
    off = next(at for at, link in links.items() if not link)
    move_mouse(browser, on)
    assert "".join(line.cursor.selectedText() for line in browser.extraSelections()).startswith("Russia")
    move_mouse(browser, off)
    assert browser.extraSelections() == []


def move_mouse(browser, at):
    """Move the mouse over a page, as the window system tells of it."""
    none, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(browser.viewport().mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), place, none, none, modifiers)
    QApplication.sendEvent(browser.viewport(), event)


@pytest.fixture
def long_page(window, idle):
    """A meeting with outcomes and quotes enough to scroll through; their last uids."""

    def fill(library):
        with library.revise("Fill"):
            for number in range(60):
                library.outcomes.add(uid=f"o-{number}", meeting="astana-04", act="agreed", text=f"Point {number}")
                library.quotes.add(uid=f"q-{number}", meeting="astana-04", form="direct", text=f"Words {number}")
            library.notes.add(("outcome", "o-59"), uid="n", body="Which?")

    window.session.run(fill)
    idle(window.session)


@pytest.mark.parametrize(
    ("tab", "target"), [("overview", "record:outcome:o-59"), ("quotes", "record:quote:q-59"), ("quotes", "quote:q-59")]
)
def test_an_address_brings_the_line_of_a_record_into_view_once(window, panel, go, idle, long_page, tab, target):
    go("astana-04", tab, target)
    bar = getattr(panel, tab).verticalScrollBar()
    assert bar.value() > 1000
    bar.setValue(7)
    window.session.run(lambda library: library.outcomes.edit("o-1", text="Another point"))
    idle(window.session)
    assert bar.value() == 7
    go("astana-04", tab, target)
    assert bar.value() > 1000


def test_a_note_pressed_in_a_source_shows_its_form(window, panel, go, idle):
    go("astana-01")
    go("astana-01", "sources", "source:" + with_text(panel))
    source = panel.sources.reader.source.uid
    window.session.run(lambda library: library.notes.add_on_passage(source, 0, 5, "Which?", uid="n"))
    idle(window.session)
    panel.sources.reader.text.marks_pressed.emit(panel.sources.reader.content.page.uses[:1])
    assert window.editing.form.records == [Record("note", "n")]


def with_text(panel):
    """The uid of the first source of the page whose text is held."""
    return next(source.uid for source in panel._page.sources if source.has_text)
