"""Letters go to the heads of regions."""

import pytest

from assessor.domain.addressees import head_of, heads_of, region_in_words
from assessor.domain.ids import RegionId
from assessor.domain.records import Region, RegionKind
from tests.domain.examples import BATANG, DENPASAR, rows_of
from tests.domain.letters import SERIBU, SIAU


def region(name: str) -> Region:
    kind = RegionKind.KOTA if name.startswith("KOTA") else RegionKind.KABUPATEN
    return Region(RegionId(1), "11.01", name, kind, "")


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("KAB. BATANG", "Bupati Batang"),
        ("KOTA DENPASAR", "Walikota Denpasar"),
        ("KAB. PANGKAJENE DAN KEPULAUAN", "Bupati Pangkajene dan Kepulauan"),
        ("KAB. TOJO UNA-UNA", "Bupati Tojo Una-Una"),
        ("KAB. KOTABARU", "Bupati Kotabaru"),
        ("KOTA KOTAMOBAGU", "Walikota Kotamobagu"),
    ],
)
def test_the_head_of_a_region(name: str, head: str) -> None:
    assert head_of(region(name)) == head


def test_what_the_table_of_regions_shortens_is_written_out() -> None:
    assert head_of(SIAU) == "Bupati Kepulauan Siau Tagulandang Biaro"
    assert head_of(SERIBU) == "Bupati Administrasi Kepulauan Seribu"


def test_a_region_in_a_sentence() -> None:
    assert region_in_words(BATANG) == "Kabupaten Batang"
    assert region_in_words(DENPASAR) == "Kota Denpasar"


def test_kabupaten_come_before_kota_each_alphabetically() -> None:
    names = ["KOTA SURAKARTA", "KAB. SLEMAN", "KOTA DENPASAR", "KAB. BATANG"]

    assert heads_of(map(region, names)) == (
        "Bupati Batang",
        "Bupati Sleman",
        "Walikota Denpasar",
        "Walikota Surakarta",
    )


def test_every_region_of_the_country_has_an_addressee_without_abbreviation() -> None:
    rows = rows_of("regions", "permendagri-72-2019.csv")

    heads = heads_of(region(row["name"]) for row in rows)

    assert len(heads) == len(rows) == 514
    assert not [head for head in heads if "." in head or head != " ".join(head.split())]
