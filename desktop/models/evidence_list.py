"""What lacks evidence, under the meetings to which it belongs."""

from __future__ import annotations

from array import array
from typing import Any

from PySide6.QtCore import QObject, Qt

from db import Cancel, Library, dates, evidence_list, vocabulary
from db.evidence_list import EvidenceFacets, EvidenceFilters, EvidenceLine, Found, Heading
from db.note_list import ON
from desktop.models.paged_list import Index, PagedListModel
from desktop.session import Session

STALE = (
    "meetings", "events", "participations", "parties", "people", "outcomes", "quotes", "sources", "citations",
    "readings",
)  # fmt: skip


class EvidenceListModel(PagedListModel):
    """One column of EvidenceLine, and of Heading before those of each meeting."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._filters = EvidenceFilters()
        self.facets: EvidenceFacets | None = None
        self.rows = 0
        """How many rows there are, headings not among them."""

    def search(self, filters: EvidenceFilters) -> None:
        """Show what the filters let through."""
        self._filters = filters
        self.refresh()

    def begin(self) -> None:
        self._filters, self.facets = EvidenceFilters(), None
        super().begin()

    def read_ids(self, library: Library, cancel: Cancel) -> Found:
        return evidence_list.find(library, self._filters, cancel)

    def ids_of(self, found: Found) -> array[int]:
        return found.keys

    def keep(self, found: Found) -> None:
        self.facets, self.rows = found.facets, found.rows

    def read_page(self, start: int, limit: int) -> list[Any]:
        return [*evidence_list.lines(self._session.library, self._ids[start : start + limit])]

    def words(self, row: Heading | EvidenceLine) -> str:
        if isinstance(row, Heading):
            return heading(row)
        return ", ".join(part for part in (evidence_list.LACKS[row.state], title(row), detail(row), row.tail) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if (self.id_at(index.row()) or 0) < 0:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def heading(row: Heading) -> str:
    """The meeting of the rows below, with its days."""
    if row.record is None:
        return "Of no meeting"
    return f"{row.title} · {dates.span(row.starts, row.ends)}" if row.starts or row.ends else row.title


def title(row: EvidenceLine) -> str:
    """The first line of a row: `City: Oslo`, or the point on which sources disagree."""
    if row.readings:
        return row.value[:1].upper() + row.value[1:]
    field = vocabulary.field_label(row.on, row.field or "")
    return f"{field}: {row.value}"


def detail(row: EvidenceLine) -> str:
    """The second line: what the value said when it was cited and what it is of, or what the readings say."""
    on = ON[row.on].capitalize()
    of = on if row.place and row.on == row.place.kind else f"{on} “{' '.join(row.title.split())}”"
    return " / ".join(row.readings) if row.readings else " · ".join(part for part in (row.then, of) if part)
