"""Backups are whole, named by when and why, and thinned out without ever losing the newest."""

import datetime as dt
import itertools
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.errors import NotFound, NotWritable, WorkspaceExists
from assessor.persistence.backup import (
    Backup,
    Occasion,
    back_up,
    backup_path,
    backups,
    daily_backup,
    merge_backup,
    newest_good_backup,
    superfluous,
)
from assessor.persistence.database import Database
from assessor.persistence.integrity import defects
from assessor.persistence.models import SettingRow
from assessor.persistence.sqlite_file import backups_folder
from assessor.persistence.workspace_file import open_for_reading
from tests.persistence.conftest import add_setting, settings_in
from tests.persistence.filling import NOW

DAY = dt.timedelta(days=1)


def names(path: Path) -> list[str]:
    folder = backups_folder(path)
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def in_backup(backup: Path) -> set[str]:
    database = open_for_reading(backup)
    try:
        return settings_in(database)
    finally:
        database.close()


def test_a_backup_holds_what_only_the_write_ahead_log_has(database: Database) -> None:
    add_setting(database, "fresh")
    target = database.path.with_name("copy.sqlite")

    back_up(database.path, target)

    assert in_backup(target) == {"language", "fresh"}


def test_a_backup_needs_no_file_beside_it(database: Database) -> None:
    target = database.path.parent / "stick" / "copy.sqlite"

    back_up(database.path, target)

    assert [file.name for file in target.parent.iterdir()] == ["copy.sqlite"]
    # The header says by 1 that reading the file takes no log and no shared memory.
    assert target.read_bytes()[18:20] == b"\1\1"


@pytest.fixture
def next_commit(database: Database) -> Iterator[Callable[[], None]]:
    """Return what waits for the next commit of a thread that writes equal pairs all the time."""
    committed, stop = threading.Event(), threading.Event()

    def write() -> None:
        for number in itertools.takewhile(lambda _: not stop.is_set(), itertools.count()):
            with database.transaction() as session:
                for name in ("left", "right"):
                    session.merge(SettingRow(name=name, value=number))
                    session.flush()
            committed.set()

    def wait() -> None:
        committed.clear()
        assert committed.wait(10)

    writer = threading.Thread(target=write)
    writer.start()
    yield wait
    stop.set()
    writer.join()


def test_a_backup_while_others_write_is_of_one_moment(
    database: Database, next_commit: Callable[[], None]
) -> None:
    copies = [database.path.with_name(f"copy{number}.sqlite") for number in range(5)]
    for copy in copies:
        next_commit()
        back_up(database.path, copy)

    for copy in copies:
        assert defects(copy) == ()
        with closing(sqlite3.connect(copy)) as connection:
            pair = connection.execute("SELECT value FROM setting WHERE name IN ('left', 'right')")
            left, right = pair.fetchall()
        assert left == right


def test_a_name_says_of_what_when_and_why() -> None:
    target = backup_path(Path("data/round.sqlite"), NOW, Occasion.MIGRATION)

    assert target == Path("data/round.sqlite-backups/round.sqlite-20231016-093000-migration.sqlite")
    assert Backup.named(target) == Backup(target, "round.sqlite", NOW, Occasion.MIGRATION)


@pytest.mark.parametrize(
    "name",
    [
        "round.sqlite",
        "round-20231016-093000-holiday.sqlite",
        "round-20231316-093000-daily.sqlite",
        "round-20231016-093000-daily.sqlite.part",
    ],
)
def test_other_names_are_none_of_ours(name: str) -> None:
    assert Backup.named(Path(name)) is None


def test_there_is_one_daily_backup_a_day(workspace: Path) -> None:
    first = daily_backup(workspace, NOW)
    second = daily_backup(workspace, NOW + dt.timedelta(hours=3))

    assert first is not None
    assert second is None
    assert names(workspace) == [first.name]


def test_seven_days_and_four_weeks_are_kept(workspace: Path) -> None:
    for day in range(60):
        daily_backup(workspace, NOW + day * DAY)

    assert [each.at.strftime("%a %d %b") for each in backups(workspace)] == [
        "Thu 14 Dec",
        "Wed 13 Dec",
        "Tue 12 Dec",
        "Mon 11 Dec",
        "Sun 10 Dec",
        "Sat 09 Dec",
        "Fri 08 Dec",
        "Sun 03 Dec",
        "Sun 26 Nov",
        "Sun 19 Nov",
        "Sun 12 Nov",
    ]


def test_only_daily_backups_of_this_workspace_are_thinned_out(workspace: Path) -> None:
    folder = backups_folder(workspace)
    strangers = {
        "round-20200101-000000-manual.sqlite",
        "round-20200101-000000-migration.sqlite",
        "other-20200101-000000-daily.sqlite",
        "round-20200101-000000-daily.sqlite.copy",
        "holiday.jpg",
    }
    folder.mkdir()
    for name in strangers:
        (folder / name).write_bytes(b"precious")

    for day in range(30):
        daily_backup(workspace, NOW + day * DAY)

    assert strangers <= set(names(workspace))


def test_a_clock_that_was_wrong_does_not_cost_the_backups_after_it(workspace: Path) -> None:
    for day in range(20):
        daily_backup(workspace, NOW + dt.timedelta(days=3_000 + day))

    made = [daily_backup(workspace, NOW + day * DAY) for day in range(7)]

    assert [file for file in made if file is None or not file.exists()] == []


def test_the_newest_twenty_backups_before_merges_are_kept(workspace: Path) -> None:
    back_up(workspace, backup_path(workspace, NOW, Occasion.MANUAL))

    made = [merge_backup(workspace, NOW + dt.timedelta(hours=hour)) for hour in range(23)]

    kept = backups(workspace)
    assert [each.path for each in kept if each.occasion is Occasion.MERGE] == made[:2:-1]
    assert sum(each.occasion is Occasion.MANUAL for each in kept) == 1


def test_a_clock_that_went_back_does_not_cost_the_backup_of_this_merge(workspace: Path) -> None:
    for hour in range(20):
        merge_backup(workspace, NOW + dt.timedelta(hours=hour))

    made = merge_backup(workspace, NOW - dt.timedelta(days=1))

    assert made.exists()
    assert len(backups(workspace)) == 20


def test_a_backup_takes_the_place_of_nothing(workspace: Path) -> None:
    target = backup_path(workspace, NOW, Occasion.MANUAL)
    back_up(workspace, target)
    before = target.read_bytes()

    for taken in (target, workspace):
        with pytest.raises(WorkspaceExists) as refused:
            back_up(workspace, taken)
        assert refused.value.path == taken

    assert target.read_bytes() == before
    assert names(workspace) == [target.name]


def test_a_backup_that_fails_leaves_nothing(workspace: Path) -> None:
    target = backup_path(workspace, NOW, Occasion.MANUAL)

    with pytest.raises(NotFound):
        back_up(workspace.with_name("none.sqlite"), target)

    assert names(workspace) == []


def test_workspaces_that_differ_in_their_ending_have_backups_of_their_own(workspace: Path) -> None:
    other = workspace.with_suffix(".db")
    back_up(workspace, backup_path(workspace, NOW, Occasion.MANUAL))

    assert backups(other) == ()
    assert backups_folder(other) != backups_folder(workspace)


def test_a_place_that_cannot_be_written_is_named(workspace: Path) -> None:
    target = workspace / "below a file.sqlite"

    with pytest.raises(NotWritable) as caught:
        back_up(workspace, target)

    assert caught.value.path == target


def test_the_newest_good_backup_is_found_behind_bad_ones(workspace: Path) -> None:
    good = daily_backup(workspace, NOW)
    damaged, newer = (daily_backup(workspace, NOW + day * DAY) for day in (1, 2))
    assert damaged is not None
    assert newer is not None
    damaged.write_bytes(damaged.read_bytes()[:9_000])
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()

    found = newest_good_backup(workspace)

    assert found is not None
    assert found.path == good


def test_without_backups_there_is_no_good_one(workspace: Path) -> None:
    assert newest_good_backup(workspace) is None


def week(day: dt.date) -> tuple[int, int]:
    return day.isocalendar()[:2]


@given(st.sets(st.dates(dt.date(2023, 1, 1), dt.date(2023, 12, 31)), min_size=1))
def test_thinning_out_day_after_day_keeps_seven_days_and_four_weeks(days: set[dt.date]) -> None:
    kept: list[Backup] = []
    for day in sorted(days):
        at = dt.datetime.combine(day, dt.time(8)).astimezone()
        kept.append(Backup(Path(f"{day}.sqlite"), "round", at, Occasion.DAILY))
        gone = superfluous(kept)
        kept = [each for each in kept if each not in gone]

    newest_first = sorted(days, reverse=True)
    dailies = newest_first[:7]
    covered = {week(day) for day in dailies}
    lasts = [next(each) for _, each in itertools.groupby(newest_first, key=week)]
    weeklies = [day for day in lasts if week(day) not in covered][:4]
    assert {each.at.date() for each in kept} == {*dailies, *weeklies}
