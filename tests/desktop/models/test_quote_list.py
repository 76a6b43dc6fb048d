"""The model of found quotes: pages over ids, right through searches, edits, undo and other libraries."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db import Cancel, Library
from desktop.commands import edit
from desktop.models.quote_list import LINE, PAGE, PAGES, Heading, QuoteListModel, attribution, citation_text, spoken

MANY = 3 * PAGE + 5


@pytest.fixture
def speeches(library):
    """A library of many quotes, the newest said last; every third names the ceasefire."""
    with library.revise("Make speeches"):
        meeting = library.meetings.add(uid="m", kind="round", number=1, title="Round")
        speaker = library.people.add(name="Mevlüt Çavuşoğlu")
        for number in range(MANY):
            words = "the ceasefire holds" if number % 3 == 0 else "we met"
            library.quotes.add(
                uid=f"q-{number}", meeting=meeting, speaker=speaker, form="direct", text=f"Number {number}: {words}",
                said_on=f"{1900 + number}-01-01",
            )  # fmt: skip
    library.close()
    return library.path


@pytest.fixture
def model(session, open_file, speeches):
    """The model over the speeches, watched by Qt's own tester all the time."""
    model = QuoteListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    open_file(speeches)
    return model


@pytest.fixture
def search(model, session, idle):
    """Searches to the end; the uids found and what was told."""

    def search(text, order="date"):
        told = []
        model.searched.connect(lambda *found: told.append(found))
        model.search(text, order=order)
        idle(session)
        model.searched.disconnect()
        return uids(model), told

    return search


def uids(model):
    """The quotes of all rows."""
    return [line.uid for row in range(model.rowCount()) if (line := model.quote(model.index(row, 0)))]


def test_all_quotes_stand_newest_first_before_anything_is_typed(model, qtmodeltester):
    qtmodeltester.check(model)
    assert uids(model) == [f"q-{number}" for number in reversed(range(MANY))]


def test_a_search_tells_its_count_and_shows_its_quotes(search, model, qtmodeltester):
    found, told = search("ceasefire")
    qtmodeltester.check(model)
    assert found == [f"q-{number}" for number in reversed(range(0, MANY, 3))]
    assert told[-1] == (len(found), "")


def test_a_new_search_drops_the_one_running(model, session, idle):
    told = []
    model.searched.connect(lambda *found: told.append(found))
    for text in ("c", "ce", "cea", '"Number 7"', '"Number 6:"'):
        model.search(text)
    idle(session)
    assert uids(model) == ["q-6"]
    assert told == [(1, "")]


def test_matches_are_marked_on_the_first_page_and_on_later_ones(search, model, session, idle):
    search("number")
    for row in (0, MANY - 1):
        model.quote(model.index(row, 0))
        idle(session)
        assert model.quote(model.index(row, 0)).marks == ((0, 6),)


def test_fields_narrow_what_the_words_find(search):
    assert search("ceasefire year:1903 ")[0] == ["q-3"]
    assert search("year:1904 ")[0] == ["q-4"]
    assert search("form:reported ")[0] == []


@pytest.mark.parametrize(
    "text",
    ["!?…", '"', '"unclosed', "x" * 10_000, "(" * 500, "\0", "a\0b", "وقف إطلاق", "😀", "\ud800", "*", "NOT",
     "AND OR NOT", "NEAR(a b)", "text:x", "'; DROP TABLE quotes; --", "-", "a" + " b" * 200, "\u202e", "%_"],
)  # fmt: skip
def test_no_text_makes_the_search_fail(search, tasks, text, qtbot):
    failures = []
    tasks.failed.connect(failures.append)
    _, told = search(text)
    assert (failures, len(told)) == ([], 1)


def test_a_remark_says_what_of_a_query_was_not_used(search):
    assert search("?!")[1] == [(0, "There is no letter or digit to search for in this.")]
    assert search("number " * 100)[1][-1][1] == "Only the first 64 words were searched for."


def test_an_edited_quote_shows_its_new_words_in_its_row_and_undo_brings_the_old(search, model, session, idle):
    search("ceasefire")
    session.run(lambda library: library.quotes.edit("q-0", text="The ceasefire broke"))
    idle(session)
    assert model.quote(model.index(model.rowCount() - 1, 0)).text == "The ceasefire broke"
    edit.undo(session)
    idle(session)
    assert model.quote(model.index(model.rowCount() - 1, 0)).text == "Number 0: the ceasefire holds"


def test_a_removed_quote_goes_and_undo_brings_it_back(search, model, session, idle, qtmodeltester):
    before, _ = search("ceasefire")
    session.run(lambda library: library.quotes.remove("q-0", "q-3"))
    idle(session)
    assert uids(model) == before[:-2]
    edit.undo(session)
    idle(session)
    qtmodeltester.check(model)
    assert uids(model) == before


def test_an_edit_that_makes_a_quote_match_brings_it_into_the_search(search, model, session, idle):
    search('"Number 1: "')
    session.run(lambda library: library.quotes.edit("q-4", text="Number 1: again"))
    idle(session)
    assert uids(model) == ["q-4", "q-1"]


def test_a_renamed_speaker_shows_at_once(model, session, idle):
    person = session.library.quotes.page([1])[0].speaker_id
    uid = session.library.people.page([person])[0].uid
    session.run(lambda library: library.people.edit(uid, name="Sergei Lavrov"))
    idle(session)
    assert model.quote(model.index(0, 0)).speaker == "Sergei Lavrov"


def test_a_change_of_topics_leaves_the_list_alone(model, session, idle):
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    session.run(lambda library: library.topics.add(name="peace", label="Peace"))
    idle(session)
    assert resets == []


def test_only_a_few_pages_are_kept(model):
    for row in range(0, MANY, PAGE):
        model.quote(model.index(row, 0))
    assert MANY // PAGE < PAGES
    assert len(model._pages) <= PAGES


def test_another_library_lets_go_of_every_row_at_once(model, session, settings, idle, tmp_path):
    from desktop.commands import libraries

    Library.create(tmp_path / "other.parley", "Other").close()
    libraries.open_library(session, settings, tmp_path / "other.parley")
    assert model.rowCount() == 0
    idle(session)
    assert model.rowCount() == 0


def test_without_a_library_a_search_finds_nothing(session, idle):
    model = QuoteListModel(session)
    model.search("ceasefire")
    idle(session)
    assert model.rowCount() == 0


def test_a_row_is_read_out_in_words(model):
    index = model.index(0, 0)
    words = f"Mevlüt Çavuşoğlu, 1 January {1900 + MANY - 1}, direct speech: Number {MANY - 1}: we met"
    assert index.data() == index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert index.data(LINE).uid == f"q-{MANY - 1}"


def test_a_copied_quote_says_where_it_is_from_and_whether_it_is_verbatim(model):
    row = model.quote(model.index(0, 0))
    line = row._replace(text="Peace", speaker_title="Minister", said_on="2018-03-16", check=None)
    said = "— Mevlüt Çavuşoğlu, Minister, 16 March 2018."
    assert citation_text(line) == f"“Peace”\n{said} Source not known."
    sourced = line._replace(source_title="Talks", publisher="Kazinform", published="2018-03-16", url="https://a.kz/1")
    assert citation_text(sourced) == f"“Peace”\n{said} Source: Talks, Kazinform, 2018-03-16, https://a.kz/1."
    paged = sourced._replace(authors="Brook, Adaline", url=None, page="3")
    assert citation_text(paged).endswith(" Source: Brook, Adaline, Talks, Kazinform, 2018-03-16, p. 3.")
    assert citation_text(paged._replace(page="3–4")).endswith(", pp. 3–4.")
    assert citation_text(paged._replace(page="fol. 2")).endswith(", fol. 2.")
    assert citation_text(line._replace(form="indirect")).startswith("Peace [reported speech]\n")
    assert citation_text(line._replace(recalled=True)).endswith(" known. [recalled, not checked]")


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("verbatim", "[checked: verbatim]"),
        ("marks", "[checked: verbatim but for marks, spaces or words in brackets]"),
        ("differs", "[checked: differs from the source]"),
        ("missing", "[checked: not found in the source]"),
        ("no-text", "[not checked: no text of the source is held]"),
    ],
)
def test_a_copied_quote_says_what_comparing_it_with_its_sources_gave(model, result, told):
    line = model.quote(model.index(0, 0))._replace(check=result, recalled=False)
    assert citation_text(line).endswith(f". {told}")
    recalled = "[recalled, not checked]" if result == "no-text" else f"[recalled, not checked] {told}"
    assert citation_text(line._replace(recalled=True)).endswith(f". {recalled}")


def test_an_unknown_speaker_is_said_to_be_unknown(model):
    line = model.quote(model.index(0, 0))._replace(speaker=None, speaker_title=None, said_on=None)
    assert attribution(line) == "Speaker not known"
    assert spoken(line).startswith("Speaker not known, date not known, direct speech: ")


def test_tags_and_notes_of_a_quote_show_at_once_also_in_words(model, session, idle):
    uid = model.quote(model.index(0, 0)).uid
    session.run(lambda library: library.tags.put(library.tags.add(name="zones"), ("quote", uid)))
    session.run(lambda library: library.notes.add(("quote", uid), body="Verbatim?"))
    idle(session)
    line = model.quote(model.index(0, 0))
    assert ([tag.name for tag in line.tags], line.notes) == (["zones"], 1)
    assert spoken(line).endswith("; tags: zones; 1 note")


def test_a_search_by_tag_follows_the_tags(model, session, idle):
    keys = []

    def put(library):
        tag = library.tags.add(name="zones")
        library.tags.put(tag, ("quote", "q-3"), ("quote", "q-5"))
        keys.append(library.tags.get(tag).id)

    session.run(put)
    idle(session)
    model.search("tag:zones ")
    idle(session)
    assert uids(model) == ["q-5", "q-3"]
    edit.undo(session)
    idle(session)
    assert uids(model) == []


@pytest.fixture
def alike(library, session, open_file):
    """The model over many quotes that name Lavrov and some that only sound so, watched by Qt's own tester."""

    def alike(written, sounds):
        with library.revise("Make speeches"):
            for number in range(written + sounds):
                name = "Lavrov" if number < written else "Lawrow"
                library.quotes.add(uid=f"q-{number}", form="direct", text=f"Then {name} spoke", said_on="1999")
        library.close()
        model = QuoteListModel(session)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
        open_file(library.path)
        return model

    return alike


@pytest.mark.parametrize(("written", "sounds"), [(3, 2), (0, 2), (PAGE, 3), (PAGE + 9, 1), (10, PAGE + 5)])
def test_what_only_sounds_so_stands_below_a_heading(alike, session, idle, qtmodeltester, written, sounds):
    model = alike(written, sounds)
    model.search("Lavrov")
    idle(session)
    qtmodeltester.check(model)
    assert model.rowCount() == written + 1 + sounds
    lines = [model.quote(model.index(row, 0)) for row in range(model.rowCount())]
    names = [line.text.split()[1] if line else "" for line in lines]
    assert names == ["Lavrov"] * written + [""] + ["Lawrow"] * sounds
    heading = model.index(written, 0)
    assert heading.data(LINE) == Heading(written, sounds)
    assert model.id_of(heading) is None
    assert model.flags(heading) == Qt.ItemFlag.ItemNeverHasChildren
    assert [model.id_of(model.index(row, 0)) for row in range(model.rowCount())] == [
        line.id if line else None for line in lines
    ]


def test_the_last_rows_are_marked_below_a_heading_too(alike, session, idle):
    model = alike(PAGE, PAGE)
    model.search("Lavrov")
    idle(session)
    last = model.index(model.rowCount() - 1, 0)
    model.quote(last)
    idle(session)
    assert model.quote(last).marks == ((5, 11),)


def test_a_heading_is_read_out():
    assert str(Heading(3, 1)) == "1 more with a name that sounds alike"
    assert str(Heading(0, 1200)) == "1,200 with names that sound alike"


def test_the_best_matches_of_common_words_take_their_place_when_they_are_known(library, session, open_file, idle):
    with library.revise("Make speeches"):
        for number in range(1200):
            text = "peace peace peace" if number == 600 else f"They spoke of peace and of much else in hall {number}"
            library.quotes.add(uid=f"q-{number}", form="direct", text=text, said_on=f"{1000 + number}")
    library.close()
    model = QuoteListModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    open_file(library.path)
    told, first = [], []

    def top():
        line = model.quote(model.index(0, 0))
        return line and line.uid

    model.ranking.connect(told.append)
    model.reordering.connect(lambda: first.append(top()))
    model.search("peace ", order="best")
    idle(session)
    assert (told[-2:], first) == ([True, False], ["q-1199"])
    assert (top(), model.rowCount()) == ("q-600", 1200)
    model.search("peace hall 77 ", order="best")
    idle(session)
    assert told[-1] is False
    assert top() == "q-77"


def test_how_many_there_are_is_told_as_soon_as_they_are_counted(search, model, session, idle):
    told = []
    model.numbered.connect(lambda count: told.append(("counted", count)))
    model.searched.connect(lambda count, _: told.append(("listed", count)))
    with session.library.revise("Add"):
        for _ in range(PAGE):
            session.library.quotes.add(form="direct", text="a zebra word")
    idle(session)
    told.clear()
    search("zebra")
    assert sorted(told) == [("counted", PAGE), ("listed", PAGE)]


def test_a_spelling_that_is_added_or_taken_back_changes_what_is_found(search, model, session, idle):
    person = session.library.people.all(Cancel())[0].uid
    assert search("dogan ")[0] == []
    queries = []
    model.understood.connect(queries.append)
    session.run(lambda library: library.aliases.add(record_kind="person", record_uid=person, form="Dogan"))
    idle(session)
    assert model.rowCount() == MANY
    assert queries[-1].also == ("Mevlüt Çavuşoğlu",)
    edit.undo(session)
    idle(session)
    assert model.rowCount() == 0


def test_an_outcome_put_under_a_topic_changes_what_is_found_by_topic(search, model, session, idle):
    session.run(lambda library: library.topics.add(uid="dams", name="dams", label="Dams"))
    idle(session)
    assert search("topic:dams ")[0] == []

    def put(library):
        library.outcomes.put_under(library.outcomes.add(meeting="m", act="agreed", text="Open them"), "dams")

    session.run(put)
    idle(session)
    assert model.rowCount() == MANY
