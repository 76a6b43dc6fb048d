"""How long the bundled library takes to build: `PYTHONPATH=. python tests/bench/build.py`; the goal is under 2 s."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7


def main() -> None:
    """Print the time of the whole command and of its parts, median of several runs."""
    whole: list[float] = []
    parts: dict[str, list[float]] = {"read and check": [], "write": []}
    from db import dataset
    from db.dataset.writing import write

    with tempfile.TemporaryDirectory() as folder:
        for run in range(RUNS):
            started = time.perf_counter()
            command = [sys.executable, "-m", "db", "build", f"{folder}/{run}.parley"]
            subprocess.run(command, check=True, capture_output=True)
            whole.append(time.perf_counter() - started)
            started = time.perf_counter()
            draft = dataset.read(dataset.SHIPPED)
            parts["read and check"].append(time.perf_counter() - started)
            started = time.perf_counter()
            write(draft, Path(folder) / f"again-{run}.parley")
            parts["write"].append(time.perf_counter() - started)
        size = Path(folder, "0.parley").stat().st_size
    print(f"python -m db build: median {statistics.median(whole):.2f} s, slowest {max(whole):.2f} s of {RUNS} runs")
    for name, times in parts.items():
        print(f"  {name}: {statistics.median(times) * 1000:.0f} ms")
    print(f"  library: {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
