"""Results of invented rounds in a real workspace."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import surroundings as counted
from tests.ui.screens.results.driver import Driver

WHOLE = DemonstrationOrder(year=2023, regions=12, assessors=2, is_complete=True)
"""Regions of both cohorts, everything locked; two of the five assessors came."""


@pytest.fixture(scope="session")
def whole_round(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file with results, made once."""
    path = tmp_path_factory.mktemp("results") / "whole.sqlite"
    with open_workspace(path, counted()) as workspace:
        workspace.demonstrate(WHOLE)
    return path


Shown = Callable[[Workspace], Driver]


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    """Show the results of a workspace's newest round."""
    drivers: list[Driver] = []

    def begin(workspace: Workspace) -> Driver:
        driver = Driver(workspace, qtbot, tmp_path)
        drivers.append(driver)
        driver.show()
        return driver

    yield begin
    for driver in drivers:
        driver.screen.close()
        driver.tasks.stop()


@pytest.fixture
def results(
    show: Shown, whole_round: Path, workspace_path: Path, surroundings: Surroundings
) -> Iterator[Driver]:
    """The screen on a copy of the round with results."""
    shutil.copy(whole_round, workspace_path)
    with open_workspace(workspace_path, surroundings) as workspace:
        yield show(workspace)
