"""Bad files: each gets a sentence, or its references what is to be known of them."""

import pytest

from db import Cancel, Cancelled, bibliography
from db.bibliography import files
from db.errors import KnownError

RIS = "TY  - GEN\nTI  - Çırağan\nER  - \n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_any_encoding_that_says_so(read, encoding):
    (found,) = read(RIS.encode(encoding))
    assert (found.title, found.problems) == ("Çırağan", ())


def test_another_encoding_is_told_of(read):
    (found,) = read("TY  - GEN\nTI  - Müller\nER  - \n".encode("latin-1"))
    assert found.title == "Müller"
    assert "it was read as Windows-1252" in found.problems[0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_cyrillic_of_old_programs_is_read_as_that(read, encoding):
    (found,) = read("TY  - JOUR\nTI  - Переговоры в Новограде\nAU  - Иванов, Пётр\nER  - \n".encode(encoding))
    assert found.title == "Переговоры в Новограде"
    assert "See whether the words are right" in found.problems[0]


def test_what_is_no_text_at_all_is_refused(read):
    with pytest.raises(KnownError, match="is not a file of text"):
        read(b"TY  - JOUR\n\x01\x02\x03\xff\xfe" * 20)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"Just some words.\nAnd more.", "holds no references"),
        (b"%PDF-1.7\n\xe2\xe3", "holds no references"),
        (b"PK\x03\x04\x00\x00", "not a file of text"),
        (b"\xff\xfeA", "begins as UTF-16"),
        (b"[]", "holds no references"),
        (b"{}", "holds no references"),
        (b"[1, 2]", "holds no references"),
        (b"<html><body>@misc</body></html>", "holds no references"),
        (b"@comment{only this}", "holds no references"),
    ],
)
def test_what_is_no_file_of_references_gets_a_sentence(read, content, why):
    with pytest.raises(KnownError, match=why) as refused:
        read(content)
    assert "references.txt" in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000, '[{"title": "A', "{not JSON}"])
def test_json_of_which_nothing_can_be_read_is_told_of(read, content):
    (found,) = read(content)
    assert found.values is None
    assert "not JSON" in found.problems[0]


def test_a_list_that_begins_as_json_may_be_bibtex(read):
    (found,) = read("[exported]\n@misc{a, title={A}}")
    assert found.title == "A"


def test_a_folder_and_a_missing_file_get_a_sentence(tmp_path):
    for path in (tmp_path, tmp_path / "nowhere.ris"):
        with pytest.raises(KnownError, match="not a file"):
            bibliography.read_file(path, Cancel())


def test_a_file_of_more_than_50_mb_is_refused_unread(tmp_path):
    path = tmp_path / "huge.ris"
    with path.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(KnownError, match="larger than 50 MB"):
        bibliography.read_file(path, Cancel())


@pytest.mark.parametrize(
    "content",
    ["@a{" * 100_000, "\n@a{b," * 100_000, "@misc{a, title={" + "{" * 500_000, "\n" * 1_000_000 + "@", "@" * 1_000_000,
     "@misc{a, title=" + "#" * 500_000 + "}", '@misc{a, title="' + '"' * 500_000 + "}",
     "@misc{a," + "x" * 1_000_000 + "}", "TY  - GEN\n" + "AU  - A\n" * 50_000, "TY  - GEN\n" * 50_000,
     "[" + '{"title": "a"},' * 50_000],
    ids=["nested", "lines", "braces", "breaks", "ats", "joins", "marks", "a word", "authors", "beginnings", "objects"],
)  # fmt: skip
def test_hostile_files_end_in_good_time(read, content):
    try:
        found = read(content)
    except KnownError:
        return
    assert all(one.values or one.problems for one in found)


def test_reading_can_be_stopped(tmp_path):
    path = tmp_path / "many.bib"
    path.write_text("@misc{a, title={A}}\n" * 100)
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        bibliography.read_file(path, cancel)
