"""The page Passages to review: what lost its place when a text was changed, and the ways to put it right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from db import Cancel, Changes, Library, record_titles
from db.anchor_review import PassageLine, Review
from db.anchors import Candidate
from db.references import Record
from db.values import count, short
from desktop.commands import anchors as commands
from desktop.models.anchor_list import STALE, AnchorListModel, ReviewRow
from desktop.pages.anchors import anchor_page
from desktop.pages.markup import Page
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address, place_target
from desktop.views.anchor_list import AnchorListView, wish_of
from desktop.views.page_browser import PageBrowser
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.link_row import link
from desktop.widgets.page_layout import lay_out_page
from desktop.widgets.plain_text import plain_label
from desktop.widgets.rest_stack import RestStack

LOOKING = "Looking through the texts …"
NONE = (
    "Every cited passage stands where its citation says. When you change the text of a source, the passages that no "
    "longer stand in it as they did are listed here, and none is attached to other words before you have looked."
)
NONE_OF = "Every passage that is cited from this source stands where its citation says."
KEYS = "Enter accept · 1–9 choose a place · S show in the source · O keep without passage · Delete remove"
WORDS = {"same": "the same", "near": "nearly", "several": "at several places", "orphan": "not found"}
NARROW = 480  # width in pixels at 100 % below which the keys are not told


class AnchorsPanel(Compound):
    """The passages above; below them the one that is chosen, with the places where it may stand."""

    go_requested = Signal(Address)
    edit_requested = Signal(list)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._stale = True
        self._wanted = ""
        self._finding: Cancel | None = None
        self._model = AnchorListModel(session, self)
        self._title = plain_label("Passages to review", "pageTitle", self)
        self._count = plain_label(name="count", parent=self)
        self._states = plain_label(name="hint", parent=self)
        self._states.setWordWrap(True)
        self._keys = plain_label(KEYS, "hint", self)
        self._keys.setWordWrap(True)
        self.all_sources = link("Show those of all sources", lambda: self._show_source(None), self)
        self.accept_all = QPushButton(self)
        self.accept_all.setToolTip("Accept all with the same words and surroundings (Ctrl+Shift+A)")
        self.accept_all.clicked.connect(lambda: self._do("all"))
        self.list = AnchorListView(self._model, self)
        self.details = PageBrowser("The passage and where it may stand", self)
        self._empty = EmptyNote(self)
        self._stack = RestStack(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        split = self._split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.list)
        split.addWidget(self.details)
        split.setSizes([500, 400])
        self._stack.addWidget(self._empty)
        self._stack.addWidget(split)
        lay_out_page(
            self,
            self._title,
            self._count,
            self._states,
            flow_row(self, 6, self.all_sources, self.accept_all),
            self._keys,
            below=self._stack,
        )

    def _connect(self) -> None:
        self.list.wished.connect(self._do)
        self.list.chosen.connect(self._show_details)
        self.details.link_pressed.connect(self._follow)
        self._empty.pressed.connect(lambda: self._show_source(None))
        self._model.shown.connect(self._shown)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)

    def show_target(self, target: str) -> None:
        """Show the passages of the source that an address names, or choose the citation that it names."""
        kind, _, rest = target.partition(":")
        self._wanted = rest.removeprefix("citation:") if kind == "record" else ""
        source = rest if kind == "source" else None
        if source != self._model.source and not self._wanted:
            self._show_source(source)
        self._choose()

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list if self._stack.currentWidget() is self._split else self._empty

    def redraw(self) -> None:
        """Show the page in the present look."""
        self.list.fit()
        self.list.viewport().update()
        self._show_details()
        if self._session.is_open:
            self._tell_keys()

    def _show_source(self, source: str | None) -> None:
        self._stale = False
        self._model.show_source(source)

    def _begin(self) -> None:
        """Let go of the library before."""
        self._model.clear()
        self._wanted = ""
        self._say(LOOKING)
        self._stale = True
        if self.isVisible():
            self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.touch(*STALE):
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._stale = False
        if not self._model.rowCount():
            self._say(LOOKING)
        self._model.reload()

    def _shown(self, review: Review) -> None:
        counts = review.counts
        listed = len(review.lines)
        part = f"the first {listed:,} of " if listed < counts.total else ""
        self._count.setText(f"{part}{count(counts.total, 'passage', 'passages')}" if counts.total else "")
        told = " · ".join(f"{number:,} {WORDS[state]}" for state, number in counts._asdict().items() if number)
        of = f"From “{short(review.title)}”: " if review.title else ""
        self._states.setText(f"{of}{told}" if told else "")
        self.all_sources.setVisible(review.source is not None and bool(listed))
        writes = not self._session.library.read_only
        self.accept_all.setVisible(bool(counts.same) and writes)
        self.accept_all.setText(f"Accept the same ({counts.same:,})")
        self._tell_keys()
        if not listed:
            self._say(NONE_OF if review.source else NONE, "Show those of all sources" if review.source else "")
            return
        self._stack.turn_to(self._split)
        self._choose()

    def _tell_keys(self) -> None:
        """Tell what the keys do, where there is something to do and room to say so."""
        wide = self.width() >= theme.px(NARROW)
        self._keys.setVisible(wide and bool(self._model.rowCount()) and not self._session.library.read_only)

    def _choose(self) -> None:
        """Choose the citation that is wanted, else the row that stands where the last one stood."""
        if not self._model.rowCount():
            return
        index = self._model.index_of(self._wanted) if self._wanted else QModelIndex()
        if index.isValid():
            self._wanted = ""
        if index.isValid() or not self.list.currentIndex().isValid():
            self.list.choose(index)
        self._show_details()

    def _say(self, sentence: str, button: str = "") -> None:
        self._count.clear()
        self._states.clear()
        for widget in (self.accept_all, self.all_sources, self._keys):
            widget.hide()
        self._empty.say(sentence, button)
        self._stack.turn_to(self._empty)

    def _show_details(self) -> None:
        row = self._model.row(self.list.currentIndex())
        if row is None:
            self.details.show_page(Page("", {}))
            return
        page = anchor_page(row, may_write=not self._session.library.read_only)
        self.details.show_page(page)

    def _follow(self, pressed: str) -> None:
        kind, _, key = pressed.partition(":")
        if kind == "record":
            self.edit_requested.emit([Record(*key.split(":", 1))])
        else:
            self._do(pressed)

    def _do(self, wish: str) -> None:
        """Do what a key or a link wishes, to the passage that is chosen."""
        row = self._model.row(self.list.currentIndex())
        kind, _, number = wish.partition(":")
        if kind == "show":
            if row:
                self._go_to(row.line, _place(row, int(number or 1)))
        elif self._session.library.read_only:
            self.said.emit(self._session.library.read_only)
        elif kind == "all":
            commands.accept_all_same(self._session, self._model.source)
        elif row and kind == "accept":
            self._accept(row, number)
        elif row and kind == "keep":
            commands.keep_without_passage(self._session, row.line.uid)
        elif row and kind == "remove":
            commands.remove(self._session, row.line.uid)

    def _accept(self, row: ReviewRow, number: str) -> None:
        """Accept the place of a number; without one the only place that is proposed."""
        places = row.line.candidates
        if not places:
            self.said.emit("There is no place to accept: S shows the source, where words can be selected for it.")
        elif not number and row.line.state == "several":
            self.said.emit(f"Several places look alike: press the number of the right one, 1 to {len(places)}.")
        elif (place := _place(row, int(number or 1))) is None:
            self.said.emit(f"There is no place of that number; there are {len(places)}.")
        else:
            commands.accept(self._session, row.line.uid, place)

    def _go_to(self, line: PassageLine, place: Candidate | None) -> None:
        """Show a passage in its source, on the page of a meeting that cites it."""
        if self._finding:
            self._finding()
        self._finding = self._session.read(
            lambda library, cancel: _address(library, line, place, cancel), self.go_requested.emit
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish:
            self._do(wish)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._session.is_open:
            self._tell_keys()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._read()
        super().showEvent(event)


def _place(row: ReviewRow, number: int) -> Candidate | None:
    """The place of a number from 1 on; None when there is none of it."""
    return row.line.candidates[number - 1] if 0 < number <= len(row.line.candidates) else None


def _address(library: Library, line: PassageLine, place: Candidate | None, cancel: Cancel) -> Address:
    """The page that shows a passage in its source: where its own citation stands, else one that cites the source."""
    span = (place.starts, place.ends) if place else None
    meeting = line.meeting or record_titles.meeting_citing(library, line.id, cancel)
    if meeting is None:
        return Address("", "sources", f"record:source:{line.source}")
    if line.meeting or line.record.kind == "note":
        return Address(meeting, "sources", place_target(f"cite:{line.id}", span))
    return Address(meeting, "sources", place_target(f"source:{line.source}", span))
