"""What stands in quotation marks."""

import pytest

from db.speech.marks import blocks, points_inward
from db.speech.paragraphs import paragraphs


def quoted(text):
    """The words in quotation marks, pieces of one quotation joined by a bar."""
    found = blocks(text, list(paragraphs(text)), inward=points_inward(text))
    return [" | ".join(text[slice(*part)] for part in one.parts) for block in found for one in block.quoted]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said “yes”.", ["yes"]),
        ('She said "yes" and "no".', ["yes", "no"]),
        ('It “has shown its efforts".', ["has shown its efforts"]),
        ("Sie sagte „ja“.", ["ja"]),
        ("Sie sagte »ja«, er »nein«.", ["ja", "nein"]),
        ("Она сказала «да».", ["да"]),
        ("Elle a dit «\u00a0oui\u00a0».", ["oui"]),
        ("Elle a dit « oui ».", ["oui"]),
        ("قالت «نعم».", ["نعم"]),
        ("قالت ”نعم“.", ["نعم"]),
        ("She said ‘it isn’t far’.", ["it isn’t far"]),
        ("The ministers’ aide said ‘the ministers’ cars are here’.", ["the ministers’ cars are here"]),
        ("“He said ‘soon’ twice”, she said.", ["He said ‘soon’ twice"]),
        ("«Говорят „скоро“», — сказала она.", ["Говорят „скоро“"]),
        ("It's the people's choice.", []),
        ('A board of 5" and no more.', []),
        ("An “open mark and no end.", []),
        ("(“yes”)", ["yes"]),
        ("“”", []),
        ("", []),
    ],
)
def test_the_marks_of_a_language_enclose_words(text, words):
    assert [one for one in quoted(text) if one] == words


def test_a_quotation_goes_on_over_paragraphs_that_begin_with_a_mark():
    assert quoted("“One.\n\n“Two.\n\n“Three.” She left.") == ["One. | Two. | Three."]


def test_so_it_does_where_only_its_end_is_marked():
    assert quoted("Er sagte: „Eins.\n\nZwei.“\n\n„Drei“") == ["Eins. | Zwei.", "Drei"]


def test_a_mark_that_is_never_closed_takes_nothing_with_it():
    assert quoted("An “open mark.\n\nShe said “yes”.\n\nThe end.") == ["yes"]


@pytest.mark.parametrize("mark", ["“", '"', "«", "»", "‘", "'", "„", '“a» „b ‘c "d '])
def test_nothing_but_marks_is_no_quotation_and_soon_read(mark):
    quoted(mark * 20_000)
