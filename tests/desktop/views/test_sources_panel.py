"""The sources of a meeting: the list, the one that is read, and what stays in its place when the page is read again."""

import pytest

from db import Cancel, Library, meeting_page
from db.references import Record
from desktop.views.sources_panel import SourcesPanel

TEXT = "The parties agreed on zones.\n" + "A line that follows.\n" * 200


@pytest.fixture
def panel(qtbot, session, open_file, tmp_path):
    """The sources of a meeting that cites two."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        library.meetings.add(uid="m", kind="round", number=1, title="Round")
        library.sources.add(uid="s", title="Statement", text=TEXT)
        library.sources.add(uid="other", title="Other")
        library.citations.add(Record("meeting", "m"), uid="c", source="s", starts=12, ends=18)
        library.citations.add(Record("meeting", "m"), source="other")
    open_file(path)
    panel = SourcesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    read_page(panel, session)
    return panel


def read_page(panel, session):
    panel.show_page(meeting_page.read(session.library, "m", Cancel()))


def show(panel, session, idle, target):
    panel.show_source(target)
    idle(session)


def test_a_passage_is_read_on_the_page_of_its_meeting(panel, session, idle):
    show(panel, session, idle, f"cite:{session.library.citations.get('c').id}")
    assert panel.reader_in_view() is panel.reader
    assert panel.reader.marked_text() == "agreed"


def test_a_source_without_text_is_shown_too(panel, session, idle):
    show(panel, session, idle, "source:other")
    assert panel.reader_in_view() is panel.reader
    assert panel.view() is panel.reader.uses


def test_what_is_not_there_leads_to_the_list(panel, session, idle):
    show(panel, session, idle, "source:none")
    assert panel.reader_in_view() is None
    assert panel.view() is panel.list


def test_a_page_that_is_read_again_leaves_the_text_in_its_place_until_a_person_asks(panel, session, idle):
    show(panel, session, idle, "source:s")
    bar = panel.reader.text.verticalScrollBar()
    bar.setValue(40)
    read_page(panel, session)
    show(panel, session, idle, "source:s")
    assert bar.value() == 40
    show(panel, session, idle, "source:s")
    assert bar.value() == 0


def test_a_list_that_is_read_again_stays_in_its_place(panel, session, idle):
    def cite(library):
        for number in range(40):
            library.sources.add(uid=f"s-{number}", title="Another")
            library.citations.add(Record("meeting", "m"), source=f"s-{number}")

    session.run(cite)
    idle(session)
    read_page(panel, session)
    panel.show_list()
    bar = panel.list.verticalScrollBar()
    bar.setValue(10)
    read_page(panel, session)
    panel.show_list()
    assert bar.value() == 10


def test_the_focus_goes_into_the_text_with_the_one_who_came_from_the_list(panel, session, idle):
    panel.show_list()
    panel.list.setFocus()
    show(panel, session, idle, "source:s")
    assert panel.reader.text.hasFocus()
