"""From every number one reaches the sentence behind it at once, and comes back to the same place by one key."""

import re
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db import Library, passages
from db.cancel import Cancel
from db.new_names import New
from db.passages import Passage
from db.references import Record
from desktop.commands import edit
from desktop.trail import Address
from desktop.views.register_panel import OPEN

TEXT = (
    "The parties met in Port Example on 3 May 2031. “We agreed”, said Ada Example.\n" + "A line.\n" * 300 + "The end."
)


def passage(words):
    starts = TEXT.index(words)
    return Passage("s", starts, starts + len(words))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A library in which every value of a meeting is cited, to be copied."""
    path = tmp_path_factory.mktemp("talks") / "talks.parley"
    with Library.create(path, "Talks", author="Ada") as library, library.revise("Fill"):
        library.meetings.add(
            uid="m", kind="round", number=1, title="Round", starts="2031-05-03", city="Port Example", held="held"
        )
        library.parties.add(uid="p", name="Aland", kind="state")
        library.people.add(uid="ada", name="Ada Example")
        library.participations.add(
            uid="l", meeting="m", party="p", role="host", attendance="reported", head="ada", head_title="Minister"
        )
        library.outcomes.add(uid="o", meeting="m", act="agreed", text="To meet again")
        library.readings.add(
            Record("meeting", "m"), uid="r", about="the day", field="starts", value="4 May", adopted=True
        )
        library.sources.add(uid="s", title="Statement", text=TEXT, language="en")
        library.sources.add(uid="bare", title="Report")
        library.quotes.add(uid="q", meeting="m", speaker="ada", form="direct", text="We agreed", said_on="2031-05-03")
        for words, record, field in (
            ("3 May 2031", ("meeting", "m"), "starts"), ("Port Example", ("meeting", "m"), "city"),
            ("Ada Example", ("participation", "l"), "head_id"), ("We agreed", ("outcome", "o"), None),
            ("The parties met", ("outcome", "o"), "text"), ("The end", ("reading", "r"), None),
            ("The parties", ("party", "p"), "name"), ("We agreed", ("quote", "q"), None),
        ):  # fmt: skip
            passages.cite(library, passage(words), Record(*record), field=field)
        library.events.add(uid="e", kind="other", title="A visit", happened="2031-06")
        tag = library.tags.add(name="to check")
        library.tags.put(tag, Record("outcome", "o"), Record("quote", "q"))
        library.citations.add(Record("participation", "l"), source="bare", as_worded="Aland took part")
        library.citations.add(Record("participation", "l"), field="head_title")
    return path


@pytest.fixture
def window(start, made, tmp_path):
    """The window of a copy of that library."""
    return start(shutil.copy(made, tmp_path / "talks.parley")).window


@pytest.fixture
def go(window, idle):
    def go(*address):
        window.trail.go(Address(*address))
        idle(window.session)

    return go


@pytest.fixture
def back(window, idle):
    def back():
        window.actions_by_name["back"].trigger()
        idle(window.session)

    return back


def newest(window):
    return window.session.library.history.steps(Cancel(), limit=1)[0].label


def reading(window):
    """The words that are marked in the source that is read; those that were noted where no text is held."""
    reader = window.reader_in_view()
    if reader is None:
        return None
    return reader.marked_text() or reader.uses.toPlainText()


def test_every_value_of_the_overview_and_every_quote_leads_to_its_sentence_and_back(window, go, back, idle):
    for tab in ("overview", "quotes"):
        go("m", tab)
        browser = getattr(window.meeting, tab)
        links = [link for link in browser._tips if link.startswith("cite:")]
        cites = {f"cite:{cite.id}": cite for cite in window.meeting._page.cites}
        assert links
        for link in links:
            browser.link_pressed.emit(link)
            idle(window.session)
            assert (cites[link].exact or cites[link].as_worded) in reading(window)
            back()
            assert window.trail.here == Address("m", tab)
            assert window.page_in_view() is browser


def test_no_citation_of_a_page_is_out_of_reach(window, go):
    go("m")
    reached = {link for tab in ("overview", "quotes", "notes") for link in getattr(window.meeting, tab)._tips}
    sentences = {(cite.source, cite.exact or cite.as_worded) for cite in window.meeting._page.cites if cite.source}
    shown = {
        (cite.source, cite.exact or cite.as_worded)
        for cite in window.meeting._page.cites
        if f"cite:{cite.id}" in reached
    }
    assert shown == sentences


def test_two_passages_of_one_source_for_one_value_have_a_mark_each(window, go):
    go("m")
    assert "To meet again 1a 1b" in window.meeting.overview.toPlainText().replace("\xa0", " ")


def test_the_keyboard_goes_from_a_number_to_the_sentence_and_comes_back_to_the_number(window, go, back, idle):
    go("m")
    browser = window.meeting.overview
    browser.setFocus()
    while browser.textCursor().selectedText() != "1a":
        QTest.keyClick(browser, Qt.Key.Key_Tab)
    scroll = browser.verticalScrollBar().value()
    QTest.keyClick(browser, Qt.Key.Key_Return)
    idle(window.session)
    reader = window.reader_in_view()
    assert reading(window) == "We agreed"
    assert reader.text.hasFocus()
    back()
    assert browser.hasFocus()
    assert (browser.textCursor().selectedText(), browser.verticalScrollBar().value()) == ("1a", scroll)
    go("m", "history")
    back()
    assert browser.textCursor().selectedText() == "1a"


def test_a_mark_leads_from_the_sentence_to_the_record_and_back_to_the_same_place(window, go, back, idle):
    go("", "source", "source:s")
    reader = window.reader_in_view()
    reader.text.setFocus()
    reader.step_to_mark(1)
    while reader.text.caret() != TEXT.index("The end"):
        reader.step_to_mark(1)
    kept = reader.place()
    QTest.keyClick(reader.text, Qt.Key.Key_Return)
    idle(window.session)
    assert window.trail.here == Address("m", "overview", "record:reading:r")
    assert window.meeting.overview.textCursor().charFormat().anchorHref() == "record:reading:r"
    back()
    assert window.reader_in_view().place() == kept
    assert reader.text.hasFocus()


def test_counts_on_the_title_page_lead_to_what_they_count(window, go, back, idle):
    go()
    links = re.findall(r'href="((?:page|quotes|meetings):[^"]*)"', window.front.toHtml())
    assert set(links) == {
        "meetings:", "meetings:round", "page:participants", "page:outcomes", "quotes:", "page:sources", "page:disputes",
    }  # fmt: skip
    for link in links:
        kind = link.partition(":")[0]
        window.front.link_pressed.emit(link)
        idle(window.session)
        if kind == "page":
            panel = window.library_pages.in_view()
            (line, *_) = panel._model.all
            panel.list.select(line.record)
            QTest.keyClick(panel.list, Qt.Key.Key_Return)
            idle(window.session)
            assert window.trail.here.target
            back()
            assert panel.list.selected() == [line.record]
            back()
        else:
            view = window.quotes.list if kind == "quotes" else window.meetings.list
            assert window.focusWidget() is view
            assert view.model().rowCount() > 0
        assert window.trail.here == Address()


@pytest.mark.parametrize("name", OPEN)
def test_a_line_that_opens_shows_its_form_by_f2_and_a_form_that_is_shown_follows(window, go, idle, qtbot, name):
    go("", name)
    panel = window.library_pages.in_view()
    records = [line.record for line in panel._model.all]
    panel.list.setFocus()
    with qtbot.waitSignal(panel.follow_requested), qtbot.assertNotEmitted(panel.edit_requested):
        panel.list.select(records[0])
    assert not window.editing.is_open
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    idle(window.session)
    assert window.editing.form.records == records[:1]
    panel.list.setFocus()
    panel.list.select(records[-1])
    qtbot.waitUntil(lambda: window.editing.form.records == records[-1:])


def test_a_form_shows_the_numbers_of_its_sources_which_lead_to_the_sentence(window, go, back, idle):
    go("", "parties")
    window.editing.edit([Record("party", "p")])
    idle(window.session)
    panel = window.editing.form
    for row, words in ((lambda: panel.form.fields["name"]._marks, "1"), (lambda: panel._cites, "1   Name: Statement")):
        (button,) = row()._buttons
        assert button.text() == words
        button.click()
        idle(window.session)
        assert reading(window) == "The parties"
        back()
        assert window.trail.here == Address("", "parties")
        window.editing.edit([Record("party", "p")])
        idle(window.session)


def test_a_recalled_value_leads_to_the_form_of_its_citation(window, go, idle):
    window.editing.edit([Record("participation", "l")])
    idle(window.session)
    panel = window.editing.form
    recalled = next(button for button in panel._cites._buttons if "recalled" in button.text())
    recalled.click()
    idle(window.session)
    assert panel.records[0].kind == "citation"
    assert panel.form.fields["basis"].value() == "recalled"
    assert panel.form.fields["field"].value() == "head_title"


def test_a_form_with_many_sources_lists_all_when_asked(window, idle):
    def cite(library):
        for number in range(9):
            library.citations.add(Record("outcome", "o"), source=library.sources.add(title=f"Source {number}"))

    window.session.run(cite)
    window.editing.edit([Record("outcome", "o")])
    idle(window.session)
    buttons = window.editing.form._cites._buttons
    assert [len(buttons), buttons[-1].text()] == [5, "7 more sources"]
    buttons[-1].click()
    assert len(window.editing.form._cites._buttons) == 11


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


def test_a_quote_without_a_meeting_is_read_in_its_source(window, idle):
    uid = []

    def add(library):
        uid.append(passages.quote(library, passage("The end"), form="direct", text="The end"))

    window.session.run(add)
    idle(window.session)
    window.open_quote("", uid[0])
    idle(window.session)
    assert window.trail.here == Address("", "source", f"quote:{uid[0]}")
    assert reading(window) == "The end"


def test_a_restart_shows_the_source_that_was_read(start, made, tmp_path, idle):
    file = shutil.copy(made, tmp_path / "talks.parley")
    first = start(file)
    first.window.trail.go(Address("", "source", "source:s"))
    idle(first)
    first.window.close()
    first.session.close()
    second = start(file).window
    idle(second.session)
    assert second.reader_in_view().head.title.text() == "Statement"


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


def test_the_check_of_a_quote_leads_to_its_passage_and_back(window, go, back, idle):
    starts = TEXT.index("We agreed")
    go("", "source", f"source:s@{starts}-{starts + 9}")
    assert reading(window) == "We agreed"
    assert window.reader_in_view().text.caret() == starts
    go("m", "quotes")
    window.editing.edit([Record("quote", "q")])
    idle(window.session)
    strip = window.editing.form.form._below["text"]
    assert [button.text() for button in strip._acts._buttons] == ["Show the passage"]
    strip._acts._buttons[0].click()
    idle(window.session)
    assert window.trail.here.tab == "source"
    assert reading(window) == "We agreed"
    back()
    assert window.trail.here == Address("m", "quotes")
