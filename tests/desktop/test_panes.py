"""The panes side by side: which takes the room that comes free, and what they ask for."""

import pytest
from PySide6.QtWidgets import QApplication

from db.references import Record
from desktop.theme import theme


def test_the_page_takes_the_room_that_the_window_or_a_closed_pane_gives(window, qtbot):
    window.resize(1280, 800)
    window.panes.share_out(1280)
    left, page, right = window.panes.sizes()
    window.resize(1480, 800)
    qtbot.waitUntil(lambda: window.panes.sizes() == [left, page + 200, right])
    window.right.hide()
    qtbot.waitUntil(lambda: window.panes.sizes()[0] == left)


QUOTE = "SELECT m.uid, q.uid FROM quotes q JOIN meetings m ON m.id = q.meeting_id"
FORMS = (
    "meeting",
    "event",
    "participation",
    "outcome",
    "quote",
    "source",
    "citation",
    "party",
    "topic",
    "alias",
    "tag",
)


def test_no_page_and_no_form_outgrows_a_small_screen(window, go, idle, qtbot):
    window.look.zoom(200)
    window.resize(1280, 768)
    window.panes.share_out(1280)
    with window.session.library.reading() as conn:
        meeting, quote = conn.execute(QUOTE).fetchone()
    for address in ((meeting, "sources", f"quote:{quote}"), (meeting, "overview"), (meeting, "edit")):
        go(*address)
        QApplication.processEvents()
    window.editing.edit_one(Record("meeting", meeting))
    form = window.editing.form
    qtbot.waitUntil(lambda: form.form.content is not None)
    QApplication.processEvents()
    assert window.height() == 768


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_is_as_narrow_as_the_pane_of_the_form_can_be(window, kind, qtbot):
    window.look.zoom(200)
    window.editing.add(kind)
    form = window.editing.form.form
    qtbot.waitUntil(lambda: bool(form.fields))
    wide = {name for name, field in form.fields.items() if field.minimumSizeHint().width() > theme.px(150)}
    assert wide == set()
