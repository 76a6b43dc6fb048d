"""The quotes pane: counts, filters, remarks, what an empty result says, opening and copying."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from db import Library
from desktop.models import quote_list
from desktop.models.quote_list import LINE
from desktop.settings import ORDER
from desktop.trail import Address
from tests.desktop.hands import choose_entry


@pytest.fixture
def panel(window):
    """The quotes pane."""
    return window.quotes


@pytest.fixture
def search(panel, app, idle):
    """Searches for a text; the count as it is shown."""

    def search(text):
        panel.field.setText(text)
        idle(app)
        return panel._count.text()

    return search


def said(panel):
    """What the empty pane says, and its button."""
    button = panel._empty.findChild(QPushButton)
    return panel._empty.findChild(QLabel).text(), "" if button.isHidden() else button.text()


def test_all_quotes_are_counted_at_first(panel):
    assert panel._count.text() == "16 quotes"


def test_after_nothing_was_found_the_first_quotes_are_shown_before_all_are_known(search, panel, monkeypatch):
    monkeypatch.setattr(quote_list, "PAGE", 4)
    search("zzz")
    assert not panel.list.isVisibleTo(panel)
    shown = []
    model = panel.list.model()
    model.understood.connect(lambda _: shown.append((panel.list.isVisibleTo(panel), model.rowCount())))
    assert search("astana") == "10 quotes"
    assert shown == [(True, 4)]


@pytest.mark.parametrize(
    ("text", "count"),
    [("astana", "10 quotes"), ("cavusoglu", "3 quotes"), ("ÇAVUŞOĞLU", "3 quotes"), ('"East Guta"', "3 quotes"),
     ("platform stimulated", "1 quote"),
     ("hostages OR civilians", None), ("astana NOT geneva", None), ("zzz", "0 quotes"), ("", "16 quotes")],
)  # fmt: skip
def test_words_phrases_and_operators_are_counted(search, panel, text, count):
    shown = search(text)
    assert count is None or shown == count
    assert shown.split()[0] == str(panel.list.model().rowCount())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("zzz", "No quote holds “zzz”. Try fewer words, or a beginning such as ceas*."),
     ("zz:zz ", "No quote was found. “zz:” is no field, so it was searched for as a word. Help (F1) names the fields."),
     ("?!", "There is no letter or digit to search for in this. Type a word, or the beginning of one.")],
)  # fmt: skip
def test_no_result_says_what_to_do_next(search, panel, app, idle, text, sentence):
    search(text)
    assert said(panel) == (sentence, "Show all quotes")
    panel._empty.pressed.emit()
    idle(app)
    assert (panel._count.text(), panel.field.text()) == ("16 quotes", "")


def test_a_remark_says_what_was_not_used(search, panel):
    search("astana " * 100)
    assert "Only the first 64 words were searched for." in panel._count.toolTip()


def offered(panel, field):
    """The choices of a facet as they are read."""
    box = panel.facets[field]
    return [box.itemText(at) for at in range(1, box.count())]


def test_facets_offer_what_occurs_with_its_number(panel):
    assert offered(panel, "form") == ["direct speech (7)", "reported speech (9)"]
    assert offered(panel, "year") == ["2018 (15)", "not known (1)"]
    assert "Sergei Lavrov (6)" in offered(panel, "speaker")
    panel.narrow.click()
    assert [box.itemText(0) for box in panel.facets.values() if box.isVisibleTo(panel)] == [
        "Speaker", "Party", "Role", "Meeting", "Year", "Speech", "Check", "Topic",
    ]  # fmt: skip


def test_each_choice_finds_as_many_quotes_as_it_says(panel, app, idle):
    for box in panel.facets.values():
        for at in range(1, box.count()):
            choose_entry(box, box.itemText(at))
            idle(app)
            assert f"({panel._count.text().split()[0]})" in box.currentText()
            choose_entry(box, box.itemText(0))
            idle(app)
    assert panel.field.text() == ""


def test_the_numbers_follow_what_is_typed(search, panel):
    search("stimulated")
    assert offered(panel, "speaker") == ["Sergei Lavrov (1)"]
    search("zzz")
    assert offered(panel, "speaker") == []


def test_a_choice_becomes_a_part_of_the_search_that_can_be_changed_and_taken_back(search, panel, app, idle):
    search("astana")
    choose_entry(panel.facets["speaker"], "Sergei Lavrov")
    idle(app)
    assert panel.field.text() == 'speaker:"Sergei Lavrov" astana'
    others = offered(panel, "speaker")
    assert len(others) > 1, "the others stay in sight with what they would find"
    choose_entry(panel.facets["speaker"], others[-1])
    idle(app)
    assert panel._count.text().split()[0] == others[-1].rpartition("(")[2].rstrip(")")
    panel.field.undo()
    idle(app)
    assert panel.facets["speaker"].currentText().startswith("Sergei Lavrov (")
    choose_entry(panel.facets["speaker"], "Speaker")
    idle(app)
    assert panel.field.text() == "astana"


def test_what_is_typed_by_hand_shows_in_the_facet(search, panel):
    search("speaker:lavrov form:reported ")
    assert panel.facets["speaker"].currentText() == f"lavrov ({panel._count.text().split()[0]})"
    assert panel.facets["form"].currentText().startswith("reported speech (")


def test_a_choice_keeps_its_number_right_through_edits(panel, app, idle):
    choose_entry(panel.facets["form"], "direct")
    idle(app)
    uid = panel.list.model().quote(panel.list.model().index(0, 0)).uid
    app.session.run(lambda library: library.quotes.remove(uid))
    idle(app)
    assert panel.facets["form"].currentText() == "direct speech (6)"
    assert panel._count.text() == "6 quotes"


def test_the_order_is_chosen_beside_the_results(search, panel, app, idle):
    search("")
    model = panel.list.model()
    first = {}
    for at in range(panel.order.count()):
        choose_entry(panel.order, panel.order.itemText(at))
        idle(app)
        assert model.rowCount() == 16
        first[panel.order.currentData()] = model.quote(model.index(0, 0))
    assert first["speaker"].speaker == "Mevlüt Çavuşoğlu"
    assert first["length"].text == min((model.quote(model.index(row, 0)).text for row in range(16)), key=len)


def test_names_that_only_sound_alike_stand_apart_below_a_line_that_says_so(search, panel, qtbot):
    assert search("Lawrow") == "6 quotes"
    model = panel.list.model()
    assert model.index(0, 0).data() == "6 with names that sound alike"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert panel.list.rowHeight(0) < panel.list.rowHeight(1)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 1
    assert panel.list.line().reason == "“Lavrov” sounds like “Lawrow”"
    search("astana")
    assert panel.list.rowHeight(0) == panel.list.rowHeight(1)


def test_f3_goes_through_the_quotes_found_in_their_sources(window, search, panel, app, idle):
    search('"East Guta"')
    places = []
    for name in ("find_next", "find_next", "find_next", "find_next", "find_previous"):
        window.actions_by_name[name].trigger()
        idle(app)
        places.append(window.trail.here.target)
    model = panel.list.model()
    uids = [f"quote:{model.quote(model.index(row, 0)).uid}" for row in range(3)]
    assert places == [*uids, uids[2], uids[1]]
    window.actions_by_name["find_next"].trigger()
    window.actions_by_name["find_next"].trigger()
    assert window.statusBar().currentMessage() == "That was the last quote found."


def test_f3_without_a_search_says_how_to_begin(window):
    window.actions_by_name["find_next"].trigger()
    assert window.statusBar().currentMessage().startswith("Search quotes first (Ctrl+F)")


def test_words_in_context_stand_in_a_line_each_and_sort_by_what_follows(window, search, panel, app, idle):
    search("astana")
    window.actions_by_name["show_in_context"].trigger()
    idle(app)
    rows = panel.context.model()
    lines = [rows.index(row, 0).data(LINE) for row in range(rows.rowCount())]
    assert len(lines) >= 11
    assert sum(line.hit.lower().startswith("astana") for line in lines) >= 11
    choose_entry(panel.order, "Word after")
    idle(app)
    after = [rows.index(row, 0).data(LINE).after.strip(" ,.;:”\"'’-–").lower() for row in range(rows.rowCount())]
    assert [words[:4] for words in after if words] == sorted(words[:4] for words in after if words)
    panel.context.setCurrentIndex(rows.index(0, 0))
    qt_line = panel.context.line()
    panel.copy()
    assert qt_line.text in QGuiApplication.clipboard().text()
    window.actions_by_name["show_in_context"].trigger()
    idle(app)
    assert (panel.view, panel.order.count()) == (panel.list, 5)


def test_context_without_a_word_says_that_it_needs_one(window, search, panel, app, idle):
    search("year:2018 ")
    window.actions_by_name["show_in_context"].trigger()
    idle(app)
    assert said(panel)[0].startswith("Type a word: each of its places")
    search("astana")
    assert panel._stack.currentWidget() is not panel._empty


def test_an_empty_library_says_that_it_holds_no_quotes(start, tmp_path):
    Library.create(tmp_path / "mine.parley", "Mine").close()
    assert said(start(tmp_path / "mine.parley").window.quotes) == ("This library holds no quotes yet.", "")


def test_down_goes_from_the_field_to_the_first_quote_and_enter_opens_it_in_its_source(
    window, panel, search, app, idle, qtbot
):
    search('"East Guta"')
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    line = panel.list.model().quote(panel.list.currentIndex())
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    idle(app)
    assert window.trail.here.page == (line.meeting, "sources", f"quote:{line.uid}")
    assert window.meeting.sources.reader.marked_text() == line.text


def test_one_click_leads_to_the_words_of_a_quote_in_its_source_and_one_key_back(window, panel, app, idle, qtbot):
    window.trail.go(Address("astana-04"))
    idle(app)
    at = panel.list.visualRect(panel.list.model().index(0, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    idle(app)
    assert window.trail.here.target.startswith("quote:")
    assert window.meeting.sources.reader.marked_text()
    window.trail.back()
    assert window.trail.here == Address("astana-04")


def test_a_click_on_the_quote_that_is_shown_stays_there(window, panel, app, idle, qtbot):
    at = panel.list.visualRect(panel.list.model().index(0, 0)).center()
    for _ in range(2):
        qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        idle(app)
    window.trail.back()
    assert not window.trail.here.target


def test_escape_empties_the_field(search, panel, app, idle, qtbot):
    search("zzz")
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    idle(app)
    assert panel._count.text() == "16 quotes"


def test_copy_gives_verbatim_words_in_quotation_marks_and_reported_ones_as_reported(panel, window, qtbot):
    model = panel.list.model()
    lines = [model.quote(model.index(row, 0)) for row in range(model.rowCount())]
    for form, begins in (("direct", "“{}”\n— "), ("indirect", "{} [reported speech]\n— ")):
        row, line = next((row, line) for row, line in enumerate(lines) if line.form == form)
        panel.list.setCurrentIndex(model.index(row, 0))
        qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().startswith(begins.format(line.text) + line.speaker)
        assert f"Source: {line.source_title}" in QGuiApplication.clipboard().text()
    assert window.statusBar().currentMessage().startswith("The quote was copied")


def test_copy_without_a_chosen_quote_leaves_the_clipboard_alone(panel):
    QGuiApplication.clipboard().setText("mine")
    panel.copy()
    assert QGuiApplication.clipboard().text() == "mine"


def test_the_field_takes_ten_thousand_characters_and_no_more(search, panel, window):
    width = window.minimumSizeHint().width()
    assert search("x" * 20_000) == "0 quotes"
    assert len(panel.field.text()) == 10_000
    assert window.minimumSizeHint().width() <= width


def test_another_library_begins_with_all_its_quotes(search, panel, app, idle, tmp_path):
    search("lavrov")
    Library.create(tmp_path / "mine.parley", "Mine").close()
    app.window.open_path(tmp_path / "mine.parley")
    idle(app)
    assert (panel.field.text(), panel._count.text(), panel.facets["speaker"].count()) == ("", "0 quotes", 1)


def test_the_filter_by_tag_is_there_only_with_tags(panel, app, idle):
    panel.narrow.click()
    assert not panel.facets["tag"].isVisibleTo(panel)

    def put(library):
        wide = library.tags.add(name="zones")
        uids = [line.uid for line in library.quotes.lines(range(1, 17))]
        library.tags.put(wide, ("quote", uids[0]))
        library.tags.put(library.tags.add(name="idlib", parent=wide), ("quote", uids[1]))

    app.session.run(put)
    idle(app)
    assert panel.facets["tag"].isVisibleTo(panel)
    assert [panel.facets["tag"].itemText(at) for at in range(3)] == ["Tag", "zones (2)", "    idlib (1)"]
    choose_entry(panel.facets["tag"], "zones")
    idle(app)
    assert panel._count.text() == "2 quotes"
    for _ in range(4):
        app.session.run(lambda library: library.undo())
    idle(app)
    assert panel._count.text() == "0 quotes"
    assert said(panel)[0].startswith("No quote was found. No tag here is called “zones”.")
    panel.clear()
    idle(app)
    assert (panel._count.text(), panel.facets["tag"].isVisibleTo(panel)) == ("16 quotes", False)


def test_leaving_the_context_shows_the_quotes_again_in_the_order_they_had(window, search, panel, app, idle):
    search("year:2018 ")
    for _ in range(2):
        window.actions_by_name["show_in_context"].trigger()
        idle(app)
    assert panel._stack.currentWidget() is not panel._empty
    search("astana")
    window.actions_by_name["show_in_context"].trigger()
    choose_entry(panel.order, "Word after")
    window.actions_by_name["show_in_context"].trigger()
    idle(app)
    assert panel.order.currentText() == "Newest first"


def test_context_says_when_the_words_stand_only_in_the_names_of_speakers(window, search, panel, app, idle):
    search("minister -astana -syria -syrian")
    window.actions_by_name["show_in_context"].trigger()
    idle(app)
    assert panel.list.model().rowCount() > 0
    assert said(panel)[0] == "No quote found holds the word itself: it stands in names and titles of speakers."


def test_an_order_that_a_link_brings_is_not_kept(window, app, idle):
    window.searching.open_link("parley:search?q=astana&order=speaker")
    idle(app)
    assert window.quotes.ordering == "speaker"
    window.trail.back()
    idle(app)
    assert (window.quotes.ordering, window.settings.get(ORDER)) == ("date", "date")


def test_the_words_found_are_marked_in_the_passage_that_a_quote_leads_to(window, search, panel, app, idle):
    search("лавров")
    window.actions_by_name["find_next"].trigger()
    idle(app)
    text = window.reader_in_view().text
    assert text.marked_text().startswith("In turn, the Russian Foreign Minister")
    assert text.marked_words() == ["Lavrov"]
    window.actions_by_name["title_page"].trigger()
    idle(app)
    window.trail.back()
    idle(app)
    assert window.reader_in_view().text.marked_words() == ["Lavrov"]
    search("")
    panel.settle()
    window.open_quote(window.trail.here.uid, panel.list.model().quote(panel.list.model().index(3, 0)).uid)
    idle(app)
    assert window.reader_in_view().text.marked_words() == []


def test_a_quote_of_no_meeting_and_no_source_says_that_there_is_nothing_to_show_it_in(start, tmp_path, idle, qtbot):
    with Library.create(tmp_path / "one.parley", "One") as library, library.revise("Fill"):
        library.quotes.add(form="direct", text="Peace")
    app = start(tmp_path / "one.parley")
    window = app.window
    qtbot.keyClick(window.quotes.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.quotes.list, Qt.Key.Key_Return)
    assert window.statusBar().currentMessage().startswith("This quote belongs to no meeting and cites no source")
    assert window.trail.here == Address()
    assert "No meetings yet, but 1 quote." in window.front.toPlainText()
