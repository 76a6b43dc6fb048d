"""The page Import documents: what was chosen, dropped or pasted, how it stands with each, and what will be stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db import KnownError, Library
from db.importing import NotStored, Twin
from db.values import count
from desktop.commands import importing as commands
from desktop.models.import_list import ImportListModel, ImportRow, Source
from desktop.session import Session
from desktop.trail import Address
from desktop.views.import_form import ImportForm
from desktop.views.import_list_view import ImportListView
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.plain_text import plain_label

PURPOSE = "See whether what was found is right. Nothing is in the library before you store it."
EMPTY = (
    "Drop documents here, paste what you copied, or choose files: text, Markdown, HTML, PDF and DOCX. Each is read "
    "apart from the program, within limits; no link is followed and no connection opened."
)
SOON = 500  # milliseconds after which the progress is shown


class ImportPanel(Compound):
    """The list of documents, the form of the one that is chosen, and a button that stores them all as one step."""

    choose_requested = Signal()
    go_requested = Signal(Address)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._storing: list[ImportRow] = []
        self.model = ImportListModel(session, self)
        self.list = ImportListView(self.model, self)
        self.form = ImportForm(session, self)
        self.more = QPushButton("Add documents…", self)
        self.cancel = QPushButton("Cancel", self)
        self.store = QPushButton(self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName("Documents read")
        self.progress.setTextVisible(False)
        self._space = QStackedWidget(self)
        self._space.setFixedHeight(4)
        self._space.addWidget(QWidget(self))
        self._space.addWidget(self.progress)
        self._count = plain_label(name="count", parent=self)
        self._empty = EmptyNote(self)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._filled = QWidget(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled)
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label("Import documents", "pageTitle", self), 1)
        head.addWidget(self._count)
        hint = plain_label(PURPOSE, "hint", self._filled)
        hint.setWordWrap(True)
        tools = QHBoxLayout()
        tools.addWidget(self.more)
        tools.addStretch(1)
        tools.addWidget(self.cancel)
        tools.addWidget(self.store)
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 16, 8)
        top.setSpacing(6)
        top.addWidget(hint)
        top.addLayout(tools)
        top.addWidget(self._space)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(0)
        filled.addLayout(top)
        filled.addWidget(self.list)
        filled.addWidget(self.form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head.setContentsMargins(24, 16, 16, 6)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.more.clicked.connect(self.choose_requested)
        self._empty.pressed.connect(self.choose_requested)
        self.cancel.clicked.connect(self.model.stop)
        self.store.clicked.connect(self.store_all)
        self._soon.timeout.connect(self._refresh)
        self.model.moved_on.connect(self._refresh)
        self.list.chosen.connect(self.form.show_row)
        self.list.form_requested.connect(self.form.focus_first)
        self.list.remove_requested.connect(lambda: self._remove(self.list.document()))
        self.form.edited.connect(self._edited)
        self.form.decided.connect(self.model.decide)
        self.form.retry_requested.connect(self.model.retry)
        self.form.remove_requested.connect(self._remove)
        self.form.twin_requested.connect(self._show_source)
        self._session.opened.connect(self._refresh)
        # a shortcut, for a key alone would press the words that have the focus
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.store_all)

    def add(self, sources: Sequence[Source]) -> None:
        """Read files, or words that were copied elsewhere."""
        if not self.model.waiting:
            self._soon.start()
        last = self.model.rowCount()
        self.model.add(sources)
        new = self.model.row(self.model.index(last))
        if row := new or next((row for row in self.model.rows() if row.source in sources), None):
            self.list.choose(row)

    def store_all(self) -> None:
        """Store all documents that are ready, as one step; where one cannot be stored yet, show why."""
        ready = self.model.ready()
        wrong = next((row for row in ready if row.texts), None)
        if wrong:
            self.list.choose(wrong)
            self.form.focus_first()
        elif ready and not self._storing and not self.model.is_reading:
            self._storing, library = ready, self._session.library
            self.store.setEnabled(False)
            commands.store(
                self._session, self.model.imports(), lambda made: self._stored(library, made), self._not_stored
            )

    def show_target(self, _target: str) -> None:
        """There is only the page."""

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list if self.model.rowCount() else self._empty

    def redraw(self) -> None:
        """Show the page in the present look."""
        self.list.fit()
        self.list.viewport().update()
        self.form.redraw()

    def _remove(self, row: ImportRow | None) -> None:
        if row:
            self.model.remove([row])

    def _edited(self, row: ImportRow) -> None:
        index = self.model.index_of(row)
        self.list.update(index)
        self._refresh()
        self.model.compare()

    def _stored(self, library: Library, made: list[str | Twin]) -> None:
        """Take what is stored in a library off the list and show it among its sources, if that is still open."""
        rows, self._storing = self._storing, []
        stored = [(row, uid) for row, uid in zip(rows, made, strict=True) if isinstance(uid, str)]
        self.model.remove([row for row, _ in stored])
        if stored:
            self.said.emit(f"{count(len(stored), 'document is', 'documents are')} stored.")
        is_open = self._session.is_open and self._session.library is library
        if stored and is_open and not self.model.rowCount():
            self._show_source(stored[0][1])

    def _not_stored(self, error: KnownError) -> None:
        rows, self._storing = self._storing, []
        self._refresh()
        if isinstance(error, NotStored) and error.at < len(rows):
            self.list.choose(rows[error.at])
            self.form.show_problem(error.field, str(error))
        else:
            self.form.notice.say(str(error), {})

    def _show_source(self, uid: str) -> None:
        self.go_requested.emit(Address("", "sources", f"record:source:{uid}"))

    def _refresh(self) -> None:
        """Show how it stands."""
        total, waiting, ready = self.model.rowCount(), self.model.waiting, len(self.model.ready())
        late = self.model.is_reading and not self._soon.isActive()
        self._space.setCurrentIndex(int(late))
        self.progress.setRange(0, total if total > 1 else 0)
        self.progress.setValue(total - waiting)
        self.cancel.setVisible(waiting > 0)
        self.store.setVisible(not self.model.is_reading)
        self.store.setText(f"Store all {ready:,}" if ready > 1 else "Store it")
        self.store.setEnabled(ready > 0 and not self._storing)
        self._count.setText(f"{total - waiting:,} of {total:,} read" if late else "")
        self._stack.setCurrentWidget(self._filled if total else self._empty)
        self._say_empty()
        self.form.show_row(self.list.document())

    def _say_empty(self) -> None:
        read_only = self._session.library.read_only if self._session.is_open else None
        if read_only:
            self._empty.say(f"{read_only} So no document can be stored in it.", "")
        else:
            self._empty.say(EMPTY, "Choose documents…")
        self.more.setEnabled(not read_only)

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.share(self.height())
