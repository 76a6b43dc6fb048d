import shutil

import pytest
from hypothesis import settings

from db import Library

settings.register_profile("parley", deadline=None, max_examples=80, print_blob=True)
settings.load_profile("parley")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Where tests run side by side, those that drive windows and the built program are one row, and begin."""
    if config.getoption("dist", "no") == "no":
        return
    slow = [item for item in items if item.get_closest_marker("gui") or item.get_closest_marker("frozen")]
    for item in slow:
        item.add_marker(pytest.mark.xdist_group("windows"))
    items[:] = slow + [item for item in items if item not in set(slow)]


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
