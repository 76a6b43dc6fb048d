"""The history pane: of the library and of a record, what each step changed, taking back, restoring, the past."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem

from db import Cancel, Library
from db.references import Record
from desktop.models.local_time import end_of
from desktop.theme import theme
from desktop.trail import Address
from desktop.views.history_panel import HistoryPanel


def make(path):
    """The file of a library with a meeting that was edited, and an outcome that was removed."""
    with Library.create(path, "History", author="Ada") as library:
        library.meetings.add(uid="m", kind="round", title="Round A", city="City A")
        library.outcomes.add(uid="o", meeting="m", act="agreed", text="A mechanism was made")
        library.people.add(uid="p", name="Countess A")
        library.meetings.edit("m", city="City B")
        library.outcomes.remove("o")
    return path


@pytest.fixture
def file(copy_of):
    """A library with a meeting that was edited, and an outcome that was removed."""
    return copy_of(make, "history.parley")


@pytest.fixture
def panel(session, open_file, file, qtbot):
    """The pane over the library, shown."""
    theme.apply("light", 100)
    open_file(file)
    panel = HistoryPanel(session)
    qtbot.addWidget(panel)
    panel.resize(560, 700)
    panel.show()
    return panel


@pytest.fixture
def settle(session, qtbot):
    """Waits until what was chosen is shown."""

    def settle(panel):
        views = (panel.steps, panel.removed)
        qtbot.waitUntil(lambda: not session.tasks.busy and not any(view._timer.isActive() for view in views))
        qtbot.waitUntil(lambda: not session.tasks.busy)

    return settle


@pytest.fixture
def shown(panel, settle):
    """The pane with the history of the library."""
    panel.show_target("")
    settle(panel)
    return panel


def labels(panel):
    """The steps that are listed."""
    return [panel._steps.step(row).label for row in range(panel._steps.rowCount())]


def details(panel):
    return panel.details.page.toPlainText().replace("\xa0", " ")


def sentence(panel):
    """What stands in place of an empty list."""
    label = panel._empty.findChild(QLabel)
    assert label is not None
    return label.text()


def removed_titles(panel):
    return [panel._removed.removed(row).title for row in range(panel._removed.rowCount())]


def test_the_history_of_the_library_begins_with_the_newest_step_and_its_details(shown):
    assert labels(shown) == ["Remove outcome", "Edit meeting", "Add person", "Add outcome", "Add meeting"]
    assert "OUTCOME REMOVED  A mechanism was made of meeting “Round A”" in details(shown)
    assert (shown._title.text(), shown.date.isHidden()) == ("History", True)


def test_arrows_choose_a_step_and_enter_leads_to_its_details_and_escape_back(shown, settle, qtbot):
    shown.steps.setFocus()
    qtbot.keyClick(shown.steps, Qt.Key.Key_Down)
    settle(shown)
    assert "City\nCity A" in details(shown)
    qtbot.keyClick(shown.steps, Qt.Key.Key_Return)
    qtbot.waitUntil(shown.details.page.hasFocus)
    qtbot.keyClick(shown.details.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(shown.steps.hasFocus)


def test_home_and_end_lead_to_the_newest_and_the_oldest_step(shown, settle, qtbot):
    qtbot.keyClick(shown.steps, Qt.Key.Key_End)
    settle(shown)
    assert details(shown).startswith("Add meeting\n")
    qtbot.keyClick(shown.steps, Qt.Key.Key_Home)
    settle(shown)
    assert details(shown).startswith("Remove outcome\n")


def test_the_history_of_a_record_has_its_title_and_only_its_steps(panel, settle):
    panel.show_target("record:meeting:m")
    settle(panel)
    assert (panel._kicker.text(), panel._title.text()) == ("History of meeting", "Round A")
    assert labels(panel) == ["Remove outcome", "Edit meeting", "Add outcome", "Add meeting"]


def test_the_title_follows_a_new_name(panel, settle, session):
    panel.show_target("record:meeting:m")
    settle(panel)
    session.run(lambda library: library.meetings.edit("m", title="Renamed"))
    settle(panel)
    assert panel._title.text() == "Renamed"


def test_inside_the_page_of_a_record_it_has_no_title_of_its_own(panel, settle):
    panel.show_record(Record("meeting", "m"))
    settle(panel)
    assert panel._title.isHidden()
    assert len(labels(panel)) == 4
    assert not panel.date.isHidden()


def test_a_step_is_taken_back_and_then_cannot_be_again(shown, settle, session, qtbot):
    shown.steps.choose(shown._steps.id_at(1))
    settle(shown)
    qtbot.mouseClick(shown.details.take_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: labels(shown)[0] == "Take back “Edit meeting”")
    settle(shown)
    assert session.library.meetings.get("m").city == "City A"
    assert "This step has been taken back since." in details(shown)
    assert not shown.details.take_back.isEnabled()
    assert shown.details.why.text() == "This step has been taken back already."
    assert "taken back already" in shown.details.take_back.toolTip()


def test_why_a_step_cannot_be_taken_back_is_said_beside_the_button(shown, settle, session, qtbot):
    said = []
    shown.said.connect(said.append)
    session.run(lambda library: library.meetings.edit("m", city="City C"))
    settle(shown)
    shown.steps.choose(shown._steps.id_at(2))
    settle(shown)
    qtbot.mouseClick(shown.details.take_back, Qt.MouseButton.LeftButton)
    settle(shown)
    assert "changed the same value later" in shown.details.why.text()
    assert shown.details.why.isVisible()
    assert said == [shown.details.why.text()]
    assert session.library.meetings.get("m").city == "City C"


def test_what_came_with_the_library_is_not_offered_to_be_taken_back(session, astana, open_file, qtbot, settle):
    open_file(astana)
    panel = HistoryPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_target("")
    settle(panel)
    assert not panel.details.take_back.isEnabled()
    assert panel.details.why.text() == "What came with the library cannot be taken back."


def test_a_library_open_for_reading_offers_neither_and_says_why(session, file, qtbot, settle):
    session.open(Library(file, read_only="It is only for reading."), None)
    panel = HistoryPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_target("")
    settle(panel)
    assert (panel.details.take_back.isEnabled(), panel.details.why.text()) == (False, "It is only for reading.")
    panel.switch.setCurrentIndex(1)
    settle(panel)
    assert (panel.details.restore.isEnabled(), panel.details.why.text()) == (False, "It is only for reading.")


def test_removed_records_are_listed_and_shown_as_they_were(shown, settle):
    shown.switch.setCurrentIndex(1)
    settle(shown)
    assert removed_titles(shown) == ["A mechanism was made"]
    assert details(shown).startswith("A mechanism was made\nOutcome · removed by Remove outcome · Ada · ")
    assert shown.details.restore.isVisible()
    assert shown.details.take_back.isHidden()


def test_a_removed_record_is_restored_and_the_list_is_empty_then(shown, settle, session, qtbot):
    shown.switch.setCurrentIndex(1)
    settle(shown)
    qtbot.mouseClick(shown.details.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not removed_titles(shown))
    settle(shown)
    assert session.library.outcomes.get("o").text == "A mechanism was made"
    assert shown._empty.isVisible()
    assert sentence(shown).startswith("Nothing is removed.")
    assert labels(shown)[0] == "Restore outcome “A mechanism was made”"


def test_why_a_record_cannot_be_restored_is_said_beside_the_button(shown, settle, session, qtbot):
    session.run(lambda library: library.meetings.remove("m"))
    shown.switch.setCurrentIndex(1)
    settle(shown)
    shown.removed.choose(shown._removed.id_at(1))
    settle(shown)
    qtbot.mouseClick(shown.details.restore, Qt.MouseButton.LeftButton)
    settle(shown)
    assert "Restore that meeting first." in shown.details.why.text()


def test_the_step_that_removed_a_record_is_led_to(shown, settle):
    shown.switch.setCurrentIndex(1)
    settle(shown)
    shown.details.page.link_pressed.emit(f"step:{shown._removed.removed(0).revision}")
    settle(shown)
    assert shown.switch.currentIndex() == 0
    assert "OUTCOME REMOVED" in details(shown)


def test_a_step_of_another_record_is_shown_though_it_is_not_listed(panel, settle, session):
    panel.show_target("record:meeting:m")
    settle(panel)
    person = session.library.history.steps_of(Record("person", "p"), Cancel())[0].id
    panel.details.page.link_pressed.emit(f"step:{person}")
    settle(panel)
    assert details(panel).startswith("Add person\n")


def test_a_record_is_shown_as_it_was_after_a_step_and_one_comes_back(shown, settle, qtbot):
    shown.steps.choose(shown._steps.id_at(4))
    settle(shown)
    qtbot.mouseClick(shown.details.as_it_was, Qt.MouseButton.LeftButton)
    settle(shown)
    assert "City A\nnow: City B" in details(shown)
    shown.details.page.link_pressed.emit("back:")
    settle(shown)
    assert details(shown).startswith("Add meeting\n")


def test_each_record_of_a_step_can_be_shown_as_it_was(shown, settle):
    shown.details.page.link_pressed.emit("then:outcome:o")
    settle(shown)
    assert "This record was not in the library then." in details(shown)


def test_a_record_is_shown_as_it_was_on_a_date(panel, settle, session, qtbot):
    for day, city in (("2024-05-03", "City C"), ("2031-01-01", "City D")):
        session.run(lambda library, day=day, city=city: edit_on(library, end_of(day), city))
    panel.show_record(Record("meeting", "m"))
    settle(panel)
    panel.date.setText("3 May 2031")
    qtbot.keyClick(panel.date, Qt.Key.Key_Return)
    settle(panel)
    assert "As it was at the end of 3 May 2031." in details(panel)
    assert "City\nCity D" in details(panel)
    panel.date.setText("1999")
    qtbot.keyClick(panel.date, Qt.Key.Key_Return)
    settle(panel)
    assert "This record was not in the library then. It is in the library now." in details(panel)
    assert panel.details.take_back.isHidden()


def edit_on(library, made_at, city):
    with library.revise("Edit meeting", made_at=made_at):
        library.meetings.edit("m", city=city)


def test_what_is_no_date_is_said_to_be_none(panel, settle, qtbot):
    panel.show_record(Record("meeting", "m"))
    settle(panel)
    panel.date.setText("soon")
    qtbot.keyClick(panel.date, Qt.Key.Key_Return)
    assert "soon" in panel.details.why.text()
    qtbot.keyClick(panel.date, Qt.Key.Key_A)
    assert panel.details.why.isHidden()


def test_links_ask_for_the_form_and_the_history_of_a_record(shown):
    asked, gone = [], []
    shown.edit_requested.connect(asked.append)
    shown.go_requested.connect(gone.append)
    shown.details.page.link_pressed.emit("record:meeting:m")
    shown.details.page.link_pressed.emit("history:person:p")
    shown.details.page.link_pressed.emit("citation:c")
    assert asked == [[Record("meeting", "m")]]
    assert gone == [Address("", "history", "record:person:p"), Address("", "source", "citation:c")]


def test_a_long_text_is_copied_whole(shown, settle, session):
    text = "word " * 1000
    session.run(lambda library: library.meetings.edit("m", summary=text))
    settle(shown)
    shown.steps.choose(None)
    settle(shown)
    change = shown.details._step.page.changes[0].id
    shown.details.page.link_pressed.emit(f"copy:new:{change}:summary")
    assert QGuiApplication.clipboard().text() == text
    shown.details.page.link_pressed.emit("then:meeting:m")
    settle(shown)
    QGuiApplication.clipboard().clear()
    shown.details.page.link_pressed.emit("copy:then:0:summary")
    assert QGuiApplication.clipboard().text() == text


def test_what_is_chosen_stays_while_others_edit(shown, settle, session):
    shown.steps.choose(shown._steps.id_at(3))
    settle(shown)
    session.run(lambda library: library.people.edit("p", name="Countess B"))
    settle(shown)
    assert labels(shown)[0] == "Edit person"
    assert shown.steps.currentIndex().row() == 4
    assert details(shown).startswith("Add outcome\n")


def test_what_is_not_seen_is_read_when_it_is_shown_again(shown, settle, session, idle):
    shown.hide()
    session.run(lambda library: library.people.edit("p", name="Countess B"))
    idle(session)
    assert labels(shown)[0] == "Remove outcome"
    shown.show()
    settle(shown)
    assert labels(shown)[0] == "Edit person"


def test_a_library_without_changes_says_so(session, open_file, qtbot, settle, tmp_path):
    Library.create(tmp_path / "new.parley", "New").close()
    open_file(tmp_path / "new.parley")
    panel = HistoryPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_target("")
    settle(panel)
    assert sentence(panel).startswith("Nothing has been changed yet.")


def test_another_library_begins_with_its_own_history(shown, settle, open_file, tmp_path):
    with Library.create(tmp_path / "other.parley", "Other", author="Ada") as other:
        other.people.add(name="Another")
    open_file(tmp_path / "other.parley")
    settle(shown)
    assert labels(shown) == ["Add person"]
    assert "Another" in details(shown)


def test_everything_that_takes_the_focus_has_a_name(shown):
    widgets = [shown.steps, shown.removed, shown.details.page, shown.date, shown.switch, *shown.details._buttons()]
    assert all(widget.accessibleName() for widget in widgets)


@pytest.mark.parametrize("width", [300, 560])
@pytest.mark.parametrize("zoom", [80, 200])
def test_every_row_is_drawn_at_every_size(shown, settle, session, zoom, width):
    session.run(lambda library: library.undo())
    settle(shown)
    theme.apply("dark", zoom)
    shown.redraw()
    for view in (shown.steps, shown.removed):
        for row in range(view.model().rowCount()):
            assert colours(view, row, width) > 3


def colours(view, row, width):
    """How many colours a row has that is drawn as chosen."""
    option = QStyleOptionViewItem()
    height = view.itemDelegate().row_height()
    assert view.rowHeight(row) == height
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    option.rect = image.rect()
    option.state = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(row, 0))
    painter.end()
    return len({image.pixel(x, y) for x in range(0, width, 2) for y in range(0, height, 2)})
