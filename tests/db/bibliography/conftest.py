"""Files of references, each made up for a test."""

import pytest

from db import Cancel, bibliography


@pytest.fixture
def read(tmp_path):
    """The references of a file with this content."""

    def read(content, name="references.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return bibliography.read_file(path, Cancel())

    return read


@pytest.fixture
def one(read):
    """The source that the only reference of a file becomes; it has no problem."""

    def one(content):
        (reference,) = read(content)
        assert reference.problems == ()
        return {name: value for name, value in reference.values.items() if value is not None}

    return one
