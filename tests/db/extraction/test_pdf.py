"""PDF documents: the words of each page and where it begins; locked, scanned, cut off and hostile ones in words."""

import random
from pathlib import Path

import pytest

from db.extraction import page_edges
from db.extraction.pdf import CUT_OFF, DAMAGED, LOCKED
from db.extraction.process import NotRead
from tests.db.extraction.documents import lines, locked_pdf, pdf, pdf_of

FILES = Path(__file__).with_name("files")
STATEMENT = (
    lines("Joint statement of the ministers of", "Ruritania and Graustark", size=18),
    lines("Novograd, 4 May 2031", top=715),
    lines(
        "The ministers of Ruritania and Graustark met in the capital today with the special envoy.",
        "They discussed the state of the ceasefire and the release of all detainees in the valley of",
        "the river.",
        "",
        "They agreed to meet again.",
        top=690,
    ),
)
PAGES = b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def drawn(*forms):
    """A PDF whose page draws the first of these forms, each of which draws the next ten times."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>"
    )
    objects = [CATALOG, PAGES, FONT, b"<< /Length 5 >>\nstream\n/X Do\nendstream", page]
    for at in forms:
        inside = b"/Y Do " * 10
        head = (
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Y %d 0 R >> >> /Length %d >>"
        )
        objects.append(head % (at, len(inside)) + b"\nstream\n%s\nendstream" % inside)
    return pdf_of(objects)


def test_lines_become_paragraphs_and_pages_keep_their_beginnings(read):
    found = read(pdf(b"".join(STATEMENT), lines("Page two “quoted” – é."), info=b"/Author (Ministry of Ruritania)"))
    first = (
        "Joint statement of the ministers of\nRuritania and Graustark\n\nNovograd, 4 May 2031\n\nThe ministers of "
        "Ruritania and Graustark met in the capital today with the special envoy. They discussed the state of the "
        "ceasefire and the release of all detainees in the valley of the river.\n\nThey agreed to meet again."
    )
    assert found.text == f"{first}\n\nPage two “quoted” – é."
    assert found.pages == (0, len(first) + 2)
    assert found.text[found.pages[1] :].startswith("Page two")
    assert found.facts == {
        "title": "Joint statement of the ministers of Ruritania and Graustark", "authors": "Ministry of Ruritania",
        "published": "2031-05-04", "language": "en",
    }  # fmt: skip


def test_the_few_short_lines_of_a_notice_stay_lines_and_its_day_is_found(read):
    notice = lines("Joint statement", size=18) + lines("Novograd, 4 May 2031", top=730)
    found = read(pdf(notice + lines("The sides agreed to meet.", top=700)))
    assert found.text == "Joint statement\n\nNovograd, 4 May 2031\nThe sides agreed to meet."
    assert found.facts["published"] == "2031-05-04"


def test_the_title_of_the_file_counts_unless_a_program_made_it_up(read):
    assert read(pdf(lines("Words"), info=b"/Title (Talks)")).facts["title"] == "Talks"
    for junk in (b"/Title (Microsoft Word - talks.doc)", b"/Title (talks.pdf)", b"/Title (untitled)"):
        assert read(pdf(lines("First line"), info=junk)).facts["title"] == "First line"


def test_an_author_whom_a_program_did_not_know_is_nobody(read):
    assert "authors" not in read(pdf(lines("Words"), info=b"/Author (\\(anonymous\\))")).facts
    assert read(pdf(lines("Words"), info=b"/Author (Ada User)")).facts["authors"] == "Ada User"


def test_what_is_printed_on_pages_as_their_numbers_is_kept(read):
    content = [lines("Some words of the first page."), lines("Some words of the next."), lines("Some of the last.")]
    labels = b"/PageLabels << /Nums [ 0 << /S /r >> 1 << /S /D /St 341 >> ] >>"
    assert read(pdf(*content, catalog=labels)).labels == ("i", "341", "342")
    assert read(pdf(*content)).labels == ()


def test_a_page_without_words_is_named_and_keeps_its_number(read):
    found = read(pdf(lines("One"), b"", lines("Three")))
    assert found.text == "One\n\nThree"
    assert found.pages == (0, 3, 5)
    assert found.warnings[0] == "There is no text on page 2: perhaps scanned, or blank."


def test_divided_words_are_whole_again_and_that_is_said(read):
    found = read(
        pdf(
            lines("The two sides agreed on a cease-", "fire and on the release of detai-", "nees, Russian-", "Turkish.")
        )
    )
    assert found.text == "The two sides agreed on a cease-fire and on the release of detainees, Russian-Turkish."
    assert "3 divided words were put together again" in found.warnings[0]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (locked_pdf(), LOCKED),
        ((FILES / "aes-256-locked.pdf").read_bytes(), LOCKED),
        (pdf(lines("Words"))[:-120], CUT_OFF),
        (pdf(*[lines("Words")] * 40)[:4000], CUT_OFF),
        (b"%PDF-1.7\n%%EOF", DAMAGED),
        (pdf_of([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"]), DAMAGED),
        (pdf_of([CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"]), DAMAGED),
        (pdf_of([CATALOG[:-2] + b"/X " + b"[" * 500_000 + b">>", PAGES]), DAMAGED),
    ],
    ids=["locked", "locked by AES", "cut off", "half", "head only", "ring of pages", "no page", "deep"],
)
def test_what_cannot_be_read_is_refused_in_words(refusal, content, sentence):
    assert refusal(content) == sentence


def test_a_document_that_is_only_guarded_against_changes_is_read(read):
    found = read((FILES / "aes-256-open.pdf").read_bytes())
    assert found.text == "The delegations met on 3 May and agreed to meet again in June."


def test_a_scanned_document_is_told_what_to_do_with(refusal):
    assert refusal(pdf(b"", b"q Q")).startswith(
        "There is no text in this PDF, only pictures of 2 pages: it was scanned."
    )


def test_scanned_pages_that_were_only_numbered_or_stamped_are_remarked_upon(read):
    stamped = read(pdf(*(lines(f"Archive of Novograd {page}") for page in range(1, 5))))
    assert len(stamped.warnings) == 1
    assert stamped.warnings[0].startswith("There is hardly any text in this PDF (72 letters and digits on 4 pages)")
    assert read(pdf(lines("A note on a page."))).warnings == ()


def test_scripts_in_a_document_do_nothing(read):
    action = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    assert read(pdf(lines("Words"), catalog=action)).text == "Words"


@pytest.mark.parametrize(
    "content",
    [
        pdf(b" " * 300_000_000, packed=True),
        pdf(b"q " * 20_000_000, packed=True),
        pdf(b"[" * 20_000_000, packed=True),
        pdf(b"BT /F1 9 Tf 9 9 Td (peace) Tj ET\n" * 5_000_000, packed=True),
        drawn(7, 8, 9, 10, 11, 12, 13, 14, 14),
        drawn(6),
    ],
    ids=["blanks", "states", "arrays", "words", "drawings in drawings", "drawing in itself"],
)
def test_a_hostile_document_ends_in_words_or_a_sentence(read, content):
    try:
        assert len(read(content).text) < 100
    except NotRead as error:
        assert str(error).endswith(".")  # noqa: PT017 - either is right, as long as it ends


def test_damaged_bytes_end_in_words_or_a_sentence(read):
    seeded = random.Random(7)
    whole = pdf(*STATEMENT)
    for _ in range(12):
        content = bytearray(whole)
        for _ in range(seeded.choice((3, 30, 300))):
            content[seeded.randrange(len(content) - 10)] = seeded.randrange(256)
        try:
            read(bytes(content)).text.encode()
        except NotRead as error:
            assert str(error).endswith(".")  # noqa: PT017 - either is right


def test_lines_of_type_that_is_scaled_down_are_each_their_own_and_in_order_also_from_right_to_left(read):
    arabic = (
        "اجتمع الوزراء في نوفوغراد يوم 12 مارس 2031. وقال الوزير إن السلام قريب من كل بيت. ثم غادر الضيوف المدينة في "
        "المساء. وستستمر المحادثات في الأسبوع القادم."
    )
    english = (
        "The ministers of the two countries met in Novograd in order to find a final solution to the question of the "
        "river."
    )
    found = read((FILES / "scaled-type.pdf").read_bytes())
    assert found.text == " ".join([arabic] * 2) + "\n\n" + " ".join([english] * 4) + "\n\n1"


def test_running_heads_and_page_numbers_are_no_part_of_a_sentence_and_that_is_said(read):
    words = (
        ("The minister said: “We will keep the ceasefire for another six months, and", "all stay until the end of"),
        ("the year, when the envoys of both countries meet again in Novograd.” He then", "left."),
    )
    pages = [
        lines("Journal of Invented Talks", top=810) + lines(*text, top=770) + lines(str(number), top=40)
        for number, text in enumerate(words, 11)
    ]
    found = read(pdf(*pages))
    assert "until the end of\n\nthe year" in found.text
    assert found.text.startswith("The minister said")
    assert found.text.endswith("He then left.")
    (said,) = found.warnings
    assert said == page_edges.LEFT_OUT.format(lines="“Journal of Invented Talks”, the page numbers")
    assert found.text[found.pages[1] :].startswith("the year")


@pytest.mark.parametrize("turn", [b"1 0 0 1 0 0", b"0 1 -1 0 595 0", b"0 -1 1 0 0 842", b".98 .17 -.17 .98 90 -60"])
def test_turned_type_is_read_in_lines_too(read, turn):
    words = lines(
        "The ministers met in the town on the river and they", "spoke of the ceasefire.", "", "They parted.", top=500
    )
    text = "The ministers met in the town on the river and they spoke of the ceasefire.\n\nThey parted."
    assert read(pdf(b"q " + turn + b" cm " + words + b"Q")).text == text


def test_raised_and_small_signs_stay_in_their_line(read):
    noted = (
        b"BT /F1 11 Tf 72 700 Td (They met) Tj /F1 6 Tf 5 Ts (12) Tj 0 Ts /F1 11 Tf ( and parted in the town.) Tj ET "
    )
    assert read(pdf(noted)).text == "They met12 and parted in the town."
