"""Searches of quotes beyond the moment: kept in the library, sent as links, and steps to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from db import search_links
from db.errors import BadValue
from db.searches import Search
from desktop.commands import searches as commands
from desktop.models.quote_list import Asked
from desktop.models.search_list import SearchListModel
from desktop.panes import reach_after
from desktop.views.search_list_panel import SearchListPanel

if TYPE_CHECKING:
    from db.search_links import Linked
    from desktop.window import MainWindow


class Searching(QObject):
    """Wires the quotes pane, the list of kept searches and the trail of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._named_next = ""  # the search whose name is to be written as soon as it is listed
        self._model = SearchListModel(self._session, self)
        self.panel = SearchListPanel(self._model, window.meetings)
        window.meetings.add_below(self.panel)
        reach_after(window.meetings.list, self.panel)
        window.meetings.last_stop = self.panel.list
        self._connect()

    def _connect(self) -> None:
        kept, quotes = self.panel.list, self._window.quotes
        kept.copy_requested.connect(self._copy)
        kept.delegate.renamed.connect(lambda uid, name: commands.rename(self._session, uid, name))
        kept.remove_requested.connect(self._remove)
        kept.run_requested.connect(lambda search: self._run(search.query, search.ordering))
        quotes.asked.connect(self._mark)
        quotes.link_entered.connect(self.open_link)
        quotes.save_requested.connect(self.save)
        quotes.settled.connect(self._settled)
        self._model.shown.connect(self._listed)
        self._window.trail.searched.connect(self._return_to)

    def begin(self) -> None:
        """List the searches that the library keeps."""
        self._model.reload()

    def show_ready(self, ready: bool) -> None:
        """Count the kept searches once all quotes are ready for searching, and not before."""
        self._model.show_ready(ready)

    def save(self) -> None:
        """Keep what is searched for, and lead to its name in the list; one that is kept already is shown there."""
        query, ordering = self._present()
        if not query:
            self._window.say("Search for something first: type words beside the quotes, or narrow them.")
        elif (index := self._model.index_for(query, ordering)).isValid():
            self.panel.list.mark(index)
            self._window.say("This search is saved already.")
        else:
            commands.save(self._session, query, ordering, self._saved)

    def copy_link(self) -> None:
        """Copy a link to what is searched for."""
        query, ordering = self._present()
        if query:
            self._copy_link(query, ordering)
        else:
            self._window.say("Search for something first: a link leads to a search.")

    def ask_link(self) -> None:
        """Ask for a link, and open it."""
        from desktop.dialogs.link_dialog import LinkDialog

        dialog = LinkDialog(self._window)
        dialog.chosen.connect(self._open)
        dialog.open()

    def open_link(self, text: str) -> None:
        """Search for what a link says; a bad one is told in the window."""
        try:
            linked = search_links.read(text)
        except BadValue as error:
            self._window.trouble.tell(error)
        else:
            self._open(linked)

    def _open(self, linked: Linked) -> None:
        self._run(*linked)

    def _run(self, query: str, ordering: str) -> None:
        self._reveal()
        self._window.quotes.show_search(Asked(query, ordering=ordering))

    def _present(self) -> tuple[str, str]:
        """What is searched for in words, empty when all quotes are shown; and the order."""
        text, ordering = self._window.quotes.present() or Asked("", self._window.quotes.ordering)
        return text, ordering

    def _reveal(self) -> None:
        self._window.editing.close()
        self._window.right.show()

    def _return_to(self, asked: Asked | None) -> None:
        """Show the quotes of a step that one went back or forward to."""
        if asked:
            self._reveal()
        self._window.quotes.show_search(asked)
        self._window.refresh_actions()

    def _settled(self) -> None:
        self._window.trail.ask(self._window.quotes.present())
        self._window.refresh_actions()

    def _copy(self, search: Search) -> None:
        self._copy_link(search.query, search.ordering)

    def _copy_link(self, query: str, ordering: str) -> None:
        QGuiApplication.clipboard().setText(search_links.link(query, ordering))
        self._window.say("A link to the search was copied. Go › Open link opens it, and so does the search field.")

    def _remove(self, search: Search) -> None:
        commands.remove(self._session, search.uid)

    def _saved(self, uid: str) -> None:
        self._named_next = uid
        self._listed()

    def _listed(self) -> None:
        index = self._model.index_of(self._named_next)
        if index.isValid():
            self._named_next = ""
            self.panel.list.rename(index)
        else:
            self._mark()

    def _mark(self) -> None:
        """Show in the list which search is made now, if it is kept."""
        self.panel.list.mark(self._model.index_for(*self._present()))
