"""Lines of a printed page become paragraphs, and divided words whole."""

from db.extraction.pdf_lines import BREAK, Line, heading, in_order, joined_pages


def page(*rows, height=11.0, step=14.0):
    """Lines from their text, left and right edge."""
    return [Line(text, left, right, 700 - at * step, height) for at, (text, left, right) in enumerate(rows)]


def test_a_full_line_goes_on_in_the_next_and_a_short_one_ends_there():
    lines = page(("One two three", 72, 500), ("four five six", 72, 495), ("seven.", 72, 120), ("Eight nine", 72, 490))
    assert joined_pages([lines]).pages == ["One two three four five six seven.\nEight nine"]


def test_a_line_that_is_set_in_and_an_item_of_a_list_begin_anew():
    lines = page(("One two three", 72, 500), ("Four five six", 90, 500), ("1. Seven", 72, 500), ("• Eight", 72, 500))
    assert joined_pages([lines]).pages == ["One two three\nFour five six\n1. Seven\n• Eight"]


def test_a_gap_and_another_size_of_type_begin_a_paragraph():
    lines = [
        Line("Heading", 72, 500, 700, 18), Line("One", 72, 500, 686, 11), Line("two", 72, 500, 672, 11),
        Line("three", 72, 500, 640, 11),
    ]  # fmt: skip
    assert joined_pages([lines]).pages == ["Heading\n\nOne two\n\nthree"]


def test_a_divided_word_is_written_as_it_is_elsewhere_in_the_document():
    lines = page((f"the cease{BREAK}", 72, 500), ("fire and the cease-fire", 72, 500))
    assert joined_pages([lines]).pages == ["the cease-fire and the cease-fire"]
    lines = page((f"the cease{BREAK}", 72, 500), ("fire and the ceasefire", 72, 500))
    assert joined_pages([lines]).pages == ["the ceasefire and the ceasefire"]


def test_else_a_hyphen_stays_where_it_usually_does():
    halves = {
        ("Syrian", "led"): "Syrian-led",
        ("negoti", "ations"): "negotiations",
        ("Russian", "Turkish"): "Russian-Turkish",
    }
    for (one, two), whole in halves.items():
        found = joined_pages([page((f"{one}{BREAK}", 72, 500), (f"{two} x", 72, 500))])
        assert (found.pages, found.hyphens) == ([f"{whole} x"], 1)


def test_the_lines_in_the_largest_type_are_the_heading():
    lines = [Line("Small print", 72, 300, 800, 8), Line("Joint", 72, 300, 700, 20), Line("statement", 72, 300, 680, 20)]
    assert heading([*lines, *page(("Words of the text", 72, 500))]) == "Joint statement"
    assert heading(page(("One", 72, 500), ("two", 72, 500))) is None


def test_a_line_that_had_no_room_for_the_next_word_goes_on():
    lines = page(("One two three", 72, 500), ("four five", 72, 400), ("incomprehensibilities six", 72, 500))
    assert joined_pages([lines]).pages == ["One two three four five incomprehensibilities six"]


def test_lines_from_right_to_left_go_on_at_the_left_edge_and_are_set_in_at_the_right():
    lines = page(
        ("اجتمع الوزراء في", 72, 500), ("نوفوغراد", 400, 500), ("وقال الوزير إن", 72, 500), ("السلام قريب", 72, 480)
    )
    assert joined_pages([lines]).pages == ["اجتمع الوزراء في نوفوغراد\nوقال الوزير إن\nالسلام قريب"]


def test_lines_from_right_to_left_that_come_from_below_are_put_in_order():
    one, two, three, four = page(("اجتمع", 72, 500), ("الوزراء", 72, 500), ("في", 72, 500), ("نوفوغراد", 72, 500))
    assert in_order([one, three, two, four]) == [one, two, three, four]
    assert in_order([four, three, two, one]) == [one, two, three, four]
    beside = two._replace(left=510, right=900)
    assert in_order([one, three, beside, four]) == [one, three, beside, four]
    latin = page(("One", 72, 500), ("Two", 72, 500))
    assert in_order(latin[::-1]) == latin[::-1]


def test_a_stop_behind_a_number_stays_behind_it():
    (line,) = in_order(page(("مارس .2031 وقال ،1,250 الوزير .", 72, 500)))
    assert line.text == "مارس 2031. وقال 1,250، الوزير ."


def test_a_sentence_and_a_divided_word_go_on_over_the_page():
    first, second = page(("One two three", 72, 500), ("four five", 72, 498)), page(("six seven", 72, 500))
    assert joined_pages([first, second]).gaps == [" "]
    ended = [first[0], first[1]._replace(text="four five.")]
    short = [first[0], first[1]._replace(right=200)]
    small = [first[0], first[1]._replace(height=8.0)]
    for other in (ended, short, small):
        assert joined_pages([other, second]).gaps == ["\n\n"]
    assert joined_pages([first, page(("Six seven", 72, 500))]).gaps == ["\n\n"]
    divided = page((f"the nego{BREAK}", 72, 500))
    assert joined_pages([divided, page(("tiations of", 72, 500))])[:2] == (["the negotiations", "of"], [" "])
