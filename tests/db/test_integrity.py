import sqlite3

import pytest

from db import Library, integrity
from db.errors import NotALibrary
from db.references import Record

MOVED = "UPDATE citations SET starts = NULL, ends = NULL, anchor = 'moved',"
LINE = "INSERT INTO participations (uid, meeting_id, party_id, role, attendance, head_id)"
EVENT = "INSERT INTO events (uid, kind, number, title) VALUES"
READING = "INSERT INTO readings (uid, record_kind, record_uid, about, value, adopted) VALUES"
ALIAS = "INSERT INTO aliases (uid, record_kind, canonical, form) VALUES"


def check(library):
    library.close()
    return integrity.check(library.path)


def alter(library, *statements):
    """Write to the file past the door, as another program might."""
    library.close()
    conn = sqlite3.connect(library.path, isolation_level=None)
    conn.execute("PRAGMA ignore_check_constraints = on")
    triggers = conn.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        conn.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        conn.execute(statement)
    for _, sql in triggers:
        conn.execute(sql)
    conn.close()
    return integrity.check(library.path)


def test_a_library_in_use_is_sound(library, talks):
    library.notes.add_on_passage(talks.source, 0, 3, "note")
    library.aliases.add(record_kind="place", canonical="Daraa", form="Deraa")
    library.files.add(b"%PDF-")
    before = library.path.read_bytes()
    assert check(library) == []
    assert library.path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM people", "Row 1 of participations refers to a row of people that is not there."),
        ("UPDATE citations SET record_uid = 'x'", "stands on the quote “x”, which is not there."),
        ("UPDATE citations SET field = 'size'", "“size” is named as a field of a quote, which has none"),
        ("UPDATE topics SET parent_id = id", "stands below itself."),
        ("UPDATE citations SET exact = 'No military solutiom'", "is not verbatim at its place in the source"),
        ("UPDATE citations SET prefix = 'x'", "is not verbatim at its place in the source"),
        (f"{MOVED} moved_starts = 1, moved_ends = 9000", "is thought to stand outside the source"),
        ("UPDATE sources SET text = text || '!'", "holds a text that does not match its digest."),
        ("UPDATE quotes SET said_on = '2017-02-31'", "“2017-02-31” is not in the calendar."),
        ("UPDATE meetings SET ends = '2016'", "The meeting “astana-01” ends before it starts."),
        (f"{LINE} SELECT 'x', meeting_id, 2, 'host', 'reported', head_id FROM participations",
         "“Sergey Lavrov” leads two delegations of one meeting."),
        (f"{EVENT} ('x', 'other', 1, 'A'), ('y', 'other', 1, 'B')", "“A” has the same number as another event"),
        ("INSERT INTO topics (uid, name, label) SELECT 'x', name, label FROM topics",
         "“ceasefire” is the name of two topics in one place."),
        ("INSERT INTO tags (uid, name) VALUES ('x', 'A'), ('y', 'A')", "“A” is the name of two tags"),
        (f"{READING} ('x', 'meeting', 'astana-01', 'city', 'A', 1), ('y', 'meeting', 'astana-01', 'city', 'B', 1)",
         "Two readings are followed on “city” of one record."),
        (f"{ALIAS} ('x', 'place', 'Daraa', 'Deraa'), ('y', 'place', 'Daraa', 'Deraa')", "“Deraa” is listed twice"),
        ("INSERT INTO open_revision VALUES (1)", "A step was begun and never ended."),
        ("UPDATE changes SET before = '{' WHERE id = 1", "1 entries of the history cannot be read."),
        ("UPDATE quotes SET text = 'Peace'", "The index of quotes is out of step in 5 places"),
        ("DELETE FROM quote_places", "The index of quotes is out of step in 2 places"),
        ("DELETE FROM quote_index_content", "The index of quotes is damaged"),
        ("UPDATE people SET name = CAST(x'41ff' AS TEXT)", "holds text that is not UTF-8, or a NUL."),
        ("UPDATE people SET name = CAST(x'410042' AS TEXT)", "holds text that is not UTF-8, or a NUL."),
        ("CREATE TABLE mine (a)", "another program altered them"),
        ("INSERT INTO files (sha256, bytes) VALUES (printf('%064d', 1), x'01')", "bytes that do not match its digest"),
        ("INSERT INTO library VALUES ('content_digest', 'x')", None),
    ],
)  # fmt: skip
def test_each_fault_is_named(library, talks, statement, problem):
    found = alter(library, statement)
    assert [line for line in found if problem in line] if problem else found == []


def test_shipped_content_that_changed_by_itself_is_named(library):
    with library.revise("Shipped", kind="dataset"):
        library.people.add(name="A")
    found = alter(library, "INSERT INTO library VALUES ('content_digest', 'x')")
    assert found == ["The content is not what was shipped, although the history shows no change."]


def test_a_damaged_page_is_reported(library, talks):
    library.close()
    content = bytearray(library.path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for page in range(3, len(content) // size):
        content[page * size : page * size + 16] = b"\xff" * 16
    library.path.write_bytes(content)
    assert integrity.check(library.path)


def test_what_is_no_library_is_refused(tmp_path):
    with pytest.raises(NotALibrary):
        integrity.check(tmp_path / "none.parley")


def test_a_check_needs_no_leave_to_write(library, talks):
    library.notes.add(Record("library", uid_of(library)), body="Mine")
    library.close()
    with Library(library.path, read_only="Shown"):
        assert integrity.check(library.path) == []


def uid_of(library):
    with library.reading() as conn:
        return conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()[0]
