"""The text files of a dataset as tables."""

from __future__ import annotations

import tomllib
from pathlib import Path

from db.dataset.problems import DatasetError, Problems
from db.dataset.table import Table


class Folder:
    """The folder that holds a dataset; a file that cannot be read is a problem and counts as empty."""

    def __init__(self, path: Path, problems: Problems) -> None:
        if not path.is_dir():
            raise DatasetError(f"There is no folder “{path}” to build a library from.")
        self.path = path
        self.problems = problems

    def table(self, name: str) -> Table:
        """The content of one TOML file."""
        text = self.text(name)
        try:
            return Table(self.problems, name, "", tomllib.loads(text or ""))
        except tomllib.TOMLDecodeError as error:
            self.problems.add(name, "the file", f"is not TOML: {error}")
            return Table(self.problems, name, "", {})

    def text(self, name: str) -> str | None:
        """A text file, character for character; None after a problem."""
        try:
            return (self.path / name).read_bytes().decode()
        except UnicodeDecodeError as error:
            self.problems.add(name, "the file", f"is not UTF-8 (byte {error.start})")
        except OSError as error:
            self.problems.add(name, "the file", f"cannot be read: {error.strerror or error}")
        return None

    def meetings(self) -> list[str]:
        """The names of the meeting files, in order."""
        names = sorted(path.name for path in (self.path / "meetings").glob("*.toml"))
        if not names:
            self.problems.add("meetings", "the folder", "holds no meeting")
        return [f"meetings/{name}" for name in names]
