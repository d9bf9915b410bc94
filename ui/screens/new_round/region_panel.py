"""Choosing a cohort's regions: search, check, a published list, pasted names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import RegionId
from assessor.domain.records import Region, RegionKind
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import named
from ui.screens.new_round.region_model import NAME, RegionFilter, RegionModel
from ui.theme import enlarge
from ui.wording import kind_text


@dataclass(frozen=True, slots=True)
class PublishedList:
    """The regions of a cohort as a letter lists them."""

    year: int
    cohort: str
    size: int


class RegionPanel(QWidget):
    """Layout and what was asked for; decides nothing."""

    toggled = Signal(int, bool)
    shown_chosen = Signal(object)
    """The ids of all regions the search shows."""
    cleared = Signal()
    published_chosen = Signal(object)
    """A `PublishedList`."""
    names_wanted = Signal()

    def __init__(self, regions: tuple[Region, ...]) -> None:
        super().__init__()
        self.setObjectName("regions")
        self._model = RegionModel(regions)
        self._filter = RegionFilter(self._model)
        self._chosen: frozenset[RegionId] = frozenset()
        self._lists: tuple[PublishedList, ...] = ()
        self._title, self._count = QLabel(), QLabel()
        enlarge(self._title, 1.2)
        self.search = named(QLineEdit(), "search_region")
        self.search.setClearButtonEnabled(True)
        self._kinds = named(QComboBox(), "region_kind")
        self._only_chosen = named(QCheckBox(), "only_chosen")
        self._table = self._build_table()
        self._published = named(QPushButton(), "published_list")
        self._menu = QMenu(self)
        self._menu.setObjectName("published_lists")
        self._published.setMenu(self._menu)
        self._paste = named(QPushButton(), "paste_names")
        self._all = named(QPushButton(), "choose_shown")
        self._clear = named(QPushButton(), "clear_regions")
        self._connect()
        self._lay_out()
        self.retranslate()

    def offer(self, lists: Sequence[PublishedList]) -> None:
        """Offer the published lists of regions."""
        self._lists = tuple(lists)
        self._fill_menu()

    def show_chosen(self, chosen: frozenset[RegionId], cohorts: Mapping[RegionId, str]) -> None:
        """Check the cohort's regions; `cohorts` names every chosen region's cohort."""
        self._chosen = chosen
        self._model.show_chosen(chosen, cohorts)
        self._show_only()
        self._show_count()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("Participating regions"))
        self.search.setPlaceholderText(_("Search by name or province"))
        self.search.setAccessibleName(_("Search by name or province"))
        self._kinds.setAccessibleName(_("Kind of region"))
        self._only_chosen.setText(_("Chosen o&nly"))
        self._table.setAccessibleName(_("Regions; the space bar chooses one"))
        self._published.setText(_("Published list"))
        self._published.setToolTip(_("Add the regions that a letter lists"))
        self._paste.setText(_("&Paste names…"))
        self._all.setText(_("Choose all shown"))
        self._clear.setText(_("Choose none"))
        kept = max(self._kinds.currentIndex(), 0)
        self._kinds.blockSignals(True)
        self._kinds.clear()
        self._kinds.addItems([_("All"), *(kind_text(kind) for kind in RegionKind)])
        self._kinds.setCurrentIndex(kept)
        self._kinds.blockSignals(False)
        self._model.retranslate()
        self._fill_menu()
        self._show_count()

    def _build_table(self) -> QTableView:
        table = named(QTableView(), "region_table")
        table.setModel(self._filter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return table

    def _connect(self) -> None:
        self._model.toggled.connect(self.toggled)
        self.search.textChanged.connect(self._filter.search)
        self._kinds.currentIndexChanged.connect(self._show_kind)
        self._only_chosen.toggled.connect(self._show_only)
        self._table.activated.connect(lambda _index: self._toggle())
        self._paste.clicked.connect(self.names_wanted)
        self._all.clicked.connect(lambda: self.shown_chosen.emit(self._filter.shown()))
        self._clear.clicked.connect(self.cleared)

    def _toggle(self) -> None:
        """Enter on a row does what the space bar does."""
        place = self._table.currentIndex().siblingAtColumn(NAME)
        is_checked = place.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
        self._filter.setData(place, new, Qt.ItemDataRole.CheckStateRole)

    def _show_kind(self, place: int) -> None:
        self._filter.show_kind(tuple(RegionKind)[place - 1] if place > 0 else None)

    def _show_only(self) -> None:
        self._filter.show_only(self._chosen if self._only_chosen.isChecked() else None)

    def _show_count(self) -> None:
        number = len(self._chosen)
        self._count.setText(
            ngettext("{number} region chosen", "{number} regions chosen", number).format(
                number=number
            )
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        for published in self._lists:
            text = ngettext(
                "{year} {cohort} ({number} region)",
                "{year} {cohort} ({number} regions)",
                published.size,
            ).format(year=published.year, cohort=published.cohort, number=published.size)
            entry = self._menu.addAction(text.replace("&", "&&"))
            entry.triggered.connect(
                lambda _on, published=published: self.published_chosen.emit(published)
            )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._count)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self._kinds)
        filters.addWidget(self._only_chosen)
        # Two and two, so that the panel can be narrow on a screen at 150 %.
        buttons = QGridLayout()
        places = ((0, 0), (0, 1), (1, 0), (1, 1))
        for button, place in zip(
            (self._published, self._paste, self._all, self._clear), places, strict=True
        ):
            buttons.addWidget(button, *place)
        buttons.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addLayout(filters)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
