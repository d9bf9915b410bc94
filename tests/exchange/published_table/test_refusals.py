"""Tables that cannot be read are refused by name."""

from pathlib import Path

import pytest

from assessor.domain.errors import NotFound, NotReadable, TableUnreadable
from assessor.exchange.published_table import read_published_table
from assessor.exchange.table_cells import TableProblem
from tests.exchange.published_table.examples import BADUNG, HEADING, REGULAR, Refuse


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        (HEADING.replace("IMPACT", "DAMPAK"), "IMPACT"),
        (HEADING.replace("NILAI FINAL", "X"), "NILAI FINAL"),
        (HEADING.replace("QUICK WINS", "X"), "QUICK WIN"),
    ],
)
def test_a_missing_column_is_named(refuse: Refuse, heading: str, column: str) -> None:
    refused = refuse(f"Lampiran\n{heading}\n{BADUNG}")

    assert (refused.reason, refused.row, refused.column) == (TableProblem.COLUMN_MISSING, 2, column)


@pytest.mark.parametrize("text", ["", "bukan tabel", BADUNG, "KAB/KOTA\nKAB. BADUNG", "\0\0"])
def test_a_file_without_a_table_is_refused(refuse: Refuse, text: str) -> None:
    refused = refuse(text)

    assert (refused.reason, refused.row, refused.column) == (TableProblem.NO_TABLE, 0, "")


def test_a_cell_without_end_is_refused(refuse: Refuse) -> None:
    assert refuse(f'{HEADING}\n"' + "x" * 200_000).reason == TableProblem.NO_TABLE


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 broken"])
def test_a_broken_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tabel.xlsx"
    path.write_bytes(content)

    with pytest.raises(TableUnreadable) as refused:
        read_published_table(path, REGULAR)

    assert refused.value.reason == TableProblem.NOT_A_WORKBOOK


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        read_published_table(tmp_path / "tiada.csv", REGULAR)

    assert refused.value.path == Path(tmp_path / "tiada.csv")


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(NotReadable):
        read_published_table(tmp_path, REGULAR)
