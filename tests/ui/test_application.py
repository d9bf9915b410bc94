"""The application as a whole, in its real window."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assessor.domain.errors import WorkspaceExists
from assessor.services.positions import Position
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from resources import i18n
from tests.ui.answers import Answers
from tests.ui.during import during
from tests.ui.finding import find
from tests.ui.starting import Start
from ui.about import AboutDialog, NoticesDialog
from ui.application import LOOK_AT_THE_DAY, Application, Setting
from ui.messages import explain
from ui.person_dialog import PersonDialog
from ui.preferences import Preferences
from ui.screens.export_sheets.view import ExportView
from ui.screens.new_round.view import NewRoundView
from ui.screens.rounds.view import RoundsView
from ui.screens.walk.view import WalkView
from ui.screens.welcome.view import WelcomeView
from ui.theme import is_dark
from ui.widgets.keyboard_map import KeyboardMap
from ui.widgets.saving_text import SavingText

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QProgressBar,
)
LAPTOP = (1366, 768)


def introduced(path: Path, surroundings: Surroundings) -> None:
    """Make a workspace in which somebody has begun with the 2020 round."""
    with open_workspace(path, surroundings) as workspace:
        workspace.people.introduce("Dewi", "Universitas Contoh")
        workspace.rounds.create_sample()


def shown(application: Application) -> QWidget:
    screen = application.window.screen_shown
    assert screen is not None
    return screen.widget


def to_new_round(application: Application) -> QWidget:
    assert application.session is not None
    application.session.show_new_round()
    return shown(application)


def to_rounds(application: Application) -> QWidget:
    assert application.session is not None
    application.session.show_rounds()
    return shown(application)


def to_walk(application: Application) -> QWidget:
    assert application.session is not None
    rounds = application.session.workspace.rounds
    application.session.open_round(rounds.all()[0].id)
    return shown(application)


def to_panels(application: Application) -> QWidget:
    assert application.session is not None
    application.session.show_panels(application.session.workspace.rounds.all()[0].id)
    return shown(application)


def to_export(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.export_sheets()
    return find(application.window, QDialog, "export_sheets")


def to_step(step: str) -> Callable[[Application], QWidget]:
    """Return the way to a step of Denpasar's walk."""

    def go(application: Application) -> QWidget:
        assert application.session is not None
        workspace = application.session.workspace
        round_id = workspace.rounds.all()[0].id
        (denpasar,) = (
            one for one in workspace.rounds.participants(round_id) if one.region.code == "51.71"
        )
        workspace.positions.remember(Position(round_id, denpasar.id, step))
        return to_walk(application)

    return go


def to_merge(application: Application) -> QWidget:
    assert application.session is not None
    application.session.merge_sheets()
    return shown(application)


PLACES = {
    "merge": to_merge,
    "new round": to_new_round,
    "rounds": to_rounds,
    "round": to_walk,
    "output": to_step("output"),
    "quick wins": to_step("quick_win"),
    "narrative": to_step("narrative"),
    "review": to_step("review"),
    "panels": to_panels,
    "export": to_export,
}


def is_part_of_another(widget: QWidget) -> bool:
    """Return whether Qt made the widget inside one that is checked itself."""
    if widget.objectName().startswith("qt_"):
        return True
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView):
            return True
        around = around.parentWidget()
    return False


def interactive(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.isVisibleTo(root)
        and not is_part_of_another(widget)
    ]


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says of the widget."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken is not None
    return spoken.text(QAccessible.Text.Name)


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


@pytest.mark.parametrize("place", PLACES)
def test_every_widget_has_a_name_and_says_what_it_is(
    start: Start,
    workspace_path: Path,
    surroundings: Surroundings,
    place: str,
) -> None:
    introduced(workspace_path, surroundings)

    found = interactive(PLACES[place](start()))

    assert found
    assert [widget for widget in found if not widget.objectName()] == []
    assert [widget.objectName() for widget in found if not spoken_name(widget).strip()] == []


def test_every_widget_of_the_first_start_has_a_name_and_says_what_it_is(start: Start) -> None:
    found = interactive(shown(start()))

    assert [widget for widget in found if not widget.objectName()] == []
    assert [widget.objectName() for widget in found if not spoken_name(widget).strip()] == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_a_screen_fits_a_small_laptop(
    start: Start,
    workspace_path: Path,
    surroundings: Surroundings,
    place: str,
    language: str,
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    find(application.window, QAction, f"language_{language}").trigger()

    needed = PLACES[place](application).minimumSizeHint()

    assert needed.width() <= LAPTOP[0]
    # Title bar, menu and status bar take their part of the height.
    assert needed.height() <= LAPTOP[1] - 100


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


def test_a_backup_is_made_after_the_window_stands(
    start: Start, workspace_path: Path, qtbot: QtBot
) -> None:
    application = start()
    folder = workspace_path.with_name("penilaian saya.sqlite-backups")

    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1)
    qtbot.waitUntil(lambda: not application.tasks.are_running)


def test_a_backup_is_made_when_asked_for(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    target = workspace_path.with_name("salinan.sqlite")
    answers.answer(target)

    application.window.actions_.back_up.trigger()

    qtbot.waitUntil(lambda: not application.tasks.are_running)
    assert target.is_file()
    assert str(target) in application.window.statusBar().currentMessage()


def test_a_backup_that_cannot_be_made_says_why(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    workspace_path.with_name("file").touch()
    answers.answer(workspace_path.with_name("file") / "salinan.sqlite")

    application.window.actions_.back_up.trigger()

    qtbot.waitUntil(lambda: bool(answers.said))
    assert "salinan.sqlite" in answers.said[0]


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


@pytest.mark.parametrize(
    ("action", "kind"),
    [("about", AboutDialog), ("notices", NoticesDialog), ("keyboard_map", KeyboardMap)],
)
def test_help_can_be_read_and_closed(start: Start, action: str, kind: type[QDialog]) -> None:
    application = start()

    with during(kind, lambda dialog: find(dialog, QPushButton, "close").click()):
        find(application.window, QAction, action).trigger()


def test_an_export_needs_a_round(
    start: Start, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    with open_workspace(workspace_path, surroundings) as workspace:
        workspace.people.introduce("Dewi", "Universitas Contoh")
    application = start()

    application.window.actions_.export_sheets.trigger()

    assert answers.said == ["Open a round first; its score sheets are exported."]


def test_closing_the_export_lets_it_be_opened_again(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    find(to_export(application), QPushButton, "cancel").click()

    application.window.actions_.export_sheets.trigger()

    views = application.window.findChildren(ExportView)
    assert [view.isVisible() for view in views if view.isVisible()] == [True]


def test_closing_the_window_lets_go_of_the_workspace(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    application = start()

    application.window.close()

    with open_workspace(workspace_path, surroundings):
        pass


def test_the_workspace_is_offered_again(
    start: Start, workspace_path: Path, preferences: Preferences
) -> None:
    start()

    assert preferences.recent() == (workspace_path,)


def test_an_export_holds_what_was_typed_the_moment_before(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    to_step("baseline")(application)
    note = find(application.window, SavingText, "note")
    note.setFocus()
    note.insertPlainText("Perwali 12/2020")

    application.window.actions_.export_sheets.trigger()

    session = application.session
    assert session is not None
    position = session.workspace.positions.last()
    assert position is not None
    assert position.participant is not None
    saved = session.workspace.assessments.get(
        session.workspace.assessments.open(position.participant)
    )
    assert [one.note for one in saved.answers.values()] == ["Perwali 12/2020"]


def typed_in_vain(application: Application) -> QPlainTextEdit:
    """Type a note while the workspace's file is away; returns its field."""
    field = find(to_step("output")(application), QPlainTextEdit, "note")
    assert application.session is not None
    path = application.session.workspace.path
    path.rename(path.with_name("elsewhere"))
    field.setPlainText("jangan hilang")
    return field


def test_the_window_stays_where_something_is_not_saved(
    start: Start, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    field = typed_in_vain(application)
    answers.answer("Cancel")

    application.window.close()

    assert application.window.isVisible()
    assert field.toPlainText() == "jangan hilang"
    assert "Note: " in answers.said[0]
    workspace_path.with_name("elsewhere").rename(workspace_path)
    application.window.close()
    with open_workspace(workspace_path, surroundings) as workspace:
        (denpasar,) = (
            one
            for one in workspace.rounds.participants(workspace.rounds.all()[0].id)
            if one.region.code == "51.71"
        )
        opened = workspace.assessments.get(workspace.assessments.open(denpasar.id))
    assert [answer.note for answer in opened.answers.values()] == ["jangan hilang"]


def test_the_window_closes_anyway_where_the_user_says_so(
    start: Start, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    typed_in_vain(application)
    answers.answer("Try again", "Close anyway")

    application.window.close()

    assert not application.window.isVisible()
    assert len(answers.said) == 2


def test_another_workspace_is_backed_up_as_well(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    other = workspace_path.with_name("lain.sqlite")
    qtbot.waitUntil(lambda: application.window.was_painted)
    answers.answer(other)

    application.window.actions_.new_workspace.trigger()

    folder = workspace_path.with_name("lain.sqlite-backups")
    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1)
    qtbot.waitUntil(lambda: not application.tasks.are_running)


def test_a_backup_never_takes_the_place_of_the_open_workspace(
    start: Start, workspace_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    application = start()
    qtbot.waitUntil(lambda: application.window.was_painted)
    answers.answer(workspace_path)

    application.window.actions_.back_up.trigger()

    qtbot.waitUntil(lambda: bool(answers.said))
    assert answers.said == [explain(WorkspaceExists(workspace_path))]


def test_another_day_is_backed_up_while_the_window_stays_open(
    qtbot: QtBot, qapp: QApplication, setting: Setting, workspace_path: Path
) -> None:
    now = [dt.datetime(2020, 11, 23, 5, 0, tzinfo=dt.UTC)]
    clock = replace(setting.surroundings, clock=lambda: now[0])
    application = Application(qapp, replace(setting, surroundings=clock))
    assert application.start(workspace_path)
    folder = workspace_path.with_name("penilaian saya.sqlite-backups")
    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 1)
    (timer,) = (
        one for one in application.findChildren(QTimer) if one.interval() == LOOK_AT_THE_DAY
    )

    now[0] += dt.timedelta(days=1)
    timer.setInterval(5)

    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily.sqlite"))) == 2)
    qtbot.waitUntil(lambda: not application.tasks.are_running)
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()


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
