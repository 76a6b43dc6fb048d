"""Words of a source that is read are put to use by keys: quoted, noted, cited, tagged, found."""

import pytest

from db import passages
from db.cancel import Cancel
from db.new_names import New
from db.passages import Passage
from db.references import Record
from desktop.commands import edit
from tests.desktop.cited_talks import TEXT, make, passage
from tests.desktop.hands import newest


@pytest.fixture
def window(start, copy_of):
    """The window of a copy of the library of cited talks."""
    return start(copy_of(make)).window


def test_selected_words_become_a_quote_on_their_passage_as_one_step(window, go, idle):
    go("m", "sources", "source:s")
    reader = window.reader_in_view()
    starts = TEXT.index("We agreed")
    reader.text.select((starts, starts + 9))
    before = len(window.session.library.history.steps(Cancel()))
    window.actions_by_name["add_quote"].trigger()
    idle(window.session)
    panel = window.editing.form
    form = panel.form
    assert form.fields["speaker"].holds_focus()
    assert (form.fields["text"].text(), form.fields["language"].text()) == ("We agreed", "en")
    assert form.fields["meeting"].text() == "Round"
    form.fields["speaker"].show_value("ada", {("person", "ada"): "Ada Example"})
    form.storing.edit("speaker")
    form.leave()
    idle(window.session)
    quote = window.session.library.quotes.get(form.record.uid)
    assert quote.text == "We agreed"
    (cited,) = window.session.library.citations.of(Record("quote", quote.uid))
    assert (cited.starts, cited.exact) == (starts, "We agreed")
    assert len(window.session.library.history.steps(Cancel())) == before + 1
    assert newest(window) == "Add quote"
    edit.undo(window.session)
    idle(window.session)
    assert [use.kind for use in reader.content.page.uses].count("quote") == 1


def test_a_quote_made_of_words_is_stored_though_nothing_is_typed_and_the_next_one_begins_empty(window, go, idle):
    go("", "source", "source:s")
    starts = TEXT.index("We agreed")
    window.reader_in_view().text.select((starts, starts + 9))
    window.actions_by_name["add_quote"].trigger()
    idle(window.session)
    panel = window.editing.form
    made = panel.form.record
    panel.add_another()
    idle(window.session)
    assert window.session.library.citations.of(made)
    assert panel.form.known.keys().isdisjoint(Passage._fields)
    assert panel.form.fields["text"].text() == ""


def test_words_are_noted_cited_and_tagged_by_keys(window, go, idle, qtbot):
    go("", "source", "source:s")
    reader = window.reader_in_view()
    starts = TEXT.index("Port Example")
    reader.text.select((starts, starts + 12))
    window.actions_by_name["add_note"].trigger()
    assert window.editing.form.form.known == passage("Port Example")._asdict()
    window.actions_by_name["cite_passage"].trigger()
    idle(window.session)
    dialog = shown_dialog(window, "Cite the passage")
    assert dialog.records.line().record == Record("meeting", "m")
    dialog.reject()
    window.actions_by_name["tag_passage"].trigger()
    idle(window.session)
    dialog = shown_dialog(window, "Tag the passage")
    dialog.field._pick(New("tag", "place"))
    dialog.tag_button.click()
    idle(window.session)
    assert [name for _, name in passages.tags_on(window.session.library, passage("Port Example"))] == ["place"]
    assert newest(window) == "Tag passage"


def shown_dialog(window, title):
    return next(one for one in window.children() if getattr(one, "windowTitle", str)() == title and one.isVisible())


def test_without_a_source_in_view_the_keys_say_what_to_do(window, go):
    go("m")
    for name in ("cite_passage", "tag_passage", "find_in_text"):
        assert not window.actions_by_name[name].isEnabled()
        window.handlers.act(name)
        assert "Open a source first" in window.statusBar().currentMessage()
    window.handlers.act("find_next")
    assert "Search quotes first" in window.statusBar().currentMessage()


def test_words_are_found_in_the_source_by_keys(window, go, idle):
    go("", "source", "source:s")
    window.actions_by_name["find_in_text"].trigger()
    reader = window.reader_in_view()
    reader.search.bar.open("LINE")
    idle(window.session)
    assert reader.search.bar.count.text() == "1 of 300"
    window.actions_by_name["find_next"].trigger()
    assert reader.search.bar.count.text() == "2 of 300"
    window.actions_by_name["find_previous"].trigger()
    assert reader.search.bar.count.text() == "1 of 300"
    window.actions_by_name["find_previous"].trigger()
    assert reader.search.bar.count.text() == "300 of 300", "round the text while no quotes are searched"


def test_f3_leaves_the_text_for_the_next_quote_found_once_that_was_said(window, go, idle):
    go("", "source", "source:s")
    window.quotes.field.setText("agreed")
    idle(window.session)
    window.actions_by_name["find_in_text"].trigger()
    reader = window.reader_in_view()
    reader.search.bar.open("Example")
    idle(window.session)
    found = len(reader.search.finder.places)
    assert found > 1
    for _ in range(found - 1):
        window.actions_by_name["find_next"].trigger()
    assert reader.search.bar.count.text() == f"{found} of {found}"
    window.actions_by_name["find_next"].trigger()
    assert "last place in this text" in window.statusBar().currentMessage()
    assert window.trail.here.target == "source:s"
    window.actions_by_name["find_next"].trigger()
    idle(window.session)
    assert window.trail.here.target.startswith("quote:")


def test_a_note_without_a_selection_is_on_the_source_and_f2_leads_to_its_form(window, go, idle):
    go("", "source", "source:s")
    window.actions_by_name["add_note"].trigger()
    assert window.editing.form.form.known == {"record": ("source", "s")}
    window.editing.close()
    window.actions_by_name["edit_record"].trigger()
    idle(window.session)
    assert window.editing.form.records == [Record("source", "s")]


def test_a_passage_that_lost_its_place_is_read_where_it_seems_to_stand_and_attached_there(window, go, idle):
    library = window.session.library
    changed = TEXT.replace("We agreed", "We all agreed indeed").replace("The end.", "The end")
    window.session.run(lambda library: library.sources.edit("s", text=changed))
    idle(window.session)
    lost = next(cite for cite in library.citations.all(Cancel()) if cite.anchor == "moved")
    go("", "source", f"cite:{lost.id}")
    reader = window.reader_in_view()
    assert reader.strip.text().startswith("These may be the words cited")
    assert reader.marked_text() == changed[lost.moved_starts : lost.moved_ends]
    assert reader.text._grounds(0, len(changed), None) == []
    reader.strip._acts._buttons[0].click()
    idle(window.session)
    assert library.citations.get(lost.uid).starts == lost.moved_starts
    assert reader.strip.text() == ""
    assert len(reader.text._grounds(0, len(changed), None)) == 1
