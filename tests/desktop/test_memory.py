"""What large lists took is given back."""

import subprocess
import sys

import pytest

KEPT = """
import sys
from pathlib import Path
from desktop import memory


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


if sys.argv[1:]:
    memory.give_back_large_blocks()
before = resident()
for _ in range(2):
    large = [b"x" * 8_000_000 for _ in range(5)]
    small = bytearray(b"x" * 100_000)
    del large
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has to be told")
def test_large_lists_that_went_leave_nothing_behind_a_small_one_that_stays():
    untold, told = (
        int(subprocess.run([sys.executable, "-c", KEPT, *more], capture_output=True, check=True).stdout)
        for more in ([], ["tell"])
    )
    assert told < 2_000_000 < 40_000_000 <= untold
