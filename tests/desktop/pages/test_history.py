"""A step as a page: who, when, each record and field, with the changed words marked in more than colour."""

import re

import pytest

from db import Cancel, Library
from db.references import Record
from desktop.models.step_details import read_step
from desktop.pages import history
from desktop.pages.history import step_page


def make(path):
    """The file of a library with a meeting, written by Ada."""
    with Library.create(path, "History", author="Ada") as library:
        library.meetings.add(uid="m", kind="round", title="Round A", starts="2024-05", city="City A")
        library.outcomes.add(uid="o", meeting="m", act="agreed", text="A mechanism for the ceasefire was made")
    return path


@pytest.fixture
def library(copy_of):
    """A library with a meeting, written by Ada."""
    with Library(copy_of(make, "history.parley"), author="Ada") as library:
        yield library


@pytest.fixture
def page(library):
    """The page of the newest step, or of one some steps before."""

    def page(of=None, ago=0, after=0):
        step = library.history.steps(Cancel(), limit=ago + 1)[ago]
        details = read_step(library, step.id, of, after, Cancel())
        assert details is not None
        return step_page(details)

    return page


def test_a_step_says_what_who_when_and_how_much(library, page, plain):
    library.meetings.edit("m", city="City B")
    shown = plain(page())
    assert shown.startswith("Edit meeting\nAda · ")
    assert re.search(r"\d{1,2} \w+ 20\d\d, \d\d:\d\d · 1 change\n", shown)
    assert "MEETING CHANGED  Round A as it was · its history" in shown


def test_an_unknown_author_is_said_to_be_so(library, page, plain):
    library.author = None
    library.meetings.edit("m", city="City B")
    assert "author not known" in plain(page())


def test_old_and_new_stand_by_the_label_of_their_field(library, page, plain):
    library.meetings.edit("m", city="City B", held="planned", starts="2024-06-01", venue="Hotel A")
    shown = plain(page())
    assert re.search(r"City\n+City A[ \u2009]B", shown)
    assert re.search(r"First day\n+May 2024 +1 June 2024", shown)
    assert re.search(r"Held\n+held +planned; that it met was not seen", shown)
    assert re.search(r"Venue\n+not known +Hotel A", shown)


def test_changed_words_are_struck_through_and_underlined(library, page):
    library.outcomes.edit("o", text="A mechanism for the truce was made")
    html = page().html
    assert re.search(r"line-through'>ceasefire</span>\u2009<span style='[^']*underline'>truce</span> was made", html)


def test_long_texts_are_cut_down_to_what_is_around_the_change(library, page, plain):
    before, after = "before " * 300, " after" * 300
    library.outcomes.edit("o", text=f"{before}ceasefire{after}")
    library.outcomes.edit("o", text=f"{before}truce{after}")
    shown = plain(page())
    assert re.search(r"…( before)+ ceasefire[ \u2009]truce( after)+ …\nCopy the old text · copy the new one", shown)
    assert len(shown) < 1000


def test_of_very_many_changes_in_a_text_the_first_are_shown(library, page, plain):
    words = [f"word{number}" for number in range(3000)]
    library.outcomes.edit("o", text=" ".join(words))
    words[::3] = ["changed"] * 1000
    library.outcomes.edit("o", text=" ".join(words))
    shown = plain(page())
    assert "more stretches" in shown
    assert 100 < shown.count("changed") < 150


def test_a_long_value_that_came_whole_is_cut_and_can_be_copied(library, page, plain):
    library.meetings.edit("m", summary="word " * 1000)
    shown = plain(page())
    assert "Copy all 5,000 characters" in shown
    assert len(shown) < history.LONGEST + 500


def test_an_addition_tells_its_values_without_repeating_its_title(page, plain):
    shown = plain(page())
    assert "OUTCOME ADDED  A mechanism for the ceasefire was made of meeting “Round A”" in shown
    assert re.search(r"Act\n+agreed", shown)
    assert shown.count("A mechanism") == 1


def test_a_removal_tells_what_was_there(library, page, plain):
    library.meetings.remove("m")
    shown = plain(page())
    assert "MEETING REMOVED  Round A" in shown
    assert re.search(r"City\n+City A", shown)
    assert "record:" not in page().html  # what is gone has no form


def test_a_record_that_is_there_leads_to_its_form(library, page):
    library.meetings.edit("m", city="City B")
    assert "href='record:meeting:m'" in page().html


def test_topics_and_tags_are_put_on_and_taken_off(library, page, plain):
    tag = library.tags.add(name="Key")
    library.tags.put(tag, Record("outcome", "o"))
    assert "TAG PUT ON  Key outcome “A mechanism for the ceasefire was made”" in plain(page())
    library.tags.take(tag, Record("outcome", "o"))
    assert "TAG TAKEN OFF  Key" in plain(page())


def test_a_note_on_the_library_says_so(library, page, plain):
    with library.reading() as conn:
        (uid,) = conn.execute("SELECT value FROM library WHERE key = 'uid'").fetchone()
    library.notes.add(Record("library", uid), body="Mind the gaps.")
    assert "NOTE ADDED  Mind the gaps. on this library" in plain(page())


def test_a_step_that_was_taken_back_says_so_and_leads_to_the_other(library, page, plain):
    library.meetings.edit("m", city="City B")
    step = library.history.steps(Cancel(), limit=1)[0].id
    library.undo()
    assert f"href='step:{step}'" in page().html
    assert "This step has been taken back since." in plain(page(ago=1))


def test_long_steps_are_paged(library, page, plain):
    with library.revise("Import"):
        for number in range(300):
            library.people.add(name=f"Person {number}")
    first = page()
    (after,) = re.findall(r"href='more:(\d+)'>Show the next 256<", first.html)
    rest = page(after=int(after))
    assert plain(first).count("PERSON ADDED") == 256
    assert plain(rest).count("PERSON ADDED") == 44
    assert "Show the first" in plain(rest)
    assert "Show the next" not in plain(rest)


def test_in_the_history_of_a_record_only_what_concerns_it_is_shown_and_the_rest_offered(library, page, plain):
    with library.revise("Correct both"):
        library.people.add(name="Ada")
        library.meetings.edit("m", city="City B")
    shown = plain(page(of=Record("meeting", "m")))
    assert "PERSON" not in shown
    assert "its history" not in shown
    assert "This step changed other records too: show all of it" in shown


def test_a_step_that_left_all_as_it_was_says_so(library, page, plain):
    library.meetings.edit("m", city="City B")
    with library.revise("Edit meeting", into=library.history.steps(Cancel(), limit=1)[0].id):
        library.meetings.edit("m", city="City A")
    assert "This step left everything as it was." in plain(page())


def test_hostile_texts_are_shown_as_typed(library, page, plain):
    hostile = "<img src='file:x'><Iran> & </td></table> \"q\""
    library.author = hostile
    library.meetings.edit("m", city=hostile)
    library.meetings.edit("m", city=f"{hostile} more")
    for ago in (0, 1):
        assert plain(page(ago=ago)).count(hostile) == 2
        assert "<img" not in page(ago=ago).html


def test_a_citation_leads_to_its_passage_or_without_a_source_to_its_form(library, page, plain):
    source = library.sources.add(uid="s", title="Paper", text="Some words of a paper")
    note = library.notes.add_on_passage(source, 0, 4, "Which?")
    assert "CITATION ADDED" in plain(page())
    assert "record:note:" in page().html
    assert f"citation:{library.citations.of(Record('note', note))[0].uid}" in page().html
    assert "record:citation:" not in page().html
    uid = library.citations.add(Record("meeting", "m"), basis="recalled", as_worded="so they say")
    assert f"record:citation:{uid}" in page().html
