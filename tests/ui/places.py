"""The places of the application, and the ways to them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from assessor.services.positions import Position
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.ui.finding import find
from ui.application import Application


def introduced(path: Path, surroundings: Surroundings) -> None:
    """Make a workspace in which somebody has begun with the 2020 round."""
    with open_workspace(path, surroundings) as workspace:
        workspace.people.introduce("Dewi", "Universitas Contoh")
        workspace.rounds.create_sample()


def shown(application: Application) -> QWidget:
    """Return the view that the window shows."""
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


def to_results(application: Application) -> QWidget:
    assert application.session is not None
    application.session.show_results(application.session.workspace.rounds.all()[0].id)
    return shown(application)


def to_export(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.export_sheets()
    return find(application.window, QDialog, "export_sheets")


def to_letter(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.show_letter()
    return shown(application)


def to_evidence_requests(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.show_evidence_requests()
    return shown(application)


def to_export_annex(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.export_annex()
    return find(application.window, QDialog, "export_annex")


def to_last_year(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.import_last_year()
    return find(application.window, QDialog, "last_year")


def to_printing(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.print_summaries()
    return find(application.window, QDialog, "print_summaries")


def to_preview(application: Application) -> QWidget:
    assert application.session is not None
    to_walk(application)
    application.session.preview_summaries()
    return find(application.window, QDialog, "print_preview")


def to_check_code(application: Application) -> QWidget:
    assert application.session is not None
    application.session.check_code()
    return find(application.window, QDialog, "check_code")


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
    "results": to_results,
    "export": to_export,
    "export annex": to_export_annex,
    "last year": to_last_year,
    "printing": to_printing,
    "print preview": to_preview,
    "check a code": to_check_code,
    "letter": to_letter,
    "evidence requests": to_evidence_requests,
}
