"""Pairs of which somebody said that they are two: kept with the file, beside the history."""

import pytest

from db import Cancel, Library, integrity, kept_apart
from db.digest import content_digest
from db.errors import BadValue, Gone, ReadOnly


@pytest.fixture
def pair(library):
    return [library.people.add(name=name) for name in ("Ada Brandt", "Ada Brand")]


def said(library):
    with library.reading() as conn:
        return [(set(uids), known.author) for uids, known in kept_apart.pairs(conn, "person").items()]


def test_who_said_it_and_when_is_kept_with_the_file(library, pair):
    kept_apart.keep(library, "person", *pair)
    library.author = None
    kept_apart.keep(library, "person", *reversed(pair))
    assert said(library) == [(set(pair), None)]
    library.close()
    with Library(library.path) as again:
        assert said(again) == [(set(pair), None)]
        with again.reading() as conn:
            assert kept_apart.pairs(conn, "person")[frozenset(pair)].made_at[:2] == "20"
        kept_apart.forget(again, "person", *pair)
        assert said(again) == []
    assert integrity.check(library.path) == []


def test_it_is_no_step_of_the_history_and_no_content(library, pair):
    steps = [step.id for step in library.history.steps(Cancel())]
    with library.reading() as conn:
        before = content_digest(conn)
    kept_apart.keep(library, "person", *pair)
    with library.reading() as conn:
        assert content_digest(conn) == before
    assert [step.id for step in library.history.steps(Cancel())] == steps
    library.undo()
    assert library.undo_labels() == ("Add person", "Add person")
    library.redo()
    assert said(library) == [(set(pair), "Ada")]


def test_only_two_records_that_are_there_can_be_kept_apart(library, pair):
    with pytest.raises(BadValue, match="kept apart from itself"):
        kept_apart.keep(library, "person", pair[0], pair[0])
    with pytest.raises(Gone, match="This person"):
        kept_apart.keep(library, "person", pair[0], "none")
    assert said(library) == []
    library.close()
    with Library(library.path, read_only="Shown.") as shown, pytest.raises(ReadOnly):
        kept_apart.keep(shown, "person", *pair)


def test_what_another_program_wrote_there_is_passed_over(library, pair):
    with library.revise("By hand") as db:
        for key in ("two [", "two [1]", 'two ["person", "a", "b"]', "two "):
            db.conn.execute("INSERT INTO library (key, value) VALUES (?, 'x')", [key])
    kept_apart.keep(library, "person", *pair)
    assert said(library) == [(set(pair), "Ada")]
