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
    """Down and Up go through the list, Enter and Tab take the chosen row, Escape closes the list and nothing else.

    Where a key is quicker than the list, only what is called so to the letter is taken unseen.
    """

    picked = Signal(object)
    """A NameMatch or New was chosen."""
    resolved = Signal()
    """What the text means was looked for and is known."""
    entered = Signal()
    """Enter was pressed and no row was chosen."""
    further = Signal()
    """Ctrl+Enter was pressed, and what is in the line has been looked for since."""

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
        self._wants_list = self._hasty = self._goes_on = False
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
                self._popup.leave()
            self._popup = MatchPopup(self.matches, self.frame)
            self._popup.picked.connect(self._pick)
            self.destroyed.connect(self._popup.leave)
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
        self._hasty = self._goes_on = False
        if self.text().strip():
            self.ask()
        else:
            self.close_list()

    def _found(self) -> None:
        hasty, self._hasty = self._hasty, False
        goes_on, self._goes_on = self._goes_on, False
        same = self.matches.exact()
        if hasty and len(same) == 1:
            self._pick(same[0])
        elif self._wants_list and self.hasFocus():
            self.popup.open(self.matches.likely())
        self.resolved.emit()
        if goes_on:
            self.further.emit()

    def _pick(self, row: NameMatch | New | None) -> None:
        self._hasty = False
        self.setModified(False)
        self.close_list()
        self.picked.emit(row)

    def _row_in_view(self) -> NameMatch | New | None:
        """The chosen row of the list, where that is open for what is in the line."""
        return self.popup.current() if self.is_open and self.matches.shows(self.text()) else None

    def _take_chosen(self) -> bool:
        """Take the chosen row, if one is; when one was quicker than the list, what is called so to the letter."""
        row = self._row_in_view()
        if row is not None:
            self._pick(row)
            return True
        if not self._wants_list or self.matches.knows(self.text()):
            return False
        self._hasty = True
        self.matches.look_up(self.text())
        return True

    def _settle(self) -> bool:
        """Take in what is typed before one goes on to a further record; whether it must be looked for first."""
        if not self.isModified() or not self.text().strip() or self.isReadOnly():
            return False
        if not self._finds:
            self.entered.emit()
            return False
        row = self._row_in_view()
        if row is None and not self.matches.knows(self.text()):
            self._hasty = self._goes_on = True
            self.matches.look_up(self.text())
            return True
        same = self.matches.exact() if row is None else [row]
        if len(same) == 1:
            self._pick(same[0])
        return False

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
        elif key in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.setAccepted(self._settle())  # else it goes on to the form
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
        self._goes_on = False
        self.close_list()
        super().focusOutEvent(event)
