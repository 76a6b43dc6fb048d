"""What each action of the main window does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop import places
from desktop.commands import edit, libraries
from desktop.dialogs import choose
from desktop.theme import ZOOMS, theme
from desktop.trail import PAGES, Address

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.source_reader import SourceReader
    from desktop.window import MainWindow


class Handlers(QObject):
    """The actions by name, for one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        meetings = window.meetings
        self._steps: dict[str, Callable[[], object]] = {
            "new_library": self._new_library,
            "open_library": lambda: choose.existing_file(window, window.open_path),
            "open_shipped": self._open_shipped,
            "save_copy": self._save_copy,
            "import_references": self._import_references,
            "export_readings": self._export_readings,
            "quit": window.close,
            "undo": lambda: edit.undo(self._session),
            "redo": lambda: edit.redo(self._session),
            "copy_quote": self._copy_quote,
            "find_everything": window.find_field.begin,
            "find_quotes": self._find_quotes,
            "save_search": window.searching.save,
            "copy_search": window.searching.copy_link,
            "open_link": window.searching.ask_link,
            "find_in_text": lambda: self._read(lambda reader: reader.open_search()),
            "find_next": lambda: self._find(1),
            "find_previous": lambda: self._find(-1),
            "show_in_context": self._show_in_context,
            "filter_meetings": meetings.filter.setFocus,
            "show_quotes": window.editing.toggle_quotes,
            "zoom_in": lambda: window.look.zoom(_next_zoom(1)),
            "zoom_out": lambda: window.look.zoom(_next_zoom(-1)),
            "zoom_reset": lambda: window.look.zoom(100),
            "back": lambda: self._step(window.trail.back),
            "forward": lambda: self._step(window.trail.forward),
            "title_page": lambda: window.trail.go(Address()),
            "next_pane": self._next_pane,
            "next_meeting": lambda: meetings.list.step(1),
            "previous_meeting": lambda: meetings.list.step(-1),
            "new_meeting": lambda: window.editing.add("meeting"),
            "new_event": lambda: window.editing.add("event"),
            "add_participant": lambda: window.editing.add_here("participation"),
            "add_outcome": lambda: window.editing.add_here("outcome"),
            "add_quote": lambda: window.editing.add_here("quote"),
            "add_reading": lambda: window.editing.add_here("reading"),
            "add_note": window.editing.add_note,
            "cite_passage": lambda: self._read(lambda reader: reader.act("cite")),
            "tag_passage": lambda: self._read(lambda reader: reader.act("tag")),
            "edit_meeting": self._edit_meeting,
            "edit_record": window.editing.focus_form,
            "your_name": window.editing.ask_name,
            "check_quotation": self._check_quotation,
            "check_quotes": self._check_quotes,
            **{f"show_{page}": lambda page=page: self._show_page(page) for page in PAGES[1:]},
            "import_documents": window.importing.choose,
            "paste_source": window.importing.paste,
            "show_suggestions": self._show_suggestions,
            "rebuild_index": self._rebuild_index,
            "search_help": lambda: choose.show_search_help(window),
            "about": lambda: choose.show_about(window),
        }

    def act(self, name: str) -> None:
        """Do the action of a name."""
        self._steps[name]()

    def _step(self, step: Callable[[], None]) -> None:
        """Go back or forward from what is searched for now, also when that was typed a moment ago."""
        self._window.quotes.settle()
        step()

    def _rebuild_index(self) -> None:
        self._window.indexing.make_anew()

    def _show_page(self, page: str) -> None:
        self._window.trail.go(Address("", page))
        self._window.page_in_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_suggestions(self) -> None:
        """Show what is suggested from the source that is shown; else from the one before."""
        reader = self._window.reader_in_view()
        source = reader.source if reader else None
        self._window.trail.go(Address("", "suggestions", f"source:{source.uid}" if source else ""))
        self._window.page_in_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, act: Callable[[SourceReader], None]) -> None:
        """Do something with the source that is read."""
        reader = self._window.reader_in_view()
        if reader:
            act(reader)
        else:
            self._window.say("Open a source first: press a small number, or choose one under Go › Sources.")

    def _edit_meeting(self) -> None:
        self._window.trail.go(Address(self._window.trail.here.uid, "edit"))
        self._window.page_in_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_quotation(self) -> None:
        """Look for the words that are selected in a source, or for the quote whose form is shown."""
        reader = self._window.reader_in_view()
        passage = reader.selection() if reader else None
        quotes = [record.uid for record in self._window.editing.records() if record.kind == "quote"]
        self._window.trail.go(Address("", "check", f"quote:{quotes[0]}" if quotes and not passage else ""))
        if passage:
            self._window.library_pages.check.look_for_passage(*passage)
        self._window.page_in_view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_quotes(self) -> None:
        self._window.library_pages.check.check_all()

    def _copy_quote(self) -> None:
        self._window.quotes.copy()

    def _next_pane(self) -> None:
        """Give the focus to the pane after the one that has it."""
        window = self._window
        aside = window.editing.form.first_stop() if window.editing.is_open else window.quotes.field
        stops = [window.meetings.list, window.page_in_view(), aside]
        panes = (window.meetings, window.centre, window.right)
        inside = [at for at, pane in enumerate(panes) if pane.isAncestorOf(QApplication.focusWidget() or window)]
        step = (inside[0] + 1) % 3 if inside else 0
        stops[step if step < 2 or window.right.isVisible() else 0].setFocus(Qt.FocusReason.TabFocusReason)

    def _find_quotes(self) -> None:
        self._window.editing.close()
        self._window.right.show()
        self._window.quotes.field.setFocus()
        self._window.quotes.field.selectAll()

    def _find(self, by: int) -> None:
        """Go to the next place in the text that is searched (1) or the one before (-1); past its end, to a quote.

        While no bar is open to search the text that is read, it goes through the quotes that were found.
        """
        window, quotes = self._window, self._window.quotes
        reader = window.reader_in_view()
        through_quotes = bool(quotes.field.text().strip())
        if reader and not through_quotes:
            reader.find_next(by)
        elif reader and reader.search.walk(by):
            return
        elif not through_quotes:
            window.say("Search quotes first (Ctrl+F), or open a source and find words in it (Ctrl+Shift+F).")
        elif not quotes.step(by):
            window.say("That was the last quote found." if by > 0 else "There is no quote before this one.")

    def _show_in_context(self) -> None:
        self._window.editing.close()
        self._window.right.show()
        self._window.quotes.in_context.toggle()

    def _new_library(self) -> None:
        choose.new_file(self._window, lambda path: self._try(libraries.new_library, path))

    def _open_shipped(self) -> None:
        self._window.say("Making a fresh copy …")
        self._session.tasks.read(lambda _: places.fresh_copy(), self._window.open_path)

    def _save_copy(self) -> None:
        choose.copy_file(self._window, lambda path: libraries.save_copy(self._session, path, self._copied))

    def _import_references(self) -> None:
        choose.reference_files(self._window, self.show_references)

    def show_references(self, paths: list[Path]) -> None:
        """Show what would become of the references of some files."""
        from desktop.dialogs.references_dialog import ReferencesDialog

        dialog = ReferencesDialog(self._session, paths, self._window)
        dialog.imported.connect(lambda _: self._show_page("sources"))
        dialog.open()

    def _export_readings(self) -> None:
        """Ask which readings are wanted and where, and make the table."""
        from desktop.commands import readings
        from desktop.dialogs.export_dialog import ExportDialog

        def export(followed: bool, raw: bool) -> None:
            choose.table_file(
                self._window,
                "Readings that are followed" if followed else "All readings",
                lambda path: readings.export(self._session, path, self._window.say, followed=followed, raw=raw),
            )

        dialog = ExportDialog(self._window)
        dialog.chosen.connect(export)
        dialog.open()

    def _copied(self, file: Path) -> None:
        self._window.say(f"Copied to “{file.name}”.")

    def _try(self, command: Callable[[Session, Settings, Path], None], path: Path) -> None:
        try:
            command(self._session, self._window.settings, path)
        except Exception as error:  # noqa: BLE001 - the one place that shows errors sorts them
            self._window.trouble.tell(error)


def _next_zoom(step: int) -> int:
    """The zoom so many steps from the present one, in per cent."""
    at = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - theme.zoom))
    return ZOOMS[max(0, min(len(ZOOMS) - 1, at + step))]
