"""Readings taken out as a table, from the menu and from the page Evidence, as a person does it."""

import csv

import pytest
from PySide6.QtWidgets import QFileDialog

from db.references import Record
from desktop.dialogs.export_dialog import ExportDialog
from desktop.trail import Address


@pytest.fixture
def export(window, idle):
    """Makes the two choices; gives what the window says."""

    def export(target, **chosen):
        dialog = window.findChild(ExportDialog)
        for name, on in chosen.items():
            getattr(dialog, name).setChecked(on)
        dialog.export_button.click()
        files = window.findChild(QFileDialog)
        files.selectFile(str(target))
        files.accept()
        idle(window.session)
        return window.statusBar().currentMessage()

    return export


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_readings_are_exported_from_the_menu(window, export, tmp_path):
    window.actions_by_name["export_readings"].trigger()
    target = tmp_path / "all.csv"
    said = export(target)
    readings = {row["reading uid"] for row in rows(target)}
    points = {(row["record uid"], row["about"]) for row in rows(target)}
    assert said == f"{len(readings)} readings on {len(points)} points exported to “all.csv”."
    assert len(points) == 68


def test_what_is_followed_is_exported_from_the_page_evidence(window, export, tmp_path, idle):
    window.trail.go(Address("", "evidence"))
    idle(window.session)
    window.library_pages.in_view().export_button.click()
    target = tmp_path / "followed.csv"
    said = export(target, followed=True)
    assert said == "31 readings on 31 points exported to “followed.csv”."
    assert {row["followed"] for row in rows(target)} == {"yes"}


def test_a_value_is_kept_from_being_a_formula_unless_it_is_wanted_as_stored(window, export, tmp_path, idle):
    session = window.session
    session.run(lambda library: library.readings.add(Record("meeting", "astana-01"), about="a sum", value="=1+1"))
    idle(session)
    for raw, value in ((False, "'=1+1"), (True, "=1+1")):
        window.actions_by_name["export_readings"].trigger()
        target = tmp_path / f"{raw}.csv"
        export(target, raw=raw)
        assert [row["reading"] for row in rows(target) if row["about"] == "a sum"] == [value]


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(window, tmp_path, idle):
    from desktop.commands import readings

    readings.export(window.session, tmp_path / "none" / "x.csv", window.say, followed=False, raw=False)
    idle(window.session)
    assert "“x.csv” could not be made" in window.banner.text()


def test_nothing_is_exported_without_a_library(start):
    window = start(problem=None).window
    window.session.close()
    window.refresh_actions()
    assert not window.actions_by_name["export_readings"].isEnabled()
