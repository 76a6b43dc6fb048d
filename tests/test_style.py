"""The code is as the tools of pyproject.toml want it: rules, layout, types."""

import subprocess
import sys

import pytest

import dev

TOOLS = {
    "rules": ["ruff", "check", "--no-cache", "--quiet"],
    "layout": ["ruff", "format", "--check", "--quiet", "--no-cache"],
    "types": ["pyright"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_code_keeps_its_style(tool):
    command = [sys.executable, "-m", *TOOLS[tool]]
    done = subprocess.run(command, cwd=dev.ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
