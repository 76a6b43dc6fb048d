"""A made-up meeting with two parties and four outcomes, to work in."""

from db import Cancel
from db.digest import content_digest


def fill(library):
    """Put the meeting into an empty library."""
    library.meetings.add(kind="round", title="First talks", number=1, uid="m1", starts="2031-03-02")
    library.parties.add(name="Country A", kind="state", uid="a")
    library.parties.add(name="Country B", kind="state", uid="b")
    library.people.add(name="Bo Example", uid="bo")
    library.topics.add(name="Hotline", uid="t1")
    library.tags.add(name="to check", uid="g1", colour="#a03c2e")
    for at in range(1, 5):
        library.outcomes.add(meeting="m1", act="agreed", text=f"Result {at}", uid=f"o{at}")
    line = {"meeting": "m1", "role": "guarantor", "attendance": "reported"}
    library.participations.add(**line, party="a", head="bo", uid="l1")
    library.participations.add(**line, party="b", uid="l2")


def digest(library):
    """The state of all that the library holds."""
    with library.reading() as conn:
        return content_digest(conn)


def newest(library):
    """What the last step was called."""
    return library.history.steps(Cancel(), limit=1)[0].label


def results(library):
    """The texts of the outcomes, in order."""
    return [outcome.text for outcome in library.outcomes.of_meeting("m1")]
