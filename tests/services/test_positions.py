"""Where the assessor was, so that the next start opens there."""

import pytest

from assessor.domain.ids import ParticipantId, ProgrammeId, RoundId
from assessor.domain.score import AnswerKey
from assessor.services.positions import Position
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import BENEFIT, REGULATION, surroundings

ROUND, PARTICIPANT = RoundId("round"), ParticipantId("participant")


def test_a_new_workspace_remembers_no_place(empty: Workspace) -> None:
    assert empty.positions.last() is None


@pytest.mark.parametrize(
    "position",
    [
        Position(ROUND),
        Position(ROUND, PARTICIPANT),
        Position(ROUND, PARTICIPANT, "output", AnswerKey(REGULATION)),
        Position(ROUND, PARTICIPANT, "quick_win", AnswerKey(BENEFIT, ProgrammeId("programme"))),
        Position(ROUND, PARTICIPANT, "review"),
    ],
)
def test_the_last_place_is_there_after_a_restart(empty: Workspace, position: Position) -> None:
    empty.positions.remember(Position(RoundId("earlier"), PARTICIPANT, "baseline"))
    empty.positions.remember(position)
    empty.close()

    with open_workspace(empty.path, surroundings("later")) as again:
        assert again.positions.last() == position
