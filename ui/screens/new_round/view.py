"""A new round on one page: its facts and cohorts on the left, its regions on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.records import Region
from resources.i18n import gettext as _
from ui.building import ProblemLine, named
from ui.screens.new_round.cohort_panel import CohortPanel
from ui.screens.new_round.region_panel import RegionPanel
from ui.screens.new_round.round_form import RoundForm
from ui.theme import enlarge, set_role

LEFT_WIDTH = 440
LEAST_LEFT_WIDTH = 352
ROOM_FOR_TWO_COLUMNS = 800
"""Pixels; on a narrower window, a laptop at 200 %, the regions stand below and all scrolls."""
LEAST_REGIONS_HEIGHT = 330
NO_LIMIT = 16_777_215


class NewRoundView(QWidget):
    """Layout and what was asked for; decides nothing."""

    created = Signal()
    cancelled = Signal()
    published_round_wanted = Signal(int)
    """The year of the published round to fill in."""

    def __init__(self, regions: tuple[Region, ...]) -> None:
        super().__init__()
        self.setObjectName("new_round_screen")
        self._title = QLabel()
        enlarge(self._title, 1.5)
        self.form = RoundForm()
        self.cohorts = CohortPanel()
        self.regions = RegionPanel(regions)
        self._fill_in = named(QPushButton(), "fill_in")
        self._years = QMenu(self)
        self._years.setObjectName("published_rounds")
        self._fill_in.setMenu(self._years)
        self._problem = ProblemLine("problem")
        self._create = named(QPushButton(), "create_round")
        self._cancel = named(QPushButton(), "cancel")
        set_role(self._create, "primary")
        self._create.clicked.connect(self.created)
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.retranslate()

    def offer_published(self, years: tuple[int, ...]) -> None:
        """Offer to fill in a round that was published."""
        for year in years:
            entry = self._years.addAction(str(year))
            entry.triggered.connect(lambda _on, year=year: self.published_round_wanted.emit(year))

    def show_problem(self, text: str) -> None:
        """Say what stands in the way; the fields stay as typed."""
        self._problem.tell(text)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("New round"))
        self._fill_in.setText(_("Fill in a published round"))
        self._create.setText(_("&Start round"))
        self._cancel.setText(_("Cancel"))
        for part in (self.form, self.cohorts, self.regions):
            part.retranslate()
        self.show_problem("")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._fill_in)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._create)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._build_body(), 1)
        layout.addLayout(foot)

    def _build_body(self) -> QScrollArea:
        self._left = self._build_left()
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self._body.addWidget(self._left, 1)
        self._body.addWidget(self.regions, 2)
        area = named(QScrollArea(), "round_body")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(body)
        return area

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put facts and regions below each other, or side by side."""
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        facts = self._facts.sizeHint().height() if is_narrow else 0
        self._left.setMinimumHeight(facts)
        self._left.setMaximumWidth(NO_LIMIT if is_narrow else LEFT_WIDTH)
        self.regions.setMinimumHeight(LEAST_REGIONS_HEIGHT if is_narrow else 0)

    def _build_left(self) -> QScrollArea:
        self._facts = QWidget()
        layout = QVBoxLayout(self._facts)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(18)
        layout.addWidget(self.form)
        layout.addWidget(self.cohorts)
        layout.addStretch()
        area = named(QScrollArea(), "round_facts")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setMinimumWidth(LEAST_LEFT_WIDTH)
        area.setMaximumWidth(LEFT_WIDTH)
        area.setWidget(self._facts)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything reachable on a narrow window."""
        self._arrange(is_narrow=event.size().width() < ROOM_FOR_TWO_COLUMNS)
        super().resizeEvent(event)
