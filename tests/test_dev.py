"""dev.py, the door that needs only Python: imported, and started on checkouts and systems made up for the test."""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up programs are shell scripts")
NEEDS = [dev.Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"), dev.Need("Xvfb", "xvfb", "xorg-Xvfb", "xvfb")]
LINES = {
    "apt-get": "apt-get install -y --no-install-recommends libgl1 xvfb",
    "dnf": "dnf install -y libglvnd-glx xorg-Xvfb",
    "pacman": "pacman -S --needed --noconfirm libglvnd xvfb",
}
INTERPRETER = """#!/bin/sh
if [ "$1" = -c ]; then exit 0; fi
printf '%s\\n' "platform=$QT_QPA_PLATFORM" "$@" > "$(dirname "$0")/called"
{ending}
"""


def script(file, text):
    """A program that the test makes up."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)
    return file


@pytest.fixture
def path(tmp_path, monkeypatch):
    """An empty folder, the only one in which programs are looked for."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def recorder(path, name, code=0):
    """A package manager that only notes how it is called; the file of its notes."""
    notes = path / f"{name}.calls"
    script(path / name, f'#!/bin/sh\necho "{name} $*" >> {notes}\nexit {code}\n')
    return notes


# ---- which Python ----


def test_dev_can_be_read_by_python_3_8():
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_dev_needs_nothing_but_the_standard_library():
    tree = ast.parse(Path(dev.__file__).read_bytes())
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    assert {name.split(".")[0] for name in names} <= {*sys.stdlib_module_names, "__future__"}


def test_an_old_python_gets_a_sentence(path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == (
        "dev.py: Parley needs Python 3.11 or newer; this is 3.8. Install a newer one and start it with that.\n"
    )


def test_an_old_python_is_told_of_a_newer_one_that_is_there(path):
    script(path / "python3.12", "#!/bin/sh\n")
    assert "Start it with python3.12, which is here." in (dev.too_old((3, 10)) or "")


def test_python_3_11_is_new_enough():
    assert dev.too_old((3, 11)) is None


def test_an_unknown_verb_is_refused(capsys):
    with pytest.raises(SystemExit) as ended:
        dev.main(["fly"])
    assert ended.value.code == 2
    assert "invalid choice: 'fly'" in capsys.readouterr().err


# ---- the system ----


def test_a_library_is_looked_for_by_the_linker():
    assert dev.has_library("libc.so.6" if dev.LINUX else "libc.dylib")
    assert not dev.has_library("libnobodymadethis.so.6")


def test_each_missing_library_is_named(monkeypatch):
    missing = dev.Need("libnobodymadethis.so.6", "nobody1", "nobody", "nobody")
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "QT_LIBRARIES", (dev.Need("libc.so.6", "libc6", "glibc", "glibc"), missing))
    assert dev.missing_libraries() == [missing]


@pytest.mark.parametrize("manager", LINES)
def test_one_line_installs_what_is_missing(path, manager):
    recorder(path, manager)
    assert dev.advice(NEEDS) == f"missing here: libGL.so.1, Xvfb. Install them with:\n  sudo {LINES[manager]}"


def test_a_package_is_named_once(path):
    assert dev.install_line([NEEDS[0], NEEDS[0]], "dnf") == "dnf install -y libglvnd-glx"


def test_without_a_package_manager_the_parts_are_named(path):
    assert dev.advice(NEEDS) == "missing here: libGL.so.1, Xvfb. Install them with your system's package manager."


def test_root_on_debian_says_what_it_installs_and_does(path, monkeypatch, capsys):
    monkeypatch.setattr(dev, "is_root", lambda: True)
    notes = recorder(path, "apt-get")
    dev.install(NEEDS)
    assert notes.read_text().splitlines() == ["apt-get update -q", LINES["apt-get"]]
    assert capsys.readouterr().err == f"Installing what is missing: {LINES['apt-get']}\n"


def test_nothing_is_installed_when_nothing_is_missing(path, monkeypatch):
    monkeypatch.setattr(dev, "is_root", lambda: True)
    notes = recorder(path, "apt-get")
    dev.install([])
    assert not notes.exists()


@pytest.mark.parametrize(("manager", "root"), [("apt-get", False), ("dnf", True), ("pacman", True)])
def test_nobody_else_installs(path, monkeypatch, manager, root):
    monkeypatch.setattr(dev, "is_root", lambda: root)
    notes = recorder(path, manager)
    dev.install(NEEDS)
    assert not notes.exists()


def test_an_installation_that_fails_ends_with_a_sentence(path, monkeypatch):
    monkeypatch.setattr(dev, "is_root", lambda: True)
    recorder(path, "apt-get", code=100)
    with pytest.raises(dev.KnownError, match="`apt-get update -q` failed"):
        dev.install(NEEDS)


def test_missing_libraries_stop_every_verb_with_advice(path, monkeypatch, capsys):
    monkeypatch.setattr(dev, "is_root", lambda: False)
    monkeypatch.setattr(dev, "missing_libraries", lambda: NEEDS)
    recorder(path, "dnf")
    for verb in dev.VERBS:
        assert dev.main([verb]) == 1
        assert capsys.readouterr().err == (
            f"dev.py: Qt needs system libraries: missing here: libGL.so.1, Xvfb. Install them with:\n"
            f"  sudo {LINES['dnf']}\n"
        )


# ---- the verbs ----


@pytest.fixture
def start(tmp_path):
    """Start dev.py in a checkout whose interpreter only notes how it is called; what it said, and those notes."""
    root = tmp_path / "checkout"
    root.mkdir()
    shutil.copy(dev.__file__, root)
    for name in (dev.RUN_LOCK, dev.DEV_LOCK):
        shutil.copy(dev.ROOT / name, root)

    def run(*arguments, ending="exit 0", **variables):
        script(root / ".venv/bin/python", INTERPRETER.format(ending=ending))
        lines = [
            f"{name} {hashlib.sha256((root / name).read_bytes()).hexdigest()}" for name in (dev.RUN_LOCK, dev.DEV_LOCK)
        ]
        (root / ".venv/parley.installed").write_text("\n".join(lines))
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CI", "COV", "PYTEST")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        command = [sys.executable, str(root / "dev.py"), *arguments]
        done = subprocess.run(command, env=kept | variables, capture_output=True, text=True, check=False)
        notes = root / ".venv/bin/called"
        return done, notes.read_text().splitlines() if notes.exists() else []

    return run


def test_run_passes_arguments_and_the_exit_code_on(start):
    done, called = start("run", "talks.parley", "--two words", ending="exit 7", DISPLAY=":7")
    assert done.returncode == 7
    assert called == ["platform=", "-P", "-m", "desktop", "talks.parley", "--two words"]


def test_a_program_ended_by_a_signal_gives_its_number(start):
    done, _ = start("run", ending="kill -9 $$", DISPLAY=":7")
    assert done.returncode == 137


@pytest.mark.skipif(not dev.LINUX, reason="elsewhere there is always a display")
@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ":7", "QT_QPA_PLATFORM": "offscreen"}])
def test_run_without_a_display_says_so_and_runs_the_self_test(start, tmp_path, variables):
    done, called = start("run", **variables)
    picture = str(tmp_path / "checkout/build/selftest.png")
    assert done.returncode == 0
    assert called == ["platform=offscreen", "-P", "-m", "desktop", "--selftest", "--screenshot", picture]
    assert done.stderr.splitlines() == [
        "There is no display: Parley runs its self-test without a window.",
        f"Screenshot: {picture}",
    ]


@pytest.mark.skipif(not dev.LINUX, reason="elsewhere there is always a display")
def test_a_self_test_that_fails_promises_no_picture(start):
    done, _ = start("run", ending="exit 1")
    assert done.returncode == 1
    assert "Screenshot" not in done.stderr


def test_an_option_needs_no_display(start):
    _, called = start("run", "--version")
    assert called[1:] == ["-P", "-m", "desktop", "--version"]


def test_run_starts_parley_from_a_real_checkout(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DISPLAY", "WAYLAND", "QT_"))}
    command = [sys.executable, dev.__file__, "run", "--selftest", "--screenshot", str(tmp_path / "parley.png")]
    done = subprocess.run(command, env=kept, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "22 rounds" in done.stdout
    assert (tmp_path / "parley.png").read_bytes().startswith(b"\x89PNG")


def test_setup_takes_no_arguments(start):
    done, called = start("setup", "now")
    assert done.returncode == 1
    assert done.stderr == "dev.py: setup takes no arguments.\n"
    assert called == []


@pytest.fixture
def whole(monkeypatch):
    """A system that has all but what a test takes away; the calls of the verbs."""
    calls = []
    for name in ("missing_libraries", "missing_for_windows", "missing_for_freezing"):
        monkeypatch.setattr(dev, name, list)
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "is_root", lambda: False)
    monkeypatch.setattr(dev, "ensure_environment", lambda *_: Path("python"))
    monkeypatch.setattr(dev, "call", lambda command, **_: calls.append([str(part) for part in command]) or 5)
    monkeypatch.delenv("CI", raising=False)
    return calls


def test_test_runs_all_but_torture_on_all_cores_with_coverage(whole):
    assert dev.main(["test"]) == 5
    spread = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    assert whole == [["python", "-m", "pytest", "-m", "not torture", "--cov", "--cov-report=term", *spread]]


def test_test_passes_arguments_on_to_pytest(whole):
    assert dev.main(["test", "-k", "quotes", "-m", "torture"]) == 5
    assert whole == [["python", "-m", "pytest", "-m", "not torture", "-k", "quotes", "-m", "torture"]]


@pytest.mark.parametrize(("part", "marker"), [("missing_for_windows", "gui"), ("missing_for_freezing", "frozen")])
def test_tests_that_cannot_run_here_are_named_and_left_out(whole, path, monkeypatch, capsys, part, marker):
    recorder(path, "pacman")
    monkeypatch.setattr(dev, part, lambda: NEEDS[1:])
    assert dev.main(["test", "-q"]) == 5
    assert whole == [["python", "-m", "pytest", "-m", f"not torture and not {marker}", "-q"]]
    assert capsys.readouterr().err == (
        f"Left out, the tests marked {marker}: missing here: Xvfb. Install them with:\n"
        "  sudo pacman -S --needed --noconfirm xvfb\n"
    )


def test_in_ci_nothing_may_be_left_out(whole, path, monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(dev, "missing_for_windows", lambda: NEEDS[1:])
    assert dev.main(["test"]) == 1
    assert whole == []
    assert capsys.readouterr().err.startswith(
        "dev.py: With CI=true no test may be left out, but marker gui is: missing"
    )


def test_build_makes_the_library_first_and_stops_when_it_is_wrong(whole, tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert dev.main(["build"]) == 5
    assert whole == [["python", "-m", "db", "build", "--force", str(tmp_path / "build/astana.parley")]]


def test_build_hands_portable_to_the_spec_and_the_rest_to_pyinstaller(whole, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "call", lambda command, **_: whole.append([str(part) for part in command]) or 0)
    assert dev.main(["build", "--portable"]) == 0
    assert dev.main(["build", "--clean"]) == 0
    freeze = ["python", "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    assert whole[1] == [*freeze, "build.spec", "--", "--portable"]
    assert whole[3] == [*freeze, "--clean", "build.spec"]
    assert "Built: dist/parley/parley and dist/parley-portable" in capsys.readouterr().err
