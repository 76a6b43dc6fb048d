"""A library that people work in at random: its states as digests, those that undo returns to and redo brings back."""

import shutil
import tempfile
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from db import (
    Cancel,
    KnownError,
    Library,
    anchoring,
    clashes,
    index_steps,
    indexing,
    integrity,
    quote_checks,
    quote_index,
    record_index,
)
from db.digest import content_digest
from db.references import Record
from db.vocabulary import RECORD_KINDS


def furnish(path: Path):
    """Put two records of each kind into an empty library, as what it shipped with."""
    with Library(path) as library, library.revise("Made up", kind="dataset"):
        source = library.sources.add(title="Statement", text="Ada said: talks go on. Country A agreed.")
        topic = library.topics.add(name="zones", label="Zones")
        tag = library.tags.add(name="read", colour="#a03c2e")
        library.topics.add(name="below", parent=topic)
        library.tags.add(name="below", parent=tag)
        for number, name in enumerate(("Ada", "Bede"), 1):
            meeting = library.meetings.add(kind="round", title=f"Round {number}", number=number, starts="2017-01")
            who = {"meeting": meeting, "party": library.parties.add(name=f"Country of {name}", kind="state")}
            head = library.people.add(name=name)
            library.participations.add(**who, role="host", attendance="reported", head=head)
            library.events.add(kind="other", title=f"Event {number}", number=number, topic=topic)
            for text in ("first", "second"):
                outcome = library.outcomes.add(meeting=meeting, act="agreed", text=f"{text} of {name}")
                quote = library.quotes.add(**who, speaker=head, form="direct", text=f"{text} words of {name}")
            library.outcomes.put_under(outcome, topic)
            on = Record("quote", quote)
            library.tags.put(tag, on, Record("meeting", meeting), Record("person", head))
            cited = library.citations.add(on, source=source, starts=10, ends=15)
            library.notes.add(on, body="Which talks?", field="text", citation=cited)
            library.notes.add_on_passage(source, 0, 3, "Who?")
            for value in ("one", "other"):
                library.readings.add(Record("outcome", outcome), about="number", value=value)
            library.aliases.add(record_kind="person", record_uid=head, form=f"{name[0]}.")
            library.searches.add(query=f"words speaker:{name}")
            library.sources.add(title=f"Paper of {name}", text=f"..{name} wrote..")


class AnyWork(RuleBasedStateMachine):
    """What all rules share; a machine adds them."""

    start: Path
    """The file to begin with, to be copied."""
    making = False
    """Whether the indexes are being made anew."""

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "talks.parley"
        shutil.copy(self.start, self.path)
        self.library = self.opened()
        self.past, self.future = [self.state()], []
        self.sitting = None

    def opened(self):
        return Library(self.path, author="Ada")

    def state(self):
        with self.library.reading() as conn:
            return content_digest(conn)

    def uids(self, kind):
        with self.library.reading() as conn:
            return [row[0] for row in conn.execute(f"SELECT uid FROM {RECORD_KINDS[kind]} ORDER BY id")]

    def uid(self, number, kind):
        """The uid of one of the records of a kind, or of none that is there."""
        uids = self.uids(kind)
        return uids[number % len(uids)] if uids else "none"

    def newest(self):
        return [step.id for step in self.library.history.steps(Cancel(), limit=1)]

    def do(self, *verbs):
        """Try some verbs as one step."""

        def together():
            with self.library.revise("Some verbs"):
                for verb in verbs:
                    verb(self.library)

        self.attempt(together)

    def attempt(self, work):
        """Do what makes one step, goes on with the newest, or makes none; a refusal in words leaves all as it was."""
        before, newest = self.past[-1], self.newest()
        try:
            done = work()
        except KnownError:
            assert self.state() == before
            return None
        if self.newest() == newest:
            self.go_on()
        else:  # a step that ends where it began is a step too
            self.past.append(self.state())
            self.future.clear()
        return done

    def go_on(self):
        """What was written went into the newest step: undo takes back both."""
        if self.state() != self.past[-1]:
            assert self.newest() == [self.sitting]
            self.past[-1] = self.state()

    @invariant()
    def all_is_as_expected(self):
        if not hasattr(self, "library"):
            return
        assert self.state() == self.past[-1]
        undo, redo = self.library.undo_labels()
        assert (undo is not None, redo is not None) == (len(self.past) > 1, bool(self.future))
        with self.library.reading() as conn:
            assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
            assert list(clashes.all_in(conn)) == []
            assert quote_checks.stale(conn) == []
            assert conn.execute("SELECT count(*) FROM open_revision").fetchone() == (0,)
            sources = [row[0] for row in conn.execute("SELECT id FROM sources").fetchall()]
            assert list(anchoring.misplaced(conn, sources, with_surroundings=True)) == []

    @invariant()
    def indexes_are_in_step(self):
        if not hasattr(self, "library"):
            return
        with self.library.reading() as conn:
            assert (quote_index.out_of_step(conn), record_index.out_of_step(conn)) == (0, 0)
            assert self.making or all(index_steps.is_whole(conn, index) for index in indexing.INDEXES)

    def teardown(self):
        """Undo goes back to the very start, through every state, in a library opened anew; the file is sound."""
        if not hasattr(self, "library"):
            return
        self.library.close()
        with self.folder, self.opened() as self.library:
            while len(self.past) > 1:
                self.library.undo()
                self.past.pop()
                assert self.state() == self.past[-1]
            assert self.library.undo_labels()[0] is None
            while self.making:
                self.making = not indexing.advance(self.library).whole
            self.indexes_are_in_step()
            self.library.close()
            assert integrity.check(self.path) == []
