"""The developer's door: python3 dev.py setup | run | test | build, with nothing but Python on the machine."""

from __future__ import annotations  # an old Python must get as far as the sentence about its age

import argparse
import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUN_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"  # holds all of RUN_LOCK as well
LINUX = sys.platform.startswith("linux")


class KnownError(Exception):
    """A sentence that says why nothing more can be done; the program ends with it."""


class Need(NamedTuple):
    """Something that the system must have, and its package for each package manager."""

    name: str
    apt: str
    dnf: str
    pacman: str


QT_LIBRARIES = (
    Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Need("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Need("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs"),
    Need("libz.so.1", "zlib1g", "zlib", "zlib"),
    Need("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
    Need("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),  # QtNetwork is linked to it
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Need("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Need("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Need("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Need("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Need("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Need("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
WINDOW_PROGRAMS = (
    Need("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    Need("openbox", "openbox", "openbox", "openbox"),
    Need("xdotool", "xdotool", "xdotool", "xdotool"),
    Need("dbus-run-session", "dbus", "dbus-daemon", "dbus"),
)
WINDOW_READERS = (
    Need("at-spi2-core", "at-spi2-core", "at-spi2-core", "at-spi2-core"),
    Need("gir1.2-atspi-2.0", "gir1.2-atspi-2.0", "at-spi2-core", "at-spi2-core"),
    Need("python3-gi", "python3-gi", "python3-gobject-base", "python-gobject"),
)
READS_WINDOWS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher")
INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
}


# ---- the system ------------------------------------------------------------------------------------------------------


def succeeds(command: Sequence[str], *, quiet: bool = True, env: dict[str, str] | None = None) -> bool:
    """Whether a command can be started and ends well; only its errors are shown, and they not when quiet."""
    errors = subprocess.DEVNULL if quiet else None
    try:
        child = subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, check=False
        )
    except OSError:
        return False
    return child.returncode == 0


def has_library(name: str) -> bool:
    """Whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries() -> list[Need]:
    """The libraries that Qt opens and this system lacks."""
    return [need for need in QT_LIBRARIES if LINUX and not has_library(need.name)]


def missing_for_windows() -> list[Need]:
    """What the tests of a real window need and this system lacks."""
    missing = [need for need in WINDOW_PROGRAMS if not shutil.which(need.name)]
    reads = Path("/usr/bin/python3").exists() and succeeds(["/usr/bin/python3", "-c", READS_WINDOWS])
    if not reads or not any(Path(path).exists() for path in BUS_LAUNCHERS):
        missing.extend(WINDOW_READERS)
    return missing


def missing_for_freezing() -> list[Need]:
    """What PyInstaller needs and this system lacks."""
    if not LINUX:
        return []
    tools = (Need("objdump", "binutils", "binutils", "binutils"), Need("strip", "binutils", "binutils", "binutils"))
    missing = [need for need in tools if not shutil.which(need.name)]
    shared = str(sysconfig.get_config_var("INSTSONAME"))
    if not has_library(shared) and not (Path(sys.base_prefix) / "lib" / shared).exists():
        version = "{}.{}".format(*sys.version_info)
        missing.append(Need(shared, "libpython" + version, "python3-libs", "python"))
    return missing


def missing_for_environments() -> list[Need]:
    """Debian parts the module that puts pip into an environment from Python."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [Need("ensurepip", "python{}.{}-venv".format(*sys.version_info), "python3", "python")]


def package_manager() -> str | None:
    """The first package manager on the path that we can name packages for."""
    return next((name for name in INSTALL if shutil.which(name)), None)


def install_line(needs: Sequence[Need], manager: str) -> str:
    """The one command that installs what is needed."""
    field = {"apt-get": "apt"}.get(manager, manager)
    packages = sorted({getattr(need, field) for need in needs})
    return " ".join([INSTALL[manager], *packages])


def is_root() -> bool:
    """Whether we may install on this system without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def advice(needs: Sequence[Need]) -> str:
    """What is missing and the line that installs it, for a person who has to do it."""
    names = ", ".join(dict.fromkeys(need.name for need in needs))
    manager = package_manager()
    if manager is None:
        return f"missing here: {names}. Install them with your system's package manager."
    return f"missing here: {names}. Install them with:\n  sudo {install_line(needs, manager)}"


def install(needs: Sequence[Need]) -> None:
    """Install packages where that is ours to do: as root on Debian or Ubuntu, as in a container."""
    if not needs or not is_root() or package_manager() != "apt-get":
        return
    line = install_line(needs, "apt-get")
    say(f"Installing what is missing: {line}")
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-q"], line.split()):
        if not succeeds(command, quiet=False, env=env):
            raise KnownError(f"`{' '.join(command)}` failed (see above). Without a network, install by hand: {line}")
    importlib.invalidate_caches()


def demand(purpose: str, missing: Sequence[Need]) -> None:
    """Stop with advice when something is missing."""
    if missing:
        raise KnownError(f"{purpose}: {advice(missing)}")


# ---- the environment -------------------------------------------------------------------------------------------------


def environment_python(folder: Path) -> Path:
    """The interpreter inside an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(name: str) -> str:
    """The line that marks a lock as installed."""
    return f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}"


def installed(folder: Path) -> list[str]:
    """The locks that an environment holds; none when its making or installing was cut short."""
    stamp = folder / "parley.installed"
    return stamp.read_text().splitlines() if stamp.exists() else []


def is_whole(folder: Path) -> bool:
    """Whether an environment was finished and its interpreter still starts."""
    return bool(installed(folder)) and succeeds([str(environment_python(folder)), "-c", ""])


def make_environment(folder: Path) -> None:
    """Make an empty environment, in place of one that was left half made."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise KnownError(f"{folder} is not a folder; remove it and start again.")
    if folder.exists():
        say(f"The environment in {folder.name} is not whole: making it anew.")
        shutil.rmtree(folder)
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")


def install_lock(folder: Path, name: str) -> None:
    """Install a lock, so that only an installation that came to its end is marked."""
    stamp = folder / "parley.installed"
    lines = [fingerprint(lock) for lock in ([RUN_LOCK, DEV_LOCK] if name == DEV_LOCK else [RUN_LOCK])]
    if stamp.exists():
        stamp.unlink()
    say(f"Installing the packages of {name} (once; some minutes on a slow line) …")
    pip = [str(environment_python(folder)), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    # the lock names all there is to install: without --no-deps, pip 23 asks for the newest of what an extra names
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--progress-bar=off", "-r", str(ROOT / name)]
    if not succeeds(pip + options, quiet=False):
        raise KnownError(
            "The packages were not installed (see above). Without a network, start again when there is one."
        )
    stamp.write_text("\n".join(lines) + "\n")


@contextlib.contextmanager
def alone(at: Path) -> Iterator[None]:
    """Wait until no other dev.py does the same; SQLite's lock works everywhere and dies with its process."""
    at.parent.mkdir(exist_ok=True)
    lock = sqlite3.connect(str(at), timeout=1800, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()


def ensure_environment(name: str, folder: Path = VENV) -> Path:
    """The interpreter of an environment that holds the lock of that name."""
    with alone(ROOT / ".venv.lock"):
        if not is_whole(folder):
            missing = missing_for_environments()
            install(missing)
            demand("A Python environment cannot be made", missing_for_environments())
            make_environment(folder)
        if fingerprint(name) not in installed(folder):
            install_lock(folder, name)
    return environment_python(folder)


def ensure_libraries() -> None:
    """Stop unless the system has what Qt needs."""
    install(missing_libraries())
    demand("Qt needs system libraries", missing_libraries())


# ---- the verbs -------------------------------------------------------------------------------------------------------


def say(sentence: str) -> None:
    """Tell the person, at once, also through a pipe."""
    print(sentence, file=sys.stderr, flush=True)


def call(command: Sequence[object], cwd: Path | None = None, **variables: str) -> int:
    """Run a command to its end; its exit code, 128 + the signal when a signal ended it."""
    env = dict(os.environ, PYTHONPATH=str(ROOT), **variables)
    with subprocess.Popen([str(part) for part in command], cwd=cwd, env=env) as process:
        while True:
            try:
                code = process.wait()
                return code if code >= 0 else 128 - code
            except KeyboardInterrupt:  # the child had it too and ends in its own way
                continue


def has_display(env: dict[str, str]) -> bool:
    """Whether a window would be seen by anybody."""
    if env.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    return not LINUX or any(env.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def setup(arguments: list[str]) -> int:
    """Prepare everything that the other verbs need."""
    if arguments:
        raise KnownError("setup takes no arguments.")
    ensure_libraries()
    python = ensure_environment(DEV_LOCK)
    say(f"Ready: {python.relative_to(ROOT)}")
    return 0


def run(arguments: list[str]) -> int:
    """Start Parley; without a display, prove that it works and leave a picture."""
    ensure_libraries()
    program = [ensure_environment(RUN_LOCK), "-P", "-m", "desktop", *arguments]
    if has_display(dict(os.environ)) or any(word.startswith("-") for word in arguments):
        return call(program)
    picture = ROOT / "build" / "selftest.png"
    picture.parent.mkdir(exist_ok=True)
    say("There is no display: Parley runs its self-test without a window.")
    code = call([*program, "--selftest", "--screenshot", picture], QT_QPA_PLATFORM="offscreen")
    if code == 0:
        say(f"Screenshot: {picture}")
    return code


def left_out() -> list[tuple[str, str]]:
    """The markers of tests that cannot run here, each with the reason."""
    if not LINUX:
        say("The tests of a real window (marker gui) drive Xvfb and run on Linux only.")
        return [("gui", "")]
    reasons = []
    for marker, missing in (("gui", missing_for_windows), ("frozen", missing_for_freezing)):
        install(missing())
        still = missing()
        if still:
            reasons.append((marker, advice(still)))
    return reasons


def test(arguments: list[str]) -> int:
    """Run the tests; arguments go to pytest, and a whole run, side by side on all cores, also measures coverage."""
    ensure_libraries()
    python = ensure_environment(DEV_LOCK)
    reasons = left_out()
    for marker, reason in reasons:
        if reason and os.environ.get("CI") == "true":
            raise KnownError(f"With CI=true no test may be left out, but marker {marker} is: {reason}")
        if reason:
            say(f"Left out, the tests marked {marker}: {reason}")
    markers = " and ".join(["not torture"] + ["not " + marker for marker, _ in reasons])
    spread = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    whole = [] if arguments else ["--cov", "--cov-report=term", *spread]
    return call([python, "-m", "pytest", "-m", markers, *whole, *arguments], cwd=ROOT)


def build(arguments: list[str]) -> int:
    """Make dist/parley/parley, with --portable dist/parley-portable as well; other arguments go to PyInstaller."""
    portable = ["--", "--portable"] if "--portable" in arguments else []
    others = [argument for argument in arguments if argument != "--portable"]
    ensure_libraries()
    install(missing_for_freezing())
    demand("A standalone program cannot be made", missing_for_freezing())
    python = ensure_environment(DEV_LOCK)
    with alone(ROOT / "build" / "lock"):
        code = call([python, "-m", "db", "build", "--force", ROOT / "build" / "astana.parley"], cwd=ROOT)
        if code:
            return code
        freeze = [python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *others, "build.spec", *portable]
        code = call(freeze, cwd=ROOT)
    if code == 0 and not others:
        say("Built: dist/parley/parley" + (" and dist/parley-portable" if portable else ""))
    return code


VERBS = {"setup": setup, "run": run, "test": test, "build": build}


def too_old(version: tuple[int, int]) -> str | None:
    """A sentence when this Python is older than Parley needs, naming a newer one that is here."""
    if version >= OLDEST:
        return None
    found = next((name for name in ("python3.13", "python3.12", "python3.11") if shutil.which(name)), None)
    hint = f"Start it with {found}, which is here." if found else "Install a newer one and start it with that."
    return "Parley needs Python {}.{} or newer; this is {}.{}. {}".format(*OLDEST, *version, hint)


def main(arguments: Sequence[str]) -> int:
    """Do what the verb says; the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    parser.add_argument("verb", choices=list(VERBS))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to what the verb starts")
    chosen = parser.parse_args(arguments)
    try:
        sentence = too_old(sys.version_info[:2])
        if sentence:
            raise KnownError(sentence)
        return VERBS[chosen.verb](chosen.arguments)
    except KnownError as error:
        say(f"dev.py: {error}")
    except (OSError, sqlite3.Error, shutil.Error, subprocess.CalledProcessError) as error:
        say(f"dev.py: {chosen.verb} could not be finished: {error}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
