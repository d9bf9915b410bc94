"""Workspaces for the tests of the services: real files, a fixed clock, counted ids."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.domain.ids import AssessmentId
from assessor.services.demo import DemonstrationOrder
from assessor.services.dump import Document
from assessor.services.workspace import Workspace, open_workspace
from tests.services.demonstrations import PANEL, demonstrated
from tests.services.examples import DENPASAR, begin_workspace, participant_at, surroundings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workspace of a test lies."""
    return tmp_path / "kerja" / "penilaian.sqlite"


@pytest.fixture
def empty(path: Path) -> Iterator[Workspace]:
    """A workspace just made: nobody introduced, no round."""
    with open_workspace(path, surroundings()) as workspace:
        yield workspace


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """A workspace with a small round of 2021: Kab. Batang and Kota Denpasar, nothing scored."""
    with begin_workspace(path) as opened:
        yield opened


@pytest.fixture
def denpasar(workspace: Workspace) -> AssessmentId:
    """My assessment of Kota Denpasar, just opened."""
    return workspace.assessments.open(participant_at(workspace, DENPASAR))


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The complete round of 2020 with a panel of five."""
    order = DemonstrationOrder(assessors=PANEL, is_complete=True)
    with demonstrated(tmp_path_factory.mktemp("demo") / "whole.sqlite", order) as workspace:
        return workspace.dump()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The round of 2020 in the midst of it."""
    order = DemonstrationOrder(assessors=PANEL)
    with demonstrated(tmp_path_factory.mktemp("demo") / "begun.sqlite", order) as workspace:
        return workspace.dump()
