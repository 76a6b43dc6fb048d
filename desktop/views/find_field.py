"""The field in the tool bar that finds in everything while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address
from desktop.widgets.plain_text import named
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop.models.found_list import FoundListModel
    from desktop.views.found_popup import FoundPopup

NAME = "Find in everything"
KEYS = "Ctrl+K"
WIDTH = 400  # pixels at 100 %
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONGEST = 60  # characters of the search that a note repeats
MOST_ALSO = 8
WHAT = (
    "Finds meetings, people, parties, topics, events, quotes, outcomes, sources and the words in them, notes, tags, "
    "readings and spellings, in whatever spelling or script you type. Up and Down choose, Enter opens, Escape leaves."
)


class FindField(SearchField):
    """Down and Up go through what is found, Enter opens it, Escape closes the list and leads back to where one was."""

    go_requested = Signal(Address)
    left = Signal()
    """One is done here, and nothing else has taken the focus."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(NAME, f"{NAME} …", parent)
        self.setObjectName("find")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._session = session
        self._model: FoundListModel | None = None
        self._popup: FoundPopup | None = None
        self._before: QWidget | None = None
        self._take_first = False
        self.searched.connect(self._search)
        session.changed.connect(self._refresh)

    @property
    def model(self) -> FoundListModel:
        """What is found; made when it is first needed."""
        if self._model is None:
            from desktop.models.found_list import FoundListModel

            self._model = FoundListModel(self._session, self)
            self._model.found.connect(self._found)
        return self._model

    @property
    def popup(self) -> FoundPopup:
        """The list under the field; made when it is first needed, for then the field is in its window."""
        if self._popup is None:
            from desktop.views.found_popup import FoundPopup

            self._popup = FoundPopup(self.model, self)
            self._popup.picked.connect(self._take)
            self.destroyed.connect(self._popup.leave)
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def begin(self) -> None:
        """Take the focus, with what was typed before chosen, so that it can be typed over."""
        widget = QApplication.focusWidget()
        if widget is not self:
            self._remember(widget)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._search()

    def close_list(self) -> None:
        """Show no list until one types on."""
        self._take_first = False
        if self._model:
            self._model.stop()
        if self._popup:
            self._popup.close()

    def _remember(self, widget: QWidget | None) -> None:
        """Keep where the focus was, as long as that is there."""
        self._before = widget
        if widget:
            widget.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._before = None

    def _leave(self) -> None:
        """Close the list and give the focus back."""
        self.close_list()
        before, self._before = self._before, None
        if before and before.isVisible() and before.window() is self.window():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _search(self) -> None:
        self._take_first = False
        if self.hasFocus():
            self.model.search(self.text())

    def _refresh(self) -> None:
        """What is found may be others now."""
        if self.is_open:
            self.model.search(self.text(), self.model.kind)

    def _found(self, text: str) -> None:
        if not self.hasFocus() or text != self.text():
            return
        self.popup.open_with(self.model.first(), self._note())
        if self._take_first:
            self._take(self.popup.current())

    def _note(self) -> str:
        """What is to be said of the search."""
        result, text = self.model.result, self.text().strip()
        if result is None:
            return WHAT
        from db import query_choice

        notes = [result.remark] if result.remark else []
        if not result.groups and not result.remark:
            text = query_choice.in_all_spellings(text).strip()
            shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
            where = "in this library" if result.whole else "that is ready for searching"
            notes.append(f"Nothing {where} holds “{shown}”. Try fewer words, or only the beginning of one.")
        if result.also and result.groups:
            more = " …" if len(result.also) > MOST_ALSO else ""
            notes.append(f"Also searched: {named(result.also[:MOST_ALSO])}{more}")
        if not result.whole:
            notes.append("Not all is ready for searching yet: there may be more.")
        return " ".join(notes)

    def _take(self, row: object) -> None:
        """Open what was chosen, or show more of its kind."""
        from db.found_text import Finding
        from desktop.models.found_list import Way
        from desktop.record_places import address_of_finding

        if isinstance(row, Way):
            self.setFocus()
            if row.search is not None:
                self.setText(row.search)  # which is then searched for
                return
            self.model.search(self.text(), row.kind)
        elif isinstance(row, Finding):
            address = address_of_finding(row)
            self.close_list()
            self._before = None
            if address:
                self.go_requested.emit(address)
            self.left.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._search()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.close_list()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self.is_open and self.model.kind is not None:
                self.model.search(self.text())
            else:
                self._leave()
        elif key in STEPS and self.is_open:
            self.popup.step(STEPS[key])
        elif key in STEPS or key in ENTER:
            self._enter(key)
        else:
            super().keyPressEvent(event)

    def _enter(self, key: Qt.Key) -> None:
        """Take what is chosen; what was typed a moment ago is taken as soon as it is found."""
        if not self.is_open or self.model.text != self.text():
            self.model.search(self.text())
            self._take_first = key in ENTER and bool(self.text().strip())
        elif key in ENTER:
            self._take(self.popup.current())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumWidth(theme.px(WIDTH + 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        font = theme.font(theme.type.small)
        painter = QPainter(self)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(KEYS) + theme.px(12)
        if not self.text() and self.width() > 2.6 * width:
            painter.setPen(QColor(theme.colours.faint))
            area = QRect(self.width() - width, 0, width - theme.px(10), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, KEYS)
