"""The versions of one assessment as a table: fields down, before and each side across."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFont

from assessor.domain.edits import Field, Value, value_score
from assessor.domain.figures import NOTHING
from assessor.domain.ids import ProgrammeId
from assessor.domain.merging.comparing import Compared
from assessor.domain.merging.versions import Origin, Version
from assessor.domain.records import NarrativeSection
from resources.i18n import gettext as _
from resources.i18n import language
from ui.screens.merge.decision_items import ForkItem
from ui.screens.merge.row_table import NO_PARENT, ROLE, Index
from ui.theme import Status, status_colour

FIELD: Final = 0
BEFORE: Final = 1
FIRST_SIDE: Final = 2
HEADING_LENGTH: Final = 19
CHOSEN: Final = "● "
"""Before what stands after the merge."""


class ForkModel(QAbstractTableModel):
    """One row for each field that differs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._item: ForkItem | None = None

    @property
    def fields(self) -> Sequence[Compared]:
        """The rows."""
        return () if self._item is None else self._item.fields

    @property
    def sides(self) -> Sequence[Version]:
        """What is compared, a column each."""
        return () if self._item is None else self._item.fork.sides

    def show_item(self, item: ForkItem | None) -> None:
        """Show the versions of `item`; the same ones with other decisions keep their places."""
        before, self._item = self._item, item
        if before is not None and item is not None and _shape(before) == _shape(item):
            last = self.index(len(item.fields) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row for each field."""
        return 0 if parent.isValid() else len(self.fields)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """The field, what stood before, each side, and what will stand."""
        return 0 if parent.isValid() or self._item is None else FIRST_SIDE + len(self.sides) + 1

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return a cell: what is chosen bears a sign and is bold."""
        if self._item is None or not index.isValid():
            return None
        field = self.fields[index.row()]
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            text = self._text(field, index.column())
            return text if role == ROLE.ToolTipRole else text.replace("\n", " ¶ ")
        if role == ROLE.FontRole and self._is_chosen(field, index.column()):
            font = QFont()
            font.setBold(True)
            return font
        is_open = field.conflict is not None and field.joined is None
        if role == ROLE.ForegroundRole and is_open and index.column() == self.columnCount() - 1:
            return status_colour(Status.NOTICE)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return the heading of a column; a side is named by its file and when it was saved."""
        if self._item is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if role not in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return None
        if FIRST_SIDE <= section < self.columnCount() - 1:
            name, *when = side_name(self.sides[section - FIRST_SIDE]).split("\n")
            shown = name if role == ROLE.ToolTipRole else shortened(name, HEADING_LENGTH)
            return "\n".join((shown, *when))
        return {FIELD: _("Field"), BEFORE: _("Stood before")}.get(section, _("Will stand"))

    def _is_chosen(self, field: Compared, column: int) -> bool:
        if not FIRST_SIDE <= column < self.columnCount() - 1:
            return False
        value = field.values[column - FIRST_SIDE]
        return value not in (None, "") and value == field.joined

    def _text(self, field: Compared, column: int) -> str:
        if self._item is None or column == FIELD:
            return "" if self._item is None else field_name(self._item, field)
        if column == BEFORE:
            return value_text(field, field.base)
        if column < self.columnCount() - 1:
            sign = CHOSEN if self._is_chosen(field, column) else ""
            return sign + value_text(field, field.values[column - FIRST_SIDE])
        if field.conflict is not None and field.joined is None:
            return _("choose one")
        return value_text(field, field.joined)


def field_name(item: ForkItem, compared: Compared) -> str:
    """Return what a field is: score or note, and of which question or programme."""
    address = compared.address
    contents = (*(side.content for side in item.fork.sides), item.fork.base)
    programmes = {one.id: one.name for content in contents for one in content.programmes}
    if address.field is Field.NARRATIVE:
        return {
            NarrativeSection.WEAKNESSES: _("Weaknesses"),
            NarrativeSection.STRENGTHS: _("Strengths"),
            NarrativeSection.RECOMMENDATIONS: _("Recommendations"),
        }[NarrativeSection(address.subject)]
    if address.answer is None:
        name = programmes.get(ProgrammeId(address.subject), address.subject)
        return ": ".join((_("Note"), name))
    kind = _("Score") if address.field is Field.SCORE else _("Note")
    question = item.instrument.questions.get(address.answer.question)
    words = address.subject if question is None else question.text.in_language(language())
    programme = programmes.get(address.answer.programme or ProgrammeId(""), "")
    return f"{kind}: {programme} – {words}" if programme else f"{kind}: {words}"


def value_text(compared: Compared, value: Value) -> str:
    """Return a value in words; an en dash for nothing."""
    if compared.address.field is not Field.SCORE:
        return str(value or NOTHING)
    score = value_score(value)
    if score.is_not_applicable:
        return _("not applicable: {reason}").format(reason=score.reason)
    return NOTHING if score.points is None else str(score.points)


def side_name(side: Version) -> str:
    """Return where a version comes from and when it was written, for people."""
    when = "" if side.at is None else f"{side.at.astimezone():%d.%m.%Y %H:%M}"
    source = side.source or _("This workspace")
    if side.origin is Origin.DECISION:
        source = _("Decided before")
    return "\n".join(part for part in (source, when) if part)


def shortened(name: str, length: int) -> str:
    """Return a file's name in few letters, its end kept: that is where names differ."""
    return name if len(name) <= length else "…" + name[1 - length :]


def _shape(item: ForkItem) -> tuple[object, ...]:
    return (item.fork.assessment, len(item.fork.sides), [one.address for one in item.fields])
