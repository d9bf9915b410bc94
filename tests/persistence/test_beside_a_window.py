"""What reads beside an open workspace takes nothing away from it."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.persistence.backup import Occasion, back_up, backup_path, daily_backup
from assessor.persistence.database import Database
from assessor.persistence.held import is_held
from assessor.persistence.sqlite_file import sidecars
from assessor.persistence.workspace_file import open_database
from tests.persistence.conftest import ROOT, add_setting, settings_in
from tests.persistence.filling import NOW, clock

READ = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM setting").fetchall()
connection.close()
"""
"""As any other program reads the file."""
READ_BY_COMMAND = """
import sys
from pathlib import Path
from assessor.persistence.workspace_file import open_for_reading
database = open_for_reading(Path(sys.argv[1]))
with database.reading() as session:
    session.connection().exec_driver_sql("SELECT count(*) FROM setting").fetchall()
database.close()
"""


def read_elsewhere(path: Path, script: str = READ) -> None:
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=True)


def after_a_crash(path: Path, folder: Path) -> set[str]:
    """Return the settings that would be found if the process died now."""
    folder.mkdir()
    for file in (path, *sidecars(path)):
        if file.exists():
            shutil.copyfile(file, folder / file.name)
    found = open_database(folder / path.name, clock)
    try:
        return set(settings_in(found))
    finally:
        found.close()


@pytest.mark.skipif(os.name != "posix", reason="locks that go with any descriptor are POSIX's")
def test_a_backup_leaves_the_locks_of_the_open_workspace(
    database: Database, tmp_path: Path
) -> None:
    path = database.path
    daily_backup(path, NOW)
    back_up(path, backup_path(path, NOW + dt.timedelta(minutes=1), Occasion.MERGE))
    add_setting(database, "before")

    read_elsewhere(path)
    add_setting(database, "after")

    assert all(file.exists() for file in sidecars(path))
    assert {"before", "after"} <= after_a_crash(path, tmp_path / "crashed")


def test_a_command_deletes_no_log_whatever_became_of_the_locks(
    database: Database, tmp_path: Path
) -> None:
    path = database.path
    # Closing this lets go of the locks under POSIX.
    path.open("rb").close()

    read_elsewhere(path, READ_BY_COMMAND)
    add_setting(database, "after")

    assert "after" in after_a_crash(path, tmp_path / "crashed")


def test_a_workspace_is_held_until_it_is_closed(workspace: Path) -> None:
    database = open_database(workspace, clock)
    held = is_held(workspace)

    database.close()

    assert held
    assert not is_held(workspace)
