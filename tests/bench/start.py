"""From exec to the first painted list with content, against an empty PySide6 window in the same run.

    .venv/bin/python tests/bench/start.py [dist/parley/parley …]

Both are watched from outside, in the frame buffer of an Xvfb of their own: a start ends when text stands in the area of
the list (or when the empty window covers it). Programs are started in turn, so that a drifting machine hits all alike.
"""

from __future__ import annotations

import mmap
import os
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 9
ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1280, 800
AREA = (50, 240, 280, 700)  # left, top, right, bottom: where the list of meetings stands
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1240, 760)
window.show()
app.exec()
"""


class Screen:
    """An Xvfb whose picture is read from memory."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        arguments = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
        self._server = subprocess.Popen([*arguments, "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = f":{pipe.readline().strip()}"
        picture = (folder / "Xvfb_screen0").open("rb")
        self._memory = mmap.mmap(picture.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self._memory[:100])
        self._start = head[0] + head[19] * 12  # behind the header and the table of colours
        self._line = head[12]

    def row(self, y: int) -> bytes:
        """The pixels of a row inside the area, four bytes each."""
        at = self._start + y * self._line
        return self._memory[at + AREA[0] * 4 : at + AREA[2] * 4]

    def covered(self) -> bool:
        """Whether anything but the black ground is seen."""
        return any(self.row((AREA[1] + AREA[3]) // 2))

    def written(self) -> bool:
        """Whether dark type stands on a light ground in many rows of the area."""
        return sum(_has_type(self.row(y)) for y in range(AREA[1], AREA[3], 3)) > 20

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


def _has_type(row: bytes) -> bool:
    greens = row[1::4]
    return max(greens) > 200 and min(greens) < 120


def surroundings(screen: Screen, home: Path) -> dict[str, str]:
    """The environment of a program under test: Python keeps its compiled files, as it does for everybody."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"DISPLAY": screen.display, "PARLEY_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}


def start(screen: Screen, command: list[str], home: Path, shown: Callable[[], bool]) -> float:
    """Seconds from exec until the picture shows what is waited for."""
    environment = surroundings(screen, home)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while not shown():
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} ended with {process.returncode} before it showed anything")
            time.sleep(0.0005)
        return time.perf_counter() - began
    finally:
        stop(process)
        while screen.covered():
            time.sleep(0.001)


def group(process: Path) -> int:
    """The process group of a folder of /proc; 0 when the process has ended."""
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[2])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def resident(process: Path) -> int:
    """The resident memory of a folder of /proc, in MB."""
    lines = (process / "status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it has started: the one-file program runs in a process of its own."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def memory(screen: Screen, command: list[str], home: Path) -> int:
    """Resident memory in MB once the list is shown."""
    environment = surroundings(screen, home)
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while not screen.written():
            time.sleep(0.01)
        time.sleep(1)  # the rest of the start
        return max(resident(path) for path in Path("/proc").glob("[0-9]*") if group(path) == process.pid)
    finally:
        stop(process)


def main() -> None:
    """Start everything in turn and print medians and ratios."""
    programs = {"source": [sys.executable, "-m", "desktop"]}
    programs |= {path: [str(Path(path).resolve())] for path in sys.argv[1:]}
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder))
        home = Path(folder) / "home"
        home.mkdir()
        try:
            empty = [sys.executable, "-c", EMPTY]
            times: dict[str, list[float]] = {"empty window": [], **{name: [] for name in programs}}
            for number in range(RUNS + 1):
                found = {"empty window": start(screen, empty, home, screen.covered)}
                found |= {name: start(screen, command, home, screen.written) for name, command in programs.items()}
                for name, seconds in found.items():
                    times[name] += [seconds] if number else []  # the first start makes the copy and warms the disk
            base = statistics.median(times["empty window"])
            for name, values in times.items():
                middle = statistics.median(values)
                spread = f"{min(values) * 1000:.0f}–{max(values) * 1000:.0f}"
                print(f"{name:>28}: {middle * 1000:6.0f} ms ({spread}), {middle / base:.2f} × the empty window")
            for name, command in programs.items():
                print(f"{name:>28}: {memory(screen, command, home)} MB resident after the start")
        finally:
            screen.close()


if __name__ == "__main__":
    main()
