"""A team lead with an empty merge screen, and colleagues who send sheets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.merging.examples import LAW, OTHER, Colleague, lead_workspace
from tests.ui.answers import Answers
from tests.ui.screens.merge.driver import Lead, begin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where sheets arrive."""
    path = tmp_path / "lembar masuk é"
    path.mkdir()
    return path


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Lead]:
    """The screen over a round of two regions without scores."""
    with lead_workspace(tmp_path / "ketua" / "putaran.sqlite") as workspace:
        shown = begin(qtbot, workspace, answers, tmp_path)
        yield shown
        shown.tasks.stop()


@pytest.fixture
def ayu(tmp_path: Path) -> Colleague:
    """Somebody who scored Kota Denpasar."""
    colleague = Colleague(tmp_path, "Ayu Prameswari")
    colleague.score({LAW: 3, OTHER: 2})
    return colleague


@pytest.fixture
def budi(tmp_path: Path) -> Colleague:
    """Somebody else who scored it whole, higher."""
    colleague = Colleague(tmp_path, "Budi Santoso")
    colleague.score_everything(4)
    return colleague
