"""Small pieces that every view is built of."""

from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.theme import Status, set_role

WidgetType = TypeVar("WidgetType", bound=QWidget)
CONTENT_WIDTH = 620
"""Pixels; wider columns of text are tiring to read."""


def named(widget: WidgetType, name: str) -> WidgetType:
    """Return `widget` under a name by which tests and screen readers' scripts find it."""
    widget.setObjectName(name)
    return widget


def hint() -> QLabel:
    """Return a label for a quiet explanation; it wraps."""
    label = QLabel()
    label.setWordWrap(True)
    set_role(label, "hint")
    return label


class ProblemLine(QLabel):
    """Says beside a form what was refused; takes no room while there is nothing to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWordWrap(True)
        set_role(self, Status.PROBLEM)
        self.hide()

    def tell(self, text: str) -> None:
        """Show `text`, or nothing for ""."""
        self.setText(text)
        self.setVisible(bool(text))


def closing_button(dialog: QDialog) -> QDialogButtonBox:
    """Return the row of buttons of a dialog that only tells: one, which closes it."""
    buttons = QDialogButtonBox()
    named(buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole), "close")
    buttons.rejected.connect(dialog.reject)
    return buttons


def narrow_box(box: QComboBox) -> QComboBox:
    """Return `box`, which no longer grows with its longest entry."""
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def set_up_rows(table: QTableView) -> None:
    """Have whole rows chosen in a table that is only read: no grid, no numbers, Tab leaves it."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, in pixels, or as much as the screen has."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize()))


def column(*widgets: QWidget, spacing: int = 6) -> QVBoxLayout:
    """Return `widgets` below each other, close together."""
    layout = QVBoxLayout()
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
