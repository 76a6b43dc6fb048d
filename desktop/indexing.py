"""Makes the indexes of quotes and records ready in the background, step by step, whenever one is not whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from db import KnownError, Library, indexing
from db.errors import IndexDamaged
from db.indexing import Progress
from desktop.commands import indexing as commands
from desktop.widgets.progress_note import ProgressNote

if TYPE_CHECKING:
    from desktop.window import MainWindow

PAUSE = 60  # milliseconds between two steps
LONGEST = 5000  # milliseconds for which a step waits for reads: its commit would make them begin again
PATIENCE = 500  # milliseconds after which progress is shown
MADE = "The search index was made anew."
IN_A_COPY = "This library may only be read: save a copy (File › Save a copy) and open that: there it is made anew."
MENDED = "The search index was damaged, and was made anew. The quotes and all else in the library are as they were."


class Indexing(QObject):
    """Looks after the indexes of the library of one window."""

    ended = Signal()
    """All is in the indexes, or no more is taken in for now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._library: Library | None = None
        self._mended: Library | None = None
        self._told = self._then = ""
        self._halted = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._waiting = QElapsedTimer()
        self.note = ProgressNote(window)
        self.note.stopped.connect(self.stop)
        window.statusBar().addPermanentWidget(self.note)
        self._session.opened.connect(self.begin)
        self._session.changed.connect(self._look)
        self._session.closing.connect(self._let_go)

    @property
    def is_running(self) -> bool:
        """Whether more is being taken in."""
        return self._library is not None

    @property
    def is_waiting(self) -> bool:
        """Whether the next step waits for reads to end."""
        return self._timer.isActive() and self._session.tasks.busy

    def begin(self) -> None:
        """Look whether the indexes are whole, and make them so if not; in a library that may not be written to they
        stay as they are."""
        self._halted = False
        self._look()

    def mend(self, error: IndexDamaged) -> None:
        """Say that an index is damaged, and make it anew: by itself once, and again where a person wishes it."""
        library = self._session.library
        self._window.quotes.show_failed()
        self._window.find_field.close_list()  # what it shows is of the search before
        if library.read_only:
            self._window.banner.say(f"{error} {IN_A_COPY}")
        elif self._mended is not library:
            self._mended = library
            self._empty(f"{error} This is being done now; until then not everything is found.", MENDED)
        elif not self._then:
            self._told = str(error)
            self._window.banner.say(self._told, "Make it anew", self.make_anew)

    def make_anew(self) -> None:
        """Make the indexes anew from nothing, as a person wishes it."""
        self._empty("", MADE)

    def _empty(self, said: str, then: str) -> None:
        """Empty the indexes and fill them again, with something said over the page while that lasts, and at its end."""
        if self._then:
            return
        self._take_back()
        library, self._then, self._told = self._session.library, then, said
        if said:
            self._window.banner.say(said)
        self._leave()

        def begin(_: object) -> None:
            if self._session.is_open and self._session.library is library:
                self._halted = False
                self._look()

        commands.begin_anew(self._session, begin, lambda error: self._failed(library, error))

    def _take_back(self) -> bool:
        """Say the damage over the page no longer, where that is still said; whether it was."""
        shown = self._told != "" and self._window.banner.text() == self._told
        if shown:
            self._window.banner.hide()
        self._told = ""
        return shown

    def _say_made(self) -> None:
        then, self._then = self._then, ""
        if self._take_back():
            self._window.banner.say(then)
        elif then:
            self._window.say(then)

    def stop(self) -> None:
        """Take in no more until the library is opened again."""
        self._halted = True
        self._let_go()
        self._window.say("Stopped. The rest is made ready for searching when the library is opened again.")

    def _let_go(self) -> None:
        self._then = ""
        self._take_back()
        self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self._library = None
        self.note.say("")
        self.ended.emit()

    def _look(self) -> None:
        """An edit may have found that an index is damaged, and emptied it."""
        if self._session.is_open and not self.is_running:
            self._session.read(indexing.how_far, self._looked)

    def _looked(self, progress: Progress) -> None:
        if self.is_running:
            return
        self._show_ready(progress)
        if not progress.whole and not self._halted and not self._session.library.read_only:
            self._library = self._session.library
            self._since.start()
            self._take()

    def _show_ready(self, progress: Progress) -> None:
        self._window.quotes.show_ready(progress.quotes)
        self._window.searching.show_ready(progress.quotes)

    def _go_on(self) -> None:
        """Take the next step once nothing is being read, or has been for long."""
        if self._session.tasks.busy and not self._waiting.hasExpired(LONGEST):
            self._timer.start()
        else:
            self._take()

    def _take(self) -> None:
        library = self._library
        if library is None or not self._session.is_open or self._session.library is not library:
            return
        commands.take_step(
            self._session, lambda done: self._took(library, done), lambda error: self._failed(library, error)
        )

    def _took(self, library: Library, progress: Progress) -> None:
        if library is not self._library:
            return
        self._show_ready(progress)
        if progress.whole:
            self._leave()
            self._say_made()
            return
        if self._since.hasExpired(PATIENCE):
            self.note.say(f"Making the texts ready for searching: {100 * progress.done // progress.total} %")
        self._waiting.start()
        self._timer.start()

    def _failed(self, library: Library, error: KnownError) -> None:
        if library is self._library or (self._then and self._session.is_open and self._session.library is library):
            stays = "" if self._then else ": what was found before is still found"  # else the indexes were emptied
            self._halted = True
            self._let_go()
            self._window.banner.say(f"Not all is ready for searching{stays}. {error}", "Try again", self._try_again)

    def _try_again(self) -> None:
        self._window.banner.hide()
        self.begin()
