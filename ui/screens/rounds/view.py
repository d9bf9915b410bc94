"""What the list of rounds looks like, and what an empty one says."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import hint, named
from ui.screens.rounds.model import RoundLine, RoundsModel
from ui.theme import enlarge, set_role


class RoundsView(QWidget):
    """Layout and what was asked for; decides nothing."""

    opened = Signal(int)
    """The row of the round to open."""
    panels_wanted = Signal(int)
    """The row of the round whose panels are to be seen."""
    results_wanted = Signal(int)
    """The row of the round whose results are to be seen."""
    new_round_wanted = Signal()
    merging_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rounds")
        self._title, self._hint = QLabel(), hint()
        enlarge(self._title, 1.5)
        self._model = RoundsModel()
        self._table = named(QTableView(), "rounds_table")
        self._table.setModel(self._model)
        self._dress_table()
        self._open = named(QPushButton(), "open_round")
        self._panels = named(QPushButton(), "show_panels")
        self._results = named(QPushButton(), "show_results")
        self._new = named(QPushButton(), "new_round")
        self._merge = named(QPushButton(), "merge_sheets_here")
        self._sample = named(QPushButton(), "sample")
        self._connect()
        self._lay_out()
        self.retranslate()

    def show_rounds(self, lines: tuple[RoundLine, ...], *, offer_sample: bool) -> None:
        """Show the rounds, or what to do while there is none."""
        kept = max(self._table.currentIndex().row(), 0)
        self._model.show_lines(lines)
        self._table.setVisible(bool(lines))
        self._open.setVisible(bool(lines))
        self._panels.setVisible(bool(lines))
        self._results.setVisible(bool(lines))
        self._merge.setVisible(bool(lines))
        self._sample.setVisible(offer_sample)
        set_role(self._open, "primary")
        set_role(self._sample, "" if lines else "primary")
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._give_name_its_room()
        if lines:
            self._table.selectRow(min(kept, len(lines) - 1))
        self._show_hint()
        self._enable()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("Rounds"))
        self._table.setAccessibleName(_("Rounds of this workspace"))
        self._open.setText(_("&Open round"))
        self._panels.setText(_("&Panels of the round"))
        self._results.setText(_("Re&sults of the round"))
        self._new.setText(_("&New round…"))
        self._merge.setText(_("&Merge score sheets…"))
        self._sample.setText(_("Open the &2020 round"))
        self._show_hint()

    def _give_name_its_room(self) -> None:
        """Let the name take what the others leave, but never less than it needs itself."""
        others = sum(self._table.columnWidth(one) for one in range(1, self._model.columnCount()))
        needed = self._table.sizeHintForColumn(0)
        takes_rest = self._table.viewport().width() - others >= needed
        modes = QHeaderView.ResizeMode
        mode = modes.Stretch if takes_rest else modes.ResizeToContents
        self._table.horizontalHeader().setSectionResizeMode(0, mode)

    def _show_hint(self) -> None:
        self._hint.setText(
            _("Choose the round you assess in.")
            if self._model.lines
            else _(
                "There is no round in this workspace yet. Open the 2020 round to look around, "
                "or start one for this year."
            )
        )

    def _open_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())

    def _enable(self) -> None:
        is_chosen = self._table.currentIndex().isValid()
        self._open.setEnabled(is_chosen)
        self._panels.setEnabled(is_chosen)
        self._results.setEnabled(is_chosen)

    def _connect(self) -> None:
        self._table.activated.connect(self._open_row)
        self._table.selectionModel().currentChanged.connect(self._enable)
        self._open.clicked.connect(lambda: self._open_row(self._table.currentIndex()))
        self._panels.clicked.connect(
            lambda: self.panels_wanted.emit(self._table.currentIndex().row())
        )
        self._results.clicked.connect(
            lambda: self.results_wanted.emit(self._table.currentIndex().row())
        )
        self._new.clicked.connect(self.new_round_wanted)
        self._merge.clicked.connect(self.merging_wanted)
        self._sample.clicked.connect(self.sample_wanted)

    def _dress_table(self) -> None:
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setAlternatingRowColors(True)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def _buttons(self) -> tuple[QPushButton, ...]:
        of_round = (self._open, self._panels, self._results)
        return (*of_round, self._new, self._merge, self._sample)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in self._buttons():
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        layout.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width of the table out anew."""
        super().resizeEvent(event)
        self._give_name_its_room()
