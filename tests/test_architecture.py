"""The direction of dependencies, held."""

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
DB = sorted((ROOT / "db").rglob("*.py"))
DESKTOP = sorted((ROOT / "desktop").rglob("*.py"))
QT = {"PySide6", "shiboken6"}
TOP = {
    "desktop", "resources", "db", "tests", "build.spec", "pyproject.toml", "README.md", "dev.py", "LICENSE",
    "CHANGELOG.md", "requirements.txt", "requirements-dev.txt", ".ci", ".github", ".gitignore",
}  # fmt: skip
"""All that lies in the folder of the project, but for what git leaves out."""

PRINTS = ("desktop/__main__.py", "desktop/selftest.py")
"""What answers on the command line."""

READS_DOCUMENTS = "db/extraction/process.py"
"""What starts the process that reads documents."""

ABOVE = {
    "window", "window_parts", "application", "handlers", "menus", "first_window", "editing", "draft_offers",
    "library_pages", "look", "importing", "indexing",
}  # fmt: skip
"""Modules that put the parts together; no part knows them."""

MAY_USE = {
    "widgets": {"widgets"},
    "tasks": set(),
    "session": {"tasks", "locking"},
    "drafts": {"places", "session"},
    "forms": {"forms", "commands", "drafts", "models", "session", "settings", "theme", "trail", "widgets"},
    "models": {"models", "session", "tasks", "offsets"},
    "commands": {"commands", "session", "tasks", "locking", "places", "settings"},
    "pages": {"pages", "models", "theme", "about", "places"},
}
"""What of `desktop` each part of it may use; the parts that are not named here may use all but ABOVE."""

MAY_NOT_USE = {"views": {"dialogs"} | ABOVE, "dialogs": ABOVE}


def imports(path):
    """Dotted names of all that a module imports, wherever in the module it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{path} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def tops(path):
    return {name.partition(".")[0] for name in imports(path)}


def part(path):
    """The part of `desktop` that a module belongs to: its folder, or itself."""
    return path.relative_to(ROOT / "desktop").parts[0].removesuffix(".py")


def used_parts(path):
    return {name.split(".")[1] for name in imports(path) if name.startswith("desktop.")}


def calls(path):
    """Names of the functions and methods that a module calls."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {getattr(node.func, "id", getattr(node.func, "attr", "")) for node in nodes if isinstance(node, ast.Call)}


def named(path):
    return str(path.relative_to(ROOT))


def breaking(paths, rule):
    """What breaks a rule, by the modules that do."""
    return {named(path): found for path in paths if (found := rule(path))}


def test_nothing_else_lies_at_the_top():
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    left_out = [".git", *(line.strip("/") for line in lines if line and line[0] not in "#!")]
    found = {path.name for path in ROOT.iterdir()}
    assert {name for name in found if not any(fnmatch(name, pattern) for pattern in left_out)} == TOP


def test_db_imports_neither_qt_nor_desktop():
    assert breaking(DB, lambda path: tops(path) & (QT | {"desktop", "tests"})) == {}


def test_db_starts_no_threads_and_one_process():
    def starts(path):
        allowed = {"Popen"} if named(path) == READS_DOCUMENTS else set()
        return calls(path) & {"Thread", "ThreadPoolExecutor", "Process", "Popen"} - allowed

    assert breaking(DB, starts) == {}


def test_desktop_knows_no_database():
    sql = re.compile(r"\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA)\b", re.DOTALL)

    def queries(path):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        strings = [node.value for node in nodes if isinstance(node, ast.Constant)]
        return [text for text in strings if isinstance(text, str) and sql.search(text)]

    assert breaking(DESKTOP, lambda path: tops(path) & {"sqlite3", "sqlite_utils", "tests"}) == {}
    assert breaking(DESKTOP, queries) == {}


def test_the_parts_of_desktop_use_each_other_in_one_direction():
    def against(path):
        own, used = part(path), used_parts(path)
        return (used - MAY_USE.get(own, used)) | (used & MAY_NOT_USE.get(own, set()))

    assert breaking(DESKTOP, against) == {}


def test_widgets_import_nothing_of_ours_but_widgets():
    widgets = [path for path in DESKTOP if part(path) == "widgets"]
    assert widgets
    assert breaking(widgets, lambda path: tops(path) & {"db"}) == {}


def test_what_people_can_do_stands_beside_the_widgets_and_not_in_them():
    workers = [path for path in DESKTOP if part(path) in ("commands", "session", "tasks")]
    assert workers
    assert (
        breaking(workers, lambda path: [name for name in imports(path) if name.startswith("PySide6.QtWidgets")]) == {}
    )


def test_nothing_prints_or_spins_the_event_loop():
    def prints(path):
        allowed = {"print"} if named(path) in PRINTS else set()
        return calls(path) & {"print", "processEvents", "breakpoint"} - allowed

    assert breaking(DB + DESKTOP, prints) == {}
