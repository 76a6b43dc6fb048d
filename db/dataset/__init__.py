"""A dataset kept as text files that a scholar can review, and the library file that is built from it."""

from __future__ import annotations

from pathlib import Path

from db.dataset.annexes import read_comparable, read_events, read_names
from db.dataset.draft import Draft
from db.dataset.folder import Folder
from db.dataset.meeting import read_meeting
from db.dataset.problems import DatasetError, Problems
from db.dataset.registers import read_facts, read_notes, read_parties, read_people, read_sources, read_topics
from db.dataset.writing import write

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "dataset"

__all__ = ["SHIPPED", "DatasetError", "build", "read"]


def build(target: Path, source: Path | None = None, *, force: bool = False) -> None:
    """Make the library of a dataset, the shipped one unless given another folder; DatasetError tells what is wrong."""
    write(read(source or SHIPPED), target, force=force)


def read(source: Path) -> Draft:
    """The rows of a dataset, every value checked."""
    problems = Problems()
    folder, draft = Folder(source, problems), Draft(problems)
    library = folder.table("library.toml")
    read_facts(draft, library)
    for register in (read_sources, read_topics, read_parties, read_people):
        register(draft, folder)
    read_notes(draft, library)
    for name in folder.meetings():
        read_meeting(draft, folder.table(name), Path(name).stem)
    for annex in (read_names, read_events, read_comparable):
        annex(draft, folder)
    problems.stop()
    return draft
