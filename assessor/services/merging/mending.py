"""A copy of a sheet to send back, in which every problem is marked where it stands."""

from collections.abc import Sequence
from pathlib import Path

from assessor.domain.merging.report import CellProblem


def name_of_copy(path: Path) -> Path:
    """Return how a marked copy of the sheet at `path` is called: beside it."""
    from assessor.exchange.score_sheet.repaired_copy import repaired_name

    return repaired_name(path)


def write_copy(path: Path, problems: Sequence[CellProblem], target: Path) -> None:
    """Write a copy of the sheet at `path` to `target`, its problem cells coloured and explained.

    Raises WorkspaceExists where `target` is there already, SheetRefused where the sheet cannot be
    copied, SheetNotVerified, NotFound, NotReadable, NotWritable or DiskFull.
    """
    from assessor.exchange.score_sheet.reading import Problem, ProblemCode, Severity
    from assessor.exchange.score_sheet.repaired_copy import write_repaired_copy

    marked = [
        Problem(
            sheet=one.sheet,
            cell=one.cell,
            code=ProblemCode(one.code),
            severity=Severity(one.severity),
            found=one.found,
            expected=one.expected,
        )
        for one in problems
    ]
    write_repaired_copy(path, marked, target)
