"""The bundled library holds all of the researched dataset, word for word, with what stands behind each value."""

import hashlib
import json
from pathlib import Path

import pytest

from db import Library
from db.dataset import SHIPPED, build
from db.digest import content_digest
from db.schema import DESCRIPTIONS, JOURNALED
from db.vocabulary import RECORD_KINDS

COUNTS = {
    "meetings": 54, "participations": 360, "outcomes": 185, "outcome_topics": 245, "topics": 24, "parties": 20,
    "people": 45, "events": 6, "quotes": 16, "aliases": 276, "sources": 306 + 22, "readings": 149 + 10,
    "notes": 3 + 11 + 6, "tags": 0, "taggings": 0, "files": 0, "revisions": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The bundled library, built once."""
    path = tmp_path_factory.mktemp("shipped") / "astana.parley"
    build(path)
    with Library(path) as library:
        yield library


@pytest.fixture
def rows(shipped):
    """Runs a query on the bundled library."""

    def run(sql, *values):
        with shipped.reading() as conn:
            return conn.execute(sql, values).fetchall()

    return run


def test_the_counts_are_those_of_the_research(rows):
    assert {table: rows(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTS} == COUNTS


def test_the_kinds_of_meetings_are_those_of_the_research(rows):
    counts = dict(rows("SELECT kind, count(*) FROM meetings GROUP BY kind"))
    assert counts == {"round": 22, "summit": 7, "ministerial": 10, "congress": 1, "working-group": 14}


def test_the_facts_of_the_file_are_fixed(rows):
    facts = dict(rows("SELECT key, value FROM library"))
    assert facts["title"] == "The Astana Process on Syria"
    assert facts["dataset"] == "astana-process"
    assert facts["created_at"] == "2026-11-21T00:00:00Z"
    assert facts["uid"] == "28c66d68-e4f4-5b1e-ac75-897fe893c865"
    assert rows("SELECT kind, author, made_at FROM revisions") == [("dataset", "Parley dataset", facts["created_at"])]


_PARTS = """(SELECT uid AS meeting, uid AS part FROM meetings
  UNION SELECT m.uid, l.uid FROM participations l JOIN meetings m ON m.id = l.meeting_id
  UNION SELECT m.uid, o.uid FROM outcomes o JOIN meetings m ON m.id = o.meeting_id)"""


def _sources(uid, where="c.field IS NULL"):
    """SQL for the sources behind a record, sorted."""
    return f"""(SELECT group_concat(u, ' ') FROM (SELECT DISTINCT s.uid AS u FROM citations c
      JOIN sources s ON s.id = c.source_id WHERE c.record_uid = {uid} AND {where} ORDER BY s.uid))"""


OURS = "our reading of the sources above"
FACTS = {
    "meetings": (
        "SELECT uid, kind, number, title, starts, ends, city, venue, held, "
        + _sources("m.uid", "c.field = 'starts'") + " FROM meetings m",
        "6c1c93d525556597",
    ),
    "participations": (
        "SELECT m.uid, p.name, l.role, l.attendance, h.name, l.head_title, EXISTS (SELECT 1 FROM citations "
        "WHERE record_uid = l.uid AND field = 'head_id' AND basis = 'recalled'), " + _sources("l.uid")
        + " FROM participations l JOIN meetings m ON m.id = l.meeting_id JOIN parties p ON p.id = l.party_id "
        "LEFT JOIN people h ON h.id = l.head_id",
        "8c92c2d01c81fea4",
    ),
    "outcomes": (
        "SELECT m.uid, o.position, o.act, o.act_as_worded, o.actor, o.text, (SELECT group_concat(name, ' ') FROM "
        "(SELECT t.name FROM outcome_topics x JOIN topics t ON t.id = x.topic_id WHERE x.outcome_id = o.id "
        "ORDER BY t.name)), " + _sources("o.uid") + " FROM outcomes o JOIN meetings m ON m.id = o.meeting_id",
        "c705d2fc6eaa7933",
    ),
    "values on which sources disagree": (
        (f"SELECT p.meeting, r.about, r.value, {_sources('r.uid', 'true')} FROM readings r "
        f"JOIN {_PARTS} p ON p.part = r.record_uid WHERE r.reason IS NOT '{OURS}'"),
        "a0cbcc735caeba4a",
    ),
    "our readings": (
        (f"SELECT p.meeting, r.about, iif(r.reason = '{OURS}', r.value, r.reason) FROM readings r "
        f"JOIN {_PARTS} p ON p.part = r.record_uid WHERE r.adopted"),
        "92c57e0ca787b389",
    ),
    "sources": (
        ("SELECT uid, title, publisher, url, published, published_basis, language, note FROM sources "
        "WHERE uid NOT LIKE 'page-%'"),
        "329bdd86119e4416",
    ),
    "spellings": (
        ("SELECT a.form, a.language, c.basis, iif(s.uid LIKE 'page-%', coalesce(s.url, s.title), s.uid) FROM aliases a "
        "JOIN citations c ON c.record_uid = a.uid AND c.field IS NULL LEFT JOIN sources s ON s.id = c.source_id"),
        "604c1377bfccc37a",
    ),
    "exchanges": (
        ("SELECT e.number, e.happened, e.place, c.basis, s.uid FROM events e "
        "LEFT JOIN citations c ON c.record_uid = e.uid AND c.field IS NULL LEFT JOIN sources s ON s.id = c.source_id"),
        "4e44a0a186ca0765",
    ),
}  # fmt: skip
"""What is compared value by value: a query, and the digest of the same rows taken from the research itself."""


def digest(found):
    """A digest of rows that does not hang on their order."""
    lines = sorted(json.dumps(row, ensure_ascii=False) for row in found)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@pytest.mark.parametrize(("sql", "expected"), FACTS.values(), ids=FACTS)
def test_every_value_of_the_research_is_there(rows, sql, expected):
    assert digest(rows(sql)) == expected, "a value differs from the research: if on purpose, change the digest"


def test_the_full_texts_are_those_of_the_files(rows):
    found = rows("SELECT uid, text, text_sha256 FROM sources WHERE text IS NOT NULL ORDER BY uid")
    assert [row[0] for row in found] == ["seed-000", "seed-002"]
    for uid, text, sha256 in found:
        content = (SHIPPED / "texts" / f"{uid}.txt").read_bytes()
        assert text.encode() == content
        assert hashlib.sha256(content).hexdigest() == sha256
    assert [row[2][:16] for row in found] == ["752599ace61b5635", "20d54abc6980b044"]


def test_every_passage_stands_at_its_offsets(rows):
    found = rows(
        "SELECT s.text, c.starts, c.ends, c.exact, c.prefix, c.suffix FROM citations c "
        "JOIN sources s ON s.id = c.source_id WHERE c.exact IS NOT NULL"
    )
    assert len(found) > 100
    for text, starts, ends, exact, prefix, suffix in found:
        assert text[starts:ends] == exact
        assert text[max(0, starts - 32) : starts] == prefix
        assert text[ends : ends + 32] == suffix


def test_every_citation_of_a_full_text_on_a_line_outcome_date_or_reading_shows_its_passage(rows):
    assert not rows(
        "SELECT c.record_kind, c.record_uid FROM citations c JOIN sources s ON s.id = c.source_id "
        "WHERE s.text IS NOT NULL AND c.exact IS NULL AND c.record_kind <> 'note'"
    )


def test_every_citation_resolves(rows):
    for kind, field, count in rows("SELECT record_kind, field, count(*) FROM citations GROUP BY 1, 2"):
        table = RECORD_KINDS[kind]
        found = rows(
            f"SELECT count(*) FROM citations c JOIN {table} r ON r.uid = c.record_uid "
            "WHERE c.record_kind = ? AND c.field IS ?",
            kind, field,
        )  # fmt: skip
        assert found == [(count,)], (kind, field)
        assert field is None or field in DESCRIPTIONS[table]


@pytest.mark.parametrize("kind", ["participation", "outcome", "quote", "alias", "event"])
def test_every_record_of_the_research_is_cited(rows, kind):
    assert not rows(
        f"SELECT uid FROM {RECORD_KINDS[kind]} WHERE uid NOT IN "
        "(SELECT record_uid FROM citations WHERE record_kind = ?)",
        kind,
    )


def test_every_date_is_cited(rows):
    for field in ("starts", "ends"):
        assert not rows(
            f"SELECT uid FROM meetings WHERE {field} IS NOT NULL AND uid NOT IN "
            "(SELECT record_uid FROM citations WHERE record_kind = 'meeting' AND field = ?)",
            field,
        )


def test_every_value_on_which_sources_disagree_has_its_sources(rows):
    assert not rows(
        "SELECT value FROM readings WHERE reason IS NOT ? AND uid NOT IN (SELECT record_uid FROM citations)", OURS
    )


def test_one_reading_of_a_point_is_followed_at_most(rows):
    assert len(rows("SELECT DISTINCT record_uid, about FROM readings")) == 68
    assert not rows("SELECT about FROM readings GROUP BY record_uid, about HAVING sum(adopted) > 1")
    assert rows("SELECT sum(adopted), count(reason) FROM readings") == [(31, 31)]


RECALLED = "basis = 'recalled' AND source_id IS NULL"


def test_recalled_heads_stay_recalled(rows):
    found = rows(f"SELECT record_kind FROM citations WHERE field = 'head_id' AND {RECALLED}")
    assert found == [("participation",)] * 11


def test_the_day_of_the_new_york_ministerial_stays_recalled(rows):
    found = rows(
        f"SELECT field, as_worded FROM citations WHERE record_uid = 'ministerial-2019-09-24' AND {RECALLED} ORDER BY id"
    )
    assert found == [("starts", "24 September 2019"), ("ends", "24 September 2019")]


def test_the_third_exchange_stays_recalled(rows):
    found = rows(
        f"SELECT e.number FROM citations c JOIN events e ON e.uid = c.record_uid WHERE {RECALLED} AND field IS NULL"
    )
    assert found == [(3,)]


def test_meetings_that_were_not_seen_are_unconfirmed_and_recalled(rows):
    found = rows(f"SELECT record_uid FROM citations WHERE field = 'held' AND {RECALLED} ORDER BY record_uid")
    assert found == [("wg-03",), ("wg-04-05",)]
    assert rows("SELECT uid FROM meetings WHERE held = 'unconfirmed' ORDER BY uid") == found


def test_recalled_spellings_stay_recalled(rows):
    found = rows(f"SELECT count(*) FROM citations WHERE record_kind = 'alias' AND field IS NULL AND {RECALLED}")
    assert found == [(9,)]


def test_the_rename_back_to_astana_stays_recalled(rows):
    found = rows(
        f"SELECT a.form, c.as_worded FROM citations c JOIN aliases a ON a.uid = c.record_uid "
        f"WHERE c.field = 'note' AND {RECALLED}"
    )
    assert found == [("Nur-Sultan", "to September 2022")]


def test_announced_is_not_reported(rows):
    found = dict(rows("SELECT attendance, count(*) FROM participations GROUP BY attendance"))
    assert found == {
        "reported": 287, "announced": 51, "presumed-member": 12, "absent": 7, "invited": 2, "declined": 1,
    }  # fmt: skip


def test_the_united_nations_have_the_role_that_the_factsheet_gives_them(rows):
    found = rows(
        "SELECT m.uid, l.role, c.as_worded FROM participations l JOIN meetings m ON m.id = l.meeting_id "
        "JOIN parties p ON p.id = l.party_id LEFT JOIN citations c ON c.record_uid = l.uid AND c.field = 'role' "
        "WHERE p.name = 'United Nations' AND m.kind = 'round' ORDER BY m.number LIMIT 5"
    )
    assert found == [
        ("astana-01", "mediator", "intermediary"),
        ("astana-02", "observer", "observers"),
        ("astana-03", "observer", "observers"),
        ("astana-04", "observer", "observers"),
        ("astana-05", "participant", None),
    ]


def test_no_path_or_working_word_is_left_in_the_texts(rows):
    texts = [
        value
        for table in JOURNALED
        for row in rows(f"SELECT * FROM {table}")
        for value in row
        if isinstance(value, str)
    ]
    uids = [uid for (uid,) in rows("SELECT uid FROM sources WHERE length(uid) > 8")]
    for text in texts:
        assert "full text in" not in text
        assert "the seed" not in text.lower()
        assert text in uids or not any(f"({uid}" in text for uid in uids)


def test_two_builds_are_equal(shipped, rows, tmp_path):
    build(tmp_path / "again.parley")
    with Library(tmp_path / "again.parley") as again, again.reading() as conn:
        facts = dict(rows("SELECT key, value FROM library"))
        assert content_digest(conn) == facts["content_digest"]
        for table in DESCRIPTIONS.keys() - {"_sqlite_migrations"}:  # which says when each file was made
            assert conn.execute(f"SELECT * FROM {table}").fetchall() == rows(f"SELECT * FROM {table}"), table


def test_no_source_text_is_altered_by_git():
    assert (SHIPPED / "texts" / ".gitattributes").read_text(encoding="utf-8").endswith("*.txt -text\n")
    assert Path(SHIPPED / "texts" / "seed-002.txt").read_bytes().count(b"\r") == 0
