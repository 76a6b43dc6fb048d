"""Starting Parley: a second time, after it was killed, with another look, with what it cannot open."""

import os
import select
import signal
import sqlite3
from pathlib import Path

import pytest

from tests.gui.desk import PATIENCE

COLOURS = 40  # a window with nothing in it has fewer


def test_a_second_start_raises_the_first_window_and_ends(desk):
    desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    desk.minimize()
    desk.wait_until_gone("frame", states=["ACTIVE"])
    second = desk.start_parley()
    assert second.wait(PATIENCE) == 0
    desk.find("frame", name="Astana Process – Parley", states=["ACTIVE"])
    assert desk.windows().count("Astana Process – Parley") == 1
    assert desk.active_window() == "Astana Process – Parley"


def test_a_second_start_hands_its_file_to_the_first_window(desk, home, shipped):
    other = home / "Мои переговоры & más.parley"
    other.write_bytes(shipped.read_bytes())
    desk.start_parley()
    desk.find("frame", name="Astana Process – Parley")
    desk.find("list item", has="Round 1 · Astana")
    assert desk.start_parley(str(other)).wait(PATIENCE) == 0
    desk.find("frame", name="Мои переговоры & más – Parley")


def test_a_link_is_searched_for_by_a_first_start_and_by_a_second_one(desk):
    desk.start_parley("parley:search?q=ceasefire%20OR%20armistice")
    desk.find("text", name="Search quotes", text="ceasefire OR armistice")
    assert desk.start_parley("parley:search?q=%D0%BB%D0%B0%D0%B2%D1%80%D0%BE%D0%B2").wait(PATIENCE) == 0
    desk.find("text", name="Search quotes", text="лавров")


def test_two_starts_at_once_make_one_window(desk):
    starts = [desk.start_parley(), desk.start_parley()]
    desk.find("list item", has="Round 1 · Astana")
    assert wait_for_one(starts).returncode == 0
    assert [start.poll() for start in starts].count(None) == 1
    assert desk.windows().count("Astana Process – Parley") == 1


def test_a_killed_parley_starts_again_with_all_that_was_there(desk, home):
    first = desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    before = (home / "Astana Process.parley").read_bytes()
    os.kill(first.pid, signal.SIGKILL)
    first.wait(PATIENCE)
    desk.wait_until_gone("frame")
    desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    desk.find("label", name="every change is saved")
    assert (home / "Astana Process.parley").read_bytes() == before


def test_a_file_that_is_no_library_is_said_in_the_window(desk, tmp_path):
    text = tmp_path / "minutes.parley"
    text.write_text("Minutes of the meeting")
    desk.start_parley(str(text))
    desk.find("label", has="“minutes.parley” is not a Parley library")
    assert text.read_text() == "Minutes of the meeting"
    assert [file.name for file in tmp_path.iterdir() if file.name != "home"] == ["minutes.parley"]


def test_the_window_closes_with_ctrl_q_and_leaves_nothing_running(desk, home):
    parley = desk.start_parley()
    desk.find("list item", has="Round 1 · Astana")
    desk.press_keys("ctrl+q")
    assert parley.wait(PATIENCE) == 0
    told = [line for line in parley.stderr.read().splitlines() if not line.startswith("qt.accessibility")]
    assert told == []
    assert sorted(file.name for file in home.iterdir()) == ["Astana Process.parley", "parley.ini"]
    with sqlite3.connect(home / "Astana Process.parley") as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    conn.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("zoom", [100, 200])
def test_the_window_is_readable_in_every_look(desk, home, tmp_path, theme, zoom):
    (home / "parley.ini").write_text(f"[look]\ntheme={theme}\nzoom={zoom}\n")
    desk.start_parley()
    desk.find("label", name="16 quotes")
    desk.press_keys("alt+Down", "alt+Down")
    desk.find("label", name="Overview of the meeting", text="Guarantors")
    row = desk.find("list item", has="Round 1 · Astana")
    assert row.box[3] == 52 * zoom // 100
    folder = Path(os.environ.get("PARLEY_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    assert desk.photograph(folder / f"meeting-{theme}-{zoom}.png") > COLOURS


def wait_for_one(processes):
    """The first of some processes that ends."""
    ends = {os.pidfd_open(process.pid): process for process in processes}
    ended, _, _ = select.select(list(ends), [], [], PATIENCE)
    for end in ends:
        os.close(end)
    assert ended, "none of them ended"
    ends[ended[0]].wait()
    return ends[ended[0]]
