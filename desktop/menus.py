"""The menus and the tool bar, and which of their actions can be done now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from db.references import Record
from desktop.actions import ACTIONS, MENUS, OF_LIBRARY, OF_MEETING, OF_PAGE, OF_READER, TOOLS, WRITING
from desktop.icons import icon
from desktop.session import Session
from desktop.settings import THEME, Settings
from desktop.theme import THEMES, theme
from desktop.trail import Trail


class Menus(QObject):
    """Fills the menu bar and the tool bar of a window."""

    triggered = Signal(str)
    recent_chosen = Signal(Path)
    theme_chosen = Signal(str)

    def __init__(self, window: QMainWindow, actions: dict[str, QAction], settings: Settings, find: QWidget) -> None:
        """`find` is the field that stands in the tool bar."""
        super().__init__(window)
        self._find = find
        self._window, self._actions, self._settings = window, actions, settings
        for name, action in actions.items():
            action.triggered.connect(lambda _=False, name=name: self.triggered.emit(name))
        for title, names in MENUS.items():
            self._fill(window.menuBar().addMenu(title), names)
        self._bar = QToolBar("Tools", window, movable=False)
        self._bar.setObjectName("tools")
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        window.addToolBar(self._bar)
        for name in TOOLS:
            self._add_tool(name)

    def dress(self) -> None:
        """Give the actions their icons."""
        self._bar.setIconSize(QSize(theme.px(18), theme.px(18)))
        for action in ACTIONS:
            if action.icon:
                self._actions[action.name].setIcon(icon(action.icon))

    def refresh(self, trail: Trail, session: Session, page: Record | None) -> None:
        """Offer only what can be done now, on the meeting or event of a page; say what undo and redo would do."""
        self._actions["back"].setEnabled(trail.can_go_back)
        self._actions["forward"].setEnabled(trail.can_go_forward)
        writable = session.is_open and not session.library.read_only
        undo, redo = session.library.undo_labels() if writable else (None, None)
        for name, label in (("undo", undo), ("redo", redo)):
            action = self._actions[name]
            action.setEnabled(label is not None)
            what = f" “{label.replace('&', '&&')}”" if label else ""
            action.setText(f"&{name.capitalize()}{what}")
        for name in OF_LIBRARY:
            self._actions[name].setEnabled(session.is_open)
        for name in WRITING:
            self._actions[name].setEnabled(writable)
        for name in OF_PAGE:
            self._actions[name].setEnabled(writable and page is not None)
        reading = trail.here.tab == ("sources" if trail.here.uid else "source")
        for name in OF_MEETING:
            fits = (page is not None and page.kind == "meeting") or (name == "add_quote" and reading)
            self._actions[name].setEnabled(writable and fits)
        for name in OF_READER:
            self._actions[name].setEnabled(session.is_open and reading and (writable or name not in WRITING))

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == "|":
                menu.addSeparator()
            elif name == "<recent>":
                self._recent = menu.addMenu("Open &recent")
                self._recent.aboutToShow.connect(self._fill_recent)
            elif name == "<theme>":
                self._fill_themes(menu.addMenu("&Theme"))
            else:
                menu.addAction(self._actions[name])

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent():
            action = self._recent.addAction(f"{path.stem}    {path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
        if self._recent.isEmpty():
            self._recent.addAction("No library was opened yet").setEnabled(False)

    def _fill_themes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for scheme, label in THEMES.items():
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(self._settings.get(THEME) == scheme)
            action.triggered.connect(lambda _=False, scheme=scheme: self.theme_chosen.emit(scheme))
            group.addAction(action)

    def _add_tool(self, name: str) -> None:
        if name == "|":
            self._bar.addSeparator()
        elif name == "<space>":
            space = QWidget(self._bar)
            space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._bar.addWidget(space)
        elif name == "<find>":
            self._bar.addWidget(self._find)
        else:
            self._bar.addAction(self._actions[name])
            button = self._bar.widgetForAction(self._actions[name])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(self._actions[name].text().replace("&", ""))
