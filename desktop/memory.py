"""Memory that large lists took is given back when they go."""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD = -1
"""The number that glibc knows its option M_TRIM_THRESHOLD by (malloc.h)."""
_LARGE = 128 * 1024  # bytes; what glibc itself begins with


def give_back_large_blocks() -> None:
    """Keep blocks for large lists apart from the heap for good, on Linux with glibc; elsewhere do nothing.

    Else glibc takes them into the heap once it has seen a few go, where they can no longer be given back: the ids of a
    million quotes come and go with each search, and the program would grow by a tenth.
    """
    if sys.platform == "linux":
        option = getattr(ctypes.CDLL(None), "mallopt", None)
        if option:
            option(_TRIM_THRESHOLD, _LARGE)
