"""Store suggested quotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db import KnownError
from db.speech.rejected import Passage
from db.speech.storing import Accepted, Chosen
from desktop.session import Session


def accept(
    session: Session,
    source: str,
    chosen: Sequence[Chosen],
    rejected: Sequence[Passage],
    restored: Sequence[Passage],
    done: Callable[[Accepted], None],
    failed: Callable[[KnownError], None],
) -> None:
    """Store suggestions of a source as quotes and remember what was rejected, as one step; `done` gets what came."""
    from db.speech import storing

    session.run(lambda library: storing.accept(library, source, chosen, rejected, restored), done, failed)
