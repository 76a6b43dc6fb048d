import pytest

from db import negations


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The envoys did not ", "not"),
        ("We can’t", "can’t"),
        ("Переговоры не\n", "не"),
        ("Il n’", "n’"),
        ("They left without ", "without"),
        ("ما صلح نمی ", "نمی"),
        ("No, ", ""),
        ("The answer is not “", ""),
        ("They do not ever ", ""),
        ("", ""),
    ],
)
def test_only_the_very_word_before_turns_what_follows(text, word):
    assert negations.right_before(text) == word
