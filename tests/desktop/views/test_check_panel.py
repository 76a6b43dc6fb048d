"""The page on which quotations are checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from db import Library
from db.references import Record
from desktop.pages.checked import LOOKING
from desktop.trail import Address
from desktop.views.check_panel import LONGEST, CheckPanel

TEXT = "The minister said: we shall not sign the paper."


def make(path):
    """The file of a library with two sources and two quotes, one of them not as its source has it."""
    with Library.create(path, "Talks") as library:
        library.sources.add(uid="s", title="One report", text=TEXT)
        library.sources.add(uid="t", title="Another", text="It is said that we shall not sign the paper today.")
        for uid, text in (("q", "we shall sign the paper"), ("r", "we shall not sign")):
            library.quotes.add(uid=uid, form="direct", text=text)
            library.citations.add(Record("quote", uid), source="s")
    return path


@pytest.fixture
def library(open_file, copy_of):
    """An open library with two sources and two quotes, one of them not as its source has it."""
    return open_file(copy_of(make))


@pytest.fixture
def panel(session, library, qtbot, idle):
    """The page, shown."""
    panel = CheckPanel(session)
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    panel.show()
    idle(session)
    return panel


def read(panel):
    return panel.results.toPlainText().replace("\xa0", " ")


def type_words(panel, words, qtbot, idle, session):
    """Type some words, and wait until they were looked for."""
    panel.field.setPlainText("")
    qtbot.keyClicks(panel.field, words)
    before = panel.results.toPlainText()
    qtbot.waitUntil(lambda: not session.tasks.busy and panel.results.toPlainText() != before)


def test_without_words_the_quotes_to_be_looked_at_are_listed(panel):
    assert read(panel).startswith("2 quotes: 1 is verbatim, 1 differs from its source.")
    assert "we shall sign the paper" in read(panel)


def test_words_that_are_typed_are_looked_for(panel, session, qtbot, idle):
    type_words(panel, "we shall not sign", qtbot, idle, session)
    assert read(panel).startswith("In 2 sources verbatim. Looked for in 2 texts.")
    type_words(panel, "we shall not sing the paper", qtbot, idle, session)
    assert read(panel).startswith("In 2 sources with other words.")


def test_a_result_leads_to_its_passage_by_keys_alone(panel, session, qtbot, idle):
    type_words(panel, "shall not sign the paper.", qtbot, idle, session)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.go_requested) as went:
        qtbot.keyClick(panel.results, Qt.Key.Key_Return)
    assert went.args == [Address("", "source", f"source:s@{TEXT.index('shall')}-{len(TEXT)}")]


def test_words_of_a_quote_or_passage_are_taken_and_can_be_looked_for_in_its_source_only(panel, session, idle):
    assert panel.scope.isHidden()
    panel.show_target("quote:q")
    idle(session)
    assert panel.words() == "we shall sign the paper"
    assert read(panel).startswith("In 2 sources with other words.")
    panel.scope.setCurrentIndex(1)
    panel.scope.activated.emit(1)
    idle(session)
    assert panel.scope.currentText() == "Only “One report”"
    assert read(panel).startswith("In 1 source with other words. Looked for in 1 text.")
    panel.look_for_passage("t", 0, 15)
    idle(session)
    assert panel.words() == "It is said that"
    assert panel.scope.itemText(1) == "Only “Another”"
    assert read(panel).startswith("In 1 source verbatim.")


def test_coming_back_finds_all_as_it_was(panel, session, idle):
    panel.show_target("quote:q")
    idle(session)
    panel.field.setPlainText("we shall not sign")
    panel.results.verticalScrollBar().setValue(3)
    idle(session)
    panel.hide()
    panel.show_target("quote:q")
    panel.show()
    panel.show_target("")
    idle(session)
    assert panel.words() == "we shall not sign"


def test_a_quote_asked_for_again_is_looked_for_as_it_is_by_now(panel, session, library, idle):
    panel.show_target("quote:q")
    idle(session)
    library.quotes.edit("q", text="we shall not sign")
    panel.show_target("quote:q")
    idle(session)
    assert panel.words() == "we shall not sign"
    assert read(panel).startswith("In 2 sources verbatim.")
    panel.field.clear()
    idle(session)
    panel.show_target("quote:q")
    idle(session)
    assert panel.words() == "we shall not sign"


def test_what_was_typed_over_a_quote_stays_when_one_comes_back(panel, session, qtbot, idle):
    panel.show_target("quote:q")
    idle(session)
    type_words(panel, "we shall not sign", qtbot, idle, session)
    panel.show_target("quote:q")
    idle(session)
    assert panel.words() == "we shall not sign"
    panel.show_target("quote:r")
    panel.show_target("quote:q")
    idle(session)
    assert panel.words() == "we shall sign the paper"


def test_results_follow_edits_also_such_as_were_made_while_the_page_was_not_seen(panel, session, library, qtbot, idle):
    type_words(panel, "we shall not sign", qtbot, idle, session)
    library.sources.edit("t", text="Nothing of it.")
    idle(session)
    assert read(panel).startswith("In 1 source verbatim.")
    panel.hide()
    library.sources.edit("s", text="Nothing either.")
    idle(session)
    assert read(panel).startswith("In 1 source verbatim.")
    panel.show()
    idle(session)
    assert read(panel).startswith("No source has these words")


@pytest.mark.parametrize("words", ["…", "[…]", "[ ]", "!", "“”"])
def test_what_has_no_words_is_said_to_have_none(panel, session, idle, words):
    panel.look_for(words)
    idle(session)
    assert read(panel) == "There is no word in this that could be looked for."


@pytest.mark.parametrize(
    "words", ["\0", "w\0e", "x", "x" * LONGEST, "we shall " * (LONGEST // 9), "🕊", "<b>&amp;"], ids=range(7)
)
def test_any_words_can_be_looked_for(panel, session, idle, words):
    panel.look_for(words)
    idle(session)
    assert LOOKING not in read(panel)


def test_what_is_far_too_long_is_refused_in_words(panel, session, idle):
    panel.look_for("we shall not sign")
    panel.look_for("x" * 1_000_000)
    idle(session)
    assert read(panel) == (
        "These are 1,000,000 characters: a quotation of at most 100,000 can be looked for. Take a part of it."
    )
    QGuiApplication.clipboard().setText("we " * 400_000)
    panel.field.paste()
    assert read(panel).startswith("These are 1,200,000 characters")
    assert panel.words() == "we shall not sign"


def test_pasted_words_are_plain_and_kept_to_the_character(panel, session, idle, qtbot):
    QGuiApplication.clipboard().setText("we\u00a0shall\r\nnot <b>sign</b>")
    panel.field.paste()
    idle(session)
    assert panel.words() == "we\u00a0shall\nnot <b>sign</b>"


def test_all_quotes_are_compared_again_on_demand(panel, session, library, qtbot, idle):
    with library.revise("Spoil") as db:
        library.people.add(name="Nobody")
        db.conn.execute("UPDATE quote_checks SET result = 'missing', source_id = NULL, starts = NULL, ends = NULL")
    idle(session)
    assert "2 are not in their sources" in read(panel)
    sayings = []
    panel.said.connect(sayings.append)
    panel.again.click()
    assert not panel.again.isEnabled()
    idle(session)
    assert sayings == [
        "Comparing all quotes with their sources …",
        "All quotes were compared again. 2 quotes: 1 is verbatim, 1 differs from its source.",
    ]
    assert panel.again.isEnabled()
    assert read(panel).startswith("2 quotes: 1 is verbatim")


def test_another_library_begins_with_an_empty_field(panel, session, open_file, tmp_path, idle):
    panel.show_target("quote:q")
    idle(session)
    Library.create(tmp_path / "other.parley", "Other").close()
    open_file(tmp_path / "other.parley")
    idle(session)
    assert panel.words() == ""
    assert read(panel) == "This library holds no quotes yet."


def test_a_listed_quote_leads_to_its_words(panel, qtbot):
    with qtbot.waitSignal(panel.go_requested) as went:
        panel.results.link_pressed.emit("quote:q")
    assert went.args == [Address("", "check", "quote:q")]
