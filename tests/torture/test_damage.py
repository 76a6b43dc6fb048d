"""Files damaged at random: each works or is refused in a sentence, and no other error ever comes out."""

import random

import pytest

from db import KnownError, Library, integrity
from db.cancel import Cancel
from db.quote_query import parse
from db.records import PAGE
from db.references import Record
from tests.db.conftest import talks

__all__ = ["talks"]  # a fixture
pytestmark = [pytest.mark.torture, pytest.mark.timeout(1800)]

FILES = 1000


def mutate(content, rng):
    """Some bytes changed, a stretch overwritten, a page moved, or the end cut off."""
    content = bytearray(content)
    size = int.from_bytes(content[16:18], "big")
    match rng.randrange(5):
        case 0:
            for _ in range(rng.randint(1, 30)):
                content[rng.randrange(len(content))] = rng.randrange(256)
        case 1:
            at = rng.randrange(len(content))
            content[at : at + 64] = rng.randbytes(len(content[at : at + 64]))
        case 2:
            one, other = (rng.randrange(len(content) // size) * size for _ in range(2))
            content[one : one + size] = content[other : other + size]
        case 3:
            del content[rng.randrange(len(content)) :]
        case _:
            page = rng.randrange(len(content) // size) * size
            content[page + rng.randrange(12)] ^= 1 << rng.randrange(8)
    return bytes(content)


def work(path):
    """Open a library, read all of it, search, edit, undo."""
    with Library(path) as library:
        for noun in ("meetings", "parties", "people", "outcomes", "sources", "topics", "tags", "notes", "citations"):
            ids = [record.id for record in getattr(library, noun).all(Cancel())]
            getattr(library, noun).page(ids[:PAGE])
        library.quotes.first(parse("military"), Cancel(), 50)
        for meeting in library.meetings.all(Cancel()):
            library.history.steps_of(Record("meeting", meeting.uid), Cancel())
        for step in library.history.steps(Cancel()):
            library.history.changes(step.id)
        person = library.people.add(name="New")
        library.quotes.add(form="direct", speaker=person, text="New words")
        library.undo()
        library.undo()


def test_a_thousand_damaged_files_work_or_are_refused_in_words(library, talks, tmp_path):
    for number in range(20):
        library.outcomes.add(meeting=talks.meeting, act="agreed", text=f"Outcome {number} " * 50)
        library.quotes.add(meeting=talks.meeting, form="indirect", text=f"word{number} military " * 20)
    library.close()
    whole = library.path.read_bytes()
    rng = random.Random(1)
    path = tmp_path / "damaged.parley"
    worked = refused = 0
    sentences = set()
    for _ in range(FILES):
        path.write_bytes(mutate(whole, rng))
        for job in (work, integrity.check):
            try:
                job(path)
                worked += 1
            except KnownError as error:
                refused += 1
                sentences.add(str(error))
    assert all(len(sentence) > 20 for sentence in sentences)
    print(f"{FILES} damaged files: {worked} times it worked, {refused} times it was refused in words")
