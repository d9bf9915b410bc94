"""The list of regions: how much has come in, who is missing, what waits for the panel."""

from assessor.domain.ids import AssessorId
from assessor.domain.records import Assessor
from assessor.services.demo import DemonstrationOrder
from assessor.services.panels import PanelCoverage
from tests.domain.examples import assessment
from tests.ui.screens.panel.conftest import Demonstrated
from tests.ui.screens.panel.driver import Driver
from ui.screens.panel.words import missing_text

AYU, BUDI, CITRA, DEDI = (
    Assessor(AssessorId(name), name, "") for name in ("Ayu", "Budi", "Citra", "Dedi")
)
ALL, MISSING, TO_SETTLE = range(3)


def coverage(*present: Assessor, expected: int = 3) -> PanelCoverage:
    return PanelCoverage(assessment({}).participant, expected, present, locked=0, to_settle=0)


def test_who_is_missing_is_named_where_it_can_be_nobody_else() -> None:
    assert missing_text(coverage(AYU), (AYU, BUDI, CITRA)) == "missing: Budi, Citra"


def test_nobody_is_named_where_it_could_be_several() -> None:
    assert missing_text(coverage(AYU, BUDI), (AYU, BUDI, CITRA, DEDI)) == "1 sheet missing"
    assert missing_text(coverage(AYU), (AYU, BUDI)) == "2 sheets missing"


def test_a_whole_panel_misses_nobody() -> None:
    assert missing_text(coverage(AYU, BUDI, CITRA), (AYU, BUDI, CITRA, DEDI)) == ""


def test_missing_sheets_are_said_and_filtered(demonstrated: Demonstrated) -> None:
    driver = demonstrated(DemonstrationOrder(2022, regions=1, assessors=3, is_complete=True))

    assert "3 of 4 sheets" in driver.described()
    assert "1 sheet missing" in driver.described()
    driver.choose("panel_region_filter", MISSING)
    assert len(driver.shown_regions()) == 1


def test_whole_panels_are_filtered_away(driver: Driver) -> None:
    driver.choose("panel_region_filter", MISSING)

    assert driver.shown_regions() == []
    assert driver.text("panel_region_count").startswith("No region matches.")


def test_what_waits_for_the_panel_is_counted(driver: Driver) -> None:
    found = driver.workspace.panels.of_round(driver.round)

    driver.choose("panel_region_filter", TO_SETTLE)

    assert f"{found[0].to_settle} to settle" in driver.described()
    assert len(driver.shown_regions()) == 2


def test_a_region_without_a_sheet_says_what_to_do(demonstrated: Demonstrated) -> None:
    driver = demonstrated(DemonstrationOrder(2022, regions=1, assessors=0))

    driver.open()

    assert "Merge the sheets" in driver.text("panel_empty")
    assert "0 of 4 sheets" in driver.described()


def test_a_region_is_searched_and_opened(driver: Driver) -> None:
    name = driver.shown_regions()[1]
    driver.screen.actions.jump.trigger()

    driver.type("panel_region_search", name.lower())

    assert driver.shown_regions() == [name]


def test_who_only_opened_a_region_is_not_of_its_panel(demonstrated: Demonstrated) -> None:
    driver = demonstrated(DemonstrationOrder(2022, regions=1, assessors=0))
    (region,) = driver.workspace.panels.of_round(driver.round)
    driver.workspace.assessments.open(region.participant.id)

    assert driver.workspace.panels.of_region(region.participant.id).assessments == ()


def test_the_way_back_leads_to_scoring(driver: Driver) -> None:
    driver.button("panel_back").click()

    assert driver.walked == [(driver.round, None)]


def test_no_other_region_passes_for_the_open_one_when_that_is_filtered_away(
    driver: Driver,
) -> None:
    driver.open()
    other = driver.shown_regions()[1]

    driver.type("panel_region_search", other.lower())
    assert not driver.regions.selectionModel().hasSelection()
    driver.field("panel_region_search").clear()

    assert driver.regions.currentIndex().row() == 0
