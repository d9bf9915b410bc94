"""How far the assessors agree, and where no figure is given."""

from assessor.domain.krippendorff import MINIMUM_UNITS
from assessor.services.demo import DemonstrationOrder
from tests.ui.screens.panel.conftest import Demonstrated
from tests.ui.screens.panel.driver import Driver


def test_alpha_is_refused_where_too_little_was_compared(driver: Driver) -> None:
    driver.to_agreement()

    name, alpha, units, _scores, why = driver.rows("alpha_table")[1]

    assert (name, alpha, units) == ("Baseline", "–", "10")
    assert why.startswith("No alpha: 10 questions were scored by two or more assessors, 96 are")


def test_alpha_is_given_where_enough_was_compared(driver: Driver) -> None:
    driver.to_agreement()
    found = driver.workspace.agreements.of_round(driver.round).overall.alpha

    name, alpha, units, _scores, _why = driver.rows("alpha_table")[0]

    assert found.units >= MINIMUM_UNITS
    assert (name, alpha) == ("All dimensions", f"{found.value}".replace(".", ","))
    assert units == str(found.units)


def test_each_assessor_is_compared_with_the_number_of_pairs(driver: Driver) -> None:
    driver.to_agreement()

    who, overall, baseline, *_others = driver.rows("leaning_table")[0]

    assert who == "Asesor Contoh 1"
    assert overall.endswith(" pairs")
    assert baseline.endswith("too few: 10 of 64")


def test_the_lines_are_said_to_be_no_official_rule(driver: Driver) -> None:
    driver.to_agreement()

    rule = driver.text("agreement_rule")

    assert "no official rule" in rule
    for figure in ("96", "0,25", "64"):
        assert figure in rule


def test_invented_scores_are_said_to_be_invented(driver: Driver) -> None:
    driver.to_agreement()

    assert driver.text("agreement_notice") == "The scores of this round are invented."


def test_a_region_hidden_from_me_is_left_out(driver: Driver) -> None:
    me = driver.workspace.people.me()
    region = driver.workspace.panels.of_round(driver.round)[0].participant.id
    (mine,) = (
        one.id
        for one in driver.workspace.panels.of_region(region).assessments
        if one.assessor == me
    )
    driver.workspace.assessments.reopen(mine, "perlu dilihat lagi")
    driver.show()

    driver.to_agreement()

    assert "1 region is left out" in driver.text("agreement_notice")
    assert driver.rows("alpha_table")[1][2] == "5"


def test_one_assessor_alone_agrees_with_nobody(demonstrated: Demonstrated) -> None:
    driver = demonstrated(DemonstrationOrder(2022, regions=1, assessors=1, is_complete=True))

    driver.to_agreement()

    assert driver.text("agreement_empty").startswith("There is nothing to compare yet")
