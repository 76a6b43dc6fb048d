from hypothesis import given
from hypothesis import strategies as st

from db.paragraphs import LONG, paragraphs


def cut(text):
    return [text[starts:ends] for starts, ends in paragraphs(text)]


def test_blank_lines_part_paragraphs_and_line_ends_do_not():
    assert cut("One.\nTwo.\n\n  \nThree.\n") == ["One.\nTwo.", "Three."]
    assert cut("") == cut(" \n\n ") == []


def test_a_long_paragraph_is_cut_where_a_sentence_ends():
    text = "The delegations met again in the old customs house. " * 60
    found = cut(text)
    assert "".join(found) == text
    assert all(piece.rstrip().endswith(".") and len(piece) <= LONG for piece in found)
    assert len(found) > 2


def test_words_without_an_end_are_cut_at_a_blank_and_else_anywhere():
    assert all(piece.endswith("word ") for piece in cut("word " * 1000)[:-1])
    assert max(map(len, cut("x" * 5000))) == LONG


def test_a_word_put_in_moves_the_cuts_near_it_only():
    lines = [f"Delegation {number} spoke for {number % 7 + 2} minutes of what it wished" for number in range(2000)]
    before = cut("\n".join(lines))
    lines[1000] += " and of more"
    after = cut("\n".join(lines))
    assert len(set(before) ^ set(after)) < 20


@given(st.text(alphabet="ab. \n\u2029…", max_size=4000))
def test_paragraphs_follow_each_other_and_leave_out_blanks_only(text):
    found = list(paragraphs(text))
    left = [0, *(ends for _, ends in found)], [*(starts for starts, _ in found), len(text)]
    assert all(not text[ends:starts].strip() for ends, starts in zip(*left, strict=True))
    assert all(0 < ends - starts <= LONG for starts, ends in found)
