"""A column of a round's regions: searched, filtered, chosen."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import named
from ui.theme import set_role
from ui.widgets.region_line import paint_region_line, region_line_size
from ui.widgets.search_field import SearchField
from ui.widgets.steady_choice import SteadyChoice

Index = QModelIndex | QPersistentModelIndex
Accept = Callable[[Index], bool]

PARTICIPANT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Participant`, which is searched for and opened."""
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The `RegionLine` to paint."""
NO_PARENT: Final = QModelIndex()


class RegionColumn(QWidget):
    """Search, choice of which regions to show, list, and a line below that counts them.

    The model answers to `PARTICIPANT_ROLE` and `LINE_ROLE`; what stands for the regions otherwise
    is the screen's own affair. `accepts` says for each entry of the choice which regions it shows.
    """

    chosen = Signal(object)
    """The `Participant` to open."""
    left = Signal()
    """The search was given up."""
    narrowed = Signal()
    """Other regions are let through than before."""

    def __init__(
        self, regions: QAbstractListModel, accepts: Sequence[Accept], prefix: str = ""
    ) -> None:
        super().__init__()
        regions.setParent(self)
        self.setObjectName(f"{prefix}region_column")
        self.filter = _RegionFilter(self)
        self.filter.setSourceModel(regions)
        self._accepts = accepts
        self._search = named(SearchField(), f"{prefix}region_search")
        self._search.setClearButtonEnabled(True)
        self._show = named(SteadyChoice(), f"{prefix}region_filter")
        for _accept in accepts:
            self._show.addItem("")
        self.view = named(_Regions(), f"{prefix}regions")
        self.view.setModel(self.filter)
        self._count = named(QLabel(), f"{prefix}region_count")
        self._count.setWordWrap(True)
        set_role(self._count, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.setSpacing(6)
        for part in (self._search, self._show, self.view, self._count):
            layout.addWidget(part)
        self._connect()

    def show_current(self, index: QModelIndex) -> None:
        """Make a row of `filter` the current one, and bring it into sight."""
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def jump(self) -> None:
        """Put the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def forget_search(self) -> None:
        """Show all regions again that the choice lets through."""
        self._search.clear()

    def count(self, words: str) -> None:
        """Say in a line how much of the round there is."""
        self._count.setText(words)

    def shown_count(self) -> tuple[str, ...]:
        """Return in words how many regions are shown; nothing where all are."""
        shown = self.filter.rowCount()
        if shown == self.filter.sourceModel().rowCount():
            return ()
        words = ngettext("{shown} region shown", "{shown} regions shown", shown)
        return (words.format(shown=shown),)

    def retranslate_column(self, regions: str, choices: Sequence[str]) -> None:
        """Show the texts in the language in use: what the list is, and what can be shown of it."""
        self._search.setPlaceholderText(_("Search region (Ctrl+K)"))
        self._search.setAccessibleName(_("Search for a region by name, code or province"))
        self.view.setAccessibleName(regions)
        self._show.setAccessibleName(_("Which regions are shown"))
        for place, name in enumerate(choices):
            self._show.setItemText(place, name)
        self.view.viewport().update()

    def _connect(self) -> None:
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self._choose_first)
        self._search.down_pressed.connect(self.view.setFocus)
        self._search.left.connect(self._give_up)
        self._show.currentIndexChanged.connect(self._narrow)
        self.view.clicked.connect(self._choose)
        self.view.entered_with_key.connect(self._choose)

    def _narrow(self) -> None:
        self.filter.narrow(self._search.text(), self._accepts[self._show.currentIndex()])
        self.narrowed.emit()

    def _choose_first(self) -> None:
        participant = self.filter.index(0, 0).data(PARTICIPANT_ROLE)
        if participant is not None:
            self.forget_search()
            self.chosen.emit(participant)

    def _choose(self, index: QModelIndex) -> None:
        participant = index.data(PARTICIPANT_ROLE)
        if participant is not None:
            self.chosen.emit(participant)

    def _give_up(self) -> None:
        self.forget_search()
        self.left.emit()


class _RegionFilter(QSortFilterProxyModel):
    """Lets through what is searched for: part of the name, the code or the province."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._searched: tuple[str, ...] = ()
        self._accept: Accept = lambda _index: True

    def narrow(self, text: str, accept: Accept) -> None:
        """Show what `accept` accepts and has every word of `text` in name, code or province."""
        self.beginFilterChange()
        self._searched, self._accept = tuple(text.casefold().split()), accept
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Return whether a region is let through."""
        index = self.sourceModel().index(source_row, 0, source_parent)
        if not self._accept(index):
            return False
        region = index.data(PARTICIPANT_ROLE).region
        text = f"{region.name} {region.code} {region.province}".casefold()
        return all(word in text for word in self._searched)


class _Delegate(QStyledItemDelegate):
    """Two lines for each region, all of one height."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint in the palette's colours."""
        paint_region_line(painter, option, index.data(LINE_ROLE))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every region the same height."""
        del index
        return region_line_size(option)


class _Regions(QListView):
    """Enter opens the current region."""

    entered_with_key = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_with_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
