"""The pages of the library as a whole: registers, notes, history and others; built when they are first shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.panes import reach_after
from desktop.trail import Address

if TYPE_CHECKING:
    from desktop.editing import Editing
    from desktop.views.check_panel import CheckPanel
    from desktop.views.source_reader import SourceReader
    from desktop.window import MainWindow

REGISTERS = ("parties", "people", "topics", "sources", "spellings", "tags")


class LibraryPages(QObject):
    """Builds the pages, wires their wishes, and shows them in the middle pane."""

    def __init__(self, window: MainWindow, pages: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        self._panels: dict[str, QWidget] = {}

    def show(self, address: Address, place: Any = None) -> None:
        """Show a page, with what the address names on it, or as it was when `place` was kept of it."""
        panel = self._panels.get(address.tab) or self._build(address.tab)
        self._pages.setCurrentWidget(panel)
        if reader := self.reader_in_view():
            reader.sought = address.sought
        if place is not None:
            panel.return_to(place)  # type: ignore[attr-defined]
        panel.show_target(address.target)  # type: ignore[attr-defined]

    def place(self) -> Any:
        """Where on the page that is shown one is; None where that is the same each time."""
        reader = self.reader_in_view()
        return reader.place() if reader else None

    def reader_in_view(self) -> SourceReader | None:
        """The reader, while it is the page that is shown."""
        here = self.in_view()
        return here if here and here is self._panels.get("source") else None  # type: ignore[return-value]

    def in_view(self) -> QWidget | None:
        """The page that is shown; None when it is none of these."""
        here = self._pages.currentWidget()
        return here if here in self._panels.values() else None

    def leave(self) -> None:
        """Store what was decided about suggestions and waits to be stored."""
        if panel := self._panels.get("suggestions"):
            panel.leave()  # type: ignore[attr-defined]

    def redraw(self) -> None:
        """Show the pages again in the present look."""
        for panel in self._panels.values():
            panel.redraw()  # type: ignore[attr-defined]

    def _build(self, name: str) -> QWidget:
        make = {
            "notes": self._notes, "history": self._history, "twins": self._twins, "evidence": self._evidence,
            "anchors": self._anchors, "import": self._import, "source": self._source,
            "suggestions": self._suggestions, "check": lambda: self.check,
        }  # fmt: skip
        panel = make[name]() if name in make else self._register(name)
        self._panels[name] = panel
        self._pages.addWidget(panel)
        reach_after(self._window.meetings.last_stop, panel)
        return panel

    @cached_property
    def check(self) -> CheckPanel:
        """The page on which quotations are checked, which may work before it is first shown."""
        from desktop.views.check_panel import CheckPanel

        panel = CheckPanel(self._window.session, self._pages)
        panel.go_requested.connect(self._window.trail.go)
        panel.said.connect(self._window.say)
        panel.pointed.connect(self._window.status_line.point)
        return panel

    @property
    def _editing(self) -> Editing:
        return self._window.editing

    def _register(self, name: str) -> QWidget:
        from desktop.views.register_panel import RegisterPanel

        panel = RegisterPanel(self._window.session, name, self._pages)
        self._editing.serve(panel)
        return panel

    def _source(self) -> QWidget:
        from desktop.views.source_reader import SourceReader

        panel = SourceReader(self._window.session, self._pages)
        self._editing.serve_reader(panel)
        panel.go_requested.connect(self._window.trail.go)
        panel.turn_requested.connect(self._window.trail.turn)
        return panel

    def _notes(self) -> QWidget:
        from desktop.views.notes_panel import NotesPanel

        panel = NotesPanel(self._window.session, self._pages)
        panel.edit_requested.connect(self._editing.edit)
        panel.focus_form_requested.connect(self._editing.focus_form)
        panel.go_requested.connect(self._window.trail.go)
        return panel

    def _history(self) -> QWidget:
        from desktop.views.history_panel import HistoryPanel

        panel = HistoryPanel(self._window.session, self._pages)
        panel.edit_requested.connect(self._editing.edit)
        panel.go_requested.connect(self._window.trail.go)
        panel.said.connect(self._window.say)
        panel.pointed.connect(self._window.status_line.point)
        return panel

    def _evidence(self) -> QWidget:
        from desktop.views.evidence_panel import EvidencePanel

        panel = EvidencePanel(self._window.session, self._pages)
        panel.go_requested.connect(self._window.trail.go)
        panel.record_requested.connect(self._editing.edit_one)
        panel.export_requested.connect(lambda: self._window.handlers.act("export_readings"))
        return panel

    def _anchors(self) -> QWidget:
        from desktop.views.anchors_panel import AnchorsPanel

        panel = AnchorsPanel(self._window.session, self._pages)
        panel.edit_requested.connect(self._editing.edit)
        panel.go_requested.connect(self._window.trail.go)
        panel.said.connect(self._window.say)
        return panel

    def _twins(self) -> QWidget:
        from desktop.views.twins_panel import TwinsPanel

        panel = TwinsPanel(self._window.session, self._pages)
        panel.merge_requested.connect(self._editing.merge_two)
        panel.go_requested.connect(self._window.trail.go)
        return panel

    def _import(self) -> QWidget:
        from desktop.views.import_panel import ImportPanel

        panel = ImportPanel(self._window.session, self._pages)
        panel.go_requested.connect(self._window.trail.go)
        panel.said.connect(self._window.say)
        panel.choose_requested.connect(self._window.importing.choose)
        return panel

    def _suggestions(self) -> QWidget:
        from desktop.views.suggestions_panel import SuggestionsPanel

        panel = SuggestionsPanel(self._window.session, self._pages)
        panel.go_requested.connect(self._window.trail.go)
        panel.said.connect(self._window.say)
        return panel
