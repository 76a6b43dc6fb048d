"""The right pane: search the words of all speakers while typing."""

from __future__ import annotations

from array import array

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QStackedWidget, QToolButton, QWidget

from db import Cancel, did_you_mean, query_choice, search_links
from db.quote_facets import FACETS, Facet
from db.quote_lines import QuoteLine
from db.quote_query import NO_WORD as NO_LETTER
from db.quote_query import Query
from db.quote_search import ORDERS
from db.searches import kept
from desktop.models.context_list import SORTS, ContextListModel
from desktop.models.facet_counts import FacetCounts
from desktop.models.quote_list import Asked, QuoteListModel, citation_text, quotes_in_words
from desktop.session import Session
from desktop.views.context_list_delegate import ContextListDelegate
from desktop.views.facet_box import FacetBox
from desktop.views.query_field import QueryField
from desktop.views.query_notes import QueryNotes
from desktop.views.quote_list import QuoteListView
from desktop.views.quote_list_delegate import QuoteListDelegate
from desktop.views.side_panel import SidePanel
from desktop.widgets.flow_layout import even_row, flow_row
from desktop.widgets.link_row import link
from desktop.widgets.low_part import LowPart
from desktop.widgets.plain_text import plain_label, tooltip
from desktop.widgets.tab_order import lead_through, stops_in

REST = 900  # milliseconds without a key after which a search is one to come back to
FAILED = "The search index is damaged: what is searched for could not be looked for."
NO_WORD = "Type a word: each of its places is then a line, with what stands before and after it."
NAMES_ONLY = "No quote found holds the word itself: it stands in names and titles of speakers."
HINT = 'word, begin*, "a phrase", AND OR NOT, near, -word, speaker: place: year: and other fields (F1)'


class QuotesPanel(SidePanel):
    """The quote search."""

    open_requested = Signal(str, str)
    said = Signal(str)
    asked = Signal()
    """Something else is searched for."""
    settled = Signal()
    """What is searched for has stood for a moment, or was made use of."""
    save_requested = Signal()
    link_entered = Signal(str)
    """A link was put into the search field, which stays as it was before."""
    order_chosen = Signal(str)
    """One of ORDERS was chosen by hand."""
    narrow_chosen = Signal(bool)
    """Whether what the search can be narrowed to is to be shown."""

    def __init__(
        self, session: Session, model: QuoteListModel, parent: QWidget | None = None, *, order: str = "date",
        narrow: bool = False,
    ) -> None:  # fmt: skip
        """Begin with one of ORDERS, and with the facets shown or folded."""
        self.field = QueryField(session, "Search quotes", "Search the words of all speakers")
        self.list = QuoteListView(model, QuoteListDelegate(), "Found quotes")
        self._lines = ContextListModel(session)
        self.context = QuoteListView(self._lines, ContextListDelegate(), "Found words in context")
        self._views = QStackedWidget()
        super().__init__("Quotes", self.field, (), self._views, parent)
        self.notes = QueryNotes()
        self.facets = {field: FacetBox(field, label) for field, label in FACETS.items()}
        self._facets_row = LowPart(even_row(self, 6, self.facets.values()), self)
        self.order = QComboBox()
        self.in_context, self.narrow = QToolButton(), QToolButton()
        self._waiting, self._how_far, self._unready = (plain_label(name="hint", parent=self) for _ in range(3))
        self._tools = flow_row(self, 6, self.order, self.narrow, self.in_context)
        self._ordering = self._own_order = order
        self._nothing: tuple[str, str] | None = None
        self._save = link("Save", self.save_requested.emit, self)
        self._lines.setParent(self)
        self._session, self._model = session, model
        self._counts = FacetCounts(session, model, self)
        self._ids = array("q")
        self._before = ""  # what the field held before it was changed last
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._meant: Cancel | None = None
        self.field.setToolTip(HINT)
        self._lay_out()
        self._connect()
        self._put_order(order)
        self.narrow.setChecked(narrow)
        if session.is_open:
            self.clear()

    def _lay_out(self) -> None:
        for view in (self.list, self.context):
            self._views.addWidget(view)
        self._views.setFocusProxy(self.list)
        self._hide_facets()
        self.order.setAccessibleName("Order of the quotes")
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMinimumContentsLength(12)
        for key, words in ORDERS.items():
            self.order.addItem(words, key)
        for button, words, name, tip in (
            (self.narrow, "Narrow", "Show what the search can be narrowed to",
             "What the search can be narrowed to, with numbers"),
            (self.in_context, "In context", "Show the words found in their context, a line for each place",
             "A line for each place of the words, these one below the other (F8)"),
        ):  # fmt: skip
            button.setObjectName("tool")
            button.setText(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(name)
            button.setToolTip(tip)
        self._facets_row.hide()
        self._save.setObjectName("headLink")  # no higher than the title beside it
        self._save.setAccessibleName("Save this search")
        self._save.setToolTip("Save this search (Ctrl+Shift+D)")
        kept = self._save.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # else all below it would move when one begins to type
        self._save.setSizePolicy(kept)
        self._save.hide()
        self.add_to_head(self._save)
        self._unready.setText("Not all quotes are ready for searching yet: there may be more.")
        for label in (self._waiting, self._how_far, self._unready):
            label.setWordWrap(True)
            label.hide()
        for part in (self._tools, self._facets_row, self.notes, self._waiting, self._how_far, self._unready):
            self.add_note(part)
        above = (self.field, self.order, self.narrow, self.in_context, *self.facets.values(), self._save)
        lead_through((*above, *stops_in(self.notes), self.list))

    def _connect(self) -> None:
        self._counts.counted.connect(self._show_facets)
        self._empty.pressed.connect(self.clear)
        self._lines.read.connect(self._context_read)
        self._model.listed.connect(self._listed)
        self._model.ranking.connect(self._rank)
        self._model.reordered.connect(lambda _: self._listed(self._model.ids))
        self._model.numbered.connect(lambda count: self._count.setText(quotes_in_words(count)))
        self._model.searched.connect(self._searched)
        self._model.understood.connect(self._understood)
        self._session.opened.connect(self._begin)
        self._rest.timeout.connect(self.settled)
        self.field.moved_down.connect(self._entered)
        self.field.searched.connect(self._typed)
        self.in_context.toggled.connect(self.show_in_context)
        self.narrow.clicked.connect(self.narrow_chosen)
        self.narrow.toggled.connect(self._facets_row.setVisible)
        self.notes.meant.connect(self._search_for)
        self.notes.spellings_wanted.connect(self._want_spellings)
        self.order.activated.connect(self._put_in_order)
        for box in self.facets.values():
            box.narrowed.connect(self._narrow)
        for view in (self.list, self.context):
            view.copy_requested.connect(self.copy)
            view.open_requested.connect(self._open)

    @property
    def view(self) -> QuoteListView:
        """The list, or the lines in context, whichever is shown."""
        return self.context if self.in_context.isChecked() else self.list

    def search(self) -> None:
        """Find the quotes for what is in the field."""
        if self._meant:
            self._meant()
        self._model.search(self.field.text(), self.ordering)  # first, as it goes on beside the rest
        self._save.setVisible(self.present() is not None and self._session.is_open and self._may_save())
        self._rest.start()
        for view in (self.list, self.context):
            view.verticalScrollBar().setValue(0)
        self.asked.emit()

    def show_ready(self, ready: bool) -> None:
        """Say while not all quotes are in the index; once they are, what is searched for is searched anew."""
        if ready == self._unready.isHidden():
            return
        self._unready.setHidden(ready)
        self._model.refresh()

    def show_failed(self) -> None:
        """Show no quotes where a search failed: those of the search before would be taken for what it found."""
        if self._model.let_go():
            self._hide_facets()
            self._listed(self._model.ids)
            self.show_count("", (FAILED, "Show all quotes"))

    @property
    def ordering(self) -> str:
        """The one of ORDERS in which the quotes stand."""
        return self._ordering

    def present(self) -> Asked | None:
        """What is searched for; None when all quotes are shown."""
        text = kept(self.field.text())
        return Asked(text, self.ordering) if text else None

    def show_search(self, asked: Asked | None) -> None:
        """Search for something, for all quotes when it is None; it counts as settled."""
        text, ordering = asked or Asked("", self._own_order)
        self._put_order(ordering)
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

    def clear(self) -> None:
        """Show all quotes again."""
        if self.field.text():
            self.field.clear()
        else:
            self.search()

    def step(self, by: int) -> bool:
        """Open the next quote that was found (1) or the one before (-1) in its source; whether there is one."""
        line = self.view.step(by)
        if line:
            self._open(line)
        return line is not None

    def show_in_context(self, wanted: bool) -> None:
        """Show a line for each place of the words that were found, or the quotes."""
        inside = self._views.isAncestorOf(self.focusWidget() or self)
        self.in_context.setChecked(wanted)
        while self.order.count() > len(ORDERS):
            self.order.removeItem(self.order.count() - 1)
        for key, words in SORTS.items() if wanted else ():
            self.order.addItem(words, key)
        self._views.setFocusProxy(self.view)
        self._views.setCurrentWidget(self.view)
        if inside:
            self.view.setFocus()
        if not wanted:
            self._lines.clear()
            self._how_far.hide()
            self._put_order(self._ordering)
            self.show_count(self._count.text(), self._nothing)
        self._listed(self._ids)

    def fit(self) -> None:
        """Give the rows the height of the present zoom."""
        self.list.fit()
        self.context.fit()

    def copy(self) -> None:
        """Copy the chosen quote with its speaker, day and source."""
        line = self.view.line()
        if line:
            QGuiApplication.clipboard().setText(citation_text(line))
            self.said.emit("The quote was copied with its speaker, day and source.")

    def _open(self, line: QuoteLine) -> None:
        self.settle()
        if line.meeting or line.source:
            self.open_requested.emit(line.meeting or "", line.uid)
        else:
            self.said.emit("This quote belongs to no meeting and cites no source: there is nothing to show it in.")

    def _begin(self) -> None:
        """Begin with another library, of which nothing is known yet."""
        self._hide_facets()
        self.clear()

    def _hide_facets(self) -> None:
        for box in self.facets.values():
            box.hide()

    def _narrow(self, field: str, value: str) -> None:
        """Narrow the search: what is chosen becomes a part of its text, where it is seen and can be taken back."""
        text = self.field.text()
        self.field.put(query_choice.narrowed(text, field, value) if value else query_choice.without(text, field))

    def _show_facets(self, facets: dict[str, Facet]) -> None:
        """Show the numbers; a facet of which this library has nothing is left out."""
        everything = not self.field.text().strip()
        for field, facet in facets.items():
            box = self.facets[field]
            box.show_facet(facet)
            box.setVisible(bool(facet.choices) or (not everything and not box.isHidden()))

    def _put_order(self, ordering: str) -> None:
        """Take an order, and show it as chosen."""
        self._ordering = ordering
        self.order.setCurrentIndex(self.order.findData(ordering))

    def _put_in_order(self) -> None:
        order = self.order.currentData()
        if order in SORTS:
            self.context.verticalScrollBar().setValue(0)
            self._listed(self._ids)
        else:
            self._ordering = self._own_order = order
            self.order_chosen.emit(order)
            self.search()

    def _listed(self, ids: array[int]) -> None:
        """Show the words of the quotes that were found in context, where that is wished."""
        self._ids = ids
        if self.in_context.isChecked():
            sort = self.order.currentData()
            self._lines.show_found(ids, self._model.query, sort if sort in SORTS else "")

    def _context_read(self, quotes: int) -> None:
        """Say what of the quotes found is in the lines, where that is not all."""
        whole = quotes == len(self._ids)
        nothing = None
        if whole and self._ids and not self._lines.rowCount():
            nothing = (NAMES_ONLY if self._model.query.marks else NO_WORD), ""
        if self._ids:
            self.show_count(self._count.text(), nothing)
        more = "." if self.order.currentData() in SORTS else ": more come as you go down."
        self._how_far.setText("" if whole else f"In context: the words of the first {quotes:,} quotes{more}")
        self._how_far.setVisible(not whole)

    def _rank(self, waits: bool) -> None:
        """Say that the best matches are still being looked for."""
        self._waiting.setText("The newest stand first until the best matches are found …" if waits else "")
        self._waiting.setVisible(waits)

    def _search_for(self, text: str) -> None:
        self.field.put(text)
        self.field.setFocus()

    def _want_spellings(self, wanted: bool) -> None:
        text = self.field.text()
        self._search_for(query_choice.in_all_spellings(text) if wanted else query_choice.as_typed(text))

    def _understood(self, query: Query) -> None:
        if self._model.rowCount():
            self.show_list()
        self.notes.show_query(query)
        self.field.colour(query.spans)
        self.list.paint_soon()
        self._session.after_paint(self.field.complete)

    def _propose(self) -> None:
        """Look for what else may be meant, in the background."""
        text = self.field.text()
        self._meant = self._session.read(
            lambda library, cancel: did_you_mean.proposal(library, text, cancel), self.notes.propose
        )

    def _searched(self, count: int, remark: str) -> None:
        if count <= did_you_mean.FEW and self.field.text().strip():
            self._propose()
        self._count.setToolTip(tooltip(remark))
        nothing = self._nothing = None if count else self._why_nothing(remark)
        if nothing:
            self.notes.show_remark("")  # it is said where the quotes would be
        self.show_count(quotes_in_words(count), nothing)

    def _why_nothing(self, remark: str) -> tuple[str, str]:
        text = query_choice.in_all_spellings(self.field.text()).strip()
        if not self._unready.isHidden():
            return "No quote that is ready for searching was found yet.", ""
        if not text:
            return "This library holds no quotes yet.", ""
        if remark:
            told = (
                f"{remark} Type a word, or the beginning of one."
                if NO_LETTER in remark
                else f"No quote was found. {remark}"
            )
            return told, "Show all quotes"
        shown = text if len(text) <= 60 else text[:60] + "…"
        return f"No quote holds “{shown}”. Try fewer words, or a beginning such as ceas*.", "Show all quotes"
