"""The right pane: search the words of all speakers while typing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QTableView,
    QWidget,
)  # fmt: skip

from db import Cancel, Changes, did_you_mean, quote_facets, search_links, search_text, vocabulary
from db.quote_facets import QuoteFacets
from db.quote_lines import QuoteLine
from db.quote_query import Filters, Query
from desktop.models.quote_list import Asked, QuoteListModel, citation_text
from desktop.session import Session
from desktop.views.filter_box import FilterBox
from desktop.views.query_field import QueryField
from desktop.views.query_notes import QueryNotes
from desktop.views.quote_list_delegate import QuoteListDelegate
from desktop.views.side_panel import SidePanel
from desktop.widgets.link_row import link

REST = 900  # milliseconds without a key after which a search is one to come back to
HINT = 'word, begin*, "a phrase", AND OR NOT, near, -word, speaker: place: year: and other fields (F1)'


class QuotesPanel(SidePanel):
    """The quote search."""

    open_requested = Signal(str, str)
    copied = Signal(str)
    asked = Signal()
    """Something else is searched for."""
    settled = Signal()
    """What is searched for has stood for a moment, or was made use of."""
    save_requested = Signal()
    link_entered = Signal(str)
    """A link was put into the search field, which stays as it was before."""

    def __init__(self, session: Session, model: QuoteListModel, parent: QWidget | None = None) -> None:
        self.field = QueryField(session, "Search quotes", "Search the words of all speakers")
        self.boxes = [FilterBox(label) for label in ("Speaker", "Role", "Year", "Form", "Tag")]
        self.speaker, self.role, self.year, self.form, self.tag = self.boxes
        self.list = QuoteListView(model)
        self.notes = QueryNotes()
        super().__init__("Quotes", self.field, self.boxes, self.list, parent)
        self.add_note(self.notes)
        self.tag.hide()
        self._save = link("Save", self.save_requested.emit, self)
        self._save.setAccessibleName("Save this search")
        self._save.setToolTip("Save this search (Ctrl+Shift+D)")
        kept = self._save.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # else all below it would move when one begins to type
        self._save.setSizePolicy(kept)
        self._save.hide()
        self.add_to_head(self._save)
        QWidget.setTabOrder(self.tag, self._save)
        self.ordering = "date"
        self._before = ""  # what the field held before it was changed last
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._aliases = True
        self._meant: Cancel | None = None
        self._session = session
        self._model = model
        self._facets: Cancel | None = None
        self.field.setToolTip(HINT)
        self._connect()
        if session.is_open:
            self.clear()
            self._load_facets()

    def _connect(self) -> None:
        self._empty.pressed.connect(self.clear)
        self._model.understood.connect(self._understood)
        self._model.searched.connect(self._searched)
        self.notes.spellings_wanted.connect(self._want_spellings)
        self.notes.meant.connect(self._search_for)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self.clear)
        self._session.opened.connect(self._load_facets)
        self._rest.timeout.connect(self.settled)
        self.field.searched.connect(self._typed)
        self.field.moved_down.connect(self._entered)
        self.list.copy_requested.connect(self.copy)
        self.list.open_requested.connect(self._open)
        for box in self.boxes:
            box.activated.connect(self.search)

    def search(self) -> None:
        """Find the quotes for what is in the field and the filters."""
        if self._meant:
            self._meant()
        self._save.setVisible(self.present() is not None and self._session.is_open and self._may_save())
        self._rest.start()
        self._model.search(self.field.text(), self.filters(), self._aliases)
        self.asked.emit()

    def present(self) -> Asked | None:
        """What is searched for; None when all quotes are shown."""
        asked = Asked(self.field.text().strip(), self.filters(), self.ordering)
        return asked if asked.text or asked.filters != Filters() else None

    def in_words(self) -> str:
        """What is searched for, by filters too, in the search language."""
        return search_text.written(
            self.field.text(), speaker=self.speaker.choice(), role=self.role.currentData(),
            year=self.year.currentData(), form=self.form.currentData(), tag=self.tag.choice(),
        )  # fmt: skip

    def show_search(self, asked: Asked | None) -> None:
        """Search for something, for all quotes when it is None; it counts as settled."""
        text, filters, self.ordering = asked or Asked()
        chosen = (filters.speaker, filters.role, filters.year, filters.form, filters.tag)
        for box, value in zip(self.boxes, chosen, strict=True):
            box.choose(value)
        self._aliases = True
        self._before = text
        self.field.setText(text)
        self.search()
        self.settle()

    def settle(self) -> None:
        """Take what is searched for as it is, without waiting whether more is typed."""
        if self._rest.isActive():
            self._rest.stop()
            self.settled.emit()

    def _typed(self) -> None:
        """Search for what is in the field, unless a link was put there."""
        before, text = self._before, self.field.text()
        self._before = text
        by_hand = text[:-1] == before or search_links.is_link(before)
        if search_links.is_link(text) and not by_hand:
            self._enter_link(text, before)
        elif text != before:
            self.search()

    def _entered(self) -> None:
        text = self.field.text()
        if search_links.is_link(text):
            self._enter_link(text, "")
        self.settle()

    def _enter_link(self, text: str, before: str) -> None:
        self.field.setText(before)
        self.link_entered.emit(text)

    def _may_save(self) -> bool:
        return not self._session.library.read_only

    def filters(self) -> Filters:
        """What the filters say."""
        return Filters(
            speaker=self.speaker.currentData(), role=self.role.currentData(), year=self.year.currentData(),
            form=self.form.currentData(), tag=self.tag.currentData(),
        )  # fmt: skip

    def clear(self) -> None:
        """Show all quotes again."""
        for box in self.boxes:
            box.choose_all()
        if self.field.text():
            self.field.clear()
        else:
            self.search()

    def copy(self) -> None:
        """Copy the chosen quote with its speaker, day and source."""
        line = self._model.quote(self.list.currentIndex())
        if line:
            QGuiApplication.clipboard().setText(citation_text(line))
            self.copied.emit("The quote was copied with its speaker, day and source.")

    def _open(self, line: QuoteLine) -> None:
        self.settle()
        if line.meeting or line.source:
            self.open_requested.emit(line.meeting or "", line.uid)

    def _changed(self, changes: Changes) -> None:
        if changes.touch("quotes", "people", "participations", "tags", "taggings"):
            self._load_facets()

    def _load_facets(self) -> None:
        if self._facets:
            self._facets()
        self._facets = self._session.read(quote_facets.read, self._fill)

    def _fill(self, facets: QuoteFacets) -> None:
        narrowed = self.filters()
        self.speaker.fill([(key, name, count) for key, name, count in facets.speakers])
        order = list(vocabulary.ROLE)
        roles = sorted(facets.roles, key=lambda found: order.index(found[0]))
        self.role.fill([(role, vocabulary.ROLE[role], count) for role, count in roles])
        self.year.fill([(year, str(year), count) for year, count in facets.years])
        self.form.fill([(form, vocabulary.FORMS[form], count) for form, count in facets.forms])
        self.tag.fill_tags(facets.tags)
        self.tag.setVisible(bool(facets.tags))
        if self.filters() != narrowed:  # what was chosen no longer occurs
            self.search()

    def _search_for(self, text: str) -> None:
        self.field.setText(text)
        self.field.setFocus()

    def _want_spellings(self, wanted: bool) -> None:
        self._aliases = wanted
        self.field.setFocus()
        self.search()

    def _understood(self, query: Query) -> None:
        self.notes.show_query(query, self._aliases)
        self.field.colour(query.spans)

    def _propose(self) -> None:
        """Look for what else may be meant, in the background."""
        text = self.field.text()
        self._meant = self._session.read(
            lambda library, cancel: did_you_mean.proposal(library, text, cancel), self.notes.propose
        )

    def _searched(self, count: int, remark: str) -> None:
        if count <= did_you_mean.FEW and self.field.text().strip():
            self._propose()
        self._count.setToolTip(remark)
        nothing = None if count else self._why_nothing(remark)
        if nothing:
            self.notes.show_remark("")  # it is said where the quotes would be
        self.show_count(f"{count:,} {'quote' if count == 1 else 'quotes'}", nothing)

    def _why_nothing(self, remark: str) -> tuple[str, str]:
        text, narrowed = self.field.text().strip(), self.filters() != Filters()
        if not text and not narrowed:
            return "This library holds no quotes yet.", ""
        if remark:
            return f"{remark} Type a word, or the beginning of one.", "Show all quotes"
        shown = text if len(text) <= 60 else text[:60] + "…"
        where = " with these filters" if narrowed else ""
        hint = " Try fewer words, or a beginning such as ceas*." if text else ""
        return f"No quote{where}{f' holds “{shown}”' if text else ''}.{hint}", "Show all quotes"


class QuoteListView(QTableView):
    """The found quotes, fit for a million of them."""

    open_requested = Signal(object)
    copy_requested = Signal()

    def __init__(self, model: QuoteListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAccessibleName("Found quotes")
        self.setModel(model)
        self._delegate = QuoteListDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSelectionModel(QItemSelectionModel(model, header))  # else it asks for every row selected
        self.horizontalHeader().setStretchLastSection(True)
        self.fit()
        self.clicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def fit(self) -> None:
        """Give the rows the height of the present zoom."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())

    def _open(self, index: QModelIndex) -> None:
        model = self.model()
        assert isinstance(model, QuoteListModel)
        line = model.quote(index)
        if line:
            self.open_requested.emit(line)

    def _show_menu(self, at) -> None:  # noqa: ANN001
        index = self.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.addAction("Show in its meeting", lambda: self._open(index))
            menu.addAction("Copy with source", self.copy_requested.emit)
            menu.exec(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always seen: it stands on a quote."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
