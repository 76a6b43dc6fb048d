"""What is wrong in the text of a dataset, gathered so that one run tells all of it."""

from __future__ import annotations

from db.errors import KnownError

MOST_SHOWN = 20


class DatasetError(KnownError):
    """The text of a dataset cannot become a library; the message names each file, key and reason."""


class Problems:
    """The problems of one run, in the order of reading."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, file: str, key: str, reason: str) -> None:
        """Note one problem; the run goes on."""
        self.found.append(f"{file}: {key}: {reason}")

    def stop(self) -> None:
        """Raise DatasetError when anything was found."""
        if not self.found:
            return
        count = len(self.found)
        shown = "\n".join(f"  {problem}" for problem in self.found[:MOST_SHOWN])
        more = f"\n  and {count - MOST_SHOWN} more" if count > MOST_SHOWN else ""
        head = "One thing is" if count == 1 else f"{count} things are"
        raise DatasetError(f"{head} wrong in the dataset; nothing was written:\n{shown}{more}")
