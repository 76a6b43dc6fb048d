import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from db import Library, index_steps, indexing, integrity, record_index
from db.cancel import Cancel
from db.errors import DiskFull
from db.everything import find
from db.index_state import VERSION
from db.record_entries import WORDS
from db.references import Record

FORMATS = Path(__file__).parent / "formats"
LONG = "\n\n".join(f"Paragraph {number} of an invented statement on talks." for number in range(3000))


def wrong(library):
    with library.reading() as conn:
        return record_index.out_of_step(conn)


def is_whole(library):
    with library.reading() as conn:
        return record_index.is_whole(conn)


def rows(library, text):
    """How many rows of the index have a word."""
    with library.reading() as conn:
        sql = "SELECT count(*) FROM record_index WHERE record_index MATCH ?"
        return conn.execute(sql, [f'"{text}"']).fetchone()[0]


def places(library):
    with library.reading() as conn:
        return dict(conn.execute("SELECT place, digest FROM record_places").fetchall())


def finish(library):
    while not indexing.advance(library).whole:
        pass


def make_anew(library):
    indexing.begin_anew(library)
    steps = 1
    while not indexing.advance(library).whole:
        steps += 1
    return steps


def furnished(library, talks):
    tag = library.tags.add(name="zones", description="On the zones")
    library.notes.add(Record("quote", talks.quote), body="Which solution?")
    library.readings.add(Record("meeting", talks.meeting), about="place", value="Astana", reason="As printed")
    library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Лавров")
    library.aliases.add(record_kind="term", canonical="ceasefire", form="truce")
    library.events.add(kind="other", title="An exchange", happened="2017-02")
    return tag


def test_the_index_is_in_step_after_every_kind_of_write(library, talks):
    tag = furnished(library, talks)
    library.sources.edit(talks.source, text="Other words.\n\nAnd more.")
    library.sources.edit(talks.source, title="Renamed")
    library.people.edit(talks.lavrov, name="Lawrow")
    library.parties.merge(talks.turkey, talks.russia)
    library.tags.remove(tag)
    library.meetings.remove(talks.meeting)
    assert (wrong(library), is_whole(library)) == (0, True)
    while library.undo_labels()[0]:
        library.undo()
        assert (wrong(library), is_whole(library)) == (0, True)
    while library.undo_labels()[1]:
        library.redo()
        assert (wrong(library), is_whole(library)) == (0, True)


def test_a_person_is_in_the_index_under_all_spellings_as_long_as_they_are_filed(library, talks):
    other = library.people.add(name="Somebody")
    alias = library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Minister Quux")
    assert rows(library, "quux") == 1
    library.aliases.edit(alias, record_uid=other)
    assert (rows(library, "quux"), wrong(library)) == (1, 0)
    library.aliases.remove(alias)
    assert (rows(library, "quux"), wrong(library)) == (0, 0)


def test_a_word_put_right_in_a_long_text_leaves_the_other_paragraphs_alone(library):
    source = library.sources.add(title="Long", text=LONG)
    before = places(library)
    library.sources.edit(source, text=LONG.replace("Paragraph 1500 ", "Paragraph the 1500th ", 1))
    after = places(library)
    assert len(set(before.items()) ^ set(after.items())) == 2
    assert wrong(library) == 0


def test_another_title_leaves_the_paragraphs_alone(library):
    source = library.sources.add(title="Long", text=LONG)
    before = places(library)
    library.sources.edit(source, title="Longer")
    assert len(set(before.items()) ^ set(places(library).items())) == 2


def test_making_the_index_anew_takes_several_steps_and_ends_with_the_same(library, talks, monkeypatch):
    furnished(library, talks)
    library.sources.add(title="Long", text=LONG)
    monkeypatch.setattr(index_steps, "STEP", 20_000)

    def held():
        with library.reading() as conn:
            return sorted(conn.execute("SELECT name, text, whole, latin, keys, facets FROM record_index").fetchall())

    before = held()
    assert make_anew(library) > 5
    assert held() == before
    assert (wrong(library), is_whole(library)) == (0, True)
    assert library.undo_labels()[0] != "Take texts into the index"


def test_edits_while_the_index_is_made_are_in_step_with_what_is_reached(library, talks, monkeypatch):
    furnished(library, talks)
    long = library.sources.add(title="Long", text=LONG)
    monkeypatch.setattr(index_steps, "STEP", 20_000)
    indexing.begin_anew(library)
    done = 0
    while not indexing.advance(library).whole:
        done += 1
        library.people.edit(talks.lavrov, name=f"Sergey Lavrov {done}")
        library.outcomes.edit(talks.ceasefire, text=f"A mechanism, word{done}")
        library.sources.edit(long, text=f"Beginning {done}.\n\n{LONG}")
        assert wrong(library) == 0
        if done == 3:
            library.sources.edit(talks.source, text=None)
            library.undo()
        assert not is_whole(library)
        if done == 6:
            monkeypatch.setattr(index_steps, "STEP", 10_000_000)
    assert (wrong(library), is_whole(library), rows(library, f"word{done}")) == (0, True, 1)


def test_progress_rises_and_ends_whole(library, talks, monkeypatch):
    library.sources.add(title="Long", text=LONG)
    monkeypatch.setattr(index_steps, "STEP", 500)
    indexing.begin_anew(library)
    assert not indexing.how_far(library, Cancel()).whole
    seen = []
    while not (progress := indexing.advance(library)).whole:
        seen.append(progress.done)
    assert seen == sorted(seen)
    assert indexing.how_far(library, Cancel()).whole


def test_progress_goes_by_the_length_of_texts(library, talks, monkeypatch):
    """Else a library with few long sources would be said to be all but ready for minutes."""
    for number in range(8):
        library.sources.add(title=f"Long {number}", text=LONG)
    monkeypatch.setattr(index_steps, "STEP", len(LONG))
    indexing.begin_anew(library)
    seen = []
    while not (progress := indexing.advance(library)).whole:
        seen.append(progress.done / progress.total)
    assert len(seen) > 8
    assert all(abs(share - at / len(seen)) < 0.25 for at, share in enumerate(seen))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM library WHERE key = 'record_index'",
        "UPDATE library SET value = 'nonsense' WHERE key = 'record_index'",
        f"UPDATE library SET value = '{VERSION} whole x y' WHERE key = 'record_index'",
        "UPDATE library SET value = '0 whole 0 ' || (SELECT max(id) FROM changes) WHERE key = 'record_index'",
        f"UPDATE library SET value = '{VERSION} whole 0 1' WHERE key = 'record_index'",
    ],
)
def test_an_index_whose_version_or_check_is_off_is_made_anew_and_no_damage(library, talks, statement):
    library.writer.conn.execute(statement)
    assert not is_whole(library)
    library.people.add(name="Added meanwhile")
    assert not is_whole(library)
    library.close()
    assert integrity.check(library.path) == []
    with Library(library.path) as again:
        finish(again)
        assert (wrong(again), is_whole(again)) == (0, True)
        assert find(again, "meanwhile", Cancel()).groups


def test_a_library_of_an_older_format_is_indexed_in_steps(tmp_path, monkeypatch):
    monkeypatch.setattr(index_steps, "STEP", 1)
    path = Path(shutil.copy(FORMATS / "2.parley", tmp_path / "old.parley"))
    with Library(path) as library:
        assert not is_whole(library)
        assert find(library, "lavrov", Cancel()).whole is False
        finish(library)
        assert (wrong(library), is_whole(library)) == (0, True)
        assert find(library, "lavrov", Cancel()).groups


def test_an_empty_library_needs_no_indexing(library):
    assert is_whole(library)


def test_a_damaged_index_is_put_aside_by_an_edit_which_is_kept(library, talks):
    library.writer.conn.execute("DELETE FROM record_index_data")
    library.close()
    with Library(library.path) as again:
        again.people.edit(talks.lavrov, name="Lawrow")
        assert again.people.get(talks.lavrov).name == "Lawrow"
        finish(again)
        assert (wrong(again), is_whole(again)) == (0, True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_index SET name = 'x' WHERE rowid = 1",
        "DELETE FROM record_places WHERE place = 1",
        f"DELETE FROM {WORDS} WHERE word = 'sergey'",
    ],
)
def test_an_index_out_of_step_is_counted(library, talks, statement):
    library.writer.conn.execute(statement)
    assert wrong(library) > 0
    library.close()
    (problem,) = integrity.check(library.path)
    assert "The index of records is out of step" in problem


def test_a_full_disk_keeps_the_old_index(library, talks):
    library.sources.add(title="Long", text=LONG)
    conn, before = library.writer.conn, places(library)
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(DiskFull, match="The disk is full"):
        library.sources.add(title="Longer", text=LONG.replace("invented", "imagined"))
    assert (places(library), wrong(library), is_whole(library)) == (before, 0, True)
    assert rows(library, "1500") == 1


def test_a_full_disk_while_the_index_is_made_leaves_it_to_be_made(library, talks):
    library.sources.add(title="Long", text=LONG)
    indexing.begin_anew(library)
    conn = library.writer.conn
    conn.execute("VACUUM")
    conn.execute(f"PRAGMA max_page_count = {conn.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(DiskFull, match="The disk is full"):
        finish(library)
    assert (wrong(library), is_whole(library)) == (0, False)
    conn.execute("PRAGMA max_page_count = 1000000")
    finish(library)
    assert (wrong(library), is_whole(library)) == (0, True)


def test_a_step_that_is_rolled_back_leaves_the_state_as_it_was(library, talks):
    with library.reading() as conn:
        before = index_steps.state_of(conn, record_index.INDEX)
    with suppress(ZeroDivisionError), library.revise("Anew") as db:
        index_steps.empty(db.conn, record_index.INDEX)
        assert 1 / 0
    with library.reading() as conn:
        assert index_steps.state_of(conn, record_index.INDEX) == before
    assert wrong(library) == 0


def test_an_external_write_to_a_record_is_refused_or_seen(library, talks):
    library.close()
    conn = sqlite3.connect(library.path)
    with pytest.raises(sqlite3.Error):
        conn.execute("UPDATE people SET name = 'x'")
    conn.close()
