"""Documents come into the window: chosen, dropped or pasted; a library that is only read takes none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from db import Cancel
from desktop.dialogs.references_dialog import ReferencesDialog
from desktop.importing import NOTHING
from desktop.trail import Address
from tests.desktop.test_accessibility import nameless


@pytest.fixture
def notes(tmp_path):
    """A file to import."""
    path = tmp_path / "notes.txt"
    path.write_text("Notes of the meeting")
    return path


def act(window, name):
    window.actions_by_name[name].trigger()


def titles(window):
    return [row.values.get("title") for row in window.library_pages.in_view().model.rows()]


def test_documents_are_chosen_in_a_dialog_and_read(window, notes, idle):
    act(window, "import_documents")
    assert window.trail.here == Address("", "import")
    dialog = window.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.setDirectory(str(notes.parent))
    dialog.selectFile(str(notes))
    dialog.accept()
    idle(window.session)
    assert titles(window) == ["Notes of the meeting"]


def test_stored_documents_lead_to_the_sources(window, notes, idle):
    window.take_in([notes])
    idle(window.session)
    window.library_pages.in_view().store_all()
    idle(window.session)
    uid = next(one.uid for one in window.session.library.sources.all(Cancel()) if one.title == "Notes of the meeting")
    assert window.trail.here == Address("", "sources", f"record:source:{uid}")
    act(window, "undo")
    idle(window.session)
    assert uid not in [one.uid for one in window.session.library.sources.all(Cancel())]


def test_every_widget_of_the_page_has_a_name_and_every_label_is_plain(window, notes, idle, tmp_path):
    act(window, "import_documents")
    window.findChild(QFileDialog).reject()
    assert nameless(window) == []
    window.take_in([notes, tmp_path / "none"])
    idle(window.session)
    assert nameless(window) == []
    formats = {label.textFormat() for label in window.library_pages.in_view().findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("uid", ["", "astana-04"])
def test_words_pasted_where_no_field_is_become_a_document(window, idle, qtbot, uid):
    QGuiApplication.clipboard().setText("Words of a minister\n\nMore of them.")
    window.activateWindow()
    window.trail.go(Address(uid))
    idle(window.session)
    window.page_in_view().setFocus()
    qtbot.keyClick(window.page_in_view(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    idle(window.session)
    assert titles(window) == ["Words of a minister"]


def test_copied_files_are_read(window, notes, idle):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(notes)), QUrl("https://example.org/a.html")])
    QGuiApplication.clipboard().setMimeData(data)
    act(window, "paste_source")
    idle(window.session)
    assert titles(window) == ["Notes of the meeting"]


def test_an_empty_clipboard_is_said(window):
    act(window, "paste_source")
    assert window.statusBar().currentMessage() == NOTHING
    assert window.trail.here == Address()


def test_pasting_into_a_field_is_left_to_the_field(window, qtbot, idle):
    QGuiApplication.clipboard().setText("Novograd")
    window.activateWindow()
    window.quotes.field.setFocus()
    qtbot.keyClick(window.quotes.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    idle(window.session)
    assert window.quotes.field.text() == "Novograd"
    assert window.trail.here == Address()


def test_a_library_that_is_only_read_is_offered_none(window, notes, tmp_path, shipped_file, idle):
    path = tmp_path / "held.parley"
    path.write_bytes(shipped_file.read_bytes())
    (tmp_path / ".held.parley.lock").touch()
    window.open_path(path)
    idle(window.session)
    for name in ("import_documents", "paste_source"):
        assert not window.actions_by_name[name].isEnabled()
    window.take_in([notes])
    assert window.statusBar().currentMessage() == window.session.library.read_only
    assert window.trail.here == Address()


def test_files_of_references_go_to_their_own_dialog_and_the_others_to_the_page(window, notes, idle, tmp_path):
    path = tmp_path / "Talks.RIS"
    path.write_text("TY  - JOUR\nTI  - Who sat at the table\nER  - \n")
    window.take_in([path, notes])
    idle(window.session)
    assert titles(window) == ["Notes of the meeting"]
    dialog = window.findChild(ReferencesDialog)
    assert [one.title for one in dialog._model.wanted()] == ["Who sat at the table"]
    dialog.reject()


def test_documents_dropped_with_a_library_are_imported_into_that(window, notes, idle, tmp_path, empty):
    path = tmp_path / "other.parley"
    path.write_bytes(empty.read_bytes())
    window.take_in([notes, path])
    idle(window.session)
    assert window.session.library.path == path
    assert window.trail.here == Address("", "import")
    assert titles(window) == ["Notes of the meeting"]


def test_documents_dropped_with_a_library_that_cannot_be_opened_go_nowhere_and_that_is_said(
    window, notes, idle, tmp_path
):
    before = window.session.library.path
    path = tmp_path / "broken.parley"
    path.write_bytes(b"no library")
    window.take_in([notes, path])
    idle(window.session)
    assert window.session.library.path == before
    assert window.statusBar().currentMessage() == "“broken.parley” was not opened, so nothing was imported into it."
    assert window.trail.here == Address()


def test_the_window_closes_while_documents_are_read(window, tmp_path):
    path = tmp_path / "slow.html"
    path.write_bytes(b"<html>" + b"<div><p>a</p></div>" * 3_000_000)
    window.take_in([path, Path("/none")])
    window.close()
    assert not window.isVisible()
