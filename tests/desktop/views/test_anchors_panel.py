"""The page of passages to review."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from db import Library
from db.references import Record
from desktop.theme import theme
from desktop.trail import Address
from desktop.views import anchors_panel
from desktop.views.anchors_panel import NONE, NONE_OF, AnchorsPanel
from tests.desktop.moved_passages import CHANGED, LONG, WORDS, make
from tests.desktop.views.test_delegates import draw

SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def library(open_file, tmp_path):
    """An open library in which four passages lost their place: near, same, several, orphan, in this order."""
    return open_file(make(tmp_path / "talks.parley"))


@pytest.fixture
def panel(session, library, qtbot, idle):
    """The page, shown."""
    panel = AnchorsPanel(session)
    qtbot.addWidget(panel)
    tester = QAbstractItemModelTester(panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.resize(640, 700)
    panel.show()
    idle(session)
    yield panel
    tester.deleteLater()


@pytest.fixture
def press(panel, session, qtbot, idle):
    """Chooses a citation and presses a key in the list."""

    def press(uid, key, held=Qt.KeyboardModifier.NoModifier, on=None):
        panel.list.choose(panel.list.model().index_of(uid))
        qtbot.keyClick(on or panel.list, key, held)
        idle(session)

    return press


def listed(panel):
    model = panel.list.model()
    return [model.row(model.index(row)).line.uid for row in range(model.rowCount())]


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_all_are_listed_and_counted_by_how_alike_they_are(panel):
    assert listed(panel) == ["near", "same", "several", "orphan"]
    assert "4 passages" in said(panel)
    assert "1 the same · 1 nearly · 1 at several places · 1 not found" in said(panel)
    assert panel.list.currentIndex().row() == 0


def test_the_chosen_one_is_shown_with_its_old_words_and_where_it_may_stand(panel, press):
    shown = panel.details.toPlainText().replace("\xa0", " ")
    assert "Behind Outcome “To meet again” · Text · Talks by the sea, cited from Minutes" in shown
    assert "The ministers met in Nordhaven on the first" in shown
    assert "At last The\u2009the ministers met in Nordhaven" in shown
    press("several", Qt.Key.Key_Home)
    panel.list.choose(panel.list.model().index_of("several"))
    assert "It may stand at 2 places" in panel.details.toPlainText()
    panel.list.choose(panel.list.model().index_of("orphan"))
    assert "Nothing like it stands in the text any more" in panel.details.toPlainText()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_1])
def test_a_key_accepts_the_place_that_is_proposed_and_goes_on_to_the_next(panel, press, library, key):
    press("near", key)
    assert library.citations.get("near").exact == "the ministers met"
    assert listed(panel) == ["same", "several", "orphan"]
    assert panel.list.currentIndex().row() == 0
    library.undo()
    assert library.citations.get("near").anchor == "moved"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_O, Qt.Key.Key_Delete])
def test_a_key_that_is_held_down_does_not_go_on_to_passages_not_looked_at(panel, press, session, idle, key):
    press("near", key)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(panel.list, held)
        idle(session)
    assert listed(panel) == ["same", "several", "orphan"]


def test_of_look_alikes_one_is_chosen_by_its_number_and_never_by_enter(panel, press, library, qtbot):
    with qtbot.waitSignal(panel.said) as told:
        press("several", Qt.Key.Key_Return)
    assert told.args == ["Several places look alike: press the number of the right one, 1 to 2."]
    with qtbot.waitSignal(panel.said) as told:
        press("several", Qt.Key.Key_7)
    assert told.args == ["There is no place of that number; there are 2."]
    assert library.citations.get("several").anchor == "moved"
    press("several", Qt.Key.Key_2)
    assert library.citations.get("several").starts == CHANGED.rindex("by the harbour")


def test_nothing_can_be_accepted_where_nothing_was_found(panel, press, library, qtbot):
    with qtbot.waitSignal(panel.said) as told:
        press("orphan", Qt.Key.Key_Return)
    assert told.args[0].startswith("There is no place to accept")
    assert library.citations.get("orphan").anchor == "orphan"


def test_o_keeps_a_citation_without_its_passage(panel, press, library):
    press("orphan", Qt.Key.Key_O)
    assert (library.citations.get("orphan").exact, library.citations.get("orphan").as_worded) == (None, WORDS["orphan"])
    assert "orphan" not in listed(panel)


def test_delete_removes_the_citation(panel, press, library):
    press("several", Qt.Key.Key_Delete)
    assert [one.uid for one in library.citations.of(Record("outcome", "o"))] == ["near", "orphan"]
    assert listed(panel) == ["near", "same", "orphan"]
    assert panel.list.currentIndex().row() == 2


def test_one_chord_or_button_accepts_all_with_the_same_words_and_surroundings(panel, press, library, session, idle):
    press("near", Qt.Key.Key_A, SHIFTED)
    assert listed(panel) == ["near", "several", "orphan"]
    assert library.citations.get("same").starts == CHANGED.index(WORDS["same"])
    assert not panel.accept_all.isVisible()
    library.undo()
    idle(session)
    assert panel.accept_all.text() == "Accept the same (1)"
    panel.accept_all.click()
    idle(session)
    assert "same" not in listed(panel)


def test_the_keys_hold_in_the_details_too(panel, press, library):
    press("near", Qt.Key.Key_A, on=panel.details)
    assert library.citations.get("near").anchor is None
    press("several", Qt.Key.Key_1, on=panel.details)
    assert library.citations.get("several").starts == CHANGED.index("by the harbour")


def test_the_links_do_what_the_keys_do(panel, library, session, idle, qtbot):
    panel.list.choose(panel.list.model().index_of("several"))
    panel.details.link_pressed.emit("accept:2")
    idle(session)
    assert library.citations.get("several").starts == CHANGED.rindex("by the harbour")
    panel.list.choose(panel.list.model().index_of("near"))
    panel.details.link_pressed.emit("keep:")
    idle(session)
    assert library.citations.get("near").as_worded == WORDS["near"]
    with qtbot.waitSignal(panel.edit_requested) as asked:
        panel.details.link_pressed.emit("record:outcome:o")
    assert asked.args == [[Record("outcome", "o")]]


@pytest.mark.parametrize(
    ("uid", "number", "target"),
    [
        ("near", "1", "@{}-{}".format(CHANGED.index("the ministers"), CHANGED.index("the ministers") + 17)),
        ("several", "2", "@{}-{}".format(CHANGED.rindex("by the harbour"), CHANGED.rindex("by the harbour") + 14)),
        ("orphan", "0", ""),
    ],
)
def test_a_passage_is_shown_in_its_source(panel, library, uid, number, target, qtbot):
    panel.list.choose(panel.list.model().index_of(uid))
    with qtbot.waitSignal(panel.go_requested) as asked:
        panel.details.link_pressed.emit(f"show:{number}")
    assert asked.args == [Address("m", "sources", f"cite:{library.citations.get(uid).id}{target}")]


def test_s_and_a_double_click_show_the_first_place_in_the_source(panel, qtbot):
    with qtbot.waitSignal(panel.go_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_S)
    panel.grab()
    place = panel.list.visualRect(panel.list.model().index(0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.go_requested) as again:
        qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert again.args == asked.args


def test_what_no_meeting_cites_is_shown_where_its_source_is_listed(panel, library, session, idle, qtbot):
    library.sources.add(uid="alone", title="Alone", text=LONG)
    library.citations.add(Record("person", "envoy"), uid="of-person", source="alone", starts=0, ends=3)
    library.sources.edit("alone", text=f"Now: {LONG}")
    idle(session)
    panel.list.choose(panel.list.model().index_of("of-person"))
    with qtbot.waitSignal(panel.go_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_S)
    assert asked.args == [Address("", "sources", "record:source:alone")]


def test_the_list_is_narrowed_to_one_source_and_widened_again(panel, library, session, idle):
    library.sources.add(uid="other", title="Other minutes", text=LONG)
    library.citations.add(Record("outcome", "o"), uid="of-other", source="other", starts=4, ends=13)
    library.sources.edit("other", text=f"Now: {LONG}")
    panel.show_target("source:other")
    idle(session)
    assert listed(panel) == ["of-other"]
    assert any(text.startswith("From “Other minutes”: 1 the same") for text in said(panel))
    panel.accept_all.click()
    idle(session)
    assert NONE_OF in said(panel)
    panel._empty.pressed.emit()
    idle(session)
    assert len(listed(panel)) == 4


def test_the_citation_of_an_address_is_chosen_now_or_when_it_is_read(panel, session, idle):
    panel.show_target("record:citation:several")
    assert panel.list.currentIndex().row() == 2
    panel.hide()
    panel._begin()
    panel.show_target("record:citation:orphan")
    panel.show()
    idle(session)
    assert panel.list.currentIndex().row() == 3


def test_a_page_that_is_not_shown_reads_nothing_until_it_is(panel, library, session, idle):
    panel.hide()
    library.citations.remove("near")
    idle(session)
    assert len(listed(panel)) == 4
    panel.show()
    idle(session)
    assert len(listed(panel)) == 3


def test_where_nothing_is_to_be_reviewed_the_page_says_what_it_is_for(panel, open_file, tmp_path, idle, session):
    open_file(make(tmp_path / "whole.parley", changed=False))
    idle(session)
    assert NONE in said(panel)
    assert not panel.accept_all.isVisible()


def test_a_long_list_says_that_it_is_only_the_first_of_them(panel, library, session, idle, monkeypatch):
    monkeypatch.setattr(anchors_panel, "Review", anchors_panel.Review)
    monkeypatch.setattr("db.anchor_review.MOST", 2)
    panel._read()
    idle(session)
    assert "the first 2 of 4 passages" in said(panel)


def test_a_library_open_for_reading_only_is_looked_at_and_not_changed(session, open_file, tmp_path, qtbot, idle):
    path = make(tmp_path / "talks.parley")
    session.open(Library(path, read_only="It is a copy."), None)
    panel = AnchorsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    idle(session)
    assert not panel.accept_all.isVisible()
    assert "accept" not in panel.details.toPlainText()
    for key in (Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_Delete):
        with qtbot.waitSignal(panel.said) as told:
            qtbot.keyClick(panel.list, key)
        assert told.args == ["It is a copy."]
    assert len(listed(panel)) == 4


@pytest.mark.parametrize("zoom", [80, 100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_row_is_drawn_at_every_zoom(panel, zoom, scheme):
    theme.apply(scheme, zoom)
    panel.redraw()
    for row in range(4):
        assert draw(panel.list, row) > 4


def test_what_is_stored_is_shown_as_it_stands_and_never_as_markup(panel, library, session, idle):
    hostile = "<img src='file:x'><Iran> & &amp; <b>x</b>"
    library.sources.add(uid="hostile", title=f"Title {hostile}", text=f"Before. {hostile} Then nothing.")
    library.outcomes.edit("o", text=f"Outcome {hostile}")
    library.citations.add(Record("outcome", "o"), uid="c", source="hostile", starts=8, ends=8 + len(hostile))
    library.sources.edit("hostile", text=f"And before. {hostile.replace('Iran', 'Iraq')} Then nothing.")
    idle(session)
    panel.list.choose(panel.list.model().index_of("c"))
    shown = panel.details.toPlainText()
    assert f"Outcome {hostile}" in shown
    assert f"Title {hostile}" in shown
    assert hostile in shown
    assert "\ufffc" not in shown
