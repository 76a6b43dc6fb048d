"""The pane around a form: its notes, the way of the key Tab through it, what can be done with its record."""

from db.references import Record


def link_words(row):
    """What a row of words offers, in order."""
    return [button.text() for button in row._buttons]


def test_notes_that_begin_alike_are_all_listed(panel, form_of, library, session, idle):
    bodies = ["See page 4", "See page 4", "x" * 100 + "a", "x" * 100 + "b"]
    uids = [library.notes.add(Record("outcome", "o1"), body=body) for body in bodies]
    form_of("outcome", "o1")
    assert len(link_words(panel._notes)) == 4
    panel._notes._buttons[3].click()
    idle(session)
    assert panel.records == [Record("note", uids[3])]
