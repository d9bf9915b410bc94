"""The file and what it is, its rows, and the tables taken in before."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.instrument import Instrument
from assessor.domain.records import Region
from assessor.domain.taking_in import CheckedRow, TakenTable
from assessor.services.published import PublishedPreview
from resources.i18n import gettext as _
from resources.i18n import language
from ui.building import ProblemLine, fit_to_screen, hint, named, set_up_rows
from ui.screens.last_year.decision import DecisionBar
from ui.screens.last_year.model import FIGURES, RowsModel, order_of
from ui.screens.last_year.words import summary, table_text
from ui.theme import set_role
from ui.widgets.steady_choice import SteadyChoice
from ui.wording import confidence_text

SIZE: Final = (1120, 640)
FIGURE_WIDTH: Final = 96
"""Pixels; the texts share the rest, and are whole in their tooltips."""
TABLES_HEIGHT: Final = 76
YEARS: Final = range(2017, 2100)
"""The programme began in 2017."""
TABLE: Final = Qt.ItemDataRole.UserRole


class LastYearView(QDialog):
    """Layout and what was asked for; decides nothing."""

    file_wanted = Signal()
    instrument_chosen = Signal(str)
    year_chosen = Signal(int)
    take_in_wanted = Signal()
    take_back_wanted = Signal(str)
    """The id of a table."""

    def __init__(self, parent: QWidget | None, regions: Sequence[Region]) -> None:
        super().__init__(parent)
        self.setObjectName("last_year")
        fit_to_screen(self, *SIZE)
        self._instruments: tuple[Instrument, ...] = ()
        self._preview: PublishedPreview | None = None
        self._intro = hint()
        self._labels = [QLabel() for _field in range(3)]
        self._path = named(QLineEdit(), "table_file")
        self._path.setReadOnly(True)
        self._browse = named(QPushButton(), "choose_table")
        self._instrument = named(SteadyChoice(), "instrument")
        self._year = named(QSpinBox(), "year")
        self._year.setRange(YEARS[0], YEARS[-1])
        self._source = named(QLineEdit(), "source")
        self._model = RowsModel(self)
        self._rows = _rows_table(self._model)
        self.decision = DecisionBar(regions)
        self._summary, self._problem = hint(), ProblemLine("problem")
        self._tables_label = QLabel()
        self._tables = named(QListWidget(), "taken_tables")
        self._take_back, self._take_in, self._close = (
            named(QPushButton(), name) for name in ("take_back", "take_in", "close")
        )
        self._connect()
        self._lay_out()
        self.show_preview(None)
        self.retranslate()

    @property
    def source(self) -> str:
        """What was typed as the letter's number."""
        return self._source.text()

    def show_instruments(self, instruments: Sequence[Instrument], chosen: str) -> None:
        """Offer the instruments, each with how sure it is."""
        self._instruments = tuple(instruments)
        self._name_instruments()
        self._instrument.setCurrentIndex(max(self._instrument.findData(chosen), 0))

    def show_year(self, year: int) -> None:
        """Show which year the table is of, without telling anybody."""
        with QSignalBlocker(self._year):
            self._year.setValue(year)

    def show_file(self, path: Path) -> None:
        """Name the file that is looked at."""
        self._path.setText(str(path))
        self._path.setToolTip(str(path))

    def show_preview(self, preview: PublishedPreview | None) -> None:
        """Show every row and what happens to it; None where no table is looked at.

        A row that waits for a person is chosen first.
        """
        self._preview = preview
        rows = () if preview is None else preview.rows
        chosen = self._chosen()
        self._model.show_rows(rows, order_of(rows))
        is_open = preview is not None and bool(preview.undecided)
        self._choose(None if chosen is None or is_open else chosen.place)
        may_take = preview is not None and bool(preview.taken) and not preview.undecided
        self._take_in.setEnabled(may_take)
        self._summary.setText("" if preview is None else summary(preview))

    def show_waiting(self) -> None:
        """Say that the rows are recomputed; nothing is taken in meanwhile."""
        self._take_in.setEnabled(False)
        self._summary.setText(_("Reading the figures…"))

    def show_tables(self, tables: Sequence[TakenTable]) -> None:
        """List what was taken in."""
        self._tables.clear()
        for table in tables:
            item = QListWidgetItem(table_text(table))
            item.setData(TABLE, table.id)
            item.setToolTip(item.text())
            self._tables.addItem(item)
        self._tables.setCurrentRow(0)
        self._take_back.setEnabled(bool(tables))

    def show_taken_in(self, table: TakenTable) -> None:
        """Say what was taken in, and look at no file any more."""
        self._path.clear()
        self._source.clear()
        self.show_preview(None)
        self._summary.setText(_("Taken in: {table}").format(table=table_text(table)))
        self._close.setFocus()

    def show_problem(self, text: str) -> None:
        """Say what stands in the way."""
        self._problem.tell(text)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("Import last year's table"))
        self._intro.setText(
            _(
                "A published table with the ministry's headings, .xlsx or .csv. Each row is "
                "recomputed before anything is taken in; the improvements of the year after then "
                "follow from it."
            )
        )
        names = (_("Table"), _("&Instrument"), _("&Letter, where known"))
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self._path.setAccessibleName(_("File of the table"))
        self._browse.setText(_("&Choose file…"))
        self._year.setAccessibleName(_("Year of the table"))
        self._year.setToolTip(_("Year of the table"))
        self._source.setPlaceholderText(_("Number of the letter; without it the file's name"))
        self._rows.setAccessibleName(_("Rows of the table"))
        self._tables_label.setText(_("Taken in so far"))
        self._tables.setAccessibleName(_("Tables taken in so far"))
        self._take_back.setText(_("Take &back…"))
        self._take_in.setText(_("&Take in"))
        self._close.setText(_("Close"))
        self.decision.retranslate()
        self._model.retranslate()
        self._name_instruments()
        if self._preview is not None:
            self._summary.setText(summary(self._preview))

    def _name_instruments(self) -> None:
        chosen = self._instrument.currentData()
        self._instrument.clear()
        for one in self._instruments:
            name = f"{one.name.in_language(language())} – {confidence_text(one.confidence)}"
            self._instrument.addItem(name, one.id)
        if chosen is not None:
            self._instrument.setCurrentIndex(max(self._instrument.findData(chosen), 0))

    def _chosen(self) -> CheckedRow | None:
        return self._model.row_at(self._rows.currentIndex().row())

    def _choose(self, place: int | None) -> None:
        """Choose the row at `place` of the table again, or the first one."""
        numbers = range(self._model.rowCount())
        rows = ((number, self._model.row_at(number)) for number in numbers)
        found = next((number for number, one in rows if one and one.place == place), 0)
        self._rows.setCurrentIndex(self._model.index(found, 0))
        self.decision.show_row(self._chosen())

    def _connect(self) -> None:
        self._browse.clicked.connect(self.file_wanted)
        self._instrument.activated.connect(
            lambda: self.instrument_chosen.emit(self._instrument.currentData())
        )
        self._rows.selectionModel().currentRowChanged.connect(
            lambda: self.decision.show_row(self._chosen())
        )
        self._year.valueChanged.connect(self.year_chosen)
        self._take_in.clicked.connect(self.take_in_wanted)
        self._take_back.clicked.connect(self._want_back)
        self._close.clicked.connect(self.reject)

    def _want_back(self) -> None:
        item = self._tables.currentItem()
        if item is not None:
            self.take_back_wanted.emit(item.data(TABLE))

    def _lay_out(self) -> None:
        form = QGridLayout()
        fields = (self._path, self._instrument, self._source)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
        form.addWidget(self._browse, 0, 2)
        form.addWidget(self._year, 1, 2)
        self._tables.setFixedHeight(TABLES_HEIGHT)
        before = QHBoxLayout()
        before.addWidget(self._tables, 1)
        before.addWidget(self._take_back, alignment=Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._take_in)
        set_role(self._take_in, "primary")
        self._take_in.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._intro)
        layout.addLayout(form)
        layout.addWidget(self._rows, 1)
        for below in (self.decision, self._summary, self._problem, self._tables_label):
            layout.addWidget(below)
        layout.addLayout(before)
        layout.addLayout(buttons)


def _rows_table(model: RowsModel) -> QTableView:
    table = named(QTableView(), "table_rows")
    table.setModel(model)
    set_up_rows(table)
    table.setWordWrap(False)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for column in FIGURES:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(column, FIGURE_WIDTH)
    return table
