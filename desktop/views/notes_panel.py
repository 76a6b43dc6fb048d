"""The page Notes: everything that was written, found by words, author, month, tag and what it is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from db import Cancel, Changes, Library, dates, note_list, record_titles
from db.errors import Gone
from db.note_list import NoteFacets, NoteFilters, NoteLine
from db.references import Record
from desktop.models.note_list import NoteListModel
from desktop.record_places import address_of
from desktop.session import Session
from desktop.trail import Address
from desktop.views.filter_box import FilterBox
from desktop.views.note_list import NoteListView
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.flow_layout import even_row, flow_row
from desktop.widgets.page_layout import lay_out_page
from desktop.widgets.plain_text import plain_label
from desktop.widgets.rest_stack import RestStack
from desktop.widgets.search_field import SearchField

FIRST_NOTE = (
    "Nobody has written a note yet. Ctrl+Shift+N begins one: on the meeting that is shown, on the record whose form is "
    "open, on one of its fields, or on words that you select in a source."
)


class NotesPanel(Compound):
    """All notes of the library."""

    edit_requested = Signal(list)
    focus_form_requested = Signal()
    go_requested = Signal(Address)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._model = NoteListModel(session, self)
        self._facets: Cancel | None = None
        self._seeking: Cancel | None = None
        self._stale = True
        self._total = 0
        self._count = plain_label(name="count", parent=self)
        self.field = SearchField("Search notes", "Words of a note, or of what it is on", self)
        self.boxes = [FilterBox(label, self) for label in ("Author", "Written", "Tag", "On")]
        self.author, self.written, self.tag, self.on = self.boxes
        self.tag.hide()
        self.list = NoteListView(self._model, self)
        self.go = QPushButton("Show its place", self)
        self._empty = EmptyNote(self)
        self._stack = RestStack(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        lay_out_page(
            self,
            plain_label("Notes", "pageTitle", self),
            self._count,
            flow_row(self, 6, self.field, self.go, wide=self.field),
            even_row(self, 6, self.boxes),
            below=self._stack,
        )

    def _connect(self) -> None:
        self._empty.pressed.connect(self.clear)
        self._model.shown.connect(self._shown)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)
        self.field.moved_down.connect(self._go_to_list)
        self.field.searched.connect(self.search)
        self.go.clicked.connect(self._go_there)
        self.list.chosen.connect(lambda line: self.edit_requested.emit([Record("note", line.uid)]))
        self.list.form_requested.connect(self.focus_form_requested)
        self.list.place_requested.connect(self._go_to)
        self.list.selectionModel().currentChanged.connect(self._offer_place)
        for box in self.boxes:
            box.activated.connect(self.search)

    def search(self) -> None:
        """Find the notes for what is in the field and the filters."""
        self._model.search(self.field.text(), self.filters())

    def filters(self) -> NoteFilters:
        """What the filters say."""
        month = self.written.currentData()
        return NoteFilters(self.author.currentData(), month, month, self.tag.currentData(), self.on.currentData())

    def clear(self) -> None:
        """Show all notes again."""
        for box in self.boxes:
            box.choose_all()
        if self.field.text():
            self.field.clear()
        else:
            self.search()

    def show_target(self, target: str) -> None:
        """Choose the note that an address names, now or as soon as it is listed."""
        kind, _, rest = target.partition(":")
        record = Record(*rest.split(":", 1)) if kind == "record" and ":" in rest else None
        if record and record.kind == "note":
            if self._seeking:
                self._seeking()
            self._seeking = self._session.read(lambda library, _: _key(library, record.uid), self._select)

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list if self._stack.currentWidget() is self.list else self._empty

    def redraw(self) -> None:
        """Show the page again in the present look."""
        self.list.fit()
        self._load_facets()

    def _go_to_list(self) -> None:
        """Leave the field, unless nothing is listed: there one types on."""
        if self._stack.currentWidget() is self.list:
            self.list.setFocus()

    def _select(self, key: int | None) -> None:
        if key is not None:
            self.list.select(key)

    def _go_there(self) -> None:
        line = self.list.line()
        if line:
            self._go_to(line)

    def _go_to(self, line: NoteLine) -> None:
        """Show the record of a note; a passage in its source, if it can be on the page of a meeting that cites that."""
        if self._seeking:
            self._seeking()
        self._seeking = self._session.read(
            lambda library, cancel: _page_of(library, line, cancel), self.go_requested.emit
        )

    def _offer_place(self) -> None:
        self.go.setEnabled(self.list.line() is not None)

    def _begin(self) -> None:
        """Let go of the library before."""
        for box in self.boxes:
            box.choose_all()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._stale = False
        self._model.begin()
        self._load_facets()

    def _changed(self, changes: Changes) -> None:
        self._stale = self._stale or bool(changes.rows)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read again what may have changed."""
        if self._stale and self._session.is_open:
            self._stale = False
            self._model.reread()
            self._load_facets()

    def _load_facets(self) -> None:
        if self._facets:
            self._facets()
        if self._session.is_open:
            self._facets = self._session.read(note_list.facets, self._fill)

    def _fill(self, facets: NoteFacets) -> None:
        narrowed = self.filters()
        self._total = facets.total
        self.author.fill([(name, name or "Author not known", count) for name, count in facets.authors])
        self.written.fill(months(facets.months))
        self.tag.fill_tags(facets.tags)
        self.tag.setVisible(bool(facets.tags))
        self.on.fill([(kind, note_list.ON[kind].capitalize(), count) for kind, count in facets.on])
        if self.filters() != narrowed:  # what was chosen no longer occurs
            self.search()
        else:
            self._shown()

    def _shown(self) -> None:
        count = self._model.rowCount()
        notes = f"{count:,} {'note' if count == 1 else 'notes'}"
        self._count.setText(notes if count >= self._total else f"{count:,} of {self._total:,}")
        if not count:
            self._empty.say(*self._why_nothing())
        self._stack.turn_to(self.list if count else self._empty)
        self.list.stand()
        self._offer_place()

    def _why_nothing(self) -> tuple[str, str]:
        narrowed = bool(self.field.text().strip()) or self.filters() != NoteFilters()
        if narrowed:
            return "No note is like this.", "Show all notes"
        if self._session.is_open and self._session.library.read_only:
            return "Nobody has written a note in this library.", ""
        return FIRST_NOTE, ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()


def months(counts: list[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """Choices of years, newest first, each with its months below it, for months as `2018-06` with their counts."""
    years: dict[str, int] = {}
    for month, count in counts:
        years[month[:4]] = years.get(month[:4], 0) + count
    found: list[tuple[str, str, int]] = []
    for year, count in years.items():
        found.append((year, year, count))
        found += [(month, f"    {dates.words(month)}", number) for month, number in counts if month[:4] == year]
    return found


def _page_of(library: Library, line: NoteLine, cancel: Cancel) -> Address:
    if line.on == "passage":
        meeting = record_titles.meeting_citing(library, line.citation, cancel)
        return Address(meeting or "", "sources" if meeting else "source", f"cite:{line.citation}")
    return address_of(line.record, line.meeting) or Address()


def _key(library: Library, uid: str) -> int | None:
    """The id of a note; None when it is gone."""
    try:
        return library.notes.get(uid).id
    except Gone:
        return None
