"""A source to be read: its head, its text with all that rests on it, or, where no text is held, what rests on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from db.passages import Passage
from db.references import Record
from db.source_page import Use
from desktop.commands import anchors
from desktop.models.source_content import SourceContent
from desktop.pages.markup import Page
from desktop.pages.source_uses import source_uses
from desktop.record_places import address_of
from desktop.session import Session
from desktop.theme import theme
from desktop.trail import Address, target_place
from desktop.views.page_browser import PageBrowser
from desktop.views.passage_strip import PassageStrip
from desktop.views.reader_menus import text_menu, uses_menu
from desktop.views.reading_text import Span, TextPlace
from desktop.views.source_head import SourceHead
from desktop.views.source_text import SourceText
from desktop.views.text_search import TextSearch
from desktop.widgets.compound import Compound
from desktop.widgets.find_bar import FindBar
from desktop.widgets.rest_stack import RestStack
from desktop.widgets.selection_bar import SelectionBar

ACTS = {
    "quote": ("Quote", "Make these words a quote (Ctrl+Shift+U)"),
    "cite": ("Cite for…", "Cite this passage for a value of a record (Ctrl+Shift+I)"),
    "note": ("Note", "Write a note on this passage (Ctrl+Shift+N)"),
    "tag": ("Tag…", "Put tags on this passage (Ctrl+Shift+T)"),
}
"""What can be done with selected words: for each the word of its button and a tip, which names the keys."""
LOW = 420  # pixels at 100 % below which the head leaves the room to the text


class ReaderPlace(NamedTuple):
    """Where one is in a source, to come back to it; `uses` is how far what rests on it is scrolled."""

    target: str
    text: TextPlace
    uses: int


class SourceReader(Compound):
    """Shows what a target names; what is wished is told, with the passage that it is about."""

    shown = Signal()
    missing = Signal()
    go_requested = Signal(Address)
    turn_requested = Signal(Address)
    """Another passage is to be shown in place of this one: one goes back to where one came from."""
    add_requested = Signal(str, dict)
    record_requested = Signal(Record)
    """The form of a record is wanted."""
    cite_requested = Signal(Passage, str)
    """A passage is to be cited; with the uid of the meeting at hand, which may be empty."""
    tag_requested = Signal(Passage)
    check_requested = Signal()
    """The selected words are to be looked for in all sources."""
    said = Signal(str)
    pointed = Signal(str)
    """What rests on the passage in which the caret is; empty where nothing does."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._meeting = self._target = ""
        self.sought = ""
        """The search for quotes beside it: its words are marked in the passages of quotes that are shown."""
        self._return: ReaderPlace | None = None
        self.content = SourceContent(session, self)
        self.head = SourceHead(self)
        self.strip = PassageStrip(self)
        self.text = SourceText(self)
        self.search = TextSearch(session, self.text, FindBar(self))
        self.uses = PageBrowser("What rests on the source", self)
        self._stack = RestStack(self)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.uses)
        self.bar = SelectionBar(ACTS, self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.strip)
        layout.addWidget(self.search.bar)
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.content.shown.connect(self._show_content)
        self.content.missing.connect(self._show_none)
        self.content.slow.connect(lambda: self.head.about.setText("Reading …"))
        self._session.changed.connect(self._refresh_if_seen)
        self.head.left.connect(self._leave)
        self.head.uses_wanted.connect(lambda: self._go_within("uses"))
        self.head.text_wanted.connect(lambda: self._go_within("source"))
        self.head.said.connect(self.said)
        self.uses.link_pressed.connect(self._follow_link)
        self.text.marks_pressed.connect(self._press)
        self.text.settled.connect(self._offer_bar)
        self.text.selectionChanged.connect(self.bar.hide)
        self.text.selectionChanged.connect(lambda: self.strip.offer_selection(self.text.textCursor().hasSelection()))
        self.strip.attach_requested.connect(self._attach)
        self.strip.go_requested.connect(self.go_requested)
        self.strip.confirm_requested.connect(lambda citation: anchors.confirm(self._session, citation))
        self.head.beside.turn_requested.connect(lambda target: self.turn_requested.emit(self._address(target)))
        self.text.verticalScrollBar().valueChanged.connect(self.bar.hide)
        self.text.pointed.connect(self.pointed)
        self.text.menu_wanted.connect(lambda at, on_screen: text_menu(self, at).popup(on_screen))
        self.bar.pressed.connect(self.act)
        self.search.said.connect(self.said)

    @property
    def may_write(self) -> bool:
        """Whether what is selected can be put to use."""
        return self._session.is_open and not self._session.library.read_only

    @property
    def source(self) -> Record | None:
        """The source that is shown."""
        return Record("source", self.content.page.source.uid) if self.content.page else None

    def show_target(self, target: str, meeting: str = "") -> None:
        """Show a source, or a passage in one; `meeting` is the one on whose page that is."""
        self._meeting, self._target = meeting, target
        self.head.lead_back("‹ All sources of this page" if meeting else "‹ All sources")
        self.content.show(*target_place(target), self.sought)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.be_low(self.height() < theme.px(LOW))

    def view(self) -> QWidget:
        """What takes the focus."""
        return self._stack.currentWidget() or self.text

    def redraw(self) -> None:
        """Show the source again in the present look."""
        self.head.be_low(self.height() < theme.px(LOW))
        self.head.dress()
        self.text.dress()
        if self.content.page:
            self._show_uses(keep_place=True)

    def marked_text(self) -> str:
        """The words of the marked passage; empty when none is marked."""
        return self.text.marked_text() if self.view() is self.text else ""

    def selection(self) -> Passage | None:
        """The passage that is selected; None when none is."""
        source = self.source
        span = self.text.selection() if source and self.view() is self.text else None
        return Passage(source.uid, *span) if source and span else None

    def place(self) -> ReaderPlace:
        """Where one is, to come back to it."""
        return ReaderPlace(self._target, self.text.place(), self.uses.verticalScrollBar().value())

    def return_to(self, place: ReaderPlace) -> None:
        """Go back to where one was, now or as soon as that source is read."""
        self._return = place

    def open_search(self) -> None:
        """Open the bar to find words, where there is a text."""
        if self.view() is self.text:
            self.search.open(self.content.text.text)
        else:
            self.said.emit("The text of this source is not held, so there is nothing to search.")

    def find_next(self, by: int) -> None:
        """Go to the next place of the words that were looked for (1), or to the one before (-1)."""
        if self.search.bar.isHidden():
            self.open_search()
        else:
            self.search.step(by)

    def act(self, name: str) -> None:
        """Do with the selected passage what one of ACTS names."""
        passage = self.selection()
        if not self.may_write:
            self.said.emit(self._session.library.read_only or "")
        elif passage is None:
            self.said.emit("Select words of the text first.")
        else:
            self.bar.hide()
            self._acts[name](passage)

    @property
    def _acts(self) -> dict[str, Callable[[Passage], None]]:
        return {
            "quote": lambda passage: self.add_requested.emit("quote", self._quote(passage)),
            "cite": lambda passage: self.cite_requested.emit(passage, self._at_hand()),
            "note": lambda passage: self.add_requested.emit("note", passage._asdict()),
            "tag": self.tag_requested.emit,
        }

    def step_to_mark(self, step: int) -> None:
        """Go to the next passage on which something rests (1), or to the one before (-1)."""
        if not self.text.step_to_mark(step):
            self.said.emit("There is no further mark." if step > 0 else "There is no mark before this place.")

    def _show_content(self, again: bool) -> None:
        page, place = self.content.page, self.content.place
        assert page
        assert place
        back, self._return = self._return, None
        if back and back.target != self._target:
            back = None
        had_focus, inside = self._has_focus(), self._holds_focus()
        uses = self.content.target.startswith("uses:") or page.source.text_sha256 is None
        self.head.show_source(page, uses=uses)
        self.head.beside.show_beside(self.content.beside)
        kept = back.text if back else self.text.place() if again else None
        self.text.show_text(self.content.text, page.pages.named())
        self.text.set_marks(page.uses)
        self.text.set_passage(place.span, known=place.known, words=self.content.words, citation=place.citation)
        cite = next((use for use in page.uses if use.id == place.citation), None)
        self.strip.show_cite(cite, place.span, self.content.then, uses=uses, may_write=self.may_write)
        self.search.read(self.content.text.text)
        self._stack.setCurrentWidget(self.uses if uses else self.text)
        if (inside and not again) or (had_focus and not self._has_focus()):
            self.setFocus()
        self._show_uses(keep_place=again)
        if kept:
            self.text.return_to(kept)
        else:
            self.text.bring_into_view(place.span[0] if place.span else 0)
        if back:
            self.uses.verticalScrollBar().setValue(back.uses)
        self.shown.emit()

    def _holds_focus(self) -> bool:
        """Whether one is in the reader with the keyboard, but not looking for words or going through passages."""
        apart = (self.search.bar, self.head.beside)
        here = QApplication.focusWidget()
        return self._has_focus() and here is not None and not any(part.isAncestorOf(here) for part in apart)

    def _has_focus(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or self.window())

    def _show_uses(self, *, keep_place: bool) -> None:
        page, place = self.content.page, self.content.place
        if page and place and self.view() is self.uses:
            self.uses.show_page(source_uses(page, place.citation), keep_place=keep_place)
            if place.citation is not None and not keep_place:
                self.uses.bring_into_view(f"use-{place.citation}")

    def _show_none(self, sentence: str) -> None:
        self.head.say_none(sentence)
        self.strip.hide()
        self.uses.show_page(Page("", {}))
        self._stack.setCurrentWidget(self.uses)
        self.missing.emit()

    def _attach(self, citation: str, place: Span | None) -> None:
        """Let a passage that lost its place stand at one that is shown, else at what is selected."""
        span = place or self.text.selection()
        if span:
            anchors.reattach(self._session, citation, *span, self.text.words(span))

    def _leave(self) -> None:
        """Show the list in which the source stands."""
        source = self.source
        target = f"record:source:{source.uid}" if source and not self._meeting else ""
        self.go_requested.emit(Address(self._meeting, "sources", target))

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.content.refresh()

    def _go_within(self, kind: str) -> None:
        """Show the same source in another way."""
        if self.content.page:
            self._go_to_target(f"{kind}:{self.content.page.source.uid}")

    def _go_to_target(self, target: str) -> None:
        self.go_requested.emit(self._address(target))

    def _address(self, target: str) -> Address:
        return Address(self._meeting, "sources" if self._meeting else "source", target)

    def _follow_link(self, link: str) -> None:
        kind, _, key = link.partition(":")
        if kind == "cite":
            self._go_to_target(link)
        elif kind == "record":
            record = Record(*key.split(":", 1))
            use = (
                next((use for use in self.content.page.uses if use.record == record), None)
                if self.content.page
                else None
            )
            self._go(record, use.meeting if use else None)

    def _press(self, uses: list[Use]) -> None:
        """One thing is shown at once; of several one is to be chosen."""
        if len(uses) == 1:
            self.follow(uses[0])
        else:
            uses_menu(self, uses).popup(self.text.viewport().mapToGlobal(self.text.selection_corner()))

    def follow(self, use: Use) -> None:
        """Show what rests on a passage where it stands."""
        self._go(use.record, use.meeting)

    def _go(self, record: Record, meeting: str | None) -> None:
        """Show a record where it stands; what has no place but its form, in that."""
        address = None if record.kind in ("note", "citation") else address_of(record, meeting)
        if address is None or record == self.source:
            self.record_requested.emit(record)
        else:
            self.go_requested.emit(address)

    def _at_hand(self) -> str:
        """The meeting on whose page one is, else the only one that cites the source; empty when there is none."""
        meetings = self.content.page.meetings if self.content.page else []
        return self._meeting or (meetings[0] if len(meetings) == 1 else "")

    def _quote(self, passage: Passage) -> dict[str, Any]:
        """What is known of a quote made of a passage."""
        page, meeting = self.content.page, self._at_hand()
        known: dict[str, Any] = {
            **passage._asdict(), "form": "direct", "text": self.text.words((passage.starts, passage.ends)),
        }  # fmt: skip
        if page and page.source.language:
            known["language"] = page.source.language
        if page and meeting in page.meetings:
            known["meeting"] = meeting
        return known

    def _offer_bar(self) -> None:
        if self.may_write and self.selection() and self.text.isVisible():
            rect = self.text.cursorRect()
            shift = self.text.viewport().pos()
            self.bar.show_at(rect.bottomLeft() + shift, rect.topLeft() + shift)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() == Qt.Key.Key_Escape and not self.bar.isHidden():
            self.bar.hide()
        elif event.key() == Qt.Key.Key_Escape and not self.search.bar.isHidden():
            self.search.bar.close_bar()
        elif event.key() in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_to_mark(steps[Qt.Key(event.key())])
        elif event.key() in steps and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.head.beside.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.content.refresh()
        super().showEvent(event)
