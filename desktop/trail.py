"""Back and forward: the pages that were shown, as addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.models.quote_list import Asked

TABS = ("overview", "quotes", "sources", "notes", "history", "edit")
"""Parts of the page of a meeting."""

PAGES = (
    "overview", "parties", "people", "topics", "sources", "spellings", "tags", "notes", "history", "evidence", "twins",
    "anchors", "import", "check", "suggestions", "source", "participants", "outcomes", "disputes",
    "events", "tagged",
)  # fmt: skip
"""Pages of the library as a whole; the first is its title page, `source` the reader."""

DAYS = "days"
"""Stands for the days of a meeting or event in the target of a value."""

LONGEST = 200


class Address(NamedTuple):
    """A page of the window: of a meeting, or of the library as a whole when `uid` is empty; `tab` says which.

    `target` is what to show on it: `record:KIND:UID`; of a list `of:KIND:UID` (what belongs to it alone); of a source
    `source:UID`, `uses:UID` (what rests on it), `cite:12`, `row:12` (one of all that its row cites), `citation:UID`,
    `quote:UID` or `note:UID`; those of a source and a citation may name a place, as in `cite:12@340-360`. Of a meeting
    it may be `value:FIELD`: the best of what is cited for that field, `value:days` for its days.

    `search` is what the quotes beside it are narrowed to; None stands for all quotes.
    """

    uid: str = ""
    tab: str = "overview"
    target: str = ""
    search: Asked | None = None

    @property
    def page(self) -> tuple[str, str, str]:
        """The page alone."""
        return self.uid, self.tab, self.target

    @property
    def sought(self) -> str:
        """The text of that search; empty when all quotes are shown."""
        return self.search.text if self.search else ""

    def __str__(self) -> str:
        return "\t".join(self.page)

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address of a text; the title page when it is none."""
        parts = text.split("\t")
        known = len(parts) == len(cls().page) and parts[1] in (TABS if parts[0] else PAGES)
        return cls(parts[0], parts[1], parts[2]) if known else cls()


def value_target(field: str) -> str:
    """The target of the passage behind a value of a meeting."""
    return f"value:{field}"


def place_target(target: str, span: tuple[int, int] | None) -> str:
    """A target of a citation or source, with a place of the text (code points) that is to be shown."""
    return f"{target}@{span[0]}-{span[1]}" if span else target


def target_place(target: str) -> tuple[str, tuple[int, int] | None]:
    """A target without the place that it names, and that place; None when it names none."""
    bare, _, span = target.rpartition("@")
    first, _, last = span.partition("-")
    return (bare, (int(first), int(last))) if bare and first.isdecimal() and last.isdecimal() else (target, None)


class Trail(QObject):
    """The pages shown so far, and where in them one is."""

    leaving = Signal()
    """Another page is about to be shown: what is to be found again on this one is to be kept."""
    moved = Signal(Address)
    searched = Signal(object)
    """One came back, or forward, to another search of quotes: an Asked, or None where all are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: list[Address] = []
        self._places: list[Any] = []
        self._at = -1

    @property
    def place(self) -> Any:
        """What was kept of this page when it was left; None when one comes to it for the first time."""
        return self._places[self._at] if self._pages else None

    def keep(self, place: Any) -> None:
        """Keep where on the present page one is: how far it is scrolled, where the caret stands."""
        if self._pages:
            self._places[self._at] = place

    @property
    def here(self) -> Address:
        """The page shown now."""
        return self._pages[self._at] if self._pages else Address()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back from a page."""
        return self._at < len(self._pages) - 1

    def go(self, address: Address) -> None:
        """Show a page, and beside it the quotes that are shown; what was ahead is forgotten."""
        address = address._replace(search=self.here.search)
        if not self._pages or address != self.here:
            self.leaving.emit()
            self._add(address, None)
        self.keep(None)
        self.moved.emit(address)

    def turn(self, address: Address) -> None:
        """Show a page in place of the present one: from there one goes back to where one came from."""
        if self._pages:
            self._pages[self._at] = address._replace(search=self.here.search)
            self.keep(None)
            self.moved.emit(self.here)

    def ask(self, search: Asked | None) -> None:
        """Put down that other quotes are shown beside the same page; what was ahead is forgotten."""
        if self._pages and search != self.here.search:
            self.leaving.emit()
            self._add(self.here._replace(search=search), self.place)

    def back(self) -> None:
        """Show the page before."""
        self._step(-1)

    def forward(self) -> None:
        """Show the page that one came back from."""
        self._step(1)

    def clear(self) -> None:
        """Forget every page."""
        self._pages, self._places, self._at = [], [], -1

    def _add(self, address: Address, place: Any) -> None:
        self._pages = [*self._pages[: self._at + 1], address][-LONGEST:]
        self._places = [*self._places[: self._at + 1], place][-LONGEST:]
        self._at = len(self._pages) - 1

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._pages):
            self.leaving.emit()
            before = self.here
            self._at += by
            if self.here.page != before.page:
                self.moved.emit(self.here)
            if self.here.search != before.search:
                self.searched.emit(self.here.search)
