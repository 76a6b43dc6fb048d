import pytest

from db.cancel import Cancel
from db.extraction.process import NotRead, extract


@pytest.fixture
def read():
    """Reads a document in a process of its own."""

    def read(content, suffix=""):
        return extract(content, suffix, Cancel())

    return read


@pytest.fixture
def refusal(read):
    """The sentence with which a document is refused."""

    def refusal(content, suffix=""):
        with pytest.raises(NotRead) as refused:
            read(content, suffix)
        return str(refused.value)

    return refusal
