"""A file that is no workspace, or a broken one, is refused and left as it is."""

import os
import random
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from assessor.domain.errors import FileProblem, NotFound, NotWorkspace, WorkspaceDamaged
from assessor.persistence.backup import daily_backup, newest_good_backup
from assessor.persistence.integrity import defects, inspect
from assessor.persistence.sqlite_file import sidecars
from assessor.persistence.workspace_file import open_database, open_for_reading
from tests.persistence.conftest import settings_in
from tests.persistence.filling import NOW, clock

LEAVE_A_LOG = """
import datetime as dt, os, sys
from pathlib import Path
from assessor.persistence.models import SettingRow
from assessor.persistence.workspace_file import open_database

database = open_database(Path(sys.argv[1]), lambda: dt.datetime.now(dt.UTC))
with database.transaction() as session:
    session.add(SettingRow(name="logged", value=1))
os._exit(0)
"""


def page_of(path: Path, table: str) -> tuple[int, int]:
    """Return where the first page of `table` begins, and how long a page is; both in bytes."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()[0]
    return (root - 1) * size, size


def flip_page(path: Path, table: str) -> None:
    begin, size = page_of(path, table)
    data = bytearray(path.read_bytes())
    data[begin : begin + size] = bytes(byte ^ 0xFF for byte in data[begin : begin + size])
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))


def prose(path: Path) -> None:
    path.write_text("Dear assessor, this is a letter.\n" * 50, encoding="utf-8")


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_in_half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def cut_by_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def flip_the_answers(path: Path) -> None:
    flip_page(path, "answer")


def flip_the_schema(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(byte ^ 0xFF for byte in data[100:4096])
    path.write_bytes(data)


def garble_the_log(path: Path) -> None:
    log, _ = sidecars(path)
    log.write_bytes(b"?" * 5_000)


def another_programs(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (x)")
        connection.commit()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (empty, WorkspaceDamaged),
        (noise, WorkspaceDamaged),
        (prose, WorkspaceDamaged),
        (cut_in_the_header, WorkspaceDamaged),
        (cut_in_half, WorkspaceDamaged),
        (cut_by_a_page, WorkspaceDamaged),
        (flip_the_answers, WorkspaceDamaged),
        (flip_the_schema, WorkspaceDamaged),
        (garble_the_log, WorkspaceDamaged),
        (another_programs, NotWorkspace),
        (folder, NotWorkspace),
    ],
)
@pytest.mark.parametrize("how", ["to work", "to read"])
def test_a_spoiled_file_is_refused_and_left_as_it_is(
    workspace: Path, spoil: Callable[[Path], None], error: type[FileProblem], how: str
) -> None:
    daily_backup(workspace, NOW)
    spoil(workspace)
    before = contents(workspace.parent)

    with pytest.raises(error) as caught:
        open_database(workspace, clock) if how == "to work" else open_for_reading(workspace)

    assert caught.value.path == workspace
    assert contents(workspace.parent) == before
    assert newest_good_backup(workspace) is not None


def test_a_strangers_file_gets_no_lock_file_beside_it(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    prose(letter)

    with pytest.raises(NotWorkspace):
        open_database(letter, clock)

    assert [file.name for file in tmp_path.iterdir()] == ["letter.docx"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"PK\x03\x04" + b"sheet" * 100, NotWorkspace),
        (b"shopping", NotWorkspace),
        (b"", WorkspaceDamaged),
        (bytes(4096), WorkspaceDamaged),
        (b"SQLite form", WorkspaceDamaged),
    ],
)
def test_without_backups_only_the_remnant_of_a_workspace_is_a_damaged_one(
    tmp_path: Path, content: bytes, error: type[FileProblem]
) -> None:
    picked = tmp_path / "picked.xlsx"
    picked.write_bytes(content)

    with pytest.raises(error):
        inspect(picked)


def test_reading_a_missing_file_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_for_reading(tmp_path / "none.sqlite")

    assert list(tmp_path.iterdir()) == []


def test_a_sound_workspace_has_no_defects(workspace: Path) -> None:
    inspect(workspace)

    assert defects(workspace) == ()


def test_looking_at_a_closed_workspace_leaves_no_files_beside_it(workspace: Path) -> None:
    inspect(workspace)

    assert not any(file.exists() for file in sidecars(workspace))


def test_a_damaged_log_of_changes_is_found_by_the_thorough_check(workspace: Path) -> None:
    flip_page(workspace, "change")

    assert defects(workspace) != ()


def test_a_damaged_log_of_changes_is_found_by_the_daily_backup(workspace: Path) -> None:
    flip_page(workspace, "change")

    with pytest.raises(WorkspaceDamaged) as caught:
        daily_backup(workspace, NOW)

    assert caught.value.path == workspace
    assert newest_good_backup(workspace) is None


def test_a_row_that_refers_to_nothing_is_a_defect(workspace: Path) -> None:
    with closing(sqlite3.connect(workspace)) as connection:
        connection.execute("DELETE FROM region_code")
        connection.execute("UPDATE programme SET participant_id = 'nobody'")
        connection.commit()

    assert defects(workspace) == ("programme 1: participant",)


def test_an_index_that_lost_a_row_is_a_defect(workspace: Path) -> None:
    begin, size = page_of(workspace, "ix_answer_programme_id")
    data = bytearray(workspace.read_bytes())
    data[begin + 3 : begin + 5] = bytes(2)
    workspace.write_bytes(data)
    assert size == 4096

    assert defects(workspace) != ()


@pytest.fixture
def with_a_log(workspace: Path, start: Callable[..., subprocess.Popen[str]]) -> Path:
    """A workspace whose last commit stands in the write-ahead log only, after a crash."""
    assert start(LEAVE_A_LOG, workspace).wait() == 0
    assert sidecars(workspace)[0].stat().st_size > 0
    return workspace


def test_a_left_over_log_is_read(with_a_log: Path) -> None:
    database = open_database(with_a_log, clock)

    assert settings_in(database) == {"language", "logged"}
    database.close()


def test_inspecting_leaves_a_left_over_log_alone(with_a_log: Path) -> None:
    log, _ = sidecars(with_a_log)
    before = with_a_log.read_bytes(), log.read_bytes()

    inspect(with_a_log)

    assert (with_a_log.read_bytes(), log.read_bytes()) == before


def test_without_its_log_a_workspace_is_as_it_was_before_the_log(with_a_log: Path) -> None:
    sidecars(with_a_log)[0].unlink()

    database = open_database(with_a_log, clock)

    assert settings_in(database) == {"language"}
    database.close()


@pytest.mark.parametrize("log", [b"", b"\x37\x7f", bytes(4096)])
def test_a_log_that_power_failed_before_its_first_commit_is_no_damage(
    workspace: Path, log: bytes
) -> None:
    sidecars(workspace)[0].write_bytes(log)

    database = open_database(workspace, clock)

    assert settings_in(database) == {"language"}
    database.close()


@pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
def test_a_pipe_is_no_workspace(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotWorkspace):
        open_database(tmp_path / "pipe", clock)
