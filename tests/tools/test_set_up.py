"""Setting up repairs itself and does nothing twice."""

import subprocess
from pathlib import Path

import pytest

from tools.set_up import RUNTIME_LOCK, WORK_LOCK, Environment


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose locks ask for nothing; building its environment takes seconds, so once."""
    root = tmp_path_factory.mktemp("project")
    for name in (RUNTIME_LOCK, WORK_LOCK):
        (root / name).write_text("# nothing\n", encoding="utf-8")
    return root


@pytest.fixture
def finished(project: Path) -> Path:
    """The same after its set-up, with a mark that only a new start removes."""
    Environment(project).fit(RUNTIME_LOCK)
    (project / ".venv" / "mark").touch()
    return project


def test_the_environment_runs(finished: Path) -> None:
    python = Environment(finished).python

    assert subprocess.run([python, "-c", "import pip"], check=False).returncode == 0


def test_a_second_set_up_changes_nothing(finished: Path) -> None:
    stamp = finished / ".venv" / "installed.json"
    before = stamp.stat().st_mtime_ns

    Environment(finished).fit(RUNTIME_LOCK)

    assert stamp.stat().st_mtime_ns == before


def test_the_lock_for_work_is_added_to_the_other(finished: Path) -> None:
    Environment(finished).fit(WORK_LOCK)

    assert (finished / ".venv" / "mark").exists()


def test_a_changed_lock_starts_anew(finished: Path) -> None:
    lock = finished / RUNTIME_LOCK
    lock.write_text(lock.read_text(encoding="utf-8") + "# still nothing\n", encoding="utf-8")

    Environment(finished).fit(RUNTIME_LOCK)

    assert not (finished / ".venv" / "mark").exists()


def test_an_interrupted_installation_starts_anew(finished: Path) -> None:
    lock = finished / WORK_LOCK
    good = lock.read_text(encoding="utf-8")
    lock.write_text(good + "a line that pip refuses\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        Environment(finished).fit(WORK_LOCK)
    lock.write_text(good, encoding="utf-8")

    Environment(finished).fit(RUNTIME_LOCK)

    assert not (finished / ".venv" / "mark").exists()
