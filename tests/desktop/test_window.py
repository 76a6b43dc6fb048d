"""The window as a whole: steps back and forward, what a restart keeps, files, looks, and an end without rests."""

import threading

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from db import Cancel, Library, meeting_list
from desktop.actions import ACTIONS, MENUS, TOOLS
from desktop.commands import libraries
from desktop.settings import THEME, ZOOM
from desktop.theme import DARK, LIGHT, THEMES, ZOOMS, theme
from desktop.trail import Address


@pytest.fixture
def act(window, idle):
    """Does an action by its name and waits until it is done."""

    def act(name):
        window.actions_by_name[name].trigger()
        idle(window.session)

    return act


def answer(window, path):
    """Choose a file in the dialog that is open."""
    dialog = window.findChild(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()


def test_back_and_forward_can_be_done_only_where_they_lead_somewhere(window, act):
    actions = window.actions_by_name
    assert not actions["back"].isEnabled()
    window.trail.go(Address("astana-04"))
    assert (actions["back"].isEnabled(), actions["forward"].isEnabled()) == (True, False)
    act("back")
    assert window.trail.here == Address()
    assert window.pages.currentWidget() is window.front
    assert (actions["back"].isEnabled(), actions["forward"].isEnabled()) == (False, True)
    act("forward")
    assert window.pages.currentWidget() is window.meeting
    act("title_page")
    assert window.trail.here == Address()


def test_a_restart_shows_the_same_page_in_the_same_window(start, astana, idle, qtbot):
    first = start(astana)
    first.window.resize(760, 600)
    first.window.panes.setSizes([190, 340, 230])
    first.window.trail.go(Address("astana-04", "sources"))
    idle(first)
    sizes = first.window.panes.sizes()
    first.window.actions_by_name["show_quotes"].trigger()
    first.window.close()
    first.session.close()
    second = start(astana).window
    idle(second.session)
    assert (second.width(), second.height()) == (760, 600)
    assert second.trail.here == Address("astana-04", "sources")
    assert second.right.isHidden()
    second.actions_by_name["show_quotes"].trigger()
    qtbot.waitUntil(lambda: second.panes.sizes() == sizes)


def test_another_library_opens_at_its_title_page(start, astana, tmp_path, idle):
    first = start(astana)
    first.window.trail.go(Address("astana-04"))
    first.window.close()
    first.session.close()
    Library.create(tmp_path / "other.parley", "Other").close()
    assert start(tmp_path / "other.parley").window.trail.here == Address()


def test_the_first_start_makes_the_own_copy_and_opens_it(start, home, qtbot):
    window = start().window
    qtbot.waitUntil(lambda: window.session.is_open and window.meetings.list.model().rowCount() > 0)
    assert window.session.library.path == home / "Astana Process.parley"
    assert window.windowTitle() == "Astana Process – Parley"
    assert window._file.text() == "every change is saved"


def drop(window, *urls):
    """Drag files over the window and let them go; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    at, left, none = QPointF(300, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, entered)
    if entered.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at, Qt.DropAction.CopyAction, data, left, none))
    return entered.isAccepted()


def test_a_dropped_library_is_opened_also_from_among_others(window, tmp_path, idle):
    path = tmp_path / "Ж & other.parley"
    Library.create(path, "Other").close()
    assert drop(window, "file:///notes.txt", QUrl.fromLocalFile(str(path)).toString())
    idle(window.session)
    assert window.windowTitle() == "Ж & other – Parley"


def test_what_is_dropped_and_no_library_is_read_as_a_document(window, tmp_path, idle):
    (tmp_path / "notes.txt").write_text("Notes of the meeting")
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "notes.txt")).toString())
    idle(window.session)
    assert window.trail.here == Address("", "import")
    assert [row.values["title"] for row in window.library_pages.in_view().model.rows()] == ["Notes of the meeting"]


def test_an_address_from_the_web_is_not_taken(window):
    assert not drop(window, "https://example.org/a.parley")


def test_recent_libraries_can_be_opened_again(window, tmp_path, idle, astana):
    Library.create(tmp_path / "other.parley", "Other").close()
    window.open_path(tmp_path / "other.parley")
    window.menus._recent.aboutToShow.emit()
    actions = window.menus._recent.actions()
    assert [action.text().split("    ")[0] for action in actions] == ["other", "astana"]
    actions[1].trigger()
    idle(window.session)
    assert window.session.library.path == astana


def test_a_new_library_is_made_with_its_suffix_and_opened(window, act, tmp_path, idle):
    act("new_library")
    answer(window, tmp_path / "My talks")
    idle(window.session)
    assert window.session.library.path == tmp_path / "My talks.parley"
    assert "This library is empty." in window.front.toPlainText()


def test_a_new_library_never_takes_the_place_of_a_file(window, tmp_path, astana):
    before = astana.read_bytes()
    window.handlers._try(libraries.new_library, astana)
    assert "There is a file “astana.parley” already" in window.banner.text()
    assert astana.read_bytes() == before


def test_a_copy_is_saved_while_the_library_stays_open(window, act, tmp_path, idle, astana):
    act("save_copy")
    answer(window, tmp_path / "Copy & more.parley")
    idle(window.session)
    assert window.statusBar().currentMessage() == "Copied to “Copy & more.parley”."
    assert window.session.library.path == astana
    with Library(tmp_path / "Copy & more.parley") as copy:
        assert len(meeting_list.lines(copy, Cancel())) == 60


def test_the_shipped_library_opens_unedited_beside_an_edited_one(start, home, qtbot, idle):
    app = start()
    qtbot.waitUntil(lambda: app.session.is_open and not app.tasks.busy)
    app.session.run(lambda library: library.meetings.edit("astana-04", title="Mine"))
    app.window.actions_by_name["open_shipped"].trigger()
    qtbot.waitUntil(lambda: app.session.library.path.name == "Astana Process, unedited.parley")
    idle(app)
    assert app.session.library.meetings.get("astana-04").title != "Mine"


def test_a_library_that_may_only_be_read_says_so_and_offers_a_copy(window, tmp_path, shipped_file, idle):
    path = tmp_path / "held.parley"
    path.write_bytes(shipped_file.read_bytes())
    (tmp_path / ".held.parley.lock").touch()
    window.open_path(path)
    idle(window.session)
    assert window.banner.text().endswith("so here it may only be read.")
    assert window._file.text() == "read only"
    assert not window.actions_by_name["undo"].isEnabled()
    button = next(button for button in window.banner.findChildren(QPushButton) if button.text() == "Save a copy…")
    button.click()
    answer(window, tmp_path / "copy.parley")
    idle(window.session)
    assert (tmp_path / "copy.parley").exists()


def test_undo_and_redo_say_what_they_would_do_and_can_be_done_only_then(window, act, idle):
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert (undo.isEnabled(), redo.isEnabled(), undo.text()) == (False, False, "&Undo")
    window.session.run(lambda library: library.tags.add(name="peace"))
    idle(window.session)
    assert (undo.isEnabled(), undo.text()) == (True, "&Undo “Add tag”")
    assert window.statusBar().currentMessage() == "Add tag: saved."
    act("undo")
    assert (undo.isEnabled(), redo.isEnabled(), redo.text()) == (False, True, "&Redo “Add tag”")
    act("redo")
    assert [tag.name for tag in window.session.library.tags.all(Cancel())] == ["peace"]


def test_zoom_goes_from_80_to_200_per_cent_in_steps_and_back(window, act):
    sizes = []
    for _ in ZOOMS:
        act("zoom_in")
        sizes.append(theme.zoom)
    assert sizes == [110, 125, 150, 175, 200, 200, 200, 200]
    assert QApplication.font().pixelSize() == 28
    for _ in ZOOMS:
        act("zoom_out")
    assert theme.zoom == 80
    act("zoom_reset")
    assert (theme.zoom, window.settings.get(ZOOM)) == (100, 100)


def test_each_theme_can_be_chosen_and_is_kept(window, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    for scheme, colours in (("dark", DARK), ("light", LIGHT)):
        window.menus.theme_chosen.emit(scheme)
        assert theme.colours == colours
        assert window.settings.get(THEME) == scheme
        assert QApplication.palette().window().color().name() == colours.side
        assert colours.accent in window.meeting.overview.toHtml()
    assert list(THEMES) == ["system", "light", "dark"]


def test_every_action_stands_in_a_menu_and_no_keys_are_taken_twice(window):
    names = [action.name for action in ACTIONS]
    assert sorted(name for menu in MENUS.values() for name in menu if name[0] not in "|<") == sorted(names)
    assert set(TOOLS) - {"|", "<space>", "<find>"} <= set(names)
    keys = [key for action in ACTIONS for key in action.keys.split()]
    assert len(keys) == len(set(keys))
    for action in ACTIONS:
        assert action.name in window.handlers._steps


def test_help_and_about_open_and_close(window, act, qtbot):
    for name, title in (("search_help", "How to search"), ("about", "About Parley")):
        act(name)
        dialog = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle() == title)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_nothing_is_left_when_the_window_is_closed(start, astana, tmp_path):
    before = {thread.name for thread in threading.enumerate()}
    app = start(astana)
    app.window.actions_by_name["quit"].trigger()
    assert not app.window.isVisible()
    app.stop()
    assert {thread.name for thread in threading.enumerate()} == before
    assert list(tmp_path.glob(".*")) == []
    assert list(tmp_path.glob("*-journal")) == []


def test_what_rests_on_a_passage_is_said_while_the_caret_is_in_it_and_its_page_is_shown(window, idle):
    window.trail.go(Address("", "source", "source:seed-002"))
    idle(window.session)
    text = window.reader_in_view().text
    first = text._marks.all[0]
    bare = next(at for at in range(len(text.toPlainText())) if not text._marks.at(at))
    for leave in (lambda: text.bring_into_view(bare), lambda: window.trail.go(Address())):
        text.bring_into_view(first.use.starts)
        assert window.statusBar().currentMessage() != ""
        leave()
        assert window.statusBar().currentMessage() == ""


def test_what_is_said_over_the_page_is_never_cut(window, act):
    window.resize(1280, 800)
    while theme.zoom < 200:
        act("zoom_in")
    window.trail.go(Address("astana-04"))
    window.banner.say("A sentence of many words that say what is wrong and what to do. " * 4)
    QApplication.processEvents()
    label = window.banner.findChild(QLabel)
    assert label.height() >= label.heightForWidth(label.width())
