"""Keys and clicks at random, without waiting for “Saved”: each word is in the field in which it was typed, once."""

import random
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import record_form
from db.cancel import Cancel
from db.digest import content_digest
from db.references import Record
from desktop.forms.record_form import RecordForm
from desktop.settings import AUTHOR_ASKED
from tests.desktop.hands import click, in_focus

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TYPED_IN = {
    "outcome": ("text", "act_as_worded", "actor", "note"),
    "meeting": ("summary", "city", "venue"),
    "participation": ("head_title", "note"),
    "quote": ("text", "speaker_title", "language"),
}
STEPS = 60


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key wherever the focus is, as the system does: it may be one for the window."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


class Hands:
    """Hands that do one thing after the other, and remember which words they typed where."""

    def __init__(self, window, qtbot, seed):
        self.window, self._qtbot = window, qtbot
        self._random = random.Random(seed)
        self.typed = {}
        self.done = []

    def act(self):
        """Do something, and now and then let something land of what was done before."""
        chances = {
            self.type_word: 12, self.choose_an_act: 3, self.click_a_line: 4, self.click_and_look: 2,
            self.go_further: 3, self.next_meeting: 2, self.insert: 2, self.go_into_the_form: 2, self.copy: 1,
            self.escape: 1, self.undo_and_redo: 1, self.let_land: 5,
        }  # fmt: skip
        act = self._random.choices([*chances], [*chances.values()])[0]
        self.done.append(act.__name__)
        act()

    @property
    def list(self):
        """The list of what the meeting holds."""
        return self.window.meeting.work.list

    @property
    def form(self):
        """The form of a record that is open, with its fields; None when there is none."""
        form = self.window.editing.form.form if self.window.editing.is_open else None
        return form if isinstance(form, RecordForm) and form.fields else None

    def type_word(self):
        form = self.form
        if form and form.record.kind in TYPED_IN:
            name = self._random.choice(TYPED_IN[form.record.kind])
            field = form.fields[name]
            field.setFocus(Qt.FocusReason.MouseFocusReason)
            press(self.window, Qt.Key.Key_End, CTRL)
            if self.form is form and field.holds_focus():
                word = f"w{len(self.typed):03}"
                self.typed[word] = (form.record, name)
                QTest.keyClicks(in_focus(), f" {word}")

    def click_a_line(self):
        """Click a line with a record; that."""
        rows = (
            [row for row in range(self.list.model().rowCount()) if self.record_at(row)] if self.list.isVisible() else []
        )
        if rows:
            row = self._random.choice(rows)
            record = self.record_at(row)
            click(self.window, self.list, self.list.model().index(row, 0))
            return record
        return None

    def click_and_look(self):
        """Whatever lands after a click, it is what was clicked that is chosen and shown."""
        self.let_all_land()  # a meeting that was gone to would else come after the click
        record = self.click_a_line()
        if record:
            self.let_all_land()
            assert self.list.selected() == [record] == self.window.editing.form.records, self.done

    def choose_an_act(self):
        """Let the arrow keys lead to an act, which counts when its box is left."""
        if self.form and self.form.new and "act" in self.form.fields:
            self.form.fields["act"].setFocus(Qt.FocusReason.MouseFocusReason)
            press(self.window, Qt.Key.Key_Down)
            press(self.window, Qt.Key.Key_Down)

    def record_at(self, row):
        """The record of a line, where its form has fields to type in."""
        record = self.list.model().record(self.list.model().index(row, 0))
        return record if record and record.kind in TYPED_IN else None

    def go_further(self):
        if self.form and self.window.editing._has_focus():
            press(self.window, Qt.Key.Key_Return, CTRL)

    def next_meeting(self):
        """Go to another meeting; sometimes wait, and see that nothing that lands leads away from it."""
        press(self.window, self._random.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]), ALT)
        if self._random.random() < 0.5:
            self._qtbot.waitUntil(lambda: not self.window.meetings.list._timer.isActive())
            here = self.window.trail.here
            self.window.editing.leave()
            self.let_all_land()
            assert self.window.trail.here == here, self.done

    def insert(self):
        if self.list.hasFocus():
            press(self.window, Qt.Key.Key_Insert)

    def go_into_the_form(self):
        if self.list.hasFocus():
            press(self.window, Qt.Key.Key_F2)

    def copy(self):
        if self.list.hasFocus() and not self.typed_now():
            press(self.window, Qt.Key.Key_D, CTRL)

    def typed_now(self):
        """Whether words may be copied with a record: then they would be in two."""
        chosen = self.list.selected()
        return any(record in chosen or record.kind == "meeting" for record, _ in self.typed.values())

    def escape(self):
        press(self.window, Qt.Key.Key_Escape)

    def undo_and_redo(self):
        """Take back the newest step and bring it back, as soon as what is typed is stored."""
        self.window.editing.leave()
        for name in ("undo", "redo"):
            self.let_all_land()
            self.window.handlers.act(name)
        self.let_all_land()

    def let_all_land(self):
        tasks, lists = self.window.session.tasks, (self.window.meeting.work.list, self.window.meetings.list)
        self._qtbot.waitUntil(lambda: not tasks.busy and not any(view._timer.isActive() for view in lists))

    def let_land(self):
        tasks = self.window.session.tasks
        choices = [
            lambda: True,
            lambda: not tasks.writing,
            lambda: not tasks.busy,
            lambda: not self.list._timer.isActive(),
        ]
        self._qtbot.waitUntil(self._random.choice(choices))


def words_in_the_library(library):
    """Each numbered word in the library, with the record and the field in which it stands."""
    found = []
    with library.reading() as conn:
        uids = {kind: conn.execute(f"SELECT uid FROM {kind}s").fetchall() for kind in TYPED_IN}
    for kind, rows in uids.items():
        for (uid,) in rows:
            record = Record(kind, uid)
            values = record_form.read(library, record, Cancel()).values
            found += [
                (word, (record, name)) for name in TYPED_IN[kind] for word in re.findall(r"w\d{3}", str(values[name]))
            ]
    return found


def words_in_drafts(window):
    """The same of what is kept as a draft."""
    return [
        (word, (draft.record, name))
        for draft in window.editing.drafts._drafts.values()
        for name, text in draft.texts.items()
        for word in re.findall(r"w\d{3}", text)
    ]


def steps(library):
    return [step.id for step in library.history.steps(Cancel())]


@pytest.fixture
def torture(window, work, qtbot, idle):
    """Lets hands loose on the window and looks at what became of it."""
    window.settings.put(AUTHOR_ASKED, True)
    library = window.session.library

    def torture(seed):
        with library.reading() as conn:
            before = content_digest(conn)
        hands = Hands(window, qtbot, seed)
        for _ in range(STEPS):
            hands.act()
        window.editing.leave()
        idle(window.session)
        check(hands, library)
        window.editing.close()
        idle(window.session)
        while len(steps(library)) > 1 and library.undo_labels()[0]:
            library.undo()
        with library.reading() as conn:
            assert content_digest(conn) == before

    def check(hands, library):
        stored, kept = words_in_the_library(library), words_in_drafts(window)
        print(f"{len(hands.typed)} words typed, {len(stored)} stored, {len(kept)} in drafts: {hands.done}")
        assert len(dict(stored)) == len(stored)
        assert dict(kept) | dict(stored) == hands.typed
        form = hands.form
        problems = {name: field.problem() for name, field in form.fields.items()} if form else {}
        assert not [sentence for sentence in problems.values() if "changed meanwhile" in sentence]

    return torture


@pytest.mark.parametrize("seed", range(6))
def test_each_word_is_where_it_was_typed(torture, seed):
    torture(seed)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(100, 200))
def test_each_word_is_where_it_was_typed_a_hundred_times(torture, seed):
    torture(seed)
