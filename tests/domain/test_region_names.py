"""Names and codes of regions as people type them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.records import Region, RegionKind
from assessor.domain.region_names import (
    MatchKind,
    RegionMatch,
    RegionNames,
    list_entries,
    name_key,
    region_of_row,
)
from tests.domain.examples import DENPASAR, rows_of

ROWS = rows_of("regions", "permendagri-72-2019.csv")
REGIONS = [region_of_row(row) for row in ROWS]
NAMES = RegionNames.of_rows(ROWS)


def suggested(typed: str) -> tuple[MatchKind, list[str]]:
    match = NAMES.match(typed)
    assert match.region is None
    return match.kind, [region.name for region in match.suggestions]


def test_a_row_of_the_list_is_a_region() -> None:
    kabupaten = region_of_row(
        {"id": "7", "code": "33.07", "name": "KAB. KOTA", "province": "JAWA TENGAH"}
    )

    assert next(region for region in REGIONS if region.code == "51.71") == DENPASAR
    assert kabupaten.kind is RegionKind.KABUPATEN


def test_no_two_regions_share_a_name_when_its_spelling_does_not_count() -> None:
    assert len({name_key(region.name) for region in REGIONS}) == len(REGIONS) == 514


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.code)
def test_every_region_is_found_by_its_name_and_its_code(region: Region) -> None:
    assert NAMES.match(region.name) == RegionMatch(region.name, MatchKind.EXACT, region)
    assert NAMES.match(region.code).region == region


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kab. Batang", "KAB. BATANG"),
        ("kab.batang", "KAB. BATANG"),
        ("Kabupaten  Batang", "KAB. BATANG"),
        ("Kab Batang.", "KAB. BATANG"),
        ("Batang", "KAB. BATANG"),
        ("Kotamadya Denpasar", "KOTA DENPASAR"),
        ("KOTA\u00a0DENPASAR", "KOTA DENPASAR"),
        ("\uff2b\uff2f\uff34\uff21 DENPASAR", "KOTA DENPASAR"),
        ("Jakarta Pusat", "KOTA ADM. JAKARTA PUSAT"),
        ("Kota Jakarta Pusat", "KOTA ADM. JAKARTA PUSAT"),
        ("Kota Administrasi Jakarta Pusat", "KOTA ADM. JAKARTA PUSAT"),
        ("Kab. Adm. Kepulauan Seribu", "KAB. ADM. KEP. SERIBU"),
        ("Kota Bau-Bau", "KOTA BAU BAU"),
        ("Kota Palangka Raya", "KOTA PALANGKARAYA"),
        ("Kab. Kotabaru", "KAB. KOTABARU"),
        ("Kab. Toba", "KAB. TOBA SAMOSIR"),
        ("Kab. Toba Samosir", "KAB. TOBA SAMOSIR"),
        ("5171", "KOTA DENPASAR"),
        (" 51.71 ", "KOTA DENPASAR"),
        ("94.04", "KAB. MIMIKA"),
        ("91.09", "KAB. MIMIKA"),
        ("96.03", "KAB. RAJA AMPAT"),
        ("51.71 Kota Denpasar", "KOTA DENPASAR"),
        ("51.71 - Denpasar", "KOTA DENPASAR"),
        ("99.99 Kota Denpasar", "KOTA DENPASAR"),
    ],
)
def test_another_spelling_of_one_region_is_exact(typed: str, name: str) -> None:
    match = NAMES.match(typed)

    assert match.kind is MatchKind.EXACT
    assert match.region is not None
    assert match.region.name == name
    assert match.typed == typed
    assert match.suggestions == ()


@pytest.mark.parametrize(
    "name", ["Malang", "bandung", "BOGOR", "Semarang", "Magelang", "Tangerang"]
)
def test_a_bare_name_that_both_kinds_bear_is_asked_about(name: str) -> None:
    assert suggested(name) == (
        MatchKind.AMBIGUOUS_KIND,
        [f"KAB. {name.upper()}", f"KOTA {name.upper()}"],
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kota Sleman", "KAB. SLEMAN"),
        ("Kab. Denpasar", "KOTA DENPASAR"),
        ("Kota Batang", "KAB. BATANG"),
    ],
)
def test_the_wrong_kind_is_asked_about(typed: str, name: str) -> None:
    assert suggested(typed) == (MatchKind.WRONG_KIND, [name])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("KOTA TANGERANG SELATA", "KOTA TANGERANG SELATAN"),
        ("Kab. Batagn", "KAB. BATANG"),
        ("Kota Depasar", "KOTA DENPASAR"),
        ("Surakata", "KOTA SURAKARTA"),
    ],
)
def test_a_near_miss_is_asked_about_and_the_likeliest_comes_first(typed: str, first: str) -> None:
    kind, names = suggested(typed)

    assert kind is MatchKind.NEAR_MISS
    assert names[0] == first


def test_suggestions_of_the_typed_kind_come_first() -> None:
    _, kabupaten = suggested("Kab. Tangerangg")
    _, kota = suggested("Kota Tangerangg")

    assert kabupaten[0] == "KAB. TANGERANG"
    assert kota[0] == "KOTA TANGERANG"
    assert {"KAB. TANGERANG", "KOTA TANGERANG"} <= {*kabupaten} & {*kota}


def test_kotabaru_written_as_two_words_is_asked_about() -> None:
    kind, names = suggested("Kota Baru")

    assert kind is MatchKind.NEAR_MISS
    assert "KAB. KOTABARU" in names


def test_there_are_five_suggestions_at_most() -> None:
    assert max(len(NAMES.match(f"{region.name}a").suggestions) for region in REGIONS[::9]) == 5


@pytest.mark.parametrize("typed", ["", "  ", "Kota", "Kab.", "Atlantis", "99.99", "???"])
def test_what_means_nothing_is_unknown(typed: str) -> None:
    assert NAMES.match(typed) == RegionMatch(typed, MatchKind.UNKNOWN)


def test_a_code_and_a_name_of_two_regions_are_asked_about() -> None:
    assert suggested("51.71 Kota Surakarta") == (
        MatchKind.CODE_DISAGREES,
        ["KOTA DENPASAR", "KOTA SURAKARTA"],
    )


def test_a_code_with_a_name_that_is_none_is_asked_about() -> None:
    kind, names = suggested("51.71 Kota Malangg")

    assert kind is MatchKind.CODE_DISAGREES
    assert names[:2] == ["KOTA DENPASAR", "KOTA MALANG"]
    assert len(names) == 5


@given(st.sampled_from(REGIONS), st.data())
def test_case_and_space_never_hide_a_region(region: Region, data: st.DataObject) -> None:
    noisy = "".join(
        data.draw(st.sampled_from([letter.upper(), letter.lower()]))
        if letter != " "
        else data.draw(st.sampled_from([" ", "  ", "\u00a0", " \t"]))
        for letter in region.name
    )

    assert NAMES.match(f" {unicodedata.normalize('NFD', noisy)} ").region == region


@given(st.sampled_from(REGIONS), st.data())
def test_a_misspelling_is_never_taken_for_a_region(region: Region, data: st.DataObject) -> None:
    bare = region.bare_name
    at = data.draw(st.integers(0, len(bare)))
    letter = data.draw(st.sampled_from("QXZ"))
    misspelled = (
        f"{'Kota' if region.kind is RegionKind.KOTA else 'Kab.'} {bare[:at]}{letter}{bare[at:]}"
    )

    assert NAMES.match(misspelled).region is None


@given(st.text(max_size=30))
def test_any_text_at_all_can_be_matched(typed: str) -> None:
    match = NAMES.match(typed)

    assert (match.region is not None) == (match.kind is MatchKind.EXACT)


@pytest.mark.parametrize(
    ("block", "entries"),
    [
        ("Kab. Batang\nKota Cimahi", ("Kab. Batang", "Kota Cimahi")),
        ("Kab. Batang\r\n\r\nKota Cimahi\r\n", ("Kab. Batang", "Kota Cimahi")),
        ("Kab. Batang; Kota Cimahi;", ("Kab. Batang", "Kota Cimahi")),
        (
            "1. Kab. Batang\n2) Kota Cimahi\n10 Kota Bogor",
            ("Kab. Batang", "Kota Cimahi", "Kota Bogor"),
        ),
        ("1.Kab. Batang", ("Kab. Batang",)),
        (
            "- Kab. Batang\n• Kota Cimahi\n* Kota Bogor",
            ("Kab. Batang", "Kota Cimahi", "Kota Bogor"),
        ),
        ("1\tKab. Batang\tJAWA TENGAH", ("Kab. Batang",)),
        ("1.\t33.25\tKab. Batang", ("33.25",)),
        ("51.71 Kota Denpasar", ("51.71 Kota Denpasar",)),
        ("3. 51.71 Kota Denpasar", ("51.71 Kota Denpasar",)),
        ("51.71", ("51.71",)),
        ("1.\n \n;\t", ()),
        ("-", ()),
    ],
)
def test_a_pasted_list_is_taken_apart(block: str, entries: tuple[str, ...]) -> None:
    assert list_entries(block) == entries


def test_every_name_of_a_pasted_list_is_matched_in_order() -> None:
    matches = NAMES.match_list("1. Kab. Batang\n2. Kota Sleman\n3. Malang\n4. Kota Cimahi")

    assert [match.kind for match in matches] == [
        MatchKind.EXACT,
        MatchKind.WRONG_KIND,
        MatchKind.AMBIGUOUS_KIND,
        MatchKind.EXACT,
    ]
    assert [match.typed for match in matches] == [
        "Kab. Batang",
        "Kota Sleman",
        "Malang",
        "Kota Cimahi",
    ]


@pytest.mark.parametrize(
    ("block", "typed"),
    [
        ("Kota Cimahi, Kota Bogor", ["Kota Cimahi", "Kota Bogor"]),
        ("Kab. Batang,Kota Cimahi,\nKota Bogor", ["Kab. Batang", "Kota Cimahi", "Kota Bogor"]),
        ("Kota, Cimahi\nKota Bogor,", ["Kota, Cimahi", "Kota Bogor,"]),
        (" , ", []),
    ],
)
def test_commas_separate_names_unless_the_line_means_one_region(
    block: str, typed: list[str]
) -> None:
    assert [match.typed for match in NAMES.match_list(block)] == typed
