"""Compare all quotes with their sources again."""

from __future__ import annotations

from collections.abc import Callable

from db import Changes
from db.quote_checks import Again
from desktop.session import Session


def check_all(session: Session, done: Callable[[dict[str, int]], None]) -> None:
    """Compare them in the background and keep what changed; `done` is told how many there are of each result."""
    library = session.library

    def looked(again: Again) -> None:
        if again.changed and not library.read_only:
            session.run(lambda library: library.quotes.check_again(again.changed), lambda _: kept(again))
        else:
            done(again.results)

    def kept(again: Again) -> None:
        if session.is_open and session.library is library:
            # It is no step of the history, so the library itself tells nobody.
            session.changed.emit(Changes(0, "Check quotes again", {"quote_checks": len(again.changed)}))
            done(again.results)

    session.read(lambda library, cancel: library.quotes.look_again(cancel), looked)
