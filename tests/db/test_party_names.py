import pytest

from db import alike_names, party_names


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The Republic of Example", "example"), ("Republic of the Examples", "examples"),
        ("Islamic Republic of Iran", "iran"), ("Syrian Arab Republic", "syria"), ("Russian Federation", "russia"),
        ("United States of America", "united states"), ("State of Example", "example"),
        ("Democratic Republic of the Congo", None), ("Islamic State", None), ("Republic", None), ("The", None),
        ("Kazakhstan", None), ("United Kingdom", "united"), ("Republic of", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_left_without_the_form_of_state(text, left):
    found = party_names.without_form_of_state(alike_names.name(text))
    assert (found and " ".join(word.letters for word in found.words)) == left
