"""Text goes through a Qt document to the character, and untouched lines keep their breaks."""

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.forms.faithful_text import document_text, with_breaks_of

TEXTS = st.text(alphabet="ab \u00a0\u2028🕊\r\n\u2029", max_size=20)


@given(TEXTS)
def test_a_text_that_is_only_shown_comes_back(text):
    document = QTextDocument()
    document.setPlainText(text)
    assert document_text(document, text) == text


def test_only_lines_that_were_edited_get_plain_breaks():
    assert with_breaks_of("a\r\nb\r\nc", "a\nB\nc") == "a\r\nB\r\nc"
    assert with_breaks_of("a\r\nb\rc", "a\nb\nnew\nc") == "a\r\nb\rnew\rc"
    assert with_breaks_of("a\r\nb", "ab") == "ab"
    assert with_breaks_of("a\r\nb", "") == ""


@given(TEXTS, st.text(alphabet="ab\n", max_size=8))
@example("\r", "\n\n")
@example("a\rb\nc", "a\n\nc")
def test_what_is_typed_is_there_whatever_the_breaks_were(original, edited):
    assert with_breaks_of(original, edited).replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n") == edited
