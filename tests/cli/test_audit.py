"""`audit` recomputes published tables and names what does not follow."""

from pathlib import Path

import pytest

from tests.cli.examples import PUBLISHED, Say

TABLE_2022 = PUBLISHED / "results_2022_early_phase.csv"
TABLE_2023 = PUBLISHED / "results_2023.csv"
LAST_YEAR = ("--previous", TABLE_2022, "--previous-instrument", "2022-early-phase")


def test_a_table_that_follows_is_done(say: Say) -> None:
    answer = say("audit", TABLE_2022, "--instrument", "2022-early-phase", "--json")

    assert answer.status == 0
    assert answer.document == {"rows": 26, "matched": 26, "skipped": 4, "mismatches": []}
    assert answer.err == ""


def test_improvements_are_checked_against_last_year(say: Say) -> None:
    answer = say("audit", TABLE_2023, "--instrument", "2023-kppn-ikn", *LAST_YEAR, "--json")

    assert (answer.status, answer.document["matched"]) == (0, 22)


def test_every_row_that_does_not_follow_is_named(say: Say, tmp_path: Path) -> None:
    changed = tmp_path / "tabel baru é.csv"
    text = TABLE_2022.read_text("utf-8")
    assert "2.55,2.07,2.87,2.75,2.17,2.46" in text
    changed.write_text(
        text.replace("2.55,2.07,2.87,2.75,2.17,2.46", "2.55,2.07,2.87,2.75,2.17,2.47"), "utf-8"
    )

    answer = say("audit", changed, "--instrument", "2022-early-phase", "--json")

    assert answer.status == 1
    assert answer.document["matched"] == 25
    assert answer.document["mismatches"] == [
        {
            "name": "KAB. BELITUNG",
            "published": "2.47",
            "recomputed": "2.46",
            "improvement_published": None,
            "improvement_recomputed": None,
        }
    ]
    assert answer.reasons == ["KAB. BELITUNG: index printed 2,47, recomputed 2,46."]


def test_an_improvement_that_does_not_follow_is_named(say: Say, tmp_path: Path) -> None:
    heading = "nama;baseline;output;outcome;impact;quick_win;nilai_final;tingkat_improvement\n"
    last, this = tmp_path / "2022.csv", tmp_path / "2023.csv"
    last.write_text(f"{heading}KAB. CONTOH;2,00;2,00;2,00;2,00;2,00;2,00;-\n", "utf-8")
    this.write_text(f"{heading}Kab. Contoh;3,00;3,00;3,00;3,00;3,00;3,00;0,90\n", "utf-8")

    answer = say(
        "audit",
        this,
        "--instrument",
        "2023-reguler",
        "--previous",
        last,
        "--previous-instrument",
        "2022-reguler",
    )

    assert answer.status == 1
    assert answer.reasons == ["Kab. Contoh: improvement printed +0,90, recomputed +1,00."]


def test_the_summary_counts_the_rows(say: Say) -> None:
    answer = say("audit", TABLE_2022, "--instrument", "2022-early-phase")

    assert answer.out.splitlines() == [
        "26 rows were recomputed.",
        "26 rows follow.",
        "4 rows were left out: another instrument, or not taking part.",
    ]


@pytest.mark.parametrize("half", [LAST_YEAR[:2], LAST_YEAR[2:]])
def test_last_years_table_and_its_instrument_belong_together(
    say: Say, half: tuple[object, ...]
) -> None:
    answer = say("audit", TABLE_2023, "--instrument", "2023-reguler", *half)

    assert answer.status == 2
    assert answer.reasons[0] == "--previous and --previous-instrument belong together."


def test_an_instrument_that_does_not_ship_is_wrong_usage(say: Say) -> None:
    answer = say("audit", TABLE_2022, "--instrument", "../2020")

    assert answer.status == 2
    assert "2022-early-phase" in answer.reasons[0]


def test_a_table_that_is_not_there_is_refused(say: Say, tmp_path: Path) -> None:
    answer = say("audit", tmp_path / "tiada.csv", "--instrument", "2020")

    assert answer.status == 1
    assert answer.err.startswith(f"{tmp_path / 'tiada.csv'} is not there.")


def test_a_file_that_is_no_table_is_refused(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "surat.csv"
    file.write_text("Kepada Yth.\n", "utf-8")

    answer = say("audit", file, "--instrument", "2020")

    assert answer.status == 1
    assert answer.err.startswith(f"The table {file} was not read. No line has the headings")
