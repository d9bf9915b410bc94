"""Names that tell sheets apart."""

from dataclasses import replace

import pytest

from assessor.domain.ids import AssessorId
from assessor.domain.records import Assessor
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.naming import file_name, namesakes_among
from tests.exchange.score_sheet.examples import blank_sheet, filled_sheet


def named(name: str, identity: str = "0f3a9c77-aaaa") -> Sheet:
    sheet = filled_sheet(1)
    assessor = Assessor(AssessorId(identity), name, "")
    return replace(sheet, assessment=replace(sheet.assessment, assessor=assessor))


def test_year_code_region_assessor_and_revision_stand_in_the_name() -> None:
    sheet = named("Dr. Ayu Prameswari, M.T.")

    assert file_name(sheet) == "2020_51.71_KOTA-DENPASAR_dr-ayu-prameswari-m-t_r03.xlsx"


def test_a_blank_sheet_says_so() -> None:
    assert file_name(blank_sheet(1)).endswith("_asesor-contoh_kosong.xlsx")


def test_stages_of_a_year_are_told_apart() -> None:
    sheet = filled_sheet(1)
    second = replace(sheet, round=replace(sheet.round, stage="Tahap II"))

    assert file_name(second).startswith("2020-Tahap-II_51.71_")


@pytest.mark.parametrize("name", ['É:/\\*?"<>|', "名前", "a" * 300, "..", "CON", "x\ny"])
def test_any_name_gives_a_name_that_every_system_takes(name: str) -> None:
    written = file_name(named(name))

    assert len(written) < 150
    assert set(written).isdisjoint('\\/:*?"<>| \n')
    assert written.isascii()


def test_two_people_of_one_name_do_not_collide() -> None:
    first, second = named("Ayu", "11111111-x"), named("AYU ", "22222222-x")
    namesakes = namesakes_among([one.assessment.assessor for one in (first, second)])

    assert file_name(first, namesakes) == "2020_51.71_KOTA-DENPASAR_ayu-111111_r03.xlsx"
    assert file_name(second, namesakes) == "2020_51.71_KOTA-DENPASAR_ayu-222222_r03.xlsx"


def test_a_name_that_nobody_shares_needs_no_id() -> None:
    assert (
        namesakes_among(
            [Assessor(AssessorId("1"), "Ayu", ""), Assessor(AssessorId("2"), "Budi", "")]
        )
        == frozenset()
    )
