"""How far the assessors of a round agree, as two tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assessor.domain.agreement import MINIMUM_PAIRS, Agreement, Leaning, Tendency
from assessor.domain.figures import show, show_signed
from assessor.domain.krippendorff import MINIMUM_UNITS, Alpha, NoAlpha
from assessor.services.agreement import RoundAgreement
from resources.i18n import gettext as _
from resources.i18n import language, ngettext

Index = QModelIndex | QPersistentModelIndex
NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words, its first column naming the rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: frozenset[int] = frozenset({0})
    """Columns of sentences, which stand at the left."""


NOTHING_YET: Final = Table((), ())


class WordsModel(QAbstractTableModel):
    """Shows a `Table`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = NOTHING_YET

    def show_table(self, table: Table) -> None:
        """Show `table` in place of the one before."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, tooltip, accessible text and alignment."""
        if not index.isValid():
            return None
        row, column = self._table.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[0]}, {self._table.headings[column]}: {row[column]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column in self._table.left)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section in self._table.left)
        return None


def alpha_table(found: RoundAgreement) -> Table:
    """Return Krippendorff's alpha, overall and for each dimension, or why there is none."""
    return Table(
        headings=(
            _("Dimension"),
            _("Alpha"),
            _("Compared"),
            _("Scores in them"),
            _("What it rests on"),
        ),
        rows=tuple(
            (name, show(one.alpha.value), str(one.alpha.units), str(one.alpha.scores), _rests(one))
            for name, one in _parts(found)
        ),
        left=frozenset({0, 4}),
    )


def leaning_table(found: RoundAgreement) -> Table:
    """Return how far each assessor lies above or below the others of their panels."""
    parts = tuple(_parts(found))
    return Table(
        headings=(_("Assessor"), *(name for name, _one in parts)),
        rows=tuple(
            (who.name, *(_leaning_text(one.leanings[place]) for _name, one in parts))
            for place, who in enumerate(found.assessors)
        ),
    )


def tendency_text(tendency: Tendency) -> str:
    """Return where an assessor stands, in a word."""
    return {
        Tendency.STRICT: _("stricter"),
        Tendency.IN_LINE: _("in line"),
        Tendency.LENIENT: _("more lenient"),
    }[tendency]


def _parts(found: RoundAgreement) -> Iterable[tuple[str, Agreement]]:
    yield _("All dimensions"), found.overall
    for one in found.dimensions:
        yield one.name.in_language(language()), one.agreement


def _rests(agreement: Agreement) -> str:
    alpha = agreement.alpha
    if alpha.refusal is NoAlpha.TOO_FEW:
        return _too_few(alpha)
    if alpha.refusal is NoAlpha.NO_VARIATION:
        return _(
            "No alpha: everybody gave the same value everywhere, "
            "so nothing shows whether they tell regions apart."
        )
    return _("Enough questions were scored by two or more assessors.")


def _too_few(alpha: Alpha) -> str:
    words = ngettext(
        "No alpha: {found} question was scored by two or more assessors, {needed} are needed. "
        "A figure would be chance.",
        "No alpha: {found} questions were scored by two or more assessors, {needed} are needed. "
        "A figure would be chance.",
        alpha.units,
    )
    return words.format(found=alpha.units, needed=MINIMUM_UNITS)


def _leaning_text(leaning: Leaning) -> str:
    """Return the difference with what it amounts to, and below it the number of pairs."""
    if not leaning.pairs:
        return "\n".join((show(None), _("no pairs")))
    difference = show_signed(leaning.difference)
    tendency = leaning.tendency
    if tendency is None:
        words = _("too few: {pairs} of {needed}")
        return "\n".join((difference, words.format(pairs=leaning.pairs, needed=MINIMUM_PAIRS)))
    pairs = ngettext("{pairs} pair", "{pairs} pairs", leaning.pairs).format(pairs=leaning.pairs)
    return "\n".join((f"{difference} {tendency_text(tendency)}", pairs))


def _side(is_left: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignHCenter
    return side | Qt.AlignmentFlag.AlignVCenter
