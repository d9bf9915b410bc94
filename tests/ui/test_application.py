"""The application as a whole, in its real window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from resources import i18n
from tests.ui.answers import Answers
from tests.ui.during import during
from tests.ui.finding import find
from tests.ui.places import introduced, shown
from tests.ui.starting import Start
from ui.about import AboutDialog, NoticesDialog
from ui.preferences import Preferences
from ui.screens.walk.view import WalkView
from ui.screens.welcome.view import WelcomeView
from ui.theme import is_dark
from ui.widgets.keyboard_map import KeyboardMap


def test_the_language_changes_while_it_runs(start: Start, preferences: Preferences) -> None:
    application = start()

    find(application.window, QAction, "language_id").trigger()

    assert i18n.language() == "id"
    assert preferences.language == "id"
    assert find(application.window, QAction, "language_id").isChecked()


def test_the_next_start_speaks_the_language_chosen(start: Start, preferences: Preferences) -> None:
    preferences.choose_language("id")

    start()

    assert i18n.language() == "id"


def test_the_theme_changes_while_it_runs(
    start: Start, preferences: Preferences, qapp: QApplication
) -> None:
    application = start()

    find(application.window, QAction, "theme_dark").trigger()

    assert is_dark(qapp.palette())
    assert preferences.theme == "dark"
    find(application.window, QAction, "theme_light").trigger()
    assert not is_dark(qapp.palette())


def test_another_workspace_takes_the_place_of_this_one(
    start: Start, workspace_path: Path, answers: Answers, surroundings: Surroundings
) -> None:
    application = start()
    other = workspace_path.with_name("other.sqlite")
    introduced(other, surroundings)
    answers.answer(other)

    application.window.actions_.open_workspace.trigger()

    assert application.session is not None
    assert application.session.workspace.path == other
    assert isinstance(shown(application), WalkView)
    with open_workspace(workspace_path, surroundings):
        pass


def test_this_workspace_stays_where_the_other_cannot_be_opened(
    start: Start, workspace_path: Path, answers: Answers
) -> None:
    application = start()
    strange = workspace_path.with_name("strange.sqlite")
    strange.write_text("a shopping list", encoding="utf-8")
    answers.answer(strange, "Close")

    application.window.actions_.open_workspace.trigger()

    assert application.session is not None
    assert application.session.workspace.path == workspace_path
    assert isinstance(shown(application), WelcomeView)


def test_a_new_workspace_never_takes_the_place_of_a_file(
    start: Start, workspace_path: Path, answers: Answers
) -> None:
    application = start()
    there = workspace_path.with_name("there.sqlite")
    there.write_text("mine", encoding="utf-8")
    answers.answer(there)

    application.window.actions_.new_workspace.trigger()

    assert "already" in answers.said[0]
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_new_workspace_is_opened(start: Start, workspace_path: Path, answers: Answers) -> None:
    application = start()
    answers.answer(workspace_path.with_name("baru.sqlite"))

    application.window.actions_.new_workspace.trigger()

    assert application.session is not None
    assert application.session.workspace.path.name == "baru.sqlite"


@pytest.mark.parametrize(
    ("action", "kind"),
    [("about", AboutDialog), ("notices", NoticesDialog), ("keyboard_map", KeyboardMap)],
)
def test_help_can_be_read_and_closed(start: Start, action: str, kind: type[QDialog]) -> None:
    application = start()

    with during(kind, lambda dialog: find(dialog, QPushButton, "close").click()):
        find(application.window, QAction, action).trigger()


def test_the_workspace_is_offered_again(
    start: Start, workspace_path: Path, preferences: Preferences
) -> None:
    start()

    assert preferences.recent() == (workspace_path,)
