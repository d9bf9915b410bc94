"""The left column: the round's regions, searched, filtered, chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from assessor.domain.ids import ParticipantId
from assessor.services.overview import RegionProgress
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.screens.walk.region_delegate import RegionDelegate
from ui.screens.walk.region_model import (
    PROGRESS_ROLE,
    RegionFilter,
    RegionModel,
    Show,
)
from ui.theme import set_role
from ui.widgets.search_field import SearchField
from ui.widgets.steady_choice import SteadyChoice


class RegionList(QWidget):
    """Search, filter, list, and how many of the regions are done."""

    chosen = Signal(object)
    """The `Participant` to open."""
    left = Signal()
    """The search was given up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("region_column")
        self._regions = RegionModel(self)
        self._filter = RegionFilter(self)
        self._filter.setSourceModel(self._regions)
        self._search = SearchField()
        self._show = SteadyChoice()
        self._view = _Regions()
        self._view.setModel(self._filter)
        self._count = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def model(self) -> RegionModel:
        """All regions, whatever is searched for."""
        return self._regions

    @property
    def view(self) -> QListView:
        """The list, for the focus."""
        return self._view

    def show_regions(self, regions: Sequence[RegionProgress]) -> None:
        """Show the regions of a round."""
        self._regions.show_regions(regions)
        self._say_count()

    def show_region(self, region: RegionProgress) -> None:
        """Show one region as it is now."""
        if self._regions.show_region(region):
            self._say_count()

    def select(self, participant: ParticipantId | None) -> None:
        """Show which region is open."""
        index = self._regions.index_of(participant)
        shown = self._filter.mapFromSource(index)
        if shown != self._view.currentIndex():
            self._view.setCurrentIndex(shown)
            self._view.scrollTo(shown, QListView.ScrollHint.PositionAtCenter)

    def jump(self) -> None:
        """Put the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._search.setPlaceholderText(_("Search region (Ctrl+K)"))
        self._search.setAccessibleName(_("Search for a region by name, code or province"))
        self._view.setAccessibleName(_("Regions of the round"))
        self._show.setAccessibleName(_("Which regions are shown"))
        names = (_("All regions"), _("Not started"), _("In progress"), _("Locked"))
        for place, name in enumerate(names):
            self._show.setItemText(place, name)
        self._say_count()
        self._view.viewport().update()

    def _lay_out(self) -> None:
        self._search.setObjectName("region_search")
        self._search.setClearButtonEnabled(True)
        self._show.setObjectName("region_filter")
        for show in Show:
            self._show.addItem("", show)
        self._view.setObjectName("regions")
        self._count.setObjectName("region_count")
        set_role(self._count, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.setSpacing(6)
        for part in (self._search, self._show, self._view, self._count):
            layout.addWidget(part)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._filter.search)
        self._search.textChanged.connect(self._say_count)
        self._search.returnPressed.connect(self._choose_first)
        self._search.down_pressed.connect(self._view.setFocus)
        self._search.left.connect(self._give_up)
        self._show.currentIndexChanged.connect(self._filter_by)
        self._view.clicked.connect(self._choose)
        self._view.entered_with_key.connect(self._choose)

    def _filter_by(self, place: int) -> None:
        self._filter.show_only(list(Show)[place])
        self._say_count()

    def _choose_first(self) -> None:
        progress = self._filter.index(0, 0).data(PROGRESS_ROLE)
        if progress is not None:
            self._search.clear()
            self.chosen.emit(progress.participant)

    def _choose(self, index: QModelIndex) -> None:
        progress = index.data(PROGRESS_ROLE)
        if progress is not None:
            self.chosen.emit(progress.participant)

    def _give_up(self) -> None:
        self._search.clear()
        self.left.emit()

    def _say_count(self) -> None:
        total = self._regions.rowCount()
        shown = self._filter.rowCount()
        words = _("{locked} of {total} locked").format(locked=self._regions.locked, total=total)
        if shown == 0 and total:
            words = _("No region matches. Clear the search, or choose “All regions”.")
        elif shown < total:
            words = (
                ngettext("{shown} region shown", "{shown} regions shown", shown).format(shown=shown)
                + f" · {words}"
            )
        self._count.setWordWrap(True)
        self._count.setText(words)


class _Regions(QListView):
    """Enter opens the current region."""

    entered_with_key = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setItemDelegate(RegionDelegate(self))
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
