"""The window under test: real widgets on a real workspace; only questions are answered by tests."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace
from resources import i18n
from tests.ui.answers import Answers
from ui.application import Application, Setting
from ui.preferences import Preferences

NOON = dt.datetime(2020, 11, 23, 5, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin every test in English, and leave no other language behind."""
    i18n.use_language("en")
    yield
    i18n.use_language("en")


@pytest.fixture
def surroundings() -> Surroundings:
    """A clock that moves one second a look, from noon on the first day, and counted ids."""
    seconds = itertools.count()
    numbers = itertools.count(1)
    return Surroundings(
        clock=lambda: NOON + dt.timedelta(seconds=next(seconds)),
        new_id=lambda: f"id-{next(numbers)}",
    )


@pytest.fixture
def workspace_path(tmp_path: Path) -> Path:
    """Where the workspace lies: a path as people have them."""
    folder = tmp_path / "Kota Cerdas – é"
    folder.mkdir()
    return folder / "penilaian saya.sqlite"


@pytest.fixture
def workspace(workspace_path: Path, surroundings: Surroundings) -> Iterator[Workspace]:
    """A new workspace with nobody in it."""
    with open_workspace(workspace_path, surroundings) as opened:
        yield opened


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences of a first start."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def answers() -> Answers:
    """The user at the other end of every question."""
    return Answers()


@pytest.fixture
def setting(preferences: Preferences, surroundings: Surroundings, answers: Answers) -> Setting:
    """What the application is given from outside."""
    return Setting(preferences, surroundings, "en", lambda _window: answers)


Start = Callable[[], Application]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, setting: Setting, workspace_path: Path
) -> Iterator[Start]:
    """Start the application on the workspace, as often as a test wants; each is closed after."""
    started: list[Application] = []

    def begin() -> Application:
        application = Application(qapp, setting)
        started.append(application)
        assert application.start(workspace_path)
        qtbot.waitUntil(application.window.isActiveWindow)
        return application

    yield begin
    for application in started:
        application.window.close()
        application.window.deleteLater()
        application.deleteLater()
