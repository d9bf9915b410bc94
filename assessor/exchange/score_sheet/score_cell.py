"""One score cell into a score, strictly: a wrong number must never come in."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from assessor.domain.instrument import SCALE
from assessor.exchange.score_sheet.grid import Grid, Oddity, Value, text_of
from assessor.exchange.score_sheet.layout import NOT_APPLICABLE
from assessor.exchange.score_sheet.reading import Problem, ProblemCode, Severity

EXPECTED: Final = f"{SCALE[0]}–{SCALE[-1]}, {NOT_APPLICABLE}"
WHOLE_NUMBER: Final = re.compile(r"\+?0*([0-9])(?:[.,]0{0,2})?")
"""Three zeros behind a point or comma are no decimals for sure: "3.000" may be three thousand."""
RAISED_OR_CIRCLED: Final = "No"
"""The Unicode category of digits that are marks, such as that of a footnote."""
NOT_APPLICABLE_FORMS: Final = frozenset({"N/A", "NA", "N.A.", "N / A"})

SERIAL_FROM: Final = {
    1899: dt.date(1899, 12, 31).toordinal(),
    1900: dt.date(1899, 12, 31).toordinal(),
    1904: dt.date(1904, 1, 1).toordinal(),
}
"""The day before day 1 of the calendars of Excel, by the years in which single digits fall."""

Report = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class Said:
    """What a score cell says: points, not applicable, or neither."""

    points: int | None = None
    is_not_applicable: bool = False


NOTHING_SAID: Final = Said()
PLAINLY_SAID: Final[Mapping[object, Said]] = {
    "": NOTHING_SAID,
    **{float(points): Said(points) for points in SCALE},
}
"""What nearly every cell holds; a season has a hundred thousand of them."""


def read_score(grid: Grid, row: int, column: str, report: Report) -> Said:
    """Return what the cell says; report what was mended or refused (then nothing is said)."""
    value = grid.value(row, column)
    is_plain = not grid.odd and (value == "" or value.__class__ is float)
    if is_plain and value in PLAINLY_SAID and not grid.is_merged(row, column):
        return PLAINLY_SAID[value]
    found = _Cell(grid, row, column, report)
    if grid.is_merged(row, column):
        return found.refuse(ProblemCode.MERGED_CELLS)
    oddity, shown = grid.oddity(row, column) or (None, "")
    if oddity is Oddity.ERROR:
        return found.refuse(ProblemCode.SCORE_IS_ERROR, shown)
    if oddity is Oddity.FORMULA_WITHOUT_VALUE:
        return found.refuse(ProblemCode.FORMULA_WITHOUT_VALUE)
    said = _read_value(value, found)
    if oddity is Oddity.FORMULA and said is not NOTHING_SAID:
        found.mend(ProblemCode.FORMULA_TAKEN, shown)
    return said


@dataclass(frozen=True, slots=True)
class _Cell:
    grid: Grid
    row: int
    column: str
    report: Report

    def refuse(self, code: ProblemCode, found: str = "") -> Said:
        self._tell(code, Severity.REFUSED, found)
        return NOTHING_SAID

    def mend(self, code: ProblemCode, found: str) -> None:
        self._tell(code, Severity.MENDED, found)

    def _tell(self, code: ProblemCode, severity: Severity, found: str) -> None:
        address = self.grid.address(self.row, self.column)
        self.report(Problem(self.grid.name, address, code, severity, found, EXPECTED))


def _read_value(value: Value, cell: _Cell) -> Said:
    if isinstance(value, str):
        return _read_text(value, cell)
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return cell.refuse(ProblemCode.SCORE_IS_DATE, _likely_original(value))
    if not isinstance(value, bool) and isinstance(value, (int, float)) and value in SCALE:
        return Said(points=int(value))
    return cell.refuse(ProblemCode.SCORE_OUT_OF_SCALE, text_of(value))


def _read_text(text: str, cell: _Cell) -> Said:
    if text == NOT_APPLICABLE:
        return Said(is_not_applicable=True)
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return NOTHING_SAID
    if plain.upper() in NOT_APPLICABLE_FORMS:
        cell.mend(ProblemCode.SCORE_IS_TEXT, text)
        return Said(is_not_applicable=True)
    number = WHOLE_NUMBER.fullmatch(plain)
    is_mark = any(unicodedata.category(one) == RAISED_OR_CIRCLED for one in text)
    if number is None or is_mark or int(number[1]) not in SCALE:
        return cell.refuse(ProblemCode.SCORE_OUT_OF_SCALE, text)
    cell.mend(ProblemCode.SCORE_IS_TEXT, text)
    return Said(points=int(number[1]))


def _likely_original(value: dt.date | dt.time | dt.timedelta) -> str:
    """Return what was typed, most likely: spreadsheets make a date of "2/3".

    A day of the first weeks of their calendars is a number in a cell that had the look of a date.
    """
    if not isinstance(value, dt.date):
        return str(value)
    serial = value.toordinal() - SERIAL_FROM.get(value.year, 0)
    if serial in SCALE:
        return str(serial)
    return f"{value.day}/{value.month}"
