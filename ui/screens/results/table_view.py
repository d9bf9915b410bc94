"""The table of results on the screen: every column in view, whatever the width."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.screens.results.columns import Fixed
from ui.screens.results.model import ResultsFilter
from ui.theme import set_role

NARROW: Final = 900
"""Pixels; below them the column of cohorts gives way, the tooltip still names it."""
PADDING: Final = 26
ARROW: Final = 18
"""What the sign of the sorting takes beside a heading."""


class ResultsTableView(QTableView):
    """Figures get what they need, headings and the regions' names what is left."""

    def __init__(self, shown: ResultsFilter) -> None:
        super().__init__()
        self.has_cohorts = False
        """Whether the round has more than one cohort."""
        self._filter = shown
        self._least: list[int] = []
        """What the longest text of each column needs."""
        self.setModel(shown)
        set_role(self, "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sortIndicatorChanged.connect(self._fit)

    def measure(self) -> None:
        """Find out how wide the texts are, and share the width out."""
        advance, lines = self.fontMetrics().horizontalAdvance, self._filter.results.lines
        self._least = [
            PADDING + max((advance(line.texts[place]) for line in lines), default=0)
            for place in range(len(self._filter.results.columns))
        ]
        self._fit()

    def _fit(self) -> None:
        results, room = self._filter.results, self.viewport().width()
        if not self._least:
            return
        cohort, region = results.column_of(Fixed.COHORT), results.column_of(Fixed.REGION)
        self.setColumnHidden(cohort, not self.has_cohorts or room < NARROW)
        widths = dict(enumerate(self._least))
        if self.isColumnHidden(cohort):
            del widths[cohort]
        spare = room - sum(widths.values())
        for place, width in tuple(widths.items()):
            more = max(min(spare, self._heading(place) - width), 0)
            widths[place] += more
            spare -= more
        widths[region] = max(widths[region] + spare, PADDING)
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def _heading(self, place: int) -> int:
        """Return what a heading needs to be read whole."""
        header = self.horizontalHeader()
        words = self._filter.results.columns[place].heading()
        arrow = ARROW if header.sortIndicatorSection() == place else 0
        return header.fontMetrics().horizontalAdvance(words) + PADDING + arrow

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
