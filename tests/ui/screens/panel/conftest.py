"""Panels of an invented round in a real workspace."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import surroundings as counted
from tests.ui.screens.panel.driver import Driver

FULL = DemonstrationOrder(year=2022, regions=2, assessors=4, is_complete=True)
"""Two regions with whole panels of four, everything locked; I am the first of them."""


@pytest.fixture(scope="session")
def full_round(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file with whole panels, made once."""
    path = tmp_path_factory.mktemp("panels") / "full.sqlite"
    with open_workspace(path, counted()) as workspace:
        workspace.demonstrate(FULL)
    return path


@pytest.fixture
def driver(
    qtbot: QtBot, full_round: Path, workspace_path: Path, surroundings: Surroundings
) -> Iterator[Driver]:
    """The screen on a copy of the round with whole panels."""
    shutil.copy(full_round, workspace_path)
    with open_workspace(workspace_path, surroundings) as workspace:
        driver = Driver(workspace, qtbot)
        driver.show()
        yield driver
        driver.screen.close()
        driver.tasks.stop()


Demonstrated = Callable[[DemonstrationOrder], Driver]


@pytest.fixture
def demonstrated(qtbot: QtBot, workspace: Workspace) -> Iterator[Demonstrated]:
    """Show the panels of another demonstration."""
    shown: list[Driver] = []

    def show(order: DemonstrationOrder) -> Driver:
        workspace.demonstrate(order)
        driver = Driver(workspace, qtbot)
        driver.show()
        shown.append(driver)
        return driver

    yield show
    for driver in shown:
        driver.screen.close()
        driver.tasks.stop()
