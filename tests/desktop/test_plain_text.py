"""Text is shown as it was typed, whatever is in it: on every page, in tooltips, labels and menus; nothing is loaded."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from desktop.trail import Address
from desktop.widgets.plain_text import tooltip
from tests.desktop.full_meeting import make

FIELDS = {
    "overview": [
        "city", "country", "venue", "summary", "party", "head", "head title", "participation note", "topic",
        "act as worded", "actor", "outcome", "outcome note", "reading", "reason", "other reading", "note",
    ],
    "quotes": ["passage", "reported speech", "recalled speech", "head", "speaker title"],
    "notes": ["note"],
}  # fmt: skip
IMAGE = "\ufffc"  # what stands in a document for a picture


@pytest.fixture
def say(tmp_path):
    """A hostile text for a field."""
    picture = tmp_path / "picture.png"
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(picture))

    def say(field):
        return f"{field}: <img src='file:{picture}'><Iran> & &amp; <b>x</b>  two  spaces \"q\" 'a' </td></table>"

    return say


@pytest.fixture
def hostile(start, tmp_path, say, idle):
    """The window with the page of a hostile meeting."""
    app = start(make(tmp_path / "<b>hostile<br> &amp; x.parley", say, title=say("library title")))
    app.window.trail.go(Address("m"))
    idle(app)
    return app.window


@pytest.mark.parametrize("page", FIELDS)
def test_every_field_of_a_page_is_shown_as_typed(hostile, say, page):
    shown = getattr(hostile.meeting, page).toPlainText()
    assert [field for field in FIELDS[page] if say(field) not in shown] == []
    assert IMAGE not in shown


def test_the_point_in_dispute_is_shown_as_typed_but_for_its_capital(hostile, say):
    assert say("point")[1:] in hostile.meeting.overview.toPlainText()


def test_the_title_page_shows_title_and_notes_as_typed(hostile, say):
    shown = hostile.front.toPlainText()
    assert say("library title") in shown
    assert say("library note") in shown
    assert IMAGE not in shown


def test_the_list_of_sources_shows_them_as_typed(hostile, say, idle):
    hostile.trail.go(Address("m", "sources"))
    idle(hostile.session)
    shown = hostile.meeting.sources.list.toPlainText()
    wanted = ["source title", "publisher", "source note", "other source", "authors", "rights"]
    assert [field for field in wanted if say(field) not in shown] == []
    assert "https://example.org/?a=1&b=<2>" in shown
    assert IMAGE not in shown


def test_the_reader_shows_title_and_words_as_typed(hostile, say, idle):
    hostile.resize(1280, 1000)  # a low window would cut the title
    hostile.trail.go(Address("m", "sources", "quote:q-direct"))
    idle(hostile.session)
    reader = hostile.meeting.sources.reader
    assert reader.text.toPlainText() == f"Before. {say('passage')} After."
    assert reader.marked_text() == say("passage")
    assert any(label.text() == say("source title") for label in reader.findChildren(QLabel))


def test_a_reading_to_be_followed_is_shown_as_typed(hostile, say, idle):
    uid = next(line.uid for line in hostile.meeting._page.readings if not line.adopted)
    hostile.meeting.overview.link_pressed.emit(f"adopt:{uid}")
    idle(hostile.session)
    shown = [label.text() for label in hostile.meeting.strip.findChildren(QLabel)]
    assert any(say("other reading")[:50] in text for text in shown)
    assert {label.textFormat().name for label in hostile.meeting.strip.findChildren(QLabel)} == {"PlainText"}


def test_what_lacks_evidence_is_read_out_as_typed(hostile, say, idle):
    hostile.trail.go(Address("", "evidence"))
    idle(hostile.session)
    model = hostile.library_pages.in_view().list.model()
    said = " ".join(model.index(row, 0).data() for row in range(model.rowCount()))
    assert [field for field in ("title", "city", "head title", "participation note") if say(field) not in said] == []


def test_every_label_of_the_window_takes_plain_text_only(hostile):
    labels = hostile.findChildren(QLabel)
    assert [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText] == [hostile.meeting._kicker]


def test_the_head_of_a_meeting_leads_to_passages_and_shows_its_place_as_typed(hostile, say):
    shown = QTextDocument()
    shown.setHtml(hostile.meeting._kicker.text())
    assert say("city") in shown.toPlainText()
    assert IMAGE not in shown.toPlainText()


def test_the_tips_of_all_marks_are_shown_as_typed(hostile, say):
    tips = [*hostile.meeting.overview._tips.values(), *hostile.meeting.quotes._tips.values()]
    assert any(say("source title") in tip and say("passage") in tip and say("cited words") in tip for tip in tips)
    for tip in tips:
        document = QTextDocument()
        document.setHtml(tooltip(tip))
        assert document.toPlainText() == tip


def test_resting_on_a_mark_shows_its_source(hostile, say, qtbot):
    browser = hostile.meeting.overview
    at = place_of_link(browser, "cite:")
    QApplication.sendEvent(browser.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, browser.viewport().mapToGlobal(at)))
    shown = QTextDocument()
    shown.setHtml(QToolTip.text())
    assert say("source title") in shown.toPlainText()
    QToolTip.hideText()


def test_labels_menus_and_titles_show_paths_and_steps_as_they_are(hostile, say, idle):
    tip = QTextDocument()
    tip.setHtml(hostile._file.toolTip())
    assert tip.toPlainText() == str(hostile.session.library.path)
    assert hostile.windowTitle() == "<b>hostile<br> &amp; x – Parley"
    undo = hostile.actions_by_name["undo"].text()
    assert undo.replace("&&", "&") == f"&Undo “{say('history label')}”"
    recent = hostile.menus._recent
    recent.aboutToShow.emit()
    assert recent.actions()[0].text().replace("&&", "&").startswith("<b>hostile<br> &amp; x  ")


def test_a_hostile_row_is_read_out_as_typed(hostile, say):
    index = hostile.meetings.list.model().index_of("m")
    assert say("title") in index.data()
    quotes = hostile.quotes.list.model()
    assert any(say("passage") in quotes.index(row, 0).data() for row in range(quotes.rowCount()))


def place_of_link(browser, beginning):
    """A point of the viewport on the first link that begins so."""
    for y in range(0, browser.viewport().height(), 3):
        for x in range(0, browser.viewport().width(), 3):
            if browser.anchorAt(QPoint(x, y)).startswith(beginning):
                return QPoint(x + 1, y + 1)
    raise AssertionError(f"no link {beginning} is in view")
