from db import Library
from db.digest import content_digest


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def test_two_files_that_say_the_same_have_one_digest(library, tmp_path):
    with Library.create(tmp_path / "other.parley", "Talks", author="Grace") as other:
        assert digest(other) == digest(library)
        for one in (library, other):
            one.people.add(uid="a", name="A")
        library.people.edit("a", name="B")
        library.people.edit("a", name="A")
        assert digest(other) == digest(library)


def test_every_change_shows(library):
    seen = {digest(library)}
    library.people.add(uid="a", name="A")
    seen.add(digest(library))
    library.people.edit("a", name="A'),('B")
    seen.add(digest(library))
    library.people.add(uid="b", name="B")
    seen.add(digest(library))
    library.writer.conn.execute("UPDATE library SET value = 'Other' WHERE key = 'title'")
    seen.add(digest(library))
    assert len(seen) == 5


def test_a_stored_digest_is_not_part_of_itself(library):
    before = digest(library)
    library.writer.conn.execute("INSERT INTO library VALUES ('content_digest', ?)", [before])
    assert digest(library) == before


def test_text_that_is_no_utf8_counts_by_its_bytes(library):
    seen = set()
    with library.revise("Foreign") as db:
        for name in (b"A\xfe", b"A\xff"):
            db.conn.execute("REPLACE INTO people (id, uid, name) VALUES (1, 'x', CAST(? AS TEXT))", [name])
            seen.add(content_digest(db.conn))
    assert len(seen) == 2
