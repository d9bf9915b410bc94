"""A round's cohorts: their names, their instruments, and how sure those are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.instrument import Instrument
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.building import hint, named, narrow_box
from ui.theme import enlarge, set_role
from ui.wording import confidence_status, confidence_text, weights_text

LIST_HEIGHT = 72


@dataclass(frozen=True, slots=True)
class CohortLine:
    """What the list shows of a cohort."""

    name: str
    instrument: Instrument
    size: int


class CohortPanel(QWidget):
    """Layout and what was asked for; decides nothing."""

    selected = Signal(int)
    added = Signal()
    removed = Signal()
    renamed = Signal(str)
    instrument_chosen = Signal(str)
    instrument_file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cohorts")
        self._instruments: tuple[Instrument, ...] = ()
        self._chosen: Instrument | None = None
        self._lines: tuple[CohortLine, ...] = ()
        self._title, self._hint = QLabel(), hint()
        enlarge(self._title, 1.2)
        self._list = named(QListWidget(), "cohort_list")
        self._list.setFixedHeight(LIST_HEIGHT)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # A line that is too long ends in dots; all of it stands in the fields and in its tooltip.
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add = named(QPushButton(), "add_cohort")
        self._remove = named(QPushButton(), "remove_cohort")
        self._name_label, self._instrument_label = QLabel(), QLabel()
        self._name = named(QLineEdit(), "cohort_name")
        self._instrument = narrow_box(named(QComboBox(), "instrument"))
        self._from_file = named(QPushButton(), "instrument_file")
        self._name_label.setBuddy(self._name)
        self._instrument_label.setBuddy(self._instrument)
        self._sure, self._weights, self._source = QLabel(), QLabel(), hint()
        self._weights.setWordWrap(True)
        self._connect()
        self._lay_out()
        self.retranslate()

    def offer(self, instruments: Sequence[Instrument]) -> None:
        """Offer the instruments a cohort can be scored with."""
        self._instruments = tuple(instruments)
        self._fill_instruments()

    def show_cohorts(self, lines: Sequence[CohortLine], current: int) -> None:
        """Show all cohorts, and the fields of the current one."""
        self._lines = tuple(lines)
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([""] * len(lines))
        self._name_lines()
        self._list.setCurrentRow(current)
        self._list.blockSignals(False)
        self._remove.setEnabled(len(lines) > 1)
        shown = lines[current]
        if self._name.text() != shown.name:
            self._name.setText(shown.name)
        self._chosen = shown.instrument
        self._fill_instruments()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("Cohorts and instruments"))
        self._hint.setText(_("Every cohort is scored with an instrument of its own."))
        self._list.setAccessibleName(_("Cohorts"))
        self._add.setText(_("&Add cohort"))
        self._remove.setText(_("&Remove cohort"))
        self._name_label.setText(_("&Cohort"))
        self._instrument_label.setText(_("&Instrument"))
        self._from_file.setText(_("Add instrument from file…"))
        self._name_lines()
        self._fill_instruments()

    def _name_lines(self) -> None:
        for row, line in enumerate(self._lines):
            item = self._list.item(row)
            item.setText(_line_text(line))
            item.setToolTip(item.text())

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self.selected)
        self._add.clicked.connect(self.added)
        self._remove.clicked.connect(self.removed)
        self._name.textEdited.connect(self.renamed)
        self._instrument.activated.connect(
            lambda place: self.instrument_chosen.emit(self._instruments[place].id)
        )
        self._from_file.clicked.connect(self.instrument_file_wanted)

    def _fill_instruments(self) -> None:
        self._instrument.clear()
        for one in self._instruments:
            sure = confidence_text(one.confidence)
            self._instrument.addItem(f"{one.name.in_language(language())} – {sure}")
        chosen = self._chosen
        self._instrument.setCurrentIndex(
            next((n for n, one in enumerate(self._instruments) if one == chosen), -1)
        )
        self._instrument.setToolTip(self._instrument.currentText())
        if chosen is not None:
            self._sure.setText(confidence_text(chosen.confidence))
            set_role(self._sure, confidence_status(chosen.confidence))
            self._weights.setText(weights_text(chosen))
            self._source.setText(chosen.source.in_language(language()))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        fields = QGridLayout()
        fields.setColumnStretch(1, 1)
        fields.addWidget(self._name_label, 0, 0)
        fields.addWidget(self._name, 0, 1)
        fields.addWidget(self._instrument_label, 1, 0)
        fields.addWidget(self._instrument, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        layout.addLayout(fields)
        for label in (self._sure, self._weights, self._source):
            layout.addWidget(label)
        layout.addWidget(self._from_file, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()


def _line_text(line: CohortLine) -> str:
    return ngettext(
        "{cohort}: {number} region, {instrument}",
        "{cohort}: {number} regions, {instrument}",
        line.size,
    ).format(
        cohort=line.name or _("(no name)"),
        number=line.size,
        instrument=line.instrument.name.in_language(language()),
    )
