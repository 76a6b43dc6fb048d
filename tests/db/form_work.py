"""What people do in forms and lists: typing, choosing, sittings at a field, several records at once."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from db import Cancel, bulk, record_form
from db.new_names import New
from db.record_values import SETS
from db.records import new_uid
from db.references import Record
from db.vocabulary import ACTS, RECORD_KINDS
from tests.db.any_work import AnyWork

TEXTS = st.text(alphabet="ab'\"\\é🕊\n{}[],:1", min_size=1, max_size=6)
DAYS = st.sampled_from([None, "2017", "2017-01", "2017-01-23", "2018-06-28"])
PARENTS = st.integers(0, 3)
KINDS = st.sampled_from(sorted(set(RECORD_KINDS) - {"library"}))
NUMBERS = st.lists(st.integers(0, 7), min_size=1, max_size=3)
PICKED = st.lists(st.tuples(KINDS, PARENTS), min_size=1, max_size=3)
TYPED = {
    "meeting": "summary", "event": "note", "party": "name", "person": "name", "participation": "note",
    "outcome": "text", "topic": "label", "quote": "text", "source": "text", "citation": "as_worded",
    "reading": "value", "alias": "form", "note": "body", "tag": "name", "search": "query",
}  # fmt: skip
"""For each kind a field in which people type."""


class FormWork(AnyWork):
    """Rules for forms and lists."""

    @rule(n=PARENTS, kind=KINDS, texts=st.lists(TEXTS, min_size=1, max_size=3), leave=st.booleans())
    def type_in_a_field(self, n, kind, texts, leave):
        record = Record(kind, self.uid(n, kind))
        for text in texts:
            self.store(record, {TYPED[kind]: text}, into=None if leave else self.sitting)

    @rule(n=PARENTS, m=PARENTS, kind=KINDS, text=TEXTS)
    def choose_in_a_form(self, n, m, kind, text):
        """Whatever a field names another record by: one that is there, a new one, none."""
        record = Record(kind, self.uid(n, kind))
        for field, table in self.library.noun(kind).refers.items():
            other = {"people": "person", "parties": "party", "topics": "topic", "tags": "tag"}.get(table)
            new = New(other, text, "state" if other == "party" else None) if other else None
            chosen = new if m == 3 else None if m == 2 else self.uid(m, other or "meeting")
            self.store(record, {field: chosen})

    @rule(n=PARENTS, m=PARENTS, kind=KINDS, text=TEXTS, name=st.sampled_from(sorted(SETS)))
    def fill_a_set(self, n, m, kind, text, name):
        """Topics, tags or spellings: what is there and one more, or less."""
        record = Record(kind, self.uid(n, kind))
        if kind not in SETS[name] or record.uid == "none":
            return
        content = record_form.read(self.library, record, Cancel())
        one = {"topics": self.uid(m, "topic"), "tags": self.uid(m, "tag"), "spellings": text}[name]
        more = one if m % 2 or name == "spellings" else New(name[:-1], text)
        self.store(record, {name: (*content.base[name][m:], more)}, base=content.base)

    @rule(n=PARENTS, kind=st.sampled_from(["meeting", "outcome", "quote", "person", "party"]), text=TEXTS)
    def store_over_a_change(self, n, kind, text):
        """A form that was opened before something else was stored loses nothing of it."""
        record = Record(kind, self.uid(n, kind))
        if record.uid == "none":
            return
        base = record_form.read(self.library, record, Cancel()).base
        self.store(record, {TYPED[kind]: text})
        present = record_form.read(self.library, record, Cancel()).base
        self.store(record, {TYPED[kind]: f"{text}?"}, base=base)
        if base != present:
            assert record_form.read(self.library, record, Cancel()).base == present

    @rule(n=PARENTS, text=TEXTS, day=DAYS)
    def add_by_forms(self, n, text, day):
        meeting = self.uid(n, "meeting")
        self.store(
            Record("quote", new_uid()),
            {
                "form": "direct",
                "text": text,
                "said_on": day,
                "speaker": New("person", text),
                "party": New("party", text, "state"),
                "meeting": None if meeting == "none" else meeting,
                "tags": (New("tag", text),),
            },
            new=True,
        )
        line = {"meeting": meeting, "party": self.uid(n, "party"), "role": "host", "attendance": "announced"}
        self.store(Record("participation", new_uid()), line, new=True)
        topics = (New("topic", text), New("topic", "b"))
        self.store(
            Record("outcome", new_uid()),
            {"meeting": meeting, "act": "agreed", "text": text, "topics": topics},
            new=True,
        )

    @rule(n=PARENTS, starts=st.integers(0, 3), text=TEXTS, edit=st.booleans())
    def note_on_a_passage(self, n, starts, text, edit):
        note = Record("note", new_uid())
        given = {"source": self.uid(n, "source"), "starts": starts, "ends": starts + 2, "body": text}
        self.sitting = self.store(note, given, new=True)
        if edit:
            self.store(note, {"body": f"{text}.", "tags": (New("tag", text),)}, into=self.sitting)

    @rule(n=PARENTS, adopted=st.sampled_from([0, 1]), text=TEXTS)
    def follow_in_a_form(self, n, adopted, text):
        self.store(Record("reading", self.uid(n, "reading")), {"adopted": adopted, "reason": text})

    def store(self, record, given, **options):
        """Store as forms do, and keep the step for a sitting that goes on with it."""
        stored = self.attempt(lambda: record_form.store(self.library, record, given, **options))
        self.sitting = stored or self.sitting
        return stored

    # Several at once

    def chosen(self, kind, numbers):
        """Some records of a kind, each once; those may be there or not."""
        return [Record(kind, uid) for uid in dict.fromkeys(self.uid(number, kind) for number in numbers)]

    @rule(
        numbers=st.lists(st.integers(0, 7), min_size=1, max_size=4),
        n=PARENTS,
        text=TEXTS,
        act=st.sampled_from(sorted(ACTS)),
    )
    def edit_many(self, numbers, n, text, act):
        uids = [record.uid for record in self.chosen("outcome", numbers)]
        topics, tags = (self.uid(n, "topic"), New("topic", text)), (New("tag", text), self.uid(n, "tag"))
        put: dict[str, Any] = (
            {"add_topics": topics[:n], "add_tags": tags[:n]}
            if n % 2
            else {"take_topics": topics[:1], "take_tags": tags[1:]}
        )
        self.attempt(lambda: bulk.edit(self.library, "outcome", uids, {"act": act, "note": text} if n else {}, **put))

    @rule(
        numbers=st.lists(st.integers(0, 7), min_size=1, max_size=3), kind=KINDS, role=st.sampled_from(["host", "guest"])
    )
    def edit_many_of_any_kind(self, numbers, kind, role):
        uids = [record.uid for record in self.chosen(kind, numbers)]
        given = {"role": role} if kind == "participation" else {TYPED[kind]: role}
        self.attempt(lambda: bulk.edit(self.library, kind, uids, given, add_tags=(New("tag", role),)))

    @rule(picked=PICKED)
    def remove_many(self, picked):
        records = [record for kind, number in dict.fromkeys(picked) for record in self.chosen(kind, [number])]
        self.attempt(lambda: bulk.remove(self.library, list(dict.fromkeys(records))))

    @rule(picked=PICKED)
    def duplicate(self, picked):
        records = [record for kind, number in picked for record in self.chosen(kind, [number])]
        copies = self.attempt(lambda: bulk.duplicate(self.library, records))
        originals = dict.fromkeys(records) if copies else ()  # two numbers may name one record: it is copied once
        for original, copy in zip(originals, copies or (), strict=True):
            assert copy.kind == original.kind
            assert copy.uid in self.uids(copy.kind)

    @rule(
        numbers=st.lists(st.integers(0, 7), min_size=1, max_size=3),
        kind=st.sampled_from(["outcome", "quote"]),
        place=st.integers(0, 4),
    )
    def move_many(self, numbers, kind, place):
        records = self.chosen(kind, numbers)
        self.attempt(lambda: bulk.move(self.library, records, place))
