import pytest

from db import Cancel, record_form
from db.digest import content_digest
from db.errors import BadValue, ChangedMeanwhile, Gone
from db.new_names import New
from db.record_form import MIXED
from db.records import new_uid
from db.references import Record
from db.vocabulary import RECORD_KINDS


def read(library, kind, uid):
    return record_form.read(library, Record(kind, uid), Cancel())


def newest(library):
    return library.history.steps(Cancel(), limit=1)[0]


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


@pytest.fixture
def all_kinds(library, talks):
    """A record of each kind, by kind."""
    passage = library.notes.add_on_passage(talks.source, 0, 12, "They did")
    return {
        "meeting": talks.meeting,
        "event": library.events.add(kind="other", title="Talks about talks", topic=talks.topic),
        "party": talks.russia,
        "person": talks.lavrov,
        "participation": talks.line,
        "outcome": talks.ceasefire,
        "topic": talks.topic,
        "quote": talks.quote,
        "source": talks.source,
        "citation": talks.citation,
        "reading": library.readings.add(Record("quote", talks.quote), about="day", value="24 January"),
        "alias": library.aliases.add(record_kind="party", record_uid=talks.russia, form="RF"),
        "note": passage,
        "tag": library.tags.add(name="read"),
        "search": library.searches.add(query="read"),
    }


# Reading


def test_the_form_of_a_line_shows_other_records_by_uid_and_name(library, talks):
    content = read(library, "participation", talks.line)
    assert content.title == "Russia"
    assert content.values == {
        "meeting": talks.meeting,
        "party": talks.russia,
        "role": "guarantor",
        "attendance": "reported",
        "head": talks.lavrov,
        "head_title": None,
        "note": None,
    }
    assert content.base == {**content.values, "tags": ()}
    assert content.names == {
        ("meeting", talks.meeting): "First round",
        ("party", talks.russia): "Russia",
        ("person", talks.lavrov): "Sergey Lavrov",
    }
    assert (content.place, content.place_title) == (Record("meeting", talks.meeting), "First round")
    assert (content.meeting, content.revision) == (talks.meeting, newest(library).id)


def test_topics_tags_and_spellings_are_shown_with_their_names(library, talks):
    tag = library.tags.add(name="read")
    library.tags.put(tag, Record("outcome", talks.ceasefire))
    content = read(library, "outcome", talks.ceasefire)
    assert (content.topics, content.tags) == ((talks.topic,), (tag,))
    assert content.names["topic", talks.topic] == "Ceasefire"
    assert content.names["tag", tag] == "read"
    assert "spellings" not in content.base
    for form, language in (("RF", None), ("Россия", "ru"), ("RF", "fr")):
        library.aliases.add(record_kind="party", record_uid=talks.russia, form=form, language=language)
    assert read(library, "party", talks.russia).spellings == ("RF", "Россия")


def test_every_kind_has_a_form_and_names_what_is_in_it(library, talks, all_kinds):
    assert all_kinds.keys() == RECORD_KINDS.keys() - {"library"}
    for kind, uid in all_kinds.items():
        content = read(library, kind, uid)
        assert content.title
        for name, table in library.noun(kind).refers.items():
            if content.values[name] is not None:
                assert any(uid == content.values[name] for _, uid in content.names), table


def test_a_note_on_a_passage_belongs_to_its_source_and_one_on_a_reading_to_its_meeting(library, talks, all_kinds):
    content = read(library, "note", all_kinds["note"])
    assert (content.place, content.place_title, content.meeting) == (
        Record("source", talks.source),
        "Joint statement",
        None,
    )
    note = library.notes.add(Record("reading", all_kinds["reading"]), body="Which day?")
    content = read(library, "note", note)
    assert (content.place_title, content.meeting) == ("day", talks.meeting)
    assert [note.body for note in read(library, "reading", all_kinds["reading"]).notes] == ["Which day?"]


def test_what_is_gone_has_no_form(library, talks, all_kinds):
    for kind in all_kinds:
        with pytest.raises(Gone):
            read(library, kind, "nobody")
    with pytest.raises(BadValue):
        read(library, "library", "x")


def test_a_form_for_many_shows_what_they_share(library, talks):
    tag, other = library.tags.add(name="read"), library.tags.add(name="used")
    library.tags.put(tag, Record("outcome", talks.ceasefire), Record("outcome", talks.memorandum))
    library.tags.put(other, Record("outcome", talks.memorandum))
    library.outcomes.edit(talks.ceasefire, note="one")
    records = [Record("outcome", talks.ceasefire), Record("outcome", talks.memorandum)]
    content = record_form.read_many(library, records, Cancel())
    assert content.values == {
        "meeting": talks.meeting,
        "act": MIXED,
        "act_as_worded": None,
        "actor": None,
        "text": MIXED,
        "note": MIXED,
    }
    assert (content.topics, content.some_topics) == ((), (talks.topic,))
    assert (content.tags, content.some_tags) == ((tag,), (other,))
    assert content.names["tag", other] == "used"
    assert content.names["meeting", talks.meeting] == "First round"


def test_many_of_one_kind_only_and_all_of_them_there(library, talks):
    with pytest.raises(BadValue, match="one kind"):
        record_form.read_many(library, [Record("outcome", talks.ceasefire), Record("quote", talks.quote)], Cancel())
    with pytest.raises(BadValue, match="one kind"):
        record_form.read_many(library, [], Cancel())
    with pytest.raises(Gone, match="1 outcome of those chosen is gone"):
        record_form.read_many(library, [Record("outcome", talks.ceasefire), Record("outcome", "x")], Cancel())


# Storing


def test_a_field_is_stored_as_one_step_that_says_what(library, talks):
    outcome = Record("outcome", talks.ceasefire)
    revision = record_form.store(library, outcome, {"text": "New"}, base={"text": "A mechanism for the ceasefire"})
    assert (newest(library).id, newest(library).label) == (revision, "Edit outcome: text")
    record_form.store(library, Record("participation", talks.line), {"head": None, "head_title": "Minister"})
    assert newest(library).label == "Edit participant line: head of delegation and title of the head"
    record_form.store(library, outcome, {"text": "Newer", "note": "n", "actor": "a"})
    assert newest(library).label == "Edit 3 fields of outcome"


def test_what_is_stored_already_is_no_step(library, talks):
    before = newest(library).id
    outcome = Record("outcome", talks.ceasefire)
    assert record_form.store(library, outcome, {"act": "agreed"}, base={"act": "signed"}) == 0
    assert record_form.store(library, outcome, {"act": "signed"}, base={"act": "signed"}, into=7) == 7
    assert record_form.store(library, outcome, {"note": " \n", "topics": (talks.topic,)}) == 0
    assert newest(library).id == before


def test_a_sitting_is_one_step(library, talks):
    outcome, into = Record("outcome", talks.ceasefire), None
    base = "A mechanism for the ceasefire"
    for text in ("A", "A pl", "A plan"):
        into = record_form.store(library, outcome, {"text": text}, base={"text": base}, into=into)
        base = text
    assert newest(library).id == into
    library.undo()
    assert library.outcomes.get(talks.ceasefire).text == "A mechanism for the ceasefire"


def test_what_was_changed_elsewhere_is_not_overwritten(library, talks):
    line, ada = Record("participation", talks.line), library.people.add(name="Ada")
    base = read(library, *line).base
    library.participations.edit(talks.line, head=None, note="from elsewhere")
    before = digest(library)
    with pytest.raises(ChangedMeanwhile) as refused:
        record_form.store(library, line, {"role": "host", "head": ada}, base={name: base[name] for name in base})
    assert (refused.value.field, refused.value.present) == ("head", None)
    assert digest(library) == before
    record_form.store(library, line, {"role": "host"}, base=base)
    assert library.participations.get(talks.line)[4:] == ("host", "reported", None, None, "from elsewhere")


def test_what_was_removed_elsewhere_is_said_to_be_gone(library, talks):
    library.outcomes.remove(talks.ceasefire)
    for given in ({"text": "New"}, {"topics": ()}, {"tags": ()}):
        with pytest.raises(Gone, match="This outcome is no longer in the library"):
            record_form.store(library, Record("outcome", talks.ceasefire), given)


def test_a_new_record_is_added_with_all_that_it_has(library, talks):
    uid, tag = new_uid(), library.tags.add(name="read")
    given = {
        "meeting": talks.meeting,
        "act": "agreed",
        "text": "To meet again",
        "note": None,
        "topics": (talks.topic, New("topic", "Next round")),
        "tags": (tag,),
    }
    before = digest(library)
    revision = record_form.store(library, Record("outcome", uid), given, new=True)
    assert (newest(library).id, newest(library).label) == (revision, "Add outcome")
    assert [topic.label for topic in library.outcomes.topics(uid)] == ["Ceasefire", "Next round"]
    assert [tag.name for tag in library.tags.on(Record("outcome", uid))] == ["read"]
    library.undo()
    assert digest(library) == before


def test_a_new_outcome_may_follow_another_of_its_meeting(library, talks):
    given = {"meeting": talks.meeting, "act": "agreed", "text": "In between", "after": talks.memorandum}
    before = digest(library)
    record_form.store(library, Record("outcome", new_uid()), given, new=True)
    texts = [outcome.text for outcome in library.outcomes.of_meeting(talks.meeting)]
    assert texts == ["Memorandum on zones", "In between", "A mechanism for the ceasefire"]
    library.undo()
    assert digest(library) == before


def test_what_was_to_follow_a_record_that_is_gone_or_elsewhere_stands_last(library, talks):
    other = library.meetings.add(kind="round", number=2, title="Second round")
    for meeting, after in ((other, talks.memorandum), (talks.meeting, "gone")):
        uid = new_uid()
        given = {"meeting": meeting, "act": "agreed", "text": "More", "after": after}
        record_form.store(library, Record("outcome", uid), given, new=True)
        assert library.outcomes.of_meeting(meeting)[-1].uid == uid


def test_every_kind_can_be_added_as_its_form_shows_it(library, talks, all_kinds):
    """But for what must not be there twice, which is refused at its field."""
    for kind, uid in all_kinds.items():
        content = read(library, kind, uid)
        given = {name: value for name, value in content.base.items() if name not in ("author", "made_at")}
        if kind in ("citation", "reading", "note"):
            given["record"] = tuple(Record(given.pop("record_kind"), given.pop("record_uid")))
        given |= {name: "another" for name in ("name", "form") if name in given and kind in ("tag", "topic", "alias")}
        given |= {"number": 9} if kind == "meeting" else {}
        given |= {"citation": None} if kind == "note" else {}
        other = new_uid()
        record_form.store(library, Record(kind, other), given, new=True)
        shown = read(library, kind, other).base
        for name in shown.keys() & given.keys():
            assert shown[name] == given[name], (kind, name)


def test_a_note_on_a_passage_and_a_followed_reading_are_added(library, talks):
    note, reading = Record("note", new_uid()), Record("reading", new_uid())
    record_form.store(library, note, {"source": talks.source, "starts": 4, "ends": 13, "body": "Who?"}, new=True)
    passage = library.citations.of(Record("note", note.uid))[0]
    assert (passage.exact, library.notes.get(note.uid).citation_id) == ("ministers", passage.id)
    given = {"record": ("meeting", talks.meeting), "about": "day", "value": "23 January", "adopted": 1}
    record_form.store(library, reading, given | {"reason": "It says so"}, new=True)
    assert library.readings.get(reading.uid)[7:] == (1, "It says so")
    record_form.store(library, reading, {"adopted": 0}, base={"adopted": 1})
    assert library.readings.get(reading.uid)[7:] == (0, "It says so")
    record_form.store(library, reading, {"adopted": 1, "reason": "After all"}, base={"adopted": 0})
    assert library.readings.get(reading.uid)[7:] == (1, "After all")


@pytest.mark.parametrize("kind", ["citation", "reading", "note"])
def test_what_stands_on_a_record_needs_one_and_stays_there(library, talks, all_kinds, kind):
    with pytest.raises(BadValue) as refused:
        record_form.store(library, Record(kind, new_uid()), {"body": "b", "about": "a", "value": "v"}, new=True)
    assert refused.value.field == "record"
    with pytest.raises(BadValue, match="cannot be changed"):
        record_form.store(library, Record(kind, all_kinds[kind]), {"record_uid": talks.meeting})


def test_new_names_are_made_in_the_same_step_and_once(library, talks):
    line, before = Record("participation", talks.line), digest(library)
    record_form.store(library, line, {"party": New("party", "Country A", "state"), "head": New("person", "Ada")})
    content = read(library, *line)
    assert sorted(content.names.values()) == ["Ada", "Country A", "First round"]
    library.undo()
    assert digest(library) == before
    given = {"tags": (New("tag", "x"), New("tag", "x")), "topics": (New("topic", "x"),)}
    record_form.store(library, Record("outcome", talks.ceasefire), given)
    assert len(library.tags.all(Cancel())) == 1


def test_nothing_is_made_when_the_rest_is_refused(library, talks):
    before = digest(library)
    given = {"head": New("person", "Ada"), "role": "guest"}
    with pytest.raises(BadValue) as refused:
        record_form.store(library, Record("participation", talks.line), given)
    assert refused.value.field == "role"
    with pytest.raises(BadValue) as refused:
        record_form.store(library, Record("outcome", talks.ceasefire), {"text": "x", "topics": (New("topic", " "),)})
    assert refused.value.field == "topics"
    assert digest(library) == before


def test_a_new_name_that_was_stored_is_no_change_from_elsewhere(library, talks):
    line, ada = Record("participation", talks.line), New("person", "Ada")
    revision = record_form.store(library, line, {"head": ada}, base={"head": talks.lavrov})
    record_form.store(library, line, {"head": None}, base={"head": ada}, into=revision)
    assert library.participations.get(talks.line).head_id is None
    outcome, topic = Record("outcome", talks.ceasefire), New("topic", "Next round")
    record_form.store(library, outcome, {"topics": (topic,)}, base={"topics": (talks.topic,)})
    record_form.store(library, outcome, {"topics": ()}, base={"topics": (topic,)})
    assert library.outcomes.topics(talks.ceasefire) == []


@pytest.mark.parametrize(("field", "kind"), [("head", "person"), ("party", "party"), ("meeting", "meeting")])
def test_a_record_that_is_gone_cannot_be_chosen(library, talks, field, kind):
    with pytest.raises(BadValue, match=f"The {kind} chosen is no longer in the library") as refused:
        record_form.store(library, Record("participation", talks.line), {field: "nobody"})
    assert refused.value.field == field


@pytest.mark.parametrize("name", ["topics", "tags"])
def test_a_topic_or_tag_that_is_gone_cannot_be_put(library, talks, name):
    with pytest.raises(BadValue, match="no longer in the library") as refused:
        record_form.store(library, Record("outcome", talks.ceasefire), {name: ("nothing",)})
    assert refused.value.field == name


def test_what_others_put_on_meanwhile_stays_on(library, talks):
    outcome = Record("outcome", talks.ceasefire)
    mine, theirs, old = (library.tags.add(name=name) for name in ("mine", "theirs", "old"))
    library.tags.put(old, outcome)
    base = read(library, *outcome).base
    library.tags.put(theirs, outcome)
    library.outcomes.take_from(talks.ceasefire, talks.topic)
    record_form.store(library, outcome, {"tags": (mine,), "topics": (talks.topic,)}, base=base)
    assert {tag.name for tag in library.tags.on(outcome)} == {"mine", "theirs"}
    assert library.outcomes.topics(talks.ceasefire) == []


def test_spellings_are_added_and_removed_by_their_text(library, talks):
    person = Record("person", talks.lavrov)
    record_form.store(library, person, {"spellings": ("Lavrow", " ", "Лавров", "Lavrow")}, base={"spellings": ()})
    assert [alias.form for alias in library.aliases.of(person)] == ["Lavrow", "Лавров"]
    record_form.store(library, person, {"name": "S. Lavrov", "spellings": ("Лавров",)})
    assert [(alias.form, alias.canonical) for alias in library.aliases.of(person)] == [("Лавров", "S. Lavrov")]
    with pytest.raises(BadValue, match="is the name itself") as refused:
        record_form.store(library, person, {"spellings": ("S. Lavrov",)})
    assert refused.value.field == "spellings"


def test_nothing_is_stored_in_a_library_open_for_reading(library, talks):
    from db import Library
    from db.errors import ReadOnly

    with Library(library.path, read_only="It is a copy.") as other, pytest.raises(ReadOnly, match="It is a copy"):
        record_form.store(other, Record("outcome", talks.ceasefire), {"text": "x"})


def test_spellings_that_differ_in_blanks_are_one(library, talks):
    person = Record("person", talks.lavrov)
    base = record_form.read(library, person, Cancel()).base
    record_form.store(library, person, {"spellings": ("Q", " Q", " ", "Q ")}, base=base)
    assert record_form.read(library, person, Cancel()).spellings == ("Q",)
    record_form.store(library, person, {"spellings": ()}, base={"spellings": (" Q",)})
    assert record_form.read(library, person, Cancel()).spellings == ()


def test_each_citation_tells_what_its_value_said_then_also_in_a_form_of_its_own(library, talks):
    outcome = Record("outcome", talks.memorandum)
    old = library.citations.add(outcome, source=talks.source, field="text")
    library.outcomes.edit(talks.memorandum, text="A memorandum")
    new = library.citations.add(outcome, source=talks.source, field="text", starts=0, ends=17)
    then = {cite.uid: cite.then for cite in record_form.read(library, outcome, Cancel()).cites}
    assert then == {old: "Text then: “Memorandum on zones”; now: “A memorandum”", new: ""}
    (own,) = record_form.read(library, Record("citation", old), Cancel()).cites
    assert own.then == then[old]
