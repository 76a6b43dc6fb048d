"""A desktop of its own for one test: a screen, a window manager, a message bus, hands that type and eyes that read."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
WATCHER = Path(__file__).with_name("watcher.py")
PHOTOGRAPHER = Path(__file__).with_name("photographer.py")
PATIENCE = 20  # seconds for anything that must come


class Seen(NamedTuple):
    """Something that the window shows, as a screen reader is told of it."""

    role: str
    name: str
    description: str
    text: str
    caret: int
    states: list[str]
    box: list[int] | None

    @property
    def from_caret(self) -> str:
        """The text from where the caret stands."""
        return self.text[self.caret :]


class Desk:
    """The desktop; everything started on it ends with it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._closing = ExitStack()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))},
            "PARLEY_HOME": str(home),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "0",
        }

    def __enter__(self) -> "Desk":
        with ExitStack() as opening:
            opening.push(self._closing.__exit__)
            self.environment["DISPLAY"] = self._start_screen()
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
            self._start_manager()
            self._watcher = self._run(
                ["/usr/bin/python3", "-W", "ignore::DeprecationWarning", str(WATCHER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            opening.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._closing.close()

    def start_parley(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """Start the program from source, as its README says."""
        command = [sys.executable, "-m", "desktop", *arguments]
        return self._run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, more=variables)

    def press_keys(self, *keys: str) -> None:
        """Press keys or chords, such as `ctrl+f`, in the window that has the focus."""
        self._call("xdotool", "key", "--delay", "12", *keys)

    def type_text(self, text: str) -> None:
        """Type Latin letters on the keyboard."""
        self._call("xdotool", "type", "--delay", "12", text)

    def pause(self, seconds: float) -> None:
        """Take the hands off the keys for a while."""
        self._call("xdotool", "sleep", f"{seconds:.2f}")

    def minimize(self) -> None:
        """Put away the window that has the focus."""
        self._call("xdotool", "getactivewindow", "windowminimize")

    def windows(self) -> list[str]:
        """The names of the windows on the screen."""
        found = self._call("xdotool", "search", "--onlyvisible", "--name", "", check=False).split()
        return [
            name for window in found if (name := self._call("xdotool", "getwindowname", window, check=False).strip())
        ]

    def active_window(self) -> str:
        """The name of the window that has the focus; empty when none has."""
        return self._call("xdotool", "getactivewindow", "getwindowname", check=False).strip()

    def find(self, role: str = "", **wanted: object) -> Seen:
        """What shows, as soon as it does."""
        return self._seen(self.ask("find", role, **wanted)["found"])

    def find_all(self, role: str = "", **wanted: object) -> list[Seen]:
        """Everything of that kind that shows now."""
        return [self._seen(found) for found in self.ask("all", role, **wanted)["all"]]

    def wait_until_gone(self, role: str = "", **wanted: object) -> None:
        """Wait until nothing of that kind shows any more."""
        self.ask("gone", role, **wanted)

    def press(self, role: str = "", **wanted: object) -> None:
        """Press a button or a menu as a screen reader does."""
        self.ask("press", role, **wanted)

    def write(self, words: str, role: str = "", **wanted: object) -> None:
        """Fill a field as an input method does, whatever the script."""
        self.ask("write", role, words=words, **wanted)

    def ask(self, do: str, role: str = "", **wanted: object) -> dict:
        """One request to the watcher; fails with what is on the screen instead."""
        request = {"do": do, "seconds": PATIENCE, **({"role": role} if role else {}), **wanted}
        assert self._watcher.stdin
        assert self._watcher.stdout
        self._watcher.stdin.write(json.dumps(request) + "\n")
        self._watcher.stdin.flush()
        answer = json.loads(self._watcher.stdout.readline())
        assert "missing" not in answer, f"{answer['missing']} is not there; what is:\n" + "\n".join(answer["there"])
        return answer

    def photograph(self, picture: Path) -> int:
        """Save the screen to a file; how many colours it has."""
        return int(self._call(sys.executable, str(PHOTOGRAPHER), str(picture)))

    def _seen(self, found: dict) -> Seen:
        return Seen(**found)

    def _start_screen(self) -> str:
        reads, writes = os.pipe()
        with os.fdopen(reads) as told:
            screen = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1360x900x24", "-nolisten", "tcp", "-noreset"]
            self._run(screen, pass_fds=(writes,), stderr=subprocess.DEVNULL)
            os.close(writes)
            return f":{told.readline().strip()}"

    def _start_bus(self) -> str:
        bus = ["dbus-run-session", "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat']
        running = self._run(bus, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert running.stdout
        return running.stdout.readline().strip()

    def _start_manager(self) -> None:
        ready = ["openbox", "--startup", "sh -c 'echo ready'"]
        running = self._run(ready, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert running.stdout
        running.stdout.readline()

    def _run(self, command: list[str], more: dict[str, str] | None = None, **options) -> subprocess.Popen:
        return self._closing.enter_context(_running(command, env={**self.environment, **(more or {})}, **options))

    def _call(self, *command: str, check: bool = True) -> str:
        done = subprocess.run(
            command, env=self.environment, check=check, capture_output=True, text=True, timeout=PATIENCE
        )
        return done.stdout


@contextmanager
def _running(command: list[str], **options):
    """A process that is ended, and waited for, when its time is over."""
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stderr:
            process.stderr.close()
