"""Open, make and copy libraries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db import Cancel, Library, opening
from desktop.locking import LibraryLock
from desktop.places import SUFFIX
from desktop.session import Session
from desktop.settings import AUTHOR, Settings


def open_library(session: Session, settings: Settings, path: Path) -> None:
    """Open a library in place of the present one; when it cannot be opened, the present one stays."""
    path = path.absolute()
    if is_open(session, path):
        return
    opening.check_file(path)  # before a lock file is laid beside what may be no library
    lock = LibraryLock(path)
    try:
        library = Library(path, read_only=lock.take(), author=settings.get(AUTHOR) or None)
    except BaseException:
        lock.release()
        raise
    session.open(library, lock)
    settings.add_recent(path)


def new_library(session: Session, settings: Settings, path: Path) -> None:
    """Make an empty library and open it; its title is the name of the file."""
    path = with_suffix(path)
    Library.create(path, path.stem).close()
    open_library(session, settings, path)


def save_copy(session: Session, path: Path, done: Callable[[Path], None]) -> None:
    """Copy the open library to another file in the background; the open one stays open."""
    target = with_suffix(path)

    def work(library: Library, cancel: Cancel) -> None:
        from db import copying

        copying.save_copy(library, target, cancel)

    session.read(work, lambda _: done(target))


def with_suffix(path: Path) -> Path:
    """The path with the suffix of libraries."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def is_open(session: Session, path: Path) -> bool:
    """Whether a file is the library that is open."""
    return session.is_open and _same(path, session.library.path)


def _same(one: Path, other: Path) -> bool:
    return opening.identity(one) == opening.identity(other) != (0, 0)
