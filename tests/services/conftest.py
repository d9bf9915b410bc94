"""Workspaces for the tests of the services: real files, a fixed clock, counted ids."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.domain.ids import AssessmentId
from assessor.services.workspace import Workspace, open_workspace
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
