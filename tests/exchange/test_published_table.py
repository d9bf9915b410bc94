"""Published tables as the ministry lays them out."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeAlias

import openpyxl
import pytest

from assessor.domain.audit import PublishedTable, audit
from assessor.domain.errors import NotFound, NotReadable, TableUnreadable
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Instrument
from assessor.exchange.published_table import read_published_table
from assessor.exchange.table_cells import TableProblem
from tests.domain.examples import PUBLISHED, instrument, question, shipped

EARLY = shipped("2022-early-phase")
REGULAR = shipped("2023-reguler")
KPPN_IKN = shipped("2023-kppn-ikn")
COHORTS = [EARLY.cohort, REGULAR.cohort, KPPN_IKN.cohort]
HEADING = (
    "NO;KAB/KOTA;BASELINE;OUTPUT;OUTCOME;IMPACT;QUICK WINS;NILAI FINAL;TINGKAT IMPROVEMENT;KET"
)
CELLS = HEADING.split(";")
BADUNG = "1;KAB. BADUNG;3,52;2,97;3,08;3,14;2,35;2,97;-0,29;REGULER"
BADUNG_CELLS: list[str | float] = [
    1,
    "KAB. BADUNG",
    3.52,
    2.97,
    3.08,
    3.14,
    2.35,
    2.97,
    -0.29,
    "REGULER",
]

Rows: TypeAlias = Sequence[Sequence[object]]


class ReadText(Protocol):
    """Write a text as a .csv and read it."""

    def __call__(
        self, text: str, instrument: Instrument = REGULAR, encoding: str = "utf-8"
    ) -> PublishedTable: ...


class ReadBook(Protocol):
    """Write sheets of rows as a workbook and read it."""

    def __call__(self, *sheets: Rows, name: str = "tabel.xlsx") -> PublishedTable: ...


Refuse: TypeAlias = Callable[[str], TableUnreadable]


@pytest.fixture
def read(tmp_path: Path) -> ReadText:
    """Write a text as a .csv and read it."""

    def read_text(
        text: str, instrument: Instrument = REGULAR, encoding: str = "utf-8"
    ) -> PublishedTable:
        path = tmp_path / "tabel.csv"
        path.write_bytes(text.encode(encoding))
        return read_published_table(path, instrument)

    return read_text


@pytest.fixture
def read_book(tmp_path: Path) -> ReadBook:
    """Write sheets of rows as a workbook and read it."""

    def read_sheets(*sheets: Rows, name: str = "tabel.xlsx") -> PublishedTable:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / name)
        return read_published_table(tmp_path / name, REGULAR)

    return read_sheets


@pytest.fixture
def refuse(read: ReadText) -> Refuse:
    """Return the refusal of a text."""

    def refused_text(text: str) -> TableUnreadable:
        with pytest.raises(TableUnreadable) as refused:
            read(text)
        return refused.value

    return refused_text


def assert_is_badung(table: PublishedTable) -> None:
    (row,) = table.rows
    assert row.name == "KAB. BADUNG"
    assert [str(row.dimensions[one.key]) for one in REGULAR.dimensions] == [
        "3.52",
        "2.97",
        "3.08",
        "3.14",
        "2.35",
    ]
    assert (row.final, row.improvement, row.cohort) == (
        Decimal("2.97"),
        Decimal("-0.29"),
        "REGULER",
    )


@pytest.mark.parametrize(
    ("name", "instrument", "rows", "skipped"),
    [
        ("results_2022_early_phase.csv", EARLY, 26, 4),
        ("results_2023.csv", REGULAR, 40, 33),
        ("results_2023.csv", KPPN_IKN, 22, 51),
    ],
)
def test_every_published_row_matches(
    name: str, instrument: Instrument, rows: int, skipped: int
) -> None:
    previous = read_published_table(PUBLISHED / "results_2022_early_phase.csv", EARLY)

    found = audit(read_published_table(PUBLISHED / name, instrument), COHORTS, previous)

    assert (found.rows, found.skipped, found.mismatches) == (rows, skipped, ())


def test_a_changed_figure_is_found(read: ReadText) -> None:
    text = (PUBLISHED / "results_2023.csv").read_text("utf-8")
    assert "3.32,2.69,2.81,2.81,2.88,2.7,2.84,0.38" in text
    changed = text.replace("2.7,2.84,0.38", "2.7,2.84,0.48")
    previous = read_published_table(PUBLISHED / "results_2022_early_phase.csv", EARLY)

    (mismatch,) = audit(read(changed, KPPN_IKN), COHORTS, previous).mismatches

    assert mismatch.name == "KAB. BELITUNG"
    assert (mismatch.improvement_published, mismatch.improvement_recomputed) == (
        Decimal("0.48"),
        Decimal("0.38"),
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADING}\n{BADUNG}\n",
        f"{HEADING}\r\n{BADUNG}\r\n".lower()
        .replace("kab. badung", "KAB. BADUNG")
        .replace("reguler", "REGULER"),
        f"{HEADING}\n{BADUNG}".replace(";", "\t"),
        f"{HEADING}\n{BADUNG}".replace(",", ".").replace(";", ","),
        HEADING.replace(";", ",")
        + '\n1,KAB. BADUNG,"3,52","2,97","3,08",3.14,2.35,"2,97","-0,29",REGULER',
        f"{HEADING}\n{BADUNG}".replace("-0,29", "\u22120,29"),
        f"{HEADING}\n{BADUNG}".replace("KAB/KOTA", "NAMA")
        .replace("QUICK WINS", "QUICK_WIN")
        .replace("NILAI FINAL", "NILAI_FINAL")
        .replace("TINGKAT IMPROVEMENT", "TINGKAT_IMPROVEMENT"),
        f"{HEADING}\n{BADUNG}".replace("QUICK WINS", "Quick Win").replace(
            "KAB/KOTA", "Kabupaten / Kota"
        ),
        f"{HEADING}\n{BADUNG}".replace("BASELINE", '"BASELINE\n(10.00)"'),
        f"{HEADING}\n{BADUNG}".replace("KAB. BADUNG", "  KAB.  BADUNG "),
    ],
    ids=[
        "plain",
        "lower",
        "tabs",
        "dots",
        "quoted",
        "minus",
        "underscores",
        "case",
        "weight",
        "space",
    ],
)
def test_one_row_is_the_same_however_it_is_written(read: ReadText, text: str) -> None:
    table = read(text)

    assert table.has_improvements
    assert_is_badung(table)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheets_encodings_are_read(read: ReadText, encoding: str) -> None:
    table = read(f"{HEADING}\n{BADUNG}\n2;KOTA É – X;0;0;0;0;0;0;–;", encoding=encoding)

    assert [row.name for row in table.rows] == ["KAB. BADUNG", "KOTA É – X"]


@pytest.mark.parametrize(
    "clutter",
    [
        "Lampiran II;;;\nNomor: B-1384;;;\n\n",
        "KAB/KOTA yang ikut;;;\n",
        "NILAI FINAL;;;\n",
    ],
)
def test_a_letterhead_above_the_table_does_not_matter(read: ReadText, clutter: str) -> None:
    assert_is_badung(read(f"{clutter}{HEADING}\n{BADUNG}"))


@pytest.mark.parametrize(
    "line",
    [
        HEADING,
        ";;(10.00);(20.00);(30.00);(20.00);(20.00);;;",
        "1;2;3;4;5;6;7;8;9;10",
        "(1);(2);(3);(4);(5);(6);(7);(8);(9);(10)",
        "Column1;Column2;Column3;Column4;Column5;Column6;Column7;Column8;Column9;Column10",
        ";;;;;;;;;",
        "",
        "Jakarta, 6 Desember 2023",
        ";DAERAH YANG TIDAK MENGIKUTI;;;;;;;;",
    ],
    ids=[
        "heading",
        "weights",
        "numbers",
        "bracketed",
        "leftover",
        "empty",
        "nothing",
        "footer",
        "title",
    ],
)
def test_a_line_that_is_no_region_is_passed_over(read: ReadText, line: str) -> None:
    assert_is_badung(read(f"{HEADING}\n{line}\n{BADUNG}\n{line}"))


@pytest.mark.parametrize("dash", ["-", "–", "—", ""])
def test_a_dash_or_an_empty_cell_is_no_figure(read: ReadText, dash: str) -> None:
    (row,) = read(f"{HEADING}\n{BADUNG}".replace("-0,29", dash).replace("3,52", dash)).rows

    assert row.improvement is None
    assert row.dimensions[DimensionKey("baseline")] is None


def test_a_region_of_zeros_may_have_a_remark_for_its_improvement(read: ReadText) -> None:
    (row,) = read(f"{HEADING}\n1;KAB. DAIRI;0;0;0;0;0;0;tidak mengikuti;KPPN IKN").rows

    assert not row.took_part
    assert (row.improvement, row.cohort) == (None, "KPPN IKN")


def test_a_table_of_finals_alone_has_no_improvements(read: ReadText) -> None:
    table = read(
        "NAMA;BASELINE;OUTPUT;OUTCOME;IMPACT;QUICK WIN;NILAI FINAL\nKAB. BADUNG;3;3;3;3;3;3"
    )

    assert not table.has_improvements
    assert table.rows[0].improvement is None
    assert table.rows[0].cohort == ""


def test_the_sixth_dimension_is_read_under_both_headings(read: ReadText) -> None:
    row = BADUNG.replace("2,35;", "2,35;1,50;")
    for heading in ("PROGRAM KOLABORASI", "Kolaborasi"):
        text = HEADING.replace("QUICK WINS", f"QUICK WINS;{heading}")

        assert read(f"{text}\n{row}", KPPN_IKN).rows[0].dimensions[
            DimensionKey("collaboration")
        ] == Decimal("1.5")


def test_an_own_instruments_dimensions_are_headed_by_their_names(read: ReadText) -> None:
    own = instrument([question("people.a"), question("place.a")], {"people": 50, "place": 50})

    (row,) = read("NAMA;People (id);PLACE;NILAI FINAL\nKAB. X;1;2;1,5", own).rows

    assert row.dimensions == {"people": Decimal("1.00"), "place": Decimal("2.00")}


def test_the_first_of_two_columns_of_one_name_counts(read: ReadText) -> None:
    assert_is_badung(read(f"{HEADING};BASELINE\n{BADUNG};1,00"))


def test_a_byte_order_mark_does_not_hide_the_first_heading(read: ReadText) -> None:
    text = f"{HEADING}\n{BADUNG}".replace("1;KAB. BADUNG", "KAB. BADUNG")
    text = text.replace("NO;KAB/KOTA", '"KAB/\nKOTA"')

    assert_is_badung(read(text, encoding="utf-8-sig"))


def test_a_short_line_ends_in_empty_cells(read: ReadText) -> None:
    (row,) = read(f"{HEADING}\n1;KAB. X;1,00").rows

    assert row.dimensions[DimensionKey("output")] is None
    assert row.final is None


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
