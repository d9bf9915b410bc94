"""A copy of a returned sheet to send back: what is wrong is coloured and explained in place."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill, Protection
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.errors import SheetNotVerified, SheetRefused, WorkspaceExists
from assessor.domain.instrument import SCALE
from assessor.domain.paper_words import PRODUCT
from assessor.exchange.score_sheet.layout import SUFFIX
from assessor.exchange.score_sheet.mending_words import comment_text
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import (
    Problem,
    ProblemCode,
    Severity,
    SheetReading,
    SheetRefusal,
)
from assessor.exchange.whole_file import whole_file

TO_MEND: Final = "FFFFC7CE"
TO_KNOW: Final = "FFFFEB9C"
TOP_OF_PAGE: Final = "B2"
"""Where a problem of a page as a whole is explained: the first cell that people see."""
SIZE: Final = (360, 140)
"""Width and height of a comment in points."""
POINTS: Final = frozenset(str(points) for points in SCALE)
BROKEN: Final = (ValueError, TypeError, LookupError, AttributeError, BadZipFile)
"""What openpyxl raises about files that other programs and `read_sheet` still read."""


def repaired_name(path: Path) -> Path:
    """Return how a copy of `path` is called: beside it, and telling what to do with it."""
    return path.with_name(f"{path.stem} - perlu diperbaiki{SUFFIX}")


def write_repaired_copy(path: Path, problems: Sequence[Problem], target: Path) -> None:
    """Write a copy of the sheet at `path` to `target`, its problem cells coloured and commented.

    Formulas whose value was taken become that value; everything else stays. The copy is read back
    before it is put in place and says the same as the sheet. Raises WorkspaceExists where
    `target` is there already, SheetRefused where the sheet cannot be copied, SheetNotVerified,
    NotWritable or DiskFull.
    """
    if target.exists():
        raise WorkspaceExists(target)
    original = read_sheet(path)
    try:
        workbook = load_workbook(path, rich_text=True)
    except BROKEN as error:
        raise SheetRefused(path, SheetRefusal.DAMAGED, str(error)) from error
    places = sorted(problems, key=lambda one: (one.sheet, one.cell))
    for (sheet, cell), some in groupby(places, key=lambda one: (one.sheet, one.cell)):
        _mark(_cell(workbook, sheet, cell), tuple(some))
    with whole_file(target) as part:
        workbook.save(part)
        _verify(original, read_sheet(part), target)


def _cell(workbook: Workbook, sheet: str, address: str) -> Cell:
    """Return the cell that a problem is about; that of the whole range where cells are merged."""
    page = workbook[sheet] if sheet in workbook.sheetnames else workbook.worksheets[0]
    cell = page[address or TOP_OF_PAGE]
    return cell if isinstance(cell, Cell) else _first_of_merged(page, cell)


def _first_of_merged(page: Worksheet, cell: MergedCell) -> Cell:
    around = next(one for one in page.merged_cells.ranges if cell.coordinate in one)
    first = page.cell(around.min_row, around.min_col)
    assert isinstance(first, Cell)
    return first


def _mark(cell: Cell, problems: Sequence[Problem]) -> None:
    is_refused = any(one.severity is Severity.REFUSED for one in problems)
    colour = TO_MEND if is_refused else TO_KNOW
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    if is_refused:
        cell.protection = Protection(locked=False)
    for problem in problems:
        if problem.code is ProblemCode.FORMULA_TAKEN:
            _put(cell, problem.found)
    texts = [cell.comment.text] if cell.comment else []
    texts += [comment_text(problem) for problem in problems]
    cell.comment = Comment("\n\n".join(texts), PRODUCT, width=SIZE[0], height=SIZE[1])


def _put(cell: Cell, value: str) -> None:
    """Write what a formula gave: a number as a number, a text as text even if it begins with =."""
    if value in POINTS:
        cell.value = int(value)
    else:
        cell.value = value
        cell.data_type = "s"


def _verify(original: SheetReading, copy: SheetReading, target: Path) -> None:
    """Hold the copy against the sheet: what people wrote must be the same."""
    pairs = {
        "identity": (original.identity, copy.identity),
        "scores": (original.scores, copy.scores),
        "notes": (original.notes, copy.notes),
        "programmes": (original.programmes, copy.programmes),
        "programme notes": (original.programme_notes, copy.programme_notes),
        "narrative": (original.narrative, copy.narrative),
        "evidence": (original.evidence, copy.evidence),
    }
    different = [name for name, (ours, theirs) in pairs.items() if ours != theirs]
    if different:
        raise SheetNotVerified(target, len(different), different[0])
