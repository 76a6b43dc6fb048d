"""A system made up for a test: programs that only note how they are called, and what is missing in it."""

import dev_system

NEEDS = [
    dev_system.Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    dev_system.Need("Xvfb", "xvfb", "xorg-Xvfb", "xvfb"),
]
LINES = {
    "apt-get": "apt-get install -y --no-install-recommends libgl1 xvfb",
    "dnf": "dnf install -y libglvnd-glx xorg-Xvfb",
    "pacman": "pacman -S --needed --noconfirm libglvnd xvfb",
}


def script(file, text):
    """A program that the test makes up."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)
    return file


def only_path(folder, monkeypatch):
    """An empty folder, the only one in which programs are looked for."""
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def recorder(path, name, code=0):
    """A package manager that only notes how it is called; the file of its notes."""
    notes = path / f"{name}.calls"
    script(path / name, f'#!/bin/sh\necho "{name} $*" >> {notes}\nexit {code}\n')
    return notes
