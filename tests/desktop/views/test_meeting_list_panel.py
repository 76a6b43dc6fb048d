"""The list of meetings: filter, kinds, keys that pass over headings, and what an empty result says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from db import Library
from desktop.trail import Address


@pytest.fixture
def panel(window):
    """The list of meetings."""
    return window.meetings


@pytest.fixture
def narrow(panel, app, idle):
    """Filters by a text; the count as it is shown."""

    def narrow(text):
        panel.filter.setText(text)
        idle(app)
        return panel._count.text()

    return narrow


def uids(panel):
    """The meetings shown."""
    model = panel.list.model()
    return [line.uid for row in range(model.rowCount()) if (line := model.line(model.index(row, 0)))]


def kinds(panel):
    """The entries of the menu of kinds, by their text."""
    panel._kind_menu.aboutToShow.emit()
    return {action.text(): action for action in panel._kind_menu.actions() if action.text()}


def said(panel):
    """What the empty pane says, and its button."""
    button = panel._empty.findChild(QPushButton)
    return panel._empty.findChild(QLabel).text(), "" if button.isHidden() else button.text()


@pytest.mark.parametrize(
    ("text", "count"),
    [("", "60"), ("sochi", None), ("SOCHI", None), ("cavusoglu", None), ("round 4", None), ("zzz", "0 of 60")],
)
def test_the_filter_counts_what_is_left(narrow, panel, text, count):
    shown = narrow(text)
    assert count is None or shown == count
    assert shown.split()[0] == str(len(uids(panel)))
    assert text in ("", "zzz") or 0 < len(uids(panel)) < 60


def test_diacritics_and_case_make_no_difference(narrow, panel):
    found = []
    for text in ("cavusoglu", "Çavuşoğlu", "ÇAVUŞOĞLU"):
        narrow(text)
        found.append(uids(panel))
    assert found[0] == found[1] == found[2] != []


def test_no_result_says_where_the_filter_looks_and_offers_all(narrow, panel, app, idle):
    narrow("zzz")
    sentence = "No meeting with “zzz”. The filter looks at titles, dates, cities, parties and people."
    assert said(panel) == (sentence, "Show all meetings")
    panel._empty.pressed.emit()
    idle(app)
    assert (panel._count.text(), panel.filter.text()) == ("60", "")


def test_kinds_can_be_chosen_together_and_cleared(panel, app, idle):
    assert list(kinds(panel)) == [
        "All kinds", "Rounds", "Summits", "Ministerials", "Congress", "Working groups", "Exchanges of detainees",
    ]  # fmt: skip
    kinds(panel)["Summits"].trigger()
    kinds(panel)["Congress"].trigger()
    idle(app)
    assert panel._count.text() == "8 of 60"
    assert panel._kind_button.text() == "Summits, Congress"
    assert [text for text, action in kinds(panel).items() if action.isChecked()] == ["Summits", "Congress"]
    kinds(panel)["All kinds"].trigger()
    idle(app)
    assert (panel._count.text(), panel._kind_button.text()) == ("60", "All kinds")


def test_arrow_keys_pass_over_the_headings(panel, window, qtbot):
    model = panel.list.model()
    panel.list.setFocus()
    panel.list.setCurrentIndex(model.index_of("astana-01"))
    visited = []
    for _ in range(40):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        visited.append(model.line(panel.list.currentIndex()).uid)
    order = uids(panel)
    first = order.index("astana-01") + 1
    assert visited == order[first : first + 40]
    for _ in range(10):
        qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert model.line(panel.list.currentIndex()).uid == order[first + 29]


def test_headings_are_passed_over_by_the_keys_home_and_end_too(panel, qtbot):
    model = panel.list.model()
    panel.list.setCurrentIndex(model.index_of("astana-10"))
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert model.line(panel.list.currentIndex()).uid == uids(panel)[0]
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    assert model.line(panel.list.currentIndex()).uid == uids(panel)[-1]
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        for _ in range(20):
            qtbot.keyClick(panel.list, key)
            assert model.line(panel.list.currentIndex()) is not None


def test_next_and_previous_meeting_pass_over_headings_and_stop_at_the_ends(panel, window, app, idle, qtbot):
    order = uids(panel)
    for _ in range(3):
        window.actions_by_name["next_meeting"].trigger()
    assert panel.list.model().line(panel.list.currentIndex()).uid == order[2]
    for _ in range(5):
        window.actions_by_name["previous_meeting"].trigger()
    assert panel.list.model().line(panel.list.currentIndex()).uid == order[0]


def test_holding_an_arrow_key_opens_only_the_meeting_where_it_stops(panel, window, qtbot, app, idle):
    panel.list.setCurrentIndex(panel.list.model().index_of("astana-01"))
    qtbot.waitUntil(lambda: window.trail.here.uid == "astana-01")
    visited = []
    window.trail.moved.connect(lambda address: visited.append(address.uid))
    for _ in range(10):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(visited))
    last = panel.list.model().line(panel.list.currentIndex()).uid
    qtbot.waitUntil(lambda: window.trail.here.uid == last)
    assert len(visited) < 10


def test_enter_opens_at_once(panel, window, qtbot):
    panel.list.mark(panel.list.model().index_of("astana-04"))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.trail.here == Address("astana-04")


def test_the_meeting_shown_is_marked_in_the_list_also_after_filtering(panel, window, narrow, app, idle):
    window.trail.go(Address("astana-04"))
    narrow("sochi congress")
    assert not panel.list.currentIndex().isValid()
    narrow("")
    assert panel.list.model().line(panel.list.currentIndex()).uid == "astana-04"
    idle(app)
    assert window.trail.here == Address("astana-04")


def test_a_meeting_keeps_the_tab_of_the_one_before(panel, window):
    window.trail.go(Address("astana-04", "quotes"))
    panel.open_requested.emit("astana-05")
    assert window.trail.here == Address("astana-05", "quotes")


def test_an_empty_library_says_that_it_holds_no_meetings(start, tmp_path):
    Library.create(tmp_path / "mine.parley", "Mine").close()
    assert said(start(tmp_path / "mine.parley").window.meetings) == ("This library holds no meetings yet.", "")


def test_another_library_begins_with_all_its_meetings(panel, narrow, app, idle, shipped_file, tmp_path):
    kinds(panel)["Summits"].trigger()
    narrow("sochi")
    other = tmp_path / "other.parley"
    other.write_bytes(shipped_file.read_bytes())
    app.window.open_path(other)
    idle(app)
    assert (panel._count.text(), panel.filter.text(), panel._kind_button.text()) == ("60", "", "All kinds")


@pytest.mark.parametrize("text", ["x" * 20_000, "\0", "😀", "ایران", "“" * 500, "(((", "%"])
def test_any_text_can_be_typed_and_the_window_keeps_its_size(narrow, panel, window, text):
    width = window.minimumSizeHint().width()
    narrow(text)
    assert window.minimumSizeHint().width() <= width


@pytest.fixture
def tagged(panel, app, idle):
    """A tag on a round and one below it on a summit."""

    def put(library):
        wide = library.tags.add(name="zones", colour="#a03c2e")
        library.tags.put(wide, ("meeting", "astana-04"))
        library.tags.put(library.tags.add(name="idlib", parent=wide), ("meeting", "astana-05"))

    app.session.run(put)
    idle(app)


def choose_tag(panel, at):
    """Choose an entry of the filter by tag as a person does."""
    panel.tag.setCurrentIndex(at)
    panel.tag.activated.emit(at)


def test_there_is_no_filter_by_tag_without_tags(panel):
    assert panel.tag is None


def test_the_filter_by_tag_comes_with_the_first_tag_and_goes_with_the_last(panel, app, idle, tagged):
    texts = [panel.tag.itemText(at) for at in range(panel.tag.count())]
    assert texts == ["Tag", "zones (2)", "    idlib (1)"]
    assert not panel.tag.itemIcon(1).isNull()
    assert panel.tag.isVisibleTo(panel)
    assert panel._kind_button.nextInFocusChain() is panel.tag
    app.session.run(lambda library: library.undo())
    app.session.run(lambda library: library.undo())
    app.session.run(lambda library: library.undo())
    app.session.run(lambda library: library.undo())
    idle(app)
    assert not panel.tag.isVisibleTo(panel)


def test_the_list_is_narrowed_by_tag_and_says_so_when_nothing_is_left(panel, app, idle, tagged, narrow):
    choose_tag(panel, 1)
    idle(app)
    assert (uids(panel), panel._count.text()) == (["astana-04", "astana-05"], "2 of 60")
    choose_tag(panel, 2)
    narrow("zzz")
    assert said(panel)[0].startswith("No meeting with the tag “idlib” with “zzz”.")
    panel._empty.pressed.emit()
    idle(app)
    assert (panel._count.text(), panel.tag.currentIndex()) == ("60", 0)


def test_another_library_begins_without_the_filter_by_tag(panel, app, idle, tagged, tmp_path):
    choose_tag(panel, 1)
    Library.create(tmp_path / "other.parley", "Other").close()
    app.window.open_path(tmp_path / "other.parley")
    idle(app)
    assert not panel.tag.isVisibleTo(panel)
    assert said(panel)[0] == "This library holds no meetings yet."
