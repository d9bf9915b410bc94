"""The first page: regions on the left, the open region's panel beside them."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named
from ui.screens.panel.answer_lines import Show
from ui.screens.panel.answer_table import AnswerTable
from ui.screens.panel.region_header import RegionHeader
from ui.screens.panel.region_list import RegionList
from ui.screens.panel.said_page import SaidPage
from ui.screens.panel.settle_form import SettleForm
from ui.theme import set_role
from ui.widgets.steady_choice import SteadyChoice

REGION_WIDTH: Final = 268
TABLE_HEIGHT: Final = 300
BELOW_HEIGHT: Final = 190
LEAST_HEIGHT: Final = 70
ROOM_FOR_REGIONS: Final = 760
"""Pixels of the whole page; below, the regions are folded away while a panel is open."""
EMPTY_MARGIN: Final = 120
"""Pixels beside a sentence that stands alone; longer lines are tiring to read."""


class PanelPage(QWidget):
    """Layout and what was asked for; decides nothing."""

    filtered = Signal()
    """Other questions are to be shown."""
    walk_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_page")
        self.regions = RegionList()
        self.header = RegionHeader()
        self.table = AnswerTable()
        self.said = SaidPage()
        self.form = SettleForm()
        self._show = named(SteadyChoice(), "panel_question_filter")
        for show in Show:
            self._show.addItem("", show)
        self._count = named(QLabel(), "panel_question_count")
        set_role(self._count, "hint")
        self._text = named(QLabel(), "panel_empty")
        self._walk = named(QPushButton(), "open_own_assessment")
        self._stack = QStackedWidget()
        self._figures, self._empty = QWidget(), QWidget()
        self.columns = named(QSplitter(Qt.Orientation.Horizontal), "panel_columns")
        self.rows = named(QSplitter(Qt.Orientation.Vertical), "panel_rows")
        self.below = named(QSplitter(Qt.Orientation.Horizontal), "panel_below")
        self._lay_out()
        self._show.currentIndexChanged.connect(self.filtered)
        self._walk.clicked.connect(self.walk_wanted)
        self.form.left.connect(self.table.setFocus)

    @property
    def show_only(self) -> Show:
        """Which questions are wanted."""
        return list(Show)[self._show.currentIndex()]

    def show_figures(self, count: str) -> None:
        """Show the panel; `count` says how many of its questions stand there."""
        self._count.setText(count)
        self._stack.setCurrentWidget(self._figures)
        self.fold_regions_if_narrow()

    def show_empty(self, text: str, *, offer_walk: bool = False) -> None:
        """Say why there is no panel to see, and what to do."""
        self._text.setText(text)
        self._walk.setVisible(offer_walk)
        self._stack.setCurrentWidget(self._empty)
        self.regions.show()

    def fold_regions_if_narrow(self) -> None:
        """Give the room of the regions to the panel where it is scarce; searching shows them."""
        is_open = self._stack.currentWidget() is self._figures
        self.regions.setVisible(not is_open or self.width() >= ROOM_FOR_REGIONS)

    def jump(self) -> None:
        """Let a region be searched for."""
        self.regions.show()
        self.regions.jump()

    def allow_settling(self, is_allowed: bool) -> None:
        """Offer to settle while a question is current."""
        self.form.setEnabled(is_allowed)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, from left to right."""
        candidates = (self.regions.view, self.table, self.said, self.form.value, self._walk)
        return tuple(part for part in candidates if part.isVisible() and part.isEnabled())

    def splitters(self) -> tuple[QSplitter, ...]:
        """Return what keeps the sizes of the parts."""
        return (self.columns, self.rows, self.below)

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        for part in (self.regions, self.header, self.table, self.said, self.form):
            part.retranslate()
        names = (
            _("All questions"),
            _("Differs by 2 or more, or not applicable against a score"),
            _("Still to settle"),
        )
        for place, name in enumerate(names):
            self._show.setItemText(place, name)
        self._show.setAccessibleName(_("Which questions are shown"))
        self._walk.setText(_("&Open my assessment"))

    def _lay_out(self) -> None:
        self._lay_out_figures()
        self._lay_out_empty()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._figures)
        self.columns.addWidget(self.regions)
        self.columns.addWidget(self._stack)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes([REGION_WIDTH, 4 * REGION_WIDTH])
        for splitter in self.splitters():
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)

    def _lay_out_figures(self) -> None:
        self.below.addWidget(self.said)
        # A long reason must not press the table together: the form scrolls where it is too high.
        around = named(QScrollArea(), "settle_area")
        around.setWidget(self.form)
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around.setMinimumWidth(self.form.minimumSizeHint().width() + 40)
        self.below.addWidget(around)
        self.below.setSizes([500, 500])
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.below)
        self.rows.setStretchFactor(0, 1)
        self.rows.setSizes([TABLE_HEIGHT, BELOW_HEIGHT])
        for part in (self.table, self.below):
            part.setMinimumHeight(LEAST_HEIGHT)
        choice = QHBoxLayout()
        choice.addWidget(self._show)
        choice.addWidget(self._count, 1)
        layout = QVBoxLayout(self._figures)
        layout.setContentsMargins(6, 8, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self.header)
        layout.addLayout(choice)
        layout.addWidget(self.rows, 1)

    def _lay_out_empty(self) -> None:
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self._empty)
        layout.setContentsMargins(EMPTY_MARGIN, 0, EMPTY_MARGIN, 0)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(self._walk, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the regions away where there is no room, and back."""
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if (before < ROOM_FOR_REGIONS) != (now < ROOM_FOR_REGIONS):
            self.fold_regions_if_narrow()
