from datetime import datetime

import pytest

from db import Cancel, note_list
from db.note_list import NoteFilters
from db.references import Record


@pytest.fixture
def notes(library, talks):
    """Notes by four hands on different things, oldest first."""

    def on(record, body, author, made_at, **given):
        library.author = author
        uid = library.notes.add(record, body=body, **given)
        with library.revise("Date") as db:
            db.conn.execute("UPDATE notes SET made_at = ? WHERE uid = ?", [made_at, uid])
        return uid

    found = [
        on(Record("meeting", talks.meeting), "Or the 22nd?", "Ada", "2024-12-31T12:00:00Z", field="starts"),
        on(Record("outcome", talks.ceasefire), "Çompare the text", None, "2026-06-01T12:00:00Z"),
        on(Record("quote", talks.quote), "Verbatim", "Bea", "2026-06-15T12:00:00Z"),
    ]
    library.author = "Ada"
    passage = library.notes.add_on_passage(talks.source, 4, 13, "Which ones?")
    with library.revise("Date") as db:
        db.conn.execute("UPDATE notes SET made_at = '2026-07-01T12:00:00Z' WHERE uid = ?", [passage])
    return [*found, passage]


@pytest.fixture
def bodies(library):
    """What is found, newest first, by the notes' bodies."""

    def bodies(text="", **filters):
        ids = note_list.find(library, NoteFilters(**filters), Cancel())
        if text:
            ids = note_list.narrow(ids, note_list.words(library, Cancel()), text, Cancel())
        return [line.body for line in note_list.lines(library, ids) if line]

    return bodies


@pytest.fixture
def lines(library):
    """Notes by uid, as the list shows them."""

    def lines(*uids):
        found = note_list.lines(library, [library.notes.get(uid).id for uid in uids])
        return [line for line in found if line]

    return lines


def test_an_empty_library_has_no_notes(library):
    assert list(note_list.find(library, NoteFilters(), Cancel())) == []
    assert note_list.facets(library, Cancel()) == ([], [], [], [], 0)


def test_the_newest_note_comes_first(notes, bodies):
    assert bodies() == ["Which ones?", "Verbatim", "Çompare the text", "Or the 22nd?"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"author": "Ada"}, ["Which ones?", "Or the 22nd?"]),
        ({"author": note_list.NO_AUTHOR}, ["Çompare the text"]),
        ({"since": "2026-06", "until": "2026-06"}, ["Verbatim", "Çompare the text"]),
        ({"since": "2026-06-02"}, ["Which ones?", "Verbatim"]),
        ({"until": "2024"}, ["Or the 22nd?"]),
        ({"on": "passage"}, ["Which ones?"]),
        ({"on": "source"}, []),
        ({"on": "outcome"}, ["Çompare the text"]),
        ({"on": "outcome", "author": "Bea"}, []),
    ],
)
def test_notes_are_narrowed(notes, bodies, filters, found):
    assert bodies(**filters) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("compare", ["Çompare the text"]),
        ("bea", ["Verbatim"]),
        ("first round", ["Or the 22nd?"]),
        ("ministers", ["Which ones?"]),
        ("joint ada", ["Which ones?"]),
        ("nothing of the kind", []),
    ],
)
def test_words_are_looked_for_in_the_note_its_author_and_what_it_is_on(notes, bodies, text, found):
    assert bodies(text) == found


def test_a_tag_stands_for_its_narrower_ones(library, notes, bodies):
    wide = library.tags.add(name="doubt")
    below = library.tags.add(name="date", parent=wide)
    library.tags.put(below, Record("note", notes[0]))
    library.tags.put(wide, Record("note", notes[2]))
    assert bodies(tag=library.tags.get(wide).id) == ["Verbatim", "Or the 22nd?"]
    assert bodies(tag=library.tags.get(below).id) == ["Or the 22nd?"]
    assert [(tag.name, tag.level, tag.number) for tag in note_list.facets(library, Cancel()).tags] == [
        ("doubt", 0, 2), ("date", 1, 1),
    ]  # fmt: skip


def test_a_line_tells_what_the_note_is_on(library, talks, notes, lines):
    library.notes.add(Record("note", notes[0]), body="No")
    library.tags.put(library.tags.add(name="doubt", colour="#a03c2e"), Record("note", notes[0]))
    first, _, _, passage = lines(*notes)
    assert (first.on, first.record, first.field, first.title, first.meeting) == (
        "meeting", ("meeting", talks.meeting), "starts", "First round", talks.meeting,
    )  # fmt: skip
    assert (first.notes, [tag.colour for tag in first.tags], first.passage) == (1, ["#a03c2e"], None)
    local = datetime.fromisoformat("2024-12-31T12:00:00+00:00").astimezone().date().isoformat()
    assert first.day == local
    assert (passage.on, passage.passage, passage.title, passage.meeting) == (
        "passage", "ministers", "Joint statement", None,
    )  # fmt: skip
    assert passage.citation == library.notes.get(notes[3]).citation_id


def test_a_removed_note_leaves_a_gap_in_its_page(library, notes):
    ids = list(note_list.find(library, NoteFilters(), Cancel()))
    library.notes.remove(notes[1])
    assert [line and line.author for line in note_list.lines(library, ids)] == ["Ada", "Bea", None, "Ada"]


def test_a_note_on_a_note_belongs_to_the_meeting_of_that(library, talks, notes, lines):
    reply = library.notes.add(Record("note", notes[2]), body="Indeed")
    (line,) = lines(reply)
    assert (line.on, line.title, line.meeting, line.meeting_title) == (
        "note", "Verbatim", talks.meeting, "First round",
    )  # fmt: skip


def test_long_notes_are_shown_by_their_beginning(library, talks, bodies):
    library.notes.add(Record("quote", talks.quote), body="x" * 1_000_000)
    assert [len(body) for body in bodies()] == [note_list.SHOWN]


def test_facets_count_what_occurs(notes, library):
    facets = note_list.facets(library, Cancel())
    assert facets.authors == [("Ada", 2), ("", 1), ("Bea", 1)]
    assert facets.months == [("2026-07", 1), ("2026-06", 2), ("2024-12", 1)]
    assert facets.on == [("meeting", 1), ("outcome", 1), ("quote", 1), ("passage", 1)]
    assert facets.total == 4
