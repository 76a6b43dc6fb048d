"""What it takes to edit: the form at the right, the wishes of the panels, drafts of an earlier start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from db.passages import Passage
from db.references import Record
from desktop.commands import records as commands
from desktop.draft_offers import DraftOffers
from desktop.drafts import Drafts
from desktop.forms.form_panel import FormPanel
from desktop.trail import Address

if TYPE_CHECKING:
    from db import Library
    from desktop.views.meeting_panel import MeetingPanel
    from desktop.views.register_panel import RegisterPanel
    from desktop.views.source_reader import SourceReader
    from desktop.views.work_panel import WorkPanel
    from desktop.window import MainWindow


class Editing(QObject):
    """Shows forms in the right pane of one window, in place of the quotes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._right_was_shown = True
        self._leaving = self._passed_over = False
        self._page = ("", "overview")
        self._lists: list[WorkPanel | RegisterPanel] = []
        self.drafts = Drafts(window.session, self)
        self._offers = DraftOffers(window, self)
        self.drafts.troubled.connect(window.trouble.tell)

    @cached_property
    def form(self) -> FormPanel:
        """The pane with the form."""
        panel = FormPanel(self._session, self.drafts, self._window.settings, self._window)
        panel.closed.connect(self.close)
        panel.go_requested.connect(self._window.trail.go)
        panel.remove_requested.connect(self.remove)
        panel.duplicate_requested.connect(self.duplicate)
        panel.merge_requested.connect(self.merge)
        panel.said.connect(self._window.say)
        panel.stored.connect(self._stored)
        panel.troubled.connect(self._window.trouble.tell)
        panel.draft_left.connect(self._offers.add)
        panel.hide()
        self._window.right.hold(panel)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether a form is shown."""
        return "form" in self.__dict__ and not self.form.isHidden()

    def records(self) -> list[Record]:
        """The records whose form is shown."""
        return self.form.records if self.is_open else []

    def edit(self, records: Sequence[Record], *, focus: bool = False) -> None:
        """Show the form of a record, or the one for several of a kind."""
        if len(records) == 1:
            self.form.show_record(records[0], focus=focus)
        elif len({record.kind for record in records}) == 1:
            self.form.show_many(records)
        else:
            self._window.say("Lines of several kinds have no form in common; they can be copied or removed together.")
            self.close()
            return
        self._show()

    def _edit_chosen(self, records: list[Record]) -> None:
        """Show the form of what was chosen in a list, unless one is typing in a form already."""
        self._passed_over = self.is_open and self._has_focus()
        if self._session.is_open and not self._passed_over:
            self.edit(records)

    def edit_one(self, record: Record) -> None:
        """Show the form of a record and put the cursor in it."""
        self.edit([record], focus=True)

    def add(self, kind: str, known: Mapping[str, Any] | None = None) -> None:
        """Show the form of a new record."""
        if self._session.library.read_only:
            self._window.say(self._session.library.read_only)
            return
        self._show()
        for panel in self._lists_in_view():
            panel.list.rest()
        self._passed_over = False
        self.form.show_new(kind, known or {})

    def add_here(self, kind: str) -> None:
        """Begin a new record of the meeting that is shown."""
        page, reader = self._window.meeting.record(), self._window.reader_in_view()
        if kind == "quote" and reader and (reader.selection() or not self._window.trail.here.uid):
            reader.act("quote")
        elif not self._window.trail.here.uid:
            self._window.say("Choose a meeting first: what you add belongs to it.")
        elif kind == "reading":
            self.add(kind, {"record": tuple(page)})
        elif page.kind != "meeting":
            self._window.say("Participants, outcomes and quotes belong to a meeting; this is an event.")
        else:
            self.add(kind, {"meeting": page.uid})

    def add_note(self) -> None:
        """Begin a note: on the passage that is selected, the record in the form, the meeting, or the library."""
        reader = self._window.reader_in_view()
        if self.is_open and self._has_focus():
            self.form.acts.add_note()
        elif reader and reader.selection():
            reader.act("note")
        elif reader and reader.source:
            self.add("note", {"record": tuple(reader.source)})
        elif self._window.trail.here.uid:
            self.add("note", {"record": tuple(self._window.meeting.record())})
        else:
            self.add("note", {"record": ("library", self._window.front.library_uid())})

    def focus_form(self) -> None:
        """Put the cursor in the form that is shown; without one, in the form of the meeting."""
        reader = self._window.reader_in_view()
        if self.is_open and self.form.form:
            self.form.form.focus_first()
        elif reader and reader.source:
            self.edit_one(reader.source)
        elif self._window.trail.here.uid:
            self.edit_one(self._window.meeting.record())

    def ask_name(self) -> None:
        """Ask for the name that is kept with every change."""
        self._show()
        self.form.strip.ask_again()

    def remove(self, records: Sequence[Record]) -> None:
        """Remove records, as one step that can be undone."""
        library = self._session.library
        commands.remove(self._session, records, lambda _: self._removed(library, records))

    def duplicate(self, records: Sequence[Record]) -> None:
        """Copy records and show the form of the copy."""
        library, chosen = self._session.library, self._chosen()
        commands.duplicate(self._session, records, lambda copies: self._duplicated(library, chosen, copies))

    def merge(self, record: Record) -> None:
        """Ask with which other record one is to be made one."""
        self.merge_two(record, None)

    def merge_two(self, one: Record, other: Record | None) -> None:
        """Show what merging two records would do."""
        from desktop.dialogs.merge_dialog import MergeDialog

        MergeDialog(self._session, one, other, self._window).open()

    def follow(self, address: Address) -> None:
        """Leave the form of a page that is no longer shown, unless one is typing in it."""
        page = (address.uid, "" if address.uid else address.tab)
        if page != self._page and self.is_open and not self._has_focus():
            self.close()
        self._page = page

    def _has_focus(self) -> bool:
        return self.form.isAncestorOf(self._window.focusWidget() or self._window)

    def close(self) -> None:
        """Show the quotes again in place of the form, and lead back to the page."""
        if not self.is_open:
            return
        inside = self._has_focus()
        self.form.hide()
        self.form.put_away()
        self._window.quotes.show()
        self._window.right.setVisible(self._right_was_shown)
        if inside:
            self._window.page_in_view().setFocus()

    def leave(self) -> None:
        """Store what is typed, as far as it can be, and what was decided about suggestions."""
        if "form" in self.__dict__:
            self.form.leave()
        self._window.library_pages.leave()

    def may_close(self) -> bool:
        """Whether nothing is left to write; else the window is closed once that is done, unless it fails."""
        self.leave()
        if self._leaving or not self._session.tasks.writing:
            return True
        self._leaving = True
        self._session.tasks.written.connect(self._close_now, Qt.ConnectionType.SingleShotConnection)
        return False

    def stay_open(self) -> bool:
        """Something could not be written: a window that was to be closed stays, to say so; whether it was."""
        leaving, self._leaving = self._leaving, False
        return leaving

    def close_all_the_same(self) -> None:
        """Close the window though not all could be written."""
        self._leaving = True
        self._window.close()

    def _close_now(self) -> None:
        if self._leaving:
            self._window.close()

    def _is_here(self, library: Library) -> bool:
        """Whether a library is still the open one."""
        return self._session.is_open and self._session.library is library

    def _duplicated(self, library: Library, chosen: list[list[Record]], copies: Sequence[Record]) -> None:
        """Show the form of copies and mark them, unless something else was chosen since they were wished for."""
        if self._is_here(library) and self._chosen() == chosen:
            self.edit(copies)
            self._mark(*copies)

    def _stored(self, record: Record, new: bool) -> None:
        """Mark what was made just now in the list that is shown; a new meeting gets its page."""
        if not new:
            return
        if record.kind in ("meeting", "event") and self._window.trail.here.uid != record.uid:
            self._window.trail.go(Address(record.uid, "edit"))
            self._mark(record)
        elif not self._passed_over and not any(panel.list.is_choosing for panel in self._lists_in_view()):
            self._mark(record)

    def _mark(self, *records: Record) -> None:
        for panel in self._lists_in_view():
            panel.list.mark(*records)

    def _chosen(self) -> list[list[Record]]:
        """What is chosen in the lists that are shown."""
        return [panel.list.selected() for panel in self._lists_in_view()]

    def _lists_in_view(self) -> list[WorkPanel | RegisterPanel]:
        return [panel for panel in self._lists if panel.isVisible()]

    def serve(self, panel: WorkPanel | RegisterPanel) -> None:
        """Do what a panel with a list of records wishes."""
        self._lists.append(panel)
        panel.edit_requested.connect(self._edit_chosen)
        panel.follow_requested.connect(lambda records: self._edit_chosen(records) if self.is_open else None)
        panel.focus_form_requested.connect(self.focus_form)
        panel.add_requested.connect(self.add)
        panel.remove_requested.connect(self.remove)
        panel.duplicate_requested.connect(self.duplicate)
        panel.merge_requested.connect(self.merge)
        panel.note_requested.connect(self.add_note_on)
        panel.go_requested.connect(self._window.trail.go)
        panel.search_requested.connect(self._window.searching.open_link)

    def serve_reader(self, reader: SourceReader) -> None:
        """Do what the reader of a source wishes."""
        reader.record_requested.connect(self.edit_one)
        reader.add_requested.connect(self.add)
        reader.cite_requested.connect(self._cite)
        reader.tag_requested.connect(self._tag)
        reader.check_requested.connect(lambda: self._window.handlers.act("check_quotation"))
        reader.said.connect(self._window.say)
        reader.pointed.connect(self._window.status_line.point)

    def _cite(self, passage: Passage, meeting: str) -> None:
        """Ask for what a passage is to be cited."""
        from desktop.dialogs.cite_dialog import CiteDialog

        CiteDialog(self._session, passage, meeting, self._window).open()

    def _tag(self, passage: Passage) -> None:
        """Ask for the tags of a passage."""
        from desktop.dialogs.tag_dialog import TagDialog

        TagDialog(self._session, passage, self._window).open()

    def serve_meeting(self, panel: MeetingPanel) -> None:
        """Do what the page of a meeting wishes."""
        panel.edit_requested.connect(self.edit)
        panel.record_requested.connect(self.edit_one)
        panel.add_requested.connect(self.add)
        panel.work_made.connect(self.serve)
        self.serve_reader(panel.sources.reader)

    def add_note_on(self, record: Record) -> None:
        """Begin a note on a record."""
        self.add("note", {"record": tuple(record)})

    def _show(self) -> None:
        if not self.is_open:
            self._right_was_shown = not self._window.right.isHidden()
            self._window.quotes.hide()
            self.form.show()
        self._window.right.show()

    @property
    def right_was_shown(self) -> bool:
        """Whether the quotes are shown when no form stands in their place."""
        return self._right_was_shown if self.is_open else not self._window.right.isHidden()

    def toggle_quotes(self) -> None:
        """Show the quotes, in place of a form that is open; hide them when they are shown."""
        if self.is_open:
            self._right_was_shown = True
            self.close()
        else:
            self._window.right.setVisible(self._window.right.isHidden())

    def _removed(self, library: Library, records: Sequence[Record]) -> None:
        """Close the form of what was removed; one that was begun since stays."""
        if self._is_here(library) and self.is_open and {*records} & {*self.form.records}:
            self.close()
