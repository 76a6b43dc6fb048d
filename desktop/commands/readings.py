"""Follow one of several readings, or leave their point open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import KnownError
from desktop.session import Session


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
