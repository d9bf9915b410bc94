"""Let LibreOffice turn one score sheet of every region into PDF, in one headless run.

    python -m benchmarks.floors.summaries WORKSPACE

Prints {"sheets": ..., "seconds": ...}, or null where LibreOffice is not installed. The sheets are
mine, written before; a first run makes LibreOffice's profile and is not counted.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from assessor.services.files import make_ready
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace


def convert(office: str, sheets: Sequence[Path], folder: Path) -> float:
    """Return the seconds that one run takes for all `sheets`."""
    profile = (folder / "profile").as_uri()
    start = time.perf_counter()
    subprocess.run(
        [
            *(office, f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder / "pdf")),
            *map(str, sheets),
        ],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


def main(path: Path) -> None:
    """Write the sheets, then measure."""
    office = shutil.which("soffice")
    if office is None:
        print(json.dumps(None))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_workspace(path, Surroundings.real()) as workspace:
            (round_,), me = workspace.rounds.all(), workspace.people.me()
            orders = workspace.sheets.plan(round_.id, assessors=[me.id] if me else [])
            make_ready(folder / "sheets")
            sheets = workspace.sheets.export(orders, folder / "sheets").written
        if not sheets:
            raise SystemExit(f"{path} has no assessment of mine")
        convert(office, sheets[:1], folder)
        seconds = convert(office, sheets, folder)
        written = len(list((folder / "pdf").glob("*.pdf")))
        if written != len(sheets):
            raise SystemExit(f"{written} of {len(sheets)} sheets were turned into PDF")
        print(json.dumps({"sheets": len(sheets), "seconds": seconds}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
