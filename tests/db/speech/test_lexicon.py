"""The words of the languages: each stands for itself, whatever signs are in it."""

import re

import pytest

from db.speech.lexicon import LANGUAGES, lexicon


def test_a_blank_inside_brackets_parts_no_word():
    titles = lexicon("en").titles["official"]
    assert titles.search("the vice-president said")
    assert titles.search("the vice president said")
    assert not titles.search("the Joint Monitoring Commission")


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_form_is_torn_at_a_blank_in_brackets(code):
    lex = lexicon(code)
    for pattern in (*lex.titles.values(), lex.institutions, lex.said, lex.reports):
        assert not re.search(r"\[[^\]]*\|", pattern.pattern)
