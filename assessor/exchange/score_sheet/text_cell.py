"""One cell of words into a text, to the letter; nothing that is lost is lost silently."""

import datetime as dt
from collections.abc import Callable

from assessor.domain.texts import CELL_LIMIT, clean_text, length_in_cell
from assessor.exchange.score_sheet.grid import Grid, Oddity, text_of
from assessor.exchange.score_sheet.reading import Problem, ProblemCode, Severity

Report = Callable[[Problem], None]


def read_text(grid: Grid, row: int, column: str, report: Report) -> str:
    """Return a cell's text, "" where it is refused; report what was mended or refused.

    A text that began with "=" may have become a formula, or the error that it made.
    """
    oddity, shown = grid.oddity(row, column) or (None, "")
    address = grid.address(row, column)
    refused = {
        Oddity.ERROR: ProblemCode.TEXT_IS_ERROR,
        Oddity.FORMULA_WITHOUT_VALUE: ProblemCode.FORMULA_WITHOUT_VALUE,
    }
    if oddity in refused:
        report(Problem(grid.name, address, refused[oddity], Severity.REFUSED, shown))
        return ""
    value = grid.value(row, column)
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        found = text_of(value)
        report(Problem(grid.name, address, ProblemCode.TEXT_IS_DATE, Severity.MENDED, found))
    if oddity is Oddity.FORMULA:
        report(Problem(grid.name, address, ProblemCode.FORMULA_TAKEN, Severity.MENDED, shown))
    return plain_text(grid, row, column, report)


def plain_text(grid: Grid, row: int, column: str, report: Report) -> str:
    """Return a text as XML can hold it; one longer than any cell is refused."""
    text = grid.text(row, column)
    clean = clean_text(text)
    length = length_in_cell(clean) if len(clean) * 2 > CELL_LIMIT else 0
    if length > CELL_LIMIT:
        found, limit = str(length), str(CELL_LIMIT)
        code = ProblemCode.TEXT_TOO_LONG
        report(Problem(grid.name, grid.address(row, column), code, Severity.REFUSED, found, limit))
        return ""
    if clean != text:
        code = ProblemCode.TEXT_CLEANED
        report(Problem(grid.name, grid.address(row, column), code, Severity.MENDED))
    return clean
