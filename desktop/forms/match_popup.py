"""The list that opens under a field while a name or a search is typed; the focus stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from desktop.forms.match_delegate import MatchDelegate
from desktop.models.name_matches import NameMatchesModel
from desktop.models.query_choices import QueryChoicesModel
from desktop.theme import theme

if TYPE_CHECKING:
    from desktop.models.found_list import FoundListModel

HIGHEST, NARROWEST = 330, 260  # pixels


class MatchPopup(QFrame):
    """Lies over the window of its field, below it or above where there is more room."""

    picked = Signal(object)
    """A row was clicked: its NameMatch or New, or its Choice."""

    def __init__(self, model: NameMatchesModel | QueryChoicesModel | FoundListModel, field: QWidget) -> None:
        """`field` is the frame that it lies under."""
        super().__init__(field.window())
        self._field = field
        self._model = model
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListView(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Known names")
        self.list.setStyleSheet("background: transparent")
        self.list.setModel(model)
        self.list.setItemDelegate(MatchDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda index: self.picked.emit(self._model.row(index)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.addWidget(self.list)
        self.hide()

    def open(self, row: int) -> None:
        """Show the rows with one of them chosen, none when it is -1; with no rows the list closes."""
        if not self._model.rowCount():
            self.close()
            return
        self._place()
        self.list.setCurrentIndex(self._model.index(row))
        self.list.scrollToTop()
        if self.isHidden():
            _application().installEventFilter(self)
            self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go up or down by rows; from either end to the other."""
        rows = self._model.rowCount()
        at = self.list.currentIndex().row()
        row = (at + by) % rows if at >= 0 else (0 if by > 0 else rows - 1)
        self.list.setCurrentIndex(self._model.index(row))

    def current(self) -> Any:
        """What the chosen row offers; None while the list is closed."""
        return None if self.isHidden() else self._model.row(self.list.currentIndex())

    def leave(self) -> None:
        """Go with the field; at once without its rows, for a view that outlives them selects in what is gone."""
        self.list.setModel(None)
        self.deleteLater()

    def _place(self) -> None:
        window = self._field.window()
        top = self._field.mapTo(window, QPoint(0, 0))
        field = QRect(top, self._field.size())
        heights = (self.list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        wanted = min(sum(heights) + 10, theme.px(HIGHEST))
        under, above = window.height() - field.bottom() - 8, field.top() - 8
        height = min(wanted, max(under, above))
        width = min(max(field.width(), theme.px(NARROWEST)), window.width() - 8)
        left = max(4, min(field.left(), window.width() - width - 4))
        y = field.bottom() + 3 if height <= under or under >= above else field.top() - height - 2
        self.setGeometry(left, y, width, height)

    def hideEvent(self, event: QHideEvent) -> None:
        _application().removeEventFilter(self)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours.faint))
        painter.setBrush(QColor(theme.colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press or a turn of the wheel elsewhere, and another size of the window, close the list."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            inside = isinstance(watched, QWidget) and (self.isAncestorOf(watched) or watched in (self, self._field))
            if isinstance(watched, QWidget) and not inside:
                self.close()
        elif event.type() == QEvent.Type.Resize and watched is self._field.window():
            self.close()
        return super().eventFilter(watched, event)


def _application() -> QCoreApplication:
    app = QApplication.instance()
    assert app
    return app
