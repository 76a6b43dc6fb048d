"""The list of references that were read from files; Space or a click on its box takes one or leaves it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from db.bibliography import Planned
from desktop.models.reference_list import CANNOT, LINE, ReferenceListModel, details
from desktop.theme import theme
from desktop.views.row_list import RowListView
from desktop.views.row_painting import Index, RowDelegate

FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
MARGIN, BOX = 12, 14  # pixels at 100 %
LONGEST = 400  # characters of a line that are set


class ReferenceListView(RowListView):
    """One column of references, of any number."""

    def __init__(self, model: ReferenceListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, ReferenceDelegate, "References to bring in", parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._references = model

    def turn(self) -> None:
        """Take the chosen references, or leave them when all of them are taken."""
        chosen = self.selectionModel().selection()
        ranges = [range(part.top(), part.bottom() + 1) for part in map(chosen.at, range(chosen.count()))]
        rows = [row for some in ranges for row in some]
        taken = [self._is_taken(self._references.index(row, 0)) for row in rows]
        self._references.take(rows, wanted=not all(one for one in taken if one is not None))

    def _is_taken(self, index: Index) -> bool | None:
        """Whether a reference is to be taken; None when it cannot be."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        return None if state is None else state == Qt.CheckState.Checked

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._references.rowCount():
            self.setCurrentIndex(self._references.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turn()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):  # Qt would go to the ends of the row
            last = self._references.rowCount() - 1
            self.setCurrentIndex(self._references.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        taken = self._is_taken(index) if index.isValid() else None
        if taken is not None and event.position().x() < theme.px(MARGIN + BOX + 8):
            self.setCurrentIndex(index)
            self._references.take([index.row()], wanted=not taken)
        else:
            super().mousePressEvent(event)


class ReferenceDelegate(RowDelegate):
    """Paints Planned rows, all of one height: a box, the title, what is known, and what is to be known."""

    lines = (1, 2)
    around = 18

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        if not isinstance(row, Planned):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
        inner = area.adjusted(theme.px(MARGIN), theme.px(8), -theme.px(MARGIN), -theme.px(8))
        c, t = theme.colours, theme.type
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            self._paint_box(painter, inner, taken=state == Qt.CheckState.Checked)
        inner.setLeft(inner.left() + theme.px(BOX + 10))
        lines = [
            (row.reference.title if row.reference.values else CANNOT, t.body, c.faint if state is None else c.text),
            (details(row.reference), t.small, c.muted),
            (" ".join(row.told), t.small, c.warn),
        ]
        for words, size, colour in lines:
            font = theme.font(size)
            metrics = QFontMetrics(font)
            inner.setHeight(metrics.height())
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = " ".join(words[:LONGEST].split())
            painter.drawText(inner, FLAGS, metrics.elidedText(line, Qt.TextElideMode.ElideRight, inner.width()))
            inner.moveTop(inner.bottom() + 2)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        c = theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.chosen if chosen else c.side))
            painter.drawRoundedRect(QRectF(area).adjusted(theme.px(4), 1.5, -theme.px(4), -1.5), 6, 6)
        else:
            painter.setPen(QColor(c.line))
            painter.drawLine(
                area.left() + theme.px(MARGIN), area.bottom(), area.right() - theme.px(MARGIN), area.bottom()
            )
        painter.restore()

    def _paint_box(self, painter: QPainter, inner: QRect, *, taken: bool) -> None:
        """A box in the first line, with a tick in it when the reference is taken."""
        c = theme.colours
        line = QFontMetrics(theme.font(theme.type.body)).height()
        side = theme.px(BOX)
        box = QRectF(inner.left(), inner.top() + (line - side) / 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.accent if taken else c.faint), 1.2))
        painter.setBrush(QColor(c.accent if taken else c.raised))
        painter.drawRoundedRect(box, 3, 3)
        if taken:
            painter.setPen(QPen(QColor(c.on_accent), max(1.6, side / 8)))
            corners = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.30))
            points = [QPointF(box.left() + side * x, box.top() + side * y) for x, y in corners]
            painter.drawPolyline(points)
        painter.restore()
