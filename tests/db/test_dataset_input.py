"""A dataset that is wrong anywhere stops the build, says where and why, and leaves no file."""

import shutil
from pathlib import Path

import pytest

from db import KnownError, Library
from db.dataset import DatasetError, build

SMALL = Path(__file__).parent / "small_dataset"
TALKS = "meetings/talks-1.toml"


@pytest.fixture
def folder(tmp_path):
    """A copy of the small dataset, to be spoilt."""
    return shutil.copytree(SMALL, tmp_path / "dataset")


def change(folder, file, old, new):
    text = (folder / file).read_bytes().decode()
    assert text.count(old) >= 1
    (folder / file).write_bytes(text.replace(old, new, 1).encode())


WRONG = {
    "unknown party": (TALKS, 'party = "aland"', 'party = "oland"',
        "participations[1].party", "not among the parties"),
    "unknown head": (TALKS, 'head = "bo"', 'head = "bob"', "participations[2].head", "not among the people"),
    "unknown speaker": (TALKS, 'speaker = "bo"', 'speaker = "b"', "quotes[1].speaker", "not among the people"),
    "unknown topic": (TALKS, '["ceasefire"]', '["peace"]', "outcomes[1].topics", "not among the topics"),
    "unknown source": (TALKS, '["report"]', '["paper"]',
        "participations[1].sources[1].source", "not among the sources"),
    "unknown parent": ("topics.toml", 'parent = "ceasefire"', 'parent = "x"',
        "monitoring.parent", "not among the topics"),
    "unknown person": ("names.toml", 'person = "anna"', 'person = "an"', "names[1].person", "not among the people"),
    "dispute on nothing": (TALKS, "north/conflict", "east/conflict",
        "disputes[1].on.participation", "not in this file"),
    "dispute on no column": (TALKS, 'field = "head_id"', 'field = "head"', "disputes[1].field", "not a column"),
    "kind": (TALKS, '"round"', '"talk"', "kind", "not one of round, summit"),
    "held": (TALKS, 'held = "held"', 'held = "yes"', "held", "not one of held, planned"),
    "role": (TALKS, '"host"', '"guest"', "participations[1].role", "not one of guarantor"),
    "attendance": (TALKS, '"announced"', '"maybe"', "participations[2].attendance", "not one of reported"),
    "act": (TALKS, '"signed"', '"sealed"', "outcomes[1].act", "not one of signed"),
    "form": (TALKS, '"direct"', '"loud"', "quotes[1].form", "not one of direct"),
    "relation": (TALKS, '"inferred"', '"guessed"', "participations[2].sources[1].relation", "not one of states"),
    "party kind": ("parties.toml", '"state"', '"land"', "aland.kind", "not one of state"),
    "date basis": ("sources.toml", '"inferred"', '"none"', "report.published_basis", "where there is no date"),
    "language": (TALKS, '"en"', '"English"', "quotes[1].language", "ISO 639-1"),
    "address": ("sources.toml", "https:", "file:", "report.url", "not an address of the web"),
    "no date": (TALKS, "2017-05-03", "3 May 2017", "starts", "is not a date"),
    "day of no calendar": (TALKS, "2017-05-04", "2017-05-32", "ends", "not in the calendar"),
    "end before start": (TALKS, "2017-05-04", "2017-05-02", "ends", "before the start"),
    "event date": ("events.toml", "2017-06", "2017-13", "release.happened", "not in the calendar"),
    "library date": ("library.toml", "2026-01-31", "2026", "date", "is to be a day"),
    "same number": ("meetings/talks-2.toml", "number = 2", "number = 1",
        "number", "round 1 is meetings/talks-1.toml"),
    "number zero": (TALKS, "number = 1", "number = 0", "number", "not a number from 1"),
    "same line": (TALKS, 'party = "north"\nrole = "conflict-party"', 'party = "aland"\nrole = "host"',
        "participations[2].party", "stands twice"),
    "same name": ("people.toml", "Bo Lind", "Anna Ek", "bo.name", "stands twice"),
    "same spelling": ("names.toml", 'form = "Анна Эк", language = "ru"', 'form = "Anna Ek", language = "en"',
        "names[1].forms[2].form", "stands twice"),
    "same citation": (TALKS, '["report"]', '["report", "report"]', "participations[1].sources[2]", "stands twice"),
    "same value": (TALKS, 'value = "nobody"', 'value = "Bo Lind"', "disputes[1].values[2].value", "stands twice"),
    "key twice in a file": (TALKS, 'title = "First talks"', 'title = "a"\ntitle = "b"', "the file", "not TOML"),
    "two adopted": (TALKS, 'value = "nobody"', 'value = "nobody"\nadopted = true',
        "disputes[1].values", "more than one"),
    "unknown key": (TALKS, "head = ", "haed = ", "participations[1].haed", "no such key"),
    "unknown key of a citation": (TALKS, "relation", "relatoin",
        "participations[2].sources[1].relatoin", "no such key"),
    "missing title": (TALKS, 'title = "First talks"\n', "", "title", "is missing"),
    "missing party": (TALKS, 'party = "aland"\n', "", "participations[1].party", "is missing"),
    "missing outcome key": (TALKS, 'key = "truce"\n', "", "outcomes[1].key", "is missing"),
    "quote without source": (TALKS, 'source = "report"\nnth = 2\n', "", "quotes[1].source", "is missing"),
    "empty text": (TALKS, '"First talks"', '" "', "title", "is empty"),
    "NUL": (TALKS, '"First talks"', '"First\\u0000talks"', "title", "NUL"),
    "wrong type": (TALKS, "number = 1", 'number = "1"', "number", "a whole number"),
    "truth for a number": (TALKS, "number = 1", "number = true", "number", "a whole number"),
    "list for a text": (TALKS, '"First talks"', '["First talks"]', "title", "is to be text"),
    "quote not verbatim": (TALKS, 'text = "We are content"', 'text = "We are happy"',
        "quotes[1].text", "not stand verbatim"),
    "quote of another source": (TALKS, 'source = "report"\nnth', 'source = "leaflet"\nnth',
        "quotes[1].text", "full text of leaflet"),
    "quote at two places": (TALKS, "nth = 2\n", "", "quotes[1].text", "stands 2 times in the source: say which"),
    "quote at no third place": (TALKS, "nth = 2", "nth = 3", "quotes[1].text", "stands only 2 times"),
    "passage not verbatim": (TALKS, '"signed a truce"', '"signed the truce"',
        "outcomes[1].sources[1].exact", "not stand verbatim"),
    "passage at two places": (TALKS, '"signed a truce"', '"a"',
        "outcomes[1].sources[1].exact", "times in the source"),
    "recalled column": (TALKS, '["head_id"]', '["head"]', "participations[2].recalled[1].field", "not a column"),
    "not TOML": ("parties.toml", "[aland]", "[aland", "the file", "not TOML"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "key", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_stops_the_build_with_file_key_and_reason(folder, tmp_path, file, old, new, key, reason):
    change(folder, file, old, new)
    with pytest.raises(DatasetError) as caught:
        build(tmp_path / "a.parley", folder)
    lines = str(caught.value).splitlines()
    assert any(line.startswith(f"  {file}: {key}: ") and reason in line for line in lines), lines
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dataset"]


def test_the_small_dataset_is_right(folder, tmp_path):
    build(tmp_path / "a.parley", folder)
    with Library(tmp_path / "a.parley") as library, library.reading() as conn:
        assert conn.execute("SELECT count(*) FROM meetings").fetchone() == (2,)


def test_offsets_count_code_points_and_keep_line_endings(folder, tmp_path):
    build(tmp_path / "a.parley", folder)
    with Library(tmp_path / "a.parley") as library, library.reading() as conn:
        text, starts, ends = conn.execute(
            "SELECT text, starts, ends FROM citations c JOIN sources s ON s.id = c.source_id "
            "WHERE record_kind = 'quote'"
        ).fetchone()
    assert text == (SMALL / "texts/report.txt").read_bytes().decode()
    assert "\r\n" in text
    assert text[starts:ends] == "We are content"
    assert starts == text.rindex("We are content")


def test_all_problems_of_a_run_are_told_and_the_first_twenty_listed(folder, tmp_path):
    (folder / "people.toml").write_text("".join(f'[p{n}]\nnmae = "x"\n' for n in range(15)), encoding="utf-8")
    with pytest.raises(DatasetError, match="things are wrong") as caught:
        build(tmp_path / "a.parley", folder)
    lines = str(caught.value).splitlines()
    assert lines[0].split()[0].isdecimal()
    assert lines[-1].strip().startswith("and ")
    assert len(lines) == 22


def test_text_that_is_not_utf_8_is_named(folder, tmp_path):
    (folder / "texts/report.txt").write_bytes(b"caf\xe9")
    with pytest.raises(DatasetError, match=r"texts/report\.txt: the file: is not UTF-8 \(byte 3\)"):
        build(tmp_path / "a.parley", folder)


def test_a_text_that_is_missing_is_named(folder, tmp_path):
    (folder / "texts/report.txt").unlink()
    with pytest.raises(DatasetError, match=r"texts/report\.txt: the file: cannot be read"):
        build(tmp_path / "a.parley", folder)


def test_a_folder_without_a_dataset_is_refused(tmp_path):
    with pytest.raises(DatasetError, match="no folder"):
        build(tmp_path / "a.parley", tmp_path / "nothing")


def test_an_existing_file_stays_unless_it_may_be_replaced(folder, tmp_path):
    target = tmp_path / "a.parley"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(KnownError, match="already"):
        build(target, folder)
    assert target.read_text(encoding="utf-8") == "mine"
    build(target, folder, force=True)
    Library(target).close()


def test_a_file_that_was_cut_off_while_writing_is_not_replaced(folder, tmp_path):
    target = tmp_path / "a.parley"
    build(target, folder)
    (tmp_path / "a.parley-journal").write_bytes(b"hot")
    with pytest.raises(KnownError, match="cut off"):
        build(target, folder, force=True)


def test_a_folder_that_is_missing_is_named(folder, tmp_path):
    with pytest.raises(KnownError, match=r"“a\.parley” could not be made"):
        build(tmp_path / "nowhere" / "a.parley", folder)


def test_an_edit_of_one_line_leaves_the_uids_of_the_others(folder, tmp_path):
    build(tmp_path / "a.parley", folder)
    first = uids(tmp_path / "a.parley")
    before = '[[participations]]\nparty = "aland"'
    new = '[[participations]]\nparty = "north"\nrole = "observer"\nattendance = "reported"\n\n'
    change(folder, TALKS, before, new + before)
    change(folder, TALKS, 'text = "A truce"', 'text = "A truce of a week"')
    build(tmp_path / "b.parley", folder)
    assert first < uids(tmp_path / "b.parley")


def uids(path):
    """Every uid of the edited tables of a library."""
    from db.schema import JOURNALED

    with Library(path) as library, library.reading() as conn:
        return {(table, *row) for table in JOURNALED for row in conn.execute(f"SELECT uid FROM {table}")}
