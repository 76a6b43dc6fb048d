"""A desktop of its own for each test that drives a real window."""

import os
import shutil
from pathlib import Path

import pytest

from desktop import places
from tests.gui.desk import Desk

PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-run-session")


def pytest_collection_modifyitems(items):
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.gui)
            if missing and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(f"not on this machine: {', '.join(missing)}"))


@pytest.fixture(scope="session")
def shipped():
    """The library that ships, built before a program looks for it."""
    return places.shipped_library()


@pytest.fixture
def home(tmp_path):
    """The empty folder of a person who never started Parley."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(home, shipped):
    """A desktop with nothing on it."""
    with Desk(home) as desk:
        yield desk
