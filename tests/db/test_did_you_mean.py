import pytest

from db import Cancel
from db.did_you_mean import proposal


@pytest.fixture
def lakes(library):
    """Quotes of one made-up speaker about a ceasefire."""
    mira = library.people.add(name="Mira Kolen")
    library.meetings.add(kind="round", title="First", city="Shora")
    with library.revise("Add quotes"):
        for number in range(50):
            library.quotes.add(
                form="direct", speaker=mira, text=f"the ceasefire holds on shore {number} rather than there"
            )
        library.quotes.add(form="direct", text="the ceasefyre of one misprint, and a guarantee")
    return library


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ceasfire", "ceasefire"),
        ("cesaefire holds", "ceasefire holds"),
        ("the ceasefrie holsd", "the ceasefire holds"),
        ("ecasefire", "ceasefire"),
        ("ceasefyre ", "ceasefire "),
        ("speaker:kolem ceasefire", 'speaker:"Mira Kolen" ceasefire'),
        ("form:dirct", "form:direct"),
        ("garantee NOT ceasefire", "guarantee NOT ceasefire"),
    ],
)
def test_a_slip_of_the_pen_is_found(lakes, text, expected):
    assert proposal(lakes, text, Cancel()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ceasefire",
        "zebra",
        "hold*",
        "shoer*",
        "ceasefyre",
        "cease",
        "-ceasfire",
        '"ceasfire"',
        "guarantee ceasefire",
        "sor",
        "Kolen",
        "2254",
        "dirct",
        "shora",
        "thrane",
    ],
)
def test_nothing_is_proposed_where_nothing_is_nearly_alike_or_it_was_meant(lakes, text):
    assert proposal(lakes, text, Cancel()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talkshop ", "talk shop "),
        ("Talkshop holds", "talk shop holds"),
        ("shoptalk ", None),
        ("talksho", None),
        ("-talkshop ", None),
    ],
)
def test_a_word_that_quotes_have_as_two_is_found(lakes, text, expected):
    lakes.quotes.add(form="direct", text="No talk shop, no shops")
    assert proposal(lakes, text, Cancel()) == expected


def test_terms_to_filter_by_are_no_words(lakes):
    assert proposal(lakes, "fdirekt", Cancel()) is None
    assert proposal(lakes, "ynonee", Cancel()) is None


def test_words_of_a_name_or_value_that_is_known_are_not_mended(lakes):
    lakes.topics.add(name="ceasefyer talks", label="Talks")
    lakes.aliases.add(record_kind="place", canonical="Shorre Ceasefira", form="Shorre Ceasefira")
    with lakes.revise("Add quotes"):
        for number in range(50):
            lakes.quotes.add(form="direct", text=f"one part of the working lines {number}")
    assert proposal(lakes, "role:conflict party", Cancel()) is None
    assert proposal(lakes, "topic:ceasefyer talks", Cancel()) is None
    assert proposal(lakes, "shorre ceasefira", Cancel()) is None
    assert proposal(lakes, "shorre ceasefira parrt", Cancel()) == "shorre ceasefira part"
