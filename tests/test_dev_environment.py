"""The environment that dev.py makes: packages made here are installed into it as a lock says."""

import hashlib
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest

import dev

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an environment has other folders there")


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """A folder with two versions of a package, made here."""
    folder = tmp_path_factory.mktemp("packages")
    for version in ("1.0", "2.0"):
        info = f"talks-{version}.dist-info"
        with zipfile.ZipFile(folder / f"talks-{version}-py3-none-any.whl", "w") as wheel:
            wheel.writestr("talks.py", f"VERSION = {version!r}\n")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: talks\nVersion: {version}\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
    return folder


def write_lock(root, packages, name, version, digest=None):
    """A lock that holds one version of the package."""
    wheel = packages / f"talks-{version}-py3-none-any.whl"
    digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    lines = ["--no-index", f"--find-links {packages}", f"talks=={version} --hash=sha256:{digest}"]
    (root / name).write_text("\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory, packages):
    """A folder like a checkout, with an environment that dev.py made."""
    root = tmp_path_factory.mktemp("checkout")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dev, "ROOT", root)
        for name in (dev.RUN_LOCK, dev.DEV_LOCK):
            write_lock(root, packages, name, "1.0")
        dev.ensure_environment(dev.RUN_LOCK, root / ".venv")
        yield root


def version_in(root):
    """The version of the package in the environment."""
    told = "import talks; print(talks.VERSION)"
    return subprocess.run([root / ".venv/bin/python", "-c", told], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def restored(checkout, packages):
    """The same, as it was made."""
    for name in (dev.RUN_LOCK, dev.DEV_LOCK):
        write_lock(checkout, packages, name, "1.0")
    dev.ensure_environment(dev.RUN_LOCK, checkout / ".venv")
    return checkout


def test_an_environment_holds_what_the_lock_says(restored):
    assert version_in(restored) == "1.0\n"


def test_an_unchanged_lock_is_not_installed_again(restored, monkeypatch):
    monkeypatch.setattr(dev, "install_lock", lambda *_: pytest.fail("installed again"))
    assert dev.ensure_environment(dev.RUN_LOCK, restored / ".venv") == restored / ".venv/bin/python"


def test_a_changed_lock_is_installed(restored, packages, capsys):
    write_lock(restored, packages, dev.RUN_LOCK, "2.0")
    dev.ensure_environment(dev.RUN_LOCK, restored / ".venv")
    assert version_in(restored) == "2.0\n"
    assert "Installing the packages of requirements.txt" in capsys.readouterr().err


def test_the_lock_for_tests_serves_to_run_as_well(restored, monkeypatch):
    dev.ensure_environment(dev.DEV_LOCK, restored / ".venv")
    monkeypatch.setattr(dev, "install_lock", lambda *_: pytest.fail("installed again"))
    dev.ensure_environment(dev.RUN_LOCK, restored / ".venv")
    dev.ensure_environment(dev.DEV_LOCK, restored / ".venv")


def test_a_package_that_is_not_the_locked_one_is_refused(restored, packages, capfd):
    write_lock(restored, packages, dev.RUN_LOCK, "2.0", digest="0" * 64)
    with pytest.raises(dev.KnownError, match="were not installed"):
        dev.ensure_environment(dev.RUN_LOCK, restored / ".venv")
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert dev.installed(restored / ".venv") == []
    assert version_in(restored) == "1.0\n"


@pytest.mark.parametrize("damage", ["cut short", "no interpreter"])
def test_a_half_made_environment_is_made_anew(restored, capsys, damage):
    folder = restored / ".venv"
    (folder / ("parley.installed" if damage == "cut short" else "bin/python")).unlink()
    (folder / "left-over").touch()
    dev.ensure_environment(dev.RUN_LOCK, folder)
    assert version_in(restored) == "1.0\n"
    assert not (folder / "left-over").exists()
    assert "The environment in .venv is not whole: making it anew." in capsys.readouterr().err


def test_something_else_in_the_place_of_the_environment_is_left_alone(restored, tmp_path):
    mine = tmp_path / "mine"
    mine.write_text("a file")
    with pytest.raises(dev.KnownError, match="is not a folder"):
        dev.ensure_environment(dev.RUN_LOCK, mine)
    assert mine.read_text() == "a file"


def test_one_waits_until_the_other_is_done(tmp_path):
    at = tmp_path / "build" / "lock"
    with dev.alone(at), closing(sqlite3.connect(at, timeout=0)) as other, pytest.raises(sqlite3.OperationalError):
        other.execute("BEGIN EXCLUSIVE")
    with closing(sqlite3.connect(at, timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")
