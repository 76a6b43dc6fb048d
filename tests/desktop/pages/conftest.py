"""Pages of one full meeting, as data."""

import pytest
from PySide6.QtGui import QTextDocument

from db import Cancel, Library, meeting_page
from tests.desktop.full_meeting import make


@pytest.fixture(scope="session")
def full_file(tmp_path_factory):
    """A library with one meeting that has something in every field."""
    return make(tmp_path_factory.mktemp("full") / "full.parley", lambda field: f"the {field}")


@pytest.fixture
def full(full_file):
    """Its page."""
    with Library(full_file) as library:
        return meeting_page.read(library, "m", Cancel())


@pytest.fixture
def plain(qapp):
    """What a person reads of a page."""

    def plain(page):
        document = QTextDocument()
        document.setHtml(page.html)
        return document.toPlainText().replace("\xa0", " ")

    return plain
