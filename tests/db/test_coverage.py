import pytest

from db import coverage
from db.counted_values import COUNTED
from db.coverage import STATES, Share
from db.references import Record
from db.schema import DESCRIPTIONS
from db.vocabulary import RECORD_KINDS


@pytest.fixture
def share(library):
    """How the values of a meeting or event stand."""

    def share(uid, kind="meeting"):
        with library.reading() as conn:
            return coverage.share(conn, Record(kind, uid))

    return share


@pytest.fixture
def states(library):
    """How each field of a record stands."""

    def states(uid):
        found = {}
        with library.reading() as conn:
            for value in coverage.values(conn):
                counted = COUNTED[value.counted]
                sql = f"SELECT uid FROM {RECORD_KINDS[counted.kind]} WHERE id = ?"
                if conn.execute(sql, [value.id]).fetchone()[0] == uid:
                    found[counted.field] = STATES[value.state]
        return found

    return states


@pytest.fixture
def oslo(library):
    """A meeting without any value but its city."""
    return library.meetings.add(kind="summit", title="Summit of the lakes", city="Oslo", country="Norway")


def test_every_counted_field_is_one_of_its_kind():
    assert [one for one in COUNTED if one.field not in DESCRIPTIONS[RECORD_KINDS[one.kind]]] == []
    assert len({(one.kind, one.field) for one in COUNTED}) == len(COUNTED) < 31


def test_an_empty_library_has_no_values(shares):
    assert shares() == {}


def test_a_value_without_citation_is_unsourced(states, oslo):
    assert states(oslo) == {"city": "unsourced"}


def test_what_is_not_known_needs_no_source(library, states, oslo):
    library.meetings.edit(oslo, city=None)
    assert states(oslo) == {"country": "unsourced"}


def test_a_citation_of_the_field_stands_behind_it_alone(library, talks, states):
    library.citations.add(Record("participation", talks.line), source=talks.source, field="role")
    assert states(talks.line) == {"attendance": "unsourced", "role": "seen", "head_id": "unsourced"}


def test_a_citation_of_the_record_stands_behind_all_that_has_none_of_its_own(library, talks, states):
    library.citations.add(Record("participation", talks.line), source=talks.source)
    library.citations.add(Record("participation", talks.line), field="head_id")
    assert states(talks.line) == {"attendance": "seen", "role": "seen", "head_id": "recalled"}


def test_the_best_citation_counts(library, talks, states):
    line = Record("participation", talks.line)
    library.citations.add(line, field="role")
    assert states(talks.line)["role"] == "recalled"
    library.citations.add(line, source=talks.source, field="role", relation="contradicts")
    assert states(talks.line)["role"] == "contradicted"
    library.citations.add(line, source=talks.source, field="role", relation="inferred")
    assert states(talks.line)["role"] == "seen"


def test_a_passage_that_is_no_longer_in_its_source_is_no_evidence(library, talks, states):
    library.citations.edit(library.citations.get(talks.citation).uid, field="text")
    assert states(talks.quote)["text"] == "seen"
    library.sources.edit(talks.source, text="The ministers did not meet.")
    assert library.citations.get(talks.citation).anchor == "orphan"
    assert states(talks.quote)["text"] == "unsourced"
    library.undo()
    assert states(talks.quote)["text"] == "seen"


def test_a_source_that_was_only_recalled_is_not_seen(library, talks, states):
    library.citations.add(Record("outcome", talks.memorandum), source=talks.source, field="act", basis="recalled")
    assert states(talks.memorandum) == {"act": "recalled", "text": "unsourced"}


def test_announced_attendance_counts_apart_though_it_cites_something_seen(library, talks, states):
    library.participations.edit(talks.line, attendance="announced")
    assert states(talks.line)["attendance"] == "unsourced"
    library.citations.add(Record("participation", talks.line), source=talks.source)
    assert states(talks.line) == {"attendance": "announced", "role": "seen", "head_id": "seen"}


def test_only_what_is_unusual_in_that_a_meeting_was_held_needs_a_source(library, oslo, states):
    assert "held" not in states(oslo)
    library.meetings.edit(oslo, held="planned")
    assert states(oslo)["held"] == "unsourced"
    library.citations.add(Record("meeting", oslo), source=library.sources.add(title="Plan"), field="held")
    assert states(oslo)["held"] == "announced"


def test_a_summary_counts_once_somebody_has_given_it_a_citation(library, oslo, states):
    library.meetings.edit(oslo, summary="The lakes were shared out.")
    library.citations.add(Record("meeting", oslo))
    assert "summary" not in states(oslo)
    library.citations.add(Record("meeting", oslo), field="summary")
    assert states(oslo)["summary"] == "recalled"


def test_who_spoke_rests_on_the_citation_of_the_words(library, talks, states):
    cited = library.citations.get(talks.citation)
    library.citations.edit(cited.uid, field="text")
    assert states(talks.quote) == {"text": "seen", "speaker_id": "seen", "said_on": "unsourced"}
    library.citations.add(Record("quote", talks.quote), field="speaker_id")
    assert states(talks.quote)["speaker_id"] == "recalled"


def test_a_meeting_has_the_values_of_all_that_stands_on_it(library, talks, share, shares):
    assert share(talks.meeting) == Share(seen=3, unsourced=9)
    assert shares() == {library.meetings.get(talks.meeting).id: share(talks.meeting)}


def test_an_event_has_values_too(library, share, shares):
    event = library.events.add(kind="other", title="Exchange", happened="2030-02", place="Bridge", number=3)
    library.citations.add(Record("event", event), field="place")
    assert share(event, "event") == Share(recalled=1, unsourced=2)
    assert shares() == {-library.events.get(event).id: Share(recalled=1, unsourced=2)}


def test_a_meeting_and_an_event_of_one_number_are_told_apart(library, share, oslo):
    event = library.events.add(kind="other", title="Exchange", happened="2030-02")
    assert library.events.get(event).id == library.meetings.get(oslo).id
    assert (share(oslo), share(event, "event")) == (Share(unsourced=1), Share(unsourced=1))


def test_quotes_of_no_meeting_belong_to_none(library, shares):
    library.quotes.add(form="direct", text="We shall see")
    assert shares() == {None: Share(unsourced=1)}


def test_a_meeting_that_is_gone_has_no_values(share):
    assert share("nowhere").total == 0


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (Share(seen=41, recalled=3), "41 of 44 values cite something seen"),
        (Share(unsourced=1), "0 of 1 value cites something seen"),
        (Share(seen=1200), "1,200 of 1,200 values cite something seen"),
        (Share(), "There is nothing here yet that needs a source"),
    ],
)
def test_a_share_in_words(of, words):
    assert coverage.words(of) == words
