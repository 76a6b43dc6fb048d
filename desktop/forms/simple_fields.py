"""The fields of a form that hold a text, a date, a number, or one of a few words."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from db import dates
from db.errors import BadValue
from desktop.forms.faithful_text import document_text
from desktop.forms.field_editor import FieldEditor, Names
from desktop.theme import theme

LONGEST = 50_000_000  # characters; Qt itself would cut a line at 32,767
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYPAD = Qt.KeyboardModifier.KeypadModifier
LEAST_LINES, MOST_LINES = 3, 14


class LineField(FieldEditor):
    """One line of text; a value that can be written in several ways is put into its own when the field is left."""

    def __init__(self, label: str, unknown: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, unknown, parent)
        self._shown: Any = None
        self.line = QLineEdit(self, maxLength=LONGEST)
        self.line.textEdited.connect(self._edit)
        self.hold(self.line)

    def show_value(self, value: Any, _names: Names, /) -> None:
        self._shown = value
        if not (self.holds_focus() and self._says(value)):  # else it would be rewritten under the cursor
            self._fill(self._words(value))

    def value(self) -> Any:
        return self.text() or None

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        self._fill(text)
        self._edit()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        self.none.setEnabled(not read_only)

    def _words(self, value: Any) -> str:
        """A value as it is written here."""
        return "" if value is None else str(value)

    def _says(self, value: Any) -> bool:
        """Whether what is in the field means a value."""
        try:
            return self.value() == value
        except BadValue:
            return False

    def _fill(self, text: str) -> None:
        if self.line.text() != text:  # else the field keeps what it can undo
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.refresh_none()

    def _edit(self) -> None:
        self.refresh_none()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self._says(self._shown):
            self._fill(self._words(self._shown))
        return handled


class DateField(LineField):
    """A day, month or year, written in any of the usual ways."""

    def value(self) -> str | None:
        return dates.read(self.text()) if self.text().strip() else None

    def _words(self, value: Any) -> str:
        return dates.words(value) if value else ""


class NumberField(LineField):
    """A whole number."""

    def value(self) -> int | None:
        text = self.text().strip()
        if not text:
            return None
        if not text.isdecimal() or len(text) > 18:
            raise BadValue(f"“{text[:40]}” is not a number: write digits only.")
        return int(text)


class TextField(FieldEditor):
    """Lines of text; the field grows with them."""

    def __init__(self, label: str, unknown: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, unknown, parent)
        self._original = ""
        self._filling = False
        self.edit = _GrowingText(self, tabChangesFocus=True)
        self.edit.setObjectName("textField")
        self.edit.document().setDocumentMargin(4)
        self.edit.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.edit.textChanged.connect(self._edit)
        self.edit.textChanged.connect(self._grow)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.edit.widened.connect(self._grow)
        self.hold(self.edit)
        self._grow()

    def show_value(self, value: Any, _names: Names, /) -> None:
        text = "" if value is None else str(value)
        if text != self.text():  # else the field keeps what it can undo, and its place
            self._fill(text)
        self._original = text
        self.refresh_none()

    def value(self) -> Any:
        return self.text() or None

    def text(self) -> str:
        return document_text(self.edit.document(), self._original)

    def show_text(self, text: str) -> None:
        self._original = text
        self._fill(text)
        self.refresh_none()
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)
        self.none.setEnabled(not read_only)

    def _fill(self, text: str) -> None:
        self._original = text
        self._filling = True
        self.edit.setPlainText(text)
        self._filling = False

    def _edit(self) -> None:
        if not self._filling:
            self.refresh_none()
            self.edited.emit()

    def _grow(self) -> None:
        """Be as high as the text, within bounds."""
        spacing = self.edit.fontMetrics().lineSpacing()
        height = max(LEAST_LINES * spacing, min(MOST_LINES * spacing, self._height(MOST_LINES * spacing)))
        self.edit.setFixedHeight(height + theme.px(14))

    def _height(self, most: int) -> int:
        """How high the text is as it is set, in pixels, as far as that counts."""
        block, height = self.edit.document().firstBlock(), 0.0
        layout = self.edit.document().documentLayout()
        while block.isValid() and height < most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height)


class _GrowingText(QPlainTextEdit):
    """Tells when it has another width, in which its text takes other lines; its lines end in one way."""

    widened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & ~KEYPAD == Qt.KeyboardModifier.ShiftModifier:
            plain = event.modifiers() & KEYPAD  # with Shift, Qt would begin no line but put in U+2028
            event = QKeyEvent(QEvent.Type.KeyPress, event.key(), plain, event.text())
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()


class ChoiceField(FieldEditor):
    """One of a few words; one chosen from the list counts at once, one that keys led to by Enter or when it is left."""

    walks = True

    def __init__(self, label: str, words: Mapping[str, str], unknown: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, "", parent)
        self.box = _Box(self)
        self.box.setObjectName("choice")
        if unknown:
            self.box.addItem(unknown, None)
        for value, word in words.items():
            self.box.addItem(word[:1].upper() + word[1:], value)
        self.box.setCurrentIndex(0 if unknown else -1)  # until a value is shown there is none
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(self._choose)
        self.box.entered.connect(self.left)
        self.hold(self.box)

    def show_value(self, value: Any, _names: Names, /) -> None:
        at = self.box.findData(value)
        if at < 0 and value is not None:  # a word of another version: it is shown as it stands
            self.box.addItem(str(value), value)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)

    def value(self) -> Any:
        return self.box.currentData()

    def text(self) -> str:
        return str(self.box.currentData() or "")

    def show_text(self, text: str) -> None:
        self.show_value(text or None, {})
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self.box.setEnabled(not read_only)

    def _choose(self) -> None:
        self.edited.emit()
        if not self.box.walking:
            self.left.emit()


class _Box(QComboBox):
    """A box that the wheel does not change while one scrolls over it, and that tells of Enter."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.walking = False
        """Whether a key just now led from one word to another with the list closed."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & ~KEYPAD:
            self.entered.emit()
            return
        self.walking = True
        super().keyPressEvent(event)
        self.walking = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
