"""What spreadsheets watch over: lists of allowed values, locks, and repeated groups."""

from collections.abc import Iterable
from typing import Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.instrument import PILLAR_NAMES, SCALE
from assessor.exchange.score_sheet import wording
from assessor.exchange.score_sheet.layout import NOT_APPLICABLE
from assessor.exchange.score_sheet.styles import PAPER, TOP_RULE

ALLOWED_SCORES: Final = (*(str(points) for points in SCALE), NOT_APPLICABLE)


def allow_scores(worksheet: Worksheet, cells: Iterable[str]) -> None:
    """Let `cells` take a point of the scale or "N/A" only."""
    validation = DataValidation(
        type="list",
        formula1=f'"{",".join(ALLOWED_SCORES)}"',
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        promptTitle=wording.SCORE_PROMPT_TITLE,
        prompt=wording.SCORE_PROMPT,
        errorTitle=wording.SCORE_ERROR_TITLE,
        error=wording.SCORE_ERROR,
    )
    _add(worksheet, validation, cells)


def allow_pillars(worksheet: Worksheet, cells: Iterable[str]) -> None:
    """Let `cells` take the name of a pillar only."""
    validation = DataValidation(
        type="list",
        formula1=f'"{",".join(PILLAR_NAMES.values())}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=wording.PILLAR_ERROR_TITLE,
        error=wording.PILLAR_ERROR,
    )
    _add(worksheet, validation, cells)


def protect(worksheet: Worksheet) -> None:
    """Lock what is not for filling in; no password, and widths and heights stay free."""
    protection = worksheet.protection
    protection.sheet = True
    protection.formatColumns = False
    protection.formatRows = False


def span_repeats(worksheet: Worksheet, outer: str, inner: str, first: int, last: int) -> None:
    """Make equal neighbours in the columns `outer` and `inner` look like one tall cell.

    Merged cells would look the same and break sorting and filtering; so every row keeps its own
    text, repeats are shown in the colour of the paper, and only a change draws a rule.
    """
    same_outer = f"${outer}{first}=${outer}{first - 1}"
    same_inner = f"AND({same_outer},${inner}{first}=${inner}{first - 1})"
    for column, same in ((outer, same_outer), (inner, same_inner)):
        cells = f"{column}{first}:{column}{last}"
        rules = (
            _rule(same, DifferentialStyle(font=Font(color=PAPER))),
            _rule(f"NOT({same})", DifferentialStyle(border=TOP_RULE)),
        )
        for rule in rules:
            worksheet.conditional_formatting.add(cells, rule)


def _rule(formula: str, look: DifferentialStyle) -> Rule:
    return Rule(type="expression", formula=[formula], dxf=look)


def _add(worksheet: Worksheet, validation: DataValidation, cells: Iterable[str]) -> None:
    addresses = " ".join(cells)
    if addresses:
        validation.sqref = type(validation.sqref)(addresses)
        worksheet.add_data_validation(validation)
