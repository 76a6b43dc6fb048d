"""Two sources that are one document become one: what is kept, and where the passages of both stand afterwards."""

import pytest

from db import Cancel, anchor_review, likely_twins, merging
from db.digest import content_digest
from db.errors import BadValue
from db.passages import Passage, cite, tag
from db.records import new_uid
from db.references import Record
from tests.db.conftest import TEXT

WORDS = "No military solution"
OTHER = f"Published by the Example Agency on 24 January 2017.\n{TEXT}\nAll rights reserved by Example."


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def passage(source, words, text):
    return Passage(source, text.index(words), text.index(words) + len(words))


def of(library, talks):
    return library.citations.of(Record("outcome", talks.ceasefire))


@pytest.fixture
def twin(library, talks):
    """The joint statement once more, with a longer text and what the first has not."""
    return library.sources.add(
        uid="twin", title="Joint statement", text=OTHER, url="https://example.org/a", language="en",
        note="From the web", published="2017-01-24", published_basis="inferred",
    )  # fmt: skip


def test_all_that_rests_on_the_other_rests_on_the_kept_one(library, talks, twin):
    on = Record("source", twin)
    library.notes.add(on, body="Look at the date")
    library.notes.add_on_passage(twin, 0, 9, "Who is this?")
    tagged = tag(library, passage(twin, "in Astana", OTHER), [library.tags.add(name="place")])
    library.citations.add(on, field="published", source=twin, starts=31, ends=46)
    cited = cite(library, passage(twin, "The end.", OTHER), Record("outcome", talks.ceasefire))
    before = digest(library)
    steps = len(library.history.steps(Cancel()))
    library.sources.merge(talks.source, twin)
    assert len(library.history.steps(Cancel())) == steps + 1
    kept = library.sources.get(talks.source)
    assert (kept.url, kept.language, kept.note) == ("https://example.org/a", "en", "From the web")
    assert (kept.published, kept.published_basis) == ("2017-01-24", "inferred")
    assert library.sources.text(talks.source) == TEXT
    with library.reading() as conn:
        for table in ("citations", "notes", "taggings"):
            assert not conn.execute(f"SELECT 1 FROM {table} WHERE record_uid = 'twin'").fetchone()
        assert not conn.execute("SELECT 1 FROM citations WHERE source_id NOT IN (SELECT id FROM sources)").fetchone()
        assert conn.execute("SELECT count(*) FROM notes WHERE record_uid = ?", [talks.source]).fetchone()[0] == 2
    assert {library.citations.get(uid).source_id for uid in (cited, tagged)} == {kept.id}
    library.undo()
    assert digest(library) == before


def test_no_passage_of_the_other_text_is_attached_before_somebody_looked(library, talks, twin):
    there = cite(library, passage(twin, "The end.", OTHER), Record("outcome", talks.ceasefire))
    gone = cite(library, passage(twin, "All rights reserved", OTHER), Record("outcome", talks.ceasefire))
    library.sources.merge(talks.source, twin)
    one, other = library.citations.get(there), library.citations.get(gone)
    assert (one.starts, one.anchor) == (None, "moved")
    assert one.moved_starts == TEXT.index("The end.")
    assert (other.starts, other.anchor) == (None, "orphan")
    assert library.citations.get(talks.citation).starts == TEXT.index(WORDS)
    assert anchor_review.counts(library, talks.source, Cancel()).total == 2
    step = library.history.steps(Cancel(), limit=1)[0].id
    assert anchor_review.made(library, step, Cancel()) == (2, talks.source)


def test_the_kept_source_gets_the_text_the_pages_and_the_file_that_it_has_not(library, talks):
    file = library.files.add(b"%PDF", name="a.pdf", media_type="application/pdf")
    bare = library.sources.add(title="Joint statement of the talks", url="https://example.org/b")
    recalled = library.citations.add(Record("outcome", talks.memorandum), source=bare, exact="in Astana")
    library.sources.edit(talks.source, file_sha256=file, pages="[0, 20]")
    library.sources.merge(bare, talks.source)
    kept = library.sources.get(bare)
    assert (library.sources.text(bare), kept.file_sha256, kept.pages) == (TEXT, file, "[0, 20]")
    assert library.citations.get(talks.citation).starts == TEXT.index(WORDS)
    sought = library.citations.get(recalled)
    assert (sought.anchor, sought.moved_starts) == ("moved", TEXT.index("in Astana"))
    library.undo()
    assert library.sources.get(bare).text_sha256 is None
    assert library.citations.get(talks.citation).starts == TEXT.index(WORDS)


@pytest.mark.parametrize("text", [TEXT, OTHER])
def test_the_same_citation_of_both_becomes_one_with_what_stands_on_both(library, talks, text):
    other = library.sources.add(title="Joint statement", text=text)
    on = Record("outcome", talks.ceasefire)
    kept = cite(library, passage(talks.source, WORDS, TEXT), on)
    gone = cite(library, passage(other, WORDS, text), on)
    library.citations.edit(gone, page="7", as_worded="none by arms")
    note = library.notes.add(on, body="Both say so", citation=gone)
    library.tags.put(library.tags.add(name="to check"), Record("citation", gone))
    contradicts = library.citations.add(on, source=other, relation="contradicts")
    before = digest(library)
    library.sources.merge(talks.source, other)
    assert [one.uid for one in of(library, talks)] == [kept, contradicts]
    found = library.citations.get(kept)
    assert (found.page, found.as_worded, found.starts) == ("7", "none by arms", TEXT.index(WORDS))
    assert library.notes.get(note).citation_id == found.id
    with library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM taggings WHERE record_uid = ?", [kept]).fetchone()[0] == 1
    library.undo()
    assert digest(library) == before
    library.redo()
    assert [one.uid for one in of(library, talks)] == [kept, contradicts]


def test_citations_of_two_pages_stay_two(library, talks):
    other = library.sources.add(title="A book")
    on = Record("outcome", talks.ceasefire)
    for source, page in ((talks.source, "3"), (other, "4")):
        library.citations.add(on, source=source, page=page)
    library.sources.merge(talks.source, other)
    assert [one.page for one in of(library, talks)] == ["3", "4"]


def test_one_that_stands_in_the_text_stays_when_its_twin_waits_to_be_looked_at(library, talks):
    other = library.sources.add(title="Joint statement", text=OTHER)
    on = Record("outcome", talks.ceasefire)
    waits = cite(library, passage(talks.source, WORDS, TEXT), on)
    library.sources.edit(talks.source, text=OTHER)
    assert library.citations.get(waits).anchor == "moved"
    stands = cite(library, passage(other, WORDS, OTHER), on)
    library.sources.merge(talks.source, other)
    assert [(one.uid, one.anchor) for one in of(library, talks)] == [(stands, None)]


def test_quotes_are_checked_against_the_kept_text(library, talks):
    other = library.sources.add(title="Joint statement", text="“No military solution at all”, said Mr. Lavrov.")
    library.citations.edit(talks.citation, source=other, starts=1, ends=21)
    library.quotes.edit(talks.quote, text="No military solution at all")
    library.sources.merge(talks.source, other)
    with library.reading() as conn:
        kept = library.sources.get(talks.source).id
        assert conn.execute("SELECT result, source_id FROM quote_checks").fetchall() == [("differs", kept)]


def test_the_preview_says_which_text_is_kept(library, talks, twin):
    cite(library, passage(twin, "The end.", OTHER), Record("outcome", talks.ceasefire))

    def told(keep, other):
        return merging.preview(library, "source", keep, other, Cancel())

    found = told(talks.source, twin)
    assert found.moves == (
        "1 citation", "the date of publication", "the language", "the address", "the remarks"
    )  # fmt: skip
    sizes = f"({len(TEXT)} characters) is kept; that of the other ({len(OTHER)} characters)"
    assert found.texts[0] == f"The text of the one that stays {sizes} goes."
    assert found.texts[1].startswith("1 passage of the other has to be looked at, for the words may stand elsewhere")
    assert len(found.texts) == 2
    assert found.warnings == ()
    library.sources.edit(talks.source, url="https://example.org/b", title="Statement")
    assert told(twin, talks.source).warnings == (
        "The title stays “Joint statement”; “Statement”, which the other has, goes.",
        "The address stays “https://example.org/a”; “https://example.org/b”, which the other has, goes.",
    )
    library.sources.edit(talks.source, note="From the web, in March")
    assert "the remarks" not in told(talks.source, twin).moves
    bare = library.sources.add(title="A book")
    assert told(bare, twin).texts[0] == (
        f"The one that stays holds no text so far: it gets that of the other ({len(OTHER)} characters)."
    )
    assert told(twin, bare).texts == (
        f"The text of the one that stays ({len(OTHER)} characters) is kept; the other holds none.",
    )
    again = library.sources.add(title="Again", text=OTHER)
    assert "Both hold the same text" in told(twin, again).texts[0]
    assert told(bare, library.sources.add(title="Another book")).texts == ("Neither of the two holds a text.",)


def test_a_source_is_not_merged_with_itself(library, talks):
    with pytest.raises(BadValue):
        library.sources.merge(talks.source, talks.source)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"url": "https://www.example.org/a/"}, {"url": "http://example.org/a?utm_source=x#top"}, "the same address"),
        ({"url": "https://doi.org/10.1234/AB.5"}, {"url": "https://example.org/doi/full/10.1234/ab.5"}, "the same DOI"),
        (
            {"title": "Joint  Statement", "published": "2031-05-12", "publisher": "Agency"},
            {"title": "joint statement", "published": "2031-05-12", "publisher": "agency"},
            "the same title, day and publisher",
        ),
        (
            {"title": "Joint statement", "published": "2031-05-12", "publisher": "Agency"},
            {"title": "Joint statement", "published": "2031-05-12"},
            "the same title and day",
        ),
        (
            {"title": "Joint statement", "published": "2031-05"},
            {"title": "Joint statement", "published": "2031-05"},
            "",
        ),
        ({"url": "https://example.org/a?id=1"}, {"url": "https://example.org/a?id=2"}, ""),
    ],
)
def test_sources_that_may_be_one_are_likely_twins(library, one, other, why):
    for values in (one, other):
        library.sources.add(**{"title": new_uid()} | values)
    assert [pair.why for pair in likely_twins.find(library, "source", Cancel())] == [why] * bool(why)
