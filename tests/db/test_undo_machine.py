"""Whatever people do, undo returns to the state before, redo to the state after, and the file stays sound."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from db import Cancel, KnownError, anchor_review, index_steps, indexing, quote_index, record_index
from db.errors import Conflict
from db.references import MERGED, Record
from db.vocabulary import ACTS, ATTENDANCE, RECORD_KINDS, ROLES
from tests.db.any_work import AnyWork, furnish
from tests.db.form_work import DAYS, KINDS, PARENTS, TEXTS, FormWork

TREES = st.sampled_from(["topics", "tags"])


class AnyEdit(FormWork):
    """All that can be done to a library, in any order."""

    # What can be done, each as a function that takes the library

    @rule(text=TEXTS, day=DAYS, number=st.sampled_from([None, 1, 2]))
    def add_meeting(self, text, day, number):
        self.do(lambda lib: lib.meetings.add(kind="round", title=text, starts=day, number=number))

    @rule(n=PARENTS, text=TEXTS, act=st.sampled_from(sorted(ACTS)))
    def add_outcome(self, n, text, act):
        self.do(lambda lib: lib.outcomes.add(meeting=self.uid(n, "meeting"), act=act, text=text))

    @rule(n=PARENTS, text=TEXTS, form=st.sampled_from(["direct", "indirect"]), day=DAYS)
    def add_quote(self, n, text, form, day):
        who = {"speaker": self.uid(n, "person"), "party": self.uid(n, "party"), "meeting": self.uid(n, "meeting")}
        who = {name: uid for name, uid in who.items() if uid != "none"}
        self.do(lambda lib: lib.quotes.add(form=form, text=text, said_on=day, **who))

    @rule(text=TEXTS)
    def add_party_and_person(self, text):
        self.do(lambda lib: lib.parties.add(name=text, kind="state"), lambda lib: lib.people.add(name=text))

    @rule(n=PARENTS, m=PARENTS, role=st.sampled_from(sorted(ROLES)), attendance=st.sampled_from(sorted(ATTENDANCE)))
    def add_line(self, n, m, role, attendance):
        head = self.uid(m, "person")
        line = {
            "meeting": self.uid(n, "meeting"),
            "party": self.uid(m, "party"),
            "role": role,
            "attendance": attendance,
        }
        self.do(lambda lib: lib.participations.add(**line, head=None if head == "none" else head))

    @rule(text=TEXTS, n=PARENTS, table=TREES, under=st.booleans())
    def add_to_tree(self, text, n, table, under):
        kind = {"topics": "topic", "tags": "tag"}[table]
        parent = self.uid(n, kind) if under else None
        self.do(lambda lib: getattr(lib, table).add(name=text, parent=None if parent == "none" else parent))

    @rule(n=PARENTS, m=PARENTS, table=TREES)
    def move_in_tree(self, n, m, table):
        kind = {"topics": "topic", "tags": "tag"}[table]
        self.do(lambda lib: getattr(lib, table).move(self.uid(n, kind), self.uid(m, kind) if n != m else None))

    @rule(text=TEXTS, n=PARENTS, kind=st.sampled_from(["quote", "outcome", "meeting", "note", "tag"]))
    def add_source_citation_and_note(self, text, n, kind):
        record = Record(kind, self.uid(n, kind))
        self.do(
            lambda lib: lib.sources.add(title=text, text=f"..{text}.."),
            lambda lib: lib.citations.add(record, source=self.uid(-1, "source"), starts=2, ends=2 + len(text)),
            lambda lib: lib.notes.add(record, body=text, citation=self.uid(-1, "citation")),
            lambda lib: lib.readings.add(record, about="point", value=text, adopted=n == 1),
        )

    @rule(n=PARENTS, text=TEXTS, keep=st.booleans())
    def edit_source_text(self, n, text, keep):
        """Never refused, whatever is cited from the text."""
        uid = self.uid(n, "source")
        if uid != "none":
            whole = f"{text}{self.library.sources.text(uid) or ''}{text}" if keep else text

            def edit():
                self.library.sources.edit(uid, text=whole)
                return True

            assert self.attempt(edit)

    @rule(n=PARENTS, m=PARENTS, how=st.sampled_from(["accept", "attach", "keep", "remove"]))
    def put_a_passage_right(self, n, m, how):
        lines = anchor_review.read(self.library, None, {}, Cancel()).lines
        if not lines:
            return
        line = lines[n % len(lines)]
        span = (m, m + 2)
        if how == "accept" and line.candidates:
            span = line.candidates[m % len(line.candidates)][:2]
        verb = {
            "accept": lambda: anchor_review.accept(self.library, line.uid, *span),
            "attach": lambda: anchor_review.reattach(self.library, line.uid, *span),
            "keep": lambda: anchor_review.keep_without_passage(self.library, line.uid),
            "remove": lambda: self.library.citations.remove(line.uid),
        }[how]
        self.attempt(verb)

    @rule(n=PARENTS, all_of_them=st.booleans())
    def accept_all_same(self, n, all_of_them):
        source = None if all_of_them else self.uid(n, "source")
        before = anchor_review.counts(self.library, source, Cancel())
        self.attempt(lambda: anchor_review.accept_all_same(self.library, source))
        assert anchor_review.counts(self.library, source, Cancel()) == before._replace(same=0)

    @rule(n=PARENTS, text=TEXTS)
    def edit_names(self, n, text):
        for kind, noun, values in (
            ("person", "people", {"name": text}), ("party", "parties", {"name": text, "short_name": None}),
            ("outcome", "outcomes", {"text": text}), ("quote", "quotes", {"text": text, "said_on": "2019-05"}),
            ("meeting", "meetings", {"summary": text, "number": n or None}), ("tag", "tags", {"description": text}),
            ("alias", "aliases", {"form": text}), ("note", "notes", {"body": text}),
        ):  # fmt: skip
            self.do(
                lambda lib, n=n, kind=kind, noun=noun, values=values: getattr(lib, noun).edit(
                    self.uid(n, kind), **values
                )
            )

    @rule(n=PARENTS, m=PARENTS)
    def edit_in_nested_steps(self, n, m):
        def inner(lib):
            with lib.revise("Inner"):
                lib.outcomes.edit(self.uid(n, "outcome"), note="nested")
                lib.outcomes.move(self.uid(n, "outcome"), m + 1)
                lib.outcomes.put_under(self.uid(n, "outcome"), self.uid(m, "topic"))

        def failing(lib):
            try:
                with lib.revise("Failing"):
                    lib.meetings.remove(self.uid(n, "meeting"))
                    lib.meetings.edit(self.uid(n, "meeting"), title="")
            except KnownError:
                pass

        self.do(inner, failing)
        self.do(failing, lambda lib: lib.outcomes.take_from(self.uid(n, "outcome"), self.uid(m, "topic")))

    @rule(n=PARENTS, kind=st.sampled_from(["meeting", "outcome", "quote", "person"]), on=st.booleans())
    def tag(self, n, kind, on):
        record = Record(kind, self.uid(n, kind))
        self.do(lambda lib: (lib.tags.put if on else lib.tags.take)(self.uid(n, "tag"), record))

    @rule(n=PARENTS, m=PARENTS, kind=st.sampled_from(MERGED))
    def merge(self, n, m, kind):
        self.do(lambda lib: getattr(lib, RECORD_KINDS[kind]).merge(self.uid(n, kind), self.uid(m, kind)))

    @rule(n=PARENTS)
    def follow(self, n):
        self.do(lambda lib: lib.readings.adopt(self.uid(n, "reading"), "clear"))

    @rule(n=PARENTS, about=st.sampled_from(["number", "point"]), adopted=st.booleans())
    def move_reading(self, n, about, adopted):
        uid = self.uid(n, "reading")
        self.do(lambda lib: lib.readings.edit(uid, about=about), lambda lib: adopted and lib.readings.adopt(uid))

    @rule(n=PARENTS, m=PARENTS, kind=st.sampled_from(["person", "party"]))
    def move_spelling(self, n, m, kind):
        self.do(lambda lib: lib.aliases.edit(self.uid(n, "alias"), record_kind=kind, record_uid=self.uid(m, kind)))

    @rule(n=PARENTS, number=st.sampled_from([None, 1, 2, 3]))
    def number_event(self, n, number):
        self.do(lambda lib: lib.events.edit(self.uid(n, "event"), number=number))

    @rule(n=PARENTS, text=TEXTS)
    def rename_in_tree(self, n, text):
        """Tags, and topics with the spellings of their terms."""
        self.do(lambda lib: lib.tags.rename(self.uid(n, "tag"), text))
        self.do(lambda lib: lib.topics.edit(self.uid(n, "topic"), label=text))

    @rule(n=PARENTS, text=TEXTS, form=TEXTS)
    def add_spelling_of_term(self, n, text, form):
        labels = [topic.label for topic in self.library.topics.all(Cancel())]
        canonical = labels[n % len(labels)] if labels else text
        self.do(lambda lib: lib.aliases.add(record_kind="term", canonical=canonical, form=form))

    @rule(n=PARENTS, kind=KINDS)
    def remove(self, n, kind):
        self.do(lambda lib: lib.noun(kind).remove(self.uid(n, kind)))

    # The history

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self):
        self.library.undo()
        self.future.append(self.past.pop())

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.library.redo()
        self.past.append(self.future.pop())

    @rule(n=st.integers(0, 30))
    def take_back(self, n):
        steps = self.library.history.steps(Cancel(), limit=30)
        if not steps:
            return
        step = steps[n % len(steps)]
        try:
            self.library.take_back(step.id)
        except Conflict:
            assert self.state() == self.past[-1]
        else:
            assert step.stands
            if step.id == steps[0].id and step.kind == "edit":
                assert self.state() == self.past[-2]
            self.past.append(self.state())
            self.future.clear()

    @rule(n=PARENTS, kind=KINDS)
    def restore(self, n, kind):
        removed = [record for record in self.library.history.removed(Cancel()) if record.kind == kind]
        if removed:
            record = removed[n % len(removed)]
            self.attempt(lambda: self.library.history.restore(Record(record.kind, record.uid)))

    @rule(n=PARENTS, kind=KINDS)
    def remove_and_restore(self, n, kind):
        """A record put back right after it was removed leaves everything as it was."""
        before, record = self.past[-1], Record(kind, self.uid(n, kind))
        steps = len(self.past)
        self.attempt(lambda: self.library.noun(kind).remove(record.uid))
        if len(self.past) > steps:
            self.attempt(lambda: self.library.history.restore(record))
            assert self.state() == before

    @rule()
    def reopen(self):
        self.library.close()
        self.library = self.opened()

    # The indexes, which are made anew while all this goes on

    @rule(emptied=st.booleans())
    def begin_indexes_anew(self, emptied):
        """They were damaged, or are those of an older version."""
        if emptied:
            indexing.begin_anew(self.library)
        else:
            conn = self.library.writer.conn
            conn.execute("UPDATE library SET value = 'older' WHERE key GLOB '*_index'")
            conn.execute("UPDATE record_places SET digest = digest / 2")
        self.making = True

    @precondition(lambda self: self.making)
    @rule(steps=st.integers(1, 30))
    def take_into_indexes(self, steps):
        for _ in range(steps):
            self.making = not indexing.advance(self.library).whole


def run(start, examples, steps):
    """Let hypothesis do that many sittings of that many steps on copies of a file."""
    AnyWork.start = start
    run_state_machine_as_test(AnyEdit, settings=settings(max_examples=examples, stateful_step_count=steps))


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    """The indexes of the few records there are take several steps."""
    monkeypatch.setattr(index_steps, "STEP", 1)
    for module, name in ((quote_index, "_BATCH"), (quote_index, "_MANY"), (record_index, "BATCH")):
        monkeypatch.setattr(module, name, 2)


@pytest.fixture
def furnished(empty, tmp_path):
    """The file of a library with two records of each kind."""
    path = Path(shutil.copy(empty, tmp_path / "furnished.parley"))
    furnish(path)
    return path


def test_any_work_can_be_undone_to_its_start(furnished):
    run(furnished, examples=40, steps=30)


def test_any_work_in_an_empty_library_can_be_undone(empty):
    run(empty, examples=15, steps=30)
