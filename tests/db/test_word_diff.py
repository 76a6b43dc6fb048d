"""Changed words are told from those that stayed, whatever the texts hold."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import word_diff
from db.word_diff import diff

TEXTS = st.text(alphabet="ab ,\n.é🕊中文م", max_size=60)
MEGABYTE = 1_000_000


def kinds(old, new):
    """The changed segments: what went as -text, what came as +text, what stayed as it is."""
    signs = {"same": "", "gone": "-", "new": "+"}
    return [signs[kind] + text for kind, text in diff(old, new)]


def assert_whole(old, new):
    """Both texts can be read from the segments; the segments."""
    segments = diff(old, new)
    assert "".join(text for kind, text in segments if kind != "new") == old
    assert "".join(text for kind, text in segments if kind != "gone") == new
    assert all(text for _, text in segments)
    return segments


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("one two three", "one three four", ["one ", "-two ", "three", "+ four"]),
        ("the red fox, jumps", "a blue wolf, jumps", ["-the red fox", "+a blue wolf", ", jumps"]),
        ("Astana", "Nur-Sultan", ["-Astana", "+Nur-Sultan"]),
        ("“No military solution”", "“No political solution”", ["“No ", "-military", "+political", " solution”"]),
        ("Round 4", "Round 4", ["Round 4"]),
        ("", "new", ["+new"]),
        ("old", "", ["-old"]),
        ("", "", []),
        ("和平谈判", "和平会谈", ["和平", "+会", "谈", "-判"]),
        ("Çavuşoğlu said", "Çavuşoğlu wrote", ["Çavuşoğlu ", "-said", "+wrote"]),
        ("وقف إطلاق النار", "وقف النار", ["وقف ", "-إطلاق ", "النار"]),
    ],
)
def test_words_that_went_and_came_are_told(old, new, expected):
    assert kinds(old, new) == expected


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_segments(old, new):
    assert_whole(old, new)


@given(TEXTS, TEXTS)
def test_neighbours_are_of_different_kinds(old, new):
    found = [kind for kind, _ in diff(old, new)]
    assert all(one != other for one, other in pairwise(found))


def test_so_they_can_where_the_search_goes_on_from_where_it_got_to(monkeypatch):
    monkeypatch.setattr(word_diff, "FARTHEST", 2)
    dice = random.Random(1)
    for _ in range(500):
        assert_whole(*("".join(dice.choices(["a ", "b", "c ", " "], k=dice.randrange(40))) for _ in range(2)))


def test_so_they_can_where_the_budget_ends(monkeypatch):
    monkeypatch.setattr(word_diff, "BUDGET", 30)
    dice = random.Random(2)
    for _ in range(500):
        assert_whole(*("".join(dice.choices(["a ", "b ", "c "], k=dice.randrange(60))) for _ in range(2)))


def megabyte(dice, words):
    """A text of about a megabyte of some words."""
    return " ".join(dice.choices(words, k=MEGABYTE // 6))


def test_few_changes_in_a_megabyte_are_each_found():
    dice = random.Random(3)
    words = megabyte(dice, [f"w{n}" for n in range(5000)]).split()
    changed = list(words)
    places = dice.sample(range(0, len(words), 10), 200)
    for at in places:
        changed[at] = "changed"
    segments = assert_whole(" ".join(words), " ".join(changed))
    assert [text for kind, text in segments if kind == "new"] == ["changed"] * len(places)


@pytest.mark.parametrize(
    "texts",
    [
        lambda dice: (megabyte(dice, ["a", "b"]), megabyte(dice, ["a", "b"])),
        lambda dice: (megabyte(dice, [f"w{n}" for n in range(99)]), megabyte(dice, [f"v{n}" for n in range(99)])),
        lambda _: (" ".join(map(str, range(150_000))), " ".join(map(str, reversed(range(150_000))))),
        lambda dice: ("".join(dice.choices(".,;:!", k=MEGABYTE)), "".join(dice.choices(".,;:!", k=MEGABYTE))),
        lambda _: ("x" * MEGABYTE, "x" * (MEGABYTE - 1)),
    ],
    ids=["two words", "nothing shared", "backwards", "marks only", "one word"],
)
@pytest.mark.timeout(60)
def test_any_megabyte_comes_to_an_end(texts):
    assert_whole(*texts(random.Random(4)))


def test_longer_texts_are_not_compared_word_by_word():
    old = "same " * (word_diff.LONGEST // 10 + 1)
    assert [kind for kind, _ in diff(old, old + "more")] == ["gone", "new"]
