"""Which regions something is done for: the one that is open, some of a list, or all of a round."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import ParticipantId
from assessor.domain.records import Participant
from resources.i18n import gettext as _
from ui.building import named
from ui.widgets.search_field import SearchField

WHO: Final = Qt.ItemDataRole.UserRole


class Extent(StrEnum):
    """How many regions are wanted."""

    ALL = "all"
    ONE = "one"
    CHOSEN = "chosen"


class RegionChoice(QWidget):
    """Three ways to choose, and below them the list with its search."""

    changed = Signal()

    def __init__(self, participants: Sequence[Participant]) -> None:
        super().__init__()
        self._all = frozenset(one.id for one in participants)
        self._current: Participant | None = None
        self._title = QLabel()
        self._extents = {one: named(QRadioButton(), f"extent_{one}") for one in Extent}
        self._search = named(SearchField(), "search_to_choose")
        self._list = _region_list(participants)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, *self._extents.values(), self._search):
            layout.addWidget(part)
        layout.addWidget(self._list, 1)
        self.offer(None)

    @property
    def extent(self) -> Extent:
        """How many regions are wanted."""
        return next(one for one, button in self._extents.items() if button.isChecked())

    def chosen(self) -> frozenset[ParticipantId]:
        """Return the regions that are wanted."""
        if self.extent is Extent.ALL:
            return self._all
        if self.extent is Extent.ONE:
            return frozenset({self._current.id} if self._current else ())
        items = [self._list.item(row) for row in range(self._list.count())]
        return frozenset(
            item.data(WHO) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def offer(self, current: Participant | None) -> None:
        """Offer the region that is open before all others; without one, all of them."""
        self._current = current
        one = self._extents[Extent.ONE]
        one.setVisible(current is not None)
        self._extents[Extent.ALL if current is None else Extent.ONE].setChecked(True)
        self._show_current()

    def rest(self, is_resting: bool) -> None:
        """Take no choice while something runs."""
        for button in self._extents.values():
            button.setDisabled(is_resting)
        is_open = not is_resting and self.extent is Extent.CHOSEN
        self._search.setEnabled(is_open)
        self._list.setEnabled(is_open)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("Regions"))
        self._extents[Extent.CHOSEN].setText(_("&Chosen below"))
        self._extents[Extent.ALL].setText(_("&All regions of the round"))
        self._search.setPlaceholderText(_("Search regions"))
        self._search.setAccessibleName(_("Search regions"))
        self._list.setAccessibleName(_("Regions to choose from"))
        self._show_current()

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for button in self._extents.values():
            group.addButton(button)
            button.toggled.connect(self._follow)
        self._list.itemChanged.connect(self.changed)
        self._search.textChanged.connect(self._filter)
        self._search.left.connect(self._search.clear)
        self._search.down_pressed.connect(self._enter_list)

    def _show_current(self) -> None:
        name = self._current.region.name if self._current else ""
        self._extents[Extent.ONE].setText(_("&This region: {name}").format(name=name))

    def _follow(self, is_chosen: bool) -> None:
        if is_chosen:
            self.rest(False)
            self.changed.emit()

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold().split()
        for row in range(self._list.count()):
            name = self._list.item(row).text().casefold()
            self._list.setRowHidden(row, not all(part in name for part in wanted))

    def _enter_list(self) -> None:
        shown = (row for row in range(self._list.count()) if not self._list.isRowHidden(row))
        self._list.setCurrentRow(next(shown, -1))
        self._list.setFocus()


def _region_list(participants: Sequence[Participant]) -> QListWidget:
    regions = named(QListWidget(), "regions_to_choose")
    regions.setSpacing(2)
    regions.setMinimumHeight(60)
    for participant in participants:
        item = QListWidgetItem(participant.region.name)
        item.setData(WHO, participant.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        regions.addItem(item)
    return regions
