"""Chips and a line in one frame: what is in a field that holds several names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.forms.chip import HEIGHT as CHIP_HEIGHT
from desktop.forms.chip import Chip
from desktop.theme import theme
from desktop.widgets.flow_layout import FlowLayout

WALKS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
REMOVES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class TokenEdit(QWidget):
    """The keys walk from the line over the chips: Left and Right, Delete and Backspace; the focus stays in the line."""

    taken = Signal(int)
    """The chip at a place is to be taken away."""

    def __init__(self, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.chips: list[Chip] = []
        self._at = -1
        self._read_only = False
        line.setParent(self)
        line.setStyleSheet("border: 0; padding: 0; background: transparent")
        line.installEventFilter(self)
        line.textEdited.connect(lambda: self.choose(-1))
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._flow = FlowLayout(self, theme.px(4), wide=line)
        self._flow.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._fit()

    def add(self, chip: Chip) -> None:
        """Put a chip after the others."""
        chip.set_read_only(self._read_only)
        chip.setCursor(Qt.CursorShape.ArrowCursor)
        chip.closed.connect(lambda: self.taken.emit(self.chips.index(chip)))
        self.chips.append(chip)
        self._flow.insert_before_last(chip)
        chip.show()
        self._tell()

    def remove(self, at: int) -> None:
        """Take a chip away."""
        chip = self.chips.pop(at)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.choose(min(self._at, len(self.chips) - 1))
        self._tell()

    def clear(self) -> None:
        """Take all chips away."""
        while self.chips:
            self.remove(len(self.chips) - 1)

    def choose(self, at: int) -> None:
        """Let the keys mean a chip; -1 stands for the line."""
        if at != self._at:
            chosen = f"{self.chips[at].accessibleName()}: Delete takes it away" if at >= 0 else ""
            self.line.setAccessibleDescription(chosen)
        self._at = at
        for place, chip in enumerate(self.chips):
            chip.choose(place == at)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be looked at only."""
        self._read_only = read_only
        self.line.setReadOnly(read_only)
        for chip in self.chips:
            chip.set_read_only(read_only)

    def _fit(self) -> None:
        """Give the line the size that goes with the type."""
        self.line.setMinimumSize(theme.px(60), theme.px(CHIP_HEIGHT))
        self._flow.setSpacing(theme.px(4))
        self._flow.setContentsMargins(theme.px(5), theme.px(4), theme.px(5), theme.px(4))

    def _tell(self) -> None:
        """Say in words what is there."""
        self.setAccessibleName(", ".join(chip.accessibleName() for chip in self.chips) or "none")
        self.updateGeometry()

    def _walk(self, by: int) -> bool:
        """Go to the next chip; whether the key was meant for that."""
        if not self.chips or self.line.selectedText() or (self._at < 0 and (by > 0 or self.line.cursorPosition())):
            return False
        at = len(self.chips) - 1 if self._at < 0 else self._at + by
        self.choose(-1 if at >= len(self.chips) else max(at, 0))
        return True

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the chips."""
        key = event.key()
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        if key in WALKS:
            return self._walk(WALKS[Qt.Key(key)])
        if key in REMOVES and self._at >= 0:
            if not self._read_only:
                self.taken.emit(self._at)
            return True
        if key == Qt.Key.Key_Backspace and not self.line.text() and self.chips and not self._read_only:
            self.taken.emit(len(self.chips) - 1)
            return True
        if key == Qt.Key.Key_Escape and self._at >= 0:
            self.choose(-1)
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.choose(-1)
                self.update()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.px(160))
        return QSize(width, self._flow.heightForWidth(width))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours.accent if self.line.hasFocus() else theme.colours.line))
        painter.setBrush(QColor(theme.colours.raised))
        radius = theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
