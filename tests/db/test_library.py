import shutil
import sqlite3
import sys
import threading

import pytest

from db import Changes, KnownError, Library, indexing, integrity
from db.cancel import Cancel, Cancelled
from db.errors import BadValue, Broken, Busy, Damaged, DiskFull, Gone, IndexDamaged, ReadOnly
from db.quote_query import parse


def count(library, table):
    with library.reading() as conn:
        return conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_a_write_outside_a_revision_is_refused(library, talks):
    for sql in (
        "INSERT INTO people (uid, name) VALUES ('x', 'x')",
        "UPDATE people SET name = 'x'",
        "DELETE FROM quotes",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="write outside a revision"):
            library.writer.conn.execute(sql)


def test_nested_revisions_are_one_step(library):
    with library.revise("Both"):
        library.people.add(name="A")
        with library.revise("Inner"):
            library.people.add(name="B")
    assert library.undo_labels() == ("Both", None)
    library.undo()
    assert count(library, "people") == 0


def test_a_failed_revision_leaves_nothing(library):
    def half():
        with library.revise("Half"):
            library.people.add(name="A")
            library.people.add(name="B" * (1 // 0))

    with pytest.raises(ZeroDivisionError):
        half()
    assert count(library, "people") == count(library, "revisions") == 0


def test_a_failed_inner_revision_leaves_the_outer_one(library):
    def inner():
        with library.revise("Inner"):
            library.people.add(name="B")
            library.people.add(name="")

    with library.revise("Import"):
        library.people.add(name="A")
        with pytest.raises(BadValue):
            inner()
    assert [person.name for person in library.people.all(Cancel())] == ["A"]
    library.undo()
    assert count(library, "people") == 0


def test_a_read_inside_a_revision_sees_what_it_has_written_and_others_do_not(library):
    seen = []
    with library.revise("Add"):
        uid = library.people.add(name="A")
        assert library.people.get(uid).name == "A"
        other = threading.Thread(target=lambda: seen.append(count(library, "people")))
        other.start()
        other.join()
    assert seen == [0]
    assert count(library, "people") == 1


def test_a_write_inside_a_read_is_a_bug_and_not_a_deadlock(library):
    with library.reading(), pytest.raises(AssertionError, match="inside a read"):
        library.people.add(name="A")
    library.people.add(name="A")


def test_a_step_is_not_taken_back_inside_another(library):
    library.people.add(name="A")
    with library.revise("Outer"), pytest.raises(AssertionError, match="inside another"):
        library.undo()


def test_listeners_are_told_what_was_written_after_the_commit(library):
    heard = []
    library.on_change(lambda changes: heard.append((changes, count(library, "people"))))
    with library.revise("Add two"):
        library.people.add(name="A")
        library.people.add(name="B")
    assert heard == [(Changes(1, "Add two", {"people": 2}), 2)]
    assert heard[0][0].touch("people", "quotes")
    assert not heard[0][0].touch("quotes")


def test_silence_when_nothing_was_written(library, talks):
    heard = []
    library.on_change(heard.append)
    library.meetings.edit(talks.meeting, title="First round")
    with pytest.raises(BadValue):
        library.meetings.edit(talks.meeting, title="")
    with library.revise("Nothing"):
        pass
    assert heard == []
    assert library.undo_labels()[0] == "Add citation"


def test_a_listener_that_fails_is_a_bug_and_not_a_failed_write(library, monkeypatch):
    bugs, heard = [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: bugs.append(kind))
    library.on_change(lambda _: 1 / 0)
    library.on_change(heard.append)
    uid = library.people.add(name="A")
    assert bugs == [ZeroDivisionError]
    assert len(heard) == 1
    assert library.people.get(uid).name == "A"


def test_a_full_disk_is_said_and_nothing_changes(library, talks):
    def import_much():
        with library.revise("Import"):
            library.people.add(name="A")
            library.sources.edit(talks.source, note="x" * 1_000_000)

    conn = library.writer.conn
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="disk is full"):
        library.sources.edit(talks.source, note="x" * 1_000_000)
    with pytest.raises(DiskFull):
        import_much()
    assert library.sources.get(talks.source).note is None
    assert count(library, "people") == 1
    conn.execute("PRAGMA max_page_count = 1000000")
    library.sources.edit(talks.source, note="x" * 1_000_000)


def test_another_writer_is_waited_for_and_then_named(library, talks):
    path = library.path
    library.close()
    other = sqlite3.connect(path, isolation_level=None)
    with Library(path, patience=0.05) as library:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="Another program is using “talks"):
            library.people.add(name="A")
        with pytest.raises(Busy):
            library.undo()
        other.execute("ROLLBACK")
        library.people.add(name="A")
    other.close()


def test_another_reader_at_the_commit_is_waited_for_and_then_named(library, talks):
    path = library.path
    library.close()
    other = sqlite3.connect(path, isolation_level=None)
    with Library(path, patience=0.05) as library:
        other.execute("BEGIN")
        other.execute("SELECT * FROM people").fetchall()
        with pytest.raises(Busy):
            library.people.add(name="A")
        other.execute("COMMIT")
        assert count(library, "people") == 1
        library.people.add(name="B")
        assert count(library, "people") == 2
    other.close()


def test_a_file_held_by_another_program_is_not_opened(library):
    other = sqlite3.connect(library.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Busy):
        Library(library.path, patience=0.05)
    other.close()


def test_a_write_that_leaves_a_reference_hanging_fails_in_words(library, talks):
    def tidy():
        with library.revise("Tidy") as db:
            db.conn.execute("PRAGMA defer_foreign_keys = on")
            db.conn.execute("DELETE FROM people")

    with pytest.raises(Broken, match="“Tidy” was not done: a participant line would refer to a person that is not"):
        tidy()
    assert library.people.get(talks.lavrov).name == "Sergey Lavrov"


def test_a_library_opened_for_reading_refuses_every_write(library, talks):
    library.close()
    with Library(library.path, read_only="It is shown as an example.") as shown:
        for write in (lambda: shown.people.add(name="A"), shown.undo, shown.redo, lambda: shown.take_back(1)):
            with pytest.raises(ReadOnly, match="shown as an example"):
                write()
        assert shown.people.get(talks.lavrov).name == "Sergey Lavrov"
        assert shown.undo_labels() == ("Add citation", None)


@pytest.mark.parametrize("put_in_its_place", [False, True])
def test_a_file_that_was_moved_is_not_written_to(library, talks, tmp_path, put_in_its_place):
    assert library.people.get(talks.lavrov).name == "Sergey Lavrov"
    library.path.rename(tmp_path / "elsewhere.parley")
    if put_in_its_place:
        shutil.copy(tmp_path / "elsewhere.parley", library.path)
    with pytest.raises(KnownError, match="moved, renamed or replaced"):
        library.people.add(name="A")
    assert library.people.get(talks.lavrov).name == "Sergey Lavrov"


def test_a_closed_library_says_so(library):
    library.close()
    library.close()
    with pytest.raises(KnownError, match="has been closed"):
        library.people.add(name="A")
    with pytest.raises(KnownError, match="has been closed"):
        library.undo()
    with pytest.raises(Cancelled):
        library.people.all(Cancel())


def test_an_author_is_kept_with_each_step(library):
    library.people.add(name="A")
    library.author = "Grace"
    library.people.add(name="B")
    with library.reading() as conn:
        assert conn.execute("SELECT author FROM revisions").fetchall() == [("Ada",), ("Grace",)]


def test_a_damaged_index_is_made_anew_by_the_next_edit(library, talks):
    library.writer.conn.execute("DELETE FROM quote_index_data")
    with pytest.raises(IndexDamaged, match="can be made anew"):
        library.quotes.first(parse("military"), Cancel(), 9)
    library.quotes.edit(talks.quote, text="No military solution at all")
    assert len(library.quotes.find(parse("military"), Cancel())) == 1


ASKS_FOR_TOO_MUCH = (
    "F23B5F7F181D96F0A580A28C26F7D76BF8F0934B62221645CF9F9594ACD0"
    "214346AFE941B02FDE3E6AD87148C479C4C6542D821B949C026AC77784C0"
)
"""A block by which FTS5 asks for more memory than there is."""


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM quote_index_data", "UPDATE quote_index_data SET block = x'ff'", "DELETE FROM quote_index_idx",
        "UPDATE quote_index_data SET block = randomblob(60) WHERE id = 10",
        f"UPDATE quote_index_data SET block = x'{ASKS_FOR_TOO_MUCH}' WHERE id = 10",
    ],
    ids=["all", "short", "pages", "any", "memory"],
)  # fmt: skip
def test_an_index_that_cannot_be_written_is_made_anew(library, talks, damage):
    library.writer.conn.execute(damage)
    library.close()
    with Library(library.path) as again:
        again.quotes.edit(talks.quote, text="No military solution at all")
        indexing.make_anew(again)
        assert len(again.quotes.find(parse("military"), Cancel())) == 1
        assert again.undo_labels()[0] == "Edit quote"
    assert integrity.check(library.path) == []


def test_an_index_that_asks_for_too_much_memory_when_it_is_read_is_damaged(library, talks):
    library.writer.conn.execute(f"UPDATE quote_index_data SET block = x'{ASKS_FOR_TOO_MUCH}' WHERE id = 10")
    with pytest.raises(IndexDamaged, match="more memory than there is"):
        library.quotes.find(parse("military"), Cancel())


def test_damage_that_looks_like_a_bug_is_told_from_one(library, talks):
    library.close()
    rename = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'quotes'"
    strict, lax = "text TEXT NOT NULL CHECK", "text TEXT CHECK"
    for words in ((strict, lax), (lax, strict)):
        conn = sqlite3.connect(library.path, isolation_level=None)
        (trigger,) = conn.execute("SELECT sql FROM sqlite_schema WHERE name = 'quotes_log_update'").fetchone()
        if words[0] == lax:
            conn.execute("DROP TRIGGER quotes_log_update")
            conn.execute("UPDATE quotes SET text = NULL")
            conn.execute(trigger)
        conn.execute("PRAGMA writable_schema = on")
        conn.execute(rename, words)
        conn.close()
    with Library(library.path) as damaged:
        assert damaged.read_only is None
        with pytest.raises(Damaged, match="is damaged"):
            damaged.people.edit(talks.lavrov, name="Lawrow")


def test_the_index_is_made_anew_on_demand(library, talks):
    library.writer.conn.execute("DELETE FROM quote_places")
    library.writer.conn.execute("DELETE FROM quote_index")
    assert len(library.quotes.find(parse("military"), Cancel())) == 0
    indexing.make_anew(library)
    assert len(library.quotes.find(parse("military"), Cancel())) == 1
    assert library.undo_labels()[0] == "Add citation"


def test_what_was_removed_by_another_hand_is_gone(library, talks):
    def remove_and_edit():
        with library.revise("Remove and edit"):
            library.outcomes.remove(talks.memorandum)
            library.outcomes.edit(talks.memorandum, note="late")

    with pytest.raises(Gone):
        remove_and_edit()
    assert library.outcomes.get(talks.memorandum).note is None


@pytest.mark.parametrize(("name", "sentence"), [("A\0", "holds a NUL"), ("A\ud800", "holds half of a character")])
def test_a_name_that_cannot_be_kept_is_refused_before_it_breaks_every_write(library, name, sentence):
    with pytest.raises(BadValue, match=f"Your name {sentence}") as refused:
        library.author = name
    assert refused.value.field == "author"
    library.people.add(name="Eve")
    assert library.history.steps(Cancel())[0].author == "Ada"
    with pytest.raises(BadValue, match="Your name"):
        Library(library.path, author=name)
    with pytest.raises(BadValue, match="Your name"):
        Library.create(library.path.with_name("other.parley"), "Other", author=name)
    assert not library.path.with_name("other.parley").exists()
    library.author = " "
    assert library.author is None


def test_what_is_written_is_on_the_disk_before_it_is_told(waits_for_the_disk):
    assert "synchronous = extra" in waits_for_the_disk
    assert "journal_mode = delete" in waits_for_the_disk
