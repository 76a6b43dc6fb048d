"""A page with all parties, people, topics, sources, spellings or tags of the library, to find and edit them."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from db import Changes, record_titles, registers, values
from db.references import Record
from desktop.models.record_list import RecordListModel
from desktop.record_places import address_of
from desktop.session import Session
from desktop.trail import Address
from desktop.views.filter_box import FilterBox
from desktop.views.record_list import RecordListView
from desktop.views.record_panel import RecordPanel
from desktop.widgets.empty_note import EmptyNote
from desktop.widgets.flow_layout import even_row, flow_row
from desktop.widgets.page_layout import lay_out_page
from desktop.widgets.plain_text import plain_label, tooltip
from desktop.widgets.rest_stack import RestStack
from desktop.widgets.search_field import SearchField

KINDS = {
    "parties": ("party", "Parties", "States, organisations and sides that take part in meetings."),
    "people": ("person", "People", "Those who speak or lead a delegation."),
    "topics": ("topic", "Topics", "Issues followed across meetings; outcomes stand under them."),
    "sources": ("source", "Sources", "The documents behind what is recorded."),
    "spellings": ("alias", "Spellings", "Other spellings of parties, people, places and terms."),
    "tags": ("tag", "Tags", "Your own codes, to put on any record."),
    "participants": ("participation", "Participants", "Who took part in which meeting, and in which role."),
    "outcomes": ("outcome", "Outcomes", "The results of all meetings."),
    "disputes": ("reading", "Sources disagree", "Points on which sources give several values."),
    "events": ("event", "Events", "What happened between the meetings."),
    "tagged": ("tag", "Tagged", "Everything that has a tag."),
}
"""For each register the kind of its records, its title, and what it is for."""

STALE = {
    "parties": ("parties", "participations", "quotes", "aliases"),
    "people": ("people", "participations", "quotes", "aliases"),
    "topics": ("topics", "outcome_topics", "events"),
    "sources": ("sources", "citations"),
    "spellings": ("aliases",),
    "tags": ("tags",),
    "participants": ("participations", "parties", "people", "meetings"),
    "outcomes": ("outcomes", "outcome_topics", "topics", "meetings"),
    "disputes": ("readings", "meetings", "parties", "participations", "outcomes", "quotes"),
    "events": ("events", "topics"),
    "tagged": (
        "meetings",
        "events",
        "parties",
        "people",
        "participations",
        "outcomes",
        "topics",
        "quotes",
        "sources",
        "citations",
        "readings",
        "aliases",
    ),
}
"""For each register the tables of which something is shown, beside notes and tags."""

NAMES = {"alias": "spelling"}  # of kinds that people call otherwise
OPEN = ("sources", "participants", "outcomes", "disputes", "events", "tagged")
"""Registers whose lines open what they stand for: a source its text, others their place on the page of a meeting."""
MADE_ELSEWHERE = ("participants", "outcomes", "disputes", "events", "tagged")
"""Registers whose records are made on the pages of meetings, or from the menu."""


READ = {
    "source": lambda uid: Address("", "source", f"source:{uid}"),
    "citation": lambda uid: Address("", "source", f"citation:{uid}"),
    "note": lambda uid: Address("", "notes", f"record:note:{uid}"),
}
"""Kinds of records that are not shown on the page of a meeting, with the address of each."""


class RegisterPanel(RecordPanel):
    """One register: a filter, a list, and a button for a new record."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session, self._name = session, name
        self._kind, title, purpose = KINDS[name]
        self._stale = True
        self._left = False
        self._model = RecordListModel(session, self)
        self.list = RecordListView(self._model, title, self, opens=name in OPEN)
        self.filter = SearchField(f"Filter {title.lower()}", "Filter", self)
        self._count = plain_label(name="count", parent=self)
        self.boxes = {facet: FilterBox(label, self) for facet, (label, _) in registers.FACETS.get(name, {}).items()}
        self._of = ""
        self._only = QPushButton(self)
        self._only.setAccessibleName("Show all again")
        self._only.hide()
        self._new = QPushButton(f"New {NAMES.get(self._kind, self._kind)}", self)
        self.suggest = QPushButton("Suggest quotes", self)
        self.suggest.setVisible(name == "sources")
        self._new.setHidden(name in MADE_ELSEWHERE)
        self._empty = EmptyNote(self)
        self._stack = RestStack(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out(title, purpose)
        self._connect()

    def _lay_out(self, title: str, purpose: str) -> None:
        hint = plain_label(purpose, "hint", self)
        hint.setWordWrap(True)
        lay_out_page(
            self,
            plain_label(title, "pageTitle", self),
            self._count,
            hint,
            flow_row(self, 6, self.filter, self._only, self.suggest, self._new, wide=self.filter),
            even_row(self, 6, self.boxes.values()),
            below=self._stack,
        )

    def _connect(self) -> None:
        self.pass_on(self.list)
        self.go_requested.connect(self._leave)
        self.list.insert_requested.connect(self._add)
        self.list.open_requested.connect(self._open)
        for box in self.boxes.values():
            box.activated.connect(self._narrow)
        self._new.clicked.connect(self._add)
        self._only.clicked.connect(self._show_all)
        self.suggest.clicked.connect(self._suggest)
        self._empty.pressed.connect(self._take_next_step)
        self.filter.searched.connect(self._narrow)
        self.filter.moved_down.connect(lambda: self.view().setFocus())
        self._model.shown.connect(self._shown)
        self._session.changed.connect(self._changed)
        self._session.opened.connect(self._begin)

    def show_target(self, target: str) -> None:
        """Choose the record that an address names, whatever the filter lets through, or show what belongs to it."""
        kind, _, rest = target.partition(":")
        if kind == "record":
            self._show_all()
            self.list.select(Record(*rest.split(":", 1)))
        elif kind == "of":
            if rest != self._of:  # else one comes back to it: what is chosen there stays so
                self._show_all()
                self._show_only(Record(*rest.split(":", 1)))
        elif self._of:
            self._show_all()

    def view(self) -> QWidget:
        """What takes the focus."""
        if self._stack.currentWidget() is self.list:
            return self.list
        return self.filter if self._name in MADE_ELSEWHERE else self._new

    def redraw(self) -> None:
        """Show the list in the present look."""
        self.list.fit()
        self.list.viewport().update()

    def _begin(self) -> None:
        """Let go of the library before."""
        self._show_all()
        self._count.clear()
        self._model.show(None)
        self._stale = True
        if self.isVisible():
            self._read()

    def _changed(self, changes: Changes) -> None:
        if not changes.touch(*STALE[self._name], "notes", "tags", "taggings"):
            return
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._stale = False
        self._new.setDisabled(self._model.read_only)
        self._new.setToolTip(self._session.library.read_only or "")
        if self._model.is_idle:
            self._model.show(lambda library, cancel: registers.lines(library, self._name, cancel))
        else:
            self._model.reload()

    def _add(self) -> None:
        if self._name not in MADE_ELSEWHERE:
            self.add_requested.emit(self._kind, {})

    def _open(self, record: Record) -> None:
        """Show a source to be read, or the place of a record on the page of its meeting."""
        line = self._model.line(self._model.index_of(record))
        address = READ[record.kind](record.uid) if record.kind in READ else address_of(record, line and line.meeting)
        if address:
            self.go_requested.emit(address)

    def _narrow(self) -> None:
        chosen = {f"{facet}:{box.currentData()}" for facet, box in self.boxes.items() if box.currentData()}
        self._model.narrow(self.filter.text(), frozenset(chosen), self._of)

    def _show_only(self, record: Record) -> None:
        """Show only what belongs to a record, and say so."""
        self._of = "{}:{}".format(*record)
        self._narrow()
        self._session.read(lambda library, cancel: record_titles.of(library, record, cancel), self._say_only)

    def _say_only(self, title: str) -> None:
        if self._of:
            self._only.setText(f"Only {values.short(title)}  ×")
            self._only.setToolTip(tooltip(f"Only what belongs to “{title}” is listed. Press to show all."))
            self._only.show()

    def _show_all(self) -> None:
        self._of = ""
        self._only.hide()
        for box in self.boxes.values():
            box.choose_all()
        self.filter.clear()
        self._narrow()

    def _fill_boxes(self) -> None:
        """Offer in each filter the choices that occur."""
        counted = Counter(facet for line in self._model.all for facet in line.facets)
        chosen = [box.currentData() for box in self.boxes.values()]
        for facet, box in self.boxes.items():
            words = registers.FACETS[self._name][facet][1]
            numbers = {key: counted[f"{facet}:{key}"] for key in words}
            box.fill([(key, words[key], number) for key, number in numbers.items() if number])
        if chosen != [box.currentData() for box in self.boxes.values()]:  # what was chosen no longer occurs
            self._narrow()

    def _suggest(self) -> None:
        """Look for quotes in the source at which the cursor stands."""
        one = self.list.current()
        if one:
            self.list.suggestions_requested.emit(one)

    def _shown(self, count: int, total: int) -> None:
        self.suggest.setEnabled(count > 0)
        self._count.setText(f"{total:,}" if count == total else f"{count:,} of {total:,}")
        had_focus = self.view().hasFocus()
        self._fill_boxes()
        if total and not count:
            words = self.filter.text().strip()
            nothing = f"Nothing here has “{values.short(words)}” in it." if words else "Nothing here is like this."
            self._empty.say(nothing, "Show all")
        elif not total:
            may_add = not self._model.read_only and self._name not in MADE_ELSEWHERE
            self._empty.say("Nothing is recorded here yet.", self._new.text() if may_add else "")
        self._stack.setCurrentIndex(0 if count else 1)
        if had_focus:
            self.view().setFocus()
        self.list.stand()

    def _take_next_step(self) -> None:
        """Show all again; where there is nothing at all, begin the first."""
        if self._model.all:
            self._show_all()
        else:
            self._add()

    def _leave(self) -> None:
        """One goes from the list to where a line leads: who comes back goes on there."""
        self._left = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._read()
        super().showEvent(event)
        if self._left:
            self._left = False
            self.view().setFocus()
