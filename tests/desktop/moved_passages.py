"""A made-up library in which passages lost their place: one in each state, another behind a note."""

from db import Library
from db.references import Record

MET = "The ministers met in Nordhaven on the first Monday of spring. "
SAID = "“No military solution is left”, said the envoy of Country A to those who had come. "
DINED = "In the evening all of them dined by the harbour, and then spoke of maps for hours. "
LIST = "A list of names was handed over, which nobody has seen since. "
LONG = f"{MET}{SAID}{DINED}{LIST}"
CHANGED = f"{MET.replace('The ministers', 'At last the ministers')}{SAID}{DINED}{DINED}"
WORDS = {
    "same": "No military solution is left", "near": "The ministers met", "several": "by the harbour",
    "orphan": LIST.strip(),
}  # fmt: skip
"""The words of each passage, by its uid, which is its state after the text was changed."""


def fill(library):
    """A meeting with a quote and an outcome that cite a source of four sentences."""
    library.meetings.add(uid="m", kind="round", number=1, title="Talks by the sea", starts="2031-03-02")
    library.people.add(uid="envoy", name="Bo Example")
    library.quotes.add(uid="q", meeting="m", speaker="envoy", form="direct", text=WORDS["same"], said_on="2031-03-02")
    library.outcomes.add(uid="o", meeting="m", act="agreed", text="To meet again")
    library.sources.add(uid="minutes", title="Minutes", text=LONG, language="en")
    for uid, words in WORDS.items():
        on = Record("quote", "q") if uid == "same" else Record("outcome", "o")
        starts = LONG.index(words)
        field = None if uid == "same" else "text"
        given = {"source": "minutes", "field": field, "starts": starts, "ends": starts + len(words)}
        library.citations.add(on, uid=uid, **given)


def make(path, *, changed=True):
    """The file of that library; `changed` for after the text of the source was changed."""
    with Library.create(path, "Talks", author="Ada", facts={"uid": "this-library"}) as library:
        with library.revise("Made up"):
            fill(library)
        if changed:
            library.sources.edit("minutes", text=CHANGED)
    return path
