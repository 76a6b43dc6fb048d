"""The locked packages: by hash, from no address, and none that is known to break."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

PACKAGE = re.compile(r"([a-z0-9-]+)==([^ ]+)( ; [^\\]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
READERS = {"charset_normalizer", "defusedxml", "lxml", "pypdfium2"}
FREED_TOO_OFTEN = """
from PySide6.QtCore import QObject
target = QObject()
for _ in range(20_000):
    target.setObjectName("x")
print("alive")
"""


def locked(name):
    """Package and version of a lock, each with at least one hash."""
    lines = (dev.ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    versions = {}
    for line in lines:
        if not line.strip().startswith("#"):
            package, *hashes = re.split(r" +(?=--hash)", line.strip())
            found = PACKAGE.fullmatch(package.strip())
            assert found, f"{name}: {line}"
            assert hashes, f"{name}: {package} has no hash"
            assert all(HASH.fullmatch(part) for part in hashes), f"{name}: {line}"
            versions[found[1]] = found[2]
    return versions


@pytest.mark.parametrize("name", [dev.RUN_LOCK, dev.DEV_LOCK])
def test_a_lock_holds_hashes_and_no_address(name):
    assert locked(name)
    text = (dev.ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|@ |/", text.replace("(pyproject.toml", ""))
    assert not (dev.ROOT / "uv.lock").exists()


def test_the_lock_for_tests_holds_the_same_versions():
    assert locked(dev.RUN_LOCK).items() <= locked(dev.DEV_LOCK).items()


def test_qt_is_the_version_that_lives_on_python_3_11():
    for name in (dev.RUN_LOCK, dev.DEV_LOCK):
        assert locked(name)["pyside6-essentials"] == "6.11.3"
    wanted = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert "PySide6-Essentials==6.11.3" in wanted


def test_calls_into_qt_do_not_use_none_up():
    done = subprocess.run([sys.executable, "-c", FREED_TOO_OFTEN], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n", done.stderr


def test_what_is_installed_is_what_is_locked():
    for package, version in locked(dev.RUN_LOCK).items():
        assert importlib.metadata.version(package) == version


def test_the_lock_names_all_that_its_packages_need():
    """It is installed without asking the packages what else they need."""
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def imported():
    """Every package that the program imports, with the file that does."""
    found = set()
    for file in [*(dev.ROOT / "db").rglob("*.py"), *(dev.ROOT / "desktop").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_bytes())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            found |= {(name.split(".")[0], str(file.relative_to(dev.ROOT))) for name in names}
    return found


def test_the_program_imports_only_what_it_declares():
    packages = {"PySide6", "sqlite_utils", "anyascii", "click", "rapidfuzz", "db", "desktop"}
    declared = packages | READERS | set(sys.stdlib_module_names)
    assert {(name, file) for name, file in imported() if name not in declared} == set()


def test_what_reads_documents_is_imported_only_in_the_process_for_that():
    found = {(name, Path(file).parent.as_posix()) for name, file in imported() if name in READERS}
    assert found == {(name, "db/extraction") for name in READERS}
    look = f"import sys, db.importing, desktop.application; print(sorted(set(sys.modules) & {READERS}))"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=dev.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "[]\n", done.stderr
