"""The nouns of a library: one collection for each table that people edit, each with its verbs.

Each is imported when it is first used: a library that is only looked at starts sooner.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from db.errors import BadValue

if TYPE_CHECKING:
    from db.aliases import Aliases
    from db.citations import Citations
    from db.events import Events
    from db.files import Files
    from db.history import History
    from db.library import Library
    from db.meetings import Meetings
    from db.notes import Notes
    from db.outcomes import Outcomes
    from db.participations import Participations
    from db.parties import Parties
    from db.people import People
    from db.quotes import Quotes
    from db.readings import Readings
    from db.records import Records
    from db.searches import Searches
    from db.sources import Sources
    from db.tags import Tags
    from db.topics import Topics


class Nouns:
    """What `library.<noun>.<verb>()` reaches."""

    def __init__(self, library: Library) -> None:
        self._nouns_of = library

    def noun(self, kind: str) -> Records[Any]:
        """The collection of a kind of record, a key of RECORD_KINDS; BadValue when there is none."""
        from db.vocabulary import RECORD_KINDS

        if kind not in RECORD_KINDS or kind == "library":
            raise BadValue(f"“{kind}” is not a kind of record that can be edited.")
        return getattr(self, RECORD_KINDS[kind])

    @cached_property
    def aliases(self) -> Aliases:
        """Other spellings of parties, people, places and terms."""
        from db.aliases import Aliases

        return Aliases(self._nouns_of)

    @cached_property
    def citations(self) -> Citations:
        """The passages and documents behind values."""
        from db.citations import Citations

        return Citations(self._nouns_of)

    @cached_property
    def events(self) -> Events:
        """What happened between meetings."""
        from db.events import Events

        return Events(self._nouns_of)

    @cached_property
    def files(self) -> Files:
        """The bytes of imported documents."""
        from db.files import Files

        return Files(self._nouns_of)

    @cached_property
    def history(self) -> History:
        """Revisions and changes."""
        from db.history import History

        return History(self._nouns_of)

    @cached_property
    def meetings(self) -> Meetings:
        """Rounds, summits and other meetings."""
        from db.meetings import Meetings

        return Meetings(self._nouns_of)

    @cached_property
    def notes(self) -> Notes:
        """Annotations."""
        from db.notes import Notes

        return Notes(self._nouns_of)

    @cached_property
    def outcomes(self) -> Outcomes:
        """Results of meetings."""
        from db.outcomes import Outcomes

        return Outcomes(self._nouns_of)

    @cached_property
    def participations(self) -> Participations:
        """Parties at meetings."""
        from db.participations import Participations

        return Participations(self._nouns_of)

    @cached_property
    def parties(self) -> Parties:
        """States, organisations and sides."""
        from db.parties import Parties

        return Parties(self._nouns_of)

    @cached_property
    def people(self) -> People:
        """Speakers and heads of delegation."""
        from db.people import People

        return People(self._nouns_of)

    @cached_property
    def quotes(self) -> Quotes:
        """Words of speakers."""
        from db.quotes import Quotes

        return Quotes(self._nouns_of)

    @cached_property
    def readings(self) -> Readings:
        """Values on which sources disagree."""
        from db.readings import Readings

        return Readings(self._nouns_of)

    @cached_property
    def searches(self) -> Searches:
        """Searches of quotes that are kept."""
        from db.searches import Searches

        return Searches(self._nouns_of)

    @cached_property
    def sources(self) -> Sources:
        """Documents."""
        from db.sources import Sources

        return Sources(self._nouns_of)

    @cached_property
    def tags(self) -> Tags:
        """A researcher's own codes."""
        from db.tags import Tags

        return Tags(self._nouns_of)

    @cached_property
    def topics(self) -> Topics:
        """Issues followed across meetings."""
        from db.topics import Topics

        return Topics(self._nouns_of)
