"""What ships: instruments, regions, participants, published finals, programmes."""

import re
from collections import Counter
from pathlib import Path

import pytest

from assessor.domain.ids import QuestionKey
from assessor.domain.instrument import Confidence, Pillar, Question, RoundingRule, Scope
from assessor.domain.instrument_file import parse_instrument
from assessor.domain.programme_names import programme_key
from resources import resource
from tests.domain.examples import published_rows, rows_of, shipped

IDS = (
    "2020",
    "2022-early-phase",
    "2022-reguler",
    "2023-kppn-ikn",
    "2023-reguler",
    "2024-reguler",
)
REGIONS = rows_of("regions", "permendagri-72-2019.csv")
SPEC = {
    "2020": ((10, 20, 30, 30, 10), "total", 4, "unconfirmed", 111),
    "2022-reguler": ((10, 20, 30, 20, 20), "components", 4, "inferred", 111),
    "2022-early-phase": ((10, 20, 30, 10, 30), "components", 4, "printed", 59),
    "2023-reguler": ((10, 20, 30, 20, 20), "total", 5, "printed", 111),
    "2023-kppn-ikn": ((10, 20, 20, 20, 20, 10), "total", 5, "printed", 117),
    "2024-reguler": ((10, 20, 30, 20, 20), "total", 5, "inferred", 111),
}


def test_six_instruments_ship() -> None:
    names = sorted(file.name for file in resource("instruments").iterdir())

    assert names == [f"{one}.toml" for one in IDS]


@pytest.mark.parametrize("instrument_id", IDS)
def test_an_instrument_has_its_years_weights_rule_and_panel(instrument_id: str) -> None:
    weights, rounding, panel, confidence, questions = SPEC[instrument_id]
    instrument = shipped(instrument_id)

    assert instrument.id == instrument_id
    assert instrument_id.startswith(str(instrument.year))
    assert tuple(one.weight for one in instrument.dimensions) == weights
    assert instrument.rounding is RoundingRule(rounding)
    assert instrument.panel_size == panel
    assert instrument.confidence is Confidence(confidence)
    assert len(instrument.questions) == questions


@pytest.mark.parametrize("instrument_id", IDS)
def test_a_shipped_file_states_its_checksum(instrument_id: str) -> None:
    text = resource("instruments", f"{instrument_id}.toml").read_text("utf-8")

    assert f'checksum = "{shipped(instrument_id).checksum}"' in text


@pytest.mark.parametrize("instrument_id", IDS)
def test_a_changed_weight_breaks_a_shipped_checksum(instrument_id: str) -> None:
    text = resource("instruments", f"{instrument_id}.toml").read_text("utf-8")
    swapped = text.replace("weight = 10\n", "weight = x\n", 1).replace(
        "weight = 20\n", "weight = 10\n", 1
    )

    with pytest.raises(Exception, match="checksum"):
        parse_instrument(swapped.replace("weight = x\n", "weight = 20\n"), "changed.toml")


@pytest.mark.parametrize("instrument_id", IDS)
def test_two_quick_win_questions_are_about_the_region_and_ten_about_programmes(
    instrument_id: str,
) -> None:
    questions = shipped(instrument_id).questions.values()

    assert Counter(one.scope for one in questions if one.dimension == "quick_win") == {
        Scope.CITY: 2,
        Scope.PROGRAMME: 10,
    }
    assert {one.dimension for one in questions if one.scope is Scope.PROGRAMME} == {"quick_win"}


@pytest.mark.parametrize(
    ("instrument_id", "counts"),
    [
        ("2022-early-phase", [5, 7, 31, 4, 12]),
        ("2023-reguler", [5, 7, 33, 54, 12]),
        ("2023-kppn-ikn", [5, 7, 33, 54, 12, 6]),
    ],
)
def test_the_dimensions_have_their_questions(instrument_id: str, counts: list[int]) -> None:
    assert [len(one.questions) for one in shipped(instrument_id).dimensions] == counts


@pytest.mark.parametrize("instrument_id", ["2020", "2022-reguler", "2024-reguler"])
def test_where_the_questions_are_not_known_those_of_2023_are_used_and_it_is_said(
    instrument_id: str,
) -> None:
    instrument = shipped(instrument_id)

    assert instrument.questions == shipped("2023-reguler").questions
    assert "tidak diketahui: dipakai 111 pertanyaan tahun 2023" in instrument.source.indonesian
    assert "are not known: the 111 questions of 2023" in instrument.source.english


@pytest.mark.parametrize("instrument_id", IDS)
def test_level_descriptions_are_marked_as_examples(instrument_id: str) -> None:
    levels = shipped(instrument_id).levels

    assert all(level.description.indonesian.startswith("Contoh: ") for level in levels)
    assert all(level.description.english.startswith("Example: ") for level in levels)


def test_the_same_question_is_asked_alike_in_every_instrument() -> None:
    asked: dict[QuestionKey, Question] = {}
    for instrument_id in IDS:
        for key, question in shipped(instrument_id).questions.items():
            assert asked.setdefault(key, question) == question
    assert len(asked) == 121


def test_the_documented_example_is_a_sound_instrument() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "instrument-file.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)

    instrument = parse_instrument(example, "example.toml")

    assert instrument.confidence is Confidence.OWN
    assert [one.weight for one in instrument.dimensions] == [60, 40]


def test_all_514_regions_ship_with_a_number_of_their_own() -> None:
    assert [row["id"] for row in REGIONS] == [str(number) for number in range(1, 515)]
    assert len({row["code"] for row in REGIONS}) == len({row["name"] for row in REGIONS}) == 514


@pytest.mark.parametrize("row", REGIONS, ids=lambda row: row["code"])
def test_a_code_tells_province_and_kind(row: dict[str, str]) -> None:
    province, _, number = row["code"].partition(".")

    assert province == row["province_code"]
    assert row["name"].startswith("KOTA " if int(number) >= 71 else "KAB. ")
    assert row["province"]


def test_a_regions_number_never_changes() -> None:
    known = {"11.01": "1", "33.25": "212", "51.71": "282", "92.71": "514"}

    assert {row["code"]: row["id"] for row in REGIONS if row["code"] in known} == known


def test_later_names_and_codes_are_kept_beside() -> None:
    later = {row["code"]: (row["later_name"], row["later_code"]) for row in REGIONS}

    assert later.pop("12.12") == ("KAB. TOBA", "")
    assert later.pop("91.09") == ("", "94.04")
    assert later.pop("92.05") == ("", "96.03")
    assert set(later.values()) == {("", "")}


@pytest.mark.parametrize("table", ["2020.csv", "2022.csv", "2023.csv"])
def test_participants_are_regions_of_the_list_once_each(table: str) -> None:
    rows = rows_of("rounds", table)
    known = {(row["id"], row["code"], row["name"]) for row in REGIONS}

    assert {(row["region"], row["code"], row["name"]) for row in rows} <= known
    assert len({row["region"] for row in rows}) == len(rows)
    assert {row["takes_part"] for row in rows} <= {"yes", "no"}


@pytest.mark.parametrize("year", [2020, 2022, 2023])
def test_every_cohort_has_the_instrument_of_its_year(year: int) -> None:
    cohorts = {row["cohort"] for row in rows_of("rounds", f"{year}.csv")}
    instruments = [shipped(one) for one in IDS]

    assert cohorts == {one.cohort for one in instruments if one.year == year}


def test_the_round_of_2020_has_75_regions() -> None:
    rows = rows_of("rounds", "2020.csv")

    assert len(rows) == 75
    assert {"KOTA DENPASAR", "KOTA SURAKARTA", "KAB. SLEMAN"} <= {row["name"] for row in rows}
    assert {row["takes_part"] for row in rows} == {"yes"}


def test_of_141_regions_of_2023_130_took_part() -> None:
    rows = rows_of("rounds", "2023.csv")
    absent = {row["name"] for row in rows if row["takes_part"] == "no"}
    printed = {row["nama"] for row in published_rows("results_2023.csv") if not row["no"]}

    assert len(rows) == 141
    assert absent == printed
    assert len(absent) == 11


def test_early_phase_and_regular_regions_of_2022_are_told_apart() -> None:
    cohorts = {row["name"]: row["cohort"] for row in rows_of("rounds", "2022.csv")}

    assert cohorts["KAB. KUDUS"] == cohorts["KOTA SURABAYA"] == "EARLY PHASE"
    assert cohorts["KOTA DENPASAR"] == "REGULER"
    assert Counter(cohorts.values()) == {"EARLY PHASE": 31, "REGULER": 96}


def test_the_round_of_2020_has_its_letter_and_its_days() -> None:
    row = rows_of("rounds", "rounds.csv")[0]

    assert row["year"] == "2020"
    assert row["letter_number"] == "883/DJAI/AI.01.02/12/2020"
    assert (row["starts_on"], row["ends_on"]) == ("2020-11-23", "2020-11-27")
    assert row["letter_date"] == ""


def test_published_finals_name_regions_of_the_list() -> None:
    known = {(row["id"], row["code"], row["name"]) for row in REGIONS}
    rows = rows_of("results", "published.csv")

    assert {(row["region"], row["code"], row["name"]) for row in rows} <= known
    assert len(rows) == 12


def test_denpasars_fifteen_programmes_stand_under_all_six_pillars() -> None:
    rows = rows_of("programmes", "denpasar-2020.csv")

    assert len({programme_key(row["name"]) for row in rows}) == 15
    assert {Pillar(row["pillar"]) for row in rows} == set(Pillar)
