import pytest

from db import Cancel, Library, adopting, contested, dataset, meeting_page, record_form
from db.errors import BadValue, Gone
from db.references import Record


@pytest.fixture
def reading(library):
    """Adds a reading on a field."""

    def reading(record, field, value):
        return library.readings.add(record, about=f"the {field}", field=field, value=value)

    return reading


@pytest.fixture
def fit(library):
    """What following a reading would make of its field."""
    return lambda uid: adopting.look(library, uid, Cancel()).fit


@pytest.fixture
def oslo(library):
    """A meeting of several days."""
    uid = library.meetings.add(kind="round", title="Lakes", number=3, starts="2030-05-03", ends="2030-05-04")
    return Record("meeting", uid)


@pytest.fixture
def line(talks):
    return Record("participation", talks.line)


@pytest.mark.parametrize(
    ("field", "value", "given", "told"),
    [
        ("city", "Oslo", {"city": "Oslo"}, "Oslo"),
        ("city", "Bergen (announced beforehand)", {"city": "Bergen"}, "Bergen"),
        ("city", "either Oslo; or Bergen", {}, ""),
        ("city", "x" * 81, {}, ""),
        ("number", "4", {"number": 4}, "4"),
        ("number", "perhaps the fourth", {}, ""),
        ("held", "planned", {"held": "planned"}, "planned; that it met was not seen"),
        ("starts", "2 May 2030", {"starts": "2030-05-02"}, "2 May 2030"),
        ("starts", "2 May", {"starts": "2030-05-02"}, "2 May 2030"),
        ("ends", "5 May (as planned)", {"ends": "2030-05-05"}, "5 May 2030"),
        ("starts", "2-4 May", {"starts": "2030-05-02", "ends": "2030-05-04"}, "2–4 May 2030"),
        ("starts", "4-2 May", {}, ""),
        ("starts", "early in May", {}, ""),
        ("starts", "03/05/2030", {}, ""),
        ("summary", "four lakes", {}, ""),
        ("title", "Fjords", {}, ""),
    ],
)
def test_a_reading_fits_a_field_when_it_is_a_value_of_it(reading, fit, oslo, field, value, given, told):
    found = fit(reading(oslo, field, value))
    assert (dict(found.given), found.told) == (given, told)


def test_one_day_is_both_days_of_a_meeting_that_lasts_a_day(library, reading, fit, oslo):
    library.meetings.edit(oslo.uid, ends="2030-05-03")
    assert fit(reading(oslo, "starts", "6 May")).given == {"starts": "2030-05-06", "ends": "2030-05-06"}


def test_a_word_of_a_vocabulary_fits_by_its_label(reading, fit, line):
    assert fit(reading(line, "attendance", "Announced only")).given == {"attendance": "announced"}
    assert fit(reading(line, "attendance", "boycott")).given == {}


def test_a_name_fits_by_any_spelling_of_one_record(library, talks, reading, fit, line):
    library.aliases.add(record_kind="person", record_uid=talks.lavrov, form="Lawrow")
    found = fit(reading(line, "head_id", "LAWROW"))
    assert (found.label, found.given, found.told) == ("Head of delegation", {"head": talks.lavrov}, "Sergey Lavrov")
    assert not found.changes
    assert fit(reading(line, "head_id", "Nobody known")).given == {}
    for _ in range(2):
        library.people.add(name="Ivan Twin")
    assert fit(reading(line, "head_id", "Ivan Twin")).given == {}


@pytest.mark.parametrize(
    ("field", "value"), [("city", "the lakeside"), ("starts", "2030"), ("starts", "3-4 May"), ("ends", "May 2030")]
)
def test_what_says_the_same_or_less_changes_nothing(library, reading, fit, oslo, field, value):
    library.meetings.edit(oslo.uid, city="Lakeside")
    assert not fit(reading(oslo, field, value)).changes


def test_a_point_that_is_no_single_field_fits_none(library, fit, oslo):
    assert fit(library.readings.add(oslo, about="mood", value="calm")) is None


def test_following_a_reading_sets_its_field_as_one_step(library, reading, oslo):
    library.meetings.edit(oslo.uid, city="Oslo")
    adopting.adopt(library, reading(oslo, "city", "Bergen"), "the host says so")
    followed = library.readings.of(oslo)[0]
    assert (followed.adopted, followed.reason) == (1, "the host says so")
    assert library.meetings.get(oslo.uid).city == "Bergen"
    assert library.undo().label == "Follow a reading"
    assert (library.meetings.get(oslo.uid).city, library.readings.of(oslo)[0].adopted) == ("Oslo", 0)
    library.redo()
    assert library.meetings.get(oslo.uid).city == "Bergen"


def test_a_reading_can_be_followed_without_setting_its_field(library, reading, oslo):
    adopting.adopt(library, reading(oslo, "city", "Bergen"), None, set_field=False)
    assert library.readings.of(oslo)[0].adopted
    assert library.meetings.get(oslo.uid).city is None


def test_what_does_not_fit_is_followed_all_the_same(library, reading, oslo):
    adopting.adopt(library, reading(oslo, "starts", "early in May"), "both say so")
    assert library.readings.of(oslo)[0].adopted
    assert library.meetings.get(oslo.uid).starts == "2030-05-03"


def test_the_field_cites_what_its_reading_cites_and_contradicts_what_it_cited_before(library, talks, reading, oslo):
    before, both = (library.sources.add(title=title) for title in ("Before", "Both"))
    library.citations.add(oslo, source=before, field="city")
    library.citations.add(oslo, source=both, field="city")
    bergen = reading(oslo, "city", "Bergen")
    library.citations.add(Record("reading", bergen), source=talks.source, starts=4, ends=13)
    library.citations.add(Record("reading", bergen), source=both)
    adopting.adopt(library, bergen, None)
    titles = {library.sources.get(uid).id: uid for uid in (before, both, talks.source)}
    cited = [
        (titles[cite.source_id], cite.relation, cite.exact) for cite in library.citations.of(oslo) if cite.source_id
    ]
    assert cited == [
        (before, "contradicts", None), (both, "states", None), (talks.source, "states", "ministers")
    ]  # fmt: skip
    assert len(library.citations.of(Record("reading", bergen))) == 2


def test_following_what_is_there_already_leaves_the_citations_alone(library, reading, talks, oslo):
    library.meetings.edit(oslo.uid, city="Bergen")
    library.citations.add(oslo, source=talks.source, field="city")
    adopting.adopt(library, reading(oslo, "city", "Bergen"), None)
    assert [cite.relation for cite in library.citations.of(oslo)] == ["states"]


def test_a_value_that_its_record_refuses_leaves_all_as_it_was(library, reading, oslo):
    with pytest.raises(BadValue, match="before the start"):
        adopting.adopt(library, reading(oslo, "starts", "9 May"), None)
    assert not library.readings.of(oslo)[0].adopted


def test_a_reading_that_is_gone_is_said_to_be(library):
    with pytest.raises(Gone):
        adopting.look(library, "nowhere", Cancel())


def test_what_the_shipped_library_follows_is_what_its_fields_say(tmp_path):
    dataset.build(tmp_path / "astana.parley")
    with Library(tmp_path / "astana.parley") as library:
        points = contested.contested(library, Cancel(), adopted_only=True)
        fits = [adopting.look(library, point.readings[0].uid, Cancel()).fit for point in points]
    fitting = [fit for fit in fits if fit and fit.given]
    assert len(fitting) >= 14
    assert [fit for fit in fitting if fit.changes] == []


def test_a_reason_that_was_emptied_goes(library, oslo):
    uid = library.readings.add(oslo, about="the city", field="city", value="Oslo", reason="two papers say so")
    adopting.adopt(library, uid, None)
    assert (library.readings.get(uid).adopted, library.readings.get(uid).reason) == (1, None)


@pytest.fixture
def followed(library, reading, oslo):
    """A reading that the city of a meeting takes after."""
    uid = reading(oslo, "city", "Bergen")
    adopting.adopt(library, uid, "the host says so")
    return Record("reading", uid)


def test_what_is_followed_in_its_form_sets_its_field_as_one_step(library, talks, reading, oslo):
    library.meetings.edit(oslo.uid, city="Oslo")
    bergen = Record("reading", reading(oslo, "city", "Bergen"))
    library.citations.add(bergen, source=talks.source, starts=4, ends=13)
    record_form.store(library, bergen, {"adopted": 1}, base={"adopted": 0})
    assert library.meetings.get(oslo.uid).city == "Bergen"
    assert [(cite.field, cite.exact) for cite in library.citations.of(oslo)] == [("city", "ministers")]
    library.undo()
    assert (library.meetings.get(oslo.uid).city, library.readings.get(bergen.uid).adopted) == ("Oslo", 0)


def test_a_new_reading_that_is_followed_sets_its_field(library, oslo):
    given = {"record": oslo, "about": "the city", "field": "city", "value": "Bergen", "adopted": 1, "reason": "so"}
    record_form.store(library, Record("reading", "new"), given, new=True)
    assert library.meetings.get(oslo.uid).city == "Bergen"
    assert library.readings.get("new").reason == "so"


def test_the_field_goes_with_a_reading_that_is_followed(library, oslo, followed):
    record_form.store(library, followed, {"value": "Stavanger"}, base={"value": "Bergen"})
    assert library.meetings.get(oslo.uid).city == "Stavanger"
    record_form.store(library, followed, {"field": "venue"}, base={"field": "city"})
    assert library.meetings.get(oslo.uid).venue == "Stavanger"
    record_form.store(library, followed, {"adopted": 0, "value": "Bodø"}, base={"adopted": 1, "value": "Stavanger"})
    assert library.meetings.get(oslo.uid).venue == "Stavanger"


def test_a_field_that_was_parted_from_its_reading_is_left_alone(library, oslo, followed):
    library.meetings.edit(oslo.uid, city="Oslo")
    record_form.store(library, followed, {"value": "Bergen city"}, base={"value": "Bergen"})
    assert library.meetings.get(oslo.uid).city == "Oslo"


def test_a_value_that_its_record_refuses_is_said_at_the_field_of_the_form(library, reading, oslo):
    late = Record("reading", reading(oslo, "starts", "9 May"))
    with pytest.raises(BadValue, match="before the start") as refused:
        record_form.store(library, late, {"adopted": 1}, base={"adopted": 0})
    assert refused.value.field == "adopted"
    assert not library.readings.get(late.uid).adopted


def test_a_page_tells_what_it_says_instead_of_what_it_follows(library, reading, oslo, followed):
    def instead():
        return {line.value: line.instead for line in meeting_page.read(library, oslo.uid, Cancel()).readings}

    reading(oslo, "city", "Oslo")
    assert instead() == {"Bergen": None, "Oslo": None}
    library.meetings.edit(oslo.uid, city="Oslo")
    assert instead() == {"Bergen": "Oslo", "Oslo": None}
    library.meetings.edit(oslo.uid, city=None)
    assert instead()["Bergen"] == ""
    library.readings.edit(followed.uid, value="somewhere; not settled")
    assert instead()["somewhere; not settled"] is None
