"""Bringing references in: files of all sorts in one list, those ticked as one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from db import Cancel, Library
from desktop.dialogs.references_dialog import ReferencesDialog

RIS = """\
TY  - JOUR
TI  - Who sat at the <i>table</i>
AU  - Brandt, Ada
PY  - 2031/03/04/
ER  -
TY  - GEN
TI  - Known already
ER  -
TY  - GEN
PY  - 2031
ER  -
"""


def make(path):
    """The file of a library with one source."""
    with Library.create(path, "Talks") as library:
        library.sources.add(title="Known already")
    return path


@pytest.fixture
def library(open_file, copy_of):
    """A library with one source."""
    return open_file(copy_of(make))


@pytest.fixture
def files(tmp_path):
    """A file with references, one with nothing, one that is none, and one that is not there."""
    paths = [tmp_path / name for name in ("lakes.ris", "empty.bib", "words.json", "nowhere.ris")]
    for path, text in zip(paths, (RIS, "", "only words"), strict=False):
        path.write_text(text)
    return paths


@pytest.fixture
def show(session, library, qtbot, idle):
    """Opens the dialog on files, once they are read."""
    window = QWidget()
    qtbot.addWidget(window)

    def show(paths):
        dialog = ReferencesDialog(session, paths, window)
        dialog.show()
        idle(session)
        return dialog

    return show


def rows(dialog):
    model = dialog.list.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def titles(library):
    return {source.title for source in library.sources.all(Cancel())}


def test_every_reference_and_every_bad_file_has_a_row_with_a_sentence(show, files, qtmodeltester):
    dialog = show(files)
    qtmodeltester.check(dialog.list.model())
    assert [row.replace("“", "").replace("”", "") for row in rows(dialog)] == [
        "Who sat at the <i>table</i>, Brandt, Ada · 4 March 2031 · journal article · lakes.ris, line 1",
        "Known already, lakes.ris, line 6, It is in the library already, as Known already.",
        (
            "Cannot be brought in, lakes.ris, line 9, It has neither title, address nor publisher, so that nobody "
            "would find it again."
        ),
        "Cannot be brought in, empty.bib, empty.bib is empty.",
        (
            "Cannot be brought in, words.json, words.json holds no references in RIS, BibTeX or CSL-JSON. Export them "
            "in one of these formats from the program that has them."
        ),
        "Cannot be brought in, nowhere.ris, nowhere.ris is not a file, or no longer there.",
    ]
    assert dialog._count.text() == "1 of 6 references · 4 cannot be read"


def test_what_is_ticked_is_brought_in_as_one_step(show, files, library, session, qtbot, idle):
    dialog = show(files)
    assert dialog.import_button.text() == "Import 1"
    with qtbot.waitSignal(dialog.imported) as told:
        dialog.import_button.click()
    assert told.args == [1]
    assert titles(library) == {"Known already", "Who sat at the <i>table</i>"}
    assert library.undo().label == "Import 1 reference"


def test_space_takes_the_chosen_and_leaves_them(show, files, qtbot):
    dialog = show(files)
    dialog.list.setFocus()
    dialog.list.selectAll()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.import_button.text() == "Import 2"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert not dialog.import_button.isEnabled()
    assert dialog._count.text().startswith("0 of 6 references")


def test_a_click_on_the_box_takes_or_leaves_one(show, files, qtbot):
    dialog = show(files)
    for row, words in ((0, "Import"), (1, "Import 1"), (2, "Import 1")):
        area = dialog.list.visualRect(dialog.list.model().index(row, 0))
        qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(18, 16))
        assert dialog.import_button.text() == words


def test_cancel_brings_nothing_in(show, files, library, qtbot):
    dialog = show(files)
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()
    assert titles(library) == {"Known already"}


def test_what_goes_wrong_is_said_and_the_dialog_stays(show, files, library, session, idle, monkeypatch):
    dialog = show(files)
    monkeypatch.setattr(library, "read_only", "It may only be read.")
    dialog.bring_in()
    idle(session)
    assert dialog._problem.text() == "It may only be read."
    assert dialog.import_button.isEnabled()


def test_a_dialog_that_is_closed_while_it_reads_shows_nothing(session, library, files, qtbot, idle):
    dialog = ReferencesDialog(session, files)
    qtbot.addWidget(dialog)
    dialog.reject()
    idle(session)


def test_the_menu_leads_to_the_dialog_and_that_to_the_sources(window, app, files, qtbot, idle):
    assert window.actions_by_name["import_references"].isEnabled()
    window.handlers.show_references(files)
    idle(app)
    dialog = window.findChild(ReferencesDialog)
    with qtbot.waitSignal(dialog.imported):
        dialog.bring_in()
    idle(app)
    assert window.trail.here.tab == "sources"
