"""Published tables in workbooks."""

import pytest

from assessor.domain.errors import TableUnreadable
from assessor.exchange.table_cells import TableProblem
from tests.exchange.published_table.examples import (
    BADUNG,
    BADUNG_CELLS,
    CELLS,
    HEADING,
    ReadBook,
    Refuse,
    Rows,
    assert_is_badung,
)


def test_numbers_of_a_workbook_are_taken_as_they_were_typed(read_book: ReadBook) -> None:
    assert_is_badung(read_book([CELLS, BADUNG_CELLS]))


def test_numbers_kept_as_text_in_a_workbook_are_read(read_book: ReadBook) -> None:
    assert_is_badung(read_book([CELLS, BADUNG.split(";")]))


def test_binary_noise_of_a_workbook_is_no_third_decimal(read_book: ReadBook) -> None:
    noisy = 0.1 + 0.2 + 3.22
    assert noisy != 3.52

    assert_is_badung(read_book([CELLS, [*BADUNG_CELLS[:2], noisy, *BADUNG_CELLS[3:]]]))


def test_the_sheet_with_the_table_is_found(read_book: ReadBook) -> None:
    ranking: Rows = [["NO", "NAMA", "NILAI FINAL"], [1, "KAB. BADUNG", 2.97]]

    assert_is_badung(read_book([["Lampiran"]], ranking, [[], ["Lampiran II"], CELLS, BADUNG_CELLS]))


def test_a_table_of_another_cohort_gives_way_to_that_of_the_instruments(
    read_book: ReadBook,
) -> None:
    other = [1, "KOTA SURABAYA", 3, 3, 3, 3, 3, 3, 0, "KPPN & IKN; sementara"]

    assert_is_badung(read_book([CELLS, other], [CELLS, BADUNG_CELLS]))


def test_a_workbook_of_another_cohort_alone_is_read_all_the_same(read_book: ReadBook) -> None:
    other = [1, "KOTA SURABAYA", 3, 3, 3, 3, 3, 3, 0, "KPPN & IKN"]

    assert [row.name for row in read_book([CELLS, other]).rows] == ["KOTA SURABAYA"]


def test_a_workbook_without_a_table_is_refused(read_book: ReadBook) -> None:
    with pytest.raises(TableUnreadable) as refused:
        read_book([["Lampiran"]], [["NO", "NAMA"]])

    assert (refused.value.reason, refused.value.row) == (TableProblem.NO_TABLE, 0)


def test_a_workbook_is_told_by_its_content(read_book: ReadBook) -> None:
    assert_is_badung(read_book([CELLS, BADUNG_CELLS], name="tabel.csv"))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("3,52", "tiga", (TableProblem.NOT_A_NUMBER, "BASELINE", "tiga")),
        ("3,52", "NaN", (TableProblem.NOT_A_NUMBER, "BASELINE", "NaN")),
        ("3,52", "3_5", (TableProblem.NOT_A_NUMBER, "BASELINE", "3_5")),
        ("3,52", "1e1", (TableProblem.NOT_A_NUMBER, "BASELINE", "1e1")),
        ("3,52", "3.5.2", (TableProblem.NOT_A_NUMBER, "BASELINE", "3.5.2")),
        ("3,52", "9" * 40, (TableProblem.NOT_A_NUMBER, "BASELINE", "9" * 40)),
        ("3,52", "3,525", (TableProblem.TOO_MANY_DECIMALS, "BASELINE", "3,525")),
        ("3,52", "35,2", (TableProblem.OUT_OF_SCALE, "BASELINE", "35,2")),
        ("3,52", "4,01", (TableProblem.OUT_OF_SCALE, "BASELINE", "4,01")),
        ("3,52", "-0,01", (TableProblem.OUT_OF_SCALE, "BASELINE", "-0,01")),
        ("2,35", "x", (TableProblem.NOT_A_NUMBER, "QUICK WINS", "x")),
        ("2,97;-0", "2,9777;-0", (TableProblem.TOO_MANY_DECIMALS, "NILAI FINAL", "2,9777")),
        ("-0,29", "turun", (TableProblem.NOT_A_NUMBER, "TINGKAT IMPROVEMENT", "turun")),
        ("KAB. BADUNG", "", (TableProblem.NAME_MISSING, "KAB/KOTA", "")),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    refuse: Refuse, old: str, new: str, named: tuple[TableProblem, str, str]
) -> None:
    assert old in BADUNG

    refused = refuse(f"Lampiran\n{HEADING}\n{BADUNG.replace(old, new)}")

    assert (refused.reason, refused.column, refused.found) == named
    assert refused.row == 3
    assert refused.path.name == "tabel.csv"


def test_a_truth_value_in_a_workbook_is_no_number(read_book: ReadBook) -> None:
    with pytest.raises(TableUnreadable) as refused:
        read_book([CELLS, [1, "KAB. BADUNG", True, 2, 2, 2, 2, 2, 0, ""]])

    assert refused.value.reason == TableProblem.NOT_A_NUMBER


def test_rows_of_a_workbook_are_counted_with_the_empty_ones_above(read_book: ReadBook) -> None:
    with pytest.raises(TableUnreadable) as refused:
        read_book([[], [], CELLS, [1, "KAB. BADUNG", "tiga"]])

    assert refused.value.row == 4
