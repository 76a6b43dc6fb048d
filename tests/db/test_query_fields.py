from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import Cancel, Library, did_you_mean, query_completion
from db.query_names import Names
from db.query_tokens import FIELDS
from db.quote_query import parse
from db.references import Record


class Lakes(NamedTuple):
    """A made-up library: two meetings, two speakers, a tree of topics."""

    library: Library
    quotes: dict[str, str]


@pytest.fixture
def lakes(library):
    """Quotes called by their texts: spring and autumn from two meetings, stray from none."""
    mira = library.people.add(name="Mira Kolen")
    library.aliases.add(record_kind="person", record_uid=mira, form="Мира Колен")
    tarik = library.people.add(name="Tarik Vos")
    ardania = library.parties.add(name="Ardania", short_name="ARD", kind="state")
    first = library.meetings.add(kind="round", number=1, title="First", starts="2031-05-03", city="Bergvik")
    second = library.meetings.add(
        kind="working-group", number=1, title="Second", starts="2032-10-01", city="New Oslohamn", country="Ardania"
    )
    library.aliases.add(record_kind="place", canonical="Bergvik", form="Bergen-Vik")
    library.aliases.add(record_kind="place", canonical="Faraway", form="Far Away")  # where no meeting was
    library.participations.add(meeting=first, party=ardania, role="conflict-party", attendance="reported")
    water = library.topics.add(name="water", label="Water")
    dams = library.topics.add(name="dams", label="Dams and locks", parent=water)
    outcome = library.outcomes.add(meeting=first, act="agreed", text="Open the dams")
    library.outcomes.put_under(outcome, dams)
    quotes = {
        "spring": library.quotes.add(
            meeting=first, speaker=mira, party=ardania, form="direct", text="spring", said_on="2031-05-03"
        ),
        "autumn": library.quotes.add(meeting=second, speaker=tarik, form="indirect", text="autumn", said_on="2032-10"),
        "stray": library.quotes.add(form="direct", text="stray"),
    }
    tag = library.tags.add(name="Key words")
    library.tags.put(tag, Record("quote", quotes["stray"]))
    library.notes.add(Record("quote", quotes["stray"]), body="Who said this?")
    source = library.sources.add(title="Press conference", publisher="Lake Herald")
    library.citations.add(Record("quote", quotes["autumn"]), source=source)
    return Lakes(library, quotes)


def asked(lakes, text, **given):
    return parse(text, names=Names(lakes.library, Cancel()), typing=given.pop("typing", False), **given)


def found(lakes, text):
    return {line.text for line in lakes.library.quotes.first(asked(lakes, text), Cancel(), 99)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speaker:kolen", {"spring"}),
        ("speaker:Kolen spring", {"spring"}),
        ("speaker:Mira Kolen", {"spring"}),
        ('speaker:"мира колен"', {"spring"}),
        ("speaker: vos", {"autumn"}),
        ("speaker:ko", {"spring"}),
        ("-speaker:kolen", {"autumn", "stray"}),
        ("speaker:kolen OR speaker:vos", {"spring", "autumn"}),
        ("party:ard", {"spring"}),
        ("role:conflict-party", {"spring"}),
        ('role:"Conflict parties"', {"spring"}),
        ("role:conflict party", {"spring"}),
        ("role:host", set()),
        ("year:2031", {"spring"}),
        ("year:2031-2032", {"spring", "autumn"}),
        ("year:2032..2031", {"spring", "autumn"}),
        ("year:1900-2999", {"spring", "autumn"}),
        ("year:none", {"stray"}),
        ("form:direct", {"spring", "stray"}),
        ("form:reported", {"autumn"}),
        ("tag:key words", {"stray"}),
        ("after:2031", {"autumn"}),
        ("after:2031-05-03", {"autumn"}),
        ("after:2031-05-02", {"spring", "autumn"}),
        ('after:"2 May 2031"', {"spring", "autumn"}),
        ("before:2032", {"spring"}),
        ("before:2033", {"spring", "autumn"}),
        ("after:2030 before:2032", {"spring"}),
        ("after:2032 before:2031", set()),
        ("-after:2031", {"spring", "stray"}),
        ("stray OR after:2031", {"stray", "autumn"}),
        ("before:2032 -speaker:vos", {"spring"}),
        ("speaker:", {"spring", "autumn", "stray"}),
        ("round:1", {"spring"}),
        ("round:1-9", {"spring"}),
        ("kind:working group", {"autumn"}),
        ("place:Bergen-Vik", {"spring"}),
        ("place:Bergen-Vik OR place:Ardania", {"spring", "autumn"}),
        ("-place:bergvik", {"autumn", "stray"}),
        ("topic:water", {"spring"}),
        ("source:herald", {"autumn"}),
        ("has:note", {"stray"}),
        ("-has:note", {"spring", "autumn"}),
    ],
)
def test_fields_narrow(lakes, text, expected):
    assert found(lakes, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("round:1", "m1"),
        ("kind:round", "kround"),
        ("kind:working group", "kworkinggroup"),
        ("kind:Rounds", "kround"),
        ("place:bergvik", "m1"),
        ("place:Bergen-Vik", "m1"),
        ('place:"new oslo"', "m2"),
        ("place:Ardania", "m2"),
        ("topic:water", "m1"),
        ("topic:dams", "m1"),
        ("topic:locks", "m1"),
        ("has:note", "n"),
        ("has:notes", "n"),
    ],
)
def test_fields_of_meetings_and_notes_stand_for_tokens(lakes, text, expected):
    assert asked(lakes, text).match == f"facets : ({expected})"


def test_a_source_stands_for_its_token(lakes):
    assert asked(lakes, "source:herald").match == asked(lakes, "source:press conference").match == "facets : (d1)"


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("speaker:kolem", "No speaker here is called “kolem”; the nearest is “Mira Kolen”."),
        ("kind:sumit", "No kind of meeting here is called “sumit”; the nearest is “summit”."),
        ("place:bergwik", "No place of a meeting here is called “bergwik”; the nearest is “Bergvik”."),
        ("place:Бергвик", "No place of a meeting here is called “Бергвик”; the nearest is “Bergvik”."),
        ('place:"Нью Ослохамн"', "No place of a meeting here is called “Нью Ослохамн”; the nearest is “New Oslohamn”."),
        ("place:Farawey", "No place of a meeting here is called “Farawey”."),
        ("place:🕊", "No place of a meeting here is called “🕊”."),
        ("speaker:Коллен", "No speaker here is called “Коллен”; the nearest is “Mira Kolen”."),
        ("speaker:qqqq", "No speaker here is called “qqqq”."),
        ("round:9", "No round 9 is in this library."),
        ("year:31", "“31” is no year: write 2018 or 2017-2019."),
        ("after:soon", "“soon” is not a date: write 2018, 2018-06, 16 March 2018 or 16.03.2018."),
        ("after:2032 before:2031", "No day is left between after: and before:."),
    ],
)
def test_a_value_that_is_not_known_finds_nothing_and_says_so(lakes, text, remark):
    assert found(lakes, text) == set()
    assert asked(lakes, text).remark == remark


def test_a_value_that_is_not_known_is_coloured_so(lakes):
    assert [span.kind for span in asked(lakes, "speaker:kolem alpha").spans] == ["field", "unknown", "word"]
    assert [span.kind for span in asked(lakes, "speaker:Mira Kolen alpha").spans] == ["field", "value", "word"]


def test_a_date_that_is_being_typed_does_not_narrow_yet(lakes):
    for text in ("after:20", "year:2", "after:2031-"):
        assert asked(lakes, text, typing=True).remark == ""
        assert asked(lakes, text, typing=True).match != "facets : none"


def test_a_word_with_a_colon_that_is_no_field_is_searched_for_and_said(lakes):
    assert found(lakes, "spring:time") == set()
    assert asked(lakes, "colour:spring").remark.startswith("“colour:” is no field, so it was searched for as a word.")
    assert asked(lakes, "12:30").remark == ""


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "spring near autumn",
            "“near” asks for words at most 10 apart; put it in quotation marks to search for the word.",
        ),
        ("spring near/3 autumn", ""),
        ("spring NEAR autumn", ""),
        ("spring near/5000 autumn", "“near/5000” asks for words at most 1000 apart."),
        ("(spring OR autumn) near stray", "“near” stands between no two words here, so it was searched for as a word."),
        ("spring near -autumn", "“near” stands between no two words here, so it was searched for as a word."),
        ("spring near/99999 autumn", "“near/99999” was searched for as a word: near/1000 is the furthest."),
        ("spring or autumn", "“or” was searched for as a word: to combine words, write OR in capitals."),
        ("spring Not autumn", "“Not” was searched for as a word: to combine words, write NOT in capitals."),
        ("and spring", ""),
        ("spring and", ""),
        ('spring "or" autumn', ""),
        ("speaker:mira or autumn", "“or” was searched for as a word: to combine words, write OR in capitals."),
    ],
)
def test_what_may_have_been_meant_as_an_operator_is_said_so(lakes, text, remark):
    assert asked(lakes, text).remark == remark


@pytest.mark.parametrize("text", ["spring or", "spring near", "spring near/"])
def test_nothing_is_said_of_a_word_that_is_being_typed(lakes, text):
    assert asked(lakes, text, typing=True).remark == ""


PREFIXES = st.sampled_from(["", *(f"{name}:" for name in FIELDS), *(f'{name}:"' for name in FIELDS), "-", "near ", "("])
LONG = st.text(min_size=1, max_size=30).map(lambda piece: (piece * (10_000 // len(piece) + 1))[:10_000])


@settings(max_examples=150)
@given(PREFIXES, st.text() | LONG, PREFIXES, st.booleans(), st.sampled_from(["", "spellings:typed "]))
def test_no_text_after_any_field_makes_a_search_fail(shipped, prefix, text, other, typing, spellings):
    query = parse(f"{spellings}{prefix}{text} {other}{text}"[:10_000], names=Names(shipped, Cancel()), typing=typing)
    shipped.quotes.first(query, Cancel(), 3)
    if query.sound_match:
        shipped.quotes.first(query._replace(match=query.sound_match), Cancel(), 3)
    assert len(query.match) < 100_000


@settings(max_examples=150)
@given(PREFIXES, st.text() | LONG, PREFIXES)
@example("", "\u202e ", "")
@example("place:", "a ", "place:")
@example("place:", "ᾳ", "place:")
def test_no_text_after_any_field_makes_its_completion_or_a_proposal_fail(shipped, prefix, text, other):
    typed = f"{prefix}{text} {other}{text}"
    typed = (typed * (10_000 // len(typed) + 1))[:10_000]
    query_completion.complete(shipped, typed, len(typed), Cancel())
    did_you_mean.proposal(shipped, typed, Cancel())


def test_many_fields_are_told(lakes):
    assert asked(lakes, "year:2031 " * 17).remark == "Only the first 16 fields were searched for."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after:2 May 2031 ", {"spring", "autumn"}),
        ("after:May 2031", {"autumn"}),
        ("before: 4 May 2031 spring ", {"spring"}),
        ("before:2032 may ", set()),
    ],
)
def test_a_day_of_several_words_needs_no_quotation_marks(lakes, text, expected):
    assert found(lakes, text) == expected
    assert asked(lakes, text).remark == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("year:2031-05", "“2031-05” is no year: write 2018 or 2017-2019."),
        ("year:soon", "“soon” is no year: write 2018 or 2017-2019."),
        ("after:03/04/2031", "“03/04/2031” can be two days: write 3 April 2031 or 4 March 2031."),
        ("after:2031-02-30", "“2031-02-30” is not in the calendar."),
        ("before:soon", "“soon” is not a date: write 2018, 2018-06, 16 March 2018 or 16.03.2018."),
    ],
)
def test_what_can_become_no_day_or_year_any_more_is_said_while_it_is_typed(lakes, text, sentence):
    query = asked(lakes, text, typing=True)
    assert (query.remark, query.match) == (sentence, "facets : none")


@pytest.mark.parametrize(
    "text",
    [
        "year:2031-", "year:2031-20", "year:2031..", "year:no", "year:unk", "after:1", "after:20", "after:2031-",
        "after:2031-05-", "after:3.", "after:3.5", "after:3.5.20", 'after:"3 Ma', 'after:"May 3, 20', "before:sep",
    ],
)  # fmt: skip
def test_a_day_or_year_that_is_still_being_typed_is_passed_over(lakes, text):
    query = asked(lakes, text, typing=True)
    assert (query.remark, query.match) == ("", "facets : all")


def test_of_names_that_are_folded_alike_the_one_to_the_letter_is_meant(lakes):
    for name in ("Önel", "Onel"):
        lakes.library.quotes.add(form="direct", text=f"by {name}", speaker=lakes.library.people.add(name=name))
    assert found(lakes, "speaker:Önel ") == {"by Önel"}
    assert found(lakes, "speaker:Onel ") == {"by Onel"}
    assert found(lakes, "speaker:ÖNEL ") == {"by Önel", "by Onel"}


def test_fields_that_mean_very_many_records_search_for_some_and_say_so(lakes):
    with lakes.library.revise("Add people"):
        for number in range(600):
            lakes.library.people.add(name=f"Ann{number} Bell{number}")
    assert asked(lakes, "speaker:ann").remark == "speaker: means 600 here, of which 500 were searched for."
    query = asked(lakes, "speaker:ann OR speaker:bell OR -speaker:ann")
    assert "The fields together mean more than 1,000 records; not all were searched for." in query.remark
    assert query.match.count(" OR s") < 1010
    assert found(lakes, "speaker:tarik OR speaker:mira ") == {"spring", "autumn"}


def test_what_is_typed_twice_is_searched_for_once(lakes):
    assert asked(lakes, "speaker:mira speaker:mira zones zones ").match == asked(lakes, "speaker:mira zones ").match
    assert len(asked(lakes, "zones zones ").marks) == 1


def test_many_words_of_a_name_are_found_in_any_order_by_their_beginnings(lakes):
    assert found(lakes, 'speaker:"kol mir kol" ') == {"spring"}
    assert found(lakes, 'speaker:"kol mir q" ') == set()
