from typing import NamedTuple

import pytest

from db.references import Record

TEXT = """Fishing talks, second day

Harbour Minister Ada Brandt of Ardania and the Veltrian negotiator, Jan Feld, met in Port Salm on Monday.

“No nets were lost,” said Harbour Minister Ada Brandt. Jan Feld noted that the ice had come late this year.

- The boats are ready, the Veltrian negotiator said.

Olga Winter, a skipper, told reporters: “Nobody asked us at all.”
"""


class Talks(NamedTuple):
    """Uids of a small library: a meeting, those who were there, and a source about it whose words nobody quoted yet."""

    meeting: str
    ardania: str
    veltria: str
    brandt: str
    feld: str
    source: str


@pytest.fixture
def talks(library):
    """A meeting of two parties with their heads, and a source that the meeting cites."""
    meeting = library.meetings.add(kind="round", number=2, title="Fishing talks", starts="2017-02-06")
    ardania = library.parties.add(name="Ardania", kind="state")
    veltria = library.parties.add(name="Veltria", kind="state")
    brandt = library.people.add(name="Ada Brandt")
    feld = library.people.add(name="Jan Feld")
    for party, head, title in ((ardania, brandt, "Harbour Minister"), (veltria, feld, "chief negotiator")):
        library.participations.add(
            meeting=meeting, party=party, role="participant", attendance="reported", head=head, head_title=title
        )
    source = library.sources.add(title="Second day", text=TEXT, language="en")
    library.citations.add(Record("meeting", meeting), source=source, field="starts")
    return Talks(meeting, ardania, veltria, brandt, feld, source)
