"""The model of the meeting list: years and meetings, narrowed, and right through edits, undo and other libraries."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Cancel, Library
from desktop.commands import edit, libraries
from desktop.models.meeting_list import LINE, TAGS, TO_PASSAGE, MeetingListModel, heading, marks, spoken, when

TURKEY = "Türkiye"


@pytest.fixture
def talks(library):
    """A small library: two rounds, a ministerial, one without a date, an event."""
    with library.revise("Make talks"):
        library.meetings.add(uid="r-01", kind="round", number=1, title="Round one", starts="2017-01-23", city="Astana")
        library.meetings.add(uid="r-02", kind="round", number=2, title="Round two", starts="2018-03", city="Sochi")
        library.meetings.add(
            uid="m-01", kind="ministerial", title="Çavuşoğlu hosts", starts="2017-11-19", held="planned"
        )
        library.meetings.add(uid="w-01", kind="working-group", title="Missing persons")
        party = library.parties.add(name=TURKEY, short_name="Turkey", kind="state")
        head = library.people.add(name="Sedat Önal")
        library.participations.add(meeting="r-02", party=party, head=head, role="guarantor", attendance="reported")
        library.events.add(
            uid="e-01", kind="detainee-exchange", number=1, title="First exchange", happened="2018-11-24"
        )
        library.notes.add(("meeting", "r-01"), body="Look again")
    library.close()
    return library.path


@pytest.fixture
def model(session, open_file, talks, qtmodeltester):
    """The model over the small library, watched by Qt's own tester all the time."""
    model = MeetingListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    open_file(talks)
    return model


def shown(model):
    """What the rows say, in short: headings as they are, meetings by uid."""
    rows = [model.index(row, 0).data(LINE) for row in range(model.rowCount())]
    return [row if isinstance(row, str) else row.uid for row in rows]


ALL = ["2017", "r-01", "m-01", "2018", "r-02", "e-01", "Date not known", "w-01"]


def test_meetings_stand_under_their_years_and_undated_ones_last(model, qtmodeltester):
    qtmodeltester.check(model)
    assert shown(model) == ALL
    assert (model.total, model.kinds) == (5, ["round", "ministerial", "working-group", "detainee-exchange"])


def test_headings_can_be_neither_chosen_nor_focused(model):
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert (model.line(model.index(0, 0)), model.line(QModelIndex())) == (None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two", ["2018", "r-02"]),
        ("SOCHI", ["2018", "r-02"]),
        ("turkiye", ["2018", "r-02"]),
        ("turkey", ["2018", "r-02"]),
        ("onal", ["2018", "r-02"]),
        ("cavusoglu", ["2017", "m-01"]),
        ("ÇAVUŞOĞLU", ["2017", "m-01"]),
        ("round sochi", ["2018", "r-02"]),
        ("  ", ALL),
        ("nobody", []),
        ("\0", ALL),
        ("round 2", ["2018", "r-02"]),
        ("2017 ministerial", ["2017", "m-01"]),
        ("x" * 10_000, []),
        ("😀 ایران", []),
    ],
)
def test_the_filter_looks_at_title_city_party_and_person(model, idle, session, qtmodeltester, text, found):
    model.narrow(text, frozenset())
    idle(session)
    qtmodeltester.check(model)
    assert shown(model) == found


def test_kinds_and_words_narrow_together(model, idle, session):
    model.narrow("", frozenset({"ministerial", "detainee-exchange"}))
    idle(session)
    assert shown(model) == ["2017", "m-01", "2018", "e-01"]
    model.narrow("exchange", frozenset({"ministerial", "detainee-exchange"}))
    idle(session)
    assert shown(model) == ["2018", "e-01"]


def test_a_narrower_filter_drops_the_one_running(model, idle, session):
    told = []
    model.shown.connect(lambda *counts: told.append(counts))
    for text in ("r", "ro", "round", "round one"):
        model.narrow(text, frozenset())
    idle(session)
    assert shown(model) == ["2017", "r-01"]
    assert told == [(1, 5)]


def test_an_edit_and_its_undo_show_at_once_under_the_filter(model, idle, session, qtmodeltester):
    model.narrow("sochi", frozenset())
    idle(session)
    session.run(lambda library: library.meetings.edit("r-01", city="Sochi"))
    idle(session)
    assert shown(model) == ["2017", "r-01", "2018", "r-02"]
    edit.undo(session)
    idle(session)
    qtmodeltester.check(model)
    assert shown(model) == ["2018", "r-02"]


def test_a_filter_that_was_still_running_cannot_bring_back_what_an_edit_changed(model, idle, session):
    session.run(lambda library: library.meetings.edit("r-01", title="Round one and a half"))
    model.narrow("", frozenset())
    idle(session)
    assert heading_of(model, "r-01").title == "Round one and a half"


def test_a_removed_meeting_goes_and_undo_brings_it_back(model, idle, session):
    session.run(lambda library: library.meetings.remove("r-02"))
    idle(session)
    assert "r-02" not in shown(model)
    assert not model.index_of("r-02").isValid()
    edit.undo(session)
    idle(session)
    assert shown(model) == ALL


def test_another_library_lets_go_of_every_row_at_once(model, session, settings, idle, tmp_path, finish_reads):
    Library.create(tmp_path / "other.parley", "Other").close()
    model.narrow("round", frozenset())
    finish_reads()
    libraries.open_library(session, settings, tmp_path / "other.parley")
    assert shown(model) == []
    told = []
    model.shown.connect(lambda *counts: told.append(counts))
    idle(session)
    assert (shown(model), told) == ([], [(0, 0)])


def test_without_a_library_the_filter_finds_nothing(session, idle):
    model = MeetingListModel(session)
    model.narrow("round", frozenset())
    idle(session)
    assert shown(model) == []


def test_rows_are_read_out_in_words(model):
    assert spoken(heading_of(model, "r-01")) == "Round 1 · Astana, 23 January 2017, 1 note"
    assert spoken(heading_of(model, "m-01")).endswith("19 November 2017, planned only")
    assert spoken(heading_of(model, "e-01")).endswith("24 November 2018")
    assert spoken(heading_of(model, "w-01")) == "Missing persons, Working group · date not known"
    assert model.index_of("r-01").data() == model.index_of("r-01").data(Qt.ItemDataRole.AccessibleTextRole)


def test_disputes_and_notes_are_counted_in_words(model):
    line = heading_of(model, "r-01")
    assert marks(line._replace(disputed=1, notes=2, held="unconfirmed")) == [
        "not confirmed",
        "1 point disputed",
        "2 notes",
    ]
    assert marks(line._replace(disputed=3, notes=0)) == ["3 points disputed"]
    assert heading(line._replace(number=None, city=None)) == line.title
    assert when(line._replace(starts=None, ends=None)) == "date not known"


def heading_of(model, uid):
    """The line of a meeting."""
    return model.line(model.index_of(uid))


@pytest.fixture
def tagged(model, session, idle):
    """Tags put on things of the small library, and read by the model; their ids by name."""

    def make(library):
        wide = library.tags.add(name="zones", colour="#a03c2e")
        low = library.tags.add(name="idlib", parent=wide)
        library.tags.put(wide, ("meeting", "r-01"))
        library.tags.put(low, ("meeting", "r-01"), ("event", "e-01"))
        return {"zones": library.tags.get(wide).id, "idlib": library.tags.get(low).id}

    made = []
    session.run(make, made.append)
    model.read_tags()
    idle(session)
    return made[0]


def test_tags_are_read_only_when_they_are_wanted(model, session, idle):
    told = []
    model.tagged.connect(told.append)
    session.run(lambda library: library.tags.put(library.tags.add(name="zones"), ("meeting", "r-01")))
    idle(session)
    assert (told, model.tags("r-01")) == ([], ())
    model.read_tags()
    idle(session)
    assert [tag.name for tag in model.tags("r-01")] == ["zones"]
    assert [choice.name for choice in told[0].choices] == ["zones"]


def test_tags_stand_on_their_rows_also_in_words(model, tagged):
    index = model.index_of("r-01")
    assert [tag.colour for tag in index.data(TAGS)] == [None, "#a03c2e"]
    assert index.data().endswith("Tags: idlib, zones")
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith(f"\nTags: idlib, zones\n{TO_PASSAGE}")
    assert model.index_of("e-01").data().endswith("Tag: idlib")
    assert (model.index_of("r-02").data(TAGS), model.index(0).data(TAGS)) == ((), ())


def test_a_tag_narrows_with_its_narrower_ones_with_kinds_and_words(model, tagged, session, idle):
    def found(text, kinds, tag):
        model.narrow(text, frozenset(kinds), tagged[tag])
        idle(session)
        return shown(model)

    assert found("", (), "zones") == ["2017", "r-01", "2018", "e-01"]
    assert found("", ("round",), "zones") == ["2017", "r-01"]
    assert found("exchange", (), "idlib") == ["2018", "e-01"]
    assert found("astana", ("summit",), "zones") == []


def test_a_narrowed_list_follows_what_becomes_of_the_tag(model, tagged, session, idle):
    def put(library):
        library.tags.put(library.tags.all(Cancel())[-1].uid, ("meeting", "w-01"))

    model.narrow("", frozenset(), tagged["zones"])
    session.run(put)
    idle(session)
    assert shown(model) == ["2017", "r-01", "2018", "e-01", "Date not known", "w-01"]
    edit.undo(session)
    idle(session)
    assert shown(model) == ["2017", "r-01", "2018", "e-01"]
    session.run(lambda library: library.meetings.remove("r-01"))
    idle(session)
    assert shown(model) == ["2018", "e-01"]


def test_a_tag_that_is_gone_narrows_nothing(model, tagged, session, idle):
    model.narrow("", frozenset(), tagged["zones"])
    for _ in range(4):
        edit.undo(session)
    idle(session)
    assert shown(model) == ALL


def test_another_library_has_tags_of_its_own(model, tagged, session, idle, settings, tmp_path):
    Library.create(tmp_path / "other.parley", "Other").close()
    libraries.open_library(session, settings, tmp_path / "other.parley")
    assert model.tags("r-01") == ()
    idle(session)
    assert (model.tags("r-01"), shown(model)) == ((), [])
