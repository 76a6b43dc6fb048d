"""The field for the colour of a tag: a row of colours that go with the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from desktop.forms.field_editor import FieldEditor, Names
from desktop.theme import theme
from desktop.widgets.flow_layout import flow_row

COLOURS = {
    "#b5482f": "Brick", "#c98a1b": "Ochre", "#7d8f2e": "Olive", "#3f7f5f": "Green", "#2f7f8f": "Teal",
    "#3f66a8": "Blue", "#7a559c": "Violet", "#a8497a": "Rose", "#7c6a55": "Brown", "#6f7680": "Grey",
}  # fmt: skip


class ColourField(FieldEditor):
    """One of ten colours, or none; arrows go from one to the next."""

    def __init__(self, label: str, unknown: str = "none", parent: QWidget | None = None) -> None:
        super().__init__(label, "", parent)
        self._value: str | None = None
        self._group = QButtonGroup(self)
        names = {"": unknown.capitalize(), **COLOURS}
        self._row = flow_row(self, theme.px(4), *(self._swatch(colour, name) for colour, name in names.items()))
        self._group.idClicked.connect(lambda _: self._choose())
        self.hold(self._row, self._group.buttons()[0])

    def show_value(self, value: Any, _names: Names, /) -> None:
        self._value = value or None
        known = [button for button in self._swatches() if button.colour == (value or "")]
        self._group.setExclusive(False)
        for button in self._swatches():
            button.setChecked(button in known)
        self._group.setExclusive(True)

    def value(self) -> Any:
        return self._value

    def text(self) -> str:
        return self._value or ""

    def show_text(self, text: str) -> None:
        self.show_value(text or None, {})
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self._row.setEnabled(not read_only)

    def _swatches(self) -> list[_Swatch]:
        return [button for button in self._group.buttons() if isinstance(button, _Swatch)]

    def _swatch(self, colour: str, name: str) -> _Swatch:
        button = _Swatch(colour, self)
        button.setAccessibleName(f"{self.label}: {name}")
        button.setToolTip(name)
        self._group.addButton(button)
        return button

    def _choose(self) -> None:
        button = self._group.checkedButton()
        self._value = (button.colour or None) if isinstance(button, _Swatch) else None
        self.edited.emit()
        self.left.emit()


class _Swatch(QToolButton):
    """One colour; none is a struck ring."""

    def __init__(self, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(22), theme.px(22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(Qt.PenStyle.NoPen if self.colour else QPen(QColor(theme.colours.faint), 1.2))
        painter.setBrush(QColor(self.colour) if self.colour else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)
        if not self.colour:
            painter.drawLine(area.bottomLeft(), area.topRight())
        if self.isChecked() or self.hasFocus():
            look = QPen(QColor(theme.colours.accent if self.hasFocus() else theme.colours.text), 1.6)
            painter.setPen(look)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
