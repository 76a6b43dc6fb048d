"""New files that are there whole or not at all: written beside their place, then given their name."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from time import time
from uuid import uuid4

from db.errors import DiskFull, KnownError

LEFT_BEHIND = 3600  # seconds after which nobody is still writing
_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def whole_file(target: Path, *, replace: bool = False) -> Generator[Path]:
    """A path to write a file to, which becomes the target when the block ends well, and else is gone.

    An existing target is refused unless `replace`, and always where it is no ordinary file nor leads to one; what the
    system refuses is a KnownError, DiskFull among them.
    """
    begun = target.with_name(f".{target.name}.{uuid4().hex[:8]}.begun")
    try:
        if target.exists() and not target.is_file():
            raise KnownError(
                f"“{target.name}” in “{target.parent}” is no ordinary file, but a folder, a device or the like. "
                "Choose another name; it was not touched."
            )
        if target.exists() and not replace:
            raise FileExistsError
        _sweep(target)
        begun.touch()  # a folder that takes no files says so here, in its own words
        begun.unlink()
        yield begun
        _sync(begun)
        if replace:
            begun.replace(target)
        else:
            _name(begun, target)
        if os.name == "posix":
            _sync(target.parent)
    except FileExistsError:
        raise KnownError(
            f"There is a file “{target.name}” already. Choose another name; that file was not touched."
        ) from None
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(
                f"The disk is full: “{target.name}” could not be made in “{target.parent}”. "
                "Free some space and try again; nothing half-made was left."
            ) from None
        raise KnownError(
            f"“{target.name}” could not be made in “{target.parent}”: {error.strerror or error}."
        ) from None
    finally:
        with suppress(OSError):  # a folder closed to us, of which was told above
            begun.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what programs that were killed long ago had begun to write for the same target."""
    for left in target.parent.glob(f".{escape(target.name)}.*.begun"):
        if left.stat().st_mtime < time() - LEFT_BEHIND:
            left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _name(begun: Path, target: Path) -> None:
    """Give a finished file its name, unless that is taken."""
    try:
        os.link(begun, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as FAT on a USB stick
        if target.exists():
            raise FileExistsError from None
        begun.rename(target)
