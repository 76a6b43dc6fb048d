import re

import pytest

from db import quote_search, schema, vocabulary
from db.opening import FINGERPRINTS, fingerprint
from db.triggers import OPERATIONS

OWN = "name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT GLOB 'quote_index_*' AND name NOT GLOB 'record_index_*'"
WORDS = {
    ("meetings", "kind"): vocabulary.MEETING_KINDS,
    ("meetings", "held"): vocabulary.HELD,
    ("events", "kind"): vocabulary.EVENT_KINDS,
    ("parties", "kind"): vocabulary.PARTY_KINDS,
    ("participations", "role"): vocabulary.ROLES,
    ("participations", "attendance"): vocabulary.ATTENDANCE,
    ("outcomes", "act"): vocabulary.ACTS,
    ("quotes", "form"): vocabulary.FORMS,
    ("sources", "published_basis"): vocabulary.DATE_BASES,
    ("sources", "type"): vocabulary.SOURCE_TYPES,
    ("citations", "anchor"): vocabulary.ANCHORS,
    ("quote_checks", "result"): vocabulary.CHECKS,
    ("citations", "relation"): vocabulary.RELATIONS,
    ("citations", "basis"): vocabulary.BASES,
    ("searches", "ordering"): quote_search.ORDERS,
    ("aliases", "record_kind"): vocabulary.ALIAS_KINDS,
    ("revisions", "kind"): vocabulary.REVISION_KINDS,
    ("changes", "operation"): OPERATIONS,
}


@pytest.fixture
def tables(library):
    """The SQL of every table and view of a new library, by name."""
    with library.reading() as conn:
        yield dict(conn.execute(f"SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND {OWN}"))


def columns(library, table):
    with library.reading() as conn:
        return [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]


def test_every_table_and_column_is_described_and_nothing_else_is(library, tables):
    assert set(tables) == set(schema.DESCRIPTIONS)
    for table in tables:
        common = schema.COMMON if table in schema.JOURNALED else {}
        described = {**common, **schema.DESCRIPTIONS[table]}
        assert all(described.values()), table
        assert set(described) == {"", *columns(library, table)}, table


def test_the_words_that_the_file_takes_are_those_of_the_vocabulary(tables):
    found = {}
    for table, sql in tables.items():
        for column, words in re.findall(r"(\w+) TEXT (?:NOT NULL )?CHECK \(\w+ IN \(([^)]*)\)", sql):
            found[table, column] = re.findall(r"'([^']*)'", words)
    assert found.keys() == WORDS.keys()
    for key, words in WORDS.items():
        assert set(found[key]) == set(words), key


def test_roles_have_the_same_words_in_both_numbers():
    assert vocabulary.ROLES.keys() == vocabulary.ROLE.keys()


def test_every_kind_of_record_has_a_table_with_a_uid(library, tables):
    assert set(vocabulary.RECORD_KINDS.values()) - {"library"} <= set(schema.JOURNALED)
    for table in schema.JOURNALED:
        assert columns(library, table)[:2] == ["id", "uid"]
    assert set(vocabulary.ALIAS_KINDS) - {"place", "term"} <= set(vocabulary.RECORD_KINDS)


def test_every_table_is_strict(library, tables):
    with library.reading() as conn:
        listed = conn.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        lax = {name for name, strict in listed if not strict and name in tables}
    assert lax <= {"_sqlite_migrations"}


def test_every_table_that_people_edit_is_logged(library):
    with library.reading() as conn:
        triggers = {row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    for table in schema.JOURNALED:
        assert {f"{table}_log_{operation}" for operation in ("insert", "update", "delete")} <= triggers


def test_every_reference_is_indexed(library):
    """Else removing many rows that are referred to would read a whole table for each."""
    with library.reading() as conn:
        for table in schema.JOURNALED:
            indexed = {
                conn.execute(f"PRAGMA index_info({row[1]})").fetchone()[2]
                for row in conn.execute(f"PRAGMA index_list({table})").fetchall()
            }
            for row in conn.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                assert row[3] in indexed | {"file_sha256"}, (table, row[3])  # files are never removed


def test_a_new_file_has_the_fingerprint_of_its_format(library):
    with library.reading() as conn:
        assert fingerprint(conn) == FINGERPRINTS[schema.FORMAT]


def row(library, view):
    with library.reading() as conn:
        return dict(zip(columns(library, view), conn.execute(f"SELECT * FROM {view}").fetchone(), strict=True))


def test_the_views_give_one_flat_row_for_each_record(library, talks):
    meeting, quote = row(library, "meeting_overview"), row(library, "quote_overview")
    assert (meeting["uid"], meeting["guarantors"], meeting["participations"]) == (talks.meeting, "Russia", 1)
    assert (meeting["outcomes"], meeting["quotes"], meeting["disputed"], meeting["notes"]) == (2, 1, 0, 0)
    assert (quote["meeting"], quote["speaker"], quote["role"]) == (talks.meeting, "Sergey Lavrov", "guarantor")
    assert quote["source"] == talks.source
