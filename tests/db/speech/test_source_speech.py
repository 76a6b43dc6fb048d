"""What is suggested from a source, and what became of it."""

import pytest

from db import Cancel, speech
from db.errors import Gone
from db.references import Record
from db.speech.source_speech import StoredPassage, same_passage


def read(library, source, before=None):
    return speech.read(library, source, Cancel(), before)


def told(found):
    return [(one.suggestion.form, one.suggestion.words, one.match.speaker and one.match.speaker.name) for one in found]


def test_all_speech_of_a_text_is_suggested_with_people_and_parties(library, talks):
    got = read(library, talks.source)
    assert told(got.found) == [
        ("direct", "No nets were lost", "Ada Brandt"),
        ("indirect", "Jan Feld noted that the ice had come late this year.", "Jan Feld"),
        ("direct", "The boats are ready", "Jan Feld"),
        ("direct", "Nobody asked us at all.", None),
    ]
    assert [one.match.party and one.match.party.name for one in got.found] == ["Ardania", "Veltria", "Veltria", None]
    assert [one.suggestion.speaker for one in got.found][-1] == "Olga Winter"
    assert [(one.uid, one.name) for one in got.meetings] == [(talks.meeting, "Fishing talks")]
    assert not any(one.stored or one.rejected for one in got.found)


def test_a_source_without_a_text_gives_nothing_and_one_that_is_gone_says_so(library, talks):
    bare = library.sources.add(title="No text")
    assert (read(library, bare).text, read(library, bare).found) == (None, [])
    with pytest.raises(Gone):
        read(library, "nowhere")


def test_a_passage_that_a_quote_cites_is_stored(library, talks):
    one = read(library, talks.source).found[0]
    quote = library.quotes.add(form="direct", text="No nets were lost")
    library.citations.add(
        Record("quote", quote), source=talks.source, starts=one.suggestion.starts - 1, ends=one.suggestion.ends + 2
    )
    assert [found.stored for found in read(library, talks.source).found] == [quote, None, None, None]
    library.undo()
    assert read(library, talks.source).found[0].stored is None


def test_citations_of_other_values_and_records_do_not_count(library, talks):
    one = read(library, talks.source).found[0]
    span = {"source": talks.source, "starts": one.suggestion.starts, "ends": one.suggestion.ends}
    quote = library.quotes.add(form="direct", text="No nets were lost")
    library.citations.add(Record("quote", quote), field="speaker_title", **span)
    library.citations.add(Record("meeting", talks.meeting), **span)
    assert read(library, talks.source).found[0].stored is None


def test_a_speaker_who_only_may_be_meant_is_not_taken_and_less_sure(library):
    ivanov = library.people.add(name="Pyotr Ivanov")
    source = library.sources.add(title="Talks", text="«Мы хотим мира», — заявил Пётр Иванов.", language="ru")
    (doubted,) = (got := read(library, source)).found
    assert (doubted.match.speaker, [one.name for one in doubted.match.maybe]) == (None, ["Pyotr Ivanov"])
    library.aliases.add_spellings("person", ivanov, ["Пётр Иванов"])
    (sure,) = read(library, source, got).found
    assert sure.match.speaker == (ivanov, "Pyotr Ivanov")
    assert doubted.confidence < 0.75 < sure.confidence == doubted.suggestion.confidence


def test_a_text_that_did_not_change_is_not_searched_again(library, talks):
    before = read(library, talks.source)
    library.people.add(name="Olga Winter")
    after = read(library, talks.source, before)
    assert after.found[-1].suggestion is before.found[-1].suggestion
    assert told(after.found)[-1][2] == "Olga Winter"


def test_one_that_did_is(library, talks):
    before = read(library, talks.source)
    library.citations.remove(*(one.uid for one in library.citations.of(Record("meeting", talks.meeting))))
    library.sources.edit(talks.source, text="“Not a word,” said Ada Brandt.")
    after = read(library, talks.source, before)
    assert told(after.found) == [("direct", "Not a word", "Ada Brandt")]
    assert after.meetings == []


def test_all_meetings_whose_pages_cite_a_source_are_known(library, talks):
    other = library.meetings.add(kind="round", number=1, title="First talks", starts="2017-01-02")
    outcome = library.outcomes.add(meeting=other, act="agreed", text="To meet again")
    library.citations.add(Record("outcome", outcome), source=talks.source)
    assert [one.name for one in read(library, talks.source).meetings] == ["First talks", "Fishing talks"]


@pytest.mark.parametrize(
    ("span", "same"), [((10, 20), True), ((9, 21), True), ((10, 14), False), ((10, 16), True), ((20, 30), False),
                       ((0, 100), False)],
)  # fmt: skip
def test_two_passages_are_one_when_they_share_half_of_what_both_cover(span, same):
    assert same_passage(span, [StoredPassage("q", 10, 20)]) == ("q" if same else None)


def test_who_is_in_the_library_is_known_by_a_surname_alone_in_any_spelling(library, talks):
    feld = library.people.add(name="Otto Sternfeld")
    library.aliases.add(record_kind="person", record_uid=feld, form="Отто Штернфельд")
    english = library.sources.add(title="A", language="en", text="Sternfeld said that the boats were ready.")
    russian = library.sources.add(title="B", language="ru", text="Штернфельд заявил, что лодки готовы.")
    for source in (english, russian):
        assert [form_and_who[::2] for form_and_who in told(read(library, source).found)] == [
            ("indirect", "Otto Sternfeld")
        ]
