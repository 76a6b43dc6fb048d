"""The bytes of a file that a person wants to import: a plain file only, never through a link, never endless."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from db.cancel import Cancel
from db.extraction.limits import MEGABYTE
from db.extraction.process import NotRead
from db.values import quoted

LARGEST = 100 * MEGABYTE

_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")  # as far as the system knows them


def read(path: Path, cancel: Cancel) -> bytes:
    """What is in a file; NotRead when it is no plain one, cannot be read, or is larger than LARGEST."""
    try:
        _check_plain(path, path.lstat())
        handle = os.open(path, os.O_RDONLY | sum(getattr(os, name, 0) for name in _FLAGS))
        with os.fdopen(handle, "rb") as file:
            _check_plain(path, os.fstat(handle))
            return _all_of(file.read, cancel)
    except FileNotFoundError:
        raise NotRead("This file is not there any more: it was moved, renamed or removed.") from None
    except PermissionError:
        raise NotRead("You are not allowed to read this file. Ask its owner, or copy it to where you may.") from None
    except OSError as error:
        raise NotRead(f"This file cannot be read: {error.strerror or error}.") from None


def check_size(size: int) -> None:
    """Refuse a document of so many bytes when that is more than LARGEST."""
    if size > LARGEST:
        raise NotRead(
            f"This is larger ({size / MEGABYTE:,.0f} MB) than the {LARGEST // MEGABYTE} MB that one document may have. "
            "Divide it and import the parts."
        )


def _all_of(take: Callable[[int], bytes], cancel: Cancel) -> bytes:
    """Everything that there is to take; it may be more than the file said that it holds."""
    pieces: list[bytes] = []
    size = 0
    while piece := take(MEGABYTE):
        cancel.check()
        size += len(piece)
        check_size(size)
        pieces.append(piece)
    return b"".join(pieces)


def _check_plain(path: Path, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise NotRead(f"This is a link to {quoted(str(path.readlink()))}. Import the file that it leads to.")
    if stat.S_ISDIR(found.st_mode):
        raise NotRead("This is a folder. Choose the documents in it.")
    if not stat.S_ISREG(found.st_mode):
        raise NotRead("This is no plain file, but a device or a pipe: there is no document in it.")
    check_size(found.st_size)
