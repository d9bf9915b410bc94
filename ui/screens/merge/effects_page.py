"""What merging does, or did, to the regions: index and rank before and after, and which file."""

from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QObject, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from assessor.domain.figures import NOTHING, show
from assessor.domain.merging.report import AssessmentChange, RegionEffect
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import hint, named
from ui.screens.merge.row_table import NO_PARENT, ROLE, Index, give_widths, plain_table

SORT: Final = Qt.ItemDataRole.UserRole
LAST: Final = 1_000_000
"""Sorts a region without a rank after all that have one."""
WIDTHS: Final = (210, 150, 115, 115, 140, 145, 80, None)


class Column(IntEnum):
    """What stands in the columns."""

    REGION = 0
    SHEETS = 1
    FINAL_BEFORE = 2
    FINAL_AFTER = 3
    RANK_BEFORE = 4
    RANK_AFTER = 5
    MOVE = 6
    FILES = 7


class EffectModel(QAbstractTableModel):
    """One row for each region that changes or moves."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.effects: tuple[RegionEffect, ...] = ()

    def show_effects(self, effects: Sequence[RegionEffect]) -> None:
        """Show `effects` in place of those before."""
        self.beginResetModel()
        self.effects = tuple(effects)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row for each region."""
        return 0 if parent.isValid() else len(self.effects)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return a cell's text, or what it is sorted by."""
        if not index.isValid():
            return None
        effect, column = self.effects[index.row()], Column(index.column())
        if role == ROLE.DisplayRole:
            return _text(effect, column)
        if role == ROLE.ToolTipRole:
            is_files = column is Column.FILES
            return "\n".join(effect.files) if is_files else _text(effect, column)
        if role == SORT:
            return _sort_key(effect, column)
        if role == ROLE.TextAlignmentRole and Column.SHEETS < column < Column.MOVE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role == ROLE.TextAlignmentRole and Column.SHEETS < section < Column.MOVE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != ROLE.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            _("Region"),
            _("Sheets"),
            _("Index before"),
            _("Index after"),
            _("Rank before"),
            _("Rank after"),
            _("Moves"),
            _("Moved by"),
        )[section]


class EffectsPage(QWidget):
    """A table, and the region that is chosen in full."""

    def __init__(self) -> None:
        super().__init__()
        self._model = EffectModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT)
        self.table = plain_table("effects_table", self._sorted)
        self.table.setSortingEnabled(True)
        self._hint, self._detail = hint(), named(QLabel(), "effect_detail")
        self._detail.setWordWrap(True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.selectionModel().currentChanged.connect(self._show_detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._detail)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.table,)

    def show_effects(self, effects: Sequence[RegionEffect]) -> None:
        """Show what changes, sorted as before; by the new rank at first."""
        is_first = not self._model.effects
        self._model.show_effects(effects)
        self.table.setVisible(bool(effects))
        give_widths(self.table, WIDTHS)
        if is_first:
            self.table.sortByColumn(Column.RANK_AFTER, Qt.SortOrder.AscendingOrder)
        if effects:
            self.table.selectRow(0)
        self._show_hint()
        self._show_detail()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.table.setAccessibleName(_("Regions that change"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._show_hint()
        self._show_detail()

    def _show_hint(self) -> None:
        number = len(self._model.effects)
        some = ngettext(
            "{number} region changes or moves. Nothing stands in the workspace before you merge.",
            "{number} regions change or move. Nothing stands in the workspace before you merge.",
            number,
        ).format(number=number)
        self._hint.setText(some if number else _("No region changes."))

    def _show_detail(self) -> None:
        index = self._sorted.mapToSource(self.table.currentIndex())
        self._detail.setText(_detail(self._model.effects[index.row()]) if index.isValid() else "")


def rank_move(effect: RegionEffect) -> str:
    """Return by how many places a region rises or falls, with a sign for it."""
    if effect.rank_before is None or effect.rank_after is None:
        is_new = effect.rank_after is not None
        return _("new") if is_new else NOTHING
    rise = effect.rank_before - effect.rank_after
    if rise == 0:
        return "="
    return f"▲ {rise}" if rise > 0 else f"▼ {-rise}"


def sheets_text(changes: Sequence[AssessmentChange]) -> str:
    """Return how many assessments are added and how many replaced."""
    added = sum(one.revision_before is None for one in changes)
    replaced = len(changes) - added
    parts = []
    if added:
        parts.append(ngettext("{number} added", "{number} added", added).format(number=added))
    if replaced:
        text = ngettext("{number} replaced", "{number} replaced", replaced)
        parts.append(text.format(number=replaced))
    return ", ".join(parts) or NOTHING


def _text(effect: RegionEffect, column: Column) -> str:
    names = [Path(one).name for one in effect.files]
    files = ", ".join(names[:1]) + (f" (+{len(names) - 1})" if len(names) > 1 else "")
    return (
        effect.name,
        sheets_text(effect.assessments),
        _figure(effect, effect.final_before),
        _figure(effect, effect.final_after),
        str(effect.rank_before or NOTHING),
        str(effect.rank_after or NOTHING),
        rank_move(effect),
        files or NOTHING,
    )[column]


def _figure(effect: RegionEffect, final: str | None) -> str:
    if effect.is_hidden:
        return _("hidden")
    return NOTHING if final is None else show(Decimal(final))


def _sort_key(effect: RegionEffect, column: Column) -> object:
    if column in (Column.RANK_BEFORE, Column.RANK_AFTER):
        rank = effect.rank_before if column is Column.RANK_BEFORE else effect.rank_after
        return rank or LAST
    if column in (Column.FINAL_BEFORE, Column.FINAL_AFTER):
        final = effect.final_before if column is Column.FINAL_BEFORE else effect.final_after
        return float(final or -1)
    if column is Column.MOVE:
        return (effect.rank_after or LAST) - (effect.rank_before or LAST)
    if column is Column.SHEETS:
        return len(effect.assessments)
    return _text(effect, column)


def _detail(effect: RegionEffect) -> str:
    lines = []
    if effect.is_hidden:
        lines.append(_("Its figures are hidden until you lock your own assessment of it."))
    for one in sorted(effect.assessments, key=lambda change: change.assessor):
        text = (
            _("{assessor}: added as revision {after}, {changed} fields.")
            if one.revision_before is None
            else _("{assessor}: revision {before} → {after}, {changed} fields change.")
        )
        lines.append(
            text.format(
                assessor=one.assessor,
                before=one.revision_before,
                after=one.revision_after,
                changed=one.changed,
            )
        )
    if effect.programmes:
        names = ", ".join(effect.programmes)
        lines.append(_("Programmes added or changed: {names}.").format(names=names))
    if not effect.assessments:
        lines.append(_("Others overtake it or fall behind it; none of its own sheets changes."))
    if effect.files:
        names = ", ".join(Path(one).name for one in effect.files)
        lines.append(_("Moved by: {names}").format(names=names))
    return "\n".join(lines)
