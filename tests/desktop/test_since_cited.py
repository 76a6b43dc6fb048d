"""A value that was changed after it was cited says so wherever its citation is shown, until somebody looked."""

import pytest
from PySide6.QtCore import Qt

from db import coverage
from db.references import Record
from desktop.commands import edit
from desktop.trail import Address
from tests.desktop.hands import choose_entry, in_focus


@pytest.fixture
def cite(window, idle):
    """A citation with a passage for an outcome of Round 4 that was changed afterwards; its page is shown."""
    window.trail.go(Address("astana-04"))
    idle(window.session)
    cite = next(
        cite for cite in window.meeting._page.cites if cite.record_kind == "outcome" and cite.starts and not cite.field
    )
    window.session.run(lambda library: library.outcomes.edit(cite.record_uid, text="Something else was agreed"))
    idle(window.session)
    return cite


@pytest.fixture
def follow(window, idle):
    """Presses the mark of the citation on the page of its meeting."""

    def follow(cite):
        window.trail.go(Address("astana-04"))
        idle(window.session)
        window.meeting.overview.link_pressed.emit(f"cite:{cite.id}")
        idle(window.session)
        return window.reader_in_view()

    return follow


def confirm(strip):
    return [button for button in strip._acts._buttons if button.text() == "It still says so"]


def test_its_mark_its_form_and_its_passage_say_so(window, cite, follow, idle):
    overview = window.meeting.overview
    tip = overview.tip_of(f"cite:{cite.id}")
    assert "Changed since it was cited. Text then: “" in tip
    assert "!" in overview.toPlainText().partition("Something else was agreed")[2][:6]
    assert "changed since cited" in overview.tip_of("evidence:")
    window.editing.edit([Record("outcome", cite.record_uid)])
    idle(window.session)
    panel = window.editing.form
    at = next(at for at, one in enumerate(panel.form.content.cites) if one.id == cite.id)
    assert panel._cites._buttons[at].text().startswith(f"{at + 1}!   ")
    window.editing.close()
    reader = follow(cite)
    assert reader.strip.text().startswith("Changed since it was cited. Text then: “")
    assert reader.strip.text().endswith("; now: “Something else was agreed”")


def test_that_it_still_says_so_is_one_step_and_undo_brings_the_mark_back(window, cite, follow, idle):
    reader = follow(cite)
    (button,) = confirm(reader.strip)
    button.click()
    idle(window.session)
    assert reader.strip.text() == ""
    assert window.session.library.undo_labels()[0] == "Confirm citation"
    edit.undo(window.session)
    idle(window.session)
    assert reader.strip.text().startswith("Changed since")
    edit.undo(window.session)
    idle(window.session)
    assert reader.strip.text() == ""


def test_the_focus_goes_from_the_words_that_say_so_to_the_text(window, cite, follow, idle, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reader = follow(cite)
    (button,) = confirm(reader.strip)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    idle(window.session)
    assert reader.strip.text() == ""
    assert in_focus() is reader.text


def test_a_source_without_its_text_says_so_as_well(window, follow, idle):
    window.trail.go(Address("astana-04"))
    idle(window.session)
    cite = next(
        cite for cite in window.meeting._page.cites
        if cite.record_kind == "participation" and cite.source and not cite.exact and cite.basis == "seen"
    )  # fmt: skip
    window.session.run(lambda library: library.participations.edit(cite.record_uid, attendance="declined"))
    idle(window.session)
    reader = follow(cite)
    assert reader.view() is reader.uses
    assert "Attendance then: “" in reader.strip.text()
    assert confirm(reader.strip)


def test_the_page_evidence_lists_them_with_their_number_and_leads_to_the_passage(window, cite, idle):
    window.trail.go(Address("", "evidence"))
    idle(window.session)
    panel = window.library_pages.in_view()
    choose_entry(panel.state, "Changed since it was cited (1)")
    idle(window.session)
    assert panel._count.text().startswith("1 of ")
    panel.list._choose(range(panel._model.rowCount()))
    line = panel.list.line()
    assert line.value == "Something else was agreed"
    assert line.then.startswith("Text then: “")
    panel.list._follow_first()
    idle(window.session)
    assert window.reader_in_view().strip.text().startswith("Changed since it was cited.")
    window.actions_by_name["back"].trigger()
    idle(window.session)
    assert window.library_pages.in_view() is panel


def test_a_library_that_may_only_be_read_offers_no_confirmation(window, cite, follow, idle, tmp_path):
    path = tmp_path / "copy.parley"
    path.write_bytes(window.session.library.path.read_bytes())
    (tmp_path / ".copy.parley.lock").touch()
    window.open_path(path)
    idle(window.session)
    assert window.session.library.read_only
    reader = follow(cite)
    assert reader.strip.text().startswith("Changed since it was cited.")
    assert confirm(reader.strip) == []


def test_the_shipped_library_has_none(window):
    with window.session.library.reading() as conn:
        states = {coverage.STATES[value.state] for value in coverage.values(conn)}
    assert states == {"seen", "announced", "recalled", "unsourced"}


def test_the_history_tells_who_looked_again(window, cite, follow, idle, qtbot):
    confirm(follow(cite).strip)[0].click()
    idle(window.session)
    window.trail.go(Address("", "history"))
    idle(window.session)
    panel = window.library_pages.in_view()
    panel.steps.choose(panel._steps.id_at(0))
    qtbot.waitUntil(lambda: "CITATION LOOKED AT AGAIN" in panel.details.page.toPlainText())
