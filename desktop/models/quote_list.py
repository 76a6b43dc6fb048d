"""The quotes that a search finds: every id, and the contents of the few pages that are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Library, dates, vocabulary
from db.query_names import Names
from db.quote_lines import QuoteLine
from db.quote_query import Filters, Query, parse
from desktop.models import check_words
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
PAGE = 64
PAGES = 32
STALE = (
    "quotes", "people", "parties", "participations", "meetings", "sources", "citations", "notes", "tags", "taggings",
    "quote_checks",
)  # fmt: skip


class Asked(NamedTuple):
    """A search as it stands in the quotes pane: what was typed, what the filters say, and one of ORDERS."""

    text: str = ""
    filters: Filters = Filters()
    ordering: str = "date"


class QuoteListModel(QAbstractTableModel):
    """One column of QuoteLine; the first page is shown before the rest has been counted."""

    searched = Signal(int, str)
    """How many quotes were found, and a remark on the query, which may be empty."""
    understood = Signal(object)
    """The Query that is shown now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids = array("q")
        self._pages: OrderedDict[int, list[QuoteLine | None]] = OrderedDict()
        self._query = parse("")
        self._asked = ("", Filters(), True)
        self._running: list[Cancel] = []
        session.opened.connect(self._begin)
        session.changed.connect(self._changed)

    def search(self, text: str, filters: Filters, aliases: bool = True) -> None:
        """Show the quotes that match, with `aliases` in other spellings too; a search still running is dropped."""
        self._asked = (text, filters, aliases)
        self.refresh()

    def refresh(self) -> None:
        """Do the last search again."""
        for cancel in self._running:
            cancel()
        if not self._session.is_open:
            return
        text, filters, aliases = self._asked

        def work(library: Library, cancel: Cancel) -> tuple[Query, list[QuoteLine]]:
            query = parse(text, filters, names=Names(library, cancel), aliases=aliases)
            return query, library.quotes.first(query, cancel, PAGE)

        self._running = [self._session.read(work, lambda found: self._show_first(*found))]

    def quote(self, index: Index) -> QuoteLine | None:
        """The quote of a row, at first without its matches marked; None while it is gone from the library."""
        if not index.isValid():
            return None
        number, row = divmod(index.row(), PAGE)
        if number not in self._pages:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            self._keep(number, self._session.library.quotes.lines(ids))
            if self._query.marks:
                self._ask_marks(number, ids)
        self._pages.move_to_end(number)
        return self._pages[number][row]

    def _begin(self) -> None:
        """Let go of the library before, whose ids mean other quotes in this one."""
        self._reset(parse(""), array("q"), None)
        self.refresh()

    def _keep(self, number: int, lines: list[QuoteLine | None]) -> None:
        self._pages[number] = lines
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)

    def _ask_marks(self, number: int, ids: array[int]) -> None:
        """Have the matches of a page marked, in the background: that takes the query itself."""
        query = self._query

        def show(lines: list[QuoteLine | None]) -> None:
            top = number * PAGE
            if number in self._pages and self._ids[top : top + PAGE] == ids:
                self._pages[number] = lines
                self.dataChanged.emit(self.index(top, 0), self.index(top + len(lines) - 1, 0))

        self._running.append(
            self._session.read(lambda library, cancel: library.quotes.marked(ids, query, cancel), show)
        )

    def _show_first(self, query: Query, lines: list[QuoteLine]) -> None:
        self._reset(query, array("q", (line.id for line in lines)), [*lines])
        self.understood.emit(query)
        if len(lines) < PAGE:
            self.searched.emit(len(lines), query.remark)
            return
        self._running = [
            self._session.read(
                lambda library, cancel: library.quotes.find(query, cancel), lambda found: self._show_rest(query, found)
            )
        ]

    def _show_rest(self, query: Query, ids: array[int]) -> None:
        """The ids behind the first page, which stays as it is."""
        shown = len(self._ids)
        if ids[:shown] != self._ids:
            self._reset(query, ids, None)
        elif len(ids) > shown:
            self.beginInsertRows(ROOT, shown, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.searched.emit(len(ids), query.remark)

    def _reset(self, query: Query, ids: array[int], first: list[QuoteLine | None] | None) -> None:
        self.beginResetModel()
        self._query, self._ids = query, ids
        self._pages.clear()
        if first is not None:
            self._pages[0] = first
        self.endResetModel()

    def _changed(self, changes: Any) -> None:
        """Show new contents at once, in the old order; the search that follows puts that right."""
        if changes.touch(*STALE):
            if self._ids:
                self._pages.clear()
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))
            self.refresh()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == LINE:
            return self.quote(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self.quote(index)
            return spoken(line) if line else None
        return None


def attribution(line: QuoteLine) -> str:
    """Speaker and title: `Sergei Lavrov, Russian Foreign Minister`."""
    return ", ".join(part for part in (line.speaker or "Speaker not known", line.speaker_title) if part)


def spoken(line: QuoteLine) -> str:
    """The whole row in words, as it is read out."""
    said = f"{attribution(line)}, {dates.words(line.said_on)}, {vocabulary.FORMS[line.form]}: {line.text}"
    check = f"; {vocabulary.CHECKS[line.check]}" if line.check in check_words.SIGNS else ""
    tags = f"; tags: {', '.join(tag.name for tag in line.tags)}" if line.tags else ""
    notes = f"; {line.notes} {'note' if line.notes == 1 else 'notes'}" if line.notes else ""
    return said + check + tags + notes


def citation_text(line: QuoteLine) -> str:
    """The quote as it is copied: words, speaker, day, source, what the check gave; marked when reported or recalled."""
    words = f"“{line.text}”" if line.form == "direct" else f"{line.text} [reported speech]"
    said = f"{attribution(line)}, {dates.words(line.said_on)}"
    source = ", ".join(part for part in (line.source_title, line.publisher, line.published, line.url) if part)
    marks = ["recalled, not checked"] if line.recalled else []
    if line.check in check_words.SIGNS:
        marks.append(f"checked: {vocabulary.CHECKS[line.check]}")
    elif line.check and not marks:
        marks.append(vocabulary.CHECKS[line.check])
    told = "".join(f" [{mark}]" for mark in marks)
    return f"{words}\n— {said}.{f' Source: {source}.' if source else ' Source not known.'}{told}"
