"""A walk through the 2020 round."""

import pytest
from pytestqt.qtbot import QtBot

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from tests.ui.answers import Answers
from tests.ui.screens.walk.driver import Walker, begin


@pytest.fixture
def walk(
    qtbot: QtBot, workspace: Workspace, surroundings: Surroundings, answers: Answers
) -> Walker:
    """The round's regions are listed, none is open."""
    return begin(qtbot, workspace, surroundings, answers)


@pytest.fixture
def denpasar(walk: Walker) -> Walker:
    """Kota Denpasar is open at its first question."""
    walk.open()
    return walk
