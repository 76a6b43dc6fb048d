"""A flag that one thread raises to stop work running on another."""

from __future__ import annotations

from threading import Event


class Cancelled(Exception):
    """Raised inside the work when its Cancel flag is up."""


class Cancel:
    """Passed to every long read; the caller keeps it and may raise it by calling it."""

    def __init__(self) -> None:
        self._event = Event()

    def __call__(self) -> None:
        """Raise the flag."""
        self._event.set()

    @property
    def raised(self) -> bool:
        """Whether the flag is up."""
        return self._event.is_set()

    def check(self) -> None:
        """Stop here if the flag is up; call once for each row or batch of a long Python loop."""
        if self._event.is_set():
            raise Cancelled
