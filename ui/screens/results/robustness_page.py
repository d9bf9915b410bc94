"""The page on which the ranks are tried: what it means, the seed, the ranges."""

from typing import Final

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.records import Round
from assessor.services.robustness import DRAWS, SEED, RoundRobustness
from resources.i18n import gettext as _
from ui.building import CONTENT_WIDTH, hint, named, set_up_rows
from ui.screens.results.robustness_model import SORT_ROLE, Column, RobustnessModel
from ui.screens.results.robustness_words import advice, basis, explanation, notice
from ui.theme import Status, set_role

HIGHEST_SEED: Final = 999_999_999
EMPTY_MARGIN: Final = 120
"""Pixels beside a sentence that stands alone; longer lines are tiring to read."""


class RobustnessPage(QWidget):
    """Layout only; decides nothing."""

    drawn_again = Signal(int)
    """Another try is wanted, with this seed."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("robustness_page")
        self._explanation = named(QLabel(), "robustness_explanation")
        self._explanation.setWordWrap(True)
        self._advice, self._basis = named(hint(), "robustness_advice"), hint()
        self._notice = named(QLabel(), "robustness_notice")
        self._notice.setWordWrap(True)
        set_role(self._notice, Status.NOTICE)
        self._seed_name = QLabel()
        self._seed = named(QSpinBox(), "robustness_seed")
        self._draw = named(QPushButton(), "robustness_draw")
        self._model, self._sorted = RobustnessModel(self), QSortFilterProxyModel(self)
        self.table = named(QTableView(), "robustness_table")
        self._text = named(QLabel(), "robustness_text")
        self._bar = named(QProgressBar(), "robustness_progress")
        self._cancel = named(QPushButton(), "robustness_cancel")
        self._waiting, self._figures = QWidget(), QWidget()
        self._stack = QStackedWidget()
        self._set_seed_up()
        self._set_table_up()
        self._lay_out()
        self._draw.clicked.connect(self._ask)
        self._seed.lineEdit().returnPressed.connect(self._ask)
        self._cancel.clicked.connect(self.cancelled)

    @property
    def seed(self) -> int:
        """The seed that was typed."""
        return self._seed.value()

    def show_working(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done and how far it is; a total of 0 says only that it is."""
        self._text.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._show_waiting(is_working=True)

    def show_empty(self, text: str) -> None:
        """Say why there is nothing to see."""
        self._text.setText(text)
        self._show_waiting(is_working=False)

    def show_found(self, found: RoundRobustness, shown: Round) -> None:
        """Show the ranges of the round `shown` in the language in use."""
        words = notice(found, shown)
        self._notice.setText(words)
        self._notice.setVisible(bool(words))
        self._basis.setText(basis(found))
        self._model.show_found(found)
        self._draw.setEnabled(True)
        self._stack.setCurrentWidget(self._figures)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self._explanation.setText(explanation(DRAWS))
        self._advice.setText(advice())
        self._seed_name.setText(_("&Seed"))
        self._seed.setAccessibleName(_("Seed of the draws"))
        self._draw.setText(_("&Draw again"))
        self._cancel.setText(_("Cancel"))
        self._bar.setAccessibleName(_("How far the draws are"))
        self.table.setAccessibleName(_("How firmly each rank stands"))

    def _ask(self) -> None:
        if self._draw.isEnabled():
            self.drawn_again.emit(self.seed)

    def _show_waiting(self, *, is_working: bool) -> None:
        self._bar.setVisible(is_working)
        self._cancel.setVisible(is_working)
        self._draw.setEnabled(not is_working)
        self._stack.setCurrentWidget(self._waiting)

    def _set_seed_up(self) -> None:
        self._seed.setRange(0, HIGHEST_SEED)
        self._seed.setValue(SEED)
        self._seed_name.setBuddy(self._seed)

    def _set_table_up(self) -> None:
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        table = self.table
        set_role(table, "rows")
        table.setModel(self._sorted)
        set_up_rows(table)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.RANK, Qt.SortOrder.AscendingOrder)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.REGION, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        order = QHBoxLayout()
        for part in (self._seed_name, self._seed, self._draw):
            order.addWidget(part)
        order.addStretch(1)
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        for part in (self._notice, self._basis):
            figures.addWidget(part)
        figures.addWidget(self.table, 1)
        self._lay_out_waiting()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addWidget(self._explanation)
        layout.addWidget(self._advice)
        layout.addLayout(order)
        layout.addWidget(self._stack, 1)

    def _lay_out_waiting(self) -> None:
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(CONTENT_WIDTH)
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(EMPTY_MARGIN, 0, EMPTY_MARGIN, 0)
        waiting.addStretch(1)
        waiting.addWidget(self._text)
        for part in (self._bar, self._cancel):
            waiting.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        waiting.addStretch(2)
