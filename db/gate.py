"""Keeps readers and the writer's commit apart: a commit of SQLite's rollback journal needs the file to itself."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager


class WriterWaits(Exception):
    """Raised inside a long read that was stopped for a commit: start it again."""


class Gate:
    """Any number of readers, or one commit; a commit that waits stops long readers and holds back new ones."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._readers = 0
        self._inside = threading.local()
        self.closing = False
        """Whether a commit waits for the readers; a long read looks at this and stops."""

    @contextmanager
    def reading(self) -> Generator[None]:
        """Hold off commits while reading; nested in one thread."""
        depth: int = getattr(self._inside, "depth", 0)
        if depth == 0:
            with self._changed:
                while self.closing:
                    self._changed.wait()
                self._readers += 1
        self._inside.depth = depth + 1
        try:
            yield
        finally:
            self._inside.depth = depth
            if depth == 0:
                with self._changed:
                    self._readers -= 1
                    self._changed.notify_all()

    @property
    def inside(self) -> bool:
        """Whether the calling thread is reading; it would wait for itself if it asked to be alone."""
        return getattr(self._inside, "depth", 0) > 0

    @contextmanager
    def alone(self) -> Generator[None]:
        """Wait until nobody reads, and keep it so."""
        assert not self.inside, "a thread that reads cannot wait for all readers"
        try:
            with self._changed:
                self.closing = True
                while self._readers:
                    self._changed.wait()
            yield
        finally:
            with self._changed:
                self.closing = False
                self._changed.notify_all()
