"""What the process that reads documents may use, and how it is held to that."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import NamedTuple

MEGABYTE = 1 << 20


class Limits(NamedTuple):
    """Bounds for reading one document: bytes of memory, seconds of computing, seconds in all, bytes of the answer."""

    memory: int = 1024 * MEGABYTE
    computing: int = 60
    waiting: int = 120
    answer: int = 128 * MEGABYTE


USUAL = Limits()


def hold(limits: Limits) -> None:
    """Hold this process to the limits, for good: memory, computing, time, size of what it writes, place in the queue.

    The memory is held on Linux. macOS does not enforce a limit on memory and Windows knows none of these: there the
    limits on the size of what is read and on the time, which the parent keeps, are all.
    """
    if sys.platform == "win32":
        return
    import os
    import resource
    import signal

    bounds = {
        "RLIMIT_AS": limits.memory, "RLIMIT_CPU": limits.computing, "RLIMIT_FSIZE": limits.answer, "RLIMIT_CORE": 0,
    }  # fmt: skip
    for name, bound in bounds.items():
        _lower(getattr(resource, name), bound)
    signal.alarm(limits.waiting)  # ends this process also when its parent was killed
    with suppress(OSError):
        os.nice(5)


def seal() -> None:
    """From here on this process opens nothing: no file, no connection, no other process; what is open stays open."""
    sys.addaudithook(_refuse)
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_NOFILE, 0)
    _lower(resource.RLIMIT_NPROC, 0)  # does not hold for the superuser


def _lower(what: int, bound: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    most = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    with suppress(ValueError, OSError):  # a system that knows no such limit
        resource.setrlimit(what, (most, most))


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    """Stop Python itself from reaching out, on any system."""
    if event.startswith(
        ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ctypes.dlopen")
    ):
        raise PermissionError(f"{event} is not allowed while a document is read")
    if event == "open":
        raise PermissionError("no file is opened while a document is read")
