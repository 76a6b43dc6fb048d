"""Text and Markdown are taken as they stand."""


def test_the_words_of_a_text_stay_line_by_line(read):
    text = (
        "Joint statement\r\nNovograd, 4 May 2031\r\n\r\nThe ministers of the two countries met.\r\nThey want peace.\r\n"
    )
    found = read(text.encode(), ".txt")
    assert found.text == text.replace("\r\n", "\n").rstrip()
    assert (found.kind, found.media_type, found.pages) == ("text", "text/plain", None)
    assert found.facts == {"title": "Joint statement", "published": "2031-05-04", "language": "en"}
    assert found.published_basis == "shown"
    assert found.origins["title"] == "its first line"


def test_a_first_line_that_is_a_paragraph_is_no_title(read):
    assert "title" not in read(("The ministers met. " * 30).encode()).facts


def test_blank_lines_of_a_text_stay_as_they_are(read):
    assert read(b"\n\nOne\n\n\n\ntwo\n\n").text == "One\n\n\n\ntwo"


def test_a_first_line_that_tells_the_day_is_no_title(read):
    facts = read(b"16 March 2031\nMeeting in Novograd\n\nWords of it.").facts
    assert (facts["title"], facts["published"]) == ("Meeting in Novograd", "2031-03-16")


def test_markdown_says_of_itself_what_stands_between_dashes(read):
    front = "---\ntitle: 'Talks in Novograd'\ndate: 2031-05-04\nauthor: Ada Brandt\nlang: en\n---\n\n# Head\n\nWords."
    found = read(front.encode(), ".md")
    assert found.kind == "markdown"
    assert found.text == front
    assert found.facts == {
        "title": "Talks in Novograd", "published": "2031-05-04", "authors": "Ada Brandt", "language": "en",
    }  # fmt: skip


def test_without_that_the_first_heading_of_markdown_is_the_title(read):
    assert read(b"Some words.\n\n## Talks in Novograd ##\n\nMore.", ".md").facts["title"] == "Talks in Novograd"
    assert read(b"Talks\n=====\n\nMore.", ".md").facts["title"] == "Talks"


def test_a_text_without_words_is_refused(refusal):
    assert refusal(b" \n\t \n") == "There are no words in this document."
    assert refusal(b"") == "This file is empty."


def test_a_text_too_large_for_one_source_is_refused(refusal):
    assert "more than 20 million characters" in refusal(b"peace and war " * 1_600_000)
