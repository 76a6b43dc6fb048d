"""The left pane: all meetings by year, a filter, and the kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QMenu, QToolButton, QWidget

from db import vocabulary
from desktop.models.meeting_list import MeetingListModel
from desktop.trail import DAYS, value_target
from desktop.views.meeting_list_delegate import MeetingListDelegate
from desktop.views.side_panel import SidePanel
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from db.meeting_tags import MeetingTags
    from desktop.views.filter_box import FilterBox


class MeetingListPanel(SidePanel):
    """The list of rounds and other meetings."""

    open_requested = Signal(str)
    value_requested = Signal(str, str)
    """The passage behind a value of a meeting is wanted: its uid, and the target of the value."""

    def __init__(self, model: MeetingListModel, parent: QWidget | None = None) -> None:
        self.filter = SearchField("Filter meetings", "Title, city, date, party or person")
        self._kind_button = QToolButton()
        self.list = MeetingListView(model)
        super().__init__("Rounds and meetings", self.filter, [self._kind_button], self.list, parent)
        self._model = model
        self._kinds: set[str] = set()
        self._wanted = ""
        self.last_stop: QWidget = self.list
        """Where the key Tab comes to last in this pane."""
        self.tag: FilterBox | None = None
        """The filter by tag; there is none as long as no meeting has a tag."""
        self._kind_button.setObjectName("kinds")
        self._kind_button.setText("All kinds")
        self._kind_button.setAccessibleName("Kinds of meeting")
        self._kind_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._kind_menu = QMenu(self._kind_button)
        self._kind_button.setMenu(self._kind_menu)
        self._connect()

    def _connect(self) -> None:
        self._empty.pressed.connect(self.clear)
        self._kind_menu.aboutToShow.connect(self._fill_kinds)
        self._model.shown.connect(self._shown)
        self._model.tagged.connect(self._offer_tags)
        self.list.delegate.painted.connect(self._model.read_tags, Qt.ConnectionType.QueuedConnection)
        self.filter.searched.connect(self._narrow)
        self.list.chosen.connect(self._choose)
        self.list.value_requested.connect(self.value_requested)

    def show_meeting(self, uid: str) -> None:
        """Mark a meeting as the one that is shown, now or as soon as the list holds it."""
        self._wanted = uid
        index = self._model.index_of(uid)
        self.list.mark(index)

    def begin(self) -> None:
        """Show all meetings of a library that was just opened."""
        if self.tag:
            self.tag.fill_tags([])
            self.tag.hide()
        if self._kinds or self.filter.text():
            self.clear()

    def clear(self) -> None:
        """Show all meetings again."""
        self._kinds.clear()
        if self.tag:
            self.tag.choose_all()
        self.filter.clear()
        self._narrow()

    def show_kind(self, kind: str) -> None:
        """Show the meetings of a kind, all when it is empty, and lead into the list."""
        self.clear()
        if kind:
            self._choose_kind(kind, True)
        self.list.setFocus()

    def _choose(self, uid: str) -> None:
        self._wanted = uid
        self.open_requested.emit(uid)

    def _narrow(self) -> None:
        names = [vocabulary.KIND_PLURALS[kind] for kind in self._model.kinds if kind in self._kinds]
        self._kind_button.setText(f"{', '.join(names) or 'All kinds'}")
        tag = self.tag.currentData() if self.tag else None
        self._model.narrow(self.filter.text(), frozenset(self._kinds), tag)

    def _offer_tags(self, tags: MeetingTags) -> None:
        """Offer the tags that occur as a filter."""
        if not self.tag:
            if not tags.choices:
                return
            from desktop.views.filter_box import FilterBox

            self.tag = FilterBox("Tag", self)
            self.tag.setMinimumContentsLength(3)
            self.tag.activated.connect(self._narrow)
            self.add_filter(self.tag, self._kind_button)
        self.tag.fill_tags(tags.choices)
        self.tag.setVisible(bool(tags.choices))

    def _fill_kinds(self) -> None:
        self._kind_menu.clear()
        every = self._kind_menu.addAction("All kinds", self._clear_kinds)
        every.setCheckable(True)
        every.setChecked(not self._kinds)
        self._kind_menu.addSeparator()
        for kind in self._model.kinds:
            chosen = kind in self._kinds
            action = QAction(vocabulary.KIND_PLURALS[kind], self._kind_menu, checkable=True, checked=chosen)
            action.toggled.connect(lambda on, kind=kind: self._choose_kind(kind, on))
            self._kind_menu.addAction(action)

    def _clear_kinds(self) -> None:
        self._kinds.clear()
        self._narrow()

    def _choose_kind(self, kind: str, on: bool) -> None:
        (self._kinds.add if on else self._kinds.discard)(kind)
        self._narrow()

    def _shown(self, count: int, total: int) -> None:
        self.show_count(str(total) if count == total else f"{count} of {total}", self._why_nothing(count, total))
        self.list.mark(self._model.index_of(self._wanted))

    def _why_nothing(self, count: int, total: int) -> tuple[str, str] | None:
        if count:
            return None
        if not total:
            return "This library holds no meetings yet.", ""
        kinds = " of the chosen kinds" if self._kinds else ""
        tag = f" with the tag “{self.tag.choice()}”" if self.tag and self.tag.choice() else ""
        words = f" with “{self.filter.text()}”" if self.filter.text().strip() else ""
        return (
            f"No meeting{kinds}{tag}{words}. The filter looks at titles, dates, cities, parties and people.",
            "Show all meetings",
        )


class MeetingListView(QListView):
    """The list itself; moving the selection opens the meeting, Ctrl and a click the passage behind what is clicked."""

    chosen = Signal(str)
    value_requested = Signal(str, str)

    def __init__(self, model: MeetingListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._timer = QTimer(self, singleShot=True, interval=60)  # holding an arrow key opens only where it stops
        self._timer.timeout.connect(self._tell)
        self.setObjectName("side")
        self.setAccessibleName("Meetings")
        self.setModel(model)
        self.delegate = MeetingListDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mark(self, index: QModelIndex) -> None:
        """Select a row without opening it; an invalid index selects none."""
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        if index.isValid():
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the next meeting below (1) or above (-1), over the headings."""
        self._go_from(self.currentIndex().row() + by, by)

    def _go_from(self, row: int, by: int) -> None:
        """Go to the first meeting from a row on, upwards or downwards."""
        while 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            if self._line(index):
                self.setCurrentIndex(index)
                return
            row += by

    def _tell(self) -> None:
        line = self._line(self.currentIndex())
        if line:
            self.chosen.emit(line.uid)

    def _line(self, index: QModelIndex):  # noqa: ANN202
        model = self.model()
        assert isinstance(model, MeetingListModel)
        return model.line(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet and selected.indexes():
            self._timer.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always seen: it stands on a meeting, though that is not opened by it."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
            self.mark(next((index for index in rows if self._line(index)), QModelIndex()))

    def _show_value(self, index: QModelIndex, place: QPoint | None = None) -> None:
        """Ask for the passage behind what stands at a place of a row; behind its days without one."""
        line = self._line(index)
        if line:
            on_days = place is None or self.delegate.is_on_days(self.visualRect(index), line, place)
            self.value_requested.emit(line.uid, value_target(DAYS if on_days else "number"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._show_value(self.indexAt(place), place)
            return
        super().mousePressEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._show_value(self.currentIndex())
            else:
                self._tell()
        elif event.key() == Qt.Key.Key_Home:
            self._go_from(0, 1)  # Qt stops at the heading, which it may not choose
        else:
            super().keyPressEvent(event)
