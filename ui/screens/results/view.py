"""How the screen is laid out: results and rank robustness; the results in three pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named
from ui.screens.results.compare_page import ComparePage
from ui.screens.results.region_page import RegionPage
from ui.screens.results.robustness_page import RobustnessPage
from ui.screens.results.table_page import TablePage


class ResultsView(QWidget):
    """Pages and the ways between them; decides nothing."""

    page_changed = Signal()
    back_wanted = Signal()
    """Back to scoring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.table, self.region, self.comparison = TablePage(), RegionPage(), ComparePage()
        self.robustness = RobustnessPage()
        self._results = QStackedWidget()
        for page in (self.table, self.region, self.comparison):
            self._results.addWidget(page)
        self._tabs = named(QTabBar(), "results_tabs")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._back = named(QPushButton(), "results_back")
        self._pages = QStackedWidget()
        for part in (self._results, self.robustness):
            self._pages.addWidget(part)
            self._tabs.addTab("")
        self._lay_out()
        self._tabs.currentChanged.connect(self._show_page)
        self._back.clicked.connect(self.back_wanted)

    @property
    def shows_robustness(self) -> bool:
        """Whether the second page is in front."""
        return self._pages.currentWidget() is self.robustness

    def show_results(self, page: TablePage | RegionPage | ComparePage) -> None:
        """Bring one of the results' pages to the front, and the focus into it."""
        self._results.setCurrentWidget(page)
        self._tabs.setCurrentIndex(0)
        parts = page.parts()
        parts[1 if page is self.table else 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_page(self) -> None:
        """Bring the other page to the front, and the focus into it."""
        self._tabs.setCurrentIndex(1 - self._tabs.currentIndex())
        self.focus_part(1)

    def focus_part(self, places: int) -> None:
        """Go to the next part of the page, after the last one to the first."""
        parts = self._parts()
        focus = QApplication.focusWidget()
        here = [
            place
            for place, part in enumerate(parts)
            if focus is not None and (part is focus or part.isAncestorOf(focus))
        ]
        part = parts[((here[0] if here else -1) + places) % len(parts)]
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        for page in (self.table, self.region, self.comparison, self.robustness):
            page.retranslate()
        self._tabs.setAccessibleName(_("Results or rank robustness"))
        self._tabs.setTabText(0, _("Results of the round"))
        self._tabs.setTabText(1, _("Rank robustness"))
        self._back.setText(_("Back to scorin&g"))

    def _parts(self) -> tuple[QWidget, ...]:
        if self.shows_robustness:
            return (self._tabs, self.robustness.table)
        for page in (self.table, self.region, self.comparison):
            if page is self._results.currentWidget():
                return page.parts()
        return (self._tabs,)

    def _show_page(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self.page_changed.emit()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 4, 8, 0)
        above.addWidget(self._tabs)
        above.addStretch()
        above.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(above)
        layout.addWidget(self._pages, 1)
