"""Every action of the window: its name, text, keys, icon and what it does in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


class Action(NamedTuple):
    """One action; `keys` as Qt writes them, several parted by a space."""

    name: str
    text: str
    keys: str = ""
    icon: str = ""
    tip: str = ""


ACTIONS = (
    Action("new_library", "&New library…", "Ctrl+N", tip="Make an empty library in a file of its own"),
    Action("open_library", "&Open…", "Ctrl+O", tip="Open a library from a file"),
    Action("open_shipped", "Open the &Astana Process, unedited", tip="Open a fresh copy of the shipped library"),
    Action("save_copy", "&Save a copy…", "Ctrl+Shift+S", tip="Copy this library to another file"),
    Action("quit", "&Quit", "Ctrl+Q"),
    Action("undo", "&Undo", "Ctrl+Z", "undo", "Take back the newest change"),
    Action("redo", "&Redo", "Ctrl+Shift+Z Ctrl+Y", "redo", "Bring back what was undone"),
    Action("copy_quote", "&Copy quote with source", "Ctrl+Shift+C", tip="Copy the chosen quote, ready to cite"),
    Action("find_quotes", "&Search quotes", "Ctrl+F", tip="Search the words of all speakers"),
    Action("filter_meetings", "&Filter meetings", "Ctrl+L", tip="Narrow the list of meetings"),
    Action("show_quotes", "&Quotes pane", "F9", "quotes", "Show or hide the quotes pane"),
    Action("zoom_in", "Zoom &in", "Ctrl++ Ctrl+="),
    Action("zoom_out", "Zoom &out", "Ctrl+-"),
    Action("zoom_reset", "&Normal size", "Ctrl+0"),
    Action("back", "&Back", "Alt+Left", "back", "The page shown before"),
    Action("forward", "&Forward", "Alt+Right", "forward", "The page you came back from"),
    Action("title_page", "&Title page", "Alt+Home", "home", "What this library holds and where to begin"),
    Action("next_pane", "Ne&xt pane", "F6", tip="From the meetings to the page, to the quotes, and round"),
    Action("next_meeting", "&Next meeting", "Alt+Down", tip="The meeting below in the list"),
    Action("previous_meeting", "&Previous meeting", "Alt+Up", tip="The meeting above in the list"),
    Action("search_help", "&How to search", "F1"),
    Action("about", "&About Parley"),
)

MENUS: dict[str, tuple[str, ...]] = {
    "&File": ("new_library", "open_library", "<recent>", "open_shipped", "|", "save_copy", "|", "quit"),
    "&Edit": ("undo", "redo", "|", "copy_quote", "|", "find_quotes", "filter_meetings"),
    "&View": ("<theme>", "|", "zoom_in", "zoom_out", "zoom_reset", "|", "show_quotes"),
    "&Go": ("back", "forward", "title_page", "|", "next_meeting", "previous_meeting", "|", "next_pane"),
    "&Help": ("search_help", "|", "about"),
}
"""What each menu holds; `|` is a line, `<…>` a menu filled while the program runs."""

TOOLS = ("back", "forward", "title_page", "|", "undo", "redo", "<space>", "show_quotes")


def make_actions(parent: QObject) -> dict[str, QAction]:
    """All actions by name, with texts, keys and tips."""
    made: dict[str, QAction] = {}
    for action in ACTIONS:
        it = QAction(action.text, parent)
        it.setObjectName(action.name)
        it.setShortcuts([QKeySequence(keys) for keys in action.keys.split()])
        plain = action.text.replace("&", "").rstrip("…")
        it.setStatusTip(action.tip)
        it.setToolTip(f"{plain} ({action.keys.split()[0]})" if action.keys else plain)
        made[action.name] = it
    return made
