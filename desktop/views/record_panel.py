"""What a panel with a list of records wishes, whatever the list holds."""

from __future__ import annotations

from PySide6.QtCore import Signal

from db import search_links
from db.references import Record
from desktop.record_places import address_of_link
from desktop.trail import Address
from desktop.views.record_list import RecordListView
from desktop.widgets.compound import Compound


class RecordPanel(Compound):
    """Tells the wishes of its list as its own."""

    edit_requested = Signal(list)
    follow_requested = Signal(list)
    """Other records were chosen: a form that is shown is to follow, none is to be opened."""
    focus_form_requested = Signal()
    add_requested = Signal(str, dict)
    remove_requested = Signal(list)
    duplicate_requested = Signal(list)
    merge_requested = Signal(Record)
    note_requested = Signal(Record)
    go_requested = Signal(Address)
    search_requested = Signal(str)
    """A link to a search of quotes was pressed."""

    def pass_on(self, records: RecordListView) -> None:
        """Make the wishes of a list those of the panel; what it wishes to insert depends on the panel."""
        records.chosen.connect(self.edit_requested)
        records.followed.connect(self.follow_requested)
        records.form_requested.connect(self.focus_form_requested)
        records.add_requested.connect(self.add_requested)
        records.remove_requested.connect(self.remove_requested)
        records.duplicate_requested.connect(self.duplicate_requested)
        records.merge_requested.connect(self.merge_requested)
        records.note_requested.connect(self.note_requested)
        records.link_pressed.connect(self._follow)
        records.suggestions_requested.connect(
            lambda record: self.go_requested.emit(Address("", "suggestions", f"source:{record.uid}"))
        )
        records.history_requested.connect(
            lambda record: self.go_requested.emit(Address("", "history", f"record:{record.kind}:{record.uid}"))
        )

    def _follow(self, target: str) -> None:
        """Go where the words of a row lead: to a page, or to a search of quotes."""
        if search_links.is_link(target):
            self.search_requested.emit(target)
        else:
            self.go_requested.emit(address_of_link(target))
