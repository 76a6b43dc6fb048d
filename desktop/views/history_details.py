"""The lower part of the history: one step, or a record as it was, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db import Cancel, Library
from db.errors import Gone
from db.history import Removed
from db.references import Record
from desktop.models.step_details import StepDetails, ThenDetails, read_step, read_then
from desktop.pages.history import step_page
from desktop.pages.markup import Page, text
from desktop.pages.then import removed_page, then_page
from desktop.session import Session
from desktop.theme import theme
from desktop.views.page_browser import PageBrowser
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label, tooltip

BUTTONS = (("Take back this change", "Take back"), ("Show as it was then", "As it was"), ("Restore", "Restore"))
"""What each button says where there is room, and where there is little."""
NARROW = 400  # pixels at 100 % below which there is little


class HistoryDetails(QWidget):
    """Shows what is asked for last; its links and buttons tell what they wish."""

    left = Signal()
    record_pressed = Signal(Record)
    passage_pressed = Signal(str)
    """The passage of a citation is wanted; its target in an address."""
    history_requested = Signal(Record)
    step_requested = Signal(int)
    take_back_requested = Signal(int)
    restore_requested = Signal(Record)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Cancel | None = None
        self._step: StepDetails | None = None
        self._then: ThenDetails | None = None
        self._removed: Removed | None = None
        self._of: Record | None = None
        self._again: Callable[[], None] | None = None
        self.page = _DetailsBrowser("Details of the step", self)
        self.take_back, self.as_it_was, self.restore = (QPushButton(self) for _ in range(3))
        for button, (name, _) in zip(self._buttons(), BUTTONS, strict=True):
            button.setAccessibleName(name)
        self.why = plain_label(name="hint", parent=self)
        self.why.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.clear()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.take_back, self.as_it_was, self.restore

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._buttons():
            buttons.addWidget(button)
        buttons.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 8)
        foot.setSpacing(4)
        foot.addLayout(buttons)
        foot.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.page.link_pressed.connect(self._follow)
        self.page.left.connect(self.left)
        self.take_back.clicked.connect(self._take_back)
        self.as_it_was.clicked.connect(self._show_then)
        self.restore.clicked.connect(self._restore)

    def clear(self, sentence: str = "") -> None:
        """Show nothing, or a sentence."""
        self._stop()
        self._step = self._then = self._removed = self._again = None
        self.page.show_page(Page(f"<p class='quiet'>{text(sentence)}</p>", {}))
        self._offer("")

    def show_step(self, revision: int, of: Record | None, after: int = 0) -> None:
        """Show a step; of a record's history only what concerns that."""
        self._of = of
        self._ask(lambda: self.show_step(revision, of, after))
        self._reading = self._session.read(
            lambda library, cancel: read_step(library, revision, of, after, cancel), self._show_step
        )

    def show_then(self, record: Record, moment: str | int, day: str = "") -> None:
        """Show a record as it was after a step, or by a time that is the end of a day."""
        self._ask(lambda: self.show_then(record, moment, day))
        self._reading = self._session.read(
            lambda library, cancel: _then_or_why(library, record, moment, day, cancel), self._show_past
        )

    def show_removed(self, removed: Removed) -> None:
        """Show a removed record as it was before it went."""
        record = Record(removed.kind, removed.uid)
        self._ask(lambda: self.show_removed(removed))
        self._reading = self._session.read(
            lambda library, cancel: read_then(library, record, removed.revision - 1, "", cancel),
            lambda details: self._show_removed(removed, details),
        )

    def refuse(self, why: str) -> None:
        """Say why what was asked for was not done."""
        self._say_why(why)
        self.said.emit(why)

    def _say_why(self, why: str) -> None:
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def redraw(self) -> None:
        """Show the same in the present look."""
        self._label_buttons()
        if self._removed and self._then:
            self.page.show_page(removed_page(self._removed, self._then), keep_place=True)
        elif self._then:
            self.page.show_page(then_page(self._then, may_go_back=self._step is not None), keep_place=True)
        elif self._step:
            self.page.show_page(step_page(self._step), keep_place=True)

    def refresh(self) -> None:
        """Read again what is shown: some of it may have changed."""
        if self._again:
            self._again()

    def _ask(self, again: Callable[[], None]) -> None:
        """Let go of what is being read, for something else to be read, now and whenever it may have changed."""
        self._stop()
        self._again = again

    def _stop(self) -> None:
        if self._reading:
            self._reading()

    def _show_step(self, details: StepDetails | None) -> None:
        if details is None:
            self.clear("This step left no trace.")
            return
        same = self._step is not None and not self._then and _place(self._step) == _place(details)
        self._step, self._then, self._removed = details, None, None
        self.page.show_page(step_page(details), keep_place=same)
        self._offer("step")

    def _show_past(self, found: ThenDetails | Gone) -> None:
        if isinstance(found, Gone):
            self.clear(str(found))
            return
        same = self._then is not None and self._then.then.record == found.then.record
        self._then, self._removed = found, None
        self.page.show_page(then_page(found, may_go_back=self._step is not None), keep_place=same)
        self._offer("then" if found.step else "")

    def _show_removed(self, removed: Removed, details: ThenDetails) -> None:
        self._then, self._removed = details, removed
        self.page.show_page(removed_page(removed, details))
        self._offer("removed")

    def _offer(self, what: str) -> None:
        """Show the buttons that go with what is shown, and why one of them cannot be used."""
        why_not = self._why_not_taken_back() if what in ("step", "then") else ""
        read_only = self._session.library.read_only if self._session.is_open else None
        if what == "removed":
            why_not = read_only or ""
        for button, shown, may in (
            (self.take_back, what in ("step", "then"), not why_not),
            (self.as_it_was, what == "step" and self._main_record() is not None, True),
            (self.restore, what == "removed", not why_not),
        ):
            button.setVisible(shown)
            button.setEnabled(may)
            button.setToolTip("" if may else tooltip(why_not))
        self._say_why(why_not)

    def _why_not_taken_back(self) -> str:
        if self._session.library.read_only:
            return self._session.library.read_only
        if self._step and self._step.step.kind == "dataset":
            return "What came with the library cannot be taken back."
        return "" if self._step and self._step.step.stands else "This step has been taken back already."

    def _main_record(self) -> Record | None:
        """The record whose past is meant: that of the history, else the first that the step wrote."""
        if self._of:
            return self._of
        changes = self._step.page.changes if self._step else []
        records = (change.record for change in changes)
        return next((record for record in records if record.kind not in ("tagging", "outcome-topic")), None)

    def _label_buttons(self) -> None:
        narrow = self.width() < theme.px(NARROW)
        for button, names in zip(self._buttons(), BUTTONS, strict=True):
            button.setText(names[narrow])

    def _take_back(self) -> None:
        if self._step:
            self.take_back_requested.emit(self._step.step.id)

    def _show_then(self) -> None:
        record = self._main_record()
        if record and self._step:
            self.show_then(record, self._step.step.id)

    def _restore(self) -> None:
        if self._removed:
            self.restore_requested.emit(Record(self._removed.kind, self._removed.uid))

    def _follow(self, link: str) -> None:
        what, _, rest = link.partition(":")
        if what in ("record", "history", "then"):
            self._follow_record(what, Record(*rest.split(":", 1)))
        elif what == "citation":
            self.passage_pressed.emit(link)
        elif what == "step":
            self.step_requested.emit(int(rest))
        elif what == "copy":
            self._copy(*rest.split(":"))
        elif self._step and what in ("more", "all", "back"):
            after = int(rest) if what == "more" else 0
            self.show_step(self._step.step.id, None if what == "all" else self._of, after)

    def _follow_record(self, what: str, record: Record) -> None:
        if what == "record":
            self.record_pressed.emit(record)
        elif what == "history":
            self.history_requested.emit(record)
        elif self._step:
            self.show_then(record, self._step.step.id)

    def _copy(self, which: str, change: str, field: str) -> None:
        details = self._then if which == "then" else self._step
        value = details.value(which, int(change), field) if details else None
        if value is not None:
            QGuiApplication.clipboard().setText(str(value))
            self.said.emit("The whole text was copied.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._label_buttons()
        super().resizeEvent(event)


class _DetailsBrowser(PageBrowser):
    """A page that Escape leads back from, to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _place(details: StepDetails) -> tuple[int, int, Record | None]:
    return details.step.id, details.after, details.of


def _then_or_why(library: Library, record: Record, moment: str | int, day: str, cancel: Cancel) -> ThenDetails | Gone:
    """A record as it was; else the reason why that cannot be told."""
    try:
        return read_then(library, record, moment, day, cancel)
    except Gone as gone:
        return gone
