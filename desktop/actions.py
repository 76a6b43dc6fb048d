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
    Action(
        "import_documents", "&Import documents…", "Ctrl+I", tip="Make sources of texts, web pages, PDF and DOCX files"
    ),
    Action("save_copy", "&Save a copy…", "Ctrl+Shift+S", tip="Copy this library to another file"),
    Action("import_references", "Import re&ferences…", tip="Bring references of RIS, BibTeX or CSL-JSON in as sources"),
    Action("export_readings", "&Export readings…", tip="Make a table of what sources say where they disagree"),
    Action("quit", "&Quit", "Ctrl+Q"),
    Action("undo", "&Undo", "Ctrl+Z", "undo", "Take back the newest change"),
    Action("redo", "&Redo", "Ctrl+Shift+Z Ctrl+Y", "redo", "Bring back what was undone"),
    Action("new_meeting", "New &meeting", "Ctrl+Shift+M", tip="Enter a meeting"),
    Action("new_event", "New e&vent", "Ctrl+Shift+E", tip="Enter something that happened between meetings"),
    Action("add_participant", "Add &participant", "Ctrl+Shift+P", tip="Enter a party at this meeting"),
    Action("add_outcome", "Add &outcome", "Ctrl+Shift+O", tip="Enter a result of this meeting"),
    Action("add_quote", "Add &quote", "Ctrl+Shift+U", tip="Enter words said at this meeting"),
    Action("add_reading", "Add &reading", "Ctrl+Shift+R", tip="Enter one of several values that sources give"),
    Action("add_note", "Add &note", "Ctrl+Shift+N", tip="Write on the record, the field or the passage at hand"),
    Action("cite_passage", "&Cite the passage…", "Ctrl+Shift+I", tip="Cite the selected words for a value of a record"),
    Action("tag_passage", "&Tag the passage…", "Ctrl+Shift+T", tip="Put tags on the selected words of a source"),
    Action("edit_meeting", "&Edit this meeting", "Ctrl+E", tip="List all that the meeting holds, to edit it"),
    Action("edit_record", "Edit in the &form", "F2", tip="Put the cursor in the form of the chosen record"),
    Action("your_name", "&Your name…", tip="The name that is kept with every change that you make"),
    Action("show_parties", "Part&ies", "Ctrl+1", tip="All parties of the library"),
    Action("show_people", "Peop&le", "Ctrl+2", tip="All people of the library"),
    Action("show_topics", "T&opics", "Ctrl+3", tip="All topics, as a tree"),
    Action("show_participants", "Parti&cipants", tip="Who took part in which meeting, and in which role"),
    Action("show_outcomes", "O&utcomes", tip="The results of all meetings"),
    Action("show_events", "Between the &meetings", tip="All events between the meetings"),
    Action("show_sources", "&Sources", "Ctrl+4", tip="All sources of the library"),
    Action("show_spellings", "Spellin&gs", "Ctrl+5", tip="All other spellings of names"),
    Action("show_tags", "T&ags", "Ctrl+6", tip="All tags, as a tree"),
    Action("show_tagged", "Ever&ything with a tag", tip="Records that have a tag, by kind"),
    Action("show_notes", "Not&es", "Ctrl+7", tip="Everything that was written"),
    Action("show_history", "&History", "Ctrl+8", tip="Who changed what, and what was removed"),
    Action("show_evidence", "E&vidence", "Ctrl+Shift+L", tip="What cites nothing seen, and where sources disagree"),
    Action("show_disputes", "Where sources &disagree", tip="Points on which sources give several values"),
    Action("show_twins", "Likely t&wins", "Ctrl+9", tip="Parties, people and sources that may be one"),
    Action("show_anchors", "Passages to &review", tip="Cited passages that lost their place when a text was changed"),
    Action(
        "show_suggestions", "Suggested &quotes", "Ctrl+Shift+G", tip="What in a source seems to be said by somebody"
    ),
    Action("copy_quote", "&Copy quote with source", "Ctrl+Shift+C", tip="Copy the chosen quote, ready to cite"),
    Action("find_in_text", "Find in the te&xt", "Ctrl+Shift+F", tip="Find words in the source that is read"),
    Action("find_next", "Find &next", "F3", tip="The next place in the text that is searched, or the next quote found"),
    Action("find_previous", "Find pre&vious", "Shift+F3", tip="The place or the quote before"),
    Action(
        "paste_source", "&Paste as a source", "Ctrl+V", tip="Make a source of the text or the files that were copied"
    ),
    Action("find_everything", "Find in &everything", "Ctrl+K", tip="Find records and passages by any of their words"),
    Action("find_quotes", "&Search quotes", "Ctrl+F", tip="Search the words of all speakers"),
    Action("save_search", "Save the searc&h", "Ctrl+Shift+D", tip="Keep what is searched for in the list at the left"),
    Action("copy_search", "Copy a &link to the search", tip="Copy a text that opens what is searched for"),
    Action("filter_meetings", "&Filter meetings", "Ctrl+L", tip="Narrow the list of meetings"),
    Action("show_in_context", "Found words in &context", "F8", tip="A line for each place of the words found"),
    Action("show_quotes", "&Quotes pane", "F9", "quotes", "Show or hide the quotes pane"),
    Action("zoom_in", "Zoom &in", "Ctrl++ Ctrl+="),
    Action("zoom_out", "Zoom &out", "Ctrl+-"),
    Action("zoom_reset", "&Normal size", "Ctrl+0"),
    Action("back", "&Back", "Alt+Left", "back", "The page shown before"),
    Action("forward", "&Forward", "Alt+Right", "forward", "The page you came back from"),
    Action("title_page", "&Title page", "Alt+Home", "home", "What this library holds and where to begin"),
    Action("open_link", "Open lin&k…", tip="Search for what a link says: parley:search?…"),
    Action("next_pane", "Ne&xt pane", "F6", tip="From the meetings to the page, to the quotes, and round"),
    Action("next_meeting", "&Next meeting", "Alt+Down", tip="The meeting below in the list"),
    Action("previous_meeting", "&Previous meeting", "Alt+Up", tip="The meeting above in the list"),
    Action("check_quotation", "Check a &quotation", "Ctrl+Shift+K", tip="Look for the words at hand in all sources"),
    Action("check_quotes", "Check &all quotes again", tip="Compare every quote with the sources that it cites"),
    Action("rebuild_index", "Make the search &index anew", tip="When a search misses what the library holds"),
    Action("search_help", "&How to search", "F1"),
    Action("about", "&About Parley"),
)

SHOWN = (
    "show_parties", "show_people", "show_topics", "show_participants", "show_outcomes", "show_events",
    "show_sources", "show_spellings", "show_tags", "show_tagged", "show_notes", "show_history", "show_evidence",
    "show_disputes", "show_twins", "show_anchors", "show_suggestions",
)  # fmt: skip
"""Actions that show a page of the library as a whole, which is named after `show_`."""

OF_LIBRARY = (
    "find_everything", "save_copy", "copy_search", "open_link", "edit_record", "check_quotation", "check_quotes",
    "find_next", "find_previous", "show_in_context", "export_readings", *SHOWN,
)  # fmt: skip
"""Actions that need an open library."""

WRITING = (
    "new_meeting", "new_event", "edit_meeting", "add_participant", "add_outcome", "add_quote", "add_reading",
    "add_note", "cite_passage", "tag_passage", "your_name", "import_documents", "import_references", "paste_source",
    "save_search", "rebuild_index",
)  # fmt: skip
"""Actions that only a library that may be written to offers."""

OF_PAGE = ("edit_meeting", "add_reading")
"""Those of them that need the page of a meeting or event."""

OF_MEETING = ("add_participant", "add_outcome", "add_quote")
"""Those of them that need a meeting; a quote can be made of words that are read as well."""

OF_READER = ("find_in_text", "cite_passage", "tag_passage")
"""Actions on the source that is read."""

MENUS: dict[str, tuple[str, ...]] = {
    "&File": (
        "new_library",
        "open_library",
        "<recent>",
        "open_shipped",
        "|",
        "import_documents",
        "import_references",
        "|",
        "save_copy",
        "export_readings",
        "|",
        "quit",
    ),
    "&Edit": (
        "undo",
        "redo",
        "|",
        "copy_quote",
        "paste_source",
        "|",
        "find_everything",
        "find_quotes",
        "save_search",
        "copy_search",
        "filter_meetings",
        "|",
        "find_in_text",
        "find_next",
        "find_previous",
        "|",
        "your_name",
    ),
    "&View": ("<theme>", "|", "zoom_in", "zoom_out", "zoom_reset", "|", "show_quotes", "show_in_context"),
    "&Go": (
        "back",
        "forward",
        "title_page",
        "|",
        *SHOWN,
        "|",
        "next_meeting",
        "previous_meeting",
        "|",
        "open_link",
        "|",
        "next_pane",
    ),
    "&Records": (
        "new_meeting",
        "new_event",
        "|",
        "edit_meeting",
        "edit_record",
        "|",
        "add_participant",
        "add_outcome",
        "add_quote",
        "add_reading",
        "|",
        "add_note",
        "cite_passage",
        "tag_passage",
    ),
    "&Tools": ("check_quotation", "check_quotes", "|", "rebuild_index"),
    "&Help": ("search_help", "|", "about"),
}
"""What each menu holds; `|` is a line, `<…>` a menu filled while the program runs."""

TOOLS = ("back", "forward", "title_page", "|", "undo", "redo", "<space>", "<find>", "<space>", "show_quotes")


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
