"""What is imported when a library is opened and read: every millisecond is waited for at each start."""

import subprocess
import sys

HEAVY = ("sqlite_utils", "click", "hashlib", "json", "dataclasses", "inspect", "uuid", "db.migrations")
READ = """
import sys
from pathlib import Path
from db import Cancel, Library
from db.quote_query import parse
with Library(Path(sys.argv[1])) as library:
    library.quotes.first(parse("military"), Cancel(), 50)
    library.meetings.all(Cancel())
    library.undo_labels()
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_opening_and_reading_imports_nothing_heavy(library, talks):
    library.close()
    command = [sys.executable, "-c", READ, str(library.path), *HEAVY]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
