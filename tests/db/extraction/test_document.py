"""A document goes from process to process, and what a stranger's process may send instead is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.extraction.document import Document

WHOLE = Document(
    "pdf",
    "application/pdf",
    "Words 🕊 of a page",
    {"title": "Words"},
    {"title": "heading"},
    "shown",
    (0, 8),
    ("A.",),
    ("i", "341"),
)
WRONG = {
    "text": 7, "kind": None, "media_type": ["x"], "facts": {"body": "x"}, "origins": {"title": 1}, "pages": [9, 3],
    "published_basis": "certain", "warnings": "none", "labels": [1],
}  # fmt: skip

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
)


def test_a_document_is_the_same_on_the_other_side():
    assert Document.from_json(json.loads(WHOLE.to_json())) == WHOLE


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_as_it_must_be_is_refused(name):
    with pytest.raises(ValueError, match="not a "):
        Document.from_json(json.loads(WHOLE.to_json()) | {name: WRONG[name]})


@pytest.mark.parametrize("pages", [[], [0, 99], [-1], [True], [0.5], "0"])
def test_pages_begin_within_the_text(pages):
    with pytest.raises(ValueError, match="places"):
        Document.from_json(json.loads(WHOLE.to_json()) | {"pages": pages})


@given(st.dictionaries(st.sampled_from(Document._fields), anything))
def test_whatever_is_sent_is_a_document_or_an_error_that_is_known(found):
    try:
        Document.from_json(found)
    except ValueError:
        return
