"""Words in the rows of lists that lead to what they count or rest on, by the mouse, by keys and in the menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest

from db.record_lines import Link
from db.references import Record
from desktop.trail import Address
from desktop.views.row_links import LinkedLine


@pytest.fixture
def page(window, app, idle):
    """Shows a page of the shipped library."""

    def page(name, target=""):
        window.trail.go(Address("", name, target))
        idle(app)
        return window.library_pages.in_view()

    return page


@pytest.fixture
def press(app, idle, qtbot):
    """Presses the middle of a link in a row; its words."""

    def press(view, index, at=0):
        view.scrollTo(index)
        area, link = view.itemDelegate().stretches(view.visualRect(index), index.data(Qt.ItemDataRole.UserRole))[at]
        QTest.mouseMove(view.viewport(), QPoint(1, 1))
        QTest.mouseMove(view.viewport(), area.center())
        qtbot.waitUntil(lambda: view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, area.center())
        idle(app)
        return link.words

    return press


def row_of(panel, title):
    line = next(line for line in panel._model.all if line.title == title)
    return panel.list.model().index_of(line.record)


def listed(panel):
    lines = (panel.list.model().line(panel.list.model().index(at, 0)) for at in range(panel.list.model().rowCount()))
    return [line for line in lines if line]


def test_the_number_of_meetings_of_a_party_leads_to_its_lines_and_back(page, press, window, app, idle):
    panel = page("parties")
    iran = row_of(panel, "Iran")
    assert press(panel.list, iran) == "at 53 meetings"
    lines = listed(window.library_pages.in_view())
    assert {line.title for line in lines} == {"Iran"}
    assert len({line.meeting for line in lines}) == 53
    assert not window.editing.is_open
    window.trail.back()
    idle(app)
    assert window.library_pages.in_view() is panel
    assert panel.list.currentIndex() == iran
    window.trail.forward()
    idle(app)
    lines = window.library_pages.in_view()
    index = lines.list.model().index_of(listed(lines)[9].record)
    press(lines.list, index)
    window.trail.back()
    idle(app)
    assert window.library_pages.in_view() is lines
    assert lines.list.hasFocus()
    assert lines.list.currentIndex() == index


def test_the_number_of_quotes_leads_to_a_search_and_back(page, press, window, app, idle):
    panel = page("parties")
    assert press(panel.list, row_of(panel, "Iran"), 1) == "3 quotes"
    assert window.quotes.present().text == "party:Iran"
    assert window.quotes.list.model().rowCount() == 3
    window.trail.back()
    idle(app)
    assert window.quotes.present() is None


def test_the_sources_of_a_line_lead_to_its_sentence_and_back(page, press, window, app, idle):
    for name in ("participants", "outcomes", "disputes"):
        panel = page(name)
        line = next(line for line in listed(panel) if line.links)
        assert press(panel.list, panel.list.model().index_of(line.record)) == line.tail
        assert window.trail.here == Address("", "source", line.links[0].target.removeprefix("source "))
        assert window.reader_in_view()
        window.trail.back()
        idle(app)
        assert window.library_pages.in_view() is panel
        assert panel.list.hasFocus()
        assert panel.list.current() == line.record


def test_what_rests_on_a_source_is_shown_by_its_counts(page, press, window):
    panel = page("sources")
    line = next(line for line in listed(panel) if line.links)
    press(panel.list, panel.list.model().index_of(line.record))
    assert window.trail.here == Address("", "source", f"uses:{line.record.uid}")


def test_a_list_of_what_belongs_to_one_says_so_and_shows_all_again(page, window, app, idle):
    uid = next(line.record.uid for line in page("topics")._model.all if line.title == "Ceasefire")
    panel = page("outcomes", f"of:topic:{uid}")
    assert panel._only.text() == "Only Ceasefire  ×"
    assert panel._count.text() == "13 of 185"
    panel._only.click()
    assert panel._only.isHidden()
    assert panel._count.text() == "185"
    page("outcomes", f"of:topic:{uid}")
    page("outcomes")
    assert panel._count.text() == "185"


def test_keys_and_the_menu_lead_where_the_mouse_does(page, window, app, idle, qtbot):
    panel = page("people")
    index = row_of(panel, "Ahmad Toma")
    panel.list.setCurrentIndex(index)
    idle(app)
    panel.list._menu.offer(panel.list.selected(), read_only=False)
    texts = [action.text() for action in panel.list._menu.actions()]
    assert texts[-2:] == ["Head of delegation at 15 meetings ›\tCtrl+Enter", "8 other spellings ›"]
    panel.list._menu.actions()[-1].trigger()
    idle(app)
    assert window.trail.here.tab == "spellings"
    assert {line.detail.split(" · ")[0] for line in listed(window.library_pages.in_view())} == {"Ahmad Toma"}
    window.trail.back()
    idle(app)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(app)
    assert window.trail.here.tab == "participants"


def test_a_reading_on_the_page_evidence_leads_to_its_passage_and_back(page, press, window, app, idle, qtbot):
    panel = page("evidence")
    rows = range(panel.list.model().rowCount())
    index, line = next(
        (index, line)
        for index in (panel.list.model().index(row, 0) for row in rows)
        if getattr(line := index.data(Qt.ItemDataRole.UserRole), "readings", ()) and line.links[0].target
    )
    assert press(panel.list, index) == line.readings[0]
    address = Address("", "source", line.links[0].target.removeprefix("source "))
    assert window.trail.here == address
    window.trail.back()
    idle(app)
    assert panel.list.line() == line
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(app)
    assert window.trail.here == address


def test_the_words_stand_where_they_are_drawn_in_either_direction_and_when_cut(qtbot):
    from PySide6.QtCore import QRect

    font = QFont(QGuiApplication.font())
    links = [Link("ten", "a"), Link("", ""), Link("الاول", "b"), Link("ten", "c")]
    text = "ten / x / الاول / ten"
    stretches = LinkedLine(QRect(10, 0, 400, 20), text, links, font).stretches()
    assert [stretch.link.target for stretch in stretches] == ["a", "b", "c"]
    assert stretches[0].area.left() == 10
    assert all(stretch.area.width() > 5 for stretch in stretches)
    one, _, last = stretches
    assert last.area.left() > one.area.right()
    cut = LinkedLine(QRect(10, 0, last.area.left() - 30, 20), text, links, font).stretches()
    assert cut[-1].area.right() < last.area.left()
    assert not LinkedLine(QRect(0, 0, 400, 20), "nothing here", links, font).stretches()


def test_beside_the_words_a_click_chooses_the_row(page, window, app, idle):
    panel = page("parties")
    area = panel.list.visualRect(row_of(panel, "Iran"))
    above = area.center() - QPoint(0, area.height() // 4)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, above)
    idle(app)
    assert panel.list.selected()[0].kind == "party"
    assert window.trail.here == Address("", "parties")


def test_what_has_a_tag_is_listed_and_opens_in_its_place(page, window, app, idle):
    library, meeting = window.session.library, Record("meeting", "astana-04")
    party = page("parties")._model.all[0].record
    citation = Record("citation", library.citations.of(meeting)[0].uid)
    note = Record("note", library.notes.add(meeting, body="Read again"))
    tag = library.tags.add(name="to check")
    places = {
        meeting: Address("astana-04", "overview", "record:meeting:astana-04"),
        party: Address("", "parties", f"record:party:{party.uid}"),
        citation: Address("", "source", f"citation:{citation.uid}"),
        note: Address("", "notes", f"record:note:{note.uid}"),
    }
    for record in places:
        library.tags.put(tag, record)
    panel = page("tagged", f"of:tag:{tag}")
    assert {line.record for line in listed(panel)} == set(places)
    for record, address in places.items():
        panel.list.open_requested.emit(record)
        idle(app)
        assert window.trail.here == address
