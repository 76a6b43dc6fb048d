"""The tab Edit of a meeting: all that it holds as one list, beside the form of what is chosen."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import Cancel, Changes, Library, work_list
from db.errors import Gone
from db.record_lines import RecordLine
from db.references import Record
from desktop.commands import records as commands
from desktop.models.record_list import MOVABLE, RecordListModel
from desktop.session import Session
from desktop.theme import theme
from desktop.views.record_list import RecordListView
from desktop.views.record_panel import RecordPanel
from desktop.widgets.page_layout import MARGIN
from desktop.widgets.plain_text import plain_label

HINT = "Enter leads into the form, Escape back. Shift or Ctrl chooses several lines; Ctrl+Shift+↑ ↓ moves them."
ROOM = 300  # pixels at 100 % below which the list has no room to spare for that
STALE = (
    "meetings", "events", "participations", "parties", "people", "outcomes", "outcome_topics", "topics", "quotes",
    "readings", "citations", "notes", "tags", "taggings",
)  # fmt: skip
"""Tables of which something is shown."""


class WorkPanel(RecordPanel):
    """The list of one meeting or event."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: Record | None = None
        self._target = ""
        self._stale = False
        self._model = RecordListModel(session, self)
        self.list = RecordListView(self._model, "All that the meeting holds", self)
        self._hint = plain_label(HINT, "hint", self)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(MARGIN, 10, 16, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._hint)
        layout.addWidget(self.list, 1)
        self._connect()

    def _connect(self) -> None:
        self.pass_on(self.list)
        self.list.insert_requested.connect(self._insert)
        self.list.move_requested.connect(lambda records, place: commands.move(self._session, records, place))
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)

    def show_meeting(self, meeting: Record) -> None:
        """List what a meeting or event holds."""
        read_only = self._session.library.read_only
        self._hint.setText(read_only or HINT)
        self._make_room()
        if meeting != self._meeting:
            self._meeting = meeting
            self._model.show(lambda library, cancel: _lines(library, meeting, cancel))
            self.list.select(meeting)
        elif self._stale:
            self._model.reload()
        self._stale = False

    def show_target(self, target: str) -> None:
        """Choose the record that an address names; once, for one goes on from there while the address stays."""
        kind, _, rest = target.partition(":")
        if kind == "record" and target != self._target:
            self.list.select(Record(*rest.split(":", 1)))
        self._target = target

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list

    def redraw(self) -> None:
        """Show the list in the present look."""
        self.list.fit()
        self.list.viewport().update()
        self._make_room()

    def _insert(self) -> None:
        """Add a record of the kind in whose section the cursor is; in an order, right after the chosen one."""
        line = self._model.line(self.list.currentIndex())
        section = line.section if line else ""
        add = next((row.add for row in self._model.all if row.section == section and row.add), None)
        if add:
            kind, known = add
            after = line.record if line and kind in MOVABLE else None
            self.add_requested.emit(kind, {**known, "after": after.uid} if after else known)

    def _make_room(self) -> None:
        """Leave the hint out where the list is short; that the library may only be read is always said."""
        self._hint.setVisible(self._hint.text() != HINT or self.height() >= theme.px(ROOM))

    def _begin(self) -> None:
        """Let go of the library before: a copy of it has meetings with the same uids."""
        self._meeting = None
        self._target = ""
        self._model.show(None)

    def _changed(self, changes: Changes) -> None:
        if not changes.touch(*STALE):
            return
        if self.isVisible():
            self._model.reload()
        else:
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def hideEvent(self, event: QHideEvent) -> None:
        self._target = ""
        super().hideEvent(event)


def _lines(library: Library, meeting: Record, cancel: Cancel) -> list[RecordLine]:
    """What a meeting holds; nothing when it is gone, which its page says."""
    try:
        return work_list.lines(library, meeting, cancel)
    except Gone:
        return []
