"""The built program: does its main job with nothing around it, carries all that it needs and little else."""

import os
import re
import shutil
import subprocess
import sys

import pytest

import dev
from desktop import theme
from desktop.about import NAME, VERSION

LINUX = sys.platform.startswith("linux")
QUOTE = "The main thing is that the Astana platform stimulated efforts as part of the Syrian settlement"
LICENCES = {
    "README.txt", "Parley.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "Python.txt", "SQLite.txt", "pdfium.txt", "lxml.txt",
}  # fmt: skip
OF_EVERY_DESKTOP = re.compile(
    r"linux-vdso|ld-linux|lib(c|m|dl|pthread|rt|util|resolv)\.so"  # the C library
    r"|lib(GL|EGL|GLX|GLdispatch|OpenGL)\.so|libxcb\.so|libX(au|dmcp)\.so|lib(bsd|md)\.so"  # libgl1, libegl1 and theirs
    r"|libwayland-"  # where there is Wayland
)


@pytest.fixture
def resources(built):
    """What the program carries beside its code."""
    return built / "parley" / "_internal" / "resources"


def selftest(program, environment):
    """What the self-test prints, which must end well."""
    done = subprocess.run(
        [program, "--selftest"], env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("program", ["parley/parley", "parley-portable"])
def test_it_does_its_main_job_where_there_is_no_python(built, bare, program):
    told = selftest(built / program, bare)
    assert len(re.findall(r"^  Round \d+ · ", told, re.MULTILINE)) == 22
    assert "22 rounds" in told
    assert QUOTE in told
    assert "2 documents were read and stored" in told
    assert told.startswith(f"{NAME} {VERSION}, Qt 6.11.3, ")
    assert "not said" not in told  # the version of a part


def test_the_portable_program_leaves_nothing_behind(built, bare, tmp_path):
    selftest(built / "parley-portable", bare)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_it_tells_its_version_and_an_exit_code(built, bare):
    program = built / "parley" / "parley"
    done = subprocess.run([program, "--version"], env=bare, capture_output=True, text=True, check=True)
    assert done.stdout == f"{NAME} {VERSION}\n"
    wrong = subprocess.run([program, "--wrong"], env=bare, capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "usage: parley" in wrong.stderr


def test_it_carries_the_library_fonts_icons_and_licences(resources):
    source = dev.ROOT / "resources"
    assert (resources / "astana.parley").stat().st_size > 1_000_000
    assert {file.stem for file in (resources / "fonts").glob("*.ttf")} == {*theme.FONTS, *theme.MORE_FONTS}
    assert (resources / "fonts" / "OFL.txt").exists()
    for pattern in ("icons/*.svg", "icons/*.png", "icons/actions/*.svg", "licences/*.txt"):
        assert {file.name for file in source.glob(pattern)} <= {file.name for file in resources.glob(pattern)}
    assert {file.name for file in (resources / "licences").glob("*.txt")} >= LICENCES
    assert not (resources / "dataset").exists()


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="the system's notices are known on Debian only")
def test_it_carries_the_notices_of_the_system_libraries(built, resources):
    notices = {file.stem for file in (resources / "licences" / "system").glob("*.txt")}
    assert {"libfontconfig1", "libglib2.0-0", "libxcb-cursor0", "libxkbcommon0"} <= notices


def test_it_is_small(built):
    files = [file for file in (built / "parley").rglob("*") if file.is_file() and not file.is_symlink()]
    assert sum(file.stat().st_size for file in files) < 150_000_000  # 13 of them read documents


@pytest.mark.skipif(not LINUX, reason="the names of libraries are those of Linux")
def test_it_needs_no_library_that_a_plain_desktop_lacks(built):
    inside = built / "parley" / "_internal"
    environment = os.environ | {"LD_LIBRARY_PATH": str(inside)}
    missing, outside = set(), set()
    for file in [built / "parley" / "parley", *inside.rglob("*.so*")]:
        told = subprocess.run(["ldd", file], env=environment, capture_output=True, text=True, check=False).stdout
        for line in told.splitlines():
            name, _, place = line.strip().partition(" => ")
            if place == "not found":
                missing.add(f"{name}, for {file.relative_to(inside.parent)}")
            elif " (0x" in line and str(inside) not in place:
                outside.add(name)
    assert {name for name in missing if not OF_EVERY_DESKTOP.match(name)} == set()
    assert {name for name in outside if not OF_EVERY_DESKTOP.match(name.split("/")[-1])} == set()
