"""The menus of the reader of a source: what can be done with selected words, and what rests on a passage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from db.references import Record
from db.source_page import Use
from desktop.models.passage_marks import mark_words

if TYPE_CHECKING:
    from desktop.views.source_reader import SourceReader

MENU = {
    "quote": "Make a quote of it\tCtrl+Shift+U", "cite": "Cite it for a value…\tCtrl+Shift+I",
    "note": "Note on this passage\tCtrl+Shift+N", "tag": "Tag this passage…\tCtrl+Shift+T",
}  # fmt: skip
LONGEST = 60  # characters of what rests on a passage that a menu shows


def text_menu(reader: SourceReader, at: QPoint) -> QMenu:
    """The menu for a point of the text: what can be done with what is selected, and what rests there."""
    uses = reader.text.marks_at(at)
    menu = uses_menu(reader, ())
    if reader.may_write:
        for name, words in MENU.items():
            action = menu.addAction(words, lambda name=name: reader.act(name))
            action.setEnabled(reader.selection() is not None)
        menu.addSeparator()
    _add_uses(reader, menu, uses)
    if uses:
        menu.addSeparator()
    copy = menu.addAction("Copy\tCtrl+C", reader.text.copy)
    copy.setEnabled(reader.text.textCursor().hasSelection())
    check = menu.addAction("Look for it in all sources\tCtrl+Shift+K", reader.check_requested.emit)
    check.setEnabled(reader.selection() is not None)
    menu.addAction("Select all\tCtrl+A", reader.text.selectAll)
    menu.addAction("Find in the text\tCtrl+Shift+F", reader.open_search)
    menu.addAction("Next mark\tAlt+PgDown", lambda: reader.step_to_mark(1))
    menu.addAction("Previous mark\tAlt+PgUp", lambda: reader.step_to_mark(-1))
    return menu


def uses_menu(reader: SourceReader, uses: Iterable[Use]) -> QMenu:
    """The menu from which one of several things that rest on a passage is chosen."""
    menu = QMenu(reader)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_uses(reader, menu, uses)
    return menu


def _add_uses(reader: SourceReader, menu: QMenu, uses: Iterable[Use]) -> None:
    """Entries for what rests on a passage: to its record, and to the citation itself."""
    for use in uses:
        words = " · ".join(mark_words(use).split("\n"))
        shown = (words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…").replace("&", "&&")
        menu.addAction(f"Show: {shown}", lambda use=use: reader.follow(use))
        if use.kind in ("quote", "citation") and use.citation:
            record = Record("citation", use.citation)
            menu.addAction("    Edit this citation", lambda record=record: reader.record_requested.emit(record))
