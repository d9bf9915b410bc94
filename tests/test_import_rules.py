"""The import rules of pyproject.toml hold, and each of them can fail."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("assessor", "ui", "resources")
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
# For each rule, files whose imports break it. They are new, so they fit whatever else is there.
VIOLATIONS: Mapping[str, Mapping[str, str]] = {
    "packages": {"resources/planted.py": "import assessor.domain"},
    "layers": {"assessor/domain/planted.py": "import assessor.services"},
    "qt": {"assessor/services/planted.py": "from PySide6.QtCore import QObject"},
    "window": {"ui/planted.py": "from assessor.persistence import planted"},
    "exchange": {"assessor/exchange/planted.py": "import sqlalchemy.orm"},
    "domain": {"assessor/domain/planted.py": "from openpyxl import Workbook"},
    "screens": {
        "ui/screens/planted_one/view.py": "import ui.screens.planted_two.view",
        "ui/screens/planted_two/view.py": "",
    },
    "cycles": {
        "ui/planted_one.py": "import ui.planted_two",
        "ui/planted_two.py": "def later() -> None:\n    import ui.planted_one",
    },
}
MORE_VIOLATIONS = [
    ("packages", {"assessor/services/planted.py": "import ui"}),
    ("layers", {"assessor/exchange/planted.py": "import assessor.persistence"}),
    ("layers", {"assessor/room_nobody_named.py": ""}),
    ("window", {"ui/planted.py": "def later() -> None:\n    import openpyxl"}),
    ("window", {"ui/screens/planted.py": "from assessor import exchange"}),
    ("qt", {"resources/planted.py": "import PySide6.QtGui"}),
]


def check_rules(root: Path, cache: Path, *only: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter, in a process of its own since the packages are imported here already."""
    chosen = [part for rule in only for part in ("--contract", rule)]
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-logo", "--cache-dir", str(cache), *chosen],
        cwd=root,
        env=os.environ | {"PYTHONPATH": "", "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("import-graph")


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    """A tree of the project's source that a test may spoil."""
    sources_only = shutil.ignore_patterns("__pycache__", "data", "i18n", "*.toml")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=sources_only)
    (tmp_path / "resources" / "i18n").mkdir(exist_ok=True)
    for name in ("tools/standard_library_only.py", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / name)
    return tmp_path


def plant(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.write_text(text + "\n", encoding="utf-8")


def test_every_rule_holds(cache: Path) -> None:
    outcome = check_rules(ROOT, cache)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_rule_has_a_planted_violation() -> None:
    assert {rule["id"] for rule in RULES} == set(VIOLATIONS)


@pytest.mark.parametrize(("rule", "files"), [*VIOLATIONS.items(), *MORE_VIOLATIONS])
def test_a_rule_catches_what_breaks_it(
    rule: str, files: Mapping[str, str], copied_tree: Path, cache: Path
) -> None:
    plant(copied_tree, files)

    outcome = check_rules(copied_tree, cache, rule)

    name = next(entry["name"] for entry in RULES if entry["id"] == rule)
    assert outcome.returncode == 1
    assert f"{name} BROKEN" in outcome.stdout, outcome.stdout + outcome.stderr


def test_a_copied_tree_without_violations_keeps_every_rule(copied_tree: Path, cache: Path) -> None:
    outcome = check_rules(copied_tree, cache)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
