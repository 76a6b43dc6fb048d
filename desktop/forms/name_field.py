"""The field for one record that is named in another: found by any spelling, or made new."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from db.errors import BadValue
from db.name_matches import NameMatch
from db.new_names import KINDS, New
from db.values import a
from desktop.forms.field_editor import FieldEditor, Names
from desktop.forms.kept_names import KeptNames, Named
from desktop.forms.name_line import NameLine
from desktop.session import Session

PLURALS = {"party": "parties", "person": "people", "source": "sources", "meeting": "meetings"}


class NameField(FieldEditor):
    """One record of a kind; its value is a uid, a New, or None."""

    def __init__(
        self,
        session: Session,
        kind: str,
        label: str,
        *,
        unknown: str = "",
        makes_new: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, unknown, parent)
        self.kind = kind
        self._makes_new = makes_new and kind in KINDS
        self._value: str | New | None = None
        self._called = ""
        self._leaving = self._restoring = False
        self.line = NameLine(session, kind, makes_new=makes_new, parent=self)
        self.line.textEdited.connect(self._edit)
        self.line.picked.connect(self._pick)
        self.line.resolved.connect(self._resolved)
        self.line.entered.connect(self._leave)
        self.line.further.connect(self.further)
        self.hold(self.line)

    @property
    def looks_up(self) -> bool:
        return self._leaving

    def show_value(self, value: Any, names: Names, /) -> None:
        name = "" if value is None else value.name if isinstance(value, New) else names.get((self.kind, value), value)
        if not (self.holds_focus() and value == self._value and self.line.text() == self._called):
            self._choose(value, str(name))
        self.refresh_none()

    def value(self) -> str | New | None:
        text = self.line.text()
        if not text.strip():
            return None
        if text != self._called or self._value is None:
            raise BadValue(self._why_unknown(text))
        return self._value

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        if text != self._called:
            self.line.setText(text)
            self._mark()
            self._restoring = bool(text.strip())
            if self._restoring:
                self.line.matches.look_up(text)
        self.refresh_none()
        self.edited.emit()

    def draft(self) -> str:
        is_open = self._value is None or self.line.text() != self._called
        names = () if is_open else (Named(self._value or "", self._called),)
        return KeptNames(names, self.line.text()).as_text()

    def show_draft(self, draft: str) -> None:
        names, typed = KeptNames.parse(draft)
        if names and names[0].name == typed:
            self._choose(names[0].value, typed)
        self.show_text(typed)

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        self.none.setEnabled(not read_only)

    def _choose(self, value: str | New | None, name: str) -> None:
        self._value = value
        self._leaving = self._restoring = False
        if self.line.text() != name:  # else the line keeps what it can undo
            self.line.setText(name)
            self.line.setCursorPosition(0)
        self._called = self.line.text()
        self._mark()

    def _mark(self) -> None:
        """Say of what will be made that it is new."""
        is_new = isinstance(self._value, New) and self.line.text() == self._called
        self.line.set_mark("new" if is_new else "")

    def _edit(self) -> None:
        self._mark()
        self._leaving = self._restoring = False
        self.refresh_none()
        self.edited.emit()

    def _pick(self, row: NameMatch | New) -> None:
        self._choose(row if isinstance(row, New) else row.uid, row.name)
        self.refresh_none()
        self.edited.emit()
        self.left.emit()

    @property
    def _is_open_question(self) -> bool:
        """Whether what is typed still has to be found."""
        text = self.line.text()
        return bool(text.strip()) and (text != self._called or self._value is None)

    def _leave(self) -> None:
        """What is typed counts now, or as soon as it is known what it means."""
        if not self._is_open_question or self.line.isReadOnly():
            self.left.emit()
            return
        self._leaving = True
        if self.line.matches.knows(self.line.text()):
            self._resolved()
        else:
            self.line.matches.look_up(self.line.text())

    def _resolved(self) -> None:
        """Choose what was typed to the letter, once one has left it, or what a draft names."""
        leaving, restoring = self._leaving, self._restoring
        if not (leaving or restoring) or not self.line.matches.knows(self.line.text()):
            return
        self._leaving = self._restoring = False
        same = self.line.matches.exact()
        if len(same) == 1:
            self._choose(same[0].uid, same[0].name if leaving else self.line.text())
        if leaving and len(same) == 1:
            self.edited.emit()
        if leaving:
            self.left.emit()

    def _why_unknown(self, text: str) -> str:
        shown = text.strip() if len(text.strip()) <= 60 else text.strip()[:59] + "…"
        same = self.line.matches.exact() if self.line.matches.knows(text) else []
        if len(same) > 1:
            return f"{len(same)} {PLURALS.get(self.kind, self.kind + 's')} are called “{shown}”: choose the one meant."
        new = " or make it new" if self._makes_new else ""
        return f"“{shown}” is not {a(self.kind)} that the library knows. Choose one from the list{new}."

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = (
            watched is self.line
            and isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() != Qt.FocusReason.PopupFocusReason
        )
        if left and self._is_open_question:
            self.refresh_none()
            self._leave()
            return False
        return super().eventFilter(watched, event)
