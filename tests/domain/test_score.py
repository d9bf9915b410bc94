"""What an assessor can say to a question."""

import pytest

from assessor.domain.errors import ReasonMissing, ScoreOutOfScale
from assessor.domain.score import BLANK, Score


@pytest.mark.parametrize("points", [0, 1, 2, 3, 4])
def test_the_scale_is_0_to_4(points: int) -> None:
    assert Score(points).points == points


@pytest.mark.parametrize("points", [-1, 5, 2.5])
def test_other_points_are_refused(points: int) -> None:
    with pytest.raises(ScoreOutOfScale) as refused:
        Score(points)

    assert refused.value.found == str(points)


def test_a_score_and_a_reason_exclude_each_other() -> None:
    with pytest.raises(ScoreOutOfScale):
        Score(3, "tidak berlaku")


@pytest.mark.parametrize("reason", ["", " \n"])
def test_not_applicable_needs_a_reason(reason: str) -> None:
    with pytest.raises(ReasonMissing):
        Score.not_applicable(reason)


def test_a_reason_is_kept_on_one_line() -> None:
    assert Score.not_applicable(" belum \n ada ").reason == "belum ada"


def test_blank_zero_and_not_applicable_are_three_things() -> None:
    zero, not_applicable = Score(0), Score.not_applicable("belum ada")

    assert [one.is_blank for one in (BLANK, zero, not_applicable)] == [True, False, False]
    assert [one.is_not_applicable for one in (BLANK, zero, not_applicable)] == [False, False, True]
    assert len({BLANK, zero, not_applicable}) == 3
