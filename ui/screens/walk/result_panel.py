"""The right column: what the scores give so far, beside last year's."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.theme import Status, enlarge, set_role

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


class Figure(IntEnum):
    """What stands in the columns."""

    DIMENSION = 0
    MEAN = 1
    WEIGHT = 2
    CONTRIBUTION = 3
    PREVIOUS = 4


@dataclass(frozen=True, slots=True)
class ResultContent:
    """The running result, worded."""

    rows: tuple[tuple[str, str, str, str, str], ...]
    """For each dimension: name, mean, weight, contribution, last year's mean."""
    title: str
    """Provisional index, or final index."""
    index: str
    range: str
    previous: str
    rule: str
    notice: str = ""
    """What is not confirmed about the instrument."""


class ResultModel(QAbstractTableModel):
    """The dimensions with their figures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show the figures of each dimension."""
        new = tuple(rows)
        if len(new) != len(self._rows):
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        old, self._rows = self._rows, new
        for row, (before, now) in enumerate(zip(old, new, strict=True)):
            if before != now:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Figure) - 1))

    def retranslate(self) -> None:
        """Show the headers in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Figure) - 1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many dimensions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Figure)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, accessible text, tooltip and alignment."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            _short, name = _header(Figure(index.column()))
            return f"{self._rows[index.row()][0]}, {name}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != Figure.DIMENSION:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        short, long = _header(Figure(section))
        if role == Qt.ItemDataRole.DisplayRole:
            return short
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignLeft
                if section == Figure.DIMENSION
                else Qt.AlignmentFlag.AlignRight
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return long if role == Qt.ItemDataRole.ToolTipRole else None


class ResultPanel(QScrollArea):
    """Dimensions, index, what is still possible, last year, and how sure all of it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_column")
        self._model = ResultModel(self)
        self._table = QTableView()
        self._title, self._index, self._range = QLabel(), QLabel(), QLabel()
        self._previous, self._rule, self._notice = QLabel(), QLabel(), QLabel()
        self._inner = QWidget()
        self._lay_out()
        self.retranslate()

    @property
    def table(self) -> QTableView:
        """The figures, for the focus."""
        return self._table

    def show_content(self, content: ResultContent) -> None:
        """Show a running result."""
        rows = self._model.rowCount()
        self._model.show_rows(content.rows)
        if self._model.rowCount() != rows:
            self._fit_table()
        for label, text in (
            (self._title, content.title),
            (self._index, content.index),
            (self._range, content.range),
            (self._previous, content.previous),
            (self._rule, content.rule),
            (self._notice, content.notice),
        ):
            if label.text() != text:
                label.setText(text)
        self._notice.setVisible(bool(content.notice))
        self._range.setVisible(bool(content.range))
        self._inner.show()

    def clear(self) -> None:
        """Show nothing: the figures of another region are not known yet.

        All is hidden as it stands, because emptying it would lay out the whole panel once more.
        """
        self._inner.hide()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._table.setAccessibleName(_("Running result by dimension"))
        self._model.retranslate()
        self._fit_table()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._set_table()
        enlarge(self._index, 2.2)
        set_role(self._range, "hint")
        set_role(self._rule, "hint")
        set_role(self._notice, Status.NOTICE)

        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(4, 8, 8, 8)
        layout.addWidget(self._table)
        for label, name in (
            (self._title, "index_title"),
            (self._index, "index"),
            (self._range, "index_range"),
            (self._previous, "previous_result"),
            (self._rule, "rounding_rule"),
            (self._notice, "instrument_notice"),
        ):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addStretch(1)
        self.setWidget(self._inner)

    def _set_table(self) -> None:
        self._table.setObjectName("result_table")
        self._table.setModel(self._model)
        self._table.setShowGrid(False)
        self._table.setWordWrap(True)
        self._table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(10)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Figure.DIMENSION, QHeaderView.ResizeMode.Stretch)
        font = QFont(self._table.font())
        font.setPointSizeF(font.pointSizeF() * 0.92)
        self._table.setFont(font)
        header.setFont(font)

    def _fit_table(self) -> None:
        metrics = self._table.fontMetrics()
        for column in list(Figure)[1:]:
            title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            widest = max(metrics.horizontalAdvance(text) for text in (title, "0,000"))
            self._table.setColumnWidth(column, widest + 16)
        height = round(metrics.height() * 1.7)
        for row in range(self._model.rowCount()):
            self._table.setRowHeight(row, height)
        header = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(header + height * self._model.rowCount() + 4)


def _header(figure: Figure) -> tuple[str, str]:
    """Return the word that fits over the column, and the whole name."""
    return {
        Figure.DIMENSION: (_("Dimension"), _("Dimension")),
        Figure.MEAN: (_("Mean"), _("Mean of the dimension, 0 to 4")),
        Figure.WEIGHT: (_("Wt."), _("Weight in percent")),
        Figure.CONTRIBUTION: (_("Adds"), _("What the dimension adds to the index")),
        Figure.PREVIOUS: (_("Before"), _("Mean of last year")),
    }[figure]
