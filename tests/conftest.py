import shutil
from pathlib import Path

import pytest
from hypothesis import settings

import db.library
from db import Library

settings.register_profile("parley", deadline=None, max_examples=80, print_blob=True)
settings.load_profile("parley")


def pytest_collection_modifyitems(config, items):
    """The files that take longest by test begin: where files run side by side, none of them is the last one left."""
    items.sort(key=lambda item: not {"gui", "frozen"} & set(item.path.relative_to(config.rootpath).parts))


@pytest.fixture(scope="session", autouse=True)
def waits_for_the_disk():
    """How libraries are opened outside of tests; here they do not wait for the disk, as no test cuts the power."""
    pragmas = db.library._PRAGMAS
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.library, "_PRAGMAS", (*pragmas, "synchronous = off"))
        yield pragmas


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """The file of an empty library, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "talks.parley"
    Library.create(path, "Talks").close()
    return path


@pytest.fixture(scope="session")
def masters(tmp_path_factory):
    """The folder and the files of libraries that are made once and copied, by what makes them."""
    return tmp_path_factory.mktemp("masters"), {}


@pytest.fixture
def copy_of(masters, tmp_path):
    """Gives the file of a copy of the library that a function makes in a file."""

    def copy_of(make, name="talks.parley"):
        folder, made = masters
        if make not in made:
            made[make] = make(folder / f"{len(made)}.parley")
        return Path(shutil.copy(made[make], tmp_path / name))

    return copy_of


@pytest.fixture
def library(empty, tmp_path):
    """An open, empty library."""
    with Library(shutil.copy(empty, tmp_path / "talks.parley"), author="Ada") as library:
        yield library
