"""What it takes to import documents: files that are chosen, dropped or pasted, and words that are pasted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop.dialogs import choose
from desktop.trail import Address

if TYPE_CHECKING:
    from desktop.views.import_panel import ImportPanel
    from desktop.window import MainWindow

NOTHING = "There is nothing to paste: copy a text or files first."


class Importing(QObject):
    """Leads what comes into one window to its page Import documents."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def choose(self) -> None:
        """Show the page and ask for files."""
        if self._may_write():
            self._page()
            choose.documents(self._window, self.take)

    def take(self, paths: Sequence[Path]) -> None:
        """Read files that were handed over: those of references in their own dialog, the others as documents."""
        if not self._may_write():
            return
        references = [path for path in paths if path.suffix.lower().removeprefix(".") in choose.REFERENCES]
        documents = [path for path in paths if path not in references]
        if documents:
            self._read(documents)
        if references:
            self._window.handlers.show_references(references)

    def paste(self) -> None:
        """Read what was copied elsewhere: files, else a text."""
        if not self._may_write():
            return
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()] if copied else []
        if paths:
            self.take(paths)
        elif copied and copied.text().strip():
            self._read([copied.text()])
        else:
            self._window.say(NOTHING)

    def _may_write(self) -> bool:
        """Whether the library takes documents; if not, that is said."""
        if self._session.library.read_only:
            self._window.say(self._session.library.read_only)
        return not self._session.library.read_only

    def _read(self, sources: Sequence[Path | str]) -> None:
        """Read files, or words, on the page, which has the focus then."""
        panel = self._page()
        panel.add(sources)
        panel.view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self) -> ImportPanel:
        """The page, shown."""
        self._window.trail.go(Address("", "import"))
        panel = cast("ImportPanel", self._window.library_pages.in_view())
        panel.view().setFocus(Qt.FocusReason.OtherFocusReason)
        return panel
