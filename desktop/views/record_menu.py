"""The menu of a list of records: what can be done with those that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from db.references import MERGED, Record
from desktop.actions import ACTIONS
from desktop.models.record_list import MOVABLE

if TYPE_CHECKING:
    from desktop.views.record_list import RecordListView

_KEYS = {action.name: action.keys for action in ACTIONS}


def keys_to_add(kind: str) -> str:
    """The keys by which a record of a kind is begun, in words; empty when there are none."""
    return _KEYS.get("add_participant" if kind == "participation" else f"add_{kind}", "")


SUGGEST = QKeySequence(_KEYS["show_suggestions"])
ADD_NOTE = QKeySequence(keys_to_add("note"))
FOLLOW = "Ctrl+Return"


class RecordMenu(QMenu):
    """Tells its wishes through the signals of the list."""

    def __init__(self, view: RecordListView) -> None:
        super().__init__(view)
        self._view = view

    def offer(self, records: list[Record], *, read_only: bool) -> None:
        """Offer what can be done with records, in place of what was offered before."""
        self.clear()
        self._fill_in(records, read_only=read_only)
        links = self._view.links() if len(records) <= 1 else ()
        if links:
            self.addSeparator()
        for at, link in enumerate(links):
            words = f"{link.words[:1].upper()}{link.words[1:]} ›"
            self._offer(words, "Ctrl+Enter" if at == 0 else "", partial(self._view.link_pressed.emit, link.target))

    def _fill_in(self, records: list[Record], *, read_only: bool) -> None:
        if records and self._view.opens:
            self._offer("Open", "Enter", self._view.open_current)
        if not records:
            if not read_only:
                self._offer("Add", "Ins", self._view.insert_requested.emit)
        elif read_only:
            self._offer("Show in the form", "F2", self._view.open_form)
            self._offer_suggestions(records)
            self._offer_history(records)
        else:
            self._fill(records)

    def _fill(self, records: list[Record]) -> None:
        view, one = self._view, records[0]
        self._offer("Edit", "F2", view.open_form)
        self._offer("Duplicate", "Ctrl+D", lambda: view.duplicate_requested.emit(records))
        if len(records) == 1:
            self._offer("Add note", ADD_NOTE.toString(), lambda: view.note_requested.emit(one))
        self._offer_suggestions(records)
        self._offer_history(records)
        if all(record.kind == one.kind in MOVABLE for record in records):
            self._offer("Move up", "Ctrl+Shift+Up", lambda: view.step(-1))
            self._offer("Move down", "Ctrl+Shift+Down", lambda: view.step(1))
        if len(records) == 1 and one.kind in MERGED:
            self._offer("Merge with…", "", lambda: view.merge_requested.emit(one))
        self.addSeparator()
        self._offer("Remove", "Del", lambda: view.remove_requested.emit(records))

    def _offer_suggestions(self, records: list[Record]) -> None:
        if len(records) == 1 and records[0].kind == "source":
            self._offer(
                "Suggested quotes", SUGGEST.toString(), lambda: self._view.suggestions_requested.emit(records[0])
            )

    def _offer_history(self, records: list[Record]) -> None:
        if len(records) == 1:
            self._offer("History", "", lambda: self._view.history_requested.emit(records[0]))

    def _offer(self, text: str, keys: str, act: Callable[[], object]) -> None:
        self.addAction(f"{text}\t{keys}" if keys else text, act)
