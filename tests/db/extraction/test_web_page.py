"""Of a web page the words are read that a person would read, and what it notes for machines."""

import pytest

from db.extraction import web_page

ARTICLE = "<p>The ministers of the two countries met in the capital and said that they want peace.</p>" * 5
NOTES = """
<html lang="en-GB"><head><title>Novograd News</title>
<meta property="og:site_name" content="Novograd News">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ministers meet",
  "author": [{"name": "Ada Brandt"}, {"name": "Ben Okoro"}], "datePublished": "2031-05-04T10:00:00Z"}]}</script>
<link rel="canonical" href="https://example.org/news/1"></head><body><h1>Ministers  meet &amp; part</h1><p>Words</p>
"""


def test_paragraphs_lines_and_cells_are_kept_and_blanks_are_not(read):
    page = (
        "<!doctype html><h1>Ministers  <b>meet</b></h1><p>One\n two&nbsp;three <a href='x'>four</a>.<p>Five<br>six"
        "<ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3<td>4</table><pre>x\n  y</pre>"
    )
    assert read(page.encode()).text == (
        "Ministers meet\n\nOne two\xa0three four.\n\nFive\nsix\n\na\nb\n\n1\t2\n3\t4\n\nx\n  y"
    )


def test_scripts_styles_menus_and_comments_are_no_words(read):
    page = (
        "<html><head><style>p{}</style></head><body><nav>Menu</nav><script>alert('x')</script><!-- secret -->"
        "<noscript>No</noscript><template>T</template><svg><title>Drawing</title><text>S</text></svg><p onclick='y()'>"
        "Only <b>this</b>.</p><iframe src='file:///etc/passwd'></iframe></body>"
    )
    found = read(page.encode())
    assert found.text == "Only this."
    assert found.facts["title"] == "Only this."


def test_what_a_page_notes_for_machines_is_found(read):
    found = read(NOTES.encode())
    assert found.facts == {
        "type": "news", "title": "Ministers meet", "authors": "Ada Brandt; Ben Okoro", "published": "2031-05-04",
        "publisher": "Novograd News", "url": "https://example.org/news/1", "language": "en",
    }  # fmt: skip
    assert (found.kind, found.published_basis) == ("html", "shown")
    assert found.origins["published"] == "in the notes of the page"


def test_without_notes_the_heading_is_the_title(read):
    found = read(b"<html><title>Site | Page</title><h1>Talks in <i>Novograd</i></h1><p>Words.")
    assert found.facts == {"type": "web", "title": "Talks in Novograd"}


def test_an_address_that_is_none_of_the_web_is_passed_over(read):
    for address in ("javascript:alert(1)", "file:///etc/passwd", "https://user@example.org/", "//example.org"):
        page = f"<html><link rel=canonical href='{address}'><p>Words of a page."
        assert "url" not in read(page.encode()).facts


def test_only_the_article_of_a_page_is_taken_and_that_is_said(read):
    page = f"<body><div>Weather, sports</div><article><h1>Talks</h1>{ARTICLE}</article><footer>All rights</footer>"
    found = read(page.encode())
    assert found.text.startswith("Talks\n\nThe ministers")
    assert "Weather" not in found.text
    assert "All rights" not in found.text
    assert any("only the article" in said for said in found.warnings)


def test_of_several_articles_all_are_taken(read):
    found = read(f"<p>Before</p><article>{ARTICLE}</article><article>{ARTICLE}</article>".encode(), ".html")
    assert found.text.startswith("Before")
    assert found.warnings == ()


def test_hostile_notes_harm_nothing(read):
    deep = '{"@graph":' * 5000
    notes = "".join(f"<script type='application/ld+json'>{told}</script>" for told in (deep, "[[[", "7", "null"))
    page = f"<html>{notes}<p>Words."
    assert read(page.encode()).text == "Words."


def test_a_page_without_words_is_refused(refusal):
    assert "There are no words in this page." in refusal(b"<html><body><div id='app'></div><script>fill()</script>")


def test_tags_without_end_and_without_number_are_read_within_the_limits(read):
    assert read(b"<html><body>" + b"<div><b>" * 300_000 + b"the end").text == "the end"
    assert read(b"<html><body " + b"a=1 b=2 " * 500_000 + b">the end").text == "the end"
    assert read(b"<html><p>the end<!-- " + b"x" * 5_000_000).text == "the end"


def test_a_page_of_fifty_megabytes_is_read_or_refused_in_words(read, refusal):
    script = b"<html><script>" + b"var words = 'peace and war'; " * 1_750_000 + b"</script><p>the end"
    assert len(script) > 50_000_000
    assert read(script).text == "the end"
    words = b"<html><p>" + b"peace and war in the world " * 1_900_000
    assert len(words) > 50_000_000
    assert "more than 20 million characters" in refusal(words)


def test_what_a_page_marks_as_quoted_stands_in_quotation_marks_of_its_language(read):
    said = "<p>He said <q>we agree on <q>all</q> of it</q> and left."
    assert read(said.encode(), ".html").text == "He said “we agree on ‘all’ of it” and left."
    assert read(f"<html lang=de>{said}".encode()).text == "He said „we agree on ‚all‘ of it“ and left."
    assert read(f"<html lang=ru-RU>{said}".encode()).text == "He said «we agree on „all“ of it» and left."


@pytest.mark.parametrize("tag", ["nav", "object", "svg", "canvas", "noscript", "select", "dialog"])
def test_a_tag_that_is_not_closed_takes_no_words_with_it_and_that_is_said(read, tag):
    found = read(f"<p>Before.</p><{tag} class=x><p>After words that count.</p>".encode(), ".html")
    assert found.text == "Before.\n\nAfter words that count."
    assert found.warnings == (web_page.OPEN.format(tags=tag),)


def test_tags_in_comments_and_scripts_are_not_missed_where_they_are_closed(read):
    page = "<p>Words</p><nav>Menu</nav><!-- <nav> --><script>a = '<nav>'</script><nav/><p>more</p>"
    assert read(page.encode(), ".html").text == "Words\n\nmore"


def test_a_title_that_is_not_closed_leaves_the_words(read):
    assert read(b"<html><title>A title<p>Words that count.</p>").text == "A title\n\nWords that count."


def test_what_is_hidden_is_left_out_and_that_is_said(read):
    page = (
        "<html><body style='display:none'><p>One</p><p hidden>secret<div style='a:b; DISPLAY: none'>not <b>this</b>"
        "</div>two<span style='visibility:hidden'>nor this</span><p hidden=until-found>three</p><ul hidden></ul>"
    )
    found = read(page.encode())
    assert found.text == "One\n\ntwo\n\nthree"
    assert found.warnings == (web_page.HIDDEN,)
    assert read(b"<html><p>One<p hidden> </p>").warnings == ()


def test_what_is_hidden_and_not_closed_takes_no_words_with_it(read):
    assert read(b"<html><p>One</p><div hidden>two<p>three").text == "One\n\ntwo\n\nthree"


def test_a_button_is_read_and_a_text_for_browsers_without_scripts_is_told_of(read):
    page = f"<html><button>When did they meet?</button><p>In May.</p><noscript><p>{ARTICLE}</noscript>"
    found = read(page.encode())
    assert found.text == "When did they meet?\n\nIn May."
    (said,) = found.warnings
    assert said.startswith("This page has a text for browsers that run no scripts")


@pytest.mark.parametrize("piece", ["<!-- ", "<nav ", "<script>", "<nav><object>", "<p hidden ", "<a hidden", "</nav"])
def test_pieces_of_tags_without_number_are_read_within_the_limits(read, piece):
    assert read(f"<html><p>the end</p>{piece * 300_000}".encode()).text.startswith("the end")
