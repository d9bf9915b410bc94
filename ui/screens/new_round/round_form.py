"""The facts of a round: year, stage, name, letter, days."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named, narrow_box
from ui.theme import enlarge

YEARS: Final = (2017, 2099)
STAGES: Final = ("", "Tahap I", "Tahap II")
"""As letters name them; a paper is Indonesian whatever the window's language."""
PLACES: Final = {
    "name": (0, 0, 3),
    "year": (1, 0, 1),
    "stage": (1, 2, 1),
    "letter_number": (2, 0, 3),
    "letter_date": (3, 0, 3),
    "starts_on": (4, 0, 1),
    "ends_on": (4, 2, 1),
}
"""Row, column of the label, and over how many columns the field reaches; the order of Tab too."""
FIELDS: Final = ("name", "letter_number", "letter_date", "starts_on", "ends_on")


@dataclass(frozen=True, slots=True)
class RoundFields:
    """The fields as typed; the days are not read yet."""

    year: int
    name: str = ""
    stage: str = ""
    letter_number: str = ""
    letter_date: str = ""
    starts_on: str = ""
    ends_on: str = ""


class RoundForm(QWidget):
    """Fields with their labels; decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("round_form")
        self._title = QLabel()
        enlarge(self._title, 1.2)
        self._lines = {name: named(QLineEdit(), name) for name in FIELDS}
        self._year = _year_box()
        self._stage = named(QComboBox(), "stage")
        self._stage.addItems(STAGES)
        narrow_box(self._stage)
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        fields: dict[str, QWidget] = {"year": self._year, "stage": self._stage, **self._lines}
        for name, (row, column, width) in PLACES.items():
            label = QLabel()
            label.setBuddy(fields[name])
            self._labels[name] = label
            grid.addWidget(label, row, column)
            grid.addWidget(fields[name], row, column + 1, 1, width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addLayout(grid)
        self.retranslate()

    def fields(self) -> RoundFields:
        """Return what stands in the fields."""
        texts = {name: line.text() for name, line in self._lines.items()}
        stage = STAGES[self._stage.currentIndex()]
        return RoundFields(year=self._year.value(), stage=stage, **texts)

    def show_fields(self, fields: RoundFields) -> None:
        """Fill in the fields."""
        self._year.setValue(fields.year)
        self._stage.setCurrentIndex(STAGES.index(fields.stage))
        for name, line in self._lines.items():
            line.setText(str(getattr(fields, name)))

    def go_to(self, name: str) -> None:
        """Put the cursor into a field, its text selected."""
        self._lines[name].setFocus()
        self._lines[name].selectAll()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("The round"))
        texts = {
            "year": _("&Year"),
            "stage": _("S&tage"),
            "name": _("Na&me"),
            "letter_number": _("&Letter number"),
            "letter_date": _("Letter &date"),
            "starts_on": _("Fr&om"),
            "ends_on": _("&Until"),
        }
        for name, text in texts.items():
            self._labels[name].setText(text)
        self._stage.setItemText(0, _("one stage only"))
        self._lines["letter_date"].setPlaceholderText(_("day/month/year, may stay empty"))
        self._lines["starts_on"].setPlaceholderText(_("first day"))
        self._lines["ends_on"].setPlaceholderText(_("last day"))
        self._lines["letter_number"].setPlaceholderText(_("may stay empty"))


def _year_box() -> QSpinBox:
    box = named(QSpinBox(), "year")
    box.setRange(*YEARS)
    # A style sheet's padding does not reach the text of a spin box.
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box
