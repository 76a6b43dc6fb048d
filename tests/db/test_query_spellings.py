import pytest

from db import Cancel, Library, dataset, query_spellings
from db.query_names import Names
from db.quote_query import parse
from tests.db.spelled import add, asked, found


@pytest.fixture
def lakes(library):
    """Two people whose names sound alike, a party and a place with two names; all made up."""
    mira = library.people.add(name="Mira Önel")
    library.aliases.add(record_kind="person", record_uid=mira, form="Мира Онел")
    library.people.add(name="Tarik Ünel")
    party = library.parties.add(name="Lake Union", short_name="LU", kind="organisation")
    library.aliases.add(record_kind="party", record_uid=party, form="Union of the Lakes")
    library.aliases.add(record_kind="place", canonical="Bergvik", form="Bergen-Vik")
    library.aliases.add(record_kind="term", canonical="lake rounds", form="Lake 1")
    library.aliases.add(record_kind="term", canonical="lake rounds", form="Lake 2")
    return library


@pytest.mark.parametrize(
    ("spellings"),
    [
        ("Daesh", "ISIS", "ISIL", "داعش", "DEAŞ"),
        ("Nur-Sultan", "Astana", "Nursultan", "Астана", "أستانا"),
        ("East Guta", "eastern Ghouta", "الغوطة الشرقية"),
    ],
)
def test_each_spelling_of_the_shipped_names_stands_for_all(shipped, spellings):
    for one in spellings:
        key = query_spellings.key_of(one)
        also = {query_spellings.key_of(form) for form in asked(shipped, f"{one} ").also}
        assert also | {key} >= {query_spellings.key_of(other) for other in spellings}
        assert key not in also


def test_what_is_found_does_not_depend_on_the_spelling(shipped):
    for spellings in (("East Guta", "eastern Ghouta", "Doğu Guta"), ("Astana ", "Nur-Sultan ", "أستانا ")):
        results = [set(shipped.quotes.find(asked(shipped, text), Cancel())) for text in spellings]
        assert results[0]
        assert all(result >= results[0] & results[1] for result in results)
    assert found(shipped, "eastern Ghouta ") == found(shipped, '"East Guta"')


def test_a_search_for_any_shipped_spelling_finds_every_other_of_its_name(tmp_path):
    dataset.build(tmp_path / "astana.parley")
    with Library(tmp_path / "astana.parley") as library:
        with library.reading() as conn:
            rows = conn.execute("SELECT record_kind, canonical, form FROM aliases WHERE canonical <> 'round labels'")
            forms = {tuple(row) for row in rows}
        with library.revise("Add"):
            ids = {library.quotes.add(form="direct", text=form): (kind, name) for kind, name, form in forms}
        with library.reading() as conn:
            names = {key: ids[uid] for key, uid in conn.execute("SELECT id, uid FROM quotes") if uid in ids}
        for kind, name, form in forms:
            results = library.quotes.find(asked(library, f"{form} "), Cancel())
            assert {key for key, one in names.items() if one == (kind, name)} <= set(results), form


def test_words_in_quotation_marks_stand_for_nothing_else(lakes):
    add(lakes, "they met in Bergvik", "they met in Bergen-Vik")
    assert found(lakes, '"bergvik"') == {"they met in Bergvik"}
    assert asked(lakes, '"bergvik"').also == ()
    assert asked(lakes, '"bergvik"').sound_match is None


def test_other_spellings_are_searched_for_unless_that_is_switched_off(lakes):
    add(lakes, "they met in Bergvik", "they met in Bergen-Vik", "they met in Bergen")
    assert found(lakes, "bergvik ") == {"they met in Bergvik", "they met in Bergen-Vik"}
    assert asked(lakes, "bergvik ").also == ("Bergen-Vik",)
    for text in (
        "spellings:typed bergvik ",
        "bergvik spellings:typed",
        "(bergvik spellings: typed) ",
        'spellings:"As typed" bergvik ',
    ):
        assert found(lakes, text) == {"they met in Bergvik"}
        assert (asked(lakes, text).also, asked(lakes, text).as_typed) == ((), True)


def test_a_word_that_is_looked_for_only_as_typed_is_not_looked_for_by_its_sound(lakes):
    add(lakes, "Lawrow spoke", "Lavrov spoke")
    assert found(lakes, "lawrow ") == {"Lawrow spoke", "Lavrov spoke"}
    assert found(lakes, "spellings:typed lawrow ") == {"Lawrow spoke"}


def test_another_way_of_spelling_is_said_to_be_none(lakes):
    query = asked(lakes, "spellings:some bergvik ")
    assert query.remark.startswith("No way of spelling here is called “some”")
    assert not query.as_typed


def test_a_spelling_of_several_words_is_known(lakes):
    add(lakes, "the LU agrees", "the Union of the Lakes agrees", "the union met at the lake")
    for text in ("lake union", "LU ", "Union of the Lakes"):
        assert found(lakes, text) >= {"the LU agrees", "the Union of the Lakes agrees"}
    assert found(lakes, "lake union -LU") == {"the union met at the lake"}


def test_a_last_name_is_a_known_spelling_and_the_names_of_others_are_not_found_by_its_sound(lakes):
    assert asked(lakes, "Önel ").also == ("Онел",)
    assert asked(lakes, "Ünel ").also == ()
    add(lakes, "Ünel spoke", "Unel spoke", "Önel spoke", "Онел говорил")
    assert found(lakes, "önel ") == {"Önel spoke", "Онел говорил"}
    assert found(lakes, "onel ") == {"Önel spoke", "Онел говорил"}


def test_a_known_name_without_a_spelling_in_another_script_is_found_by_its_sound_there(library):
    library.people.add(name="Sergei Lavrov")
    library.parties.add(name="Turkey", kind="state")
    add(library, "Lavrov came", "لافروف جاء", "Lawrow kam", "وافقت تركيا")
    assert found(library, "Lavrov ") == {"Lavrov came", "لافروف جاء", "Lawrow kam"}
    assert found(library, "Turkey ") == {"وافقت تركيا"}
    lines = library.quotes.first(asked(library, "Lavrov "), Cancel(), 9)
    assert {line.text for line in lines if line.sounds} == {"لافروف جاء", "Lawrow kam"}


def test_a_place_with_an_h_is_found_in_arabic_letters_that_nobody_filed(library):
    add(library, "قمة طهران", "نشست تهران", "the Tehran summit", "ترانه")
    assert found(library, "Tehran ") == found(library, "طهران ") == {"قمة طهران", "نشست تهران", "the Tehran summit"}


def test_a_known_spelling_is_told_as_such_though_it_sounds_like_what_was_typed(library):
    person = library.people.add(name="Sergei Lavrov")
    library.aliases.add(record_kind="person", record_uid=person, form="لافروف")
    add(library, "Lavrov came", "Lawrow kam")
    lines = library.quotes.first(asked(library, "لافروف "), Cancel(), 9)
    reasons = {line.text: (line.reason, line.sounds) for line in lines}
    assert reasons["Lavrov came"] == ("“Lavrov” is another spelling of “لافروف”", False)
    assert reasons["Lawrow kam"] == ("“Lawrow” sounds like “لافروف”", True)


def test_all_words_of_a_known_name_are_found_by_their_sound(library):
    library.people.add(name="Sergei Lavrov")
    add(library, "سيرغي لافروف", "سيرغي")
    assert found(library, "Sergei Lavrov ") == {"سيرغي لافروف"}


def test_a_term_is_no_name_and_not_looked_for_by_its_sound(lakes):
    lakes.aliases.add(record_kind="term", canonical="dams", form="weirs")
    assert asked(lakes, "dams ").sound_match is None


def test_only_as_typed_finds_no_other_spelling_script_or_sound(lakes):
    add(lakes, "Önel spoke", "Onel spoke", "Онел говорил", "Ünel spoke", "Oneil spoke", "أونل قال")
    assert found(lakes, "spellings:typed onel ") == {"Önel spoke", "Onel spoke"}
    assert found(lakes, "spellings:typed Онел ") == {"Онел говорил"}
    assert found(lakes, "spellings:typed onel near spoke ") == {"Önel spoke", "Onel spoke"}
    assert found(lakes, "spellings:typed onel near говорил ") == set()
    lines = lakes.quotes.first(asked(lakes, "spellings:typed onel OR spoke "), Cancel(), 9)
    assert all(line.reason in ("", "“Önel” for “onel”") and len(line.marks) < 3 for line in lines)


def test_a_phrase_is_found_in_its_own_letters_whatever_their_case_and_marks(lakes):
    add(lakes, "Önel spoke", "Onel spoke", "Онел spoke", "Müller-Önel left", "Mueller-Onel left")
    assert found(lakes, '"onel spoke"') == {"Önel spoke", "Onel spoke"}
    assert found(lakes, '"Онел"') == {"Онел spoke"}
    assert found(lakes, '"MULLER"') == {"Müller-Önel left"}
    assert found(lakes, '"Müller"') == {"Müller-Önel left"}
    assert found(lakes, '"mullerönel"') == {"Müller-Önel left"}


def test_an_acronym_as_another_spelling_is_not_found_in_the_pronoun(library):
    party = library.parties.add(name="United Shores", kind="state")
    for form in ("US", "WHO"):
        library.aliases.add(record_kind="party", record_uid=party, form=form)
    add(library, "the US agrees", "the U.S. agrees", "it is for us", "Who agrees", "us and the US", "the WHO agrees")
    expected = {"the US agrees", "the U.S. agrees", "us and the US", "the WHO agrees"}
    assert found(library, "United Shores ") == expected
    assert found(library, "agrees near united shores ") == {"the US agrees", "the WHO agrees"}
    lines = library.quotes.first(asked(library, "United Shores "), Cancel(), 9)
    assert {line.text[slice(*mark)] for line in lines for mark in line.marks} == {"US", "U.S", "WHO"}


def test_an_acronym_is_found_with_its_points_and_without(library):
    add(library, "the U.N. envoy", "the UN envoy")
    assert found(library, "UN ") == found(library, "U.N. ") == {"the U.N. envoy", "the UN envoy"}


def test_an_everyday_word_is_not_found_by_its_sound(library):
    add(library, "Far away", "a war", "Love thy peer", "The far end")
    assert found(library, "war ") == {"a war"}
    assert found(library, "luv ") == {"Love thy peer"}
    add(library, "We love them")
    assert found(library, "luv ") == set()


def test_a_name_of_one_word_stands_for_the_last_names_in_other_scripts(shipped):
    assert "Lavrov" in asked(shipped, "لافروف ").also
    assert "لافروف" in asked(shipped, "lavrov").also


def test_labels_with_other_numbers_are_no_spellings(lakes):
    assert asked(lakes, "Lake 1 ").also == ()
    lakes.aliases.add(record_kind="term", canonical="lake rounds", form="Lake One")
    assert asked(lakes, "Lake One ").also == ()
    assert asked(lakes, "lake rounds ").also == ()


def test_a_beginning_that_was_asked_for_is_no_spelling(lakes):
    assert asked(lakes, "bergvik* ").also == ()
    assert asked(lakes, "bergvi").also == ()


def test_new_spellings_count_at_once(lakes):
    add(lakes, "they met in Montevik")
    assert found(lakes, "bergvik ") == set()
    lakes.aliases.add(record_kind="place", canonical="Bergvik", form="Montevik")
    assert found(lakes, "bergvik ") == {"they met in Montevik"}
    lakes.undo()
    assert found(lakes, "bergvik ") == set()


def test_the_spellings_of_a_merged_person_are_kept(library):
    kept, other = library.people.add(name="Mira Kolen"), library.people.add(name="Myra Collen")
    library.aliases.add(record_kind="person", record_uid=other, form="Мира Колен")
    library.people.merge(kept, other)
    add(library, "Myra Collen spoke", "Мира Колен говорила")
    assert found(library, "Mira Kolen") == {"Myra Collen spoke", "Мира Колен говорила"}


def add_and_fail(library):
    with library.revise("Add"):
        library.aliases.add(record_kind="place", canonical="Bergvik", form="Montevik")
        assert found(library, "bergvik ") == {"they met in Montevik"}
        raise RuntimeError


def test_a_revision_that_is_not_done_leaves_no_spelling(lakes):
    add(lakes, "they met in Montevik")
    with pytest.raises(RuntimeError):
        add_and_fail(lakes)
    assert found(lakes, "bergvik ") == set()


def test_words_near_each_other_may_stand_in_any_spelling(lakes):
    add(lakes, "peace came to Bergen-Vik at last", "peace " + "and so on " * 9 + "in Bergvik")
    assert found(lakes, "peace near bergvik ") == {"peace came to Bergen-Vik at last"}
    assert found(lakes, "peace near/2 bergvik ") == {"peace came to Bergen-Vik at last"}
    assert found(lakes, "peace near/1 bergvik ") == set()


def test_the_whole_of_another_spelling_is_told_where_a_shorter_one_stands_in_it(library):
    for form in ("Berav", "Bera'a", "Bera"):
        library.aliases.add(record_kind="place", canonical="Berav", form=form)
    add(library, "a meeting in Bera'a")
    (line,) = library.quotes.first(asked(library, "Berav "), Cancel(), 9)
    assert line.reason == "“Bera'a” is another spelling of “Berav”"
    assert [line.text[slice(*mark)] for mark in line.marks] == ["Bera'a"]


def test_signs_between_the_words_of_a_spelling_are_passed_over(lakes):
    add(lakes, "the LU agrees")
    assert found(lakes, "lake — union ?!") == {"the LU agrees"}


def test_words_near_each_other_are_found_in_other_letters(lakes):
    add(lakes, "мир настал у озера")
    assert found(lakes, "mir near ozera ") == {"мир настал у озера"}


def test_a_beginning_is_found_near_a_word(lakes):
    add(lakes, "the settlement of the lakes", "a settlement")
    assert found(lakes, "settl* near lakes ") == found(lakes, "lakes near settl") == {"the settlement of the lakes"}


def test_a_last_name_that_two_people_share_in_another_script_stands_for_the_one_who_is_meant(library):
    for name, *forms in (("Mira Önel", "ميرا أونل", "ميره اونل"), ("Tarik Ünel", "طارق أونل")):
        person = library.people.add(name=name)
        for form in forms:
            library.aliases.add(record_kind="person", record_uid=person, form=form)
    add(library, "ميرا أونل", "ميره اونل", "طارق أونل")
    assert found(library, "Önel ") == {"ميرا أونل", "ميره اونل"}
    assert found(library, "Ünel ") == {"طارق أونل"}
    assert found(library, "أونل ") == {"ميرا أونل", "ميره اونل", "طارق أونل"}


def test_a_spelling_is_known_with_or_without_its_hyphens_and_apostrophes(library):
    for form in ("re-settlement lakes", "zones du lac"):
        library.aliases.add(record_kind="term", canonical="re-settlement lakes", form=form)
    for form in ("Beraa", "Beroa"):
        library.aliases.add(record_kind="place", canonical="Beraa", form=form)
    assert "zones du lac" in asked(library, "resettlement lakes ").also
    assert "zones du lac" in asked(library, "re settlement lakes ").also
    assert asked(library, "Bera'a ").also == ("Beroa",)
    forms = list(Names(library, Cancel()).spellings.forms_of_place(("beroa",)))
    assert sorted(forms) == ["Beraa", "Beroa"]


def test_many_words_near_each_other_make_no_endless_expression(shipped):
    assert asked(shipped, "Astana near Lavrov ").match.count("NEAR") > 30
    assert len(asked(shipped, "Astana near Lavrov near " * 400).match) < 10_000


def test_two_words_are_found_as_one_where_the_library_has_that(lakes):
    for text in ("The ceasefire holds", "Let them cease fire", "fire did not cease", "A fire near the lake"):
        lakes.quotes.add(form="direct", text=text)
    both = {"The ceasefire holds", "Let them cease fire", "fire did not cease"}
    for text in ("cease fire ", "cease fire", "Cease Fire "):
        assert found(lakes, text) == both
        assert asked(lakes, text).also == ("ceasefire",)
    line = next(
        line for line in lakes.quotes.first(asked(lakes, "cease fire "), Cancel(), 9) if "ceasefire" in line.text
    )
    assert line.reason == "“ceasefire” is another spelling of “cease fire”"
    assert found(lakes, "spellings:typed cease fire ") == both - {"The ceasefire holds"}
    assert found(lakes, '"cease fire" ') == {"Let them cease fire"}
    assert found(lakes, "-cease fire ") == {"A fire near the lake"}
    assert found(lakes, "cease fire near cease ") == {"Let them cease fire", "fire did not cease"}
    assert found(lakes, "cease fire holds ") == {"The ceasefire holds"}
    assert asked(lakes, "lake fire ").also == ()
    assert parse("cease fire ").also == ()


def test_small_words_are_no_halves_of_a_word(lakes):
    lakes.quotes.add(form="direct", text="Inform them")
    assert found(lakes, "in form ") == set()


def test_initials_are_found_as_the_word_that_they_are(lakes):
    lakes.quotes.add(form="direct", text="The U.N. envoy")
    assert found(lakes, "UN ") == found(lakes, "U.N. ") == {"The U.N. envoy"}
