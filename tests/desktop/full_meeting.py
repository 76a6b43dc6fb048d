"""A library with one meeting that has something in every field, each text made by a function of the field's name."""

from db import Library

PASSAGE = "passage"
UIDS = {"meeting": "m", "source": "s", "quote": "q-direct"}


def fill(library, say):
    """Put one meeting with everything into a library; `say(field)` is the text of a field."""
    with library.revise(say("history label")):
        library.meetings.add(
            uid="m", kind="congress", title=say("title"), starts="2018-01-29", ends="2018-01-30", city=say("city"),
            country=say("country"), venue=say("venue"), summary=say("summary"),
        )  # fmt: skip
        party = library.parties.add(name=say("party"), short_name=say("party short"), kind="state")
        head = library.people.add(name=say("head"))
        passage = say(PASSAGE)
        text = f"Before. {passage} After."
        library.sources.add(
            uid="s", title=say("source title"), publisher=say("publisher"), url="https://example.org/?a=1&b=<2>",
            published="2018-02-01", language="en", text=text, note=say("source note"),
            type="news", authors=say("authors"), accessed="2018-02-03", archive_url="https://example.org/kept",
            rights=say("rights"),
        )  # fmt: skip
        library.sources.add(uid="s-without-text", title=say("other source"))
        line = library.participations.add(
            meeting="m", party=party, role="guarantor", attendance="reported", head=head, head_title=say("head title"),
            note=say("participation note"),
        )  # fmt: skip
        announced = library.participations.add(meeting="m", party=party, role="observer", attendance="announced")
        topic = library.topics.add(name="t", label=say("topic"))
        outcome = library.outcomes.add(
            meeting="m", act="signed", act_as_worded=say("act as worded"), actor=say("actor"), text=say("outcome"),
            note=say("outcome note"),
        )  # fmt: skip
        library.outcomes.put_under(outcome, topic)
        said = {"meeting": "m", "speaker": head, "party": party, "speaker_title": say("speaker title")}
        library.quotes.add(uid="q-direct", form="direct", text=passage, said_on="2018-01-29", **said)
        library.quotes.add(uid="q-reported", form="indirect", text=say("reported speech"), **said)
        library.quotes.add(uid="q-recalled", form="direct", text=say("recalled speech"), meeting="m")
        reading = library.readings.add(
            ("meeting", "m"),
            field="starts",
            about=say("point"),
            value=say("reading"),
            adopted=True,
            reason=say("reason"),
        )
        other = library.readings.add(("meeting", "m"), field="starts", about=say("point"), value=say("other reading"))
        library.notes.add(("meeting", "m"), body=say("note"))
        library.notes.add(("library", "this-library"), body=say("library note"))
        starts = text.index(passage)
        where = {"source": "s", "starts": starts, "ends": starts + len(passage)}
        library.citations.add(("quote", "q-direct"), **where)
        library.citations.add(("quote", "q-recalled"))
        library.citations.add(("meeting", "m"), field="starts", as_worded=say("cited words"), **where)
        library.citations.add(("participation", line), field="head_id", source="s-without-text")
        library.citations.add(("participation", announced))
        library.citations.add(("outcome", outcome), relation="inferred", **where)
        library.citations.add(("reading", reading), **where)
        library.citations.add(("reading", other), source="s-without-text", relation="contradicts")
    return library


def make(path, say, title="Talks"):
    """A new library file with one full meeting."""
    with Library.create(path, title, author=say("author"), facts={"uid": "this-library"}) as library:
        fill(library, say)
    return path
