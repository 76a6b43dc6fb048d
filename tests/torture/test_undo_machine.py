import pytest

from tests.db import test_undo_machine
from tests.db.test_undo_machine import furnished

__all__ = ["furnished"]
pytestmark = [pytest.mark.torture, pytest.mark.timeout(7200)]


def test_any_work_can_be_undone_to_its_start_2000_times(furnished):
    test_undo_machine.run(furnished, examples=2000, steps=60)
