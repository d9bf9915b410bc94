"""A new round on one page: its facts and cohorts on the left, its regions on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
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
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._left(), 1)
        body.addWidget(self.regions, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._create)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(body, 1)
        layout.addLayout(foot)

    def _left(self) -> QScrollArea:
        column = QWidget()
        layout = QVBoxLayout(column)
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
        area.setWidget(column)
        return area
