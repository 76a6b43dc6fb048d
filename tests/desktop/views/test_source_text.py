"""A text is set to be read: its measure, directions, marks, pages; selected to the character and left in its place."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.offsets import LONGEST, ShownText
from desktop.theme import theme
from desktop.views.source_text import SourceText
from tests.desktop.models.test_passage_marks import use

ARABIC = "قالت الوفود المخترعة إن round 4 سيعقد في مايو."
TEXT = (
    "Préamble 😀.\r\n\r\nThe parties <b>agreed</b> on zones.\r\n"
    + ARABIC
    + "\r\n"
    + "A line that follows and is long enough to be set in more than one line of a column that is not wide.\r\n" * 200
    + "The end."
)
FIRST, LAST = TEXT.index("agreed"), TEXT.index("agreed") + len("agreed")


@pytest.fixture
def text(qtbot):
    """The text, shown."""
    text = SourceText()
    qtbot.addWidget(text)
    text.resize(600, 400)
    text.show()
    text.show_text(ShownText(TEXT))
    return text


def span(words):
    starts = TEXT.index(words)
    return starts, starts + len(words)


def block_of(text, words):
    at = text._text.to_document(TEXT.index(words))
    return text.document().findBlock(at)


def point_of(text, words):
    """A point of the viewport on the first letter of some words."""
    text.blockBoundingRect(block_of(text, words))
    cursor = text.textCursor()
    cursor.setPosition(text._text.to_document(TEXT.index(words)))
    left = text.cursorRect(cursor)
    cursor.movePosition(cursor.MoveOperation.NextCharacter)
    return QPoint((left.left() + text.cursorRect(cursor).left()) // 2, left.center().y())


@pytest.mark.parametrize("words", ["agreed", "Préamble 😀", "The end.", "<b>", "المخترعة"])
def test_a_selection_is_counted_as_the_library_counts(text, words):
    text.select(span(words))
    assert text.selection() == span(words)
    assert text.words(text.selection()) == words


def test_blanks_around_a_selection_are_left_out(text):
    text.selectAll()
    assert text.selection() == (0, len(TEXT))
    text.select((FIRST - 1, LAST + 1))
    assert text.selection() == (FIRST - 1, LAST + 1)  # a bracket is no blank
    text.select((LAST + 4, LAST + 8))
    assert text.words(text.selection()) == "on"
    at = TEXT.index(" on zones")
    text.select((at, at + 1))
    assert text.selection() is None


def test_what_is_copied_is_the_words_of_the_source_with_its_line_breaks(text):
    text.select((0, LAST))
    text.copy()
    assert QGuiApplication.clipboard().text() == TEXT[:LAST]


def test_a_line_holds_65_to_75_characters_where_there_is_room(text):
    text.resize(1200, 400)
    block = block_of(text, "A line that")
    text.blockBoundingRect(block)
    assert 60 <= block.layout().lineAt(0).textLength() <= 78
    text.resize(340, 400)
    block = block_of(text, "A line that")
    text.blockBoundingRect(block)
    assert block.layout().lineAt(0).naturalTextWidth() <= text.viewport().width()


def test_lines_stand_well_apart_at_any_zoom(text):
    for zoom in (80, 100, 200):
        theme.apply("light", zoom)
        text.dress()
        block = block_of(text, "A line that")
        text.blockBoundingRect(block)
        first, second = (block.layout().lineAt(number) for number in (0, 1))
        assert second.y() - first.y() >= 1.5 * theme.type.body


def test_each_paragraph_runs_as_its_script_does(text):
    edges = {}
    for words in ("The parties", ARABIC):
        block = block_of(text, words)
        text.blockBoundingRect(block)
        line = block.layout().lineAt(0)
        stretches = text._layout.stretches(line, 0, line.textLength())
        edges[words] = (min(left for left, _ in stretches), max(right for _, right in stretches))
    column = text._layout.left, text._layout.left + text._layout.width
    assert edges["The parties"][0] == pytest.approx(column[0], abs=1)
    assert edges[ARABIC][1] == pytest.approx(column[1], abs=1)


def test_a_stretch_of_mixed_scripts_is_where_its_letters_are(text):
    block = block_of(text, ARABIC)
    text.blockBoundingRect(block)
    line = block.layout().lineAt(0)
    at = ARABIC.index("round")
    (latin,) = text._layout.stretches(line, at, at + len("round"))
    latin_again, *arabic = sorted(text._layout.stretches(line, at - 3, at + len("round")))
    assert latin_again == latin
    assert all(left > latin[1] for left, _ in arabic)  # what was written before stands to its right
    whole = text._layout.stretches(line, 0, len(ARABIC))
    assert sum(right - left for left, right in whole) == pytest.approx(line.naturalTextWidth(), abs=6)


def test_an_endless_paragraph_is_the_same_text(text):
    endless = "word " * LONGEST
    text.show_text(ShownText(endless))
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == endless
    text.bring_into_view(len(endless) - 5)
    assert text.caret() == len(endless) - 5


def test_the_passage_has_a_ground_and_is_kept_to_the_character(text):
    text.set_passage((FIRST, LAST))
    assert text.marked_text() == "agreed"
    text.set_passage((len(TEXT) - 4, len(TEXT) + 50))
    assert text.marked_text() == ""


def test_what_rests_on_a_passage_is_found_under_the_mouse_and_beside_the_line(text):
    one = use(FIRST, LAST, title="One")
    text.set_marks([one])
    at = point_of(text, "agreed")
    assert text.marks_at(at) == [one]
    assert text.marks_at(QPoint(10, at.y())) == [one]
    assert text.marks_at(point_of(text, "parties")) == []
    assert text.marks_at(QPoint(text.viewport().width() - 4, at.y())) == []


def test_a_click_or_enter_on_a_passage_tells_what_rests_there(text, qtbot):
    inner, outer = use(FIRST, LAST, title="In"), use(FIRST - 4, LAST, title="Out")
    text.set_marks([outer, inner])
    with qtbot.waitSignal(text.marks_pressed) as told:
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(text, "agreed"))
    assert told.args == [[inner, outer]]
    with qtbot.waitSignal(text.marks_pressed):
        QTest.keyClick(text, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(text.marks_pressed):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(text, "zones"))


def test_keys_lead_from_mark_to_mark(text):
    end = TEXT.index("The end")
    text.set_marks([use(FIRST, LAST), use(end, end + 3)])
    assert text.step_to_mark(1)
    assert text.caret() == FIRST
    assert text.step_to_mark(1)
    assert text.caret() == end
    assert text.viewport().rect().contains(text.cursorRect().center())
    assert not text.step_to_mark(1)
    assert text.step_to_mark(-1)
    assert text.caret() == FIRST


def test_a_click_between_two_lines_is_a_click_on_one_of_them(text):
    block = block_of(text, "A line that")
    text.blockBoundingRect(block)
    text._scroll_to(block.position(), 0)
    line = block.layout().lineAt(0)
    top, height = text._layout.box(line)
    for y in (top + 1, top + height - 1):
        press(text, QPointF(text._layout.left + 100, text.contentOffset().y() + y))
        inside = text.textCursor().position() - block.position()
        assert 5 < inside < line.textLength() - 5


def press(text, at):
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        place = QPointF(text.viewport().mapToGlobal(at.toPoint()))
        QApplication.sendEvent(text.viewport(), QMouseEvent(kind, at, place, left, buttons, none))


def test_resting_on_a_mark_says_what_it_is_as_typed(text):
    text.set_marks([use(FIRST, LAST, title="<b>x</b> & y")])
    at = point_of(text, "agreed")
    QApplication.sendEvent(text.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, text.viewport().mapToGlobal(at)))
    shown = QTextDocument()
    shown.setHtml(QToolTip.text())
    assert shown.toPlainText() == "Cited for: “<b>x</b> & y”"
    QToolTip.hideText()


def test_a_place_beyond_a_text_that_was_cut_is_its_end(text):
    text.bring_into_view(len(TEXT) + 1000)
    assert text.caret() == len(TEXT)
    text.select((len(TEXT) - 4, len(TEXT) + 1000))
    assert text.selection() == (len(TEXT) - 4, len(TEXT))


def test_one_comes_back_to_the_same_line_caret_and_selection(text):
    end = TEXT.index("The end")
    text.select((end - 299, end - 250))
    place = text.place()
    text.bring_into_view(0)
    assert text.place() != place
    text.return_to(place)
    assert text.place() == place
    assert text.selection() == (end - 299, end - 250)


@pytest.mark.parametrize("size", [(400, 300), (900, 500)])
def test_another_width_or_zoom_leaves_the_text_where_it_is(text, size):
    middle = TEXT.index("A line that") + 9000
    text.bring_into_view(middle)
    top = text.place().top
    text.resize(*size)
    assert abs(text.place().top - top) < 120
    theme.apply("dark", 150)
    text.dress()
    assert abs(text.place().top - top) < 120


def test_pages_are_known_by_the_place_where_they_begin(text):
    text.show_text(ShownText(TEXT), [(0, "1"), (FIRST, "2"), (TEXT.index("The end"), "3")])
    assert text._pages == [(text._text.to_document(place), number) for number, place in
                           (("1", 0), ("2", FIRST), ("3", TEXT.index("The end")))]  # fmt: skip


def test_it_is_painted_with_everything_at_once_in_both_looks(text):
    end = TEXT.index("المخترعة")
    marks = [use(0, 8, "quote"), use(FIRST, LAST, "note", by="Ada", day="2031"), use(FIRST, LAST, "tag"),
             use(FIRST, LAST + 9, relation="contradicts"), use(end, end + 8, relation="inferred")]  # fmt: skip
    pictures = []
    for scheme in ("light", "dark"):
        theme.apply(scheme, 100)
        text.dress()
        plain = text.grab().toImage()
        text.show_text(ShownText(TEXT), [(0, "1"), (FIRST, "2")])
        text.set_marks(marks)
        text.set_passage((FIRST, LAST))
        text.set_hits([span("parties")])
        text.select(span("المخترعة إن"))
        full = text.grab().toImage()
        assert full != plain
        pictures.append(full)
        text.set_marks([])
        text.set_passage(None)
        text.set_hits([])
    assert pictures[0] != pictures[1]


def test_a_text_of_one_paragraph_is_set_like_any_other(text):
    text.show_text(ShownText("One paragraph only, long enough to be set in several lines of the column. " * 4))
    block = text.document().firstBlock()
    text.blockBoundingRect(block)
    assert block.layout().lineAt(0).x() == text._layout.left
    text.show_text(ShownText(""))
    assert text.selection() is None
    assert text.marks_at(QPoint(100, 10)) == []
