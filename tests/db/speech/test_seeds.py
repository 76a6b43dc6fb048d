"""Speech in the two texts that ship with the library: all that it records, and nothing else, is suggested."""

import pytest

from db import Cancel, Library, dataset, speech

SEEDS = ("seed-000", "seed-002")
RECORDED = (
    "SELECT q.form, c.starts, c.ends, q.text, q.speaker_title, h.name, p.name FROM quotes q "
    "JOIN citations c ON c.record_kind = 'quote' AND c.record_uid = q.uid AND c.field = 'text' "
    "JOIN sources s ON s.id = c.source_id JOIN people h ON h.id = q.speaker_id JOIN parties p ON p.id = q.party_id "
    "WHERE s.uid = ? ORDER BY c.starts"
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    path = tmp_path_factory.mktemp("shipped") / "astana.parley"
    dataset.build(path)
    with Library(path) as library:
        yield library


@pytest.fixture(scope="module")
def recorded(shipped):
    """The quotes of each seed as the library has them."""
    with shipped.reading() as conn:
        return {source: conn.execute(RECORDED, [source]).fetchall() for source in SEEDS}


@pytest.fixture(scope="module")
def unquoted(shipped, recorded):
    """The library without any quote, so that none lends its speaker to a title."""
    shipped.quotes.remove(*(quote.uid for quote in shipped.quotes.all(Cancel())))
    yield shipped
    shipped.undo()


def name(one):
    """The name of what is known."""
    assert one is not None
    return one.name


def suggested(library, source):
    found = speech.read(library, source, Cancel()).found
    return [
        (one.suggestion.form, one.suggestion.starts, one.suggestion.ends, one.suggestion.words, name(one.match.speaker))
        for one in found
    ]


def test_all_seven_direct_quotes_and_all_nine_reported_statements_are_suggested_with_their_speakers(unquoted, recorded):
    wanted = {source: [(*row[:4], row[5]) for row in rows] for source, rows in recorded.items()}
    assert [sum(row[0] == form for rows in wanted.values() for row in rows) for form in ("direct", "indirect")] == [
        7,
        9,
    ]
    assert {source: suggested(unquoted, source) for source in SEEDS} == wanted


@pytest.mark.parametrize("source", SEEDS)
def test_the_party_of_each_speaker_is_known(unquoted, recorded, source):
    found = speech.read(unquoted, source, Cancel()).found
    assert [name(one.match.party) for one in found] == [row[6] for row in recorded[source]]


def test_titles_are_given_where_the_text_has_them(unquoted):
    text = unquoted.sources.text("seed-002")
    for one in speech.read(unquoted, "seed-002", Cancel()).found:
        if one.suggestion.titled:
            assert one.suggestion.title in text[slice(*one.suggestion.titled)]


def test_what_is_stored_is_shown_as_such(tmp_path):
    dataset.build(tmp_path / "astana.parley")
    with Library(tmp_path / "astana.parley") as library:
        stored = {one.stored for source in SEEDS for one in speech.read(library, source, Cancel()).found}
        assert stored == {quote.uid for quote in library.quotes.all(Cancel())}
