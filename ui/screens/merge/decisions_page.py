"""All that can be decided before a merge: a list, and the chosen one in full beside it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.building import hint
from ui.screens.merge.choice_panel import ChoicePanel
from ui.screens.merge.decision_items import ForkItem, Item, identity, place, state, title, waits
from ui.screens.merge.fork_panel import ForkPanel
from ui.screens.merge.row_table import NO_PARENT, ROLE, Index, give_widths, plain_table
from ui.theme import Status, icon, status_colour

STATE_WIDTH: Final = 150
LIST_WIDTH: Final = 430


class DecisionModel(QAbstractTableModel):
    """One row for each thing to decide."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: tuple[Item, ...] = ()

    def show_items(self, items: Sequence[Item]) -> bool:
        """Show `items`; return whether they are others than before."""
        same = [identity(one) for one in items] == [identity(one) for one in self.items]
        if not same:
            self.beginResetModel()
        self.items = tuple(items)
        if not same:
            self.endResetModel()
        elif items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(items) - 1, 1))
        return not same

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row for each thing to decide."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """What it is about, and whether it is decided."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return texts; what the merge waits for bears a sign and a colour."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        is_state = index.column() == 1
        text = state(item) if is_state else " – ".join(filter(None, (place(item), title(item))))
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return text
        if role == ROLE.DecorationRole and is_state:
            return icon("warning" if waits(item) else "check")
        if role == ROLE.ForegroundRole and is_state:
            return status_colour(Status.NOTICE if waits(item) else Status.DONE)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role != ROLE.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("To decide"), _("State"))[section]


class DecisionsPage(QWidget):
    """Layout and what was decided; decides nothing itself."""

    field_chosen = Signal(object, object)
    side_chosen = Signal(object, int)
    """An item, and which of its sides stands wherever something is asked."""
    answered = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._model = DecisionModel(self)
        self.table = plain_table("decisions_table", self._model)
        self._none = hint()
        self.fork, self.choice = ForkPanel(), ChoicePanel()
        self._panels = QStackedWidget()
        for panel in (QWidget(), self.fork, self.choice):
            self._panels.addWidget(panel)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        detail = QWidget()
        inner = QHBoxLayout(detail)
        inner.setContentsMargins(10, 0, 0, 0)
        inner.addWidget(self._panels)
        self._split.addWidget(detail)
        self._split.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._split, 1)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.fork.chosen.connect(self.field_chosen)
        self.fork.side_chosen.connect(self._tell_side)
        self.choice.answered.connect(self._tell_answer)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        chosen = self._chosen()
        if isinstance(chosen, ForkItem):
            return (self.table, self.fork.table, self.fork.detail)
        return (self.table,) if chosen is None else (self.table, self.choice.yes)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what is to decide, and stay at what was chosen."""
        chosen = self._chosen()
        if self._model.show_items(items):
            wanted = None if chosen is None else identity(chosen)
            rows = [row for row, one in enumerate(items) if identity(one) == wanted]
            give_widths(self.table, (None, STATE_WIDTH))
            if items:
                self.table.selectRow(rows[0] if rows else 0)
        self._split.setVisible(bool(items))
        self._none.setVisible(not items)
        self._show_chosen()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.table.setAccessibleName(_("What is to decide"))
        self._none.setText(
            _(
                "Nothing to decide. Where two versions of a sheet contradict each other, or names "
                "of programmes or people are nearly the same, it is asked here."
            )
        )
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 1)
        self._model.show_items(self._model.items)
        self.fork.retranslate()
        self.choice.retranslate()

    def _chosen(self) -> Item | None:
        row = self.table.currentIndex().row()
        return self._model.items[row] if 0 <= row < len(self._model.items) else None

    def _show_chosen(self) -> None:
        item = self._chosen()
        if item is None:
            self._panels.setCurrentIndex(0)
        elif isinstance(item, ForkItem):
            self.fork.show_item(item)
            self._panels.setCurrentWidget(self.fork)
        else:
            self.choice.show_item(item)
            self._panels.setCurrentWidget(self.choice)

    def _tell_side(self, side: int) -> None:
        self.side_chosen.emit(self._chosen(), side)

    def _tell_answer(self, is_yes: bool) -> None:
        self.answered.emit(self._chosen(), is_yes)
