"""The window of the built program, on a real screen."""

import subprocess

import pytest

from tests.gui.desk import PATIENCE, Desk

pytestmark = pytest.mark.gui


class BuiltDesk(Desk):
    """A desktop on which the built program is started, with no Python where programs are looked for."""

    def start_built(self, program, **variables) -> subprocess.Popen[str]:
        """Start it with nothing that tells where a Python lies."""
        clean = ["/usr/bin/env", "-u", "PYTHONPATH", "-u", "PYTHONHOME", "-u", "VIRTUAL_ENV", str(program)]
        return self._run(clean, stderr=subprocess.PIPE, text=True, more=variables)


def test_the_window_shows_the_rounds_and_ends_with_ctrl_q(built, bare, tmp_path):
    home = tmp_path / "home"
    desk = BuiltDesk(home)
    with desk:
        parley = desk.start_built(built / "parley" / "parley", HOME=str(home), PATH=bare["PATH"])
        desk.find("list item", has="Round 1 · Astana")
        desk.find("label", name="16 quotes")
        desk.press_keys("ctrl+q")
        _, errors = parley.communicate(timeout=PATIENCE)
        assert parley.returncode == 0
        assert "Traceback" not in errors
    assert (home / "Astana Process.parley").exists()
