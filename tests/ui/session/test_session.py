"""Where a workspace begins, and where its menu leads."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from assessor.services.surroundings import Surroundings
from tests.ui.during import during
from tests.ui.finding import find
from tests.ui.places import introduced, shown, to_new_round, to_rounds
from tests.ui.starting import Start
from ui.person_dialog import PersonDialog
from ui.screens.new_round.view import NewRoundView
from ui.screens.rounds.view import RoundsView
from ui.screens.walk.view import WalkView
from ui.screens.welcome.view import WelcomeView


def test_a_first_start_asks_who_you_are(start: Start) -> None:
    application = start()

    assert isinstance(shown(application), WelcomeView)


def test_a_workspace_with_one_round_opens_in_it(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)

    application = start()

    assert isinstance(shown(application), WalkView)
    assert application.window.windowTitle().startswith("Evaluasi 2020 – penilaian saya – ")


def test_cancelling_a_new_round_leads_back(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    application.window.actions_.new_round.trigger()
    assert isinstance(shown(application), NewRoundView)

    find(shown(application), QPushButton, "cancel").click()

    assert isinstance(shown(application), WalkView)


def test_the_rounds_are_in_the_menu(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)
    application = start()

    application.window.actions_.rounds.trigger()

    assert isinstance(shown(application), RoundsView)


def test_name_and_institution_can_be_changed(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)
    application = start()

    def change(dialog: QWidget) -> None:
        find(dialog, QLineEdit, "name").setText(" ")
        find(dialog, QPushButton, "accept").click()
        assert find(dialog, QLabel, "problem").text() == "The name is empty. Enter a name."
        find(dialog, QLineEdit, "name").setText("Dewi Lestari")
        find(dialog, QPushButton, "accept").click()

    with during(PersonDialog, change):
        application.window.actions_.who_you_are.trigger()

    assert application.session is not None
    me = application.session.workspace.people.me()
    assert me is not None
    assert me.name == "Dewi Lestari"


def test_a_half_filled_round_is_kept_until_it_is_given_up(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    field = find(to_new_round(application), QLineEdit, "name")
    assert field.hasFocus()
    field.setText("Evaluasi 2024")

    to_rounds(application)
    assert find(to_new_round(application), QLineEdit, "name").text() == "Evaluasi 2024"

    find(shown(application), QPushButton, "cancel").click()
    assert find(to_new_round(application), QLineEdit, "name").text() == ""
