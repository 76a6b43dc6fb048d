"""Forms on a library of their own, without a window."""

import pytest

from db import Library
from db.references import Record
from desktop.drafts import Drafts
from desktop.forms.form_panel import FormPanel


@pytest.fixture
def talks(tmp_path):
    """The path of a small made-up library: one meeting with an outcome, a party and a person."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        library.meetings.add(kind="round", title="First talks", number=1, starts="2031-03-02", uid="m1")
        library.outcomes.add(meeting="m1", act="agreed", text="To meet again", uid="o1")
        library.parties.add(name="Country A", kind="state", uid="a")
        library.people.add(name="Bo Example", uid="bo")
    return path


@pytest.fixture
def library(open_file, talks):
    """That library, open in the session."""
    return open_file(talks)


@pytest.fixture
def drafts(session):
    """The drafts of the session."""
    return Drafts(session)


@pytest.fixture
def panel(library, session, drafts, settings, qtbot):
    """The pane with the form, shown."""
    panel = FormPanel(session, drafts, settings)
    qtbot.addWidget(panel)
    panel.resize(380, 700)
    panel.show()
    return panel


@pytest.fixture
def form_of(panel, session, qtbot):
    """Shows the form of a record and gives it once it is filled."""

    def form_of(kind, uid):
        panel.show_record(Record(kind, uid))
        qtbot.waitUntil(lambda: not session.tasks.busy and bool(panel.form.fields))
        return panel.form

    return form_of
