"""A library in which every field holds the worst that it can hold is read by every list and page as any other."""

import shutil

import pytest

from db import (
    Cancel,
    Library,
    adopting,
    contested,
    evidence_list,
    front_page,
    likely_twins,
    meeting_list,
    meeting_page,
    merging,
    name_matches,
    note_list,
    quote_query,
    record_form,
    registers,
    work_list,
)
from db.evidence_list import EvidenceFilters
from db.note_list import NoteFilters
from db.references import MERGED, Record
from tests.db.any_work import furnish
from tests.db.test_bad_input import HOSTILE, KINDS, fields_of

NAMED = ("party", "person", "topic", "tag", "meeting", "source")
NO_CANCEL = Cancel()


@pytest.fixture(scope="module", params=["markup", "breaks", "scripts", "emoji", "signs", "noncharacters", "a megabyte"])
def hostile(request, empty, tmp_path_factory):
    """A library with some records of each kind, all text fields of which hold one text."""
    path = shutil.copy(empty, tmp_path_factory.mktemp("hostile") / "talks.parley")
    furnish(path)
    with Library(path, author="Ada") as library:
        fill(library, HOSTILE[request.param])
        yield library


def fill(library, text):
    """Put a text into every field that takes it, with a number where two may not have the same.

    It is one step: each record is then taken into the indexes once, not with all that is stored around it.
    """
    with library.revise("Fill every field"):
        for kind in KINDS:
            fields = fields_of(library, kind)[1] - ({"text"} if kind == "source" else set())
            fields -= {"exact", "prefix", "suffix"}
            for number, uid in enumerate(uids(library, kind)):
                own = f"{text}{number}" if kind in ("topic", "tag", "alias") else text
                record_form.store(library, Record(kind, uid), dict.fromkeys(fields, own))


def uids(library, kind):
    return [record.uid for record in library.noun(kind).all(NO_CANCEL)]


def test_pages_of_meetings_and_of_the_library(hostile):
    assert front_page.read(hostile, NO_CANCEL)
    assert len(meeting_list.lines(hostile, NO_CANCEL)) == 4
    assert len(meeting_list.words(hostile, NO_CANCEL)) == 4
    for kind in ("meeting", "event"):
        for uid in uids(hostile, kind):
            assert meeting_page.read(hostile, uid, NO_CANCEL).facts.uid == uid
            assert work_list.lines(hostile, Record(kind, uid), NO_CANCEL)


def test_registers_and_notes(hostile):
    for name in ("parties", "people", "topics", "sources", "spellings", "tags"):
        assert registers.lines(hostile, name, NO_CANCEL)
    notes = note_list.find(hostile, NoteFilters(), NO_CANCEL)
    assert len(note_list.lines(hostile, notes)) == len(note_list.words(hostile, NO_CANCEL)) == 4
    assert note_list.facets(hostile, NO_CANCEL)


def test_what_lacks_evidence_and_what_is_in_dispute(hostile):
    found = evidence_list.find(hostile, EvidenceFilters(), NO_CANCEL)
    assert found.rows
    assert None not in evidence_list.lines(hostile, found.keys)
    points = contested.contested(hostile, NO_CANCEL)
    assert points
    for reading in (reading for point in points for reading in point.readings):
        assert adopting.look(hostile, reading.uid, NO_CANCEL).reading.uid == reading.uid


@pytest.mark.parametrize("typed", ["", "signs", "quotes of search", "noncharacters", "a megabyte"])
def test_names_and_words_are_looked_for(hostile, typed):
    typed = HOSTILE.get(typed, "")
    for kind in NAMED:
        name_matches.find(hostile, kind, typed, NO_CANCEL)
    hostile.quotes.find(quote_query.parse(typed), NO_CANCEL)
    note_list.narrow([1], {1: "a"}, typed, NO_CANCEL)


@pytest.mark.parametrize("kind", MERGED)
def test_twins_and_what_a_merge_would_do(hostile, kind):
    one, other = uids(hostile, kind)[:2]
    assert merging.preview(hostile, kind, one, other, NO_CANCEL).other.uid == other
    if kind in likely_twins.KINDS:
        likely_twins.find(hostile, kind, NO_CANCEL)


@pytest.mark.parametrize("kind", KINDS)
def test_forms_and_the_history_of_every_kind(hostile, kind):
    records = [Record(kind, uid) for uid in uids(hostile, kind)]
    record_form.read_many(hostile, records, NO_CANCEL)
    for record in records[:1]:
        content = record_form.read(hostile, record, NO_CANCEL)
        assert content.record == record
        record_form.warnings(hostile, record, content.values, NO_CANCEL)
        assert hostile.history.then(record, "2100-01-01", NO_CANCEL)
        for step in hostile.history.steps_of(record, NO_CANCEL):
            assert hostile.history.change_page(step.id, record, NO_CANCEL).changes


def test_what_was_removed_is_listed_and_comes_back(hostile):
    events = uids(hostile, "event")
    hostile.events.remove(*events)
    assert [removed.uid for removed in hostile.history.removed(NO_CANCEL)] == events[::-1]
    hostile.history.restore(Record("event", events[0]))
    assert len(hostile.history.removed(NO_CANCEL)) == 1
    for _ in range(2):
        hostile.undo()
