"""What the panes at both sides share: a title and a number, a field to search in, filters, and a list or a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.plain_text import plain_label
from desktop.widgets.rest_stack import RestStack
from desktop.widgets.search_field import SearchField

COLUMNS = 2  # of filters


class SidePanel(QWidget):
    """A pane whose list, when nothing is in it, gives way to a sentence and a button that shows everything again."""

    def __init__(
        self,
        title: str,
        field: SearchField,
        filters: Sequence[QWidget],
        view: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._count = plain_label(name="count", parent=self)
        self._empty = EmptyNote(self)
        self._view = view
        field.moved_down.connect(self._go_to_list)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._lay_out_top(title, field, filters))
        self._stack = RestStack(self)  # after the fields: the key Tab goes in the order in which they come here
        self._stack.addWidget(view)
        self._stack.addWidget(self._empty)
        whole.addWidget(self._stack, 1)

    def add_to_head(self, widget: QWidget) -> None:
        """Put something before the number."""
        self._head.insertWidget(1, widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the list."""
        self._whole.addWidget(widget)

    def add_note(self, note: QWidget) -> None:
        """Put what is said of a search below its filters."""
        self._top.addWidget(note)

    def show_count(self, count: str, nothing: tuple[str, str] | None) -> None:
        """Show how much was found; or, where nothing was, a sentence and the text of the button, which may be empty."""
        self._count.setText(count)
        if nothing:
            self._empty.say(*nothing)
        self._stack.setCurrentIndex(1 if nothing else 0)

    def show_list(self) -> None:
        """Show the list again, before it is known how much was found."""
        self._stack.setCurrentIndex(0)

    def add_filter(self, box: QWidget, after: QWidget) -> None:
        """Put one more filter into the first row, behind another, also in the order of the key Tab."""
        column = self._boxes.count()
        self._boxes.addWidget(box, 0, column)
        self._boxes.setColumnStretch(column, 1)
        self._boxes.setColumnStretch(COLUMNS, 0)
        QWidget.setTabOrder(after, box)

    def _go_to_list(self) -> None:
        """Leave the field, unless nothing is listed: the list would take the focus once it is shown, amid a word."""
        if self._stack.currentWidget() is self._view:
            self._view.setFocus()

    def _lay_out_top(self, title: str, field: SearchField, filters: Sequence[QWidget]) -> QVBoxLayout:
        name = plain_label(title, "paneTitle", self)
        name.setWordWrap(True)
        head = self._head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._count)
        boxes = self._boxes = QGridLayout()
        boxes.setSpacing(6)
        for at, box in enumerate(filters):
            boxes.addWidget(box, at // COLUMNS, at % COLUMNS)
        if len(filters) < COLUMNS:
            boxes.setColumnStretch(COLUMNS, 1)  # few filters stand at the left
        top = self._top = QVBoxLayout()
        top.setContentsMargins(14, 12, 14, 6)
        top.setSpacing(6)
        top.addLayout(head)
        top.addWidget(field)
        top.addLayout(boxes)
        return top
