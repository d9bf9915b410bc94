"""What stands on a summary has one fingerprint."""

from dataclasses import replace

import pytest

from assessor.domain.summary import ScoreSummary
from tests.domain.summaries import SUMMARY


def test_the_same_content_has_the_same_fingerprint_whoever_made_it() -> None:
    assert replace(SUMMARY).fingerprint == SUMMARY.fingerprint
    assert len(SUMMARY.fingerprint) == 64


@pytest.mark.parametrize(
    "other",
    [
        replace(SUMMARY, rank=None),
        replace(SUMMARY, is_provisional=True),
        replace(SUMMARY, programmes=()),
        replace(SUMMARY, region=replace(SUMMARY.region, name="KAB. BATANG")),
        replace(SUMMARY, assessors=SUMMARY.assessors[::-1]),
        replace(SUMMARY, dimensions=SUMMARY.dimensions[:-1]),
    ],
)
def test_whatever_differs_on_the_page_gives_another_fingerprint(other: ScoreSummary) -> None:
    assert other.fingerprint != SUMMARY.fingerprint
