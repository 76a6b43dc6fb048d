"""Where things lie: what ships with the program, and what belongs to the person who uses it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from db.errors import KnownError

FROZEN = bool(getattr(sys, "frozen", False))
ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
RESOURCES = ROOT / "resources"
LIBRARY_NAME = "Astana Process.parley"
SUFFIX = ".parley"


def data_folder() -> Path:
    """The folder for a person's libraries, made when missing; PARLEY_HOME names another."""
    from PySide6.QtCore import QStandardPaths

    chosen = os.environ.get("PARLEY_HOME")
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    folder = Path(chosen) if chosen else Path(place) / "parley"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            f"The folder for your libraries, “{folder}”, cannot be made: {error.strerror}. "
            "Set PARLEY_HOME to a folder where you may write."
        ) from None
    return folder


def shipped_library() -> Path:
    """The library that ships with the program; from source it is built when what it is made from is newer."""
    if FROZEN:
        return RESOURCES / "astana.parley"
    target = ROOT / "build" / "astana.parley"
    texts = RESOURCES / "dataset"
    made_from = [*texts.rglob("*.*"), *(ROOT / "db").rglob("*.py")]
    if not target.exists() or target.stat().st_mtime < max(file.stat().st_mtime for file in made_from):
        from db import dataset

        target.parent.mkdir(exist_ok=True)
        dataset.build(target, texts, force=True)
    return target


def own_copy() -> Path:
    """The person's own copy of the shipped library, made at the first start, whole or not at all."""
    target = data_folder() / LIBRARY_NAME
    if not is_there(target):
        copy_whole(shipped_library(), target)
    return target


def fresh_copy() -> Path:
    """A new, unedited copy of the shipped library beside the person's own, which is left alone."""
    folder = data_folder()
    number = 1
    while is_there(target := folder / f"Astana Process, unedited{f' {number}' if number > 1 else ''}{SUFFIX}"):
        number += 1
    copy_whole(shipped_library(), target)
    return target


def is_there(path: Path) -> bool:
    """Whether there is a file that we may see; in a folder closed to us there is none, where Path.exists raises."""
    return os.path.exists(path)  # noqa: PTH110


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that the target is there whole or not at all; a file that is there is never replaced."""
    import shutil

    from db.whole_files import whole_file

    with whole_file(target) as begun:
        shutil.copyfile(source, begun)
