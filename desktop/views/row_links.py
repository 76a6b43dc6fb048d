"""Words in the rows of a list that lead somewhere: where they stand, how they are drawn, and what the mouse does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from db.record_lines import Link
from desktop.models.paged_list import LINE
from desktop.theme import theme
from desktop.views.row_painting import Index, RowDelegate, State


class Stretch(NamedTuple):
    """Where the words of a link stand in a list."""

    area: QRect
    link: Link


class LinkedLine:
    """One line of type, cut where there is no room, of which some words lead somewhere."""

    def __init__(self, area: QRect, text: str, links: Sequence[Link], font: QFont, *, at_end: bool = False) -> None:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self._layout = QTextLayout(shown, font)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._layout.endLayout()
        self._area = QRect(area)
        self._links = _placed(text, links, len(shown))
        self.width = round(self._line.naturalTextWidth())
        if at_end:
            self._area.setLeft(area.right() - self.width)

    def stretches(self) -> list[Stretch]:
        """Where the links stand."""
        found: list[Stretch] = []
        for start, end, link in self._links:
            edges = sorted(self._line.cursorToX(at)[0] for at in (start, end))  # type: ignore[index]
            left, right = (self._area.left() + round(edge) for edge in edges)
            found.append(Stretch(QRect(left, self._area.top(), right - left, self._area.height()), link))
        return found

    def draw(self, painter: QPainter, colour: str, *, lit: bool = False, over: Link | None = None) -> None:
        """Draw the line; `lit` shows which words lead somewhere, those under the mouse are underlined."""
        spans: list[QTextLayout.FormatRange] = []
        for start, end, link in self._links if lit else ():
            form = QTextCharFormat()
            form.setForeground(QColor(theme.colours.accent))
            form.setFontUnderline(link is over)
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, end - start, form  # type: ignore[misc]
            spans.append(span)
        painter.setPen(QColor(colour))
        top = self._area.top() + (self._area.height() - self._line.height()) / 2
        self._layout.draw(painter, QPointF(self._area.left(), top), spans)


class LinkedRowDelegate(RowDelegate):
    """Rows with words that can be pressed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.over: tuple[int, Link] | None = None
        """The row and the link under the mouse."""

    def linked_lines(self, area: QRect, row: object) -> list[LinkedLine]:
        """The lines of a row that fills an area in which words may lead somewhere."""
        raise NotImplementedError

    def stretches(self, area: QRect, row: object) -> list[Stretch]:
        """The links of a row that fills an area."""
        return [stretch for line in self.linked_lines(area, row) for stretch in line.stretches()]

    def draw_links(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the lines in which words may lead somewhere: these are lit where the row is at hand."""
        state: State = option.state  # type: ignore[attr-defined]
        lit = bool(state & (State.State_MouseOver | State.State_Selected))
        over = self.over[1] if self.over and self.over[0] == index.row() else None
        for line in self.linked_lines(option.rect, index.data(LINE)):  # type: ignore[attr-defined]
            line.draw(painter, theme.colours.muted, lit=lit, over=over)


def halves(area: QRect) -> tuple[QRect, QRect]:
    """The room for the first and the second line of a row."""
    upper, lower = QRect(area), QRect(area)
    upper.setHeight(area.height() // 2)
    lower.setTop(area.top() + area.height() // 2)
    return upper, lower


def linked_line(area: QRect, text: str, tail: str, links: Sequence[Link]) -> list[LinkedLine]:
    """A line of small type, and what stands at its end where there is something."""
    font, room = theme.font(theme.type.small), QRect(area)
    end = LinkedLine(area, tail, links, font, at_end=True) if tail else None
    if end:
        room.setRight(room.right() - end.width - theme.px(16))
    begin = LinkedLine(room, text.replace("\n", " "), links, font)
    return [begin, end] if end else [begin]


def _placed(text: str, links: Sequence[Link], length: int) -> list[tuple[int, int, Link]]:
    """The first and last place of each link in a text of which so much is seen."""
    found: list[tuple[int, int, Link]] = []
    end = 0
    for link in links:
        start = text.find(link.words, end)
        if 0 <= start < length:
            end = start + len(link.words)
            found += [(start, min(end, length), link)] if link.target else []
    return found


class RowLinks(QObject):
    """Lets the mouse press the links in the rows of a list; a row is not chosen by that."""

    pressed = Signal(QModelIndex, Link)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        rows = view.itemDelegate()
        assert isinstance(rows, LinkedRowDelegate)
        self._view, self._rows = view, rows
        self._down: tuple[int, Link] | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self._at(event.position().toPoint()))
        elif kind == QEvent.Type.Leave:
            self._hover(None)
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return isinstance(event, QMouseEvent) and self._press(event)
        elif kind == QEvent.Type.MouseButtonRelease and self._down and isinstance(event, QMouseEvent):
            down, self._down = self._down, None
            if self._at(event.position().toPoint()) == down:
                self.pressed.emit(self._view.model().index(down[0], 0), down[1])
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._down = self._at(event.position().toPoint()) if left else None
        return self._down is not None

    def _hover(self, over: tuple[int, Link] | None) -> None:
        if over != self._rows.over:
            self._rows.over = over
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self._view.viewport().update()

    def _at(self, place: QPoint) -> tuple[int, Link] | None:
        index: Index = self._view.indexAt(place)
        if not index.isValid():
            return None
        placed = self._rows.stretches(self._view.visualRect(index), index.data(LINE))
        return next(((index.row(), link) for area, link in placed if area.contains(place)), None)
