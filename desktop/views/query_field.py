"""The field in which a search for quotes is typed: coloured as it is read, with a list of what may be meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QWidget

from db import query_tokens
from db.query_completion import Choice
from db.query_tokens import Span
from desktop.forms.match_popup import MatchPopup
from desktop.models.query_choices import QueryChoicesModel
from desktop.offsets import utf16_offset
from desktop.session import Session
from desktop.theme import theme
from desktop.widgets.search_field import SearchField

LONGEST_COLOURED = 2000  # characters
SHORTEST = 2  # letters of a word that may become the name of a field
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class QueryField(SearchField):
    """Down and Up go through the list while it is open, Enter and Tab take the chosen row, Escape closes it."""

    def __init__(self, session: Session, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.choices = QueryChoicesModel(session, self)
        self._popup: MatchPopup | None = None
        self._composing = self._edits = False
        self._coloured: tuple[str, tuple[Span, ...]] | None = None
        self.choices.found.connect(self._found)
        self.textChanged.connect(self._recolour)
        self.textEdited.connect(self._edited)

    @property
    def popup(self) -> MatchPopup:
        """The list under the field; made when it is first needed, for then the field is in its window."""
        if self._popup is None or self._popup.parent() is not self.window():
            if self._popup:
                self._popup.leave()
            self._popup = MatchPopup(self.choices, self)
            self._popup.list.setAccessibleName("What may be meant")
            self._popup.picked.connect(self.take)
            self.destroyed.connect(self._popup.leave)
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def close_list(self) -> None:
        """Show no list until one types on."""
        self.choices.stop()
        if self._popup:
            self._popup.close()

    def put(self, text: str) -> None:
        """Search for another text; Undo brings back the one before."""
        self.close_list()
        self.selectAll()
        self.insert(text)

    def take(self, choice: Choice) -> None:
        """Put what was chosen into the search; after the name of a field its values are listed."""
        self.put(choice.text)
        self.setCursorPosition(utf16_offset(choice.text, choice.cursor))
        if not choice.is_value:
            self._look_up()

    def colour(self, spans: Sequence[Span]) -> None:
        """Colour stretches of the text, unless it is very long."""
        text, cursor = self.text(), self.cursorPosition()
        wanted = text, tuple(spans)
        if self._composing or wanted == self._coloured:
            return
        self._coloured = wanted
        attributes: list[QInputMethodEvent.Attribute] = []
        for span in spans if len(text) <= LONGEST_COLOURED else ():
            start, end = (utf16_offset(text, at) for at in span[:2])
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(QInputMethodEvent.Attribute(kind, start - cursor, end - start, _format(span.kind)))
        # WORKAROUND: a QLineEdit has no formats but those of an input method; an event that puts in nothing sets them.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def _recolour(self) -> None:
        self._coloured = None
        text = self.text()
        self.colour(query_tokens.spans(query_tokens.tokens(text)) if len(text) <= LONGEST_COLOURED else ())

    def complete(self) -> None:
        """Look for what may be meant, if something was typed: what was found is shown by now, and has the time."""
        if self._edits:
            self._look_up()

    def _edited(self) -> None:
        if self._popup:
            self._popup.close()
        self.choices.stop()
        self._edits = True

    def _look_up(self) -> None:
        self._edits = False
        self.choices.look_up(self.text(), len(_before(self.text(), self.cursorPosition())))

    def _found(self, text: str) -> None:
        """Open the list for what was typed, unless a short word might only become the name of a field."""
        first = self.choices.row(self.choices.index(0))
        if text != self.text() or not self.hasFocus() or first is None or self._is_short(first):
            if self._popup:
                self._popup.close()
            return
        self.popup.open(0 if _before(text, self.cursorPosition())[-1:].isalnum() and first.is_value else -1)

    def _is_short(self, choice: Choice) -> bool:
        typed = _before(self.text(), self.cursorPosition())
        return not choice.is_value and not (len(typed) >= SHORTEST and typed[-SHORTEST:].isalpha())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_list()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._recolour()

    def event(self, event: QEvent) -> bool:
        """Tab takes what is chosen in the list before it goes to the next field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_for_list(event):
            event.accept()
            return True
        return super().event(event)

    def _is_for_list(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list, which has then done it."""
        if not self.is_open or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        key = Qt.Key(event.key())
        if key in STEPS:
            self.popup.step(STEPS[key])
            return True
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        chosen = self.popup.current()
        if key in TAKES and isinstance(chosen, Choice):
            self.take(chosen)
            return True
        if key in TAKES:
            self.close_list()
        return False


def _before(text: str, cursor: int) -> str:
    """The text before the cursor, which Qt counts in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * cursor].decode("utf-16-le", "ignore")


def _format(kind: str) -> QTextCharFormat:
    """How a stretch of a kind is written."""
    shown = QTextCharFormat()
    colours = theme.colours
    shown.setForeground(
        QColor({"field": colours.muted, "value": colours.accent, "operator": colours.accent, "bracket": colours.accent,
                "unknown": colours.warn}.get(kind, colours.text))
    )  # fmt: skip
    if kind == "operator":
        shown.setFontWeight(QFont.Weight.Bold)
    if kind == "unknown":
        shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shown.setUnderlineColor(QColor(colours.warn))
    return shown
