"""The nouns of a library: one collection for each table that people edit, each with its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.aliases import Aliases
from db.citations import Citations
from db.events import Events
from db.files import Files
from db.history import History
from db.meetings import Meetings
from db.notes import Notes
from db.outcomes import Outcomes
from db.participations import Participations
from db.parties import Parties
from db.people import People
from db.quotes import Quotes
from db.readings import Readings
from db.sources import Sources
from db.tags import Tags
from db.topics import Topics

if TYPE_CHECKING:
    from db.library import Library


class Nouns:
    """What `library.<noun>.<verb>()` reaches."""

    def __init__(self, library: Library) -> None:
        self.aliases = Aliases(library)
        self.citations = Citations(library)
        self.events = Events(library)
        self.files = Files(library)
        self.history = History(library)
        self.meetings = Meetings(library)
        self.notes = Notes(library)
        self.outcomes = Outcomes(library)
        self.participations = Participations(library)
        self.parties = Parties(library)
        self.people = People(library)
        self.quotes = Quotes(library)
        self.readings = Readings(library)
        self.sources = Sources(library)
        self.tags = Tags(library)
        self.topics = Topics(library)
