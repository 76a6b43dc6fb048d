"""Draws a search that is kept: its name, and at the right how many quotes it finds."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from db.searches import LONGEST
from desktop.models.search_list import LINE, SearchLine, number
from desktop.theme import theme
from desktop.widgets.plain_text import tooltip

MARGIN = 18  # pixels at 100 %, as the years above the meetings have it
MOST_SHOWN = 300  # characters of a name
Index = QModelIndex | QPersistentModelIndex


class SearchListDelegate(QStyledItemDelegate):
    """Paints SearchLine rows; a name is changed where it stands."""

    renamed = Signal(str, str)
    """The search of a uid is to have another name."""

    def row_height(self) -> int:
        """The height of every row at the present zoom."""
        return theme.px(28)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(120), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, SearchLine):
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        self._paint_ground(painter, area, option.state)  # type: ignore[attr-defined]
        text = area.adjusted(theme.px(MARGIN), 0, -theme.px(16), 0)
        small, body = theme.font(theme.type.small), theme.font(theme.type.body)
        found = number(line)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours.muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, found)
        room = text.width() - QFontMetrics(small).horizontalAdvance(found) - theme.px(8)
        painter.setFont(body)
        painter.setPen(QColor(theme.colours.text))
        name = QFontMetrics(body).elidedText(line.search.name[:MOST_SHOWN], Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(text, flags, name)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        c = theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.accent) if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.chosen if chosen else c.line))
        painter.setOpacity(1.0 if chosen else 0.5)
        painter.drawRoundedRect(QRectF(area).adjusted(theme.px(6), 1.5, -theme.px(6), -1.5), 6, 6)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show what is searched for."""
        line = index.data(LINE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(line, SearchLine):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tooltip(line.search.query[:MOST_SHOWN]), view)
        return True

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(index.data(Qt.ItemDataRole.EditRole), parent)
        editor.setAccessibleName("Name of the search")
        editor.setMaxLength(LONGEST)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the name as it is being written: the view asks for this again whenever a count lands."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(area.adjusted(theme.px(8), 0, -theme.px(8), 0))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        line = index.data(LINE)
        assert isinstance(editor, QLineEdit)
        assert isinstance(line, SearchLine)
        name = " ".join(editor.text().split())
        if name and name != line.search.name:
            self.renamed.emit(line.search.uid, name)
