import sqlite3
from importlib import metadata

from db import versions
from db.schema import FORMAT


def test_every_part_has_its_version():
    found = versions.versions()
    assert found["SQLite"] == sqlite3.sqlite_version
    assert found["sqlite-utils"] == metadata.version("sqlite-utils")
    assert found["Library format"] == str(FORMAT)
    assert all(found.values())


def test_a_part_whose_version_was_not_packed_is_said_to_be_unknown(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(versions, "version", missing)
    assert versions.versions()["sqlite-utils"] == "not said"
