"""The newest backup is tried before it is needed."""

from collections.abc import Callable
from pathlib import Path

from assessor.domain.errors import WorkspaceDamaged
from assessor.persistence.backup import daily_backup
from assessor.persistence.migrate import HEAD, Steps, schema_revision
from assessor.persistence.trial import try_newest_backup
from tests.persistence.filling import NOW


def test_without_a_backup_there_is_nothing_to_try(workspace: Path) -> None:
    assert try_newest_backup(workspace) is None


def test_a_good_backup_is_restored_and_examined(workspace: Path) -> None:
    made = daily_backup(workspace, NOW)

    trial = try_newest_backup(workspace)

    assert trial is not None
    assert trial.backup.path == made
    assert trial.went_well


def test_a_bad_backup_is_told(workspace: Path) -> None:
    made = daily_backup(workspace, NOW)
    assert made is not None
    made.write_bytes(made.read_bytes()[:9_000])

    trial = try_newest_backup(workspace)

    assert trial is not None
    assert isinstance(trial.problem, WorkspaceDamaged)
    assert not trial.went_well


def test_a_backup_of_an_older_release_is_migrated_on_trial_only(
    workspace: Path, next_release: Callable[..., Steps]
) -> None:
    made = daily_backup(workspace, NOW)
    assert made is not None

    trial = try_newest_backup(workspace, next_release())

    assert trial is not None
    assert trial.went_well
    assert schema_revision(made) == HEAD
