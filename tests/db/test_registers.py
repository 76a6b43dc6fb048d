"""The registers of a library: every record of a kind, with what it is used for."""

import shutil
import sqlite3

import pytest

from db import Cancel, Library, quote_query, quote_search, registers, search_links
from db.query_names import Names
from db.references import Record
from tests.db.first_talks import fill


def listed(library, name):
    return registers.lines(library, name, Cancel())


def titles(library, name):
    return [line.title for line in listed(library, name)]


def test_parties_stand_by_kind_and_say_what_they_are_used_for(library):
    fill(library)
    library.parties.add(name="A league", kind="organisation", short_name="AL")
    library.quotes.add(meeting="m1", party="b", form="direct", text="Yes")
    assert [(line.section, line.title, line.detail) for line in listed(library, "parties")] == [
        ("State", "Country A", "at 1 meeting"),
        ("State", "Country B", "at 1 meeting · 1 quote"),
        ("Organisation", "A league", "AL · not used yet"),
    ]


def test_people_stand_by_name_without_regard_to_marks_and_case(library):
    for name in ("Zoe", "Ünal", "ubo", "Ada"):
        library.people.add(name=name, uid=name)
    library.aliases.add(record_kind="person", record_uid="Ada", form="A.")
    assert titles(library, "people") == ["Ada", "ubo", "Ünal", "Zoe"]
    assert listed(library, "people")[0].detail == "1 other spelling"


def test_heads_of_delegations_are_counted_by_meetings(library):
    fill(library)
    assert [line.detail for line in listed(library, "people")] == ["head of delegation at 1 meeting"]


def test_topics_stand_below_their_wider_ones(library):
    fill(library)
    library.topics.add(name="Calls", parent="t1")
    library.topics.add(name="Ballots")
    library.outcomes.put_under("o1", "t1")
    library.events.add(kind="other", title="A visit", topic="t1")
    assert [(line.title, line.level, line.detail) for line in listed(library, "topics")] == [
        ("Ballots", 0, "not used yet"),
        ("Hotline", 0, "1 outcome · 1 event"),
        ("Calls", 1, "not used yet"),
    ]


def test_tags_show_their_colour_then_those_of_the_tags_on_them(library):
    fill(library)
    plain = library.tags.add(name="plain")
    library.tags.put("g1", Record("tag", plain))
    assert [(line.title, line.detail, line.tags) for line in listed(library, "tags")] == [
        ("plain", "not used yet", ("", "#a03c2e")),
        ("to check", "1 record", ("#a03c2e",)),
    ]


def test_spellings_stand_by_what_they_are_of(library):
    library.aliases.add(record_kind="term", canonical="zone", form="area")
    library.people.add(name="Ada", uid="ada")
    library.aliases.add(record_kind="person", record_uid="ada", form="A.", language="en")
    assert [(line.section, line.title, line.detail) for line in listed(library, "spellings")] == [
        ("Of people", "A.", "Ada · en"),
        ("Of terms", "area", "zone"),
    ]


@pytest.mark.parametrize("name", ["parties", "people", "topics", "sources", "spellings", "tags", "events", "tagged"])
def test_an_empty_library_has_empty_registers(library, name):
    assert listed(library, name) == []


def test_a_ring_in_a_damaged_file_is_shown_and_does_not_go_on_for_ever(empty, tmp_path):
    path = shutil.copy(empty, tmp_path / "ring.parley")
    with Library(path) as library:
        wide = library.tags.add(name="wide", uid="wide")
        library.tags.add(name="narrow", uid="narrow", parent=wide)
        library.tags.add(name="zone")
    with sqlite3.connect(path) as conn:
        conn.execute("INSERT INTO open_revision (revision_id) VALUES (1)")
        conn.execute("UPDATE tags SET parent_id = (SELECT id FROM tags WHERE uid = 'narrow') WHERE uid = 'wide'")
        conn.execute("DELETE FROM open_revision")
    conn.close()
    with Library(path, read_only="Damaged.") as library:
        assert titles(library, "tags") == ["zone", "narrow", "wide"]


def link_words(line):
    return [(link.words, link.target) for link in line.links]


def test_every_count_of_a_row_stands_in_it_and_leads_to_what_it_counts(library):
    fill(library)
    library.quotes.add(meeting="m1", party="a", speaker="bo", form="direct", text="Yes")
    library.aliases.add(record_kind="person", record_uid="bo", form="Bo E.")
    library.outcomes.put_under("o1", "t1")
    library.events.add(kind="other", title="A visit", topic="t1")
    library.tags.put("g1", Record("outcome", "o1"))
    counted = {
        "parties": [
            ("at 1 meeting", "participants of:party:a"),
            ("1 quote", "parley:search?q=party%3A%22Country%20A%22"),
        ],
        "people": [
            ("head of delegation at 1 meeting", "participants of:person:bo"),
            ("1 quote", "parley:search?q=speaker%3A%22Bo%20Example%22"),
            ("1 other spelling", "spellings of:person:bo"),
        ],
        "topics": [("1 outcome", "outcomes of:topic:t1"), ("1 event", "events of:topic:t1")],
        "tags": [("1 record", "tagged of:tag:g1")],
    }  # fmt: skip
    for name, links in counted.items():
        line = listed(library, name)[0]
        assert link_words(line) == links
        assert all(words in line.detail for words, _ in links)
        for page, _, of in (target.partition(" of:") for _, target in links):
            assert not of or any(of in one.of for one in listed(library, page))


def test_a_searched_count_finds_as_many_quotes_as_it_says(library):
    fill(library)
    library.parties.add(name="Country", kind="state", uid="c")
    library.people.add(name='The "old" Bo', uid="old")
    for party, speaker in (("a", "bo"), ("a", "old"), ("b", "bo"), ("c", "bo")):
        library.quotes.add(meeting="m1", party=party, speaker=speaker, form="direct", text="Yes")
    lines = [*listed(library, "parties"), *listed(library, "people")]
    links = [link for line in lines for link in line.links if search_links.is_link(link.target)]
    names = Names(library, Cancel())
    for link in links:
        query = quote_query.parse(search_links.read(link.target).query, typing=False, names=names)
        with library.reading() as conn:
            assert link.words.startswith(f"{len(quote_search.find(conn, query))} quote")
    assert len(links) == 5


@pytest.mark.parametrize("name", ["participants", "outcomes", "disputes"])
def test_a_row_says_in_how_many_sources_it_was_seen_and_leads_to_the_first_passage(library, name):
    fill(library)
    reading = library.readings.add(Record("meeting", "m1"), about="the day", value="3 March")
    source = library.sources.add(title="S", text="Result 1 and Country A, on 3 March.")
    on = {"participants": ("participation", "l1"), "outcomes": ("outcome", "o1"), "disputes": ("reading", reading)}[
        name
    ]
    assert (listed(library, name)[0].tail, listed(library, name)[0].links) == ("", ())
    library.citations.add(Record(*on), basis="recalled")
    library.citations.add(Record(*on), source=source)
    cite = library.citations.add(Record(*on), source=source, starts=0, ends=8)
    key = library.citations.get(cite).id
    assert link_words(listed(library, name)[0]) == [("1 source", f"source row:{key}")]
