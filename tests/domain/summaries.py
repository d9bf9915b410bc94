"""A made-up summary for the tests of its pages."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from assessor.domain.instrument import Confidence, Pillar, RoundingRule
from assessor.domain.summary import (
    ScoreSummary,
    SummaryAssessor,
    SummaryChange,
    SummaryDimension,
    SummaryInstrument,
    SummaryProgramme,
    SummaryRegion,
    SummaryRound,
)


def dimension(
    name: str, weight: int, mean: str | None, previous: str | None = None
) -> SummaryDimension:
    """Return a dimension of three questions, two of which count."""
    value = None if mean is None else Decimal(mean)
    product = None if value is None else value * weight / 100
    return SummaryDimension(
        name=name,
        weight=weight,
        counted=0 if value is None else 2,
        questions=3,
        sum=Fraction() if value is None else Fraction(value) * 2,
        mean=value,
        product=product,
        contribution=product,
        previous=None if previous is None else Decimal(previous),
    )


def assessor(name: str, *items: str, is_locked: bool = True) -> SummaryAssessor:
    """Return an assessor who wrote the same items into all three lists."""
    return SummaryAssessor(
        name=name,
        institution="Universitas Contoh",
        revision=3,
        is_locked=is_locked,
        changed_at=dt.datetime(2022, 12, 4, 3, tzinfo=dt.UTC),
        weaknesses=items,
        strengths=items,
        recommendations=items,
    )


def programme(name: str) -> SummaryProgramme:
    """Return a programme with a value for each of two questions."""
    return SummaryProgramme(
        Pillar.LIVING, name, (Decimal("3.00"), Decimal("2.67")), Decimal("2.84")
    )


CHANGE = SummaryChange(
    year=2021,
    source="B-1/2021",
    is_provisional=False,
    published=Decimal("3.40"),
    recomputed=Decimal("3.43"),
    of_published=Decimal("-0.09"),
    of_recomputed=Decimal("-0.12"),
)
SUMMARY = ScoreSummary(
    round=SummaryRound("Evaluasi 2022", 2022, "Tahap I", is_demonstration=False),
    region=SummaryRegion("KOTA DENPASAR", "51.71", "BALI", "REGULER"),
    instrument=SummaryInstrument(
        id="2022-reguler",
        name="Evaluasi 2022",
        confidence=Confidence.PRINTED,
        source="Bobot diduga.",
        rounding=RoundingRule.TOTAL,
        panel_size=2,
    ),
    assessors=(assessor("Dewi", "Data terbuka"), assessor("Budi", "Tim aktif")),
    dimensions=(
        dimension("Baseline", 10, "3.13", "3.00"),
        dimension("Output", 30, "3.49", "3.50"),
        dimension("Quick Win", 60, "3.25", "3.45"),
    ),
    sum=Decimal("3.31"),
    final=Decimal("3.31"),
    rank=22,
    ranked=75,
    is_rank_final=True,
    change=CHANGE,
    programme_questions=("Manfaat", "Keunikan"),
    programmes=(programme("Tukad Bindu"),),
    answered=9,
    questions=9,
    settled=0,
    is_provisional=False,
)
