import pytest

from db import Cancel, Cancelled, KnownError, Library, name_matches
from db.name_matches import NameMatch


def find(library, kind, text, limit=12):
    return name_matches.find(library, kind, text, Cancel(), limit)


def names(library, kind, text):
    return [match.name for match in find(library, kind, text)]


@pytest.fixture
def people(library):
    """Some made-up people, by name."""
    wanted = ("Ada Brandt", "Adam Cole", "Brandt Ada", "Canada Dry", "Önal Ada", "Ünal Berk", "Kılıç Demir")
    return {name: library.people.add(name=name) for name in wanted}


def test_what_begins_so_comes_before_words_and_words_before_parts(library, people):
    assert names(library, "person", "ada") == ["Ada Brandt", "Adam Cole", "Brandt Ada", "Önal Ada", "Canada Dry"]


def test_the_same_name_comes_first_and_is_exact(library, people):
    library.people.add(name="Ada")
    first, *others = find(library, "person", " ADA ")
    assert (first.name, first.exact) == ("Ada", True)
    assert not any(match.exact for match in others)


def test_it_is_told_whether_words_begin_so(library, people):
    assert {match.name: match.begins for match in find(library, "person", "ada")} == {
        "Ada Brandt": True, "Adam Cole": True, "Brandt Ada": True, "Önal Ada": True, "Canada Dry": False
    }  # fmt: skip
    assert not find(library, "person", "Ada Bradt")[0].begins


def test_words_fit_in_any_order(library, people):
    assert names(library, "person", "bra ada") == ["Ada Brandt", "Brandt Ada"]


@pytest.mark.parametrize("text", ["kilic", "KILIÇ", "Kılıç", "kilıc demir"])
def test_case_accents_and_letters_like_others_make_no_difference(library, people, text):
    assert names(library, "person", text) == ["Kılıç Demir"]


def test_a_slip_of_the_pen_is_near(library, people):
    assert names(library, "person", "Ada Bradt") == ["Ada Brandt", "Brandt Ada"]
    assert names(library, "person", "Brnadt")[0] == "Ada Brandt"
    assert names(library, "person", "zz") == []


def test_any_spelling_finds_a_record_and_is_told(library, people):
    library.aliases.add(record_kind="person", record_uid=people["Adam Cole"], form="Адам Коул", language="ru")
    (match,) = find(library, "person", "адам")
    assert (match.name, match.spelling, match.exact) == ("Adam Cole", "Адам Коул", False)
    assert find(library, "person", "Адам Коул")[0].exact
    assert find(library, "person", "Адам Коулл")[0].spelling == "Адам Коул"


def test_a_name_that_fits_itself_tells_no_other_spelling(library, people):
    library.aliases.add(record_kind="person", record_uid=people["Adam Cole"], form="Cole, Adam")
    (match,) = find(library, "person", "cole a")
    assert (match.name, match.spelling) == ("Adam Cole", None)


def test_with_nothing_typed_what_is_used_most_comes_first(library, talks):
    library.people.add(name="Ada")
    assert names(library, "person", "") == ["Sergey Lavrov", "Ada"]
    assert names(library, "party", "") == ["Russia", "Turkey"]
    other = library.people.add(name="Zed")
    for number in range(3):
        library.quotes.add(meeting=talks.meeting, speaker=other, form="direct", text=f"Words {number}")
    assert names(library, "person", "") == ["Zed", "Sergey Lavrov", "Ada"]


def test_a_party_is_found_by_its_short_name_and_tells_its_kind(library, talks):
    (match,) = find(library, "party", "tr")
    assert match == NameMatch(talks.turkey, "Turkey", "State · TR", "TR", True, True, None)


def test_a_person_tells_the_parties_spoken_for(library, talks):
    assert find(library, "person", "lavrov")[0].detail == "Russia"
    library.quotes.add(form="direct", text="Words", speaker=library.people.add(name="Ada"))
    assert find(library, "person", "ada")[0].detail == "1 quote"


def test_the_first_quotes_of_very_many_tell_the_party(library, talks):
    lavrov = find(library, "person", "lavrov")[0].uid
    other = library.parties.add(name="Example League", kind="organisation")
    with library.revise("Add"):
        for number in range(1 + name_matches._ENOUGH):
            party = talks.russia if number < name_matches._ENOUGH else other
            library.quotes.add(speaker=lavrov, party=party, form="direct", text=f"They met {number}")
    assert find(library, "person", "lavrov")[0].detail == "Russia"


def test_a_topic_is_found_by_label_short_name_and_spelling_of_the_term(library, talks):
    below = library.topics.add(name="prisoners", label="Detainees", parent=talks.topic)
    library.aliases.add(record_kind="term", canonical="Detainees", form="captives")
    for text in ("detai", "prison", "captives"):
        (match,) = find(library, "topic", text)
        assert (match.uid, match.name, match.detail) == (below, "Detainees", "Ceasefire")


def test_a_tag_is_found_by_its_wider_tag_too_and_tells_its_colour(library):
    wide = library.tags.add(name="method", colour="#a03c2e")
    library.tags.add(name="open", parent=wide, colour="#123456")
    assert [(match.name, match.detail, match.colour) for match in find(library, "tag", "method open")] == [
        ("open", "method", "#123456")
    ]


def test_a_meeting_is_found_by_number_city_and_day(library, talks):
    library.meetings.add(kind="round", number=2, title="Second round", starts="2017-02-15", city="Astana")
    for text in ("round 2", "astana", "february 2017", "second"):
        assert names(library, "meeting", text)[0] == "Second round"
    assert names(library, "meeting", "round 3") == []
    assert find(library, "meeting", "Round 2")[0].exact
    assert names(library, "meeting", "") == ["Second round", "First round"]
    assert find(library, "meeting", "")[0].detail == "Round 2 · Astana · 15 February 2017"


def test_a_source_is_found_by_title_and_publisher(library, talks):
    library.sources.add(title="Statement", publisher="Country A", published="2018-06")
    (match,) = find(library, "source", "country")
    assert (match.name, match.detail) == ("Statement", "Country A · June 2018")


def test_what_is_known_follows_every_change(library, people):
    assert names(library, "person", "cole") == ["Adam Cole"]
    library.people.edit(people["Adam Cole"], name="Adam Dale")
    assert names(library, "person", "cole") == []
    library.undo()
    assert names(library, "person", "cole") == ["Adam Cole"]
    library.people.remove(people["Adam Cole"])
    assert names(library, "person", "cole") == []


def test_a_write_into_the_revision_before_is_seen_too(library):
    with library.revise("Edit") as _:
        uid = library.people.add(name="Ada")
        revision = library.revision
    assert names(library, "person", "ada") == ["Ada"]
    with library.revise("Edit", into=revision):
        library.people.edit(uid, name="Eve")
    assert (names(library, "person", "ada"), names(library, "person", "eve")) == ([], ["Eve"])


def test_each_library_knows_its_own_names(library, tmp_path):
    library.people.add(name="Ada")
    with Library.create(tmp_path / "other.parley", "Other") as other:
        other.people.add(name="Berk")
        assert names(other, "person", "") == ["Berk"]
        assert names(library, "person", "") == ["Ada"]


@pytest.mark.parametrize(
    "text", ["🕊", "<img src=file:x>", "\0", "\ud800", "…", "x" * 1_000_000, "a " * 500_000, "%_'\""]
)
def test_any_text_is_looked_for_without_harm(library, people, text):
    assert len(find(library, "person", text)) <= len(people)


def test_a_name_of_signs_alone_is_found_by_them(library, people):
    library.people.add(name="🕊🕊")
    assert names(library, "person", "🕊") == ["🕊🕊"]


def test_a_very_long_name_is_found_by_the_whole_of_it(library):
    long = "Ada " * 1000
    library.people.add(name=long)
    assert names(library, "person", long) == [long]
    assert names(library, "person", long[:-8]) == []


def test_no_more_are_given_than_asked_for(library, people):
    assert len(find(library, "person", "a", limit=2)) == 2


def test_records_are_named_in_the_order_asked_for(library, people):
    wanted = [people["Önal Ada"], "nobody", people["Ada Brandt"]]
    assert [one.name for one in name_matches.named(library, "person", wanted, Cancel())] == ["Önal Ada", "Ada Brandt"]


def test_a_raised_cancel_stops_the_search(library, people):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        name_matches.find(library, "person", "ada", cancel)


def test_a_name_of_a_step_that_failed_is_not_found(library, people):
    def fail():
        with library.revise("Add a ghost"):
            library.people.add(name="Ghost")
            assert names(library, "person", "ghost") == ["Ghost"]
            raise KnownError("no")

    with pytest.raises(KnownError):
        fail()
    library.parties.add(name="Country Z", kind="state")
    assert names(library, "person", "ghost") == []
