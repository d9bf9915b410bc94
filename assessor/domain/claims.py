"""Claims: high scores that evidence should back."""

from collections.abc import Sequence
from typing import Final

from assessor.domain.instrument import Instrument
from assessor.domain.records import Assessment
from assessor.domain.result import keys_in_order
from assessor.domain.score import AnswerKey

CLAIM: Final = 3
"""A score from here on claims something that evidence should back."""


def unbacked_claims(
    instrument: Instrument, assessments: Sequence[Assessment]
) -> tuple[AnswerKey, ...]:
    """Return where somebody claims something and nobody has evidence, in the order of the paper.

    What an assessor has of a region backs the scores of all: it came from the region. Programmes
    are backed as wholes, whichever of their questions is asked.
    """
    keys = dict.fromkeys(
        key
        for dimension in instrument.dimensions
        for one in assessments
        for key in keys_in_order(dimension, one)
    )
    backed = {(one.question, one.programme) for each in assessments for one in each.evidence}
    return tuple(
        key
        for key in keys
        if _holder(key) not in backed and any(_is_claim(one, key) for one in assessments)
    )


def _holder(key: AnswerKey) -> tuple[object, object]:
    return (None, key.programme) if key.programme else (key.question, None)


def _is_claim(assessment: Assessment, key: AnswerKey) -> bool:
    points = assessment.answer(key).score.points
    return points is not None and points >= CLAIM
