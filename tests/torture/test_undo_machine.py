"""The undo machine of the ordinary tests at length: after each step all indexes are compared, which takes its time."""

import pytest

from tests.db import test_undo_machine
from tests.db.test_undo_machine import furnished, small_steps

__all__ = ["furnished", "small_steps"]  # fixtures
pytestmark = [pytest.mark.torture, pytest.mark.timeout(3600)]

SITTINGS, STEPS = 500, 60
"""Some eight minutes of one core; each run makes up other ones."""


def test_hundreds_of_long_sittings_can_be_undone_to_their_start(furnished):
    test_undo_machine.run(furnished, examples=SITTINGS, steps=STEPS)
