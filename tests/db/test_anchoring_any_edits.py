"""Whatever is done to a text, none of its citations stands at words that it does not quote."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import anchoring
from db.library import Library
from db.references import Record

PIECES = st.text(alphabet="ab é\u0301🕊اب\n.", max_size=12)
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "The parties agreed to release 12 detainees.", "The parties agreed to release 13 detainees.",
            "🕊 Les délégue\u0301s se sont re\u0301unis.", "اتفقت الأطراف على إطلاق سراح المحتجزين", "They talked.",
            "aaaa aaaa", "إعلان",
        ]
    ),
    min_size=1,
    max_size=7,
)  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "replace", "duplicate", "swap", "undo"]),
        st.floats(0, 1),
        st.integers(1, 40),
        PIECES,
    ),
    min_size=7,
    max_size=10,
)
PLACES = st.lists(st.tuples(st.floats(0, 1), st.integers(1, 60)), min_size=1, max_size=6)


def edited(text, edit, at, size, piece):
    """A text after one edit at a place, which is a share of it; one of blanks alone is none."""
    starts = round(at * len(text))
    ends = min(len(text), starts + size)
    paragraphs = text.split("\n")
    number = round(at * (len(paragraphs) - 1))
    if edit == "duplicate":
        text = "\n".join([*paragraphs[: number + 1], *paragraphs[number:]])
    elif edit == "swap":
        text = "\n".join([*paragraphs[:number][::-1], *paragraphs[number:]])
    else:
        text = text[:starts] + (piece if edit != "delete" else "") + text[starts if edit == "insert" else ends :]
    return text if text.strip() else ""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A library of this module."""
    with Library.create(tmp_path_factory.mktemp("shelf") / "a.parley", "Shelf") as library:
        yield library


def test_a_thousand_edits_leave_no_citation_at_words_that_it_does_not_quote(shelf):
    """At least 1,000 edits that change a text, by which its citations are looked at one by one."""
    changed = Counter[str]()

    @settings(max_examples=250)
    @given(paragraphs=PARAGRAPHS, places=PLACES, edits=EDITS)
    @example(
        paragraphs=["aaaa"],
        places=[(0.0, 1)],
        edits=[("delete", 0.0, 4, ""), ("duplicate", 0.0, 1, ""), ("undo", 0.0, 1, " ")],
    )
    def edit_it(paragraphs, places, edits):
        changed.update(edit_step_by_step(shelf, paragraphs, places, edits))

    while sum(changed[edit] for edit in ("insert", "delete", "replace", "duplicate")) < 1000:
        edit_it()


def edit_step_by_step(shelf, paragraphs, places, edits):
    """Cite passages of a text, edit it, and look at each passage after each edit; the edits that changed the text."""
    changed = []
    text = "\n".join(paragraphs)
    source = shelf.sources.add(title="Text", text=text)
    on = Record("source", source)
    for at, size in places:
        starts = min(round(at * len(text)), len(text) - 1)
        shelf.citations.add(on, source=source, starts=starts, ends=min(len(text), starts + size))
    words = [citation.exact for citation in shelf.citations.of(on)]
    for edit in edits:
        before = shelf.sources.text(source) or ""
        after = edited(before, *edit)
        shelf.sources.edit(source, text=after)
        assert (shelf.sources.text(source) or "") == after
        if edit[0] == "undo" and before != after:
            shelf.undo()
            assert (shelf.sources.text(source) or "") == before
        assert [citation.exact for citation in shelf.citations.of(on)] == words
        check(shelf.citations.of(on), shelf.sources.text(source) or "")
        changed += [edit[0]] if before != after else []
    with shelf.reading() as conn:
        key = conn.execute("SELECT id FROM sources WHERE uid = ?", [source]).fetchone()[0]
        assert list(anchoring.misplaced(conn, [key], with_surroundings=True)) == []
    return changed


def check(citations, text):
    """Each citation is in one of three states, and tells the truth in it."""
    for one in citations:
        standing, moved, orphan = one.starts is not None, one.anchor == "moved", one.anchor == "orphan"
        assert standing + moved + orphan == 1
        if standing:
            assert text[one.starts : one.ends] == one.exact
            assert text[: one.starts].endswith(one.prefix)
            assert text[one.ends :].startswith(one.suffix)
        if one.moved_starts is not None:
            assert moved
            assert 0 <= one.moved_starts < one.moved_ends <= len(text)
        if one.moved_score == 1:
            assert text[one.moved_starts : one.moved_ends] == one.exact
            assert text.count(f"{one.prefix}{one.exact}{one.suffix}") == 1
        if orphan:
            assert (one.moved_starts, one.moved_ends, one.moved_score) == (None, None, None)
            assert one.exact not in text


@given(before=st.text(alphabet="pq ", max_size=50), after=st.text(alphabet="pq ", max_size=50))
def test_a_passage_that_the_edits_left_alone_is_found_where_it_went(shelf, before, after):
    """What was put in far before and after it: its words and their surroundings are whole, and stand once."""
    middle = (
        "So it was, and not otherwise, that on Monday the envoys met in Nordhaven, and all of them agreed on the map."
    )
    source = shelf.sources.add(title="Text", text=f"Before. {middle} After.")
    starts = len("Before. ") + middle.index("envoys met")
    citation = shelf.citations.add(Record("source", source), source=source, starts=starts, ends=starts + 10)
    shelf.sources.edit(source, text=f"{before} {middle} {after}")
    there = len(before) + 1 + middle.index("envoys met")
    one = shelf.citations.get(citation)
    state = (one.starts, one.anchor, one.moved_starts, one.moved_score)
    assert state in ((None, "moved", there, 1.0), (there, None, None, None))
    assert (one.starts is not None) == (there == starts)
