"""The search for quotes across spellings, in every order."""

import sqlite3
from contextlib import closing

import pytest

from db import quote_search, quote_words
from db.cancel import Cancel
from db.quote_query import Query, parse
from db.quote_search import Counts
from db.search_words import Sought, words

NO_CANCEL = Cancel()


@pytest.fixture
def speeches(library):
    """Quotes of four speakers; texts by their year."""
    people = {name: library.people.add(name=name) for name in ("Бета", "Anna", "Çetin")}
    texts = {
        2011: ("Anna", "Lavrov spoke of zones"), 2012: ("Бета", "said: Лавров was here, in Astana itself"),
        2013: ("Çetin", "Herr Lawrow kam"), 2014: (None, "قال لافروف"), 2015: ("Anna", "lavrov lavrov lavrov"),
        2016: ("Бета", "the de-escalation zones"), 2017: (None, "deescalation of Dera’a"),
    }  # fmt: skip
    with library.revise("Add"):
        for year, (speaker, text) in texts.items():
            library.quotes.add(form="direct", said_on=str(year), text=text, speaker=people.get(speaker))
    return library


def found(library, text, order="date"):
    """The years of what is written so and of what only sounds so, in order."""
    query = parse(text)
    lines = library.quotes.first(query, NO_CANCEL, 99, order)
    everything = library.quotes.search(query, NO_CANCEL, order)
    assert list(everything.ids) == [line.id for line in lines]
    assert [line.sounds for line in lines] == [at >= everything.written for at in range(len(lines))]
    years = [int(line.said_on) for line in lines]
    counted = library.quotes.count(query, NO_CANCEL)
    assert counted == Counts(everything.written, len(years) - everything.written)
    return years[: everything.written], years[everything.written :]


@pytest.mark.parametrize(
    ("text", "written", "sounding"),
    [
        ("lavrov ", [2015, 2012, 2011], [2014, 2013]),
        ("Лавров ", [2015, 2012, 2011], [2014, 2013]),
        ("Lawrow ", [2013], [2014, 2012, 2011]),
        ("لافروف ", [2014], [2013, 2012, 2011]),
        ("de-escalation ", [2017, 2016], []),
        ("deescalation ", [2017, 2016], []),
        ('"deescalation of" ', [2017], []),
        ("deraa ", [2017], []),
        ("Deraʿa ", [2017], []),
        ("cetin ", [2013], []),
        ("beta ", [2016, 2012], []),
    ],
)
def test_a_name_is_found_in_every_spelling_and_script(speeches, text, written, sounding):
    assert found(speeches, text) == (written, sounding)


def test_a_text_that_looks_like_a_sound_harms_nothing(speeches):
    speeches.quotes.add(form="direct", text="0lfrf0 0lfrf1 0lfrf0lavrov 0lfrf0\u0300x", said_on="2001")
    assert found(speeches, "Lawrow ") == ([2013], [2014, 2012, 2011])


def test_a_sound_takes_nothing_away(speeches):
    assert found(speeches, "NOT lavrov ")[0] == [2017, 2016, 2014, 2013]


def test_results_come_in_every_order(speeches):
    assert found(speeches, "", "speaker") == ([2015, 2011, 2013, 2016, 2012, 2017, 2014], [])
    assert found(speeches, "", "length") == ([2014, 2015, 2013, 2017, 2016, 2011, 2012], [])
    assert found(speeches, "lavrov ", "best")[0][0] == 2015
    assert found(speeches, "lavrov ", "length") == ([2015, 2011, 2012], [2014, 2013])


@pytest.mark.parametrize("highest", [0, 3_000_000_000])
def test_very_many_stand_in_the_order_of_speakers_too(speeches, monkeypatch, highest):
    monkeypatch.setattr(quote_search, "_MOST_SORTED", 2)
    with closing(sqlite3.connect(speeches.path)) as other, other:
        other.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'quotes'", [highest])
    speeches.quotes.add(form="direct", text="One more", said_on="2018", speaker=None)
    ids = speeches.quotes.search(parse(""), NO_CANCEL, "speaker").ids
    years = [int(line.said_on) for line in speeches.quotes.lines(ids)]
    assert years == [2015, 2011, 2013, 2016, 2012, 2018, 2017, 2014]


def test_all_best_matches_stand_as_the_first_do_however_many_are_looked_at(speeches, monkeypatch):
    whole = found(speeches, "lavrov OR zones ", "best")
    for most in ("MOST_SPELLED", "MOST_MARKED", "STRETCH"):
        monkeypatch.setattr(quote_search, most, 1)
    assert found(speeches, "lavrov OR zones ", "best") == whole


def test_the_best_match_is_spelled_as_typed(speeches):
    for year, text in ((2001, "a deescalation of the lakes, said at length"), (2002, "de-escalation")):
        speeches.quotes.add(form="direct", said_on=str(year), text=text)
    assert found(speeches, "deescalation ", "best")[0][:2] == [2017, 2001]
    assert found(speeches, "de-escalation ", "best")[0][:2] == [2002, 2016]


def test_a_query_without_words_has_no_best_match_and_stands_by_date(speeches):
    assert speeches.quotes.search(parse(""), NO_CANCEL, "best").order == "date"
    assert not speeches.quotes.ranks_at_once(parse(""), NO_CANCEL)


def test_a_common_word_is_ranked_only_by_who_has_patience(library):
    with library.revise("Add"):
        for number in range(1100):
            library.quotes.add(
                form="direct", said_on=f"{1000 + number}", text="peace peace" if number == 7 else "peace now"
            )
    query = parse("peace ")
    assert not library.quotes.ranks_at_once(query, NO_CANCEL)
    assert library.quotes.first(query, NO_CANCEL, 1, "best")[0].said_on == "2099"
    assert library.quotes.search(query, NO_CANCEL, "best", patient=False).order == "date"
    ranked = library.quotes.search(query, NO_CANCEL, "best")
    assert ranked.order == "best"
    assert library.quotes.lines(ranked.ids[:1])[0].said_on == "1007"
    assert library.quotes.ranks_at_once(parse("peace peace*"), NO_CANCEL) is False
    assert library.quotes.ranks_at_once(parse('"peace peace" '), NO_CANCEL)


def test_counting_stops_where_it_is_told(speeches):
    assert speeches.quotes.count(parse("lavrov "), NO_CANCEL, 2) == Counts(2, 2)
    assert speeches.quotes.count(parse("lavrov "), NO_CANCEL, -1) == Counts(3, 2)


def test_a_query_looks_between_its_bounds_only(speeches):
    with speeches.reading() as conn:
        (low, high) = conn.execute("SELECT min(place), max(place) FROM quote_places WHERE quote_id < 3").fetchone()
    query = parse("lavrov ")._replace(bounds=(low, high))
    assert [line.said_on for line in speeches.quotes.first(query, NO_CANCEL, 9)] == ["2012", "2011"]


def test_a_page_that_is_smaller_than_what_is_written_has_no_sounds(speeches):
    assert len(speeches.quotes.find(parse("lavrov "), NO_CANCEL, 2)) == 2
    assert len(speeches.quotes.find(parse("lavrov "), NO_CANCEL, 4)) == 4
    assert len(speeches.quotes.first(parse("lavrov "), NO_CANCEL, 3)) == 3


@pytest.mark.parametrize(
    ("typed", "year", "marked", "reason"),
    [
        ("lavrov ", 2011, ["Lavrov"], ""),
        ("LAVR", 2015, ["lavrov"] * 3, ""),
        ("lavrov ", 2012, ["Лавров"], "“Лавров” has the sounds of “lavrov”"),
        ("lavrov ", 2014, ["لافروف"], "“لافروف” sounds like “lavrov”"),
        ("escalation ", 2016, ["escalation"], ""),
        ("deescalation ", 2016, ["de-escalation"], "“de-escalation” is another way to write “deescalation”"),
        ("de-escalation ", 2017, ["deescalation"], "“deescalation” is another way to write “de-escalation”"),
        ("beta zones ", 2016, ["zones"], "“Бета” has the sounds of “beta”"),
    ],
)
def test_marks_lie_on_the_original_spelling_and_say_why(speeches, typed, year, marked, reason):
    lines = speeches.quotes.first(parse(typed), NO_CANCEL, 99)
    (line,) = (line for line in lines if line.said_on == str(year))
    assert [line.text[start:end] for start, end in line.marks] == marked
    assert line.reason == reason


def test_another_spelling_is_not_told_where_all_words_stand_as_typed(speeches):
    typed = [Sought(tuple(words(word))) for word in ("Herr", "Lawrow")]
    query = Query("text : lawrow", (*typed, Sought(tuple(words("Lawrow")), typed="Herr Lawrow")))
    assert speeches.quotes.first(query, NO_CANCEL, 9)[0].reason == ""


def test_another_spelling_is_told_with_what_was_typed(speeches):
    sought = (Sought(tuple(words("ISIS"))), Sought(tuple(words("Herr Lawrow")), typed="ISIS"))
    (line,) = speeches.quotes.first(Query("text : lawrow", sought), NO_CANCEL, 9)
    assert line.reason == "“Herr Lawrow” is another spelling of “ISIS”"
    assert [line.text[start:end] for start, end in line.marks] == ["Herr Lawrow"]


@pytest.mark.parametrize("most", [0, 32])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"peace talk', {1, 2}), ('"the peace talk', {1}), ("peace near talk", {1, 2, 3}), ("peac* near talks ", {1}),
        ('peace near "new talk', {3}), ('"peace talkx', set()), ("peace-talk", {1, 2}),
    ],
)  # fmt: skip
def test_a_beginning_in_a_phrase_and_near_others_finds_the_same_however_many_words_begin_so(
    library, monkeypatch, typed, found, most
):
    monkeypatch.setattr(quote_words, "MOST_PHRASES", most)
    for text in ("The peace talks", "Peace talkers met", "New talking of peace", "A peace tally"):
        library.quotes.add(form="direct", text=text)
    assert {*library.quotes.find(parse(typed), Cancel())} == found
