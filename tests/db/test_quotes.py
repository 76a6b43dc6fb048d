import pytest

from db.cancel import Cancel
from db.errors import BadValue
from db.query_names import Names
from db.quote_query import parse
from db.references import Record


def find(library, text):
    ids = library.quotes.find(parse(text, names=Names(library, Cancel())), Cancel())
    return [line.text for line in library.quotes.lines(ids)]


def test_a_quote_is_found_by_words_speaker_and_title(library, talks):
    library.quotes.edit(talks.quote, speaker_title="Foreign Minister")
    for text in ("military", "MILIT", "lavrov solution", "minister", '"no military solution"'):
        assert find(library, text) == ["No military solution"], text
    assert find(library, "peace") == []


def test_the_newest_come_first_and_a_day_keeps_its_order(library, talks):
    for text, day in (
        ("solution b", "2018"),
        ("solution c", "2018-06-28"),
        ("solution d", None),
        ("solution e", "2018-06-28"),
    ):
        library.quotes.add(form="indirect", text=text, said_on=day)
    assert find(library, "solution") == ["solution c", "solution e", "solution b", "No military solution", "solution d"]


def test_fields_narrow_a_search(library, talks):
    for narrow in (
        "speaker:lavrov ",
        "party:russia ",
        "role:guarantor ",
        "year:2017 ",
        "form:direct ",
        "check:verbatim ",
    ):
        assert find(library, narrow) == ["No military solution"], narrow
    for narrow in ("speaker:nobody ", "party:nobody ", "role:host ", "year:2018 ", "form:reported ", "check:missing "):
        assert find(library, narrow) == [], narrow


def test_the_role_of_a_quote_follows_the_participant_line(library, talks):
    library.participations.edit(talks.line, role="host")
    assert find(library, "role:host ")
    assert not find(library, "role:guarantor ")
    library.participations.remove(talks.line)
    assert not find(library, "role:host ")
    library.undo()
    assert find(library, "role:host ")


def test_the_index_follows_every_edit_and_its_undo(library, talks):
    library.quotes.edit(talks.quote, text="There is hope", said_on="2020", party=None, speaker=None)
    assert find(library, "year:2020 hope") == ["There is hope"]
    assert not find(library, "military")
    library.quotes.remove(talks.quote)
    assert not find(library, "")
    library.undo()
    library.undo()
    assert find(library, "year:2017 military") == ["No military solution"]


def test_matched_words_are_marked_in_code_points(library):
    library.quotes.add(form="direct", text="🕊 Peace, e\u0301galité — السلام عليكم")
    (line,) = library.quotes.first(parse("peace egalite السلام"), Cancel(), 9)
    assert [line.text[start:end] for start, end in line.marks] == ["Peace", "e\u0301galité", "السلام"]


def test_a_text_with_the_marking_characters_itself_is_marked_right(library):
    library.quotes.add(form="direct", text="a \ufdd0peace\ufdd1 b")
    (line,) = library.quotes.first(parse("peace"), Cancel(), 9)
    assert line.text == "a \ufdd0peace\ufdd1 b"
    assert line.marks == ((3, 8),)


def test_a_line_tells_speaker_party_role_meeting_and_source(library, talks):
    (line,) = library.quotes.of_meeting(talks.meeting)
    assert (line.speaker, line.party, line.role, line.meeting) == (
        "Sergey Lavrov",
        "Russia",
        "guarantor",
        talks.meeting,
    )
    assert (line.source, line.source_title, line.recalled) == (talks.source, "Joint statement", False)


def test_a_removed_quote_leaves_a_gap_in_its_page(library, talks):
    ids = library.quotes.find(parse(""), Cancel())
    library.quotes.remove(talks.quote)
    assert library.quotes.lines([*ids, 99]) == [None, None]


def test_a_quote_needs_words_and_a_form(library):
    with pytest.raises(BadValue, match="A quote needs a text"):
        library.quotes.add(form="direct")
    with pytest.raises(BadValue, match="“said” is not a form"):
        library.quotes.add(form="said", text="x")


def test_quotes_of_a_meeting_are_put_in_order(library, talks):
    second = library.quotes.add(meeting=talks.meeting, form="indirect", text="He agreed")
    library.quotes.move(second, 1)
    assert [line.text for line in library.quotes.of_meeting(talks.meeting)] == ["He agreed", "No military solution"]


def test_a_quote_goes_with_its_citations_and_notes(library, talks):
    library.notes.add(Record("quote", talks.quote), field="text", citation=talks.citation, body="Verbatim?")
    library.quotes.remove(talks.quote)
    assert library.citations.of(Record("quote", talks.quote)) == []
    library.undo()
    assert len(library.notes.of(Record("quote", talks.quote))) == 1


def test_a_later_page_of_a_search_is_marked_too(library):
    for number in range(5):
        library.quotes.add(form="direct", text=f"peace {number}", said_on=f"201{number}")
    query = parse("peace")
    ids = library.quotes.find(query, Cancel())
    assert [line.marks for line in library.quotes.marked(ids[2:4], query, Cancel())] == [((0, 5),)] * 2
    assert [line.marks for line in library.quotes.marked(ids[2:4], parse(""), Cancel())] == [()] * 2


def test_a_line_has_the_tags_and_notes_of_its_quote(library, talks):
    quote = Record("quote", talks.quote)
    (bare,) = library.quotes.of_meeting(talks.meeting)
    assert (bare.notes, bare.tags) == (0, ())
    library.tags.put(library.tags.add(name="zones", colour="#a03c2e"), quote)
    library.notes.add(quote, body="Verbatim")
    (line,) = library.quotes.lines([bare.id])
    assert (line.notes, [(tag.name, tag.colour) for tag in line.tags]) == (1, [("zones", "#a03c2e")])
    assert library.quotes.of_meeting(talks.meeting) == [line]
