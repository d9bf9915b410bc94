"""What was acknowledged as saved is there after the process was killed."""

import subprocess
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from assessor.persistence.integrity import defects
from assessor.persistence.workspace_file import open_database
from tests.persistence.conftest import settings_in
from tests.persistence.filling import clock

WRITE = """
import datetime as dt, itertools, sys
from pathlib import Path
from assessor.persistence.models import SettingRow
from assessor.persistence.workspace_file import open_database

database = open_database(Path(sys.argv[1]), lambda: dt.datetime.now(dt.UTC))
for number in itertools.count():
    with database.transaction() as session:
        session.add(SettingRow(name=f"{number} a", value="x" * (number % 7000)))
        session.flush()
        session.add(SettingRow(name=f"{number} b", value=number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("heard", [1, 40, 300])
def test_every_acknowledged_commit_survives_a_kill(
    path: Path, start: Callable[..., subprocess.Popen[str]], heard: int
) -> None:
    process = start(WRITE, path)
    assert process.stdout is not None
    acknowledged = list(islice(process.stdout, heard))
    process.kill()
    acknowledged += process.stdout.readlines()
    process.wait()

    database = open_database(path, clock)
    found = settings_in(database)
    database.close()

    assert len(acknowledged) >= heard
    assert {f"{line.strip()} {half}" for line in acknowledged for half in "ab"} <= found
    assert {name.split()[0] for name in found if name.endswith("a")} == {
        name.split()[0] for name in found if name.endswith("b")
    }
    assert defects(path) == ()
