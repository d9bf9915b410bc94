"""What ships with the product: regions, instruments, the rounds and results that were published."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import Final

from assessor.domain.ids import InstrumentId, RegionId
from assessor.domain.instrument import Instrument, Pillar
from assessor.domain.instrument_file import parse_instrument
from assessor.domain.records import PublishedResult, Region
from assessor.domain.region_names import RegionNames, region_of_row
from resources import resource

REGIONS: Final = "permendagri-72-2019.csv"
DENPASAR: Final = "51.71"
"""Its code; the region whose programmes ship."""


@dataclass(frozen=True, slots=True)
class ShippedParticipant:
    """A region in a shipped round."""

    region: RegionId
    code: str
    cohort: str
    takes_part: bool


@dataclass(frozen=True, slots=True)
class ShippedRound:
    """A published round; the letter's date is not known for every one."""

    year: int
    stage: str
    letter_number: str
    letter_date: dt.date | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    participants: tuple[ShippedParticipant, ...]


@cache
def shipped_regions() -> tuple[Region, ...]:
    """Return the 514 regions with the codes of Permendagri 72/2019, in their order."""
    return tuple(region_of_row(row) for row in _rows("regions", REGIONS))


@cache
def region_names() -> RegionNames:
    """Return the regions by every name and code they are known under, later ones included."""
    rows = tuple(_rows("regions", REGIONS))
    return RegionNames(
        shipped_regions(),
        {row["later_name"]: RegionId(int(row["id"])) for row in rows if row["later_name"]},
        {row["later_code"]: RegionId(int(row["id"])) for row in rows if row["later_code"]},
    )


@cache
def shipped_instrument(instrument: str) -> Instrument | None:
    """Return one shipped instrument without reading the others; None where it does not ship."""
    file = resource("instruments", f"{instrument}.toml")
    return parse_instrument(file.read_text("utf-8"), file.name) if file.is_file() else None


def shipped_instruments() -> tuple[Instrument, ...]:
    """Return all instruments that ship."""
    ids = (name.removesuffix(".toml") for name in _names("instruments") if name.endswith(".toml"))
    found = (shipped_instrument(instrument) for instrument in sorted(ids))
    return tuple(instrument for instrument in found if instrument is not None)


def instrument_text(instrument: Instrument) -> str:
    """Return the text of a shipped instrument's file."""
    return resource("instruments", f"{instrument.id}.toml").read_text("utf-8")


@cache
def cohort_instruments() -> Mapping[tuple[int, str], InstrumentId]:
    """Return which shipped instrument scored each cohort of the shipped rounds, by year."""
    return {
        (int(row["year"]), row["cohort"]): InstrumentId(row["instrument"])
        for row in _rows("rounds", "cohorts.csv")
    }


@cache
def shipped_round(year: int) -> ShippedRound:
    """Return the published round of `year`; LookupError where none ships."""
    for row in _rows("rounds", "rounds.csv"):
        if row["year"] == str(year):
            return ShippedRound(
                year=year,
                stage=row["stage"],
                letter_number=row["letter_number"],
                letter_date=_date(row["letter_date"]),
                starts_on=_date(row["starts_on"]),
                ends_on=_date(row["ends_on"]),
                participants=tuple(_participants(year)),
            )
    raise LookupError(year)


@cache
def published_results() -> Mapping[tuple[int, RegionId], PublishedResult]:
    """Return the finals that letters or the press published, by year and region."""
    return {
        (int(row["year"]), RegionId(int(row["region"]))): PublishedResult(
            year=int(row["year"]), final=Decimal(row["final"]), source=row["letter_number"]
        )
        for row in _rows("results", "published.csv")
    }


def denpasar_programmes() -> tuple[tuple[Pillar, str], ...]:
    """Return the quick-win programmes that Denpasar ran in 2020."""
    rows = _rows("programmes", "denpasar-2020.csv")
    return tuple((Pillar(row["pillar"]), row["name"]) for row in rows)


def _participants(year: int) -> Iterator[ShippedParticipant]:
    for row in _rows("rounds", f"{year}.csv"):
        yield ShippedParticipant(
            region=RegionId(int(row["region"])),
            code=row["code"],
            cohort=row["cohort"],
            takes_part=row["takes_part"] == "yes",
        )


def _names(folder: str) -> Iterator[str]:
    return (file.name for file in resource(folder).iterdir())


def _rows(*parts: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(StringIO(resource(*parts).read_text("utf-8")))


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
