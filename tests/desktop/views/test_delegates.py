"""Rows are drawn: every kind and mark at every zoom, and the words of a quote around what was found."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QToolTip

from db.quote_lines import QuoteLine
from desktop.theme import theme
from desktop.views import quote_list_delegate, row_painting
from desktop.views.quote_list_delegate import LINES, QuoteListDelegate, extract

WIDTH = 40
LINE = QuoteLine(
    1, "q", "", "direct", None, None, None, None, None, None, None, None, None, None, None, None, recalled=False
)


def quote(text, found=""):
    """A quote with a word marked in it."""
    at = text.find(found)
    return LINE._replace(text=text, marks=((at, at + len(found)),) if found else ())


@pytest.mark.parametrize("text", ["short", "a long one " * 300, "", "x" * 5000, "Ж😀 ایران\nline " * 200])
def test_an_unmarked_quote_is_shown_from_its_beginning(text):
    assert text.replace("\n", " ").startswith(extract(quote(text), WIDTH).text)


@pytest.mark.parametrize("before", ["", "word " * 3, "word " * 500, "ž😀 " * 700, "x" * 4000])
def test_what_was_found_is_marked_in_the_part_that_is_shown(before):
    text = f"{before}ceasefire{' after' * 900}"
    shown = extract(quote(text, "ceasefire"), WIDTH)
    assert [shown.text[first:last] for first, last in shown.marks] == ["ceasefire"]
    assert shown.text.startswith("… ") == (not text.startswith(shown.text[:20]))


def test_marks_beyond_what_is_shown_are_left_out():
    text = "peace " * 1000
    marks = tuple((at, at + 5) for at in range(0, len(text), 6))
    shown = extract(LINE._replace(text=text, marks=marks), WIDTH)
    assert 0 < len(shown.marks) < 1000
    assert {shown.text[first:last] for first, last in shown.marks} == {"peace"}


def draw(view, row, state=QStyle.StateFlag.State_Enabled):
    """A row as the view draws it; how many colours it has."""
    index = view.model().index(row, 0)
    option = QStyleOptionViewItem()
    size = view.itemDelegate().sizeHint(option, index)
    image = QImage(320, size.height(), QImage.Format.Format_RGB32)
    image.fill(0)
    option.rect = image.rect()  # type: ignore[attr-defined]
    option.state = state  # type: ignore[attr-defined]
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    return len({image.pixel(QPoint(x, y)) for x in range(0, 320, 2) for y in range(0, size.height(), 2)})


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_every_row_of_both_lists_is_drawn(window, zoom):
    theme.apply("light", zoom)
    states = (QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
    for view in (window.meetings.list, window.quotes.list):
        for row in range(view.model().rowCount()):
            for state in states:
                assert draw(view, row, state) > 3, (row, state)


def test_the_last_line_of_a_quote_never_ends_in_a_dot(qapp, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        quote_list_delegate, "draw_line", lambda *args: drawn.append(args[2]) or row_painting.draw_line(*args)
    )
    line = LINE._replace(said_on="2031-05-03", meeting_title="First round of made-up talks", reason="also: Aland")
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shown = set()
    for width in range(40, 400):
        drawn.clear()
        QuoteListDelegate()._paint_foot(painter, QRect(0, 0, width, 40), line)
        assert drawn[-1] != "·", width
        shown.add(len(drawn))
    painter.end()
    assert shown == {1, 3, 5, 7}


def test_rows_grow_with_the_zoom(window):
    heights = []
    for zoom in (100, 200):
        theme.apply("light", zoom)
        heights.append(window.quotes.list.itemDelegate().row_height())
    assert heights[1] > 1.7 * heights[0] > 1.7 * LINES * theme.type.small / 2


def test_planned_disputed_and_noted_meetings_are_drawn_otherwise(window, idle):
    model, view = window.meetings.list.model(), window.meetings.list
    row = model.index_of("astana-07").row()
    plain = draw(view, row)
    window.session.run(lambda library: library.meetings.edit("astana-07", held="planned"))
    window.session.run(lambda library: library.notes.add(("meeting", "astana-07"), body="See"))
    idle(window.session)
    assert model.line(model.index_of("astana-07")).notes == 1
    assert draw(view, model.index_of("astana-07").row()) != plain


def test_a_title_is_shown_as_typed_in_the_tip_of_its_row(window, idle):
    uid = "astana-01"
    window.session.run(lambda library: library.meetings.edit(uid, title="<b>One</b> & <Iran>"))
    idle(window.session)
    view = window.meetings.list
    index = view.model().index_of(uid)
    place = view.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert "&lt;b&gt;One&lt;/b&gt; &amp; &lt;Iran&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_tagged_rows_are_drawn_with_the_colours_of_their_tags(window, idle):
    def put(library):
        tags = [library.tags.add(name=f"tag {at}", colour=f"#{at:02x}8040") for at in range(6)]
        plain = library.tags.add(name="plain")
        quote = library.quotes.lines([1])[0].uid
        library.notes.add(("quote", quote), body="See")
        for tag in (plain, *tags):
            library.tags.put(tag, ("meeting", "astana-04"), ("quote", quote))

    views = (window.meetings.list, window.quotes.list)
    meeting = window.meetings.list.model().index_of("astana-04").row()
    quote = [line.id for line in map(window.quotes.list.model().quote, rows(window.quotes.list))].index(1)
    before = [draw(view, row) for view, row in zip(views, (meeting, quote), strict=True)]
    window.session.run(put)
    idle(window.session)
    after = [draw(view, row) for view, row in zip(views, (meeting, quote), strict=True)]
    assert all(new > old for new, old in zip(after, before, strict=True))


def rows(view):
    """The rows of a view as indexes."""
    return [view.model().index(row, 0) for row in range(view.model().rowCount())]
