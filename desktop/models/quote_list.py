"""The quotes that a search finds: every id, and the contents of the few pages that are looked at."""

from __future__ import annotations

import re
from array import array
from collections import OrderedDict
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, dates, vocabulary
from db.query_names import Names
from db.quote_lines import QuoteLine
from db.quote_query import Query, parse
from db.quote_search import Counts, Found
from desktop.models import check_words
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
PAGE = 32
"""Rows that are read and marked at a time."""
PAGES = 64
STALE = (
    "quotes", "people", "parties", "participations", "meetings", "sources", "citations", "notes", "tags", "taggings",
    "quote_checks", "aliases", "topics", "outcomes", "outcome_topics",
)  # fmt: skip


class Asked(NamedTuple):
    """A search as it stands in the quotes pane: what was typed, and one of ORDERS."""

    text: str = ""
    ordering: str = "date"


class Heading(NamedTuple):
    """The row that parts quotes which are written as was typed from those that only sound so."""

    written: int
    sounds: int

    def __str__(self) -> str:
        alike = "a name that sounds alike" if self.sounds == 1 else "names that sound alike"
        return f"{self.sounds:,} {'more ' if self.written else ''}with {alike}"


class QuoteListModel(QAbstractTableModel):
    """One column of QuoteLine; the first page is shown before the rest has been counted.

    Where some are found only by their sound, a row with a Heading stands before these, which cannot be chosen.
    """

    began = Signal()
    """A search is about to be made: what is still under way for the one before has become needless."""
    searched = Signal(int, str)
    """How many quotes were found, and a remark on the query, which may be empty."""
    numbered = Signal(int)
    """How many quotes will be found, told as soon as they are counted: before a million ids are read."""
    going_on = Signal()
    """The first page is painted, and there are more: these are counted and read now."""
    listed = Signal(object)
    """The ids of all quotes that were found."""
    understood = Signal(object)
    """The Query that is shown now."""
    ranking = Signal(bool)
    """Whether the best matches are still being looked for, while the newest stand first."""
    reordering = Signal()
    """The same quotes are about to be shown in another order: one may be held."""
    reordered = Signal(QModelIndex)
    """They are; with the row of the quote that was held, invalid when none was."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.in_sight = PAGE
        """How many rows are seen at once: no more are read before they are painted."""
        self._ids = array("q")
        self._written = 0
        self._held: int | None = None
        self._pages: OrderedDict[int, list[QuoteLine | None]] = OrderedDict()
        self._query = parse("")
        self._asked = self._shown = Asked()
        self._running: list[Cancel] = []
        session.opened.connect(self._begin)
        session.changed.connect(self._changed)

    @property
    def query(self) -> Query:
        """The query whose quotes are shown."""
        return self._query

    @property
    def ids(self) -> array[int]:
        """The ids of the quotes that are shown, in their order."""
        return self._ids

    @property
    def text(self) -> str:
        """What was searched for last."""
        return self._asked.text

    def search(self, text: str, order: str = "date") -> None:
        """Show the quotes that match, in one of ORDERS; a search still running is dropped."""
        self._asked = Asked(text, order)
        self.refresh()

    def refresh(self) -> None:
        """Do the last search again."""
        for cancel in self._running:
            cancel()
        self.began.emit()
        if not self._session.is_open:
            return
        text, order = self._asked
        in_sight = min(self.in_sight, PAGE)

        def work(library: Library, cancel: Cancel) -> tuple[Query, str, list[QuoteLine]]:
            query = parse(text, names=Names(library, cancel))
            at_once = "date" if order == "best" and not library.quotes.ranks_at_once(query, cancel) else order
            return query, at_once, library.quotes.first(query, cancel, in_sight, at_once)

        self._running = [self._session.read(work, lambda found: self._show_first(*found, wished=in_sight))]

    def quote(self, index: Index) -> QuoteLine | None:
        """The quote of a row, at first without its matches marked; None while it is gone, and for the heading."""
        place = self._place(index.row()) if index.isValid() else None
        if place is None:
            return None
        number, at = divmod(place, PAGE)
        known = self._pages.get(number, [])
        if at >= len(known):
            self._keep(number, known + self._session.library.quotes.lines(self._ids_of(number)[len(known) :]))
            self._ask_marks(number)
        self._pages.move_to_end(number)
        return self._pages[number][at]

    def id_of(self, index: Index) -> int | None:
        """The id of the quote of a row."""
        place = self._place(index.row()) if index.isValid() else None
        return None if place is None else self._ids[place]

    def hold(self, index: Index) -> None:
        """Keep the quote of a row in sight when the order changes."""
        self._held = self.id_of(index)

    def let_go(self) -> bool:
        """Show no quotes where those of another search still stand, as the one asked for failed; whether so."""
        behind = self._shown != self._asked
        if behind:
            self._shown = self._asked
            self._reset(parse(self._asked.text), Found(array("q"), 0, "date"), None)
        return behind

    @property
    def heading(self) -> Heading | None:
        """What parts those that only sound alike; None when there are none."""
        sounds = len(self._ids) - self._written
        return Heading(self._written, sounds) if sounds else None

    def _row(self, place: int) -> int:
        return place + (place >= self._written)

    def _place(self, row: int) -> int | None:
        """Which of the quotes stands in a row; None for the heading."""
        return None if row == self._written else row - (row > self._written)

    def _begin(self) -> None:
        """Let go of the library before, whose ids mean other quotes in this one."""
        self._reset(parse(""), Found(array("q"), 0, "date"), None)
        self.refresh()

    def _keep(self, number: int, lines: list[QuoteLine | None]) -> None:
        self._pages[number] = lines
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)

    def _ids_of(self, number: int) -> array[int]:
        return self._ids[number * PAGE : (number + 1) * PAGE]

    def _ask_marks(self, number: int) -> None:
        """Have the matches of a page marked, in the background: that takes the query itself."""
        ids, query = self._ids_of(number), self._query
        if not query.marks:
            return

        def show(lines: list[QuoteLine | None]) -> None:
            if number in self._pages and self._ids_of(number) == ids:
                self._pages[number] = lines
                first, last = (self._row(number * PAGE + at) for at in (0, len(lines) - 1))
                self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

        self._running.append(
            self._session.read(lambda library, cancel: library.quotes.marked(ids, query, cancel), show)
        )

    def _show_first(self, query: Query, order: str, lines: list[QuoteLine], *, wished: int) -> None:
        written = sum(not line.sounds for line in lines)
        found = Found(array("q", (line.id for line in lines)), written, order)
        if self._is_again(found, wished):
            self._query = query
            self._pages.clear()
            self._pages[0] = [*lines]
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        else:
            self._reset(query, found, [*lines])
        self._shown = self._asked
        self.understood.emit(query)
        self._running = []
        if len(lines) < wished:
            self._end(query, found)
            return
        self._running.append(self._session.after_paint(lambda: self._go_on(query, order)))

    def _go_on(self, query: Query, order: str) -> None:
        """Count what was found, which takes half of the time, and read its ids."""

        def list_all(counts: Counts) -> None:
            self.numbered.emit(sum(counts))
            self._running.append(
                self._session.read(
                    lambda library, cancel: library.quotes.search(query, cancel, order),
                    lambda found: self._show_rest(query, found),
                )
            )

        self._running.append(
            self._session.read(lambda library, cancel: library.quotes.count(query, cancel, most=-1), list_all)
        )
        self.going_on.emit()

    def _is_again(self, first: Found, wished: int) -> bool:
        """Whether the same is searched for as before and begins as before: then what is listed stays for now."""
        whole = len(first.ids) == wished and first.ids == self._ids[:wished]
        return whole and self._shown == self._asked and first.written == min(self._written, wished)

    def _show_rest(self, query: Query, found: Found) -> None:
        """The ids behind the first page, which stays as it is."""
        shown, rows = len(self._ids), self.rowCount()
        same = found.ids[:shown] == self._ids and found.written >= self._written
        if not same or (self.heading and found.written != self._written):
            self._reset(query, found, None)
        elif len(found.ids) > shown:
            more = len(found.ids) + (found.written < len(found.ids))
            self.beginInsertRows(ROOT, rows, more - 1)
            self._ids, self._written = found.ids, found.written
            self.endInsertRows()
        self._end(query, found)

    def _end(self, query: Query, found: Found) -> None:
        """All quotes are known; put the best matches first where that was wished and takes its time."""
        self.searched.emit(len(found.ids), query.remark)
        self.listed.emit(found.ids)
        waits = self._asked.ordering == "best" and found.order != "best" and bool(query.marks) and len(found.ids) > 1
        self.ranking.emit(waits)
        if waits:
            self._running.append(
                self._session.read(
                    lambda library, cancel: library.quotes.search(query, cancel, "best"),
                    lambda ranked: self._hold(query, ranked),
                )
            )

    def _hold(self, query: Query, ranked: Found) -> None:
        """Look for the held quote among the best matches, of which there may be a million: in the background."""
        self._held = None
        self.reordering.emit()
        held = self._held
        if held is None:
            self._put_in_order(query, ranked, None)
        else:
            self._running.append(
                self._session.read(
                    lambda _library, _cancel: ranked.ids.index(held),
                    lambda place: self._put_in_order(query, ranked, place),
                )
            )

    def _put_in_order(self, query: Query, ranked: Found, held: int | None) -> None:
        self._reset(query, ranked, None)
        self.reordered.emit(QModelIndex() if held is None else self.index(self._row(held), 0))
        self.ranking.emit(False)

    def _reset(self, query: Query, found: Found, first: list[QuoteLine | None] | None) -> None:
        self.beginResetModel()
        self._query, self._ids, self._written = query, found.ids, found.written
        self._pages.clear()
        if first is not None:
            self._pages[0] = first
        self.endResetModel()

    def _changed(self, changes: Any) -> None:
        """Show new contents at once, in the old order; the search that follows puts that right."""
        if changes.touch(*STALE):
            if self._ids:
                self._pages.clear()
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            self.refresh()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids) + (self._written < len(self._ids))

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._place(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and self._place(index.row()) is None:
            return self._of_heading(role)
        if role == LINE:
            return self.quote(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self.quote(index)
            return spoken(line) if line else None
        return None

    def _of_heading(self, role: int) -> Any:
        if role == LINE:
            return self.heading
        return str(self.heading) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


def quotes_in_words(count: int) -> str:
    """How many quotes were found."""
    return f"{count:,} {'quote' if count == 1 else 'quotes'}"


def attribution(line: QuoteLine) -> str:
    """Speaker and title: `Sergei Lavrov, Russian Foreign Minister`."""
    return ", ".join(part for part in (line.speaker or "Speaker not known", line.speaker_title) if part)


def spoken(line: QuoteLine) -> str:
    """The whole row in words, as it is read out."""
    said = f"{attribution(line)}, {dates.words(line.said_on)}, {vocabulary.FORMS[line.form]}: {line.text}"
    check = f"; {vocabulary.CHECKS[line.check]}" if line.check in check_words.SIGNS else ""
    tags = f"; tags: {', '.join(tag.name for tag in line.tags)}" if line.tags else ""
    notes = f"; {line.notes} {'note' if line.notes == 1 else 'notes'}" if line.notes else ""
    reason = f"; {line.reason}" if line.reason else ""
    return said + reason + check + tags + notes


def citation_text(line: QuoteLine) -> str:
    """The quote as it is copied: words, speaker, day, source with its page, what the check gave; how it is known."""
    words = f"“{line.text}”" if line.form == "direct" else f"{line.text} [reported speech]"
    said = f"{attribution(line)}, {dates.words(line.said_on)}"
    about = (line.authors, line.source_title, line.publisher, line.published, _page(line.page), line.url)
    source = ", ".join(part for part in about if part)
    marks = ["recalled, not checked"] if line.recalled else []
    if line.check in check_words.SIGNS:
        marks.append(f"checked: {vocabulary.CHECKS[line.check]}")
    elif line.check and not marks:
        marks.append(vocabulary.CHECKS[line.check])
    told = "".join(f" [{mark}]" for mark in marks)
    return f"{words}\n— {said}.{f' Source: {source}.' if source else ' Source not known.'}{told}"


def _page(page: str | None) -> str:
    """A page as it is cited: `p. 3`, `pp. 3–4`; what is more than a number as it stands."""
    if not page or not re.fullmatch(r"\w+(?:[-–]\w+)?", page):
        return page or ""
    return f"pp. {page}" if re.search("[-–]", page) else f"p. {page}"
