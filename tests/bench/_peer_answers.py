"""Anki's and Recoll's search of the texts of `peers.py`, in the interpreter that has the program.

    PYTHON _peer_answers.py anki|recoll FOLDER

Takes the texts of FOLDER/texts.json in and says so in a line: the version and the seconds that took. Then answers each
query and size of a page on a line of JSON with a line of its own: milliseconds, and how many texts the program says it
found. It stands alone, as the interpreter has nothing of ours.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Ask = Callable[[str, int], int]
"""Asks for a query and so many results of it; how many there are."""

FOLDER_SIZE = 1000  # files of a folder


def anki(folder: Path, texts: list[str]) -> tuple[str, Ask]:
    """Texts as notes of the type Basic, asked by `find_notes`, which gives the ids of all."""
    module: Any = import_module("anki.collection")
    collection: Any = module.Collection(str(folder / "collection.anki2"))
    kind, deck = collection.models.by_name("Basic"), collection.decks.id("Default")

    def request(text: str) -> Any:
        note = collection.new_note(kind)
        note.fields[0] = text
        return module.AddNoteRequest(note, deck)

    collection.add_notes([request(text) for text in texts])
    version = import_module("anki.buildinfo").version
    return f"Anki {version}", lambda query, _: len(collection.find_notes(query))


def recoll(folder: Path, texts: list[str]) -> tuple[str, Ask]:
    """Each text in a file, indexed by `recollindex` as it is set at first, asked for results with abstracts."""
    files, settings = folder / "files", folder / "settings"
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {files}\npyloglevel = 1\n", "utf-8")
    for number, text in enumerate(texts):
        path = files / str(number // FOLDER_SIZE) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    made = subprocess.run(["recollindex", "-c", settings], check=True, capture_output=True, encoding="utf-8")
    named = re.search(r"Recoll [\d.]+", made.stdout + made.stderr)
    index: Any = import_module("recoll.recoll").connect(confdir=str(settings))

    def ask(query: str, page: int) -> int:
        asked = index.query()
        found = asked.execute(query)
        for document in asked.fetchmany(page) if found else ():
            asked.makedocabstract(document)
        return found

    return named[0] if named else "Recoll", ask


def main() -> None:
    """Take the texts in and answer until the input ends."""
    program, folder = sys.argv[1], Path(sys.argv[2])
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what the program itself prints
    texts = json.loads((folder / "texts.json").read_text("utf-8"))
    began = time.perf_counter()
    version, ask = {"anki": anki, "recoll": recoll}[program](folder, texts)
    print(json.dumps([version, time.perf_counter() - began]), file=answers, flush=True)
    for line in sys.stdin:
        query, page = json.loads(line)
        began = time.perf_counter()
        found = ask(query, page)
        print(json.dumps([(time.perf_counter() - began) * 1000, found]), file=answers, flush=True)


if __name__ == "__main__":
    main()
