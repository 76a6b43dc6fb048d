"""What the system must have, looked for and installed on systems made up for the test."""

import sys

import pytest

import dev_system
from tests.made_up_system import LINES, NEEDS, only_path, recorder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up programs are shell scripts")


@pytest.fixture
def path(tmp_path, monkeypatch):
    """The only folder in which programs are looked for."""
    return only_path(tmp_path / "path", monkeypatch)


def test_a_library_is_looked_for_by_the_linker():
    assert dev_system.has_library("libc.so.6" if dev_system.LINUX else "libc.dylib")
    assert not dev_system.has_library("libnobodymadethis.so.6")


def test_each_missing_library_is_named(monkeypatch):
    missing = dev_system.Need("libnobodymadethis.so.6", "nobody1", "nobody", "nobody")
    monkeypatch.setattr(dev_system, "LINUX", True)
    monkeypatch.setattr(dev_system, "QT_LIBRARIES", (dev_system.Need("libc.so.6", "libc6", "glibc", "glibc"), missing))
    assert dev_system.missing_libraries() == [missing]


@pytest.mark.parametrize("manager", LINES)
def test_one_line_installs_what_is_missing(path, manager):
    recorder(path, manager)
    assert dev_system.advice(NEEDS) == f"missing here: libGL.so.1, Xvfb. Install them with:\n  sudo {LINES[manager]}"


def test_a_package_is_named_once(path):
    assert dev_system.install_line([NEEDS[0], NEEDS[0]], "dnf") == "dnf install -y libglvnd-glx"


def test_without_a_package_manager_the_parts_are_named(path):
    assert (
        dev_system.advice(NEEDS) == "missing here: libGL.so.1, Xvfb. Install them with your system's package manager."
    )


def test_root_on_debian_says_what_it_installs_and_does(path, monkeypatch, capsys):
    monkeypatch.setattr(dev_system, "is_root", lambda: True)
    notes = recorder(path, "apt-get")
    dev_system.install(NEEDS)
    assert notes.read_text().splitlines() == ["apt-get update -q", LINES["apt-get"]]
    assert capsys.readouterr().err == f"Installing what is missing: {LINES['apt-get']}\n"


def test_nothing_is_installed_when_nothing_is_missing(path, monkeypatch):
    monkeypatch.setattr(dev_system, "is_root", lambda: True)
    notes = recorder(path, "apt-get")
    dev_system.install([])
    assert not notes.exists()


@pytest.mark.parametrize(("manager", "root"), [("apt-get", False), ("dnf", True), ("pacman", True)])
def test_nobody_else_installs(path, monkeypatch, manager, root):
    monkeypatch.setattr(dev_system, "is_root", lambda: root)
    notes = recorder(path, manager)
    dev_system.install(NEEDS)
    assert not notes.exists()


def test_an_installation_that_fails_ends_with_a_sentence(path, monkeypatch):
    monkeypatch.setattr(dev_system, "is_root", lambda: True)
    recorder(path, "apt-get", code=100)
    with pytest.raises(dev_system.KnownError, match="`apt-get update -q` failed"):
        dev_system.install(NEEDS)
