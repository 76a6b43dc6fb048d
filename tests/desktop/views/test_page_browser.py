"""Pages of links: every link is one stop of the keyboard, framed as a whole, and names lead to their lines."""

import pytest

from db import Cancel, Library, meeting_page
from desktop.pages.markup import Page, record_link
from desktop.pages.overview import overview
from desktop.theme import theme
from desktop.views.page_browser import PageBrowser

LINES = "".join(f"<p>{record_link('outcome', f'o{at}', f'the outcome {at}', name=True)}</p>" for at in range(60))
HTML = f"<p><a name='top'></a><b>Begin</b></p>{LINES}<p><a name='end'></a><a href='cite:1'>the last words</a></p>"


@pytest.fixture
def browser(qtbot):
    theme.apply("light", 100)
    browser = PageBrowser("A page")
    qtbot.addWidget(browser)
    browser.resize(500, 300)
    browser.show_page(Page(HTML, {}))
    browser.show()
    return browser


def test_the_key_tab_frames_whole_links_one_after_the_other(browser):
    framed = []
    for _ in range(3):
        browser.focusNextPrevChild(True)
        framed.append(browser.textCursor().selectedText())
    assert framed == ["the outcome 0", "the outcome 1", "the outcome 2"]


@pytest.mark.parametrize(
    ("name", "framed"), [("top", "the outcome 0"), ("o30", "the outcome 30"), ("end", "the last words")]
)
def test_a_name_leads_to_its_line_and_to_the_link_there(browser, name, framed):
    browser.go_to(name)
    assert browser.textCursor().selectedText() == framed
    assert browser.viewport().rect().intersects(browser.cursorRect())


def test_a_line_in_the_middle_is_brought_to_the_top(browser):
    browser.scroll_to("o30")
    at = browser.cursorForPosition(browser.viewport().rect().topLeft())
    assert "30" in at.block().text()


def test_a_name_that_is_not_there_changes_nothing(browser):
    browser.go_to("o30")
    before = browser.place()
    browser.go_to("nowhere")
    assert browser.place() == before


def test_one_comes_back_to_the_link_that_one_followed(browser):
    browser.go_to("o30")
    place = browser.place()
    browser.go_to("o2")
    browser.return_to(place)
    assert browser.textCursor().selectedText() == "the outcome 30"
    assert browser.place() == place


@pytest.mark.parametrize("narrow", [False, True])
def test_a_page_that_is_in_view_is_laid_out_whole(browser, astana, narrow):
    """Every line of it has its room, as when all of it is laid out anew."""
    with Library(astana) as library:
        page = meeting_page.read(library, "astana-04", Cancel())
    browser.show_page(overview(page, narrow=narrow, writable=True))
    height = browser.document().size().height()
    assert height > browser.height()
    browser.document().markContentsDirty(0, browser.document().characterCount())
    assert browser.document().size().height() == height
