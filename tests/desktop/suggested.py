"""A library with a source in whose text somebody speaks, for the tests of suggested quotes."""

from typing import NamedTuple

from db.references import Record

TEXT = """Fishing talks, second day

Harbour Minister Ada Brandt of Ardania and the Veltrian negotiator, Jan Feld, met in Port Salm on Monday.

“No nets were lost,” said Harbour Minister Ada Brandt. Jan Feld noted that the ice 🧊 had come late this year.

- The boats are ready, the Veltrian negotiator said.

Olga Winter, a skipper, told reporters: “Nobody asked us at all.”
"""
WORDS = [
    "No nets were lost",
    "Jan Feld noted that the ice 🧊 had come late this year.",
    "The boats are ready",
    "Nobody asked us at all.",
]
"""What is suggested, in order."""


class Talks(NamedTuple):
    """Uids of that library."""

    meeting: str
    other: str
    brandt: str
    feld: str
    source: str
    bare: str


def fill(library):
    """Enter two meetings, two people, the source and one that has no text."""
    meeting = library.meetings.add(kind="round", number=2, title="Fishing talks", starts="2017-02-06")
    other = library.meetings.add(kind="round", number=3, title="Later talks", starts="2017-03-06")
    heads: list[str] = []
    for party, head, title in (("Ardania", "Ada Brandt", "Harbour Minister"), ("Veltria", "Jan Feld", "negotiator")):
        heads.append(library.people.add(name=head))
        library.participations.add(
            meeting=meeting, party=library.parties.add(name=party, kind="state"), role="participant",
            attendance="reported", head=heads[-1], head_title=title,
        )  # fmt: skip
    source = library.sources.add(title="Second day", text=TEXT, language="en")
    library.citations.add(Record("meeting", meeting), source=source, field="starts")
    bare = library.sources.add(title="A source without a text")
    return Talks(meeting, other, heads[0], heads[1], source, bare)


DOUBTED = """«Мы хотим мира», — заявил Пётр Иванов. «Лёд пришёл поздно», — сказал Пётр Иванов.

“We want fish,” said Cy Greene. “We want nets,” said Moss.
"""


def fill_doubted(library):
    """Enter people of whom each may be meant in a text, which names them otherwise; the uid of that source."""
    novogradia = library.parties.add(name="Novogradia", kind="state")
    other = library.meetings.add(kind="round", number=4, title="Winter talks", starts="2017-12-06")
    for name in ("Pyotr Ivanov", "Cy Green", "Rita Moss", "Nils Moss"):
        person = library.people.add(name=name)
        if name == "Pyotr Ivanov":
            library.participations.add(
                meeting=other, party=novogradia, role="participant", attendance="reported", head=person
            )
    return library.sources.add(title="Third day", text=DOUBTED)
