"""Drafts: each belongs to its library and record, follows a file that is renamed, and is only taken as it should be."""

import json
import shutil

import pytest

from db import Library
from db.references import Record
from desktop import places
from desktop.drafts import Draft, Drafts

ROUND = Record("meeting", "m1")


@pytest.fixture
def talks(tmp_path):
    """The path of a library."""
    path = tmp_path / "talks.parley"
    Library.create(path, "Talks").close()
    return path


@pytest.fixture
def drafts(session):
    """The drafts of the session."""
    return Drafts(session)


def draft(library, text="half a day", record=ROUND):
    """A draft of a record in a library."""
    return Draft(record, False, "First talks", {"ends": text}, {}, str(library))


def files():
    """The files of all drafts."""
    return list(places.data_folder().glob("drafts/*/*.json"))


@pytest.fixture
def found_at_opening(session, open_file, qtbot, idle):
    """Opens a library in a new start; gives the texts of the drafts that are found."""

    def found_at_opening(path):
        later, told = Drafts(session), []
        later.found.connect(told.extend)
        later.begin()
        open_file(path)
        idle(session)
        return [each.texts for each in told]

    return found_at_opening


def test_a_draft_of_one_library_is_none_of_its_copy(drafts, open_file, talks, tmp_path, idle, session):
    copy = tmp_path / "copy.parley"
    shutil.copy(talks, copy)
    open_file(talks)
    drafts.keep(draft(talks))
    open_file(copy)
    assert drafts.of(ROUND) is None
    drafts.keep(draft(talks, "a late one"))  # a form that was left stores and fails by now
    assert drafts.of(ROUND) is None
    drafts.keep(draft(copy, "another"))
    idle(session)
    assert len(files()) == 2
    drafts.drop(str(talks), ROUND)
    idle(session)
    assert drafts.of(ROUND).texts == {"ends": "another"}
    assert [json.loads(file.read_text())["library"] for file in files()] == [str(copy)]


def test_what_is_stored_after_its_library_was_let_go_of_leaves_no_draft_behind(
    drafts, open_file, talks, tmp_path, idle, session
):
    copy = tmp_path / "copy.parley"
    shutil.copy(talks, copy)
    open_file(talks)
    drafts.keep(draft(talks))
    open_file(copy)
    drafts.drop(str(talks), ROUND)
    idle(session)
    assert files() == []


def test_a_library_has_its_drafts_by_whatever_path_it_is_opened(
    drafts, open_file, talks, tmp_path, session, found_at_opening
):
    folder = tmp_path / "synced"
    folder.symlink_to(tmp_path)
    open_file(folder / talks.name)
    drafts.keep(draft(drafts.library))
    session.close()
    assert found_at_opening(talks) == [{"ends": "half a day"}]


def test_drafts_follow_a_file_that_was_renamed_and_are_not_found_twice(
    drafts, open_file, talks, tmp_path, idle, session, found_at_opening
):
    drafts.begin()
    open_file(talks)
    drafts.keep(draft(talks))
    idle(session)
    session.close()
    renamed = talks.rename(tmp_path / "renamed.parley")
    assert found_at_opening(renamed) == [{"ends": "half a day"}]
    assert [json.loads(file.read_text())["library"] for file in files()] == [str(renamed)]
    session.close()
    assert found_at_opening(renamed) == [{"ends": "half a day"}]
    session.close()
    shutil.copy(renamed, talks)
    assert found_at_opening(talks) == []


GOOD = json.loads(draft("/talks.parley").as_json())
BAD = {
    "no object": [],
    "another kind": GOOD | {"record": ["treaty", "t1"]},
    "a kind without a form": GOOD | {"record": ["citation", "c1"]},
    "no record": {name: value for name, value in GOOD.items() if name != "record"},
    "a record of one part": GOOD | {"record": ["meeting"]},
    "a record that is no text": GOOD | {"record": ["meeting", ["m1"]]},
    "texts that are none": GOOD | {"texts": {"ends": 3}},
    "texts that are a list": GOOD | {"texts": ["ends"]},
    "a title that is none": GOOD | {"title": None},
    "new that is no truth": GOOD | {"new": "yes"},
    "a place that is none": GOOD | {"known": {"record": "m1"}},
    "a value that is a list": GOOD | {"known": {"meeting": ["m1"]}},
    "more than a draft has": GOOD | {"colour": "#3f66a8"},
}


@pytest.mark.parametrize("why", BAD)
def test_a_file_that_is_no_draft_is_not_taken_for_one(why):
    assert Draft.parse(json.dumps(GOOD)) is not None
    assert Draft.parse(json.dumps(BAD[why])) is None


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", "\0", "{}"])
def test_a_file_that_is_damaged_is_not_taken_for_a_draft(text):
    assert Draft.parse(text) is None


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "🕊 سلام", "x" * 1_000_000, "a\r\nb\u2028c"])
def test_any_text_comes_back_as_it_was(text):
    kept = draft("/talks.parley", text)
    assert Draft.parse(kept.as_json()) == kept
