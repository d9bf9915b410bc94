"""Every picture of the guide: its file, the workspace in it, and the way there in the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)

from assessor.domain.score import AnswerKey
from assessor.services.positions import Position
from tools.screenshots import scenes
from ui.application import Application
from ui.session.session import Session

FOLDER: Final = "/home/contoh/Dokumen"
"""Stands in the pictures for the folder of whoever takes them."""
WIDE: Final = (1180, 640)
"""Pixels, for a dialog that shows a table."""
Kind = TypeVar("Kind", bound=QObject)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the camera stands: the window, and how to wait for what is at work."""

    application: Application
    wait: Callable[[], None]

    @property
    def session(self) -> Session:
        """The workspace in the window. Raises LookupError where none is open."""
        if self.application.session is None:
            raise LookupError
        return self.application.session

    @property
    def window(self) -> QWidget:
        """The whole window."""
        return self.application.window

    def find(self, kind: type[Kind], name: str) -> Kind:
        """Return what carries a name. Raises LookupError where nothing does."""
        found: Kind | None = self.window.findChild(kind, name)
        if found is None:
            raise LookupError(name)
        return found

    def open_round(self) -> None:
        """Show the walk of the workspace's first round."""
        self.session.open_round(self.session.workspace.rounds.all()[0].id)
        self.wait()


Way = Callable[[Stand], QWidget]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    name: str
    scene: Callable[[Path], None]
    """Makes the workspace that is shown."""
    way: Way
    """Leads there and returns what is to be seen: the window or a dialog."""


def walk(stand: Stand, step: str, question: int | None = None, programme: int = -1) -> QWidget:
    """Show Denpasar at a step; `question` and `programme` are places from 0."""
    workspace = stand.session.workspace
    round_id = workspace.rounds.all()[0].id
    denpasar = scenes.region(workspace, round_id, scenes.DENPASAR)
    assessment = workspace.assessments.get(workspace.assessments.open(denpasar.id))
    key = None
    if question is not None:
        instrument = workspace.rounds.instrument_of(denpasar)
        asked = next(one for one in instrument.dimensions if one.key == step).questions[question]
        about = assessment.programmes[programme].id if programme >= 0 else None
        key = AnswerKey(asked.key, about)
    workspace.positions.remember(Position(round_id, denpasar.id, step, key))
    stand.open_round()
    return stand.window


def with_folder(dialog: QDialog) -> QDialog:
    """Return a dialog in which a folder is chosen that is the same at every run."""
    field = dialog.findChild(QLineEdit, "folder")
    if field is None:
        raise LookupError("folder")
    field.setText(FOLDER)
    return dialog


def new_round(stand: Stand) -> QWidget:
    """Show the form for a round."""
    stand.session.show_new_round()
    return stand.window


def export(stand: Stand, *, is_blank: bool = False) -> QWidget:
    """Ask which score sheets to write."""
    stand.open_round()
    stand.session.export_sheets()
    if is_blank:
        stand.find(QRadioButton, "blank").click()
        people = stand.find(QListWidget, "people_to_export")
        # The last of them is the staff who hand the sheets out.
        for row in range(people.count() - 1):
            people.item(row).setCheckState(Qt.CheckState.Checked)
    return with_folder(stand.find(QDialog, "export_sheets"))


def merge(stand: Stand, tab: int) -> QWidget:
    """Show one of the pages on which returned sheets are looked at."""
    stand.session.merge_sheets()
    stand.find(QPushButton, "clear_files").click()
    stand.session.merge_sheets([scenes.inbox(stand.session.workspace.path)])
    stand.wait()
    stand.find(QTabWidget, "merge_tabs").setCurrentIndex(tab)
    return stand.window


def panel(stand: Stand, tab: int) -> QWidget:
    """Show the panels, or how far the assessors agree."""
    stand.session.show_panels(stand.session.workspace.rounds.all()[0].id)
    stand.find(QTabBar, "panel_tabs").setCurrentIndex(tab)
    return stand.window


def results(stand: Stand, tab: int = 0) -> QWidget:
    """Show the results of all regions, or how firmly their ranks stand."""
    stand.session.show_results(stand.session.workspace.rounds.all()[0].id)
    stand.find(QTabBar, "results_tabs").setCurrentIndex(tab)
    stand.wait()
    return stand.window


def region(stand: Stand, tab: int) -> QWidget:
    """Show a page of the region that is first in the table."""
    results(stand)
    table = stand.find(QTableView, "results_table")
    table.activated.emit(table.model().index(0, 0))
    stand.wait()
    stand.find(QTabBar, "result_tabs").setCurrentIndex(tab)
    return stand.window


def compare(stand: Stand) -> QWidget:
    """Show the first three regions side by side."""
    results(stand)
    table = stand.find(QTableView, "results_table")
    whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.clearSelection()
    for row in range(3):
        table.selectionModel().select(table.model().index(row, 0, QModelIndex()), whole)
    stand.find(QPushButton, "results_compare").click()
    return stand.window


def last_year(stand: Stand) -> QWidget:
    """Look through a published table."""
    stand.open_round()
    stand.session.import_last_year()
    dialog = stand.find(QDialog, "last_year")
    dialog.resize(*WIDE)
    choice = stand.find(QComboBox, "instrument")
    choice.setCurrentIndex(choice.findData(scenes.EARLIER))
    choice.activated.emit(choice.currentIndex())
    stand.find(QPushButton, "choose_table").click()
    stand.wait()
    stand.find(QLineEdit, "table_file").setText(f"{FOLDER}/{scenes.TABLE}")
    return dialog


def annex(stand: Stand) -> QWidget:
    """Ask what of the annex to write."""
    stand.open_round()
    stand.session.export_annex()
    return with_folder(stand.find(QDialog, "export_annex"))


def letter(stand: Stand) -> QWidget:
    """Show the letter with what is still to be filled in."""
    stand.open_round()
    stand.session.show_letter()
    return stand.window


def print_preview(stand: Stand) -> QWidget:
    """Show the first page of the printed summaries."""
    stand.open_round()
    stand.session.preview_summaries()
    return stand.find(QDialog, "print_preview")


SHOTS: Final = (
    Shot("walk", scenes.assess, partial(walk, step="baseline", question=0)),
    Shot("quick-win", scenes.assess, partial(walk, step="quick_win", question=1, programme=0)),
    Shot("review", scenes.assess, partial(walk, step="review")),
    Shot("new-round", scenes.assess, new_round),
    Shot("export", scenes.assess, export),
    Shot("panel", scenes.panels, partial(panel, tab=0)),
    Shot("agreement", scenes.panels, partial(panel, tab=1)),
    Shot("hand-out", scenes.lead, partial(export, is_blank=True)),
    Shot("merge-files", scenes.lead, partial(merge, tab=0)),
    Shot("merge-decisions", scenes.lead, partial(merge, tab=1)),
    Shot("merge-effects", scenes.lead, partial(merge, tab=2)),
    Shot("results", scenes.results, results),
    Shot("region", scenes.results, partial(region, tab=0)),
    Shot("why", scenes.results, partial(region, tab=1)),
    Shot("compare", scenes.results, compare),
    Shot("robustness", scenes.results, partial(results, tab=1)),
    Shot("last-year", scenes.results, last_year),
    Shot("annex", scenes.results, annex),
    Shot("letter", scenes.results, letter),
    Shot("print-preview", scenes.results, print_preview),
)
"""Those of one scene after the other: each scene is made once."""
