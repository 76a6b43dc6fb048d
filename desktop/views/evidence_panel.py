"""The page Evidence: values that cite nothing seen, and points on which sources disagree, each with its place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from db import Changes, coverage
from db.evidence_list import LACKS, EvidenceFilters, EvidenceLine
from db.note_list import ON
from db.references import Record
from desktop.models.evidence_list import STALE, EvidenceListModel
from desktop.record_places import address_of_link
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address
from desktop.views.evidence_list import EvidenceListView
from desktop.views.filter_box import FilterBox
from desktop.widgets.compound import Compound
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.flow_layout import even_row
from desktop.widgets.link_row import link
from desktop.widgets.page_layout import lay_out_page
from desktop.widgets.plain_text import plain_label, tooltip
from desktop.widgets.rest_stack import RestStack

NARROW = 560  # width in pixels at 100 % below which only the share is said, not what counts
COUNTS = (
    "A value is what is said of who, when, where and what: days, places, attendance, roles, heads, outcomes, the words "
    "and their speakers. Titles, topics and our own summaries are none, unless they cite something. A click or Enter "
    "leads to the value, one on what a source says, or Ctrl+Enter, to its passage."
)
LOOKING = "Looking at what cites what …"
NOTHING = "Every value in this library cites something that was seen, and no two sources disagree on a point."
TABS = {"quote": "quotes"}
"""The part of the page of a meeting on which a kind of record stands; others on the overview."""


class EvidencePanel(Compound):
    """What lacks evidence in the whole library."""

    go_requested = Signal(Address)
    export_requested = Signal()
    """A table of what sources say where they disagree is wanted."""
    record_requested = Signal(Record)
    """What belongs to no meeting has no page; its form is wanted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._model = EvidenceListModel(session, self)
        self._stale = True
        self._wanted: Record | None = None
        self._left = False
        self._count = plain_label(name="count", parent=self)
        self._share = plain_label(name="hint", parent=self)
        self._share.setWordWrap(True)
        self.boxes = [FilterBox(label, self) for label in ("State", "On", "Meeting")]
        self.state, self.on, self.meeting = self.boxes
        self.export_button = link("Export readings…", self.export_requested.emit, self)
        self.list = EvidenceListView(self._model, self)
        self._empty = EmptyNote(self)
        self._empty.say(LOOKING, "")
        self._stack = RestStack(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        lay_out_page(
            self,
            plain_label("Evidence", "pageTitle", self),
            self._count,
            self._share,
            even_row(self, 6, self.boxes),
            act=self.export_button,
            below=self._stack,
        )

    def _connect(self) -> None:
        self._empty.pressed.connect(self.clear)
        self._model.shown.connect(self._shown)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)
        self.list.go_requested.connect(self._go)
        self.list.link_pressed.connect(self._follow)
        for box in self.boxes:
            box.activated.connect(self.search)

    def search(self) -> None:
        """Show what the filters let through."""
        self._model.search(self.filters())

    def filters(self) -> EvidenceFilters:
        """What the filters say."""
        place: Any = self.meeting.currentData()
        return EvidenceFilters(
            self.state.currentData(), self.on.currentData(), Record(*place.split(":", 1)) if place else None
        )

    def clear(self) -> None:
        """Show all again."""
        for box in self.boxes:
            box.choose_all()
        self.search()

    def show_target(self, target: str) -> None:
        """Narrow the list to the meeting or event that an address names, now or as soon as it is read."""
        kind, _, rest = target.partition(":")
        if kind == "record" and ":" in rest:
            self._wanted = Record(*rest.split(":", 1))
            self._choose_wanted()

    def view(self) -> QWidget:
        """What takes the focus."""
        return self.list if self._stack.currentWidget() is self.list else self._empty

    def redraw(self) -> None:
        """Show the page again in the present look."""
        self.list.fit()
        self._say_share()

    def _choose_wanted(self) -> None:
        """Narrow the list to the meeting that is wanted, if it is among the choices by now."""
        at = self.meeting.findData("{}:{}".format(*self._wanted)) if self._wanted else -1
        if self._wanted and self._model.facets and not self._stale:
            self._wanted = None
            for box in self.boxes:
                box.choose_all()
            self.meeting.setCurrentIndex(max(0, at))
            self.search()

    def _go(self, line: EvidenceLine) -> None:
        self._left = True
        address = address_of(line)
        if address:
            self.go_requested.emit(address)
        else:
            self.record_requested.emit(line.record)

    def _follow(self, target: str) -> None:
        self._left = True
        self.go_requested.emit(address_of_link(target))

    def _begin(self) -> None:
        """Let go of the library before."""
        for box in self.boxes:
            box.choose_all()
        self._wanted = None
        self._stale = False
        self._model.begin()

    def _changed(self, changes: Changes) -> None:
        self._stale = self._stale or changes.touch(*STALE)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read again what may have changed."""
        if self._stale and self._session.is_open:
            self._stale = False
            self._model.refresh()

    def _shown(self) -> None:
        facets = self._model.facets
        if not facets:
            return
        narrowed = self.filters()
        self.state.fill([(state, LACKS[state].capitalize(), count) for state, count in facets.states])
        self.on.fill([(kind, ON[kind].capitalize(), count) for kind, count in facets.kinds])
        self.meeting.fill([("{}:{}".format(*place), title, count) for place, title, count in facets.places])
        self._say_share()
        if self._wanted:
            self._choose_wanted()
        elif self.filters() != narrowed:  # what was chosen no longer occurs
            self.search()
        total = sum(count for _, count in facets.states)
        rows = self._model.rows
        self._count.setText(f"{rows:,}" if rows == total else f"{rows:,} of {total:,}")
        if not rows:
            told = ("Nothing of this kind lacks evidence.", "Show all") if total else (NOTHING, "")
            self._empty.say(*told)
        self._stack.turn_to(self.list if rows else self._empty)

    def _say_share(self) -> None:
        """Say how many values cite something, and what counts as one: where there is little room in its tip only."""
        if self._model.facets:
            share = f"{coverage.words(self._model.facets.share)}."
            self._share.setText(f"{share} {COUNTS}" if self._is_wide() else share)
            self._share.setToolTip(tooltip(COUNTS))
            self._share.setAccessibleDescription(COUNTS)

    def _is_wide(self) -> bool:
        return self.width() >= theme.px(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_share()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        if self._left:  # one came back from a value
            self._left = False
            self.setFocus()


def address_of(line: EvidenceLine) -> Address | None:
    """The page on which a value or a point stands; None when it is of no meeting."""
    if line.place is None:
        return None
    return Address(line.place.uid, TABS.get(line.record.kind, "overview"), "record:{}:{}".format(*line.record))
