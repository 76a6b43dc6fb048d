"""A researcher imports a PDF and a bad file with the keyboard, puts a title right, stores, and sees the new source."""

from db import Cancel, Library
from desktop.places import LIBRARY_NAME
from tests.db.extraction.documents import lines, pdf

TITLE = "Joint statement of Ruritania and Graustark"
ENDING = 60  # seconds for what is queued to be written, on a machine with much else to do


def test_documents_are_imported_with_the_keyboard(desk, home, tmp_path):
    page = lines(TITLE, size=18) + lines("Novograd, 4 May 2031", top=730) + lines("The sides agreed to meet.", top=700)
    (tmp_path / "a.pdf").write_bytes(pdf(page, lines("Page two")))
    (tmp_path / "b.txt").write_bytes(b"")
    program = desk.start_parley()
    desk.find("list item", has="Round 1")
    desk.press_keys("ctrl+i")
    desk.find("dialog", name="Import documents")
    desk.type_text(f'"{tmp_path}/a.pdf" "{tmp_path}/b.txt"')
    desk.press_keys("Return")
    desk.find("push button", name="Store it", states=["ENABLED"])
    desk.find("", has="a.pdf: Ready to be stored · 2 pages")
    desk.find("", has="b.txt: This file is empty.")
    assert desk.find("text", name="Title").text == TITLE
    assert desk.find("text", name="Published").text == "4 May 2031"

    desk.press_keys("Return", "End")
    desk.type_text(", second round")
    desk.press_keys("ctrl+Return")
    desk.wait_until_gone("", has="a.pdf: Ready")
    desk.find("status bar", has="stored")
    desk.press_keys("ctrl+q")
    assert program.wait(ENDING) == 0
    with Library(home / LIBRARY_NAME) as library:
        (source,) = [one for one in library.sources.all(Cancel()) if one.title.startswith(TITLE)]
        assert source.title == f"{TITLE}, second round"
        assert source.published == "2031-05-04"
        assert library.files.get(str(source.file_sha256)).name == "a.pdf"
