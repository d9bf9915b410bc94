"""The columns of the table of results, which follow from the instruments of the round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Dimension, Instrument, Wording
from resources.i18n import gettext as _
from resources.i18n import language


class Fixed(StrEnum):
    """The columns that every round has."""

    RANK = "rank"
    REGION = "region"
    COHORT = "cohort"
    FINAL = "final"
    IMPROVEMENT = "improvement"
    PANEL = "panel"
    STATE = "state"


WORDS: Final = frozenset({Fixed.REGION, Fixed.COHORT, Fixed.STATE})
"""Columns of words, which stand at the left; figures stand in the middle."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a fixed one, or one for a dimension that some instrument of the round has."""

    kind: Fixed | DimensionKey
    name: Wording | None = None
    """The dimension's."""
    weights: tuple[int, ...] = ()
    """The dimension's in percent, one for each different weight that instruments give it."""

    @property
    def is_words(self) -> bool:
        """Whether it holds words instead of figures."""
        return self.kind in WORDS

    def heading(self) -> str:
        """Return what stands above it."""
        if self.name is not None:
            return self.name.in_language(language())
        return _headings()[Fixed(self.kind)]

    def described(self) -> str:
        """Return what the column means."""
        if self.name is None:
            return _meanings()[Fixed(self.kind)]
        weights = " / ".join(f"{weight} %" for weight in self.weights)
        return _("{dimension}: mean of its questions, 0 to 4. Weight {weights}.").format(
            dimension=self.heading(), weights=weights
        )


def columns_of(instruments: Sequence[Instrument]) -> tuple[Column, ...]:
    """Return the columns for these instruments: each dimension that at least one of them has."""
    return (
        Column(Fixed.RANK),
        Column(Fixed.REGION),
        Column(Fixed.COHORT),
        *(
            Column(key, some[0].name, tuple(dict.fromkeys(one.weight for one in some)))
            for key, some in union(instruments).items()
        ),
        Column(Fixed.FINAL),
        Column(Fixed.IMPROVEMENT),
        Column(Fixed.PANEL),
        Column(Fixed.STATE),
    )


def union(instruments: Iterable[Instrument]) -> Mapping[DimensionKey, list[Dimension]]:
    """Return every dimension that an instrument has, by key, in the order of the longest paper."""
    found: dict[DimensionKey, list[Dimension]] = {}
    for instrument in sorted(instruments, key=lambda one: -len(one.dimensions)):
        for dimension in instrument.dimensions:
            found.setdefault(dimension.key, []).append(dimension)
    return found


def _headings() -> dict[Fixed, str]:
    return {
        Fixed.RANK: _("Rank"),
        Fixed.REGION: _("Region"),
        Fixed.COHORT: _("Cohort"),
        Fixed.FINAL: _("Index"),
        Fixed.IMPROVEMENT: _("Improvement"),
        Fixed.PANEL: _("Panel"),
        Fixed.STATE: _("State"),
    }


def _meanings() -> dict[Fixed, str]:
    return {
        Fixed.RANK: _("By the index of two decimals; = where regions share a rank."),
        Fixed.REGION: _("Regencies before cities, each by name."),
        Fixed.COHORT: _("The regions that are scored with one instrument."),
        Fixed.FINAL: _("The weighted index, 0 to 4."),
        Fixed.IMPROVEMENT: _(
            "This year's index less last year's. In brackets: the difference of the two printed "
            "indices, where last year's index cannot be recomputed or gives another figure."
        ),
        Fixed.PANEL: _("Assessors who came in, of those the instrument expects."),
        Fixed.STATE: _("Final once everything is scored and locked; until then provisional."),
    }
