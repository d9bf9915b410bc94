"""The left column: the round's regions, searched, filtered, chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import ParticipantId
from assessor.domain.records import Assessor
from assessor.services.panels import PanelCoverage
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import named
from ui.screens.panel.region_model import (
    COVERAGE_ROLE,
    LINE_ROLE,
    Index,
    RegionFilter,
    RegionModel,
    Show,
)
from ui.theme import set_role
from ui.widgets.region_line import paint_region_line, region_line_size
from ui.widgets.search_field import SearchField
from ui.widgets.steady_choice import SteadyChoice


class RegionList(QWidget):
    """Search, filter, list, and how much of the round is still to come or to settle."""

    chosen = Signal(object)
    """The `Participant` to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_region_column")
        self._regions = RegionModel(self)
        self._filter = RegionFilter(self)
        self._filter.setSourceModel(self._regions)
        self._search = named(SearchField(), "panel_search")
        self._search.setClearButtonEnabled(True)
        self._show = named(SteadyChoice(), "panel_region_filter")
        for show in Show:
            self._show.addItem("", show)
        self.view = named(_Regions(), "panel_regions")
        self.view.setModel(self._filter)
        self._count = named(QLabel(), "panel_region_count")
        self._count.setWordWrap(True)
        set_role(self._count, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.setSpacing(6)
        for part in (self._search, self._show, self.view, self._count):
            layout.addWidget(part)
        self._is_reading = True
        self._open: ParticipantId | None = None
        self._connect()

    def show_regions(self, regions: Sequence[PanelCoverage], everybody: Sequence[Assessor]) -> None:
        """Show the regions of a round."""
        self._is_reading = False
        self._regions.show_regions(regions, everybody)
        self._filter.invalidate()
        self._say_count()

    def show_reading(self) -> None:
        """Say that the regions are being read."""
        self._is_reading = True
        self._regions.show_regions((), ())
        self._say_count()

    def select(self, participant: ParticipantId | None) -> None:
        """Show which region is open; none where it is filtered away."""
        self._open = participant
        shown = self._filter.mapFromSource(self._regions.index_of(participant))
        if not shown.isValid():
            self.view.selectionModel().clear()
        elif shown != self.view.currentIndex():
            self.view.setCurrentIndex(shown)
            self.view.scrollTo(shown, QListView.ScrollHint.PositionAtCenter)

    def jump(self) -> None:
        """Put the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._search.setPlaceholderText(_("Search region (Ctrl+K)"))
        self._search.setAccessibleName(_("Search for a region by name, code or province"))
        self.view.setAccessibleName(_("Regions of the round and their panels"))
        self._show.setAccessibleName(_("Which regions are shown"))
        names = (_("All regions"), _("Sheets missing"), _("Something to settle"))
        for place, name in enumerate(names):
            self._show.setItemText(place, name)
        self._say_count()
        self.view.viewport().update()

    def _connect(self) -> None:
        self._search.textChanged.connect(self._search_for)
        self._search.returnPressed.connect(self._choose_first)
        self._search.down_pressed.connect(self.view.setFocus)
        self._search.left.connect(self._give_up)
        self._show.currentIndexChanged.connect(self._filter_by)
        self.view.clicked.connect(self._choose)
        self.view.entered_with_key.connect(self._choose)

    def _search_for(self, text: str) -> None:
        self._filter.search(text)
        self._show_filtered()

    def _filter_by(self, place: int) -> None:
        self._filter.show_only(list(Show)[place])
        self._show_filtered()

    def _show_filtered(self) -> None:
        # The view itself would take a neighbour for the open region that is filtered away.
        self.select(self._open)
        self._say_count()

    def _choose_first(self) -> None:
        self._choose(self._filter.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        coverage = index.data(COVERAGE_ROLE)
        if coverage is not None:
            self._search.clear()
            self.chosen.emit(coverage.participant)

    def _give_up(self) -> None:
        self._search.clear()
        self.view.setFocus()

    def _say_count(self) -> None:
        regions = self._regions.regions
        if self._is_reading:
            words = _("Reading the sheets…")
        elif not regions:
            words = _("No region takes part in this round. Add regions to it first.")
        elif not self._filter.rowCount():
            words = _("No region matches. Clear the search, or choose “All regions”.")
        else:
            words = " · ".join((*self._shown_count(), *_totals(regions)))
        self._count.setText(words)

    def _shown_count(self) -> tuple[str, ...]:
        shown = self._filter.rowCount()
        if shown == len(self._regions.regions):
            return ()
        words = ngettext("{shown} region shown", "{shown} regions shown", shown)
        return (words.format(shown=shown),)


def _totals(regions: Sequence[PanelCoverage]) -> tuple[str, str]:
    present = sum(len(one.present) for one in regions)
    expected = sum(one.expected for one in regions)
    sheets = _("{present} of {expected} sheets").format(present=present, expected=expected)
    open_ = sum(one.to_settle or 0 for one in regions)
    return sheets, _("{count} to settle").format(count=open_)


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
