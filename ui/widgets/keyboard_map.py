"""The map of the keys: one table, shown by F1."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import N_
from resources.i18n import gettext as _
from ui.building import closing_button, fit_to_screen

HEIGHT: Final = 600


@dataclass(frozen=True, slots=True)
class KeyUse:
    """What a key does; `keys` as they are printed on a keyboard, `meaning` in English."""

    keys: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that work in one place."""

    place: str
    uses: tuple[KeyUse, ...]


KEY_MAP: Final = (
    KeyGroup(
        N_("Among the questions"),
        (
            KeyUse("0  1  2  3  4", N_("Give the score and go to the next question")),
            KeyUse("N", N_("Not applicable; asks for the reason")),
            KeyUse("Delete", N_("Clear the score")),
            KeyUse("↑  ↓", N_("Previous or next question")),
            KeyUse("Page Up  Page Down", N_("One page of questions up or down")),
            KeyUse("Home  End", N_("First or last question")),
            KeyUse("Enter", N_("Write the note")),
            KeyUse("E", N_("Add evidence")),
            KeyUse("M", N_("Mark the question to come back to it")),
        ),
    ),
    KeyGroup(
        N_("In a note or list"),
        (
            KeyUse("Esc", N_("Back to the questions or the steps; what was typed is saved")),
            KeyUse("Ctrl+Z  Ctrl+Shift+Z", N_("Take back or repeat what was typed in the field")),
        ),
    ),
    KeyGroup(
        N_("Among the programmes"),
        (
            KeyUse("Insert", N_("Add a programme under the same pillar")),
            KeyUse("F2", N_("Change the name")),
            KeyUse("Alt+↑  Alt+↓", N_("Move the programme up or down")),
            KeyUse("Delete", N_("Remove the programme; undo brings it back")),
            KeyUse("Enter", N_("Go to the questions of the programme")),
        ),
    ),
    KeyGroup(
        N_("Among the sheets to merge"),
        (
            KeyUse("Delete", N_("Leave a file out of the merge, or take it in again")),
            KeyUse("Enter", N_("To the problems of the file")),
            KeyUse("Space", N_("Let the version under the cursor stand")),
            KeyUse("1  2", N_("Let the first, second… version stand")),
        ),
    ),
    KeyGroup(
        N_("Everywhere in the walk"),
        (
            KeyUse("Ctrl+Page Down  Ctrl+Page Up", N_("Next or previous step")),
            KeyUse("Ctrl+→  Ctrl+←", N_("The same; in a text, next or previous word")),
            KeyUse("Ctrl+K", N_("Jump to a region")),
            KeyUse("Ctrl+Z", N_("Undo the last change")),
            KeyUse("Ctrl+Shift+Z  Ctrl+Y", N_("Redo what was undone")),
            KeyUse("F6  Shift+F6", N_("Next or previous part of the window")),
            KeyUse("F8  F9", N_("Show or hide the regions, or the running result")),
            KeyUse("Ctrl+H", N_("Show the history of the assessment")),
        ),
    ),
    KeyGroup(
        N_("Everywhere"),
        (
            KeyUse("Ctrl+E", N_("Export score sheets")),
            KeyUse("Ctrl+M", N_("Merge score sheets")),
            KeyUse("Ctrl+P", N_("Print score summaries")),
            KeyUse("Ctrl+L", N_("Write the letter of the round")),
            KeyUse("Ctrl+Shift+R", N_("Show the rounds of the workspace")),
            KeyUse("F1", N_("Show this map")),
            KeyUse("Shift+F1", N_("Open the guide where it tells of this screen")),
        ),
    ),
    KeyGroup(
        N_("Among the panels"),
        (
            KeyUse("Ctrl+Shift+P", N_("Show the panel of this round")),
            KeyUse("F3  Shift+F3", N_("Next or previous question to settle")),
            KeyUse("Enter", N_("Settle the question")),
            KeyUse("0  1  2  3  4", N_("Settle the question, beginning with this digit")),
            KeyUse("Esc", N_("Back to the questions; what was typed stays")),
            KeyUse("F4", N_("Panels, or agreement of the assessors")),
            KeyUse("Ctrl+Shift+W", N_("Back to scoring")),
        ),
    ),
    KeyGroup(
        N_("Among the results"),
        (
            KeyUse("Ctrl+R", N_("Show the results of this round")),
            KeyUse("Enter", N_("Open the region")),
            KeyUse("F3  Shift+F3", N_("Next or previous region of the table")),
            KeyUse("Ctrl+Page Down  Ctrl+Page Up", N_("Next or previous page of the region")),
            KeyUse("Alt+←", N_("Back to all regions")),
            KeyUse("Ctrl+Shift+C", N_("Put the selected regions side by side")),
            KeyUse("Ctrl+C", N_("Copy the results as a table")),
            KeyUse("F4", N_("Results, or rank robustness")),
        ),
    ),
)


class KeyboardMap(QDialog):
    """Shows a table of keys; Escape closes it."""

    def __init__(self, parent: QWidget | None, groups: Sequence[KeyGroup] = KEY_MAP) -> None:
        super().__init__(parent)
        self.setObjectName("keyboard_map")
        self.setWindowTitle(_("Keys"))
        table = QWidget()
        self._fill(table, groups)
        area = QScrollArea()
        area.setObjectName("keyboard_map_table")
        area.setAccessibleName(_("Keys"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(table)
        area.setMinimumWidth(table.minimumSizeHint().width() + 40)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(closing_button(self))
        fit_to_screen(self, self.sizeHint().width(), HEIGHT)

    def _fill(self, table: QWidget, groups: Sequence[KeyGroup]) -> None:
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for group in groups:
            heading = QLabel(_(group.place))
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for use in group.uses:
                row = grid.rowCount()
                grid.addWidget(QLabel(use.keys), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(QLabel(_(use.meaning)), row, 1)
