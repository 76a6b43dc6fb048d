"""Starts the process that reads a document, waits for its answer, and ends it when it takes too long or too much."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any, cast

from db.cancel import Cancel
from db.errors import DiskFull, KnownError
from db.extraction.document import Document
from db.extraction.limits import USUAL, Limits

SWITCH = "--read-document"
"""The argument by which the built program is told to be this process."""

PAUSE = 0.03  # seconds between two looks at the process
ROOT = Path(__file__).resolve().parents[2]


class NotRead(KnownError):
    """A document from which nothing can be taken; the text says why and what to do."""


def extract(content: bytes, suffix: str, cancel: Cancel, limits: Limits = USUAL) -> Document:
    """The words of a document, read in a process of its own; NotRead when there are none to be had, Cancelled at once.

    `suffix` is the end of its file's name. Whatever becomes of the process, this one goes on.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="parley-import-", ignore_cleanup_errors=True) as folder:
            source, target = Path(folder, "document"), Path(folder, "answer")
            source.write_bytes(content)
            _run([str(source), str(target), suffix[:20], *map(str, limits)], target, limits, cancel)
            answer = _read(target, limits)
    except OSError as error:
        raise DiskFull(
            f"There is no room, or no permission, to read documents in “{tempfile.gettempdir()}”: {error.strerror}."
        ) from error
    return _document(answer)


def _run(arguments: list[str], target: Path, limits: Limits, cancel: Cancel) -> None:
    """Let the process do its work; NotRead when it has to be ended, or ends without an answer."""
    cancel.check()
    ends = monotonic() + limits.waiting
    with subprocess.Popen(
        [*_program(), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | ({} if getattr(sys, "frozen", False) else {"PYTHONPATH": str(ROOT)}),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            while True:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(PAUSE)
                    break
                cancel.check()
                if monotonic() > ends:
                    raise NotRead(_too_long(limits))
                if target.exists() and target.stat().st_size > limits.answer:
                    raise NotRead(
                        "This document makes an answer without end, as a trap does. Nothing of it was taken in."
                    )
        finally:
            if process.poll() is None:
                _end(process)
    if process.returncode:
        raise NotRead(_why(process.returncode, limits))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with all that it may have started: it is the first of a group of its own."""
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _program() -> list[str]:
    """The command that starts the process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    return [sys.executable, "-P", "-m", "db.extraction"]


def _too_long(limits: Limits) -> str:
    return (
        f"Reading this document took longer than {limits.waiting} seconds and was stopped. It may be a trap, or far "
        "too large: divide it and import the parts."
    )


def _why(code: int, limits: Limits) -> str:
    """What to say of a process that ended by itself."""
    if code in (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGALRM", 0), -getattr(signal, "SIGKILL", 0)):
        return _too_long(limits)
    return (
        "This document made the process that reads it break down, as a damaged or hostile one does, or one that is far "
        "too large. Nothing of it was taken in."
    )


def _read(target: Path, limits: Limits) -> Any:
    """The answer; None when there is none."""
    try:
        with target.open("rb") as opened:
            told = opened.read(limits.answer + 1)
        return json.loads(told) if len(told) <= limits.answer else None
    except (FileNotFoundError, ValueError, RecursionError):
        return None


def _document(answer: Any) -> Document:
    """The document of an answer; NotRead in the words of the answer, or in ours when it has none."""
    found = cast(dict[str, Any], answer) if isinstance(answer, dict) else {}
    refused, failed = found.get("refused"), found.get("failed")
    if isinstance(refused, str) and refused:
        raise NotRead(refused[:1000])
    try:
        return Document.from_json(found)
    except ValueError:
        what = f" ({failed[:60]})" if isinstance(failed, str) else ""
        raise NotRead(
            f"This document could not be read{what}: something in it is not as it should be. Open it in the program "
            "that made it, save it anew, and import that."
        ) from None
