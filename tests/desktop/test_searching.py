"""Searches are kept, sent as links, opened again, and gone back to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from db import Cancel, Library
from db.search_links import link
from desktop.dialogs.link_dialog import LinkDialog
from desktop.models.search_list import LINE
from desktop.trail import Address
from tests.desktop.hands import choose_entry


@pytest.fixture
def act(window, idle):
    """Does an action by its name and waits until it is done."""

    def act(name):
        window.actions_by_name[name].trigger()
        idle(window.session)

    return act


@pytest.fixture
def search(window, idle):
    """Searches for a text, as one that is settled."""

    def search(text):
        window.quotes.field.setText(text)
        window.quotes.settle()
        idle(window.session)

    return search


@pytest.fixture
def kept(window):
    """The list of kept searches."""
    return window.searching.panel.list


def names(view):
    return [view.model().index(row).data() for row in range(view.model().rowCount())]


def stored(window):
    return [(one.name, one.query) for one in window.session.library.searches.all(Cancel())]


def copied():
    return QGuiApplication.clipboard().text()


def test_there_is_nothing_to_be_seen_while_no_search_is_kept(window, search, act, kept):
    assert window.searching.panel.isHidden()
    act("save_search")
    assert window.statusBar().currentMessage().startswith("Search for something first")
    assert stored(window) == []
    search("ceasefire")
    act("save_search")
    assert (window.searching.panel.isHidden(), names(kept)) == (False, ["ceasefire"])
    act("undo")
    assert window.searching.panel.isHidden()


def test_the_button_to_save_stands_where_there_is_something_to_save(window, search, act, kept, idle):
    button = window.quotes._save
    assert button.isHidden()
    search("astana")
    assert not button.isHidden()
    button.click()
    idle(window.session)
    assert stored(window) == [("astana", "astana")]
    search("")
    assert button.isHidden()


def test_a_search_that_is_saved_is_named_where_it_is_listed(window, search, act, kept, idle, qtbot):
    search("astana platform")
    act("save_search")
    editor = kept.findChild(QLineEdit)
    assert (editor.text(), editor.selectedText()) == ("astana platform", "astana platform")
    editor.setText(" The  platform ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    idle(window.session)
    assert stored(window) == [("The platform", "astana platform")]
    act("save_search")
    assert window.statusBar().currentMessage() == "This search is saved already."
    assert names(kept) == ["The platform"]


def test_choices_are_a_part_of_what_is_saved_and_found_again(window, search, act, kept, idle, app):
    search("astana OR idlib")
    for field, text in (("speaker", "Sergei Lavrov"), ("form", "direct")):
        choose_entry(window.quotes.facets[field], text)
        idle(app)
    found = window.quotes._count.text()
    act("save_search")
    query = 'form:direct speaker:"Sergei Lavrov" (astana OR idlib*)'
    assert stored(window)[0][1] == query
    window.quotes.clear()
    idle(app)
    kept.run_requested.emit(kept.search(kept.model().index(0)))
    idle(app)
    assert (window.quotes.field.text(), window.quotes._count.text()) == (query, found)
    assert kept.selectedIndexes() == [kept.model().index(0)]


def test_a_kept_search_is_made_by_enter_and_shown_as_made(window, search, act, kept, idle, app, qtbot):
    search("ceasefire")
    act("save_search")
    qtbot.keyClick(kept.findChild(QLineEdit), Qt.Key.Key_Escape)
    search("astana")
    assert kept.selectedIndexes() == []
    act("show_quotes")
    assert window.right.isHidden()
    kept.setFocus()
    qtbot.keyClick(kept, Qt.Key.Key_Return)
    idle(app)
    assert (window.quotes.field.text(), window.right.isHidden()) == ("ceasefire", False)
    assert kept.selectedIndexes() == [kept.model().index(0)]


def test_keys_rename_copy_and_remove(window, search, act, kept, idle, app, qtbot):
    search("лавров")
    act("save_search")
    qtbot.keyClick(kept.findChild(QLineEdit), Qt.Key.Key_Escape)
    qtbot.keyClick(kept, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == link("лавров")
    qtbot.keyClick(kept, Qt.Key.Key_F2)
    editor = kept.findChild(QLineEdit)
    editor.setText("   ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    idle(app)
    assert stored(window) == [("лавров", "лавров")]
    qtbot.keyClick(kept, Qt.Key.Key_Delete)
    idle(app)
    assert (stored(window), window.searching.panel.isHidden()) == ([], True)
    assert window.actions_by_name["undo"].text() == "&Undo “Remove search”"


def test_back_and_forward_go_through_searches_and_pages(window, search, act):
    search("ceasefire")
    window.trail.go(Address("astana-04"))
    search("astana")
    act("back")
    assert (window.quotes.field.text(), window.trail.here.uid) == ("ceasefire", "astana-04")
    act("back")
    assert (window.quotes.field.text(), window.trail.here.uid) == ("ceasefire", "")
    act("back")
    assert (window.quotes.field.text(), window.quotes._count.text()) == ("", "16 quotes")
    assert not window.actions_by_name["back"].isEnabled()
    act("forward")
    act("forward")
    act("forward")
    assert (window.quotes.field.text(), window.trail.here.uid) == ("astana", "astana-04")
    assert not window.actions_by_name["forward"].isEnabled()


def test_a_search_that_was_typed_a_moment_ago_is_not_lost_by_going_back(window, search, act):
    search("astana")
    window.quotes.field.setText("ceasefire")
    act("back")
    assert window.quotes.field.text() == "astana"
    act("forward")
    assert window.quotes.field.text() == "ceasefire"


def test_words_on_the_way_to_a_search_are_no_steps(window, act, qtbot):
    qtbot.keyClicks(window.quotes.field, "ceasefire")
    with qtbot.waitSignal(window.quotes.settled):
        pass
    act("back")
    assert window.quotes.field.text() == ""
    assert not window.actions_by_name["back"].isEnabled()


def test_going_back_brings_what_was_chosen_back(window, search, act):
    choose_entry(window.quotes.facets["year"], "2018")
    window.quotes.settle()
    search("astana")
    act("back")
    assert window.quotes.field.text() == "year:2018 "
    assert window.quotes.facets["year"].currentText().startswith("2018 (")
    act("back")
    assert window.quotes.facets["year"].currentIndex() == 0


def test_the_page_stays_as_it_is_while_one_goes_through_searches(window, search, act, qtbot):
    window.trail.go(Address("astana-04"))
    search("astana")
    with qtbot.assertNotEmitted(window.trail.moved):
        act("back")
        act("forward")


def test_a_link_to_what_is_searched_for_is_copied(window, search, act):
    act("copy_search")
    assert copied() == ""
    assert window.statusBar().currentMessage().startswith("Search for something first")
    search("year:2018 a & b")
    act("copy_search")
    assert copied() == link("year:2018 a & b")


def test_a_link_that_is_pasted_is_opened(window, search, idle, app, qtbot):
    search("astana")
    QGuiApplication.clipboard().setText(f" {link('лавров')}\n")
    window.quotes.field.setFocus()
    window.quotes.field.selectAll()
    window.quotes.field.paste()
    idle(app)
    assert window.quotes.field.text() == "лавров"
    assert window.quotes.list.model().rowCount() >= 3
    window.trail.back()
    assert window.quotes.field.text() == "astana"


def test_a_bad_link_that_is_pasted_is_told_and_the_search_stays(window, search, idle, app):
    search("astana")
    window.quotes.field.setText("parley:search?q=a&limit=3")
    idle(app)
    assert window.banner.isVisible()
    assert "“limit”" in window.banner._label.text()
    assert window.quotes.field.text() == "astana"


def test_a_link_that_is_typed_is_opened_by_enter(window, idle, app, qtbot):
    qtbot.keyClicks(window.quotes.field, "parley:search?q=astana")
    assert window.quotes.field.text() == "parley:search?q=astana"
    qtbot.keyClick(window.quotes.field, Qt.Key.Key_Return)
    idle(app)
    assert window.quotes.field.text() == "astana"


def test_open_link_takes_what_was_copied_and_says_what_is_wrong(window, act, idle, app):
    QGuiApplication.clipboard().setText("parley:search?q=")
    act("open_link")
    dialog = window.findChild(LinkDialog)
    assert dialog.field.text() == "parley:search?q="
    dialog.open_button.click()
    assert dialog.isVisible()
    assert dialog._problem.text().startswith("The link holds nothing to search for")
    dialog.field.setText(link("ceasefire"))
    assert dialog._problem.text() == ""
    dialog.open_button.click()
    idle(app)
    assert window.findChild(LinkDialog) is None
    assert window.quotes.field.text() == "ceasefire"


def test_what_was_copied_otherwise_is_not_put_into_the_dialog(window, act):
    QGuiApplication.clipboard().setText("a secret")
    act("open_link")
    dialog = window.findChild(LinkDialog)
    assert dialog.field.text() == ""
    dialog.cancel_button.click()


def test_a_library_that_is_only_read_lists_searches_and_keeps_none(start, astana, idle, qtbot):
    with Library(astana) as library:
        library.searches.add(query="ceasefire")
    astana.chmod(0o400)
    with Library(astana, read_only="Only to look at.") as library:
        app = start()
        app.session.open(library, None)
        idle(app)
        kept = app.window.searching.panel.list
        assert names(kept) == ["ceasefire"]
        assert not app.window.actions_by_name["save_search"].isEnabled()
        kept.setFocus()
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            qtbot.keyClick(kept, key)
        assert kept.findChild(QLineEdit) is None
        app.window.quotes.field.setText("astana")
        idle(app)
        assert app.window.quotes._save.isHidden()
        assert names(kept) == ["ceasefire"]
        app.session.close()
        idle(app)


def test_the_program_opens_a_link_that_it_is_started_with(start, astana, home, qtbot):
    app = start(astana, link="parley:search?q=ceasefire")
    qtbot.waitUntil(lambda: app.window.quotes.field.text() == "ceasefire")
    assert app.window.trail.can_go_back


def test_a_later_start_hands_over_a_link(app, idle):
    app._called("", "parley:search?q=ceasefire")
    idle(app)
    assert app.window.quotes.field.text() == "ceasefire"
    app._called("", "parley:wrong")
    assert "leads to no search" in app.window.banner._label.text()


def test_a_link_that_is_handed_over_before_a_library_is_open_waits_for_it(start, home, qtbot):
    app = start()
    app.session.close()
    app._called("", "parley:search?q=ceasefire")
    app.window.open_path(home / "Astana Process.parley")
    qtbot.waitUntil(lambda: app.window.quotes.field.text() == "ceasefire")


def test_beginning_to_type_moves_nothing_below(window, search):
    top = window.quotes.field.y()
    search("astana")
    assert window.quotes.field.y() == top


def test_another_library_begins_with_all_its_quotes_and_its_own_searches(window, search, act, tmp_path, idle, app):
    search("ceasefire")
    act("save_search")
    Library.create(tmp_path / "other.parley", "Other").close()
    window.open_path(tmp_path / "other.parley")
    idle(app)
    assert (window.quotes.field.text(), window.trail.here) == ("", Address())
    assert window.searching.panel.isHidden()
    assert not window.actions_by_name["back"].isEnabled()


def test_a_count_that_lands_while_a_name_is_written_leaves_it_as_it_is(window, search, act, kept, idle, app):
    search("astana")
    act("save_search")
    editor = kept.findChild(QLineEdit)
    before = kept.model().index(0).data(LINE).found
    editor.setText("On Ast")
    window.session.run(lambda library: library.quotes.add(form="direct", text="Astana again"))
    idle(app)
    assert kept.model().index(0).data(LINE).found > before
    assert (kept.findChild(QLineEdit), editor.text()) == (editor, "On Ast")


@pytest.mark.parametrize("zoom", [100, 200])
def test_few_rows_are_shown_and_the_meetings_keep_their_room(window, idle, app, zoom, qtbot):
    window.look.zoom(zoom)

    def many(library):
        with library.revise("Many"):
            for number in range(40):
                library.searches.add(query=f"word{number:02}", name=f"Search {number:02} " + "long " * 40)

    window.session.run(many)
    idle(app)
    kept = window.searching.panel.list
    qtbot.waitUntil(lambda: kept.height() > 0 and kept.model().rowCount() == 40)
    rows, rest = divmod(kept.height(), kept.delegate.row_height())
    assert (2 <= rows <= 6, rest) == (True, 0)
    assert window.meetings.list.height() > kept.height()


@pytest.mark.parametrize("text", ["UN", "UN ", "eastern Ghouta ", "spellings:typed eastern Ghouta "])
def test_what_is_kept_linked_and_returned_to_is_what_is_seen(window, search, act, kept, idle, app, text):
    search(text)
    seen = window.quotes._count.text()
    act("save_search")
    idle(app)
    line = kept.model().index(0).data(LINE)
    assert (line.search.query, line.found) == (text, int(seen.split()[0]))
    window.searching.copy_link()
    search("hostages ")
    act("back")
    idle(app)
    assert (window.quotes.field.text(), window.quotes._count.text()) == (text, seen)
    search("hostages ")
    window.searching.open_link(copied())
    idle(app)
    assert (window.quotes.field.text(), window.quotes._count.text()) == (text, seen)


def test_a_beginning_and_a_whole_word_are_two_searches(window, search):
    search("UN")
    beginning = window.quotes._count.text()
    search("UN ")
    assert window.quotes._count.text() != beginning
