"""Two records that are one: which stays, what moves to it, and the step that does it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from db import Cancel, KnownError, Library, merging, name_matches
from db.errors import BadValue
from db.merging import MergePreview
from db.name_matches import NameMatch
from db.references import Record
from db.values import short
from desktop.commands import merging as commands
from desktop.forms.name_field import PLURALS, NameField
from desktop.session import Session
from desktop.theme import theme
from desktop.widgets.plain_text import plain_label

MANY = 12  # spellings that are named


class MergeDialog(QDialog):
    """Shows what a merge would do, and does it; with one record given it first asks for the other."""

    merged = Signal(Record)
    """The record that stayed."""

    def __init__(
        self, session: Session, one: Record, other: Record | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.keep, self.other = one, other
        self._preview: MergePreview | None = None
        self._reading: Cancel | None = None
        self._merging = False
        kind = one.kind
        self.setWindowTitle(f"Merge {PLURALS.get(kind, kind + 's')}")
        self.field = NameField(session, kind, f"The other {kind}", makes_new=False, parent=self)
        self.field.line.matches.leave_out(frozenset({one.uid}))
        self.field.setVisible(other is None)
        self._title = _wrapped(f"Make two {PLURALS.get(kind, kind + 's')} one", "paneTitle")
        self._stays = plain_label("This one stays", "fieldLabel", self)
        self._choices = QButtonGroup(self)
        self.stays = [QRadioButton(self), QRadioButton(self)]
        self._details = [plain_label(name="hint", parent=self) for _ in self.stays]
        self._text = QVBoxLayout()
        self._problem = plain_label(name="problem", parent=self)
        self.merge_button = QPushButton("Merge", self)
        self.cancel_button = QPushButton("Cancel", self)
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self.field)
        layout.addLayout(self._lay_out_choice())
        inside = QWidget()
        inside.setObjectName("mergeText")
        self._text.setContentsMargins(0, 0, theme.px(8), 0)
        self._text.setSpacing(theme.px(4))
        inside.setLayout(self._text)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        scroll.setWidget(inside)
        layout.addWidget(scroll, 1)
        self._problem.setWordWrap(True)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(_wrapped("One step of the history: Undo takes it back, also later.", "hint"), 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.merge_button)
        layout.addLayout(buttons)
        self.resize(QSize(theme.px(520), theme.px(480)).boundedTo(self.screen().availableSize() * 0.9))

    def _lay_out_choice(self) -> QVBoxLayout:
        choice = QVBoxLayout()
        choice.setSpacing(theme.px(2))
        choice.addWidget(self._stays)
        self._stays.hide()
        for at, (button, detail) in enumerate(zip(self.stays, self._details, strict=True)):
            self._choices.addButton(button, at)
            detail.setContentsMargins(_indent(button), 0, 0, theme.px(4))
            detail.setWordWrap(True)
            button.hide()
            detail.hide()
            choice.addWidget(button)
            choice.addWidget(detail)
        self.stays[0].setChecked(True)
        return choice

    def _connect(self) -> None:
        self.merge_button.setDefault(True)
        self.merge_button.clicked.connect(self.merge)
        self.cancel_button.clicked.connect(self.reject)
        self._choices.idClicked.connect(lambda _: self._read())
        self.field.left.connect(self._choose_other)
        self.field.edited.connect(self._forget_other)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self.reject)
        self.finished.connect(self._part)
        self.finished.connect(self.deleteLater)

    def merge(self) -> None:
        """Do it; the dialog closes when it is done, else it says why not."""
        if self._preview is None or not self.merge_button.isEnabled():
            return
        kept, gone = self._pair()
        self._merging = True
        for button in (self.merge_button, self.cancel_button):
            button.setEnabled(False)
        commands.merge(self._session, kept, gone, lambda _: self._done(kept), self._failed)

    def switch(self) -> None:
        """Let the other one stay."""
        self.stays[1 if self.stays[0].isChecked() else 0].click()

    def _pair(self) -> tuple[Record, Record]:
        """The record that stays, and the other."""
        assert self.other
        return (self.keep, self.other) if self.stays[0].isChecked() else (self.other, self.keep)

    def _choose_other(self) -> None:
        try:
            uid = self.field.value()
        except BadValue as error:
            self._forget_other()
            self.field.set_problem(str(error))
            return
        self.field.set_problem("")
        other = Record(self.keep.kind, uid) if isinstance(uid, str) else None
        if other != self.other:
            self.other = other
            self._read()

    def _forget_other(self) -> None:
        """What is typed now is another name: nothing of the one before may be merged."""
        self.field.set_problem("")
        if self.other is not None:
            self.other = None
            self._read()

    def _changed(self) -> None:
        if not self._merging:
            self._read()

    def _read(self) -> None:
        self._stop()
        self._preview = None
        self.merge_button.setEnabled(False)
        if self.other is None:
            self._tell("")
            for widget in (self._stays, *self.stays, *self._details):
                widget.hide()
            self._say([_wrapped("Then you see here what moves, before anything is done.", "hint")])
            self._reading = self._session.read(
                lambda library, cancel: name_matches.named(library, self.keep.kind, [self.keep.uid], cancel), self._ask
            )
            return
        kept, gone = self._pair()

        def work(library: Library, cancel: Cancel) -> MergePreview | KnownError:
            try:
                return merging.preview(library, kept.kind, kept.uid, gone.uid, cancel)
            except KnownError as error:
                return error

        self._reading = self._session.read(work, self._show)

    def _ask(self, found: list[NameMatch]) -> None:
        for one in found:
            self._title.setText(f"Which {self.keep.kind} is the same as {short(one.name)}?")

    def _part(self) -> None:
        """Read nothing more: what its own merge changed is told when the dialog is on its way out."""
        self._session.changed.disconnect(self._changed)
        self._stop()

    def _stop(self) -> None:
        if self._reading:
            self._reading()

    def _show(self, found: MergePreview | KnownError) -> None:
        if isinstance(found, KnownError):
            self._preview = None
            self._say([])
            self._tell(str(found))
            return
        self._preview = found
        self._stays.show()
        matches = (found.keep, found.other) if self.stays[0].isChecked() else (found.other, found.keep)
        for button, detail, match in zip(self.stays, self._details, matches, strict=True):
            button.setText(short(match.name).replace("&", "&&"))
            detail.setText(match.detail)
            button.show()
            detail.setVisible(bool(match.detail))
        self._say(_told(found))
        why_not = found.refusal or self._session.library.read_only or ""
        self._tell(why_not)
        self.merge_button.setEnabled(not why_not)
        if self.cancel_button.hasFocus():  # where Qt puts it while there is nothing else
            self.stays[self._choices.checkedId()].setFocus()

    def _say(self, labels: list[QLabel]) -> None:
        while item := self._text.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for label in labels:
            self._text.addWidget(label)
        self._text.addStretch(1)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.merge_button.setAccessibleDescription(problem)

    def _done(self, kept: Record) -> None:
        self._merging = False
        self.merged.emit(kept)
        self.accept()

    def _failed(self, error: KnownError) -> None:
        self._merging = False
        self.cancel_button.setEnabled(True)
        self._tell(str(error))

    def reject(self) -> None:
        """Close without merging; a merge that is being written is waited for."""
        if not self._merging:
            super().reject()


def _told(found: MergePreview) -> list[QLabel]:
    """What a merge would do, in sentences."""
    if found.refusal:
        return []
    kept, gone = short(found.keep.name), short(found.other.name)
    if kept == gone:
        kept, gone = "the one that stays", "the other"
    moved = f"{', '.join(found.moves)}: from {gone} to {kept}." if found.moves else f"Nothing refers to {gone}."
    told = [_wrapped("What moves", "fieldLabel"), _wrapped(moved)]
    if found.texts:
        told.append(_heading("Which text is kept"))
        told += [_wrapped(sentence) for sentence in found.texts]
    if found.spellings:
        named = ", ".join(f"“{short(form)}”" for form in found.spellings[:MANY])
        more = len(found.spellings) - MANY
        told.append(_heading(f"Spellings by which {kept} is found from then on"))
        told.append(_wrapped(named + (f" and {more:,} more" if more > 0 else "")))
    if found.warnings:
        told.append(_heading("Look at this first"))
        told += [_wrapped(warning, "problem") for warning in found.warnings]
    return told


def _heading(text: str) -> QLabel:
    label = _wrapped(text, "fieldLabel")
    label.setContentsMargins(0, theme.px(8), 0, 0)
    return label


def _indent(button: QRadioButton) -> int:
    """Where the words of a button begin."""
    metric, style = QStyle.PixelMetric, button.style()
    parts = (metric.PM_ExclusiveIndicatorWidth, metric.PM_RadioButtonLabelSpacing)
    return sum(style.pixelMetric(part, None, button) for part in parts)


def _wrapped(text: str, name: str = "") -> QLabel:
    label = plain_label(text, name)
    label.setWordWrap(True)
    return label
