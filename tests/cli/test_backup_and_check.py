"""`backup` copies whole workspaces, `check` says whether they and their backups are good."""

import sqlite3
from contextlib import closing
from pathlib import Path

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.cli.examples import Say

PAGE = 4096


def spoil(path: Path) -> None:
    """Overwrite pages in the middle of a database, as a failing disk does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    content = bytearray(path.read_bytes())
    content[PAGE * 8 : PAGE * 40] = b"\x5a" * (PAGE * 32)
    path.write_bytes(bytes(content))


def backups_of(path: Path) -> list[Path]:
    """Return the backups beside a workspace."""
    return sorted(path.with_name(f"{path.name}-backups").iterdir())


def test_a_backup_lies_beside_the_workspace_and_holds_the_same(say: Say, workspace: Path) -> None:
    answer = say("backup", "--workspace", workspace)

    (copy,) = backups_of(workspace)
    assert (answer.status, answer.out) == (0, f"Backed up and verified: {copy}\n")
    assert say("dump", "--workspace", copy).out == say("dump", "--workspace", workspace).out


def test_a_backup_can_be_made_while_a_window_has_the_workspace_open(
    say: Say, workspace: Path, tmp_path: Path
) -> None:
    with open_workspace(workspace, Surroundings.real()):
        answer = say("backup", "--workspace", workspace, "--out", tmp_path / "salinan é.sqlite")

    assert answer.status == 0


def test_a_file_that_stands_there_is_never_replaced(say: Say, workspace: Path) -> None:
    before = workspace.read_bytes()

    answer = say("backup", "--workspace", workspace, "--out", workspace)

    assert answer.status == 1
    assert answer.err.startswith(f"There is a file {workspace} already")
    assert workspace.read_bytes() == before


def test_a_whole_workspace_without_a_backup_is_good(say: Say, workspace: Path) -> None:
    answer = say("check", "--workspace", workspace)

    assert answer.status == 0
    assert answer.out.splitlines() == [
        f"{workspace} is whole.",
        "There is no backup yet to try.",
    ]


def test_the_newest_backup_is_tried(say: Say, workspace: Path) -> None:
    say("backup", "--workspace", workspace)
    (copy,) = backups_of(workspace)

    answer = say("check", "--workspace", workspace)

    assert answer.status == 0
    assert answer.out.splitlines()[1] == (
        f"The newest backup was restored for a trial and is whole: {copy}"
    )


def test_a_damaged_workspace_is_told_and_its_backup_tried_all_the_more(
    say: Say, workspace: Path
) -> None:
    say("backup", "--workspace", workspace)
    spoil(workspace)

    answer = say("check", "--workspace", workspace)

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"The workspace {workspace} is damaged")
    assert "restored for a trial" in answer.out


def test_a_damaged_backup_is_told(say: Say, workspace: Path) -> None:
    say("backup", "--workspace", workspace)
    (copy,) = backups_of(workspace)
    spoil(copy)

    answer = say("check", "--workspace", workspace)

    assert answer.status == 1
    assert answer.out == f"{workspace} is whole.\n"
    assert all(line.startswith(f"The newest backup {copy} ") for line in answer.reasons)
    assert answer.reasons


def test_a_lost_workspace_is_told_and_its_backup_tried(say: Say, workspace: Path) -> None:
    say("backup", "--workspace", workspace)
    workspace.unlink()

    answer = say("check", "--workspace", workspace)

    assert answer.status == 1
    assert answer.reasons[0].startswith(f"{workspace} is not there.")
    assert "restored for a trial" in answer.out
