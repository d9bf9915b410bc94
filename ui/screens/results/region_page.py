"""A region's page: its figures, why they are what they are, programmes, panel, years."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named
from ui.screens.results.region_head import HeadContent, RegionHead
from ui.screens.results.region_tabs import (
    AccountTab,
    ChartContent,
    ChartTab,
    FiguresContent,
    FiguresTab,
    ProgrammesContent,
    ProgrammesTab,
)
from ui.widgets.message_page import MessagePage


@dataclass(frozen=True, slots=True)
class RegionContent:
    """Everything on the page, in the language in use."""

    head: HeadContent
    figures: FiguresContent
    account: str
    """The derivation as HTML."""
    programmes: ProgrammesContent
    panel: ChartContent
    years: ChartContent


class RegionPage(QWidget):
    """Layout and what was asked for; decides nothing."""

    back_wanted = Signal()
    step_wanted = Signal(int)
    """1 for the next region of the table, -1 for the one before."""
    print_wanted = Signal()
    save_wanted = Signal(object)
    """The `Chart` to save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_region")
        self.back = named(QPushButton(), "result_back")
        self._previous = named(QPushButton(), "result_previous")
        self._next = named(QPushButton(), "result_next")
        self.print = named(QPushButton(), "result_print")
        self._head = RegionHead()
        self.tabs = named(QTabBar(), "result_tabs")
        self.figures, self.account = FiguresTab(), AccountTab()
        self.programmes = ProgrammesTab()
        self.panel, self.years = ChartTab("panel_spread", wide=0), ChartTab("years", wide=3)
        self._pages = QStackedWidget()
        self._message = MessagePage("result_message")
        self._stack = QStackedWidget()
        self._content = QWidget()
        self._lay_out()
        self._connect()

    def show_content(self, content: RegionContent) -> None:
        """Show a region; the tab that is open stays open."""
        self._head.show_content(content.head)
        self.figures.show_content(content.figures)
        self.account.show_account(content.account)
        self.programmes.show_content(content.programmes)
        self.panel.show_content(content.panel)
        self.years.show_content(content.years)
        self.print.setEnabled(True)
        self._stack.setCurrentWidget(self._content)
        if self.back.hasFocus():
            self.tabs.setFocus()

    def say(self, text: str, *, is_reading: bool = False) -> None:
        """Say why there is nothing to show."""
        self.print.setEnabled(False)
        self._message.say(text, is_reading=is_reading)
        self._stack.setCurrentWidget(self._message)

    def say_firmness(self, text: str) -> None:
        """Say how firmly the rank stands; "" while that is not known."""
        self._head.say_firmness(text)

    def switch_tab(self, places: int) -> None:
        """Open the next tab, after the last one the first."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + places) % self.tabs.count())

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        if self._stack.currentWidget() is self._message:
            return (self.back,)
        open_ = self._tabs()[self.tabs.currentIndex()]
        return (self.back, self.tabs, *open_.parts())

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.back.setText(_("All reg&ions"))
        self._previous.setText(_("Previo&us"))
        self._previous.setToolTip(_("The region above in the table"))
        self._next.setText(_("Ne&xt"))
        self._next.setToolTip(_("The region below in the table"))
        self.print.setText(_("Prin&t…"))
        self.print.setToolTip(_("Print the score summary with this derivation"))
        self.tabs.setAccessibleName(_("What is shown of the region"))
        names = (
            _("Figures"),
            _("Why this figure"),
            _("Quick wins"),
            _("Panel"),
            _("Years"),
        )
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        for tab in self._tabs():
            tab.retranslate()
        self._message.retranslate()

    def _tabs(self) -> tuple[FiguresTab | AccountTab | ProgrammesTab | ChartTab, ...]:
        return (self.figures, self.account, self.programmes, self.panel, self.years)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self._previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.print.clicked.connect(self.print_wanted)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        for card in (*self.figures.cards, self.panel.card, self.years.card):
            card.save_wanted.connect(self.save_wanted)

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for tab in self._tabs():
            self._pages.addWidget(tab)
            self.tabs.addTab("")
        above = QHBoxLayout()
        for button in (self.back, self._previous, self._next):
            above.addWidget(button)
        above.addStretch()
        above.addWidget(self.print)
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(4)
        for part in (self._head, self.tabs):
            content.addWidget(part)
        content.addWidget(self._pages, 1)
        self._stack.addWidget(self._content)
        self._stack.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
