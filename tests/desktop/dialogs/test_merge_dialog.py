"""Merging two records as a person does it: look at what moves, choose which stays, do it, take it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from db import Cancel, Library
from db.errors import Gone
from db.references import Record
from desktop.dialogs.merge_dialog import MergeDialog

ADA, TWIN, EVE = Record("person", "ada"), Record("person", "twin"), Record("person", "eve")


def make(path):
    """The file of a library in which one person stands twice, and another led beside the first."""
    with Library.create(path, "Talks") as library:
        for uid, name in (("ada", "Ada Brandt"), ("twin", "A. & B. Brandt <b>"), ("eve", "Eve Cole")):
            library.people.add(uid=uid, name=name)
        for uid in ("a", "b"):
            library.parties.add(uid=uid, name=f"Country {uid.upper()}", kind="state")
        meeting = library.meetings.add(kind="round", title="First talks")
        for party, head in (("a", "ada"), ("b", "eve")):
            library.participations.add(meeting=meeting, party=party, role="host", attendance="reported", head=head)
        library.quotes.add(meeting=meeting, form="direct", speaker="twin", text="Words")
    return path


@pytest.fixture
def library(open_file, copy_of):
    """An open library in which one person stands twice, and another led beside the first."""
    return open_file(copy_of(make))


@pytest.fixture
def show(session, library, qtbot):
    """Opens the dialog and waits until it shows what it has to."""

    window = QWidget()
    qtbot.addWidget(window)

    def show(one, other=None):
        dialog = MergeDialog(session, one, other, window)
        dialog.show()
        qtbot.waitUntil(lambda: not session.tasks.busy and all(label.isVisible() for label in labels(dialog)))
        return dialog

    return show


def labels(dialog):
    """The sentences about what would be done."""
    inside = dialog.findChild(QWidget, "mergeText")
    return inside.findChildren(QLabel)


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_tells_what_moves_before_anything_is_done(show, library):
    dialog = show(ADA, TWIN)
    assert "1 quote: from A. & B. Brandt <b> to Ada Brandt." in said(dialog)
    assert "“A. & B. Brandt <b>”" in said(dialog)
    assert [button.text() for button in dialog.stays] == ["Ada Brandt", "A. && B. Brandt <b>"]
    assert dialog.merge_button.isEnabled()
    assert library.people.get("twin")


def test_merging_is_one_step_that_undo_takes_back(show, library, session, qtbot):
    dialog = show(ADA, TWIN)
    with qtbot.waitSignal(dialog.merged) as merged:
        qtbot.mouseClick(dialog.merge_button, Qt.MouseButton.LeftButton)
    assert merged.args == [ADA]
    with pytest.raises(Gone):
        library.people.get("twin")
    library.undo()
    assert library.people.get("twin").name == "A. & B. Brandt <b>"


def test_the_other_one_can_stay(show, library, session, qtbot):
    dialog = show(ADA, TWIN)
    dialog.switch()
    qtbot.waitUntil(lambda: "1 participant line: from Ada Brandt to A. & B. Brandt <b>." in said(dialog))
    assert [button.text() for button in dialog.stays] == ["Ada Brandt", "A. && B. Brandt <b>"]
    with qtbot.waitSignal(dialog.merged) as merged:
        dialog.merge()
    assert merged.args == [TWIN]


def test_what_cannot_be_one_says_why(show):
    dialog = show(ADA, EVE)
    (refusal,) = [text for text in said(dialog) if "led two delegations" in text]
    assert dialog.merge_button.accessibleDescription() == refusal
    assert not dialog.merge_button.isEnabled()


def test_with_one_record_it_asks_for_the_other(show, session, qtbot):
    dialog = show(ADA)
    assert not dialog.merge_button.isEnabled()
    assert "Which person is the same as Ada Brandt?" in said(dialog)
    assert dialog.field.line.accessibleName() == "The other person"
    dialog.field.setFocus()
    qtbot.keyClicks(dialog.field.line, "brandt")
    qtbot.waitUntil(lambda: dialog.field.line.matches.knows("brandt"))
    matches = dialog.field.line.matches
    assert [matches.index(row).data() for row in range(matches.rowCount())] == ["A. & B. Brandt <b>"]
    qtbot.keyClick(dialog.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.merge_button.isEnabled)
    assert dialog.other == TWIN
    assert dialog.isVisible()


def test_another_name_begins_again(show, session, qtbot):
    dialog = show(ADA)
    dialog.field.setFocus()
    dialog.field.line.setText("nobody")
    dialog.field.line.entered.emit()
    qtbot.waitUntil(lambda: bool(dialog.field.problem()))
    assert dialog.field.problem() == "“nobody” is not a person that the library knows. Choose one from the list."


def test_a_record_that_goes_meanwhile_is_told(show, library, session, qtbot):
    dialog = show(ADA, TWIN)
    library.quotes.remove(*(quote.uid for quote in library.quotes.all(Cancel())))
    library.people.remove("twin")
    qtbot.waitUntil(lambda: "This person is no longer in the library." in said(dialog))
    assert not dialog.merge_button.isEnabled()


def test_where_nothing_may_be_written_it_says_so(session, library, show, qtbot, tmp_path):
    library.read_only = "This library is open for reading only."
    dialog = show(ADA, TWIN)
    assert "This library is open for reading only." in said(dialog)
    assert not dialog.merge_button.isEnabled()


def test_escape_leaves_all_as_it_was(show, library, qtbot):
    dialog = show(ADA, TWIN)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert library.people.get("twin")


def test_a_name_that_is_typed_anew_forgets_the_one_before(show, session, idle, qtbot):
    dialog = show(ADA)
    dialog.field.show_value("eve", {("person", "eve"): "Eve Cole"})
    dialog.field.left.emit()
    qtbot.waitUntil(lambda: any(button.isVisible() for button in dialog.stays))
    dialog.field.show_text("Yur")
    session.run(lambda library: library.meetings.add(kind="round", title="Other talks"))
    idle(session)
    assert (dialog.other, dialog.merge_button.isEnabled()) == (None, False)
    assert not any(button.isVisible() for button in dialog.stays)


def test_a_merge_that_is_being_written_is_waited_for(show, session, library, idle, qtbot):
    dialog = show(ADA, TWIN)
    written = []
    session.tasks.written.connect(lambda: written.append(True))
    with qtbot.waitSignal(dialog.merged):
        dialog.merge()
        assert not dialog.cancel_button.isEnabled()
        dialog.reject()
        assert dialog.isVisible()
    idle(session)
    assert written
    assert not dialog.isVisible()


def test_of_two_sources_it_says_which_text_is_kept(show, library, qtbot):
    library.sources.add(uid="one", title="Joint statement", text="The talks went on.", publisher="Example Agency")
    library.sources.add(uid="two", title="Joint statement", text="The talks went on and on.")
    dialog = show(Record("source", "one"), Record("source", "two"))
    assert "Which text is kept" in said(dialog)
    assert "Example Agency · a text of 18 characters · 0 citations" in said(dialog)
    assert "Nothing refers to the other." in said(dialog)
    kept = "The text of the one that stays ({} characters) is kept; that of the other ({} characters) goes."
    assert kept.format(18, 25) in said(dialog)
    dialog.switch()
    qtbot.waitUntil(lambda: kept.format(25, 18) in said(dialog))
    with qtbot.waitSignal(dialog.merged):
        dialog.merge()
    assert library.sources.text("two") == "The talks went on and on."
    assert library.sources.get("two").publisher == "Example Agency"
