"""The line that asks for a name refuses, at the line, one that no library can keep."""

import pytest

from desktop.forms.name_strip import NameStrip
from desktop.settings import AUTHOR, AUTHOR_ASKED


@pytest.fixture
def strip(library, session, settings, qtbot):
    strip = NameStrip(session, settings)
    qtbot.addWidget(strip)
    strip.ask()
    return strip


def test_a_name_is_kept_and_not_asked_for_again(strip, session, settings):
    strip.line.setText("  Bo Example ")
    strip.line.returnPressed.emit()
    assert (session.library.author, settings.get(AUTHOR)) == ("Bo Example", "Bo Example")
    assert strip.isHidden()
    strip.ask()
    assert strip.isHidden()


def test_a_name_that_cannot_be_kept_is_refused_at_its_line(strip, session, settings):
    before = session.library.author
    strip.line.setText("Bo\0")
    strip.line.returnPressed.emit()
    assert strip.problem.text() == "Your name holds a NUL character, which no text can keep. Remove it."
    assert not strip.problem.isHidden()
    assert not strip.isHidden()
    assert strip.line.accessibleDescription() == strip.problem.text()
    assert (session.library.author, settings.get(AUTHOR), settings.get(AUTHOR_ASKED)) == (before, "", False)
    strip.line.setText("Bo")
    strip.line.returnPressed.emit()
    assert (strip.problem.text(), session.library.author, strip.isHidden()) == ("", "Bo", True)
