"""Panels: who has come in, where they lie apart, what they settle, and what stays hidden."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from assessor.domain.errors import ReasonMissing, RegionHidden, ScoreOutOfScale
from assessor.domain.ids import ParticipantId, QuestionKey
from assessor.domain.panel import Standpoint
from assessor.domain.score import AnswerKey, Score
from assessor.services.workspace import Workspace
from tests.services.examples import DENPASAR, only_round, participant_at
from tests.services.merging.examples import LAW, Colleague, lead_workspace, merge


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with two assessors who lie apart on Denpasar's first question."""
    sheets = tmp_path / "masuk"
    sheets.mkdir()
    for name, points in (("ayu", 1), ("budi", 4)):
        colleague = Colleague(tmp_path, name)
        colleague.score_everything(2)
        colleague.score({LAW: points})
        colleague.send(sheets)
    with lead_workspace(tmp_path / "ketua" / "putaran.sqlite") as workspace:
        merge(workspace, sheets)
        yield workspace


@pytest.fixture
def denpasar(lead: Workspace) -> ParticipantId:
    """Kota Denpasar in the round."""
    return participant_at(lead, DENPASAR)


def first_mean(lead: Workspace) -> Decimal | None:
    """Return the mean of Denpasar's first dimension as results show it."""
    (line,) = (
        one
        for one in lead.results.of_round(only_round(lead))
        if one.participant.region.id == DENPASAR
    )
    return line.result.dimensions[0].mean


def test_a_panel_says_what_each_says_and_where_they_lie_apart(
    lead: Workspace, denpasar: ParticipantId
) -> None:
    panel = lead.panels.of_region(denpasar)

    (apart,) = panel.to_settle
    assert apart.key == LAW
    assert [(who.name, score.points) for who, score in apart.said] == [("ayu", 1), ("budi", 4)]
    assert panel.values[LAW.question] == Fraction(5, 2)
    assert len(panel.individual) == 2


def test_a_settled_value_counts_and_the_scores_stay(
    lead: Workspace, denpasar: ParticipantId
) -> None:
    lead.panels.settle(denpasar, LAW, Decimal("3.50"), "bukti baru")

    panel = lead.panels.of_region(denpasar)
    assert panel.answers[0].standpoint is Standpoint.SETTLED
    assert panel.moderations[0].delta == 1
    assert panel.values[LAW.question] == Fraction(7, 2)
    assert first_mean(lead) == Decimal("2.75")
    assert [one.answer(LAW).score for one in panel.assessments] == [Score(1), Score(4)]


def test_leaving_the_mean_takes_back_what_was_settled(
    lead: Workspace, denpasar: ParticipantId
) -> None:
    lead.panels.settle(denpasar, LAW, Decimal(0), "bukti baru")
    lead.panels.leave_mean(denpasar, LAW, "bukti ditarik")

    panel = lead.panels.of_region(denpasar)
    assert panel.answers[0].standpoint is Standpoint.LEFT
    assert panel.to_settle == ()
    assert len(panel.moderations) == 2
    assert first_mean(lead) == Decimal("2.25")


def test_scores_that_change_put_a_moderation_in_question(
    lead: Workspace, denpasar: ParticipantId
) -> None:
    lead.panels.settle(denpasar, LAW, Decimal(3), "bukti baru")
    own = lead.panels.of_region(denpasar).assessments[0].id
    lead.assessments.score(own, LAW, Score(2))

    assert lead.panels.of_region(denpasar).answers[0].standpoint is Standpoint.OUTDATED


def test_what_was_settled_is_dumped(lead: Workspace, denpasar: ParticipantId) -> None:
    lead.panels.settle(denpasar, LAW, Decimal("3.5"), "bukti baru")

    (kept,) = (one for region in lead.dump()["regions"] for one in region["moderations"])

    assert (kept["settled"], kept["mean"], kept["who"]) == ("3.5", "5/2", "Sri Lestari")


def test_a_moderation_needs_a_reason_a_possible_value_and_a_place(
    lead: Workspace, denpasar: ParticipantId
) -> None:
    with pytest.raises(ReasonMissing):
        lead.panels.settle(denpasar, LAW, Decimal(3), " ")
    with pytest.raises(ScoreOutOfScale):
        lead.panels.settle(denpasar, LAW, Decimal(5), "bukti")
    with pytest.raises(LookupError):
        lead.panels.settle(denpasar, AnswerKey(QuestionKey("none")), Decimal(3), "bukti")
    with pytest.raises(LookupError):
        lead.panels.of_region(ParticipantId("none"))


def test_what_is_missing_of_each_panel_is_listed(lead: Workspace) -> None:
    batang, denpasar = lead.panels.of_round(only_round(lead))

    assert (len(batang.present), batang.expected, batang.to_settle) == (0, 2, 0)
    assert [one.name for one in denpasar.present] == ["ayu", "budi"]
    assert (denpasar.locked, denpasar.to_settle) == (0, 1)


def test_an_assessor_sees_no_others_until_the_own_scores_are_locked(
    lead: Workspace, denpasar: ParticipantId
) -> None:
    mine = lead.assessments.open(denpasar)
    assert lead.panels.of_region(denpasar).assessments
    for key in lead.assessments.get(mine).programmes:
        for question in ("quickwin.benefit", "quickwin.reach"):
            lead.assessments.score(mine, AnswerKey(QuestionKey(question), key.id), Score(2))
    lead.assessments.score(mine, LAW, Score(2))

    with pytest.raises(RegionHidden):
        lead.panels.of_region(denpasar)
    with pytest.raises(RegionHidden):
        lead.panels.settle(denpasar, LAW, Decimal(3), "bukti")
    assert lead.panels.of_round(only_round(lead))[1].to_settle is None

    lead.assessments.score(mine, AnswerKey(QuestionKey("output.service")), Score(2))
    lead.assessments.lock(mine)
    assert len(lead.panels.of_region(denpasar).assessments) == 3
