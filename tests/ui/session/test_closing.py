"""Closing the window loses nothing."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.ui.answers import Answers
from tests.ui.finding import find
from tests.ui.places import introduced, to_step
from tests.ui.starting import Start
from ui.application import Application


def test_closing_the_window_lets_go_of_the_workspace(
    start: Start, workspace_path: Path, surroundings: Surroundings
) -> None:
    application = start()

    application.window.close()

    with open_workspace(workspace_path, surroundings):
        pass


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
