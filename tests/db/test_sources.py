from hashlib import sha256

import pytest

from db.errors import BadValue, Gone, InUse
from tests.db.conftest import TEXT


def test_a_text_is_kept_with_its_digest(library, talks):
    assert library.sources.text(talks.source) == TEXT
    assert library.sources.get(talks.source).text_sha256 == sha256(TEXT.encode()).hexdigest()
    library.sources.edit(talks.source, text=TEXT + "\r\nOne more line")
    assert library.sources.get(talks.source).text_sha256 == sha256((TEXT + "\r\nOne more line").encode()).hexdigest()
    library.undo()
    assert library.sources.get(talks.source).text_sha256 == sha256(TEXT.encode()).hexdigest()


def test_a_source_without_text_has_no_digest(library):
    uid = library.sources.add(title="Heard of", text="  ")
    assert library.sources.text(uid) is None
    assert library.sources.get(uid).text_sha256 is None


def test_a_cited_source_is_not_removed(library, talks):
    with pytest.raises(InUse, match="The source “Joint statement” cannot be removed: 1 citation refers"):
        library.sources.remove(talks.source)
    library.citations.remove(talks.citation)
    library.sources.remove(talks.source)
    with pytest.raises(Gone, match="This source"):
        library.sources.text(talks.source)


def test_a_date_counts_as_shown_unless_said_otherwise(library):
    assert library.sources.get(library.sources.add(title="A", published="2018")).published_basis == "shown"
    assert library.sources.get(library.sources.add(title="A")).published_basis == "none"
    uid = library.sources.add(title="A", published="2018", published_basis="inferred")
    with pytest.raises(BadValue, match="“guessed” is not a basis of the date"):
        library.sources.edit(uid, published_basis="guessed")


def test_a_source_names_a_file_of_the_library(library):
    key = library.files.add(b"%PDF-", name="statement.pdf", media_type="application/pdf")
    uid = library.sources.add(title="A", file_sha256=key)
    assert library.sources.get(uid).file_sha256 == key
    with pytest.raises(Gone, match="file"):
        library.sources.edit(uid, file_sha256="0" * 64)


def test_a_megabyte_in_any_script_round_trips(library):
    text = ("Астана 阿斯塔納 🕊 <img src=file:x> إعلان\r\n\r\u2028" * 40_000)[:1_000_000]
    uid = library.sources.add(title="<Iran>", text=text)
    assert library.sources.text(uid) == text
    library.sources.edit(uid, text=text[::-1])
    library.undo()
    assert library.sources.text(uid) == text


def test_pages_are_places_in_the_text_and_go_with_it(library):
    uid = library.sources.add(title="Paper", text="one two three", pages="[0, 4, 8]")
    assert library.sources.get(uid).pages == "[0, 4, 8]"
    for wrong in ("one", "[]", "{}", "[0, 99]", "[4, 0]", '["0"]', "[-1]"):
        with pytest.raises(BadValue, match="beginnings of pages"):
            library.sources.edit(uid, pages=wrong)
    library.sources.edit(uid, pages="[0, 8]")
    assert library.sources.get(uid).pages == "[0, 8]"
    library.sources.edit(uid, text="other")
    assert library.sources.get(uid).pages is None


def test_a_correction_leaves_every_page_where_it_begins(library):
    uid = library.sources.add(title="Paper", text="one two three", pages="[0, 4, 8]")
    library.sources.edit(uid, text="once two three")
    assert library.sources.get(uid).pages == "[0, 5, 9]"
    library.undo()
    assert library.sources.get(uid).pages == "[0, 4, 8]"
    library.sources.edit(uid, text=None)
    assert library.sources.get(uid).pages is None


def test_an_address_of_a_source_leads_to_the_web(library):
    uid = library.sources.add(title="Report", url=" https://example.org/a ")
    assert library.sources.get(uid).url == "https://example.org/a"
    with pytest.raises(BadValue, match="not an address of the web") as refused:
        library.sources.edit(uid, archive_url="example.org")
    assert refused.value.field == "archive_url"
    library.sources.edit(uid, url=None)


def test_what_scholars_keep_of_a_source_is_checked(library):
    uid = library.sources.add(
        title="Report", type="news", authors="Brandt, Ada; Cole, Adam", accessed="2030-05", rights="CC BY 4.0"
    )
    source = library.sources.get(uid)
    assert (source.type, source.authors, source.accessed) == ("news", "Brandt, Ada; Cole, Adam", "2030-05")
    with pytest.raises(BadValue, match="not a type"):
        library.sources.edit(uid, type="letter")
    with pytest.raises(BadValue, match="calendar"):
        library.sources.edit(uid, accessed="2030-13")
