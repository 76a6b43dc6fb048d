"""The list that opens under the search in everything, with what is to be said of the search below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from desktop.forms.match_popup import MatchPopup
from desktop.models.found_list import FoundListModel
from desktop.theme import theme
from desktop.views.found_list_delegate import FoundListDelegate
from desktop.widgets.plain_text import plain_label

WIDEST, NARROWEST = 660, 300  # pixels at 100 %
SHARE = 0.8  # of the height of the window


class FoundPopup(MatchPopup):
    """Lies under its field, as wide as passages need; headings are passed over."""

    def __init__(self, model: FoundListModel, field: QWidget) -> None:
        super().__init__(model, field)
        self._found = model
        self.list.setAccessibleName("What was found")
        self.list.setItemDelegate(FoundListDelegate(self.list))
        self._note = plain_label(name="hint", parent=self)
        self._note.setWordWrap(True)
        layout = self.layout()
        assert layout
        layout.addWidget(self._note)

    def open_with(self, row: int, note: str) -> None:
        """Show the rows with one of them chosen, and a note below them; either may be missing."""
        self._note.setText(note)
        self._note.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        self._note.setVisible(bool(note))
        self.list.setVisible(self._found.rowCount() > 0)
        self._place()
        self.list.scheduleDelayedItemsLayout()
        self.list.setCurrentIndex(self._found.index(row))
        self.list.scrollToTop()
        if self.isHidden():
            app = QApplication.instance()
            assert app
            app.installEventFilter(self)
            self.show()
        self.raise_()

    def note(self) -> str:
        """What is said below the list."""
        return "" if self._note.isHidden() else self._note.text()

    def step(self, by: int) -> None:
        """Go up or down by rows that can be chosen; from either end to the other."""
        rows = [row for row in range(self._found.rowCount()) if self._found.can_be_chosen(row)]
        if not rows:
            return
        at = self.list.currentIndex().row()
        place = rows.index(at) if at in rows else (-1 if by > 0 else 0)
        wanted = place + by
        if abs(by) > 1:
            wanted = max(0, min(len(rows) - 1, wanted))
        row = rows[wanted % len(rows)]
        self.list.setCurrentIndex(self._found.index(row))
        if row and not self._found.can_be_chosen(row - 1):
            self.list.scrollTo(self._found.index(row - 1))  # with its heading
            self.list.scrollTo(self._found.index(row))

    def _place(self) -> None:
        window = self._field.window()
        top = self._field.mapTo(window, QPoint(0, 0))
        width = min(max(self._field.width(), theme.px(WIDEST)), window.width() - 16)
        left = max(8, min(top.x() + (self._field.width() - width) // 2, window.width() - width - 8))
        y = top.y() + self._field.height() + 3
        self.setFixedWidth(width)
        note = self._note.heightForWidth(width - 2) if not self._note.isHidden() else 0
        self.list.resize(width - 2, self.list.height())
        heights = sum(self.list.sizeHintForRow(row) for row in range(self._found.rowCount()))
        room = round((window.height() - y) * SHARE)
        self.setGeometry(left, y, width, min(heights + note + 12, room))
