"""The export over the walk."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.places import introduced, to_export, to_step
from tests.ui.starting import Start
from ui.screens.export_sheets.view import ExportView
from ui.widgets.saving_text import SavingText


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
