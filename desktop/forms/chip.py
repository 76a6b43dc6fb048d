"""One of several things in a field: its name, and a cross that takes it away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.forms.match_delegate import paint_dot
from desktop.theme import theme
from desktop.widgets.plain_text import tooltip

WIDEST, HEIGHT = 280, 24  # pixels


class Chip(QWidget):
    """A name on a quiet ground, with a dot when it has a colour; the keyboard reaches it through its field."""

    closed = Signal()

    def __init__(
        self, name: str, *, new: bool = False, colour: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = " ".join(name[:500].split()) or name
        self.new, self.colour = new, colour
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self.name}, new" if new else self.name)
        self.cross = QToolButton(self)
        self.cross.setText("×")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setAccessibleName(f"Take away {self.name}")
        self.cross.setStyleSheet("padding: 0; border: 0; background: transparent")
        self.cross.setCursor(Qt.CursorShape.PointingHandCursor)
        self.cross.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.px(5), 0)
        layout.addStretch(1)
        layout.addWidget(self.cross)

    def choose(self, chosen: bool) -> None:
        """Show that the keys mean this one."""
        self._chosen = chosen
        self.update()

    def set_colour(self, colour: str | None) -> None:
        """Give it the dot of its colour."""
        self.colour = colour
        self.updateGeometry()
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Show no cross where nothing may be changed."""
        self.cross.setVisible(not read_only)

    def _words(self) -> str:
        return f"{self.name}  new" if self.new else self.name

    def sizeHint(self) -> QSize:
        dot = theme.px(16) if self.colour else 0
        cross = self.cross.sizeHint().width() + theme.px(5) if not self.cross.isHidden() else theme.px(8)
        font = theme.font(theme.type.small)
        words = QFontMetrics(font).horizontalAdvance(self._words()) + 2
        wanted = theme.px(9) + dot + words + theme.px(2) + cross
        return QSize(min(wanted, theme.px(WIDEST)), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(48), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.accent), 1.4) if self._chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.chosen))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.height() / 2.4, self.height() / 2.4)
        text = QRect(self.rect()).adjusted(theme.px(9), 0, 0, 0)
        text.setRight(self.cross.geometry().left() - 1 if not self.cross.isHidden() else self.width() - theme.px(8))
        if self.colour:
            text.setLeft(text.left() + paint_dot(painter, text, self.colour))
        font = theme.font(theme.type.small)
        metrics = QFontMetrics(font)
        new = metrics.horizontalAdvance("  new") if self.new else 0
        name = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, text.width() - new)
        self.setToolTip(tooltip(self.name) if name != self.name else "")
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.setPen(QColor(c.text))
        painter.drawText(text, flags, name)
        if self.new:
            painter.setPen(QColor(c.accent))
            painter.drawText(text.adjusted(metrics.horizontalAdvance(name), 0, 0, 0), flags, "  new")
