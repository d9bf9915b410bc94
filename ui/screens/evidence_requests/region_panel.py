"""Which regions are asked, with what is missing of each."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assessor.services.evidence_requests import EvidenceGaps
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import hint, named
from ui.screens.evidence_requests.gap_model import GapModel, Index
from ui.widgets.entry_list import LINE_FACTOR

LEAST_HEIGHT = 110
"""Pixels."""


class _Rows(QStyledItemDelegate):
    """Rows high enough for their tick."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row the same height."""
        del index
        return QSize(0, round(option.fontMetrics.height() * LINE_FACTOR))


class RegionPanel(QWidget):
    """The list; the current region is the one whose letter is shown."""

    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = GapModel(self)
        self._title, self._number = QLabel(), hint()
        self._list = named(QListView(), "regions_to_ask")
        self._list.setModel(self.model)
        self._list.setMinimumHeight(LEAST_HEIGHT)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title.setBuddy(self._list)
        self._all, self._none = (named(QPushButton(), name) for name in ("tick_all", "tick_none"))
        self._all.clicked.connect(lambda: self.model.tick_all(is_ticked=True))
        self._none.clicked.connect(lambda: self.model.tick_all(is_ticked=False))
        self._list.selectionModel().currentChanged.connect(self.current_changed)
        self.model.ticked_changed.connect(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        buttons = QHBoxLayout()
        for part in (self._number, self._all, self._none):
            buttons.addWidget(part, 1 if part is self._number else 0)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)

    @property
    def current(self) -> EvidenceGaps | None:
        """The region that is shown."""
        return self.model.gaps_at(self._list.currentIndex())

    def show_gaps(self, gaps: tuple[EvidenceGaps, ...]) -> None:
        """Show these regions, the same one current as before where it is still there."""
        row = self._list.currentIndex().row()
        self.model.show_gaps(gaps)
        again = self.model.index(row) if 0 <= row < len(gaps) else self.model.first_asked_for()
        self._list.setCurrentIndex(again)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("Regions"))
        self._list.setAccessibleName(_("Regions to ask for evidence"))
        self._all.setText(_("Tick all"))
        self._none.setText(_("Tick none"))
        self.model.retranslate()

    def _count(self) -> None:
        ticked, all_ = len(self.model.ticked()), self.model.can_be_ticked()
        words = ngettext("{ticked} of {all} ticked", "{ticked} of {all} ticked", all_)
        self._number.setText(words.format(ticked=ticked, all=all_))
