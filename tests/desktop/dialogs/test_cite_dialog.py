"""A passage is cited with the keyboard alone: a record found by its words, a field, a relation, one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.cancel import Cancel
from db.passages import Passage
from db.references import Record
from desktop.dialogs.cite_dialog import NOTHING, CiteDialog


@pytest.fixture
def passage(open_file, astana, session):
    """A passage of a source of the library that ships."""
    library = open_file(astana)
    source = next(one.uid for one in library.sources.all(Cancel()) if one.text_sha256)
    return Passage(source, 0, 20)


@pytest.fixture
def host(qtbot):
    """The window over which the dialog opens."""
    host = QWidget()
    qtbot.addWidget(host)
    return host


@pytest.fixture
def ask(host, session, idle, passage):
    """Opens the dialog; with the uid of the meeting at hand."""

    def ask(meeting="astana-04"):
        dialog = CiteDialog(session, passage, meeting, host)
        dialog.show()
        idle(session)
        return dialog

    return ask


def rows(view):
    model = view.model()
    return [line for row in range(model.rowCount()) if (line := model.line(model.index(row, 0)))]


def choose_field(dialog, column):
    model = dialog.fields.model()
    dialog.fields.setCurrentIndex(model.index_of(Record("field", column)))


def newest(session):
    return session.library.history.steps(Cancel(), limit=1)[0].label


def test_it_begins_with_the_records_of_the_meeting_at_hand(ask, session, passage):
    dialog = ask()
    words = session.library.sources.text(passage.source)[:20]
    assert " ".join(words.split()) in dialog._words.text()
    assert dialog.records.line().record == Record("meeting", "astana-04")
    assert {line.section for line in rows(dialog.records)} >= {"Meeting", "Participants", "Outcomes"}
    assert dialog.fields.line().title == "The whole of it"


def test_a_value_is_cited_with_keys_alone_as_one_step(ask, session, idle, passage, qtbot):
    dialog = ask()
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.records, Qt.Key.Key_Return)
    assert dialog.fields.hasFocus()
    choose_field(dialog, "starts")
    dialog.relations["inferred"].click()
    before = len(session.library.history.steps(Cancel()))
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.fields, Qt.Key.Key_Return)
    cited = session.library.citations.of(Record("meeting", "astana-04"))[-1]
    assert (cited.field, cited.relation, cited.basis, cited.starts, cited.ends) == ("starts", "inferred", "seen", 0, 20)
    assert len(session.library.history.steps(Cancel())) == before + 1
    assert newest(session) == "Cite passage"


def test_any_record_is_found_by_its_words(ask, idle, session):
    dialog = ask("")
    assert rows(dialog.records) == []
    assert not dialog.cite_button.isEnabled()
    dialog.search.setText("lavrov")
    idle(session)
    assert "Sergei Lavrov" in {line.title for line in rows(dialog.records)}
    assert dialog.cite_button.isEnabled()
    dialog.search.setText("no such words at all")
    idle(session)
    assert dialog._problem.text() == NOTHING
    assert not dialog.cite_button.isEnabled()


def test_what_is_of_another_meeting_stands_apart(ask, idle, session):
    dialog = ask()
    dialog.search.setText("russia")
    idle(session)
    sections = [line.section for line in rows(dialog.records)]
    assert sections[0] == "Participants"
    assert "Elsewhere: participants" in sections
    assert "Elsewhere: parties" in sections


def test_what_is_cited_already_is_refused_in_a_sentence(ask, session, idle):
    first, second = ask(), ask()
    first.cite()
    idle(session)
    second.cite()
    idle(session)
    assert "cited for that already" in second._problem.text()
    assert second.isVisible()


def test_values_stand_beside_their_fields_in_words(ask, idle, session):
    dialog = ask()
    fields = {line.title: line for line in rows(dialog.fields)}
    assert fields["First day"].detail == "3 May 2017"
    assert fields["Kind"].detail == "Round"
    assert fields["First day"].tail.endswith("citations") or fields["First day"].tail.endswith("citation")


def test_escape_leaves_everything_as_it_was(ask, session):
    dialog = ask()
    before = len(session.library.history.steps(Cancel()))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(session.library.history.steps(Cancel())) == before
