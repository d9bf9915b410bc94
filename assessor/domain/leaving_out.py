"""What a region's index would be with one of its assessors left out."""

from collections.abc import Sequence
from decimal import Decimal

from assessor.domain.improvement import index_of_means
from assessor.domain.instrument import Dimension, Instrument
from assessor.domain.records import Assessment
from assessor.domain.result import NOTHING_SETTLED, Settled, panel_ratio, value_ratio
from assessor.domain.scoring import dimension_mean


def finals_without_each(
    instrument: Instrument,
    assessments: Sequence[Assessment],
    settled: Settled = NOTHING_SETTLED,
) -> tuple[Decimal | None, ...]:
    """Return, for each assessment, the index that the others give together.

    The same figure as `panel_result` of the others has; None where they leave a dimension without
    a score. What the panel settled stays settled. Each assessment's answers are counted only once.
    """
    means = {
        dimension.key: _means_without_each(dimension, assessments, settled)
        for dimension in instrument.dimensions
    }
    return tuple(
        index_of_means(
            {key: without[left_out] for key, without in means.items()},
            instrument,
            instrument.rounding,
        )
        for left_out in range(len(assessments))
    )


def _means_without_each(
    dimension: Dimension, assessments: Sequence[Assessment], settled: Settled
) -> tuple[Decimal | None, ...]:
    said = [
        (question, [value_ratio(question, one, settled) for one in assessments])
        for question in dimension.questions
    ]
    return tuple(
        dimension_mean(
            panel_ratio(question, [*values[:left_out], *values[left_out + 1 :]], settled)
            for question, values in said
        )
        for left_out in range(len(assessments))
    )
