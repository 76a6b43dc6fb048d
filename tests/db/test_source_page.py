"""A source comes with all that rests on it, each at its place in the text."""

import pytest

from db import passages, source_page
from db.cancel import Cancel
from db.errors import Gone
from db.new_names import New
from db.passages import Passage
from db.references import Record
from db.source_page import Place
from tests.db.conftest import TEXT


def span(words):
    starts = TEXT.index(words)
    return starts, starts + len(words)


@pytest.fixture
def page(library, talks):
    """The source, read."""
    return lambda: source_page.read(library, talks.source, Cancel())


def test_a_quote_says_who_said_it_when_and_where(page, talks):
    (use,) = page().uses
    assert (use.kind, use.record, use.title) == ("quote", Record("quote", talks.quote), "No military solution")
    assert (use.starts, use.ends) == span("No military solution")
    assert (use.by, use.day, use.meeting, use.meeting_title) == (
        "Sergey Lavrov", "2017-01-24", talks.meeting, "First round",
    )  # fmt: skip


def test_what_has_a_place_comes_in_the_order_of_the_text_and_then_the_rest(page, library, talks):
    passages.cite(library, Passage(talks.source, *span("in Astana")), Record("meeting", talks.meeting), field="city")
    library.notes.add_on_passage(talks.source, *span("The ministers"), "Which?")
    passages.tag(library, Passage(talks.source, *span("The end")), [New("tag", "ending")])
    library.citations.add(Record("outcome", talks.ceasefire), source=talks.source, relation="contradicts")
    library.notes.add(Record("source", talks.source), body="On the whole")
    uses = page().uses
    assert [(use.kind, use.exact) for use in uses] == [
        ("note", "The ministers"), ("quote", "No military solution"), ("citation", "in Astana"), ("tag", "The end"),
        ("citation", None), ("note", None),
    ]  # fmt: skip
    assert (uses[2].field, uses[2].title, uses[4].relation) == ("city", "First round", "contradicts")
    assert [tag.name for tag in uses[3].tags] == ["ending"]
    assert uses[0].by == "Ada"
    assert {kind: page().count(kind) for kind in source_page.KINDS} == {"quote": 1, "citation": 2, "note": 2, "tag": 1}
    assert page().meetings == [talks.meeting]


def test_tags_of_a_quote_go_with_it(page, library, talks):
    library.tags.put(library.tags.add(name="key words"), Record("quote", talks.quote))
    assert [tag.name for tag in page().uses[0].tags] == ["key words"]


def test_a_note_on_a_passage_that_a_record_cites_stands_beside_the_citation(page, library, talks):
    library.notes.add(Record("quote", talks.quote), body="Really?", citation=talks.citation)
    assert [(use.kind, use.starts) for use in page().uses] == [
        ("quote", span("No military")[0]),
        ("note", span("No military")[0]),
    ]


def test_notes_on_passages_come_in_the_order_of_the_text(page, library, talks):
    late = library.notes.add_on_passage(talks.source, 20, 30, "Late")
    early = library.notes.add_on_passage(talks.source, 4, 13, "Early")
    notes = [use for use in page().uses if use.kind == "note"]
    assert [(note.record.uid, note.starts) for note in notes] == [(early, 4), (late, 20)]
    assert (notes[0].ends, notes[0].title, notes[0].by, len(notes[0].day)) == (13, "Early", "Ada", 10)


def test_a_quote_that_cites_two_passages_counts_once(page, library, talks):
    library.citations.add(Record("quote", talks.quote), source=talks.source)
    assert page().count("quote") == 1
    assert len(page().uses) == 2


def test_a_source_that_is_gone_says_so(library):
    with pytest.raises(Gone, match="This source is no longer in the library"):
        source_page.read(library, "none", Cancel())
    with pytest.raises(Gone, match="This source is no longer in the library"):
        source_page.text(library, "none", Cancel())


def test_a_source_gives_its_text_to_the_character_or_nothing(library, talks):
    assert source_page.text(library, talks.source, Cancel()) == TEXT
    assert source_page.text(library, library.sources.add(title="Not held"), Cancel()) == ""


def test_a_target_leads_to_its_place(library, talks):
    cited = library.citations.get(talks.citation)
    note = library.notes.add_on_passage(talks.source, 0, 3, "Which?")

    def place(target):
        return source_page.place_of(library, target, Cancel())

    assert place(f"cite:{cited.id}") == Place(talks.source, cited.id, (cited.starts, cited.ends))
    assert place(f"quote:{talks.quote}") == place(f"citation:{cited.uid}") == place(f"cite:{cited.id}")
    assert place(f"note:{note}") == Place(talks.source, library.citations.of(Record("note", note))[0].id, (0, 3))
    assert place(f"source:{talks.source}") == place(f"uses:{talks.source}") == Place(talks.source)


def test_a_quote_with_a_passage_leads_there_though_another_source_came_first(library, talks):
    quote = library.quotes.add(form="direct", text="The end")
    library.citations.add(Record("quote", quote), source=library.sources.add(title="Not held"))
    uid = library.citations.add(Record("quote", quote), source=talks.source, starts=0, ends=3)
    place = Place(talks.source, library.citations.get(uid).id, (0, 3))
    assert source_page.place_of(library, f"quote:{quote}", Cancel()) == place


@pytest.mark.parametrize(
    "target", ["", "cite:0", "cite:x", f"cite:{10**30}", "quote:none", "source:none", "what:ever", "note:"]
)
def test_a_target_that_names_nothing_leads_nowhere(library, talks, target):
    assert source_page.place_of(library, target, Cancel()) is None
