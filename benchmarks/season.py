"""Make the sheets of a season, and the lead's workspace that they are merged into.

    python -m benchmarks.season FOLDER REGIONS

Fills FOLDER/lead.sqlite and FOLDER/sheets, one sheet for each region and each of five assessors:
the demonstration of 2023, complete and locked.
"""

import sys
from pathlib import Path
from typing import Final

from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace

YEAR: Final = 2023
PANEL: Final = 5


def main(folder: Path, regions: int) -> None:
    """Make all."""
    surroundings = Surroundings.real()
    order = DemonstrationOrder(year=YEAR, regions=regions, assessors=0, is_complete=True)
    with open_workspace(folder / "lead.sqlite", surroundings) as lead:
        lead.demonstrate(order)
    full = DemonstrationOrder(year=YEAR, regions=regions, assessors=PANEL, is_complete=True)
    with open_workspace(folder / "full.sqlite", surroundings) as workspace:
        workspace.demonstrate(full)
        (round_,) = workspace.rounds.all()
        everybody = [one.id for one in workspace.people.assessors()]
        sheets = folder / "sheets"
        sheets.mkdir()
        summary = workspace.sheets.export(
            workspace.sheets.plan(round_.id, assessors=everybody), sheets
        )
    if summary.failed or len(summary.written) != regions * PANEL:
        raise SystemExit(f"{len(summary.written)} sheets of {regions * PANEL}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
