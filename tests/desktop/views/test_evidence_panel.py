"""The page Evidence, in the window: from a value to its place and back."""

import pytest
from PySide6.QtCore import Qt

from db.references import Record
from desktop.trail import Address
from desktop.views.evidence_panel import EvidencePanel


@pytest.fixture
def panel(window, app, idle):
    """The page of the shipped library."""
    window.trail.go(Address("", "evidence"))
    idle(app)
    return window.library_pages.in_view()


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_the_page_says_how_much_cites_something_and_what_counts(panel):
    assert panel._share.text().startswith("2,065 of 2,189 values cite something seen.")
    assert "our own summaries are none" in panel._share.accessibleDescription()
    assert panel._count.text() == "192"


def test_the_filters_have_numbers_and_narrow(panel, app, idle):
    assert [panel.state.itemText(at) for at in range(panel.state.count())] == [
        "State",
        "Unsourced (51)",
        "Recalled, not checked (22)",
        "Announced only (51)",
        "Sources disagree, left open (37)",
        "Sources disagree, one followed (31)",
    ]
    choose(panel.state, "announced")
    idle(app)
    assert panel._count.text() == "51 of 192"
    choose(panel.on, "outcome")
    idle(app)
    assert panel._stack.currentWidget() is panel._empty
    panel._empty.pressed.emit()
    idle(app)
    assert panel._count.text() == "192"


def test_enter_leads_to_the_value_and_alt_left_back_to_its_row(panel, window, app, qtbot, idle):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    line = panel.list.line()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    idle(app)
    assert window.trail.here == Address(line.place.uid, "overview", f"record:{line.record.kind}:{line.record.uid}")
    window.trail.back()
    idle(app)
    assert window.library_pages.in_view() is panel
    assert panel.list.line() == line


def test_home_and_end_stay_on_rows(panel, qtbot):
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.currentIndex().row() == panel._model.rowCount() - 1
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert panel.list.currentIndex().row() == 1


def test_the_share_of_a_meeting_leads_to_what_lacks_there(window, app, idle):
    window.trail.go(Address("astana-04"))
    idle(app)
    assert "69 of 70 values cite something seen" in window.meeting.overview.toPlainText()
    assert window.meeting.overview.tip_of("evidence:") == "1 announced only: press to list them"
    window.meeting.overview.link_pressed.emit("evidence:")
    idle(app)
    panel = window.library_pages.in_view()
    assert isinstance(panel, EvidencePanel)
    assert panel.filters().place == Record("meeting", "astana-04")
    assert panel._count.text() == "8 of 192"
    window.trail.back()
    idle(app)
    assert window.trail.here == Address("astana-04")


def test_a_meeting_that_lacks_nothing_shows_all(window, app, idle, panel):
    choose(panel.state, "recalled")
    idle(app)
    window.trail.go(Address("", "evidence", "record:meeting:nowhere"))
    idle(app)
    assert panel._count.text() == "192"


def test_what_is_cited_meanwhile_goes_from_the_list(panel, app, idle):
    line = panel.list.model().row(panel.list.model().index(1, 0))
    assert line.field == "city"
    app.session.run(lambda library: library.citations.add(line.record, source="mfatr-r22", field="city"))
    idle(app)
    assert panel._count.text() == "191"
    app.session.run(lambda library: library.undo())
    idle(app)
    assert panel._count.text() == "192"


def test_a_quote_of_no_meeting_shows_its_form(panel, window, app, idle):
    app.session.run(lambda library: library.quotes.add(uid="loose", form="direct", text="We shall see"))
    idle(app)
    choose(panel.on, "quote")
    idle(app)
    panel.list.setCurrentIndex(panel._model.index(1, 0))
    panel.list._go()
    idle(app)
    assert window.editing.form.records == [Record("quote", "loose")]


def test_a_library_that_lacks_nothing_says_so(start, tmp_path, idle):
    from db import Library

    path = tmp_path / "empty.parley"
    Library.create(path, "Empty").close()
    app = start(path)
    app.window.trail.go(Address("", "evidence"))
    idle(app)
    panel = app.window.library_pages.in_view()
    assert panel._stack.currentWidget() is panel._empty
    assert panel._share.text().startswith("There is nothing here yet that needs a source.")


def test_the_list_of_another_library_replaces_it(panel, window, app, tmp_path, idle):
    from db import Library

    path = tmp_path / "empty.parley"
    Library.create(path, "Empty").close()
    window.open_path(path)
    window.trail.go(Address("", "evidence"))
    idle(app)
    assert panel._model.rowCount() == 0
