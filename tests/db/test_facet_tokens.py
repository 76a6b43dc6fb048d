import sqlite3
from contextlib import closing

import pytest

from db import Cancel, facet_tokens
from db.errors import KnownError


def test_what_is_kept_is_the_same_until_something_changes(library, talks):
    kept = facet_tokens.of(library, Cancel())
    assert facet_tokens.of(library, Cancel()) is kept
    library.quotes.edit(talks.quote, form="indirect")
    assert "findirect" in " ".join(facet_tokens.of(library, Cancel()).what.tokens)
    assert "findirect" not in " ".join(kept.what.tokens)


def test_a_number_of_a_quote_as_no_library_has_takes_no_memory_but_is_told(library):
    with closing(sqlite3.connect(library.path)) as other, other:
        other.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('quotes', 3000000000)")
    library.quotes.add(form="direct", text="Peace")
    with pytest.raises(KnownError, match=r"numbers up to 3,000,000,001, as none have that Parley made"):
        facet_tokens.of(library, Cancel())
