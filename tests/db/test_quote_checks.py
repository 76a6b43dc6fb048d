"""Checks of quotes are those of the library as it is, after every kind of step and from its beginning."""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import KnownError, Library, dataset, integrity, quote_checks
from db.cancel import Cancel, Cancelled
from db.references import Record
from tests.db.conftest import TEXT

FORMATS = Path(__file__).parent / "formats"


def check_of(library, quote):
    """Result, uid of the source and passage of a quote; the checks are in step."""
    with library.reading() as conn:
        assert quote_checks.stale(conn) == []
        row = conn.execute(
            "SELECT k.result, s.uid, k.starts, k.ends, s.text FROM quote_checks k JOIN quotes q ON q.id = k.quote_id "
            "LEFT JOIN sources s ON s.id = k.source_id WHERE q.uid = ?",
            [quote],
        ).fetchone()
    return row and (*row[:2], row[2] if row[2] is None else row[4][row[2] : row[3]])


def test_a_quote_is_checked_in_the_step_that_adds_edits_or_removes_it(library, talks):
    assert check_of(library, talks.quote) == ("verbatim", talks.source, "No military solution")
    library.quotes.edit(talks.quote, text="A military solution")
    assert check_of(library, talks.quote) == ("differs", talks.source, "No military solution")
    library.quotes.edit(talks.quote, text="Mister Lavrov's words of peace")
    assert check_of(library, talks.quote) == ("missing", None, None)
    library.quotes.edit(talks.quote, text="“No military  solution”.")
    assert check_of(library, talks.quote)[0] == "marks"
    library.undo()
    library.undo()
    assert check_of(library, talks.quote)[0] == "differs"
    library.quotes.remove(talks.quote)
    assert check_of(library, talks.quote) is None
    library.undo()
    assert check_of(library, talks.quote)[0] == "differs"
    copy = library.quotes.duplicate(talks.quote)
    assert check_of(library, copy)[0] == "no-text", "a copy cites nothing"


def test_reported_speech_is_checked_by_the_words_of_the_report(library, talks):
    library.quotes.edit(talks.quote, form="indirect", text="The ministers met.")
    assert check_of(library, talks.quote) == ("verbatim", talks.source, "The ministers met.")


def test_a_quote_is_checked_when_what_it_cites_changes(library, talks):
    library.citations.remove(talks.citation)
    assert check_of(library, talks.quote) == ("no-text", None, None)
    other = library.sources.add(title="Another report", text="He said: no military solution.")
    citation = library.citations.add(Record("quote", talks.quote), source=other)
    assert check_of(library, talks.quote)[:2] == ("differs", other)
    library.citations.edit(citation, source=talks.source)
    assert check_of(library, talks.quote)[:2] == ("verbatim", talks.source)
    library.sources.remove(other)
    library.citations.remove(citation)
    assert check_of(library, talks.quote)[0] == "no-text"
    library.undo()
    assert check_of(library, talks.quote)[0] == "verbatim"


def test_a_quote_is_checked_when_the_text_of_a_source_comes_changes_or_goes(library, talks):
    library.citations.edit(talks.citation, starts=None, ends=None)
    library.sources.edit(talks.source, text="There is a military solution.")
    assert check_of(library, talks.quote) == ("differs", talks.source, "a military solution")
    library.sources.edit(talks.source, text=None)
    assert check_of(library, talks.quote) == ("no-text", None, None)
    library.sources.edit(talks.source, text=TEXT)
    assert check_of(library, talks.quote)[0] == "verbatim"
    library.sources.edit(talks.source, title="Under another title")
    assert check_of(library, talks.quote)[0] == "verbatim"


def test_removing_a_source_and_its_citations_in_one_step_leaves_no_check_of_it(library, talks):
    with library.revise("Remove all"):
        library.citations.remove(talks.citation)
        library.sources.remove(talks.source)
    assert check_of(library, talks.quote) == ("no-text", None, None)
    library.undo()
    assert check_of(library, talks.quote)[:2] == ("verbatim", talks.source)
    with library.revise("Remove more"):
        library.quotes.remove(talks.quote)
        library.sources.remove(talks.source)
    assert check_of(library, talks.quote) is None


def test_the_cited_passage_comes_before_a_like_one(library, talks):
    text = "No military solution, they said. Again: no military solution. And: No military solution!"
    starts = text.rindex("No")
    source = library.sources.add(title="Much said", text=text)
    library.citations.remove(talks.citation)
    library.citations.add(Record("quote", talks.quote), source=source, starts=starts, ends=starts + 20)
    with library.reading() as conn:
        assert conn.execute("SELECT starts FROM quote_checks").fetchone() == (starts,)


def test_the_best_of_several_sources_counts(library, talks):
    for text in ("No civil solution", "There is no word of that.", "“No military\nsolution”"):
        source = library.sources.add(title=text, text=text)
        library.citations.add(Record("quote", talks.quote), source=source)
    assert check_of(library, talks.quote)[1] == talks.source
    library.citations.remove(talks.citation)
    assert check_of(library, talks.quote) == ("marks", source, "No military\nsolution")


def test_a_cited_word_that_is_cut_is_no_verbatim_one(library, talks):
    text = "They want a non-military solution."
    source = library.sources.add(title="Cut", text=text)
    quote = library.quotes.add(form="direct", text="military solution")
    library.citations.add(Record("quote", quote), source=source, starts=text.index("military"), ends=len(text) - 1)
    assert check_of(library, quote) == ("differs", source, "non-military solution")


def test_what_has_no_words_is_found_nowhere(library, talks):
    for text in ("…", "[…]", "[the minister]", "!", "“”"):
        library.quotes.edit(talks.quote, text=text)
        assert check_of(library, talks.quote) == ("missing", None, None)


def test_an_edit_that_touches_no_quote_checks_none(library, talks, monkeypatch):
    monkeypatch.setattr(quote_checks, "put", None)
    library.people.edit(talks.lavrov, name="S. Lavrov")
    library.sources.edit(talks.source, note="Read twice")
    library.quotes.edit(talks.quote, said_on="2017-01-23", speaker_title="Minister")


def test_checking_again_leaves_no_step(library, talks):
    with library.revise("Break") as db:
        library.people.edit(talks.lavrov, name="S. Lavrov")
        db.conn.execute("UPDATE quote_checks SET result = 'missing', source_id = NULL, starts = 7")
    with library.reading() as conn:
        assert len(quote_checks.stale(conn)) == 1
    assert integrity.check(library.path) == ["The checks of 1 quotes are out of step: check all quotes again."]
    library.quotes.check_again()
    assert check_of(library, talks.quote)[0] == "verbatim"
    with library.revise("Break again") as db:
        library.people.edit(talks.lavrov, name="Sergey Lavrov")
        db.conn.execute("DELETE FROM quote_checks")
    again = library.quotes.look_again(Cancel())
    assert again.results == {"verbatim": 1}
    library.quotes.check_again(again.changed)
    assert check_of(library, talks.quote)[0] == "verbatim"
    assert library.undo_labels()[0] == "Break again"


def test_quotes_that_are_not_in_their_sources_are_listed_the_worst_first(library, talks):
    assert library.quotes.amiss(10, Cancel()) == ({"verbatim": 1}, [])
    texts = ("No military solution, said they", "No civil solution", "Peace in our time", "No solution")
    for text in texts:
        uid = library.quotes.add(form="direct", text=text)
        library.citations.add(Record("quote", uid), source=talks.source)
    counts, lines = library.quotes.amiss(10, Cancel())
    assert counts == {"verbatim": 1, "differs": 3, "missing": 1}
    assert [line.text for line in lines] == [texts[2], texts[1], texts[3], texts[0]]
    assert [line.check for line in lines] == ["missing", "differs", "differs", "differs"]
    assert library.quotes.amiss(1, Cancel())[1][0].text == texts[2]


def test_a_library_just_built_has_all_its_quotes_checked(tmp_path):
    path = tmp_path / "astana.parley"
    dataset.build(path)
    with Library(path) as library, library.reading() as conn:
        assert quote_checks.stale(conn) == []
        assert conn.execute("SELECT count(*) FROM quotes").fetchone() == (16,)
        assert conn.execute("SELECT verification, count(*) FROM quote_overview GROUP BY 1").fetchall() == [
            ("verbatim", 16)
        ]
    assert integrity.check(path) == []


def test_a_library_of_an_older_format_has_its_quotes_checked_when_it_is_opened(tmp_path):
    path = Path(shutil.copy(FORMATS / "1.parley", tmp_path / "old.parley"))
    with Library(path) as library, library.reading() as conn:
        assert conn.execute("SELECT result FROM quote_checks").fetchall() == [("verbatim",)]
        assert quote_checks.stale(conn) == []


def test_a_check_of_all_quotes_can_be_stopped(library, talks):
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        library.quotes.look_again(cancel)


WORDS = ("We met.", "We did not meet.", "They met … we waited.", "We met. They [all] waited.")


def _quote(library, quotes, at):
    library.quotes.edit(quotes[at % 2], text=WORDS[at])


def _text(library, quotes, at):
    for citation in library.citations.of(Record("quote", quotes[at % 2])):
        library.sources.edit(library.sources.page([citation.source_id])[0].uid, text=WORDS[(at + 1) % 4])


def _cite(library, quotes, at):
    source = library.sources.add(title=WORDS[at], text=WORDS[at])
    library.citations.add(Record("quote", quotes[at % 2]), source=source)


def _uncite(library, quotes, at):
    for citation in library.citations.of(Record("quote", quotes[at % 2]))[:1]:
        library.citations.remove(citation.uid)


STEPS = {
    "quote": _quote,
    "text": _text,
    "cite": _cite,
    "uncite": _uncite,
    "remove": lambda library, quotes, at: library.quotes.remove(quotes[at % 2]),
    "undo": lambda library, *_: library.undo(),
    "redo": lambda library, *_: library.redo(),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 3)), max_size=12))
@settings(max_examples=60)
def test_checks_are_in_step_after_any_row_of_steps(steps):
    with TemporaryDirectory() as folder, Library.create(Path(folder) / "any.parley", "Any") as library:
        quotes = [library.quotes.add(form="direct", text=text) for text in WORDS[:2]]
        for step, at in steps:
            with suppress(KnownError):
                STEPS[step](library, quotes, at)
            with library.reading() as conn:
                assert quote_checks.stale(conn) == []
                assert not conn.execute("PRAGMA foreign_key_check").fetchall()
