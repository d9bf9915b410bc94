"""The table of results on the screen: every column in view, whatever the width."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.building import set_up_rows
from ui.screens.results.columns import Fixed
from ui.screens.results.model import ResultsFilter
from ui.theme import set_role

NARROW: Final = 900
"""Pixels; below them cells stand close and the column of cohorts gives way to a tooltip."""
PADDING: Final = 26
CLOSE: Final = 10
"""What a cell needs beside its text; the latter in a narrow table."""
NARROWEST: Final = 30
"""Pixels of any column, so that its heading at least begins."""
LEAST: Final = {Fixed.REGION: 130, Fixed.STATE: 62, Fixed.IMPROVEMENT: 52}
"""Pixels to which columns shrink, one after the other, where nothing else helps."""
ARROW: Final = 18
"""What the sign of the sorting takes beside a heading."""


class ResultsTableView(QTableView):
    """Figures get what they need, headings and the regions' names what is left."""

    def __init__(self, shown: ResultsFilter) -> None:
        super().__init__()
        self.has_cohorts = False
        """Whether the round has more than one cohort."""
        self._filter = shown
        self._texts: list[int] = []
        """How wide the longest text of each column is."""
        self.setModel(shown)
        set_up_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sortIndicatorChanged.connect(self._fit)

    def measure(self) -> None:
        """Find out how wide the texts are, and share the width out."""
        advance, lines = self.fontMetrics().horizontalAdvance, self._filter.results.lines
        self._texts = [
            max((advance(line.texts[place]) for line in lines), default=0)
            for place in range(len(self._filter.results.columns))
        ]
        self._fit()

    def _fit(self) -> None:
        if not self._texts:
            return
        results, room = self._filter.results, self.viewport().width()
        is_narrow, cohort = room < NARROW, results.column_of(Fixed.COHORT)
        set_role(self, "" if is_narrow else "rows")
        self.setColumnHidden(cohort, not self.has_cohorts or is_narrow)
        padding = CLOSE if is_narrow else PADDING
        widths = {
            place: max(width + padding, NARROWEST)
            for place, width in enumerate(self._texts)
            if not self.isColumnHidden(place)
        }
        spare = room - sum(widths.values())
        spare = self._widen(widths, spare) if spare > 0 else self._shrink(widths, spare)
        widths[results.column_of(Fixed.REGION)] += max(spare, 0)
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def _widen(self, widths: dict[int, int], spare: int) -> int:
        """Give headings what they lack; return what is left."""
        for place, width in tuple(widths.items()):
            more = max(min(spare, self._heading(place) - width), 0)
            widths[place] += more
            spare -= more
        return spare

    def _shrink(self, widths: dict[int, int], spare: int) -> int:
        """Take what is lacking from columns of words; return what is lacking still."""
        for kind, least in LEAST.items():
            place = self._filter.results.column_of(kind)
            less = max(min(-spare, widths[place] - least), 0)
            widths[place] -= less
            spare += less
        return spare

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
