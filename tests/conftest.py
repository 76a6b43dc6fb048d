import shutil

import pytest
from hypothesis import settings

from db import Library

settings.register_profile("parley", deadline=None, max_examples=80, print_blob=True)
settings.load_profile("parley")


def pytest_collection_modifyitems(config, items):
    """The files that take longest by test begin: where files run side by side, none of them is the last one left."""
    items.sort(key=lambda item: not {"gui", "frozen"} & set(item.path.relative_to(config.rootpath).parts))


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """The file of an empty library, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "talks.parley"
    Library.create(path, "Talks").close()
    return path


@pytest.fixture
def library(empty, tmp_path):
    """An open, empty library."""
    with Library(shutil.copy(empty, tmp_path / "talks.parley"), author="Ada") as library:
        yield library
