"""The versions of the parts that a library depends on."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

from db.schema import FORMAT


def versions() -> dict[str, str]:
    """Part and version, for the About window and for reports."""
    try:
        sqlite_utils = version("sqlite-utils")
    except PackageNotFoundError:
        sqlite_utils = "not said"
    return {
        "Library format": str(FORMAT),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "sqlite-utils": sqlite_utils,
    }
