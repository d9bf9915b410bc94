"""Whatever program saved it, a sheet reads the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from assessor.exchange.score_sheet.reader import read_sheet
from tests.exchange.score_sheet.dialects import DIALECTS
from tests.exchange.score_sheet.examples import (
    COUNCIL,
    SCORE,
    blank_sheet,
    differences_of,
    edited,
    filled_sheet,
    type_into,
    written,
)
from tests.exchange.score_sheet.libreoffice import converted, needs_libreoffice


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.__name__)
def test_a_filled_sheet_has_0_differences(tmp_path: Path, dialect: Callable[[Path], Path]) -> None:
    sheet = filled_sheet(3)

    assert differences_of(dialect(written(sheet, tmp_path)), sheet) == ()


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: one.__name__)
def test_a_blank_sheet_with_live_formulas_has_0_differences(
    tmp_path: Path, dialect: Callable[[Path], Path]
) -> None:
    sheet = blank_sheet(3)

    assert differences_of(dialect(written(sheet, tmp_path)), sheet) == ()


def test_a_sheet_that_counts_days_from_1904_reads_the_same(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904

    sheet = filled_sheet(3)

    assert differences_of(edited(written(sheet, tmp_path), edit), sheet) == ()


@needs_libreoffice
@pytest.mark.parametrize("typed", ["3,0", "3.0"])
def test_a_comma_and_a_dot_survive_libreoffice(
    tmp_path: Path, libreoffice_profile: Path, typed: str
) -> None:
    path = written(blank_sheet(1), tmp_path)
    before = type_into(path, COUNCIL, SCORE, typed)

    after = read_sheet(converted(path, "xlsx", libreoffice_profile))

    assert after.scores == before.scores
    assert len(after.scores) == 1
