"""Forms on a library of their own, without a window."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import Library
from db.references import Record
from desktop.drafts import Drafts
from desktop.forms.form_panel import FormPanel
from desktop.forms.name_field import NameField


def make_talks(path):
    """The file of a small made-up library: one meeting with an outcome, a party and a person."""
    with Library.create(path, "Talks", author="Ada") as library:
        library.meetings.add(kind="round", title="First talks", number=1, starts="2031-03-02", uid="m1")
        library.outcomes.add(meeting="m1", act="agreed", text="To meet again", uid="o1")
        library.parties.add(name="Country A", kind="state", uid="a")
        library.people.add(name="Bo Example", uid="bo")
    return path


@pytest.fixture
def talks(copy_of):
    """The path of a small made-up library: one meeting with an outcome, a party and a person."""
    return copy_of(make_talks)


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


def make_names(path):
    """The file of a library with made-up people, parties, topics and tags."""
    with Library.create(path, "Names") as library:
        ada = library.people.add(uid="ada", name="Ada Brandt")
        library.people.add(uid="adam", name="Adam Cole")
        library.aliases.add(record_kind="person", record_uid=ada, form="Ада Брандт")
        library.parties.add(uid="country-a", name="Country A", kind="state")
        library.topics.add(uid="zones", name="zones", label="Zones")
        library.topics.add(uid="detainees", name="detainees", label="Detainees")
        library.tags.add(uid="method", name="method", colour="#3f66a8")
    return path


@pytest.fixture
def names(open_file, copy_of):
    """An open library with made-up people, parties, topics and tags."""
    return open_file(copy_of(make_names, "names.parley"))


@pytest.fixture
def shown(qtbot, names):
    """Shows fields in a window, below one another."""
    windows = []

    def shown(*fields):
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(360, 600)
        layout = QVBoxLayout(window)
        for field in fields:
            layout.addWidget(field)
        layout.addStretch(1)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown


@pytest.fixture
def after(session, names):
    """A field to go on to."""
    return NameField(session, "party", "Party")


@pytest.fixture
def told():
    """Writes down what a field says: `edited` and `left`."""

    def told(field):
        said = []
        field.edited.connect(lambda: said.append("edited"))
        field.left.connect(lambda: said.append("left"))
        return said

    return told
