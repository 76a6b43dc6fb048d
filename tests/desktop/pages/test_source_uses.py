"""What rests on a source is listed with the sentence behind it, as it was typed."""

import re

import pytest

from db import Cancel, Library, passages, source_page
from db.new_names import New
from db.passages import Passage
from db.references import Record
from desktop.pages.source_uses import source_uses
from tests.desktop.full_meeting import make


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The full meeting, with a note and tags on passages of its source."""
    path = make(tmp_path_factory.mktemp("uses") / "full.parley", lambda field: f"the <{field}>")
    with Library(path, author="Ada") as library:
        library.notes.add_on_passage("s", 0, 6, "the <noted>")
        passages.tag(library, Passage("s", 0, 3), [New("tag", "a <tag>")])
        library.citations.add(Record("party", library.parties.all(Cancel())[0].uid), source="s")
    return path


@pytest.fixture
def page(file):
    with Library(file) as library:
        return source_page.read(library, "s", Cancel())


def test_everything_is_listed_under_what_it_is(page, plain):
    shown = plain(source_uses(page))
    headings = ["Quotes (1)", "Values that cite it (4)", "Notes (1)", "Tagged passages (1)"]
    assert [shown.index(heading) for heading in headings] == sorted(shown.index(heading) for heading in headings)
    assert "“the <passage>”" in shown
    assert "the <noted>" in shown
    assert "a <tag>" in shown
    assert "Remark: the <source note>" in shown
    assert "In its words: the <cited words>" not in shown  # the passage itself is shown
    assert shown.index("the <title>") < shown.index("Parties")


def test_each_line_leads_to_its_record_and_its_passage(page):
    html = source_uses(page).html
    placed = {use.id for use in page.uses if use.starts is not None}
    assert {int(key) for key in re.findall(r"href='cite:(\d+)'", html)} == placed
    for use in page.uses:
        if use.kind != "tag":
            assert f"href='record:{use.record.kind}:{use.record.uid}'" in html


def test_the_citation_asked_for_stands_out(page):
    chosen = next(use for use in page.uses if use.kind == "citation")
    html = source_uses(page, chosen.id).html
    assert html.count("class='chosen'") == 1
    assert f"<tr class='chosen'><td><a name='use-{chosen.id}'>" in html
    assert "class='chosen'" not in source_uses(page).html


def test_a_source_on_which_nothing_rests_says_so(tmp_path, plain):
    with Library.create(tmp_path / "a.parley", "Talks") as library:
        uid = library.sources.add(title="Leaflet")
        shown = plain(source_uses(source_page.read(library, uid, Cancel())))
    assert "The text of this document is not held here." in shown
    assert "Nothing rests on this source yet." in shown


def test_a_passage_that_lost_its_place_says_so_and_leads_to_where_it_was_sought(page, plain):
    lost = [use._replace(starts=None, ends=None, anchor="orphan") for use in page.uses if use.kind == "citation"]
    shown = source_uses(page._replace(uses=lost))
    assert "not found in the text any more" in plain(shown)
    assert "href='cite:" in shown.html
