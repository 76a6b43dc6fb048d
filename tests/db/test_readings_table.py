import csv

import pytest

from db import Cancel
from db.cancel import Cancelled
from db.errors import KnownError
from db.readings_table import COLUMNS, Exported, export
from db.references import Record


@pytest.fixture
def line(library, talks):
    """A participant line whose head is in dispute, followed, and whose mood is left open; with passages."""
    line = Record("participation", talks.line)
    lavrov = library.readings.add(line, about="head", field="head_id", value="Lavrov")
    library.readings.add(line, about="head", field="head_id", value="Bogdanov", adopted=True, reason="two papers")
    library.readings.add(line, about="mood", value="calm")
    starts = library.sources.text(talks.source).index("Mr. Lavrov")
    library.citations.add(Record("reading", lavrov), source=talks.source, starts=starts, ends=starts + 10, page="iv")
    library.citations.add(Record("reading", lavrov), as_worded="Lavrov\nled it")
    return line


@pytest.fixture
def table(library, tmp_path):
    """Exports; gives what it says and the rows of the file by their heads."""

    def table(**how):
        target = tmp_path / "readings.csv"
        told = export(library, target, Cancel(), **how)
        with target.open(encoding="utf-8-sig", newline="") as file:
            return told, list(csv.DictReader(file))

    return table


def test_all_readings_are_told_with_each_of_their_passages(table, talks, line):
    told, rows = table(followed=False)
    assert told == Exported(2, 3)
    assert tuple(rows[0]) == COLUMNS
    shown = [(row["about"], row["reading"], row["followed"], row["source"], row["basis"]) for row in rows]
    assert shown == [
        ("head", "Lavrov", "no", "Joint statement", "read in the source"),
        ("head", "Lavrov", "no", "", "recalled, not checked"),
        ("head", "Bogdanov", "yes", "", ""),
        ("mood", "calm", "no", "", ""),
    ]
    assert (rows[0]["meeting"], rows[0]["date"], rows[0]["record"]) == ("First round", "2017-01-23", "Russia")
    assert (rows[0]["field"], rows[0]["page"], rows[0]["passage"]) == ("Head of delegation", "iv", "Mr. Lavrov")
    assert (rows[1]["as worded"], rows[2]["reason"]) == ("Lavrov\nled it", "two papers")
    assert (rows[0]["meeting uid"], rows[0]["source uid"]) == (talks.meeting, talks.source)


def test_only_what_is_followed_leaves_open_points_out(table, line):
    told, rows = table(followed=True)
    assert told == Exported(1, 1)
    assert [(row["about"], row["reading"]) for row in rows] == [("head", "Bogdanov")]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-2", "@x", "\tx", "＝1"])
def test_no_cell_is_a_formula_unless_it_is_asked_for_raw(library, table, talks, value):
    about = Record("meeting", talks.meeting)
    library.readings.add(about, about="-about", value=value, reason="=HYPERLINK(1)")
    (row,) = table(followed=False)[1]
    assert (row["about"], row["reading"], row["reason"]) == ("'-about", f"'{value}", "'=HYPERLINK(1)")
    (row,) = table(followed=False, raw=True)[1]
    assert (row["about"], row["reading"], row["reason"]) == ("-about", value, "=HYPERLINK(1)")


def test_a_passage_that_lost_its_place_says_so(library, table, talks, line):
    library.sources.edit(talks.source, text="All of it was written anew.")
    assert table(followed=False)[1][0]["passage state"] == "no longer in the source"


def test_a_reading_that_was_changed_since_it_was_cited_says_so(library, table, line):
    cited, recalled, *others = table(followed=False)[1]
    assert {row["changed since cited"] for row in (cited, recalled, *others)} == {""}
    library.readings.edit(cited["reading uid"], value="Lavrov (by telephone)")
    cited, recalled, *others = table(followed=False)[1]
    assert cited["changed since cited"] == "Value then: “Lavrov”"
    assert {row["changed since cited"] for row in (recalled, *others)} == {""}


def test_a_reading_that_is_followed_tells_where_its_record_says_something_else(library, table, talks):
    meeting = Record("meeting", talks.meeting)
    library.readings.add(meeting, about="city", field="city", value="Oslo", adopted=True)
    library.readings.add(meeting, about="city", field="city", value="Bergen")
    assert [(row["reading"], row["record says"]) for row in table(followed=False)[1]] == [
        ("Oslo", "nothing"), ("Bergen", "")
    ]  # fmt: skip
    library.meetings.edit(talks.meeting, city="Bergen")
    assert table(followed=True)[1][0]["record says"] == "Bergen"
    library.meetings.edit(talks.meeting, city="Oslo")
    assert table(followed=True)[1][0]["record says"] == ""


def test_a_library_in_which_all_agree_gives_a_table_of_heads_only(table, talks):
    assert table(followed=False) == (Exported(0, 0), [])


def test_the_open_library_is_never_written_over(library, talks):
    with pytest.raises(KnownError, match="This is the library that is open"):
        export(library, library.path, Cancel(), followed=False)
    assert library.meetings.get(talks.meeting)


def test_what_cannot_be_written_is_said_and_the_file_before_stays(library, tmp_path, line):
    with pytest.raises(KnownError, match="could not be made"):
        export(library, tmp_path / "no" / "readings.csv", Cancel(), followed=False)
    kept = tmp_path / "kept.csv"
    kept.write_text("mine", encoding="utf-8")
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        export(library, kept, cancel, followed=False)
    assert kept.read_text(encoding="utf-8") == "mine"
    assert not list(tmp_path.glob(".*begun"))
