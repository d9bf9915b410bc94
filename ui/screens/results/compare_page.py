"""Two to four regions side by side: their dimensions in one chart, all figures in one table."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named
from ui.charts.chart import Chart
from ui.theme import Status, enlarge, set_role
from ui.widgets.chart_card import ChartCard
from ui.widgets.message_page import MessagePage
from ui.widgets.words_table import Table, WordsTable

CHART_HEIGHT = 320
"""Pixels."""


@dataclass(frozen=True, slots=True)
class ComparisonContent:
    """What stands side by side, in the language in use."""

    notice: str
    chart: Chart
    table: Table


class ComparePage(QWidget):
    """Layout and what was asked for; decides nothing."""

    back_wanted = Signal()
    save_wanted = Signal(object)
    """The `Chart` to save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_comparison")
        self.back = named(QPushButton(), "comparison_back")
        self._title = QLabel()
        enlarge(self._title, 1.3)
        self._notice = named(QLabel(), "comparison_notice")
        self._notice.setWordWrap(True)
        set_role(self._notice, Status.NOTICE)
        self.card = ChartCard("comparison")
        self.card.setMinimumHeight(CHART_HEIGHT)
        self.table = WordsTable("comparison_table", sentences=None)
        self._message = MessagePage("comparison_message")
        self._stack, self._area = QStackedWidget(), named(QScrollArea(), "comparison_area")
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.card.save_wanted.connect(self.save_wanted)

    def show_content(self, content: ComparisonContent) -> None:
        """Show the regions."""
        self._notice.setText(content.notice)
        self._notice.setVisible(bool(content.notice))
        self.card.show_chart(content.chart, _("Dimensions"))
        self.table.show_table(content.table)
        self._stack.setCurrentWidget(self._area)

    def say(self, text: str, *, is_reading: bool = False) -> None:
        """Say why there is nothing to show."""
        self._message.say(text, is_reading=is_reading)
        self._stack.setCurrentWidget(self._message)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return (self.back, self.card, self.table)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.back.setText(_("All reg&ions"))
        self._title.setText(_("Side by side"))
        self.table.setAccessibleName(_("The figures of the regions side by side"))
        self.card.retranslate()
        self._message.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 4, 8, 4)
        for part in (self._notice, self.card, self.table):
            column.addWidget(part)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._message)
        above = QHBoxLayout()
        above.addWidget(self.back)
        above.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
