"""Following a reading where it stands: the reason, what it means for the field, one step."""

import pytest
from PySide6.QtCore import Qt

from db import Library
from db.references import Record
from desktop.trail import Address
from desktop.views.meeting_panel import MeetingPanel

LAKES = Record("meeting", "m")


def make(path):
    """The file of a library with a made-up meeting that has points in dispute."""
    with Library.create(path, "Talks", author="Ada") as library:
        library.meetings.add(uid="m", kind="summit", title="Lakes", city="Oslo", starts="2031-05-03", ends="2031-05-04")
        for uid, value in (("oslo", "Oslo"), ("bergen", "Bergen (announced) & <b>"), ("plain", "Bergen")):
            library.readings.add(LAKES, uid=uid, about="place", field="city", value=value)
        library.readings.adopt("oslo", "the host")
        library.readings.add(LAKES, uid="late", about="days", field="starts", value="9 May 2031")
        library.readings.add(LAKES, uid="vague", about="days", field="starts", value="early in May")
        library.readings.add(LAKES, uid="calm", about="mood", value="calm")
    return path


@pytest.fixture
def library(open_file, copy_of):
    """A made-up meeting with points in dispute."""
    return open_file(copy_of(make))


@pytest.fixture
def panel(session, library, qtbot, idle):
    """The page of that meeting."""
    panel = MeetingPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 700)
    panel.show()
    panel.show_address(Address("m"))
    idle(session)
    return panel


@pytest.fixture
def ask(panel, session, idle):
    """Presses the link of a reading."""

    def ask(link):
        panel.overview.link_pressed.emit(link)
        idle(session)
        return panel.strip

    return ask


def test_every_reading_offers_to_be_followed_and_the_followed_one_to_be_left(panel):
    html = panel.overview.toHtml()
    assert [uid for uid in ("bergen", "plain", "late", "vague", "calm") if f'"adopt:{uid}"' not in html] == []
    assert '"open:oslo"' in html
    assert '"adopt:oslo"' not in html


def test_a_reading_is_followed_with_its_reason_and_its_field(ask, panel, library, session, qtbot, idle):
    strip = ask("adopt:plain")
    assert not strip.isHidden()
    assert strip.set_field.isChecked()
    qtbot.keyClicks(strip.reason, "two papers say so")
    qtbot.keyClick(strip.reason, Qt.Key.Key_Return)
    idle(session)
    assert strip.isHidden()
    reading = library.readings.get("plain")
    assert (reading.adopted, reading.reason, library.meetings.get("m").city) == (1, "two papers say so", "Bergen")
    assert "two papers say so" in panel.overview.toPlainText()
    assert library.undo().label == "Follow a reading"
    assert library.meetings.get("m").city == "Oslo"


def test_the_keys_reach_the_link_of_a_reading(panel, session, qtbot, idle):
    panel.activateWindow()
    panel.overview.setFocus()
    for _ in range(40):
        qtbot.keyClick(panel.overview, Qt.Key.Key_Tab)
        if panel.overview.textCursor().charFormat().anchorHref() == "adopt:plain":
            break
    qtbot.keyClick(panel.overview, Qt.Key.Key_Return)
    idle(session)
    assert panel.strip._about.text() == "Follow “Bergen”"


def test_the_field_may_stay_as_it_is(ask, library, session, idle):
    strip = ask("adopt:plain")
    strip.set_field.setChecked(False)
    strip.follow_button.click()
    idle(session)
    assert library.readings.get("plain").adopted
    assert library.meetings.get("m").city == "Oslo"


@pytest.mark.parametrize(
    ("uid", "told", "offered"),
    [
        ("plain", "City: “Oslo” becomes “Bergen”, and cites the same passages.", True),
        ("vague", "This is no single value of the field: First day stays “3 May 2031”. Its form can change it.", False),
        ("calm", "", False),
    ],
)
def test_it_says_what_following_means(ask, uid, told, offered):
    strip = ask(f"adopt:{uid}")
    assert strip._means.text() == told
    assert strip.set_field.isVisible() == offered


def test_the_words_of_a_reading_are_plain_text(ask):
    strip = ask("adopt:bergen")
    assert strip._about.text() == "Follow “Bergen (announced) & <b>”"
    assert strip._about.textFormat() == Qt.TextFormat.PlainText


def test_escape_leaves_all_as_it_was(ask, library, qtbot):
    strip = ask("adopt:plain")
    qtbot.keyClick(strip.reason, Qt.Key.Key_Escape)
    assert strip.isHidden()
    assert not library.readings.get("plain").adopted


def test_what_forbids_it_is_said_in_the_strip(ask, library, session, idle):
    strip = ask("adopt:late")
    strip.follow_button.click()
    idle(session)
    assert not strip.isHidden()
    assert "before the start" in strip._problem.text()
    assert not library.readings.get("late").adopted
    strip.set_field.setChecked(False)
    strip.follow_button.click()
    idle(session)
    assert library.readings.get("late").adopted


def test_a_point_can_be_left_open_again(ask, library, panel):
    ask("open:oslo")
    assert not library.readings.get("oslo").adopted
    assert library.undo_labels()[0] == "Leave a point open"
    assert panel.strip.isHidden()


def test_another_page_asks_no_longer(ask, panel, session, idle):
    strip = ask("adopt:plain")
    panel.show_address(Address("m", "quotes"))
    idle(session)
    assert strip.isHidden()


def test_a_library_open_for_reading_offers_nothing(tmp_path, library, session, settings, qtbot, idle):
    path = library.path
    session.close()
    idle(session)
    session.open(Library(path, read_only="Only to look at."), None)
    panel = MeetingPanel(session)
    qtbot.addWidget(panel)
    panel.show_address(Address("m"))
    idle(session)
    assert "adopt:" not in panel.overview.toHtml()
    assert "open:" not in panel.overview.toHtml()
