"""Starts Parley: `parley [FILE] [LINK]`, `parley --selftest [--screenshot FILE]`, `parley --version`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

READ_DOCUMENT = "--read-document"  # as db.extraction.process has it; that is not imported for this one word
LINK = "parley:"  # as db.search_links has it
USAGE = """usage: parley [FILE.parley] ['parley:search?q=…']
       parley --selftest [--screenshot FILE.png]
       parley --version

Without a file, Parley opens your own copy of the Astana Process. A link is searched for in the library."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the arguments ask for; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [READ_DOCUMENT]:  # the built program starts itself to read a document
        from db.extraction.__main__ import main as read_document

        return read_document(given[1:])
    options = {word for word in given if word.startswith("--")}
    screenshot = given[given.index("--screenshot") + 1 :][:1] if "--screenshot" in options else []
    words = [word for word in given if not word.startswith("-") and word not in screenshot]
    links = [word for word in words if word.lower().startswith(LINK)]
    files = [word for word in words if word not in links]
    if "--version" in options:
        from desktop.about import NAME, VERSION

        return _say(f"{NAME} {VERSION}")
    if "--selftest" in options:
        from desktop.selftest import selftest

        return selftest(Path(screenshot[0]) if screenshot else None)
    if options or len(files) > 1 or len(links) > 1 or any(word.startswith("-") for word in given):
        return _say(USAGE, 0 if "--help" in options else 2)
    if _has_no_display():
        return _say("Parley found no display to open its window on. Start it from a desktop session.", 1)
    from desktop.application import run

    return run(sys.argv[:1], Path(files[0]) if files else None, links[0] if links else "")


def _has_no_display() -> bool:
    """Whether Qt would find no screen, which it would answer with an abort."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)


def _say(text: str, code: int = 0) -> int:
    """Tell a person at a terminal; a program without one is silent."""
    stream = sys.stdout if code == 0 else sys.stderr
    if stream:
        print(text, file=stream)
    return code


if __name__ == "__main__":
    sys.exit(main())
