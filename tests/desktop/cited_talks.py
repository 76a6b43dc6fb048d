"""A library in which every value of a meeting is cited, and what is read of it."""

from db import Library, passages
from db.passages import Passage
from db.references import Record

TEXT = (
    "The parties met in Port Example on 3 May 2031. “We agreed”, said Ada Example.\n" + "A line.\n" * 300 + "The end."
)


def passage(words):
    """The passage of those words of the text."""
    starts = TEXT.index(words)
    return Passage("s", starts, starts + len(words))


def make(path):
    """The file of that library."""
    with Library.create(path, "Talks", author="Ada") as library, library.revise("Fill"):
        library.meetings.add(
            uid="m", kind="round", number=1, title="Round", starts="2031-05-03", city="Port Example", held="held"
        )
        library.parties.add(uid="p", name="Aland", kind="state")
        library.people.add(uid="ada", name="Ada Example")
        library.participations.add(
            uid="l", meeting="m", party="p", role="host", attendance="reported", head="ada", head_title="Minister"
        )
        library.outcomes.add(uid="o", meeting="m", act="agreed", text="To meet again")
        library.readings.add(
            Record("meeting", "m"), uid="r", about="the day", field="starts", value="4 May", adopted=True
        )
        library.sources.add(uid="s", title="Statement", text=TEXT, language="en")
        library.sources.add(uid="bare", title="Report")
        library.quotes.add(uid="q", meeting="m", speaker="ada", form="direct", text="We agreed", said_on="2031-05-03")
        for words, record, field in (
            ("3 May 2031", ("meeting", "m"), "starts"), ("Port Example", ("meeting", "m"), "city"),
            ("Ada Example", ("participation", "l"), "head_id"), ("We agreed", ("outcome", "o"), None),
            ("The parties met", ("outcome", "o"), "text"), ("The end", ("reading", "r"), None),
            ("The parties", ("party", "p"), "name"), ("We agreed", ("quote", "q"), None),
        ):  # fmt: skip
            passages.cite(library, passage(words), Record(*record), field=field)
        library.events.add(uid="e", kind="other", title="A visit", happened="2031-06")
        tag = library.tags.add(name="to check")
        library.tags.put(tag, Record("outcome", "o"), Record("quote", "q"))
        library.citations.add(Record("participation", "l"), source="bare", as_worded="Aland took part")
        library.citations.add(Record("participation", "l"), field="head_title")
    return path


def reading(window):
    """The words that are marked in the source that is read; those that were noted where no text is held."""
    reader = window.reader_in_view()
    if reader is None:
        return None
    return reader.marked_text() or reader.uses.toPlainText()
