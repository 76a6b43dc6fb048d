"""The form for several records: one value for all of them, as one step."""

import pytest

from db.references import Record


@pytest.fixture
def many(library, panel, session, idle):
    """The form for three sources."""
    uids = [library.sources.add(title=f"Source {number}") for number in range(3)]
    idle(session)
    panel.show_many([Record("source", uid) for uid in uids])
    return panel.form


def type_into(field, text, qtbot):
    qtbot.keyClicks(field.line, text)
    field.left.emit()


def test_sources_get_one_type_publisher_and_language(library, many, session, qtbot, idle):
    many.fields["type"].box.setCurrentIndex(many.fields["type"].box.findData("news"))
    many.fields["type"].left.emit()
    type_into(many.fields["publisher"], "The Lake Post", qtbot)
    type_into(many.fields["language"], "en", qtbot)
    idle(session)
    found = [library.sources.get(record.uid) for record in many.records]
    assert {(source.type, source.publisher, source.language) for source in found} == {("news", "The Lake Post", "en")}
    assert library.undo_labels()[0] == "Edit 3 sources: language"


def test_a_line_that_was_not_typed_in_again_is_not_stored_again(library, many, session, qtbot, idle):
    type_into(many.fields["publisher"], "The Lake Post", qtbot)
    idle(session)
    library.undo()
    many.fields["publisher"].left.emit()
    idle(session)
    assert library.sources.get(many.records[0].uid).publisher is None
    type_into(many.fields["publisher"], "!", qtbot)
    idle(session)
    assert library.sources.get(many.records[0].uid).publisher == "The Lake Post!"


def test_an_empty_line_leaves_all_as_they_are(library, many, session, idle):
    many.fields["publisher"].left.emit()
    idle(session)
    assert library.sources.get(many.records[0].uid).publisher is None
