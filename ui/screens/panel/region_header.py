"""Above a panel: whose it is, who has come in, the index and the dimensions it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.building import named
from ui.theme import Status, enlarge, set_role

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()
ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class HeaderContent:
    """What stands above a panel, in the language in use."""

    region: str
    sheets: str
    """Who has come in, who is missing, who locked."""
    notice: str
    """What the figures lack; "" where nothing."""
    index_title: str
    index: str
    dimensions: tuple[tuple[str, str, str, str], ...]
    """Name, mean, weight, contribution."""


class DimensionModel(QAbstractTableModel):
    """One column for each dimension after that of the names; three figures below each other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dimensions: tuple[tuple[str, ...], ...] = ()

    def show_dimensions(self, dimensions: Sequence[tuple[str, ...]]) -> None:
        """Show the figures of each dimension."""
        self.beginResetModel()
        self._dimensions = tuple(dimensions)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return three: mean, weight, contribution."""
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return one for each dimension, and one for the names of the figures."""
        return 0 if parent.isValid() or not self._dimensions else 1 + len(self._dimensions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, accessible text and alignment."""
        if not index.isValid():
            return None
        figure, column = _row_name(index.row()), index.column()
        text = figure if column == 0 else self._dimensions[column - 1][1 + index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text if column == 0 else f"{self._dimensions[column - 1][0]}, {figure}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the dimensions."""
        if orientation is not Qt.Orientation.Horizontal or section == 0:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._dimensions[section - 1][0]
        return None


class RegionHeader(QWidget):
    """Region and sheets on the left, the figures on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_header")
        self._region = named(QLabel(), "panel_region")
        self._sheets = named(QLabel(), "panel_sheets")
        self._notice = named(QLabel(), "panel_notice")
        self._title = named(QLabel(), "panel_index_title")
        self._index = named(QLabel(), "panel_index")
        self._model = DimensionModel(self)
        self.table = named(QTableView(), "panel_dimensions")
        self._lay_out()

    def show_content(self, content: HeaderContent) -> None:
        """Show a region's header."""
        for label, text in (
            (self._region, content.region),
            (self._sheets, content.sheets),
            (self._notice, content.notice),
            (self._title, content.index_title),
            (self._index, content.index),
        ):
            label.setText(text)
        self._notice.setVisible(bool(content.notice))
        self._model.show_dimensions(content.dimensions)
        has_figures = bool(content.dimensions)
        for part in (self.table, self._title, self._index):
            part.setVisible(has_figures)
        self._fit()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.table.setAccessibleName(_("Dimensions of the panel's index"))

    def _lay_out(self) -> None:
        enlarge(self._region, 1.3)
        enlarge(self._index, 2.0)
        set_role(self._notice, Status.NOTICE)
        set_role(self._title, "hint")
        for label in (self._region, self._sheets, self._notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(120)
        self._index.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._set_table()
        left, middle = QVBoxLayout(), QVBoxLayout()
        for part in (self._region, self._sheets, self._notice):
            left.addWidget(part)
        left.addStretch()
        middle.addWidget(self._title)
        middle.addWidget(self._index)
        middle.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(left, 5)
        layout.addLayout(middle)
        layout.addWidget(self.table, 7)

    def _set_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setProperty("role", "bare")
        table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().hide()

    def _fit(self) -> None:
        height = self.table.fontMetrics().height() + 4
        self.table.verticalHeader().setMinimumSectionSize(height)
        if self._model.columnCount():
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for row in range(ROWS):
            self.table.setRowHeight(row, height)
        heading = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(heading + ROWS * height + 6)


def _row_name(row: int) -> str:
    return (_("Mean"), _("Weight"), _("Adds"))[row]
