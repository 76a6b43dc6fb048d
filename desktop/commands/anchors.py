"""Put passages right that lost their place when the text of their source was changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db import anchor_review, since_cited
from db.anchors import Candidate
from desktop.session import Session

Done = Callable[[Any], None]


def accept(session: Session, citation: str, place: Candidate, done: Done | None = None) -> None:
    """Let a passage stand at a place that was shown, as long as the words that were shown still stand there."""
    session.run(lambda library: anchor_review.accept(library, citation, place.starts, place.ends, place.words), done)


def accept_all_same(session: Session, source: str | None, done: Done | None = None) -> None:
    """Accept every place with the same words and surroundings, of one source or of all; `done` gets their number."""
    session.run(lambda library: anchor_review.accept_all_same(library, source), done)


def reattach(
    session: Session, citation: str, starts: int, ends: int, words: str | None = None, done: Done | None = None
) -> None:
    """Let a passage stand at what was selected by hand."""
    session.run(lambda library: anchor_review.reattach(library, citation, starts, ends, words), done)


def keep_without_passage(session: Session, citation: str, done: Done | None = None) -> None:
    """Let a citation cite its source as a whole."""
    session.run(lambda library: anchor_review.keep_without_passage(library, citation), done)


def confirm(session: Session, citation: str, done: Done | None = None) -> None:
    """Say that a citation still says what its value says now, though that was changed since."""
    session.run(lambda library: since_cited.confirm(library, citation), done)


def remove(session: Session, citation: str, done: Done | None = None) -> None:
    """Remove a citation."""
    session.run(lambda library: library.citations.remove(citation), done)
