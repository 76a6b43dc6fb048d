"""Both indexes are made anew in the same way: in place, in steps, whatever happens meanwhile."""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from db import (
    Cancel,
    Library,
    bibliography,
    everything,
    importing,
    index_steps,
    indexing,
    integrity,
    quote_index,
    record_index,
    speech,
)
from db.bibliography import Reference
from db.digest import content_digest
from db.errors import DiskFull, KnownError
from db.importing import Import
from db.indexing import INDEXES
from db.quote_query import parse
from db.speech import Chosen

FORMATS = Path(__file__).parent / "formats"
QUOTES = 60
BOTH = pytest.mark.parametrize("index", INDEXES, ids=lambda index: index.name)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(index_steps, "STEP", 2000)
    monkeypatch.setattr(quote_index, "_BATCH", 7)
    monkeypatch.setattr(quote_index, "_MANY", 11)
    monkeypatch.setattr(record_index, "BATCH", 7)


@pytest.fixture
def many(library, talks):
    """The talks with so many invented quotes and notes more, on several days and on none; a long text."""
    with library.revise("Import"):
        for number in range(QUOTES):
            day = f"20{30 + number * 7 % 9}-01-{1 + number % 20:02}" if number % 5 else None
            library.quotes.add(speaker=talks.lavrov, form="direct", text=f"quoted word{number}", said_on=day)
            library.outcomes.add(meeting=talks.meeting, act="agreed", text=f"outcome item{number}")
        text = "\n\n".join(f"Paragraph {number} of an invented statement." for number in range(200))
        library.sources.add(title="Long", text=text)
    return library


def wrong(library):
    with library.reading() as conn:
        return quote_index.out_of_step(conn), record_index.out_of_step(conn)


def are_whole(library):
    with library.reading() as conn:
        return [index_steps.is_whole(conn, index) for index in INDEXES]


def held(library):
    """All that the indexes hold, the places of records left out."""
    with library.reading() as conn:
        return (
            conn.execute("SELECT rowid, * FROM quote_index ORDER BY rowid").fetchall(),
            conn.execute("SELECT * FROM quote_places ORDER BY 1").fetchall(),
            sorted(conn.execute("SELECT * FROM record_index").fetchall()),
        )


def quotes(library, text):
    return len(library.quotes.find(parse(text), Cancel()))


def records(library, text):
    return sum(
        len(group.findings) for group in everything.find(library, text, Cancel()).groups if group.kind != "quote"
    )


def finish(library, most=2000):
    for step in range(most):
        if indexing.advance(library).whole:
            return step + 1
    raise AssertionError("it never ends")


def test_what_an_import_or_a_merge_of_sources_brings_is_found_at_once_and_not_once_it_is_undone(library, talks):
    """And so are quotes that were suggested."""
    found = importing.look_at_text("A statement\n\nQuuxville is calm, said Lavrov.", Cancel())
    steps: list[Callable[[], object]] = [
        lambda: importing.store(library, [Import(found, {**found.values, "title": "Pasted"})])
    ]
    reference = Reference("a.ris", "1", {"title": "Quuxbook"}, ())
    steps.append(lambda: bibliography.bring_in(library, [reference]))
    steps.append(lambda: library.sources.merge(source("Quuxbook"), source("Pasted")))
    words = Chosen("direct", 13, 30, "Quuxville is calm", "Quuxville is calm", speaker=talks.lavrov)
    steps.append(lambda: speech.accept(library, source("Quuxbook"), [words]))

    def source(title):
        return next(one.uid for one in library.sources.all(Cancel()) if one.title == title)

    def state():
        assert (wrong(library), are_whole(library)) == ((0, 0), [True, True])
        return records(library, "quuxville"), records(library, "quuxbook"), quotes(library, "quuxville")

    seen = [state()]
    for step in steps:
        step()
        seen.append(state())
    assert seen == [(0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 1, 0), (1, 1, 1)]
    for before in reversed(seen[:-1]):
        library.undo()
        assert state() == before
    for after in seen[1:]:
        library.redo()
        assert state() == after


def put_off(library):
    """As if the indexes were of an older version, with other words in them."""
    conn = library.writer.conn
    conn.execute("UPDATE library SET value = '1/0 whole 0 ' || (SELECT max(id) FROM changes) WHERE key GLOB '*_index'")
    conn.execute("UPDATE quote_index SET text = text || ' oldwords'")
    conn.execute("UPDATE record_index SET text = text || ' oldwords'")
    conn.execute("UPDATE record_places SET digest = digest / 2")


def test_the_old_index_is_in_use_until_its_turn_comes(many):
    before = held(many)
    put_off(many)
    assert are_whole(many) == [False, False]
    assert quotes(many, "oldwords") == quotes(many, "") == QUOTES + 1
    old_quotes, old_paragraphs, seen = [], [], []
    while not (progress := indexing.advance(many)).whole:
        old_quotes.append(quotes(many, "oldwords"))
        old_paragraphs.append(many.writer.conn.execute(
            "SELECT count(*) FROM record_index WHERE record_index MATCH 'oldwords'").fetchone()[0])  # fmt: skip
        seen.append(progress.done / progress.total)
        assert quotes(many, "quoted") == QUOTES
        assert quotes(many, "") == QUOTES + 1
        assert records(many, "outcome item9") == 1
    assert len({*old_quotes}) > 3
    assert len({*old_paragraphs}) > 5
    for numbers in (old_quotes, old_paragraphs):
        assert numbers == sorted(numbers, reverse=True)
        assert numbers[-1] == 0
    assert seen == sorted(seen)
    assert (wrong(many), are_whole(many), held(many)) == ((0, 0), [True, True], before)


@pytest.mark.parametrize("begin", [put_off, indexing.begin_anew], ids=["off", "emptied"])
def test_edits_and_undo_while_it_is_made_are_not_lost(many, talks, begin):
    begin(many)
    done = 0
    while not indexing.advance(many).whole:
        done += 1
        uid = many.quotes.add(form="direct", text=f"fresh{done} words", said_on=f"20{30 + done % 9}-03-01")
        many.people.add(name=f"Person{done} Example")
        many.quotes.edit(talks.quote, text=f"Other words {done}", said_on=f"20{30 + done * 5 % 9}-02-02")
        many.outcomes.edit(talks.ceasefire, text=f"Another mechanism {done}")
        assert (quotes(many, f"fresh{done}"), quotes(many, f'"other words {done}"')) == (1, 1)
        assert records(many, f"person{done}") >= 1
        assert records(many, f'"another mechanism {done}"') == 1
        if done % 3 == 0:
            many.quotes.remove(uid)
            assert quotes(many, f"fresh{done}") == 0
        if done % 4 == 0:
            many.undo()
            many.undo()
        if done % 10 == 0:
            many.people.edit(talks.lavrov, name=f"Sergey Lavrov {done}")
        assert wrong(many) == (0, 0)
        if done == 40:
            break
    finish(many)
    assert (wrong(many), are_whole(many)) == ((0, 0), [True, True])
    made = held(many)
    indexing.make_anew(many)
    assert held(many) == made


@pytest.mark.parametrize("begin", [put_off, indexing.begin_anew], ids=["off", "emptied"])
def test_it_goes_on_where_it_was_when_the_library_is_opened_again(many, talks, begin):
    begin(many)
    steps = 0
    whole = False
    many.close()
    while not whole:
        with Library(many.path) as library:
            before = indexing.how_far(library, Cancel())
            for _ in range(5):
                steps += 1
                whole = whole or indexing.advance(library).whole
            after = indexing.how_far(library, Cancel())
            assert whole or after >= before
            library.people.edit(talks.lavrov, name=f"Sergey Lavrov {steps}")
            assert wrong(library) == (0, 0)
        assert integrity.check(many.path) == []
    assert steps < 200
    with Library(many.path) as library:
        assert (wrong(library), are_whole(library)) == ((0, 0), [True, True])


@BOTH
def test_an_index_that_missed_a_change_is_made_anew(many, talks, index):
    many.close()
    conn = sqlite3.connect(many.path, isolation_level=None)
    state = conn.execute("SELECT value FROM library WHERE key = ?", [index.name]).fetchone()
    with Library(many.path) as library:
        library.quotes.edit(talks.quote, text="Changed unseen", said_on="2019")
        library.outcomes.remove(talks.ceasefire)
        library.people.add(name="Somebody Unseen")
    conn.execute("UPDATE library SET value = ? WHERE key = ?", [*state, index.name])
    conn.close()
    assert integrity.check(many.path) == []
    with Library(many.path) as library:
        assert are_whole(library) == [index is not other for other in INDEXES]
        library.people.add(name="Seen Afterwards")
        assert are_whole(library) == [index is not other for other in INDEXES]
        finish(library)
        assert (wrong(library), are_whole(library)) == ((0, 0), [True, True])


def test_what_is_of_no_record_any_more_is_taken_out(many):
    """As another program may leave it: quotes and records gone, and rows of the index of nothing."""
    before = held(many)
    put_off(many)
    conn = many.writer.conn
    conn.execute("PRAGMA foreign_keys = off")
    for place, quote in ((3 << 32, 9001), ((20310101 << 32) + 5, 9002), (99990101 << 32, 9003)):
        conn.execute("INSERT INTO quote_index (rowid, text) VALUES (?, 'stray')", [place])
        conn.execute("INSERT INTO quote_places VALUES (?, ?)", [quote, place + 1])
    conn.execute("INSERT INTO record_index (rowid, text) VALUES (90001, 'stray')")
    conn.execute("INSERT INTO record_places VALUES (90002, 'person', 90002, NULL, NULL, 1)")
    conn.execute("PRAGMA foreign_keys = on")
    finish(many)
    assert (wrong(many), are_whole(many), held(many)) == ((0, 0), [True, True], before)


@BOTH
@pytest.mark.parametrize("damage", ["DELETE FROM {}_data", "UPDATE {}_data SET block = x'ff'", "DELETE FROM {}_idx"])
def test_damage_that_a_step_meets_only_empties_the_index(many, index, damage):
    before = held(many)
    put_off(many)
    many.writer.conn.execute(damage.format(index.name))
    many.close()
    with Library(many.path) as library:
        finish(library)
        assert (wrong(library), are_whole(library), held(library)) == ((0, 0), [True, True], before)
    assert integrity.check(many.path) == []


@BOTH
def test_damage_that_an_edit_meets_is_mended_from_then_on(many, talks, index):
    many.writer.conn.execute(f"UPDATE {index.name}_data SET block = x'ff'")
    many.close()
    with Library(many.path) as library:
        library.quotes.edit(talks.quote, text="Told anew")
        library.people.add(name="Somebody Told")
        assert are_whole(library)[INDEXES.index(index)] is False
        assert quotes(library, "told") == 1
        finish(library)
        assert (wrong(library), are_whole(library)) == ((0, 0), [True, True])
        library.undo()
        assert wrong(library) == (0, 0)


@BOTH
def test_a_full_disk_leaves_what_the_index_held_and_it_goes_on_later(many, index):
    """The disk fills up at some step, whichever it is."""
    put_off(many)
    while index is not INDEXES[0] and not are_whole(many)[0]:
        indexing.advance(many)
    conn = many.writer.conn
    conn.execute("VACUUM")
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    reached = set()
    while not are_whole(many)[INDEXES.index(index)]:
        conn.execute(f"PRAGMA max_page_count = {pages}")
        with suppress(DiskFull):
            while not are_whole(many)[INDEXES.index(index)]:
                indexing.advance(many)
        with many.reading() as read:
            reached.add(index_steps.state_of(read, index))
        assert quotes(many, "quoted") == QUOTES
        assert records(many, "outcome item9") == 1
        assert wrong(many) == (0, 0)
        pages += 3
    assert len(reached) > 2
    conn.execute("PRAGMA max_page_count = 1000000")
    finish(many)
    assert (wrong(many), are_whole(many)) == ((0, 0), [True, True])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of POSIX")
def test_where_files_may_be_no_larger_what_is_there_is_found_and_it_goes_on_later(many):
    """A full quota ends in the same error."""
    import resource

    indexing.begin_anew(many)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (many.path.stat().st_size + 40_000, limits[1]))
    try:
        with pytest.raises(KnownError, match="could not be written to"):
            finish(many)
        assert records(many, "outcome")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    finish(many)
    assert (wrong(many), are_whole(many)) == ((0, 0), [True, True])


def test_a_large_library_of_an_older_format_opens_before_its_indexes_are_made(tmp_path, monkeypatch):
    path = Path(shutil.copy(FORMATS / "2.parley", tmp_path / "old.parley"))
    monkeypatch.setattr(index_steps, "STEP", 1)
    with Library(path) as library:
        assert are_whole(library) == [False, False]
        finish(library)
        assert (wrong(library), are_whole(library)) == ((0, 0), [True, True])


def test_a_small_library_of_an_older_format_is_whole_at_once(tmp_path, monkeypatch):
    path = Path(shutil.copy(FORMATS / "1.parley", tmp_path / "old.parley"))
    monkeypatch.setattr(index_steps, "STEP", 300_000)
    with Library(path) as library:
        assert (wrong(library), are_whole(library)) == ((0, 0), [True, True])


def test_a_library_that_may_only_be_read_is_searched_as_it_is(many):
    put_off(many)
    many.close()
    with Library(many.path, read_only="Only to look at.") as library:
        assert (quotes(library, "word9"), quotes(library, "oldwords"), quotes(library, "")) == (
            1,
            QUOTES + 1,
            QUOTES + 1,
        )
        assert records(library, "outcome item9") == 1
        assert everything.find(library, "item9", Cancel()).whole is False
        assert indexing.how_far(library, Cancel()).whole is False


def test_neither_the_history_nor_the_digest_of_the_content_shows_it(many):
    def said():
        with many.reading() as conn:
            return conn.execute("SELECT count(*), max(id) FROM revisions").fetchone(), content_digest(conn)

    before = said()
    put_off(many)
    indexing.advance(many)
    assert said() == before
    finish(many)
    assert said() == before
    assert many.undo_labels()[0] == "Import"
