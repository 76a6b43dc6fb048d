"""Documents become sources: looked at, compared with those there are, stored whole in one step."""

import json
from hashlib import sha256

import pytest

from db import importing, passages
from db.cancel import Cancel
from db.errors import ReadOnly
from db.extraction.process import NotRead
from db.importing import Import, NotStored, Twin
from db.library import Library
from db.passages import Passage
from db.references import Record
from tests.db.extraction.documents import docx, lines, paragraph, pdf

WORDS = "Joint statement\n\nThe ministers of the two countries met and said that they want peace."


@pytest.fixture
def look(tmp_path):
    """Looks at a document made of these bytes."""

    def look(content, name="statement.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        return importing.look(path, Cancel())

    return look


def stored(library, *found, **more):
    return importing.store(library, [Import(one, one.values, **more) for one in found])


def counts(library):
    with library.reading() as conn:
        return [
            conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("sources", "files", "revisions")
        ]


def test_a_passage_is_cited_with_the_number_that_is_printed_on_its_page(library, look):
    labels = b"/PageLabels << /Nums [ 0 << /S /D /St 341 >> ] >>"
    content = pdf(
        lines("Words of the ministers on the first page."), lines("They agreed on the second."), catalog=labels
    )
    (source,) = stored(library, look(content, "paper.pdf"))
    assert isinstance(source, str)
    starts = library.sources.text(source).index("agreed")
    citation = passages.hold(library, Passage(source, starts, starts + 6), Record("source", source))
    assert library.citations.get(citation).page == "342"
    library.sources.edit(source, text=f"Corrected. {library.sources.text(source)}")
    assert library.sources.get(source).pages == f'[[0, "341"], [{starts + 11 - len("They ")}, "342"]]'


def test_a_document_is_stored_with_its_file_text_pages_and_facts_in_one_step(library, look):
    content = pdf(lines("Joint statement", size=20) + lines("Novograd, 4 May 2031", top=700), lines("Page two"))
    found = look(content, "statement.pdf")
    before = counts(library)
    (uid,) = stored(library, found)
    assert counts(library) == [count + 1 for count in before]
    source = library.sources.get(uid)
    assert (source.title, source.published, source.published_basis) == ("Joint statement", "2031-05-04", "shown")
    assert library.sources.text(uid) == "Joint statement\n\nNovograd, 4 May 2031\n\nPage two"
    assert json.loads(source.pages) == [0, 39]
    assert source.file_sha256 == sha256(content).hexdigest()
    assert library.files.content(source.file_sha256) == content
    assert library.files.get(source.file_sha256)[1:3] == ("statement.pdf", "application/pdf")
    assert [step.label for step in library.history.steps(Cancel())][:1] == ["Import “Joint statement”"]


def test_several_are_one_step_that_can_be_taken_back(library, look):
    found = [look(WORDS.encode(), "a.txt"), look(docx(paragraph("Words of another")), "b.docx")]
    uids = stored(library, *found)
    assert len(uids) == 2
    assert library.undo().label == "Import 2 documents"
    assert library.sources.all(Cancel()) == []
    library.redo()
    assert {source.uid for source in library.sources.all(Cancel())} == set(uids)


def test_the_same_file_and_the_same_text_are_noticed_and_not_stored_again(library, look):
    first = look(WORDS.encode())
    assert importing.twin(library, first) is None
    (uid,) = stored(library, first)
    before = counts(library)
    other = look(WORDS.encode("utf-16"), "copy.txt")
    for found, by, words in ((first, "file", "the same file"), (other, "text", "the same text, from another file")):
        twin = Twin(str(uid), "Joint statement", by)
        assert importing.twin(library, found) == twin
        assert stored(library, found) == [twin]
        assert str(twin) == f"Already in the library as “Joint statement”: {words}."
    assert counts(library)[:2] == before[:2]


def test_it_is_stored_again_when_that_is_asked_for(library, look):
    found = look(WORDS.encode())
    (uid,) = stored(library, found)
    (other,) = stored(library, found, again=True)
    assert uid != other
    assert counts(library)[:2] == [2, 1]


def test_two_of_one_content_in_one_step_are_stored_once(library, look):
    found = look(WORDS.encode())
    uid, twin = stored(library, found, found)
    assert twin == Twin(str(uid), "Joint statement", "file")


def test_what_cannot_be_stored_is_named_and_nothing_of_the_others_stays(library, look):
    good, bad = look(WORDS.encode(), "good.txt"), look(b"Other words of a text", "bad.txt")
    before = counts(library)
    with pytest.raises(NotStored, match=r"“bad.txt”: .*calendar") as refused:
        importing.store(library, [Import(good, good.values), Import(bad, bad.values | {"published": "2031-02-31"})])
    assert (refused.value.at, refused.value.field) == (1, "published")
    assert counts(library) == before


def test_a_library_that_is_only_read_takes_none(library, look):
    found = look(WORDS.encode())
    with Library(library.path, read_only="It is only read here.") as closed, pytest.raises(ReadOnly):
        stored(closed, found)


def test_a_document_that_says_nothing_of_itself_is_called_as_its_file(library, look):
    found = look(("The ministers met and parted. " * 20).encode(), "Joint_statement  of\tMay.txt")
    assert found.values.get("title") == "Joint statement of May"
    assert found.origins["title"] == "the name of the file"
    assert found.values.get("published_basis") == "none"


def test_a_name_of_bytes_that_are_no_letters_can_be_stored(library, tmp_path):
    path = tmp_path / "talks-\udcff.txt"
    try:
        path.write_bytes(b"x" * 300 + b" words")
    except OSError:
        pytest.skip("this file system takes no such name")
    (uid,) = stored(library, importing.look(path, Cancel()))
    assert library.sources.get(uid).title == "talks-�"


def test_pasted_words_have_no_file(library):
    found = importing.look_at_text(WORDS, Cancel())
    assert (found.name, found.content, found.sha256) == ("Pasted text", None, None)
    (uid,) = stored(library, found)
    assert library.sources.get(uid).file_sha256 is None
    assert library.sources.text(uid) == WORDS
    unnamed = importing.look_at_text("words without any heading at all; " * 20, Cancel())
    assert unnamed.values.get("title") == "Pasted text"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\x89PNG\r\n\x1a\n", pdf(b""), docx("<w:p/>")])
def test_what_cannot_be_read_leaves_nothing(library, look, content):
    before = counts(library)
    with pytest.raises(NotRead):
        look(content, "x")
    assert counts(library) == before


PAGE = """<html><head><title>{title}</title><meta property="og:site_name" content="Novograd Post">
<meta property="article:published_time" content="2031-05-04">{link}</head>
<body><p>The ministers met in Novograd and said that they want peace.</p></body></html>"""


def page(title="Talks end", link=""):
    return PAGE.format(title=title, link=link).encode()


def test_a_page_whose_source_has_no_text_yet_is_noticed_by_its_address_or_by_title_day_and_publisher(library, look):
    uid = library.sources.add(title="Round four", url="http://www.example.org/talks_4/")
    library.sources.add(title="Another", url="https://example.org/talks54")
    same = look(page(link='<link rel="canonical" href="https://example.org/talks_4">'), "a.html")
    assert importing.twin(library, same) == Twin(uid, "Round four", "address")
    assert importing.twin(library, look(page(), "b.html")) is None
    other = library.sources.add(title="TALKS  end", published="2031-05-04", publisher="Novograd post")
    assert importing.twin(library, look(page(), "b.html")) == Twin(other, "TALKS  end", "title")
    assert importing.twin(library, same) == Twin(uid, "Round four", "address")
    assert stored(library, same) == [Twin(uid, "Round four", "address")]
    library.sources.edit(uid, text="Words that are there")
    library.sources.edit(other, published="2031-05-05")
    assert importing.twin(library, same) == Twin(uid, "Round four", "page")
    assert stored(library, same) == [Twin(uid, "Round four", "page")]
    assert library.sources.text(uid) == "Words that are there"
    bare = library.sources.add(title="Round 4", url="https://example.org/talks_4")
    assert importing.twin(library, same) == Twin(bare, "Round 4", "address")


def test_a_page_is_known_with_what_only_tells_who_led_to_it(library, look):
    uid = library.sources.add(title="Round four", url="https://example.org/talks?utm_source=mail&id=4", text="Words")
    link = '<link rel="canonical" href="https://example.org/talks?id=4">'
    assert importing.twin(library, look(page(link=link), "a.html")) == Twin(uid, "Round four", "page")


@pytest.mark.parametrize("known", ["https://doi.org/10.1234/TALKS.5", "https://doi.org/10.1234%2FTALKS.5"])
def test_a_document_is_known_by_its_doi_at_another_address(library, look, known):
    uid = library.sources.add(title="An article", url=known, text="Words")
    link = '<link rel="canonical" href="https://example.org/doi/full/10.1234/talks.5">'
    assert importing.twin(library, look(page(link=link), "a.html")) == Twin(uid, "An article", "page")


def test_the_same_file_whose_text_was_corrected_is_told_apart(library, look):
    found = look(b"Words of one day")
    (uid,) = stored(library, found)
    library.sources.edit(str(uid), text="Words of one May day")
    told = Twin(str(uid), library.sources.get(str(uid)).title, "edited")
    assert importing.twin(library, found) == told
    assert not told.has_room
    assert told.has_another


def test_a_new_version_takes_the_place_of_the_text_and_its_passages_are_looked_at(library, look):
    link = '<link rel="canonical" href="https://example.org/talks">'
    old = look(page("Talks end", link), "old.html")
    uid = library.sources.add(
        title="Round four", url="https://example.org/talks", text="They met. The ministers said they want peace. Later."
    )
    meeting = library.meetings.add(kind="round", title="Fourth round")
    text = library.sources.text(uid)
    on = {"source": uid, "field": "title"}
    stays, gone = (
        library.citations.add(("meeting", meeting), starts=text.index(words), ends=text.index(words) + len(words), **on)
        for words in ("they want peace", "Later")
    )
    before = library.sources.get(uid)
    assert importing.store(library, [Import(old, old.values, into=uid, over=True)]) == [uid]
    source = library.sources.get(uid)
    assert (source.title, source.publisher) == ("Round four", "Novograd Post")
    assert library.sources.text(uid) == old.document.text
    assert library.files.content(source.file_sha256) == old.content
    assert (library.citations.get(stays).starts, library.citations.get(stays).anchor) == (None, "moved")
    assert library.citations.get(gone).anchor == "orphan"
    new = look(b"They met. The ministers said they want peace. Later.", "pasted.txt")
    importing.store(library, [Import(new, new.values, into=uid, over=True)])
    library.undo()
    library.undo()
    assert (library.sources.get(uid), library.sources.text(uid)) == (before, text)
    assert library.citations.get(stays).starts == text.index("they want peace")


def test_two_documents_are_not_put_into_one_source(library, look):
    uid = library.sources.add(title="Round four", text="Words")
    found = [look(b"One text", "one.txt"), look(b"Another text", "two.txt")]
    with pytest.raises(NotStored, match=r"“two.txt”: another document above") as refused:
        importing.store(library, [Import(one, one.values, into=uid, over=True) for one in found])
    assert refused.value.at == 1
    assert library.sources.text(uid) == "Words"


def test_text_and_file_are_put_into_the_source_that_has_none_and_its_citations_find_their_places(library, look):
    uid = library.sources.add(title="Round four", url="https://example.org/talks", note="Kept")
    meeting = library.meetings.add(kind="round", title="Fourth round")
    citation = library.citations.add(("meeting", meeting), source=uid, field="title", exact="they want peace")
    content = page("Talks end", '<link rel="canonical" href="https://example.org/talks">')
    found = look(content, "talks.html")
    assert importing.store(library, [Import(found, found.values, into=uid)]) == [uid]
    source = library.sources.get(uid)
    assert (source.title, source.publisher, source.published, source.published_basis, source.note) == (
        "Round four", "Novograd Post", "2031-05-04", "shown", "Kept",
    )  # fmt: skip
    text = library.sources.text(uid)
    assert text == found.document.text
    assert library.files.content(source.file_sha256) == content
    placed = library.citations.get(citation)
    at = placed.starts if placed.starts is not None else placed.moved_starts
    assert text[at:].startswith("they want peace")
    with pytest.raises(NotStored, match="has got a text meanwhile"):
        importing.store(library, [Import(found, found.values, into=uid)])
    library.undo()
    assert library.sources.get(uid) == source._replace(
        publisher=None, published=None, published_basis="none", language=None, type=None, text_sha256=None,
        file_sha256=None, pages=None,
    )  # fmt: skip
