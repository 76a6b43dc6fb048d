"""Keep, rename and remove searches."""

from __future__ import annotations

from collections.abc import Callable

from desktop.session import Session


def save(session: Session, query: str, ordering: str, done: Callable[[str], None]) -> None:
    """Keep a search; `done` gets its uid."""
    session.run(lambda library: library.searches.add(query=query, ordering=ordering), done)


def rename(session: Session, uid: str, name: str) -> None:
    """Give a search another name."""
    session.run(lambda library: library.searches.rename(uid, name))


def remove(session: Session, uid: str) -> None:
    """Remove a search; it can be brought back like any record."""
    session.run(lambda library: library.searches.remove(uid))
