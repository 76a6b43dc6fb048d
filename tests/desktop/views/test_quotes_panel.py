"""The quotes pane: counts, filters, remarks, what an empty result says, opening and copying."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from db import Library
from desktop.trail import Address


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


def choose(box, text):
    """Choose an entry of a filter as a person does."""
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(text))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_all_quotes_are_counted_at_first(panel):
    assert panel._count.text() == "16 quotes"


@pytest.mark.parametrize(
    ("text", "count"),
    [("astana", "11 quotes"), ("cavusoglu", "3 quotes"), ("ÇAVUŞOĞLU", "3 quotes"), ('"East Guta"', "3 quotes"),
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
    assert panel._count.toolTip() == "Only the first 64 words were searched for."


def test_filters_offer_what_occurs_with_its_number(panel):
    offered = {box.itemText(0): [box.itemText(at) for at in range(1, box.count())] for box in boxes(panel)}
    assert offered["Form"] == ["direct speech (7)", "reported speech (9)"]
    assert offered["Year"] == ["2018 (15)"]
    assert "Sergei Lavrov (6)" in offered["Speaker"]
    assert all(text.endswith(")") for texts in offered.values() for text in texts)


def boxes(panel):
    """The four filters."""
    return panel.speaker, panel.role, panel.year, panel.form


def test_each_filter_finds_as_many_as_it_says(panel, app, idle):
    for box in boxes(panel):
        for at in range(1, box.count()):
            choose(box, box.itemText(at))
            idle(app)
            assert f"({panel._count.text().split()[0]})" in box.itemText(at)
        choose(box, box.itemText(0))


def test_filters_and_words_narrow_together_and_say_so_when_nothing_is_left(search, panel, app, idle):
    search("stimulated")
    choose(panel.year, "2018")
    idle(app)
    assert panel._count.text() == "1 quote"
    choose(panel.form, "reported")
    idle(app)
    assert said(panel)[0].startswith("No quote with these filters holds “stimulated”.")


def test_a_chosen_filter_stays_while_its_numbers_change(panel, app, idle):
    choose(panel.form, "direct")
    idle(app)
    uid = panel.list.model().quote(panel.list.model().index(0, 0)).uid
    app.session.run(lambda library: library.quotes.remove(uid))
    idle(app)
    assert panel.form.currentText() == "direct speech (6)"
    assert panel._count.text() == "6 quotes"


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
    assert (panel.field.text(), panel._count.text(), panel.speaker.count()) == ("", "0 quotes", 1)


def test_the_filter_by_tag_is_there_only_with_tags(panel, app, idle):
    assert not panel.tag.isVisibleTo(panel)

    def put(library):
        wide = library.tags.add(name="zones")
        uids = [line.uid for line in library.quotes.lines(range(1, 17))]
        library.tags.put(wide, ("quote", uids[0]))
        library.tags.put(library.tags.add(name="idlib", parent=wide), ("quote", uids[1]))

    app.session.run(put)
    idle(app)
    assert panel.tag.isVisibleTo(panel)
    assert [panel.tag.itemText(at) for at in range(3)] == ["Tag", "zones (2)", "    idlib (1)"]
    choose(panel.tag, "zones")
    idle(app)
    assert panel._count.text() == "2 quotes"
    for _ in range(4):
        app.session.run(lambda library: library.undo())
    idle(app)
    assert (panel._count.text(), panel.tag.isVisibleTo(panel)) == ("16 quotes", False)
