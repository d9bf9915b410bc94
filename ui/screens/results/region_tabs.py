"""The tabs of a region's page; each scrolls as a whole and never sideways."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import hint, named
from ui.charts.chart import Chart
from ui.widgets.chart_card import ChartCard
from ui.widgets.words_table import Table, WordsTable

SIDE_BY_SIDE: Final = 860
"""Pixels from which on two charts stand beside each other."""
CHART_HEIGHT: Final = 300


@dataclass(frozen=True, slots=True)
class FiguresContent:
    """The dimensions as a radar, and what each adds to the index."""

    radar: Chart
    bars: Chart


@dataclass(frozen=True, slots=True)
class ProgrammesContent:
    """The quick-win programmes with their scores."""

    hint: str
    table: Table
    details: tuple[str, ...]
    """What is said of each programme as HTML, row by row."""


@dataclass(frozen=True, slots=True)
class ChartContent:
    """A chart with a table below it: the spread of the panel, or the years."""

    hint: str
    heading: str
    chart: Chart | None
    """None where there is nothing to paint."""
    table: Table
    table_name: str
    """What a screen reader calls it."""


class _Tab(QScrollArea):
    """Scrolls upright only."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(2, 4, 8, 4)
        self.setWidget(inside)


class FiguresTab(_Tab):
    """Two charts, below each other where the window is narrow."""

    def __init__(self) -> None:
        super().__init__("result_figures")
        self.cards = (ChartCard("radar"), ChartCard("bars"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for card in self.cards:
            card.setMinimumHeight(CHART_HEIGHT)
            self._row.addWidget(card, 1)
        self.column.addLayout(self._row, 1)

    def show_content(self, content: FiguresContent) -> None:
        """Show a region's charts."""
        radar, bars = self.cards
        radar.show_chart(content.radar, _("Dimensions"))
        bars.show_chart(content.bars, _("Contributions to the index"))

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return self.cards

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        for card in self.cards:
            card.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts beside each other where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= SIDE_BY_SIDE
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)


class AccountTab(QWidget):
    """The derivation, to be read, selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("result_account")
        self.text = named(QTextBrowser(), "result_account_text")
        self.text.setOpenLinks(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self.text)

    def show_account(self, account: str) -> None:
        """Show a derivation from its beginning."""
        self.text.setHtml(account)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return (self.text,)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.text.setAccessibleName(_("Why this figure: the derivation line by line"))


class ProgrammesTab(_Tab):
    """The programmes, and everything about the one that is chosen."""

    def __init__(self) -> None:
        super().__init__("result_programmes")
        self._hint = named(hint(), "result_programmes_hint")
        self.table = WordsTable("result_programme_table", sentences=0)
        self.details = named(QTextBrowser(), "result_programme_details")
        self.details.setMinimumHeight(170)
        self._texts: tuple[str, ...] = ()
        for part in (self._hint, self.table):
            self.column.addWidget(part)
        self.column.addWidget(self.details, 1)
        self.table.selectionModel().currentChanged.connect(self._show_details)

    def show_content(self, content: ProgrammesContent) -> None:
        """Show a region's programmes."""
        self._hint.setText(content.hint)
        self._texts = content.details
        self.table.show_table(content.table)
        has_any = bool(content.table.rows)
        for part in (self.table, self.details):
            part.setVisible(has_any)
        if has_any:
            self.table.selectRow(0)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return (self.table, self.details) if self._texts else ()

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.table.setAccessibleName(_("Quick-win programmes with their scores"))
        self.details.setAccessibleName(_("The programme's scores and notes"))

    def _show_details(self, current: QModelIndex) -> None:
        if current.isValid():
            self.details.setHtml(self._texts[current.row()])


class ChartTab(_Tab):
    """A chart with a table below it."""

    def __init__(self, name: str, wide: int) -> None:
        """Make it; the column `wide` of the table has what the others leave."""
        super().__init__(f"result_{name}")
        self._hint = named(hint(), f"result_{name}_hint")
        self.card = ChartCard(name)
        self.card.setMinimumHeight(CHART_HEIGHT)
        self.table = WordsTable(f"result_{name}_table", sentences=wide)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.card, 1)
        self.column.addWidget(self.table)

    def show_content(self, content: ChartContent) -> None:
        """Show a region's chart and table, as far as there are any."""
        self._hint.setText(content.hint)
        self.card.setVisible(content.chart is not None)
        if content.chart is not None:
            self.card.show_chart(content.chart, content.heading)
        self.table.setVisible(bool(content.table.rows))
        self.table.show_table(content.table)
        self.table.setAccessibleName(content.table_name)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return tuple(part for part in (self.card, self.table) if part.isVisibleTo(self))

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.card.retranslate()
