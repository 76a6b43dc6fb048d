"""What one thread asks of long work on another: to stop, or to give way for a moment."""

from __future__ import annotations

from threading import Event
from time import monotonic

LONGEST = 0.03
"""Seconds after which others go on all the same, whatever the quick thread does."""


class Cancelled(Exception):
    """Raised inside the work when its Cancel flag is up."""


class Way:
    """Entered by a thread that must be quick; long reads on other threads pause until it leaves again.

    Threads that compute share one lock of Python's: beside a long read a repaint waits for it at each of the calls that
    it makes out of Python.
    """

    def __init__(self) -> None:
        self._free = Event()
        self._free.set()
        self._depth = 0
        self._until = 0.0

    def enter(self) -> None:
        """Keep others back until `leave`, for LONGEST at most; always on one thread, and may be nested."""
        self._depth += 1
        if self._depth == 1:
            self._until = monotonic() + LONGEST
            self._free.clear()

    def leave(self) -> None:
        """Let others go on, once for each `enter`."""
        self._depth -= 1
        if not self._depth:
            self._free.set()

    def give(self) -> None:
        """Pause here while a quick thread is inside."""
        if not self._free.is_set() and (left := self._until - monotonic()) > 0:
            self._free.wait(left)


class Cancel:
    """Passed to every long read; the caller keeps it and may raise it by calling it."""

    def __init__(self, way: Way | None = None) -> None:
        self._event = Event()
        self._way = way

    def __call__(self) -> None:
        """Raise the flag."""
        self._event.set()

    @property
    def raised(self) -> bool:
        """Whether the flag is up."""
        return self._event.is_set()

    def stops(self) -> bool:
        """Give way to a quick thread, then tell whether the flag is up; for long work to ask often."""
        if self._way is not None:
            self._way.give()
        return self._event.is_set()

    def check(self) -> None:
        """Stop here if the flag is up; call once for each row or batch of a long Python loop."""
        if self.stops():
            raise Cancelled
