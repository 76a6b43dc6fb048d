"""Word documents: what would be printed is read; traps are refused in words."""

import zipfile
from io import BytesIO

import pytest

from db.extraction import word_document
from db.extraction.archive import BOMB, DAMAGED, LOCKED, TRICK
from db.extraction.word_document import HOSTILE, NOTES, TRACKED
from tests.db.extraction.documents import billion_laughs, docx, outside_entity, paragraph, word

CORE = (
    '<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks in Novograd</dc:title><dc:creator>Ada Brandt'
    "</dc:creator><dc:language>en-GB</dc:language></cp>"
)


def archive(*members):
    """A file of the zip kind with these members."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name in members:
            opened.writestr(name, "x")
    return made.getvalue()


def test_paragraphs_tables_tabs_and_breaks_are_kept(read):
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(paragraph('Party') + paragraph('(role)'))}{cell.format(paragraph('Ruritania'))}</w:tr>"
    run = "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
    line = f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run}</w:p>"
    found = read(docx(paragraph("Heading &amp; more") + f"<w:tbl>{row}{row}</w:tbl>" + line))
    assert found.text == "Heading & more\n\nParty\n(role)\tRuritania\nParty\n(role)\tRuritania\n\nOne\ttwo\nthree"
    assert found.kind == "docx"
    assert found.pages is None


def test_tracked_changes_are_read_as_accepted_and_that_is_said(read):
    changed = (
        "<w:p><w:del><w:r><w:delText>war</w:delText></w:r></w:del><w:ins><w:r><w:t>peace</w:t></w:r></w:ins></w:p>"
    )
    found = read(docx(changed))
    assert found.text == "peace"
    assert found.warnings == (TRACKED,)


def test_words_that_stand_twice_in_the_file_are_read_once(read):
    inside = paragraph("In a box")
    ways = f"<mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
    box = f"<mc:AlternateContent xmlns:mc='m'>{ways}</mc:AlternateContent>"
    assert read(docx(f"<w:p><w:r>{box}</w:r></w:p>")).text == "In a box"


def test_notes_stand_after_the_text(read):
    notes = (
        f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote><w:footnote>{paragraph("A note.")}</w:footnote>'
    )
    found = read(docx(paragraph("Text"), {"word/footnotes.xml": word(notes, "footnotes")}))
    assert found.text == "Text\n\nA note."
    assert found.warnings == (NOTES,)


def test_the_properties_of_the_file_are_found(read):
    found = read(docx(paragraph("Words"), {"docProps/core.xml": CORE}))
    assert found.facts == {"title": "Talks in Novograd", "authors": "Ada Brandt", "language": "en"}
    assert set(found.origins.values()) == {"in the properties of the file"}


def test_the_text_is_found_where_the_file_says_that_it_is(read):
    links = '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    more = {"_rels/.rels": links, "word/document2.xml": word(f"<w:body>{paragraph('The other')}</w:body>")}
    assert read(docx(paragraph("The first"), more)).text == "The other"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (docx(paragraph("ha" * 20_000_000)), BOMB),
        (docx(paragraph("x"), {f"part{number}": "x" for number in range(2001)}), BOMB),
        (outside_entity(), HOSTILE),
        (billion_laughs(), HOSTILE),
        (docx(paragraph("x"), {"../../evil": "x"}), TRICK),
        (docx(paragraph("x"), {"/etc/evil": "x"}), TRICK),
        (docx(paragraph("x"), {"C:evil": "x"}), TRICK),
        (docx(paragraph("Words " * 99))[:-40], DAMAGED),
        (docx("<w:p><w:r>"), DAMAGED),
        (b"PK\x03\x04" + b"x" * 99, DAMAGED),
    ],
    ids=["bomb", "members", "outside entity", "billion laughs", "up", "root", "drive", "cut off", "no XML", "no zip"],
)
def test_a_trap_is_refused_in_words(refusal, content, sentence):
    assert refusal(content) == sentence


def test_a_head_that_lies_about_the_size_helps_no_bomb(refusal):
    content = bytearray(docx(paragraph("ha" * 20_000_000)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.find(b"word/document.xml") if mark == b"PK\x03\x04" else content.rfind(b"word/document.xml")
        head = content.rfind(mark, 0, place)
        content[head + at : head + at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(content)) in (BOMB, DAMAGED)


def test_a_locked_member_is_said_to_be_locked(refusal):
    content = bytearray(docx(paragraph("Words")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            content[place + at] |= 1
    assert refusal(bytes(content)) == LOCKED


@pytest.mark.parametrize(
    ("members", "word_in_it"),
    [
        (["xl/workbook.xml"], "spreadsheet"),
        (["ppt/presentation.xml"], "slides"),
        (["content.xml"], "OpenDocument"),
        (["META-INF/container.xml"], "e-book"),
        (["notes.txt"], "archive"),
    ],
)
def test_other_files_of_the_kind_are_named(refusal, members, word_in_it):
    assert word_in_it in refusal(archive(*members))


def test_a_document_without_words_is_refused(refusal):
    assert "There are no words" in refusal(docx("<w:p/>"))


def run(text, looks=""):
    """A run of a paragraph that looks in some way."""
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def test_hidden_words_are_left_out_and_that_is_said(read):
    was = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    mark = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    body = f"<w:p>{mark}{run('One')}{run('two', '<w:vanish/>')}{run('three', was)}</w:p>"
    shown_again = '<w:vanish w:val="0"/>'
    shown = f"<w:p>{run('four', shown_again)}</w:p>"
    found = read(docx(body + shown))
    assert found.text == "Onethree\n\nfour"
    assert found.warnings == (word_document.HIDDEN,)
    assert read(docx(shown)).warnings == ()


def test_numbers_of_lists_and_signs_of_special_fonts_are_told_of(read):
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>' + run("Item") + "</w:p>"
    sign = '<w:p><w:r><w:t>An arrow </w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>'
    found = read(docx(item.format(3) + sign))
    assert found.text == "Item\n\nAn arrow \ufffd"
    assert found.warnings == (word_document.LISTS, word_document.SYMBOLS)
    assert read(docx(item.format(0))).warnings == ()
