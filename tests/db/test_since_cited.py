"""A value that was changed after it was cited is told, until it says the same again or somebody looked at it."""

import pytest

from db import Cancel, adopting, coverage, merging, since_cited
from db.errors import Gone
from db.references import Record


@pytest.fixture
def edit(library, talks):
    """Changes the words of the cited outcome."""
    return lambda text, **more: library.outcomes.edit(talks.memorandum, text=text, **more)


@pytest.fixture
def cite(library, talks):
    """Cites the source for a field of that outcome, or for all of it; the uid of the citation."""
    return lambda field="text", source=talks.source, **given: library.citations.add(
        Record("outcome", talks.memorandum), source=source, field=field, **given
    )


@pytest.fixture
def since(library):
    """What was changed since it was cited: column, then, now, whether it rests on that citation."""

    def since():
        with library.reading() as conn:
            return [one[1:] for one in since_cited.find(conn)]

    return since


@pytest.fixture
def share(library, talks, shares):
    """How the values of the meeting stand, looked at alone; the same as among all."""

    def share():
        record = Record("meeting", talks.meeting)
        with library.reading() as conn:
            alone = coverage.share(conn, record)
        assert shares()[library.meetings.get(talks.meeting).id] == alone
        return alone

    return share


CHANGED = [("text", "Memorandum on zones", "A memorandum", True)]


def test_a_value_that_was_changed_after_its_citation_is_told_and_no_longer_seen(cite, edit, since, share):
    cite()
    before = share()
    assert since() == []
    edit("A memorandum")
    assert since() == CHANGED
    assert (share().seen, share().changed, share().total) == (before.seen - 1, 1, before.total)


def test_a_value_that_was_cited_after_it_was_changed_is_not(cite, edit, since):
    edit("A memorandum")
    cite()
    assert since() == []


def test_undo_clears_it_and_redo_brings_it_again(library, cite, edit, since):
    cite()
    edit("A memorandum")
    library.undo()
    assert since() == []
    library.redo()
    assert since() == CHANGED
    edit("Something else")
    edit("Memorandum on zones")
    assert since() == []


def test_what_is_confirmed_is_seen_again_as_one_step_that_can_be_undone(library, cite, edit, since, share):
    uid = cite()
    before = share()
    edit("A memorandum")
    told = []
    library.on_change(told.append)
    since_cited.confirm(library, uid)
    assert since() == []
    assert share() == before
    step = library.history.steps(Cancel(), limit=1)[0]
    assert step.label == "Confirm citation"
    (change,) = library.history.changes(step.id)
    assert (change.kind, change.operation, change.fields, change.there) == ("citation", "look", (), True)
    library.undo()
    assert since() == CHANGED
    assert [changes.rows for changes in told] == [{"citations": 1}] * 2
    library.redo()
    assert since() == []
    edit("Memorandum on zones")
    assert since() == [("text", "A memorandum", "Memorandum on zones", True)]


def test_a_confirmation_that_is_taken_back_later_no_longer_counts(library, cite, edit, since):
    uid = cite()
    edit("A memorandum")
    since_cited.confirm(library, uid)
    step = library.history.steps(Cancel(), limit=1)[0]
    library.meetings.edit("astana-01", city="Astana")
    library.take_back(step.id)
    assert since() == CHANGED


def test_a_confirmation_that_is_undone_and_redone_a_thousand_times_is_told_at_once(library, cite, edit, since):
    uid = cite()
    edit("A memorandum")
    since_cited.confirm(library, uid)
    with library.revise("Undo and redo") as db:
        first = db.conn.execute("SELECT max(id) - 1 FROM revisions").fetchone()[0]
        db.conn.executemany(
            "INSERT INTO revisions (id, label, made_at, kind, reverts) VALUES (?, 'Undo', '2031', 'undo', ?)",
            [(first + 2 + number, first if number == 0 else first + 1 + number) for number in range(2001)],
        )
        db.conn.execute("UPDATE citations SET page = '1' WHERE uid = ?", [uid])
    assert since() == CHANGED


def test_what_is_no_longer_there_cannot_be_confirmed(library, talks):
    with pytest.raises(Gone):
        since_cited.confirm(library, "nothing")


def test_who_cites_another_passage_has_looked_but_not_who_corrects_a_page(library, cite, edit, since):
    uid = cite()
    edit("A memorandum")
    library.citations.edit(uid, page="4")
    assert since() == CHANGED
    library.citations.edit(uid, starts=0, ends=17)
    assert since() == []
    library.undo()
    assert since() == CHANGED


def test_a_corrected_text_of_the_source_confirms_nothing(library, talks, cite, edit, since):
    cite(starts=0, ends=17)
    edit("A memorandum")
    library.sources.edit(talks.source, text="Corrected. " + library.sources.text(talks.source))
    assert since() == CHANGED


def test_a_citation_that_was_removed_and_put_back_stands_for_what_it_stood_for(library, cite, edit, since):
    uid = cite()
    edit("A memorandum")
    library.citations.remove(uid)
    assert since() == []
    library.undo()
    assert since() == CHANGED


def test_a_citation_of_the_whole_stands_for_every_value_that_counts(library, talks, cite, edit, since, share):
    cite(field=None)
    before = share()
    edit("A memorandum", actor="Aland")
    assert since() == [("actor", None, "Aland", True), *CHANGED]
    assert (share().changed, share().seen) == (2, before.seen - 1)
    library.outcomes.move(talks.memorandum, 2)
    library.outcomes.put_under(talks.memorandum, talks.topic)
    assert len(since()) == 2


def test_a_nearer_citation_takes_over(cite, edit, since, share):
    cite(field=None)
    edit("A memorandum")
    cite()
    assert [one[3] for one in since()] == [False]
    assert share().changed == 0


def test_a_speaker_who_was_changed_rests_on_the_words_no_longer(library, talks, since, share):
    assert share().changed == 0
    other = library.people.add(name="Ada Example")
    library.quotes.edit(talks.quote, speaker=other)
    assert [(column, rests) for column, _, _, rests in since()] == [("speaker_id", True)]
    assert share().changed == 1
    library.undo()
    assert since() == []


def test_two_people_who_are_one_change_nothing(library, talks, since):
    cited = library.citations.add(Record("participation", talks.line), source=talks.source, field="head_id")
    other = library.people.add(name="Sergei Lavrov")
    merging.merge(library, "person", other, talks.lavrov)
    assert since() == []
    library.undo()
    assert since() == []
    library.participations.edit(talks.line, head=other)
    assert [one[0] for one in since()] == ["head_id"]
    with library.reading() as conn:
        found = since_cited.of_citation(conn, library.citations.get(cited).id)
        assert since_cited.words(conn, "participation", found) == "Head of delegation then: “Sergey Lavrov”"


@pytest.mark.parametrize("both", [False, True])
def test_sources_that_are_made_one_confirm_nothing(library, talks, cite, edit, since, both):
    other = library.sources.add(title="The same", text=library.sources.text(talks.source))
    cite(source=other, starts=0, ends=17, as_worded="a paper")
    if both:  # then the two citations become one, which has the wording of the other
        cite(starts=0, ends=17)
    edit("A memorandum")
    assert since() == CHANGED * (1 + both)
    merging.merge(library, "source", talks.source, other)
    assert since() == CHANGED
    library.undo()
    assert since() == CHANGED * (1 + both)


def test_what_a_value_said_is_told_in_the_words_of_people(library, talks):
    library.citations.add(Record("meeting", talks.meeting), source=talks.source, field="starts")
    library.citations.add(Record("participation", talks.line), source=talks.source, field="attendance")
    library.meetings.edit(talks.meeting, starts="2017-01-25", ends="2017-01-26")
    library.participations.edit(talks.line, attendance="invited")
    with library.reading() as conn:
        found = {one.column: one for one in since_cited.find(conn)}
        assert since_cited.words(conn, "meeting", [found["starts"]]) == "First day then: “23 January 2017”"
        assert since_cited.words(conn, "participation", [found["attendance"]]) == "Attendance then: “reported”"


def test_a_recalled_value_stays_recalled(library, talks, edit, since, share):
    library.citations.add(Record("outcome", talks.memorandum), field="text")
    edit("A memorandum")
    assert since() == []
    assert share().recalled == 1


def test_following_a_reading_looks_at_the_passages(library, talks, since):
    meeting = Record("meeting", talks.meeting)
    old = library.citations.add(meeting, source=talks.source, field="starts", starts=0, ends=17)
    readings = [
        library.readings.add(meeting, about="the day", field="starts", value=day)
        for day in ("23 January 2017", "24 January 2017")
    ]
    library.citations.add(Record("reading", readings[0]), source=talks.source, starts=0, ends=17)
    library.citations.add(Record("reading", readings[1]), source=talks.source, starts=4, ends=17)
    adopting.adopt(library, readings[1], "two papers")
    assert since() == []
    assert library.citations.get(old).relation == "contradicts"
    adopting.adopt(library, readings[0], "after all")
    assert since() == []
    assert library.citations.get(old).relation == "states"


def test_a_damaged_log_hides_nothing_else(library, cite, edit, since, talks):
    cite()
    edit("A memorandum")
    library.writer.conn.execute(
        "UPDATE changes SET before = '{' WHERE table_name = 'meetings' OR table_name = 'citations'"
    )
    assert since() == CHANGED


def test_every_look_at_the_log_uses_an_index(library, talks, cite, edit, share):
    cite()
    edit("A memorandum")
    statements = []
    with library.reading() as conn:
        conn.set_trace_callback(statements.append)
        coverage.share(conn, Record("meeting", talks.meeting))
        conn.set_trace_callback(None)
        asked = {statement for statement in statements if statement.startswith("SELECT") and "changes" in statement}
        plans = {detail for sql in asked for *_, detail in conn.execute(f"EXPLAIN QUERY PLAN {sql}")}
    assert any("changes_of_row (table_name=? AND row_id=?)" in plan for plan in plans)
    assert not [
        plan
        for plan in plans
        if plan.startswith("SCAN") and "json_each" not in plan and plan != "SCAN j VIRTUAL TABLE INDEX 1:"
    ]
