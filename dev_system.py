"""What the system must have for Parley, and the line that installs it; read by any Python, as dev.py is."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

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


def say(sentence: str) -> None:
    """Tell the person, at once, also through a pipe."""
    print(sentence, file=sys.stderr, flush=True)


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


def ensure_libraries() -> None:
    """Stop unless the system has what Qt needs."""
    install(missing_libraries())
    demand("Qt needs system libraries", missing_libraries())
