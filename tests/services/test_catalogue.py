"""What ships with the product."""

import pytest

from assessor.domain.ids import RegionId
from assessor.domain.instrument_file import parse_instrument
from assessor.services.catalogue import (
    cohort_instruments,
    denpasar_programmes,
    instrument_text,
    published_results,
    region_names,
    shipped_instrument,
    shipped_instruments,
    shipped_regions,
    shipped_round,
)


def test_six_instruments_ship() -> None:
    assert len(shipped_instruments()) == 6
    assert shipped_instrument("2019") is None


def test_the_text_of_an_instrument_is_its_file() -> None:
    for instrument in shipped_instruments():
        assert parse_instrument(instrument_text(instrument), "file") == instrument


def test_every_cohort_of_a_shipped_round_has_its_instrument() -> None:
    for year in (2020, 2022, 2023):
        for one in shipped_round(year).participants:
            assert shipped_instrument(cohort_instruments()[year, one.cohort]) is not None


def test_participants_and_published_results_are_regions_of_the_country() -> None:
    codes = {one.id: one.code for one in shipped_regions()}

    for year in (2020, 2022, 2023):
        assert all(codes[one.region] == one.code for one in shipped_round(year).participants)
    assert {region for _year, region in published_results()} <= set(codes)


def test_later_names_and_codes_are_understood() -> None:
    mimika = region_names().match("94.04").region

    assert mimika is not None
    assert mimika.name == "KAB. MIMIKA"
    assert mimika.code == "91.09"


def test_denpasar_and_surakarta_led_2020() -> None:
    finals = published_results()

    assert finals[2020, RegionId(282)].final == finals[2020, RegionId(218)].final
    assert max(one.final for (year, _), one in finals.items() if year == 2020) == (
        finals[2020, RegionId(282)].final
    )


def test_denpasars_programmes_have_different_names() -> None:
    names = [name for _pillar, name in denpasar_programmes()]

    assert len(set(names)) == 15


def test_a_round_that_does_not_ship_is_a_mistake_of_the_program() -> None:
    with pytest.raises(LookupError):
        shipped_round(1999)
