import pytest
from PySide6.QtCore import Qt

from db import Library
from db.evidence_list import EvidenceFilters, Heading
from db.references import Record
from desktop.models.evidence_list import EvidenceListModel
from desktop.models.paged_list import LINE


@pytest.fixture
def library(open_file, tmp_path):
    """A made-up meeting with values of several states."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks") as library:
        library.meetings.add(
            uid="m", kind="round", number=1, title="First talks", starts="2031-05-03", ends="2031-05-04"
        )
        library.parties.add(uid="a", name="Country A", kind="state")
        line = library.participations.add(meeting="m", party="a", role="host", attendance="announced")
        library.citations.add(Record("participation", line), source=library.sources.add(title="Plan"))
        library.citations.add(Record("meeting", "m"), field="starts")
        library.quotes.add(uid="q", form="direct", text="We shall\nsee")
        library.readings.add(Record("meeting", "m"), about="mood", value="calm")
        library.readings.add(Record("meeting", "m"), about="mood", value="tense")
    return open_file(path)


@pytest.fixture
def model(session, library, qtmodeltester, idle):
    """What that library lacks."""
    model = EvidenceListModel(session)
    qtmodeltester.check(model)
    model.refresh()
    idle(session)
    return model


def rows(model):
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_rows_stand_under_their_meetings_in_words(model):
    assert rows(model) == [
        "First talks · 3–4 May 2031",
        "unsourced, Number: 1, Meeting",
        "recalled, not checked, First day: 3 May 2031, Meeting",
        "unsourced, Last day: 4 May 2031, Meeting",
        "announced only, Attendance: announced only, Participant line “Country A”, 1 source",
        "sources disagree, left open, Mood, calm / tense",
        "Of no meeting",
        "unsourced, Words: We shall\nsee, Quote “We shall see”",
    ]


def test_headings_cannot_be_chosen(model):
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert isinstance(model.data(model.index(0, 0), LINE), Heading)


def test_what_is_narrowed_keeps_the_numbers_of_all(model, session, idle):
    model.search(EvidenceFilters(state="recalled"))
    idle(session)
    assert rows(model)[1:] == ["recalled, not checked, First day: 3 May 2031, Meeting"]
    assert model.rows == 1
    assert dict(model.facets.states) == {"unsourced": 3, "recalled": 1, "announced": 1, "open": 1}
    model.search(EvidenceFilters(place=Record("event", "nowhere")))
    idle(session)
    assert rows(model) == []
