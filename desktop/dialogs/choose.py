"""The dialogs that the main window opens: files to open or make, About, help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import places

REFERENCES = ("ris", "bib", "bibtex", "json")
"""What files of references are usually called."""
DOCUMENTS = "Documents (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.pdf *.docx);;All files (*)"
TABLES = "Tables (*.csv);;All files (*)"
KINDS = "Parley libraries (*.parley);;All files (*)"
_FOLDERS = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)


def existing_file(parent: QWidget, done: Callable[[Path], None]) -> None:
    """Ask for a library to open."""
    _ask(parent, "Open a library", QFileDialog.AcceptMode.AcceptOpen, "", done)


def documents(parent: QWidget, done: Callable[[list[Path]], None]) -> None:
    """Ask for documents to import."""
    _ask_for_some(QFileDialog(parent, "Import documents", _documents_folder(), DOCUMENTS), done)


def new_file(parent: QWidget, done: Callable[[Path], None]) -> None:
    """Ask for the file of a new library."""
    _ask(parent, "New library", QFileDialog.AcceptMode.AcceptSave, "New library.parley", done)


def copy_file(parent: QWidget, done: Callable[[Path], None]) -> None:
    """Ask for the file of a copy."""
    _ask(parent, "Save a copy", QFileDialog.AcceptMode.AcceptSave, "Copy.parley", done)


def reference_files(parent: QWidget, done: Callable[[list[Path]], None]) -> None:
    """Ask for files of references, one or several."""
    kinds = " ".join(f"*.{extension}" for extension in REFERENCES)
    _ask_for_some(
        QFileDialog(parent, "Import references", _documents_folder(), f"References ({kinds});;All files (*)"), done
    )


def table_file(parent: QWidget, name: str, done: Callable[[Path], None]) -> None:
    """Ask for the file of a table."""
    dialog = QFileDialog(parent, "Export", _documents_folder(), TABLES)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    _ask_for_one(dialog, f"{name}.csv", done)


def show_about(parent: QWidget) -> None:
    """Say who the program is."""
    from desktop.dialogs.text_dialog import TextDialog
    from desktop.pages.about import about

    TextDialog("About Parley", about(), parent).open()


def show_search_help(parent: QWidget) -> None:
    """Say how to search."""
    from desktop.dialogs.text_dialog import TextDialog
    from desktop.pages.search_help import search_help

    TextDialog("How to search", search_help(), parent).open()


def _documents_folder() -> str:
    """The folder in which people keep their documents."""
    documents, home = (QStandardPaths.writableLocation(place) for place in _FOLDERS)
    return documents if QDir(documents).exists() else home


def _ask(parent: QWidget, title: str, mode: QFileDialog.AcceptMode, name: str, done: Callable[[Path], None]) -> None:
    """Ask for a library."""
    dialog = QFileDialog(parent, title, str(places.data_folder()), KINDS)
    dialog.setAcceptMode(mode)
    if mode == QFileDialog.AcceptMode.AcceptOpen:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask_for_one(dialog, name, done)


def _ask_for_one(dialog: QFileDialog, name: str, done: Callable[[Path], None]) -> None:
    dialog.setDefaultSuffix(Path(name).suffix or places.SUFFIX)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda file: done(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _ask_for_some(dialog: QFileDialog, done: Callable[[list[Path]], None]) -> None:
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda files: done([Path(file) for file in files]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
