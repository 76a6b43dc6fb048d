"""Tags are put on a passage and taken off it, as one step."""

import pytest
from PySide6.QtWidgets import QWidget

from db import Library, passages
from db.cancel import Cancel
from db.new_names import New
from db.passages import Passage
from desktop.dialogs.tag_dialog import TagDialog

PASSAGE = Passage("s", 4, 9)


@pytest.fixture
def host(qtbot):
    """The window over which the dialog opens."""
    host = QWidget()
    qtbot.addWidget(host)
    return host


@pytest.fixture
def ask(host, session, idle, open_file, tmp_path):
    """Opens the dialog for a passage with a tag."""
    path = tmp_path / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library:
        library.sources.add(uid="s", title="Statement", text="The words of it")
        passages.tag(library, PASSAGE, [New("tag", "old")])
    open_file(path)

    def ask():
        dialog = TagDialog(session, PASSAGE, host)
        dialog.show()
        idle(session)
        return dialog

    return ask


def tags(session):
    return [name for _, name in passages.tags_on(session.library, PASSAGE)]


def test_the_tags_of_the_passage_are_shown(ask):
    dialog = ask()
    assert [chip.name for chip in dialog.field.edit.chips] == ["old"]
    assert dialog.field.line.hasFocus()


def test_what_is_added_and_taken_is_one_step(ask, session, idle, qtbot):
    dialog = ask()
    before = len(session.library.history.steps(Cancel()))
    dialog.field._pick(New("tag", "new"))
    dialog.field._take(0)
    with qtbot.waitSignal(dialog.accepted):
        dialog.tag_button.click()
    assert tags(session) == ["new"]
    assert len(session.library.history.steps(Cancel())) == before + 1
    session.library.undo()
    assert tags(session) == ["old"]


def test_what_is_typed_and_no_tag_yet_is_said(ask):
    dialog = ask()
    dialog.field.line.setText("half")
    dialog.tag_button.click()
    assert "“half” is not a tag yet" in dialog._problem.text()
    assert dialog.isVisible()
