"""Undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.session import Session


def undo(session: Session, done: Callable[[Any], None] | None = None) -> None:
    """Take back the newest step."""
    session.run(lambda library: library.undo(), done)


def redo(session: Session, done: Callable[[Any], None] | None = None) -> None:
    """Bring back the step that was undone last."""
    session.run(lambda library: library.redo(), done)
