"""A line in which a name is typed, with the list of what it may mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db import name_matches
from db.name_matches import NameMatch
from db.new_names import New
from desktop.forms.match_popup import MatchPopup
from desktop.models.name_matches import NameMatchesModel
from desktop.session import Session
from desktop.theme import theme

LONGEST = 50_000_000  # characters; Qt itself would cut a line at 32,767
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameLine(QLineEdit):
    """Down and Up go through the list, Enter and Tab take the chosen row, Escape closes the list and nothing else."""

    picked = Signal(object)
    """A NameMatch or New was chosen."""
    resolved = Signal()
    """What the text means was looked for and is known."""
    entered = Signal()
    """Enter was pressed and no row was chosen."""

    def __init__(self, session: Session, kind: str, *, makes_new: bool = True, parent: QWidget | None = None) -> None:
        """With a kind that has no names to find, such as spelling, it is a plain line."""
        super().__init__(parent)
        self._finds = kind in name_matches.KINDS
        self.setMaxLength(LONGEST)
        self.matches = NameMatchesModel(session, kind, makes_new=makes_new, parent=self)
        self.matches.found.connect(self._found)
        self.frame: QWidget = self
        self._mark = ""
        self._popup: MatchPopup | None = None
        self._wants_list = self._hasty = False
        self.textEdited.connect(self._edited)

    def set_mark(self, word: str) -> None:
        """Show a word at the end of the line that says something of what is in it."""
        if word != self._mark:
            self._mark = word
            room = QFontMetrics(theme.font(theme.type.small)).horizontalAdvance(word) if word else 0
            self.setTextMargins(0, 0, room, 0)
            self.update()

    @property
    def popup(self) -> MatchPopup:
        """The list under the line; made when it is first needed, for then the line is in its window."""
        if self._popup is None or self._popup.parent() is not self.window():
            if self._popup:
                self._popup.deleteLater()
            self._popup = MatchPopup(self.matches, self.frame)
            self._popup.picked.connect(self._pick)
            self.destroyed.connect(self._popup.deleteLater)
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def ask(self) -> None:
        """Open the list for what is in the line, as soon as it is known."""
        if self._finds and not self.isReadOnly():
            self._wants_list = True
            self.matches.look_up(self.text())

    def close_list(self) -> None:
        """Close the list; what is looked for still lands, without it."""
        self._wants_list = False
        if self._popup:
            self._popup.close()

    def _edited(self) -> None:
        self._hasty = False
        if self.text().strip():
            self.ask()
        else:
            self.close_list()

    def _found(self) -> None:
        row = self.matches.likely()
        if self._hasty and row >= 0:
            self._pick(self.matches.row(self.matches.index(row)))
        elif self._wants_list and self.hasFocus():
            self.popup.open(row)
        self._hasty = False
        self.resolved.emit()

    def _pick(self, row: NameMatch | New | None) -> None:
        self._hasty = False
        self.close_list()
        self.picked.emit(row)

    def _take_chosen(self) -> bool:
        """Take the chosen row, if one is; when one was quicker than the list, as soon as there is one."""
        if not self._wants_list or self.matches.knows(self.text()):
            row = self.popup.current() if self.is_open else None
            if row is not None:
                self._pick(row)
            return row is not None
        self._hasty = True
        self.matches.look_up(self.text())
        return True

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.is_open:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._take_chosen()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        )  # fmt: skip
        if key in STEPS and plain:
            if self.is_open:
                self.popup.step(STEPS[Qt.Key(key)])
            elif key == Qt.Key.Key_Down:
                self.ask()
        elif key == Qt.Key.Key_Escape and self.is_open:
            self.close_list()
        elif key in ENTER and plain:
            if not self._take_chosen():
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text() and event.button() == Qt.MouseButton.LeftButton:
            self.ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark:
            painter = QPainter(self)
            painter.setFont(theme.font(theme.type.small))
            painter.setPen(QColor(theme.colours.accent))
            area = self.rect().adjusted(0, 0, -theme.px(9), 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._mark)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        super().focusOutEvent(event)
