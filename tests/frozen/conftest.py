"""The program as PyInstaller makes it, by dev.py's own way; made anew when anything that it is made from changed."""

import hashlib
import sys
from pathlib import Path

import pytest

import dev

MADE_FROM = ("db", "desktop", "resources")
MADE_BY = ("build.spec", "dev.py", "requirements-dev.txt", "LICENSE")
PROGRAM = dev.ROOT / "dist" / "parley" / "parley"
PORTABLE = dev.ROOT / "dist" / "parley-portable"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.frozen)
            item.add_marker(pytest.mark.timeout(900))  # the first one waits for the build


def _inputs() -> str:
    """What tells one build from another: everything that goes into it, and the programs that came out."""
    digest = hashlib.sha256(sys.version.encode())
    files = [dev.ROOT / name for name in MADE_BY]
    for folder in MADE_FROM:
        files += [file for file in sorted((dev.ROOT / folder).rglob("*")) if file.is_file() and file.suffix != ".pyc"]
    for file in files:
        digest.update(str(file.relative_to(dev.ROOT)).encode() + b"\0" + file.read_bytes())
    for program in (PROGRAM, PORTABLE):
        digest.update(str(program.stat().st_mtime_ns if program.exists() else None).encode())
    return digest.hexdigest()


@pytest.fixture(scope="session")
def built() -> Path:
    """The folder of the built programs."""
    stamp = dev.ROOT / "build" / "frozen.stamp"
    with dev.alone(dev.ROOT / "build" / "frozen.lock"):  # of two rows of tests the second waits and finds it made
        if not (stamp.exists() and stamp.read_text() == _inputs()):
            assert dev.build(["--portable"]) == 0
            stamp.write_text(_inputs())
    return PROGRAM.parents[1]


@pytest.fixture
def bare(tmp_path) -> dict[str, str]:
    """The environment of a person with an empty home, and no Python where programs are looked for."""
    for name in ("home", "path", "temporary"):
        (tmp_path / name).mkdir()
    return {
        "HOME": str(tmp_path / "home"),
        "PATH": str(tmp_path / "path"),
        "TMPDIR": str(tmp_path / "temporary"),
        "QT_QPA_PLATFORM": "offscreen",
    }
