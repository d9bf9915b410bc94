"""Saying of the chosen row which region it means."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from assessor.domain.records import Region
from assessor.domain.taking_in import SKIPPED, CheckedRow, RowState
from resources.i18n import gettext as _
from ui.building import named, narrow_box
from ui.widgets.steady_choice import SteadyChoice

UNDECIDED: Final = "undecided"
LEFT_OUT: Final = "left out"


class DecisionBar(QWidget):
    """Offers what the name may mean first, then every region; chooses nothing by itself."""

    decided = Signal(int, object)
    """The row's place, and the region meant or None to leave it out."""

    def __init__(self, regions: Sequence[Region]) -> None:
        super().__init__()
        self._regions = {one.id: one for one in regions}
        self._row: CheckedRow | None = None
        self._label = QLabel()
        self._choice = narrow_box(named(SteadyChoice(), "region_meant"))
        self._label.setBuddy(self._choice)
        self._choice.activated.connect(self._decide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._choice, 1)
        self.show_row(None)

    def show_row(self, row: CheckedRow | None) -> None:
        """Ask about `row`; nothing is asked about one that is skipped anyway."""
        self._row = row
        is_asked = row is not None and (row.state not in SKIPPED or row.state is RowState.LEFT_OUT)
        self.setEnabled(is_asked)
        self._choice.clear()
        if row is not None and is_asked:
            self._fill(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        name = "" if self._row is None else self._row.row.name
        text = _("The row “{name}” &means") if name else _("The chosen row &means")
        self._label.setText(text.format(name=name))
        self._choice.setAccessibleName(self._label.text().replace("&", ""))

    def _fill(self, row: CheckedRow) -> None:
        self._choice.addItem(_("Please choose…"), UNDECIDED)
        self._choice.addItem(_("Leave it out"), LEFT_OUT)
        suggested = [*([row.match.region] if row.match.region else []), *row.match.suggestions]
        others = [one for one in self._regions.values() if one not in suggested]
        for region in suggested:
            self._choice.addItem(f"{region.name}, {region.province}", region.id)
        self._choice.insertSeparator(self._choice.count())
        for region in others:
            self._choice.addItem(f"{region.name}, {region.province}", region.id)
        meant = row.region.id if row.region else UNDECIDED
        shown = LEFT_OUT if row.state is RowState.LEFT_OUT else meant
        self._choice.setCurrentIndex(max(self._choice.findData(shown), 0))

    def _decide(self) -> None:
        chosen = self._choice.currentData()
        if self._row is None or chosen == UNDECIDED:
            return
        self.decided.emit(self._row.place, self._regions.get(chosen))
