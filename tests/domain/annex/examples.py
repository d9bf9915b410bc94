"""Regions with figures, for the tests of the annex."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Final

from assessor.domain.annex.records import AnnexFacts, AnnexRegion
from assessor.domain.ids import RoundId
from assessor.domain.improvement import Improvement
from assessor.domain.records import Round
from tests.domain.examples import shipped

REGULAR: Final = shipped("2023-reguler")
KPPN: Final = shipped("2023-kppn-ikn")
EARLY: Final = shipped("2022-early-phase")
REGULAR_2022: Final = shipped("2022-reguler")
ROUND: Final = Round(
    id=RoundId("round"),
    year=2023,
    stage="",
    name="Evaluasi 2023",
    letter_number="B-1384/DJAI/AI.01.04/12/2023",
    letter_date=dt.date(2023, 12, 18),
    starts_on=None,
    ends_on=None,
    is_demonstration=False,
)


def change(recomputed: str | None, of_finals: str) -> Improvement:
    return Improvement(None if recomputed is None else Decimal(recomputed), Decimal(of_finals))


def region(name: str = "KAB. BADUNG", final: str | None = "2.97") -> AnnexRegion:
    """Return a region of 2023 with 3,10 in every dimension."""
    return AnnexRegion(
        name=name,
        cohort="REGULER",
        instrument=REGULAR,
        takes_part=True,
        means={one.key: Decimal("3.10") for one in REGULAR.dimensions},
        final=None if final is None else Decimal(final),
    )


def sixth(name: str = "KAB. SAMOSIR") -> AnnexRegion:
    """Return a region that is scored in six dimensions."""
    means = {one.key: Decimal("2.00") for one in KPPN.dimensions}
    return replace(region(name), cohort="KPPN & IKN", instrument=KPPN, means=means)


def absent(name: str = "KOTA SUKABUMI") -> AnnexRegion:
    return replace(region(name, None), takes_part=False, means={})


def facts(*regions: AnnexRegion, of: Round = ROUND) -> AnnexFacts:
    return AnnexFacts(of, regions)
