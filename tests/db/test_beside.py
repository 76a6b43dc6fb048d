import pytest

from db import Cancel, beside, source_page
from db.beside import Beside
from db.references import Record


@pytest.fixture
def cites(library, talks):
    """Citations of one outcome: two of its text, one of it as a whole, one recalled; their ids."""
    outcome = Record("outcome", talks.memorandum)
    other = library.sources.add(title="Press release")
    text = library.sources.text(talks.source)
    starts = text.index("The ministers met")
    uids = [
        library.citations.add(outcome, source=other, field="text", as_worded="A memorandum"),
        library.citations.add(outcome, source=talks.source, field="text", starts=starts, ends=starts + 17),
        library.citations.add(outcome, source=other),
        library.citations.add(outcome, field="act"),
    ]
    return [library.citations.get(uid).id for uid in uids]


def test_a_row_leads_to_all_that_it_cites_the_passage_that_is_held_first(library, cites):
    whole, held, rest, _ = cites
    targets = (f"row:{held}", f"row:{whole}", f"row:{rest}")
    assert beside.of(library, f"row:{held}", Cancel()) == Beside(targets, 0, 2, "outcome", "Memorandum on zones")
    assert beside.of(library, f"row:{rest}", Cancel()) == Beside(targets, 2, 2, "outcome", "Memorandum on zones")


def test_a_number_leads_to_what_is_cited_for_the_same_field(library, cites):
    whole, held, rest, _ = cites
    found = beside.of(library, f"cite:{whole}", Cancel())
    assert found == Beside((f"cite:{held}", f"cite:{whole}"), 1, 2, "outcome", "Memorandum on zones")
    assert beside.of(library, f"cite:{rest}", Cancel()) is None


def test_what_is_recalled_or_alone_or_gone_has_nothing_beside_it(library, talks, cites):
    assert beside.of(library, f"row:{cites[3]}", Cancel()) is None
    assert beside.of(library, f"citation:{talks.citation}", Cancel()) is None
    assert beside.of(library, "row:999999", Cancel()) is None
    assert beside.of(library, f"source:{talks.source}", Cancel()) is None


def test_a_row_names_the_same_place_as_its_citation(library, cites):
    for cite in cites[:3]:
        of_row, of_cite = (source_page.place_of(library, f"{kind}:{cite}", Cancel()) for kind in ("row", "cite"))
        assert of_row == of_cite is not None
