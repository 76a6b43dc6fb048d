import pytest

from db.quote_query import parse
from db.search_rank import Ranker

BEST_FIRST = (
    ("harbour", ""), ("harbour master", ""), ("old harbour", ""), ("old harbourmaster", ""), ("", "the harbour"),
    ("", "the harbours"),
)  # fmt: skip


def test_a_name_is_better_than_a_text_and_a_whole_word_than_a_beginning():
    ranker = Ranker(parse("harbour").marks)
    ranks = [ranker.rank(*each) for each in BEST_FIRST]
    assert ranks == sorted(set(ranks))


def test_words_of_a_name_in_another_order_are_better_than_a_text():
    ranker = Ranker(parse("master harbour").marks)
    assert ranker.rank("harbour master", "") < ranker.rank("", "master harbour")


@pytest.mark.parametrize("typed", ["де-эскалация", "ДЕЭСКАЛАЦИЯ", "De-Eskalatsiya", "deeskal"])
def test_a_name_is_better_than_a_text_in_whatever_way_it_is_typed(typed):
    ranker = Ranker(parse(typed).marks)
    assert ranker.rank("de eskalatsiya", "") < ranker.rank("", "de eskalatsiya")


def test_of_words_parted_between_name_and_text_those_of_the_name_count_first():
    ranker = Ranker(parse("oslo 4 ").marks)
    fourth = ranker.parted("fourth round oslo", "round 4 3 4 may 2030 oslo")
    fifth = ranker.parted("fifth round oslo", "round 5 4 5 july 2030 oslo")
    bergen = ranker.parted("fourth summit bergen", "summit 4 19 may 2030 oslo")
    assert ranker.parted("oslo 4", "") < fourth < fifth < bergen
