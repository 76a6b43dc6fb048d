"""Text is typed by hands outside while the program is killed again and again: the last two seconds at most are gone."""

import json
import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from db import Cancel, Library, integrity, record_form
from db.references import Record
from desktop.places import LIBRARY_NAME
from tests.gui.desk import Desk

MEETING = Record("meeting", "astana-01")
MOST_MISSING = 2.0  # seconds of typing
OFFER = "Go on with it"


class Typist:
    """Types numbered words into the field that has the focus, with pauses as people make them."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk = desk
        self._random = random.Random(seed)
        self.typed: list[tuple[float, str]] = []

    def type_until_a_moment(self) -> float:
        """Some words with pauses between them and a last pause; the time when all that was over."""
        for _ in range(self._random.randint(3, 14)):
            word = f"w{len(self.typed):04}"
            self._desk.type_text(f" {word}")
            self.typed.append((time.monotonic(), word))
            if self._random.random() < 0.2:
                self._desk.pause(self._random.uniform(0.5, 3.0))
        self._desk.pause(self._random.uniform(0, self._random.choice([0.2, 2.8])))
        return time.monotonic()

    def words_before(self, moment: float) -> set[str]:
        return {word for typed, word in self.typed if typed <= moment}


def words(text: str) -> set[str]:
    """The numbered words of a text."""
    return set(re.findall(r"w\d{4}", text))


def stored(home: Path) -> str:
    """The summary that the library holds, which a killed writer left sound."""
    with Library(home / LIBRARY_NAME) as library:
        return str(record_form.read(library, MEETING, Cancel()).values["summary"] or "")


def drafted(home: Path) -> list[str]:
    """The texts of the summary in drafts."""
    drafts = [json.loads(file.read_text()) for file in home.glob("drafts/*/*.json")]
    return [draft["texts"]["summary"] for draft in drafts if draft["record"] == list(MEETING)]


def go_to_the_summary(desk: Desk, *, offered: bool) -> None:
    """Put the cursor at the end of the summary, by the draft when there is one to go on with."""
    desk.find("list item", has="Round 1 · Astana")
    if offered:
        desk.press(name=OFFER)
    else:
        desk.press_keys("ctrl+l")
        desk.find("text", name="Filter meetings", states=["FOCUSED"])
        desk.type_text("round 1 astana")
        desk.press_keys("Down", "Return")
        desk.find("page tab", has="Edit")
        desk.press_keys("ctrl+e")
        desk.find("page tab", has="Edit", states=["SELECTED"])
        desk.find("text", name="Summary")
        desk.press_keys("F2")
        desk.find("combo box", states=["FOCUSED"])
        for field in ("Number", "Title", "First day", "Last day", "City", "Country", "Venue"):
            desk.press_keys("Tab")
            desk.find("text", name=field, states=["FOCUSED"])
        desk.press_keys("Tab", "Tab")
    desk.find("text", name="Summary", states=["FOCUSED"])
    desk.press_keys("ctrl+End")


def kill(process) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait(20)


def survive(desk: Desk, home: Path, kills: int) -> None:
    """Type and kill, so many times; then let all be stored, and see that nothing is offered any more."""
    typist, kept, offered, lost = Typist(desk, seed=kills), "", False, set[str]()
    for number in range(kills):
        parley = desk.start_parley()
        go_to_the_summary(desk, offered=offered)
        moment = typist.type_until_a_moment()
        kill(parley)
        desk.wait_until_gone("frame")
        drafts, in_library = drafted(home), stored(home)
        assert len(drafts) < 2
        offered = bool(drafts) and drafts[0] != in_library
        before, kept = words(kept), drafts[0] if drafts else in_library
        missing = {word for _, word in typist.typed} - words(kept) - lost
        print(f"kill {number + 1}: {len(typist.typed)} words typed, {len(missing)} gone with this kill")
        assert words(in_library) <= words(kept), "the draft is older than what is stored"
        assert before <= words(kept), "what was kept once is gone"
        assert not missing & typist.words_before(moment - MOST_MISSING), "more than two seconds of typing is gone"
        lost |= missing
    parley = desk.start_parley()
    go_to_the_summary(desk, offered=offered)
    desk.type_text("end")
    desk.press_keys("Tab")
    desk.find("label", has="Saved")
    desk.press_keys("ctrl+q")
    assert parley.wait(20) == 0
    assert drafted(home) == []
    assert stored(home) == f"{kept}end"
    desk.start_parley()
    go_to_the_summary(desk, offered=False)
    assert desk.find_all(name=OFFER) == []
    assert integrity.check(home / LIBRARY_NAME) == []


def test_typing_survives_kills(desk, home):
    survive(desk, home, kills=5)


@pytest.mark.torture
@pytest.mark.timeout(3600)
def test_typing_survives_fifty_kills(desk, home):
    survive(desk, home, kills=50)
