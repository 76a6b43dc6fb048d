"""The page Import documents: a row for each, a form to confirm what was found, one step to store them all."""

import pytest
from PySide6.QtCore import Qt

from db import Cancel, Library
from db.importing import Import
from desktop.commands import libraries
from desktop.models import import_list
from desktop.models.import_list import State
from desktop.theme import theme
from desktop.views.import_panel import ImportPanel

STATEMENT = "Joint statement\nNovograd, 4 May 2031\n\nThe ministers of the two countries met and want peace."


@pytest.fixture
def library(open_file, empty, tmp_path):
    """An open library with nothing in it."""
    path = tmp_path / "talks.parley"
    path.write_bytes(empty.read_bytes())
    return open_file(path)


@pytest.fixture
def panel(session, library, qtbot):
    """The page, shown."""
    panel = ImportPanel(session)
    qtbot.addWidget(panel)
    panel.resize(700, 700)
    panel.show()
    return panel


@pytest.fixture
def add(panel, tmp_path, idle, session):
    """Adds documents, each as a name and its words, and waits until they are read."""

    def add(**documents):
        paths = []
        for name, words in documents.items():
            path = tmp_path / f"{name}.txt"
            path.write_bytes(words if isinstance(words, bytes) else words.encode())
            paths.append(path)
        panel.add(paths)
        idle(session)
        return [row for row in panel.model.rows() if row.source in paths]

    return add


def store(panel, session, idle):
    panel.store.click()
    idle(session)


def test_an_empty_page_says_what_it_is_for_and_offers_the_next_step(panel, qtbot):
    assert panel._stack.currentWidget() is panel._empty
    with qtbot.waitSignal(panel.choose_requested):
        panel._empty._button.click()


def test_what_was_found_is_shown_and_marked_as_found(panel, add):
    add(statement=STATEMENT)
    fields = panel.form.fields
    assert {name: field.text() for name, field in fields.items()} == {
        "title": "Joint statement", "authors": "", "publisher": "", "type": "", "published": "4 May 2031",
        "published_basis": "shown", "language": "en", "url": "",
    }  # fmt: skip
    assert fields["title"].origin() == "found: its first line"
    assert fields["published"].origin() == "found: in its text"
    assert fields["publisher"].origin() == ""
    assert panel.form.preview.toPlainText() == STATEMENT


def test_what_is_typed_counts_is_no_longer_marked_and_is_stored(panel, add, library, session, idle, qtbot):
    add(statement=STATEMENT)
    title = panel.form.fields["title"]
    title.line.selectAll()
    qtbot.keyClicks(title.line, "Another title")
    assert title.origin() == ""
    panel.form.fields["publisher"].line.setFocus()
    qtbot.keyClicks(panel.form.fields["publisher"].line, "Ruritania")
    store(panel, session, idle)
    (source,) = library.sources.all(Cancel())
    assert (source.title, source.publisher, source.published, source.language) == (
        "Another title", "Ruritania", "2031-05-04", "en",
    )  # fmt: skip
    assert library.sources.text(source.uid) == STATEMENT


def test_after_storing_the_new_source_is_shown(panel, add, library, session, idle, qtbot):
    add(statement=STATEMENT)
    with qtbot.waitSignal(panel.go_requested) as went:
        panel.store.click()
    (source,) = library.sources.all(Cancel())
    assert went.args[0].target == f"record:source:{source.uid}"
    assert panel.model.rowCount() == 0
    assert panel._stack.currentWidget() is panel._empty


def test_what_came_last_is_chosen_also_when_it_is_listed_already(panel, add):
    one, two = add(one="Words of one", two="Words of two")
    panel.add([two.source])
    assert panel.list.document() is two
    panel.add([one.source])
    assert panel.list.document() is one


def test_the_form_follows_a_file_that_was_changed_and_comes_again(panel, add):
    add(one="Words of one")
    (row,) = add(one="Quite other words")
    assert panel.form.fields["title"].text() == row.values["title"] == "Quite other words"
    assert panel.form.preview.toPlainText() == "Quite other words"


def test_what_is_stored_while_another_library_is_opened_is_in_the_first_and_not_sought_in_the_other(
    panel, add, library, session, settings, empty, tmp_path, idle, qtbot
):
    add(statement=STATEMENT)
    other = tmp_path / "other.parley"
    other.write_bytes(empty.read_bytes())
    with qtbot.assertNotEmitted(panel.go_requested):
        panel.store.click()
        libraries.open_library(session, settings, other)
        idle(session)
    assert session.library.path == other
    assert list(session.library.sources.all(Cancel())) == []
    assert panel.model.rowCount() == 0
    with Library(library.path) as first:
        assert [source.title for source in first.sources.all(Cancel())] == ["Joint statement"]
    add(again=STATEMENT)
    assert panel.store.isEnabled()


def test_all_that_is_ready_is_one_step_and_what_is_not_stays_listed(panel, add, library, session, idle, qtbot):
    add(one="Words of one", two="Words of two", empty="")
    assert panel.store.text() == "Store all 2"
    with qtbot.assertNotEmitted(panel.go_requested), qtbot.waitSignal(panel.said) as said:
        panel.store.click()
    assert said.args == ["2 documents are stored."]
    idle(session)
    assert [row.name for row in panel.model.rows()] == ["empty.txt"]
    assert not panel.store.isEnabled()
    assert panel.form.notice.text() == "This file is empty."
    library.undo()
    assert library.sources.all(Cancel()) == []


def test_each_document_keeps_what_was_typed_for_it(panel, add):
    one, two = add(one="Words of one", two="Words of two")
    panel.form.fields["authors"].show_text("Brandt, Ada")
    panel.list.choose(two)
    assert panel.form.fields["authors"].text() == ""
    panel.list.choose(one)
    assert panel.form.fields["authors"].text() == "Brandt, Ada"
    assert one.values["authors"] == "Brandt, Ada"


def test_what_makes_no_sense_keeps_all_from_being_stored_and_is_shown(panel, add, library, session, idle):
    one, two = add(one="Words of one", two="Words of two")
    panel.form.fields["published"].show_text("soon")
    panel.list.choose(two)
    store(panel, session, idle)
    assert library.sources.all(Cancel()) == []
    assert panel.list.document() is one
    assert "“soon” is not a date" in panel.form.fields["published"].problem()
    panel.form.fields["published"].show_text("May 2031")
    store(panel, session, idle)
    assert {source.published for source in library.sources.all(Cancel())} == {"2031-05", None}


def test_a_source_needs_a_title(panel, add, library, session, idle):
    add(one="Words of one")
    panel.form.fields["title"].show_text(" ")
    store(panel, session, idle)
    assert panel.form.fields["title"].problem() == "A source needs a title."
    assert library.sources.all(Cancel()) == []


def test_the_basis_follows_the_date(panel, add):
    (row,) = add(one="Words of one")
    basis = panel.form.fields["published_basis"]
    panel.form.fields["published"].show_text("4 May 2031")
    assert (basis.value(), row.values["published_basis"]) == ("shown", "shown")
    basis.show_text("inferred")
    panel.form.fields["published"].show_text("5 May 2031")
    assert row.values["published_basis"] == "inferred"
    panel.form.fields["published"].show_text("")
    assert (basis.value(), row.values["published_basis"]) == ("none", "none")


def test_a_document_that_is_there_already_can_be_looked_at_or_stored_all_the_same(
    panel, add, library, session, idle, qtbot
):
    (row,) = add(one="Words of one")
    store(panel, session, idle)
    (row,) = add(one="Words of one")
    assert row.state is State.TWIN
    assert panel.form.notice.text() == "Already in the library as “Words of one”: the same file."
    assert not panel.store.isEnabled()
    assert list(acts(panel)) == ["Store it all the same", "Show that source", "Take it off the list"]
    with qtbot.waitSignal(panel.go_requested) as went:
        acts(panel)["Show that source"].click()
    assert went.args[0].target == f"record:source:{row.twin.uid}"
    acts(panel)["Store it all the same"].click()
    store(panel, session, idle)
    assert len(library.sources.all(Cancel())) == 2


def acts(panel):
    return {button.text(): button for button in panel.form.notice._acts._buttons}


def test_a_document_can_be_put_into_the_source_that_has_its_address_and_no_text(panel, add, library, session, idle):
    uid = library.sources.add(title="Round four", url="https://example.org/four")
    (row,) = add(one="Words of one")
    assert row.state is State.READY
    panel.form.fields["url"].show_text("https://www.example.org/four/")
    idle(session)
    assert row.state is State.TWIN
    assert panel.form.notice.text() == (
        "The library knows this address as “Round four”, a source without a text so far. Decide below whether text and "
        "file are put there."
    )
    assert not panel.store.isEnabled()
    assert list(acts(panel)) == [
        "Put it into that source", "Make it a source of its own", "Show that source", "Take it off the list",
    ]  # fmt: skip
    acts(panel)["Make it a source of its own"].click()
    assert panel.model.imports()[0][2:] == (True, None, False)
    acts(panel)["Put it into that source"].click()
    assert panel.form.notice.text().endswith(import_list.INTO)
    store(panel, session, idle)
    (source,) = library.sources.all(Cancel())
    assert (source.uid, source.title, library.sources.text(uid)) == (uid, "Round four", "Words of one")
    assert panel.model.rowCount() == 0


def test_the_keys_that_store_do_not_press_the_words_that_have_the_focus(panel, add, library, session, idle, qtbot):
    uid = library.sources.add(title="Round four", url="https://example.org/four")
    add(one="Words of one")
    panel.form.fields["url"].show_text("https://example.org/four")
    idle(session)
    panel.activateWindow()
    qtbot.waitUntil(acts(panel)["Put it into that source"].isVisible)
    acts(panel)["Put it into that source"].click()
    qtbot.waitUntil(acts(panel)["Do not put it there"].isVisible)
    acts(panel)["Do not put it there"].setFocus()
    qtbot.keyClick(acts(panel)["Do not put it there"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(session)
    assert library.sources.text(uid) == "Words of one"


def test_another_text_of_a_known_address_waits_until_it_is_decided_what_it_is(panel, add, library, session, idle):
    uid = library.sources.add(title="Round four", url="https://example.org/four", text="Words of old")
    (row,) = add(one="Words of one")
    panel.form.fields["url"].show_text("https://example.org/four#top")
    idle(session)
    assert panel.form.notice.text() == (
        f"The library knows this address as “Round four”, with another text. {import_list.UNDECIDED_OVER}"
    )
    assert not panel.store.isEnabled()
    store(panel, session, idle)
    assert library.sources.text(uid) == "Words of old"
    assert list(acts(panel)) == [
        "Make it the new text of that source", "Make it a source of its own", "Show that source",
        "Take it off the list",
    ]  # fmt: skip
    acts(panel)["Make it the new text of that source"].click()
    assert panel.form.notice.text().endswith(import_list.OVER)
    acts(panel)["Do not put it there"].click()
    assert not row.is_ready
    acts(panel)["Make it the new text of that source"].click()
    store(panel, session, idle)
    assert library.sources.text(uid) == "Words of one"
    assert len(library.sources.all(Cancel())) == 1
    library.undo()
    assert library.sources.text(uid) == "Words of old"


def test_the_focus_stays_on_what_was_pressed(panel, add, library, session, idle, qtbot):
    library.sources.add(title="Round four", url="https://example.org/four")
    add(one="Words of one")
    panel.form.fields["url"].show_text("https://example.org/four")
    idle(session)
    panel.activateWindow()
    for before, after in (
        ("Put it into that source", "Do not put it there"),
        ("Make it a source of its own", "Do not make it a source"),
    ):
        qtbot.waitUntil(lambda before=before: acts(panel)[before].isVisible())
        acts(panel)[before].setFocus()
        qtbot.keyClick(acts(panel)[before], Qt.Key.Key_Return)
        qtbot.waitUntil(lambda after=after: acts(panel)[after].hasFocus())
        assert len(panel.model.ready()) == 1
        qtbot.keyClick(acts(panel)[after], Qt.Key.Key_Return)
        assert acts(panel)[before].hasFocus()
        assert not panel.model.ready()


def test_what_was_decided_for_a_source_does_not_count_for_another(panel, add, library, session, idle):
    library.sources.add(title="Round four", url="https://example.org/four")
    (row,) = add(one="Words of one")
    url = panel.form.fields["url"]
    url.show_text("https://example.org/four")
    idle(session)
    acts(panel)["Put it into that source"].click()
    url.show_text("https://example.org/five")
    idle(session)
    assert row.state is State.READY
    url.show_text("https://example.org/four")
    idle(session)
    assert not row.is_ready


def test_remarks_about_how_it_was_read_stand_above_the_form(panel, add):
    add(speech="Речь министра. Мы хотим мира, сказал министр.".encode("koi8-r"))
    assert "it was read as KOI8" in panel.form.notice.text()
    assert "see the remarks" in panel.list.document().words


def test_keys_choose_confirm_take_off_and_store(panel, add, library, session, idle, qtbot):
    one, two = add(one="Words of one", two="Words of two")
    panel.activateWindow()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.document() is two
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert list(panel.model.rows()) == [one]
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.form.fields["title"].holds_focus()
    qtbot.keyClick(panel.form.fields["title"].line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(session)
    assert [source.title for source in library.sources.all(Cancel())] == ["Words of one"]


def test_the_progress_is_shown_only_after_half_a_second_and_can_be_stopped(panel, tmp_path, session, idle, qtbot):
    for name in ("slow", "slower"):
        (tmp_path / f"{name}.html").write_bytes(b"<html>" + b"<div><p>a</p></div>" * 2_000_000 + name.encode())
    panel.add([tmp_path / "slow.html", tmp_path / "slower.html"])
    assert panel._space.currentWidget() is not panel.progress
    assert panel.cancel.isVisible()
    assert not panel.store.isVisible()
    qtbot.waitUntil(lambda: panel._space.currentWidget() is panel.progress)
    assert panel._count.text() == "0 of 2 read"
    panel.cancel.click()
    idle(session)
    assert {row.state for row in panel.model.rows()} == {State.STOPPED}
    assert panel._count.text() == ""
    assert panel.store.isVisible()


def test_a_library_that_is_only_read_says_why_nothing_can_be_stored(panel, open_file, tmp_path, empty):
    path = tmp_path / "held.parley"
    path.write_bytes(empty.read_bytes())
    (tmp_path / ".held.parley.lock").touch()
    open_file(path)
    assert "So no document can be stored in it." in panel._empty._label.text()
    assert not panel._empty._button.isVisible()
    assert not panel.more.isEnabled()


def test_what_the_library_refuses_is_said_at_the_field(panel, add, session, idle):
    one, two = add(one="Words of one", two="Words of two")
    one.values["language"] = "x\0"
    panel.list.choose(two)
    store(panel, session, idle)
    assert panel.list.document() is one
    assert "NUL" in panel.form.fields["language"].problem()
    assert panel.model.imports() == [Import(row.found, row.values) for row in (one, two)]


def test_names_and_sentences_are_shown_as_they_are(panel, add, tmp_path):
    add(**{"<b>bold<b> & more": "<i>Words</i> of one <img src=x>"})
    assert panel.form.fields["title"].text() == "<i>Words</i> of one <img src=x>"
    assert panel.list.model().index(0, 0).data().startswith("<b>bold<b> & more.txt: ")


@pytest.mark.parametrize("zoom", [100, 200])
def test_rows_are_painted_in_every_state_and_size(panel, add, zoom):
    theme.apply("dark", zoom)
    panel.redraw()
    rows = add(one="Words of one", two="", three="Words of three", four="Words of four", five="Words of one")
    rows[2].state, rows[3].state = State.WAITING, State.STOPPED
    picture = panel.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(24, 60) for y in range(100, picture.height())}
    assert len(colours) > 20
