import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.cancel import Cancel, Cancelled
from db.everything import ALL, FIRST, ONLY_QUOTES, find
from db.references import Record


@pytest.fixture
def ask(library):
    """What a text finds: for each kind the uids."""

    def ask(text, **options):
        found = find(library, text, Cancel(), **options)
        return {group.kind: [one.uid for one in group.findings] for group in found.groups}

    return ask


@pytest.fixture
def first(library):
    """The first record of a kind that a text finds."""

    def first(text, kind):
        groups = {group.kind: group for group in find(library, text, Cancel()).groups}
        return groups[kind].findings[0]

    return first


def marked(finding):
    return [finding.passage[starts:ends] for starts, ends in finding.passage_marks]


def test_every_kind_is_found_by_its_own_words(library, talks, ask):
    tag = library.tags.add(name="Quuxtag")
    note = library.notes.add(Record("quote", talks.quote), body="A quuxnote")
    reading = library.readings.add(Record("meeting", talks.meeting), about="quuxpoint", value="one")
    alias = library.aliases.add(record_kind="term", canonical="ceasefire", form="quuxword")
    event = library.events.add(kind="other", title="Quuxday")
    for text, kind, uid in (
        ("first round", "meeting", talks.meeting), ("turkey", "party", talks.turkey),
        ("sergey", "person", talks.lavrov), ("memorandum", "outcome", talks.memorandum),
        ("ceasef", "topic", talks.topic),
        ("joint statement", "source", talks.source), ("military", "quote", talks.quote), ("quuxtag", "tag", tag),
        ("quuxnote", "note", note), ("quuxpoint", "reading", reading), ("quuxword", "alias", alias),
        ("quuxday", "event", event),
    ):  # fmt: skip
        assert uid in ask(text)[kind], kind


def test_a_passage_of_a_source_is_found_at_its_place(library, talks, first):
    text = "Opening.\n\n" + "They met. " * 200 + "\n\nThe harbour was 🕊 closed on Friday."
    library.sources.add(uid="s", title="Paper", text=text, publisher="An invented press")
    found = first("harbour closed", "source")
    assert (found.uid, found.name, found.detail) == ("s", "Paper", "An invented press")
    assert marked(found) == ["harbour", "closed"]
    assert text[slice(*found.span)] == "harbour"


def test_a_source_with_many_passages_is_shown_once(library, ask):
    library.sources.add(uid="s", title="On harbours", text="\n\n".join(["The harbour was closed."] * 300))
    assert ask("harbour*") == {"source": ["s"]}


def test_a_source_found_by_its_title_shows_a_passage_too(library, first):
    library.sources.add(uid="s", title="Harbour", text="Nothing here.\n\nThe harbour was closed.")
    found = first("harbour", "source")
    assert (found.name_marks, marked(found), found.span) == (((0, 7),), ["harbour"], (19, 26))


@pytest.mark.parametrize("text", ["лавров", "Lavrov", "LAVROV", "lavr", "Lawrow", "sergey lavrov"])
def test_a_person_is_found_in_any_spelling(talks, ask, text):
    assert ask(text)["person"] == [talks.lavrov]


def test_known_spellings_are_searched_for_and_named(library, talks):
    library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="لافروف")
    found = find(library, "لافروف", Cancel())
    person = next(group for group in found.groups if group.kind == "person").findings[0]
    assert (person.uid, person.name[slice(*person.name_marks[0])]) == (talks.lavrov, "Lavrov")
    assert "Lavrov" in " ".join(found.also)


def test_joined_words_are_found_as_well_as_parted_ones(library, ask):
    library.topics.add(uid="t", name="zones", label="De-escalation zones")
    assert ask("deescalation") == ask("de-escalation") == ask("de escalation") == {"topic": ["t"]}


def test_a_joined_word_finds_a_name_before_a_text(library, ask):
    library.topics.add(uid="1", name="a", label="Other", description="On deescalation")
    library.topics.add(uid="2", name="b", label="De-escalation zones")
    assert ask("deescalation")["topic"] == ["2", "1"]


def test_a_name_stands_before_a_text_and_a_whole_word_before_a_beginning(library, ask):
    library.people.add(uid="1", name="Adamant Harbourmaster")
    library.people.add(uid="2", name="Bede Harbour")
    library.people.add(uid="3", name="Harbour")
    library.notes.add(Record("person", "1"), body="The harbour")
    assert ask("harbour")["person"] == ["3", "2", "1"]
    assert list(ask("harbour")) == ["person", "note"]


def test_what_only_sounds_so_stands_last_and_says_so(library):
    library.people.add(uid="1", name="Zoran Petrovich")
    library.people.add(uid="2", name="Zoran Petrovic Longer Name")
    groups = find(library, "Petrovic ", Cancel()).groups
    assert [(one.uid, one.sounds) for one in groups[0].findings] == [("2", False), ("1", True)]
    assert groups[0].findings[1].reason == "“Petrovich” sounds like “Petrovic”"


def test_one_kind_is_shown_whole_when_it_is_asked_for(library, ask):
    for number in range(FIRST + 3):
        library.people.add(name=f"Harbour {number}")
    group = find(library, "harbour", Cancel()).groups[0]
    assert (len(group.findings), group.number) == (FIRST, FIRST + 3)
    assert len(ask("harbour", kind="person")["person"]) == FIRST + 3


def test_no_more_than_the_most_is_looked_at(library):
    with library.revise("Many"):
        for number in range(ALL + 50):
            library.people.add(name=f"Harbour {number}")
    assert find(library, "harbour", Cancel()).groups[0].number == ALL
    assert len(find(library, "harbour", Cancel(), kind="person").groups[0].findings) == ALL


def test_fields_and_days_narrow_quotes_and_find_no_other_records(library, talks, ask):
    library.quotes.edit(talks.quote, text="No military solution for Russia")
    assert ask("speaker:lavrov russia") == {"quote": [talks.quote]}
    assert ask("after:2016 russia") == {"quote": [talks.quote]}
    assert ask("after:2018 russia") == {}
    for text in ("speaker:lavrov", "after:2016", "-after:2018", "form:direct "):
        assert ask(text) == {"quote": [talks.quote]}, text
    assert find(library, "speaker:lavrov", Cancel()).remark == ONLY_QUOTES
    assert find(library, "russia spellings:typed", Cancel()).remark == ""


def test_a_record_belongs_to_its_meeting_and_a_note_to_what_it_is_on(library, talks, first):
    library.notes.add(Record("outcome", talks.memorandum), body="Which harbour?")
    assert first("memorandum", "outcome").meeting == talks.meeting
    assert first("memorandum", "outcome").detail == "First round"
    note = first("harbour", "note")
    assert (note.on, note.meeting) == (Record("outcome", talks.memorandum), talks.meeting)
    assert note.detail == "Memorandum on zones · First round"


@pytest.mark.parametrize("text", ["", " ", "-", "“”", "()", "a" * 10_000, "(" * 500, "\0", "\ud800", "🕊"])
def test_what_has_no_word_finds_nothing(talks, ask, text):
    assert ask(text) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=st.text(max_size=60))
def test_no_text_makes_it_fail(library, talks, text):
    find(library, text, Cancel())


def test_a_search_that_is_called_off_stops(library, talks):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        find(library, "lavrov", cancel)


def test_what_is_spelled_as_typed_stands_before_other_spellings(library, ask):
    for form in ("Bergvik", "Bergen-Vik", "Vik"):
        library.aliases.add(record_kind="place", canonical="Bergvik", form=form)
    uids = {name: library.sources.add(title=f"From {name}") for name in ("Bergvik", "Vik", "Bergen-Vik", "Bergenvik")}
    assert ask("bergen-vik ")["source"][0] == uids["Bergen-Vik"]
    assert ask("vik ")["source"][:2] == [uids["Vik"], uids["Bergen-Vik"]]
    assert ask("bergvik ")["source"][0] == uids["Bergvik"]


def test_a_person_is_not_found_by_the_place_that_is_called_so(library, ask):
    library.aliases.add(record_kind="place", canonical="Old Haven", form="Normarin")
    person = library.people.add(name="Normarin Tesk")
    library.aliases.add(record_kind="person", record_uid=person, form="Нормарин Теск")
    meeting = library.meetings.add(kind="round", title="Talks in Normarin")
    assert ask("old haven ")["meeting"] == [meeting]
    assert "person" not in ask("old haven ")
    assert ask("normarin ")["person"] == [person]


def test_a_sign_after_a_word_of_a_quote_makes_no_difference_to_its_place(library, ask):
    library.quotes.add(form="direct", text="We met in “Bergvik”.")
    library.outcomes.add(meeting=library.meetings.add(kind="round", title="First"), act="agreed", text="Go to Bergvik")
    assert list(ask("bergvik ")) == ["quote", "outcome"]
