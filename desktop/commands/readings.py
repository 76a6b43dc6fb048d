"""Follow one of several readings, or leave their point open; make a table of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import Cancel, KnownError, Library
from db.values import count
from desktop.session import Session

if TYPE_CHECKING:
    from db.readings_table import Exported


def adopt(
    session: Session,
    uid: str,
    reason: str | None,
    *,
    set_field: bool,
    done: Callable[[Any], None],
    failed: Callable[[KnownError], None],
) -> None:
    """Follow a reading for a reason; with `set_field` its field takes its value."""
    from db import adopting

    session.run(lambda library: adopting.adopt(library, uid, reason, set_field=set_field), done, failed)


def leave_open(session: Session, uid: str) -> None:
    """Follow no reading on the point of this one."""
    session.run(lambda library: library.readings.leave_open(uid))


def export(session: Session, target: Path, say: Callable[[str], None], *, followed: bool, raw: bool) -> None:
    """Write a table of all readings, or of those that are followed, in the background; say how many there were."""

    def work(library: Library, cancel: Cancel) -> Exported:
        from db import readings_table

        return readings_table.export(library, target, cancel, followed=followed, raw=raw)

    def done(exported: Exported) -> None:
        points, readings = exported
        what = f"{count(readings, 'reading', 'readings')} on {count(points, 'point', 'points')}"
        say(f"{what} exported to “{target.name}”.")

    session.read(work, done)
