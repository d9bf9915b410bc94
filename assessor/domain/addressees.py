"""Whom a letter goes to: the heads of regions, as letters call them."""

from collections.abc import Iterable
from typing import Final

from assessor.domain.records import Region, RegionKind

HEADS: Final = {RegionKind.KABUPATEN: "Bupati", RegionKind.KOTA: "Walikota"}
KINDS: Final = {RegionKind.KABUPATEN: "Kabupaten", RegionKind.KOTA: "Kota"}
SPELT_OUT: Final = {"KEP.": "Kepulauan", "ADM.": "Administrasi", "DAN": "dan"}
"""Words of a region's name in capitals that are not just written small."""


def region_in_words(region: Region) -> str:
    """Return "Kabupaten Siau Tagulandang Biaro", as a sentence has it."""
    return f"{KINDS[region.kind]} {_name(region)}"


def head_of(region: Region) -> str:
    """Return "Bupati Batang", "Walikota Denpasar"."""
    return f"{HEADS[region.kind]} {_name(region)}"


def heads_of(regions: Iterable[Region]) -> tuple[str, ...]:
    """Return all heads, of kabupaten first, then of kota, each alphabetically."""
    in_order = sorted(regions, key=lambda one: (one.kind is RegionKind.KOTA, _name(one)))
    return tuple(head_of(one) for one in in_order)


def _name(region: Region) -> str:
    return " ".join(
        SPELT_OUT.get(word, "-".join(part.capitalize() for part in word.split("-")))
        for word in region.bare_name.split()
    )
