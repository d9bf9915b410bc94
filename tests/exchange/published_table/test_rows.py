"""Published tables as the ministry lays them out."""

from decimal import Decimal

import pytest

from assessor.domain.audit import audit
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Instrument
from assessor.exchange.published_table import read_published_table
from tests.domain.examples import PUBLISHED, instrument, question
from tests.exchange.published_table.examples import (
    BADUNG,
    COHORTS,
    EARLY,
    HEADING,
    KPPN_IKN,
    REGULAR,
    ReadText,
    assert_is_badung,
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
