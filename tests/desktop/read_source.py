"""A library with a source on whose passages something rests, to be read, and what one does in its text."""

import pytest

from db import Library, passages
from db.passages import Passage
from db.references import Record
from desktop.views.source_reader import SourceReader

TEXT = "Préamble 😀.\r\n\r\nThe parties <b>agreed</b> on zones.\r\n" + "A line that follows.\r\n" * 200 + "The end."
FIRST, LAST = TEXT.index("agreed"), TEXT.index("agreed") + len("agreed")


def passage(words, source="s"):
    """The passage of those words of the text."""
    starts = TEXT.index(words)
    return Passage(source, starts, starts + len(words))


def make(path):
    """The file of that library."""
    with Library.create(path, "Talks", author="Ada") as library:
        library.meetings.add(uid="m", kind="round", number=1, title="Round")
        library.sources.add(
            uid="s", title="Statement <i>&", text=TEXT, authors="Example, Ada", publisher="A paper",
            published="2031-05", published_basis="inferred", type="news", language="ru", url="https://example.org/a?b=1",
        )  # fmt: skip
        library.sources.add(uid="bare", title="Not held", note="Seen in an archive")
        with library.revise("As an older version stored it") as db:
            db.conn.execute("UPDATE sources SET url = 'ftp://example.org/x' WHERE uid = 'bare'")
        library.quotes.add(uid="q", meeting="m", form="direct", text="agreed")
        library.quotes.add(uid="alone", form="direct", text="The end.")
        passages.cite(library, passage("agreed"), Record("quote", "q"))
        passages.cite(library, passage("zones"), Record("meeting", "m"), field="city")
        passages.cite(library, passage("The end."), Record("quote", "alone"))
        library.citations.add(Record("meeting", "m"), uid="on-bare", field="starts", source="bare", as_worded="In May")
    return path


@pytest.fixture
def reader(session, open_file, copy_of, qtbot):
    """The reader of a copy of that library, shown."""
    open_file(copy_of(make))
    reader = SourceReader(session)
    qtbot.addWidget(reader)
    reader.resize(700, 500)
    reader.show()
    return reader


@pytest.fixture
def show(reader, session, idle):
    """Shows what a target names, on the page of a meeting or not; gives the text."""

    def show(target="source:s", meeting=""):
        reader.show_target(target, meeting)
        idle(session)
        return reader.text

    return show


def select(text, words):
    """Select those words."""
    starts = TEXT.index(words)
    text.select((starts, starts + len(words)))


def uses(reader, kind):
    """What of a kind rests on the source that is shown."""
    return [use for use in reader.content.page.uses if use.kind == kind]
