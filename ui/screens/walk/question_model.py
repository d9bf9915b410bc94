"""The questions of a step as a table model: read-only, edits go through the services."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from assessor.domain.figures import NOTHING
from assessor.domain.score import AnswerKey, Score
from resources.i18n import gettext as _
from ui.screens.walk.lines import PROVISIONAL_MARK, GroupLine, Line, QuestionLine

Index = QModelIndex | QPersistentModelIndex

NO_PARENT: Final = QModelIndex()


class Column(IntEnum):
    """What stands in the columns."""

    NUMBER = 0
    QUESTION = 1
    SCORE = 2
    NOTE = 3
    EVIDENCE = 4
    MARK = 5
    PREVIOUS = 6


def score_text(score: Score) -> str:
    """Return a score in words for a screen reader, an en dash for none."""
    if score.is_not_applicable:
        return _("not applicable: {reason}").format(reason=score.reason)
    return NOTHING if score.points is None else str(score.points)


class QuestionModel(QAbstractTableModel):
    """Lines of questions under headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._rows: dict[AnswerKey, int] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> bool:
        """Show `lines`; returns whether other questions stand there now than before.

        Rows come and go at the end only: a reset would have the headers drawn anew as well.
        """
        new, old = tuple(lines), self._lines
        is_same = len(new) == len(old) and all(map(_is_same, new, old))
        if not is_same:
            self._rows = {
                line.key: row for row, line in enumerate(new) if isinstance(line, QuestionLine)
            }
        self._resize(new)
        self._lines = new
        stayed = range(min(len(new), len(old)))
        changed = [row for row in stayed if new[row] != old[row]]
        if changed:
            first, last = self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1)
            self.dataChanged.emit(first, last)
        return not is_same

    def _resize(self, new: tuple[Line, ...]) -> None:
        """Have as many rows as `new`; those that stay are left as they are."""
        had, has = len(self._lines), len(new)
        if has > had:
            self.beginInsertRows(QModelIndex(), had, has - 1)
            self._lines += new[had:]
            self.endInsertRows()
        elif has < had:
            self.beginRemoveRows(QModelIndex(), has, had - 1)
            self._lines = self._lines[:has]
            self.endRemoveRows()

    def line(self, row: int) -> Line | None:
        """Return the line in `row`, None outside."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def question(self, row: int) -> QuestionLine | None:
        """Return the question in `row`, None at a heading and outside."""
        line = self.line(row)
        return line if isinstance(line, QuestionLine) else None

    def row_of(self, key: AnswerKey) -> int | None:
        """Return the row of a question, None where it is not shown."""
        return self._rows.get(key)

    def question_rows(self) -> list[int]:
        """Return the rows that are no headings."""
        return list(self._rows.values())

    def retranslate(self) -> None:
        """Show the headers in the language in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen only."""
        return _SEEN_ONLY if self.question(index.row()) is None else _CHOSEN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text, accessible text and tooltip."""
        line = self.line(index.row())
        if line is None or role not in _ANSWERED:
            return None
        if isinstance(line, GroupLine):
            return line.text if index.column() == Column.NUMBER else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _accessible(line, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(line, Column(index.column()))
        return _text(line, Column(index.column()))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (Column.QUESTION, Column.NOTE):
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in _NAMED:
            return None
        short, long = _header(Column(section))
        return short if role == Qt.ItemDataRole.DisplayRole else long


_SEEN_ONLY: Final = Qt.ItemFlag.NoItemFlags
_CHOSEN: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ANSWERED: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
_NAMED: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def _is_same(one: Line, other: Line) -> bool:
    """Return whether both are the same heading or ask the same question."""
    if isinstance(one, GroupLine) or isinstance(other, GroupLine):
        return one == other
    return one.key == other.key and one.context == other.context and one.text == other.text


def _text(line: QuestionLine, column: Column) -> str:
    answer = line.answer
    return {
        Column.NUMBER: str(line.number),
        Column.QUESTION: line.text,
        Column.SCORE: score_text(answer.score),
        Column.NOTE: answer.note,
        Column.EVIDENCE: str(line.evidence) if line.evidence else "",
        Column.MARK: _("marked") if answer.is_marked else "",
        Column.PREVIOUS: line.previous or NOTHING,
    }[column]


def _accessible(line: QuestionLine, column: Column) -> str:
    if column is Column.SCORE:
        return _("Question {number}: {question}. Score: {score}").format(
            number=line.number, question=line.text, score=score_text(line.answer.score)
        )
    _short, name = _header(column)
    text = f"{name}: {_text(line, column) or NOTHING}"
    provisional = _why_provisional(line, column)
    return f"{text}. {provisional}" if provisional else text


def _tool_tip(line: QuestionLine, column: Column) -> str:
    if column is Column.SCORE and line.answer.score.is_not_applicable:
        return score_text(line.answer.score)
    if column is Column.QUESTION:
        return f"{line.context}\n{line.text}"
    return _text(line, column) if column is Column.NOTE else _why_provisional(line, column)


def _why_provisional(line: QuestionLine, column: Column) -> str:
    """Return what the mark behind last year's value means, "" where there is none."""
    if column is not Column.PREVIOUS or not line.previous.endswith(PROVISIONAL_MARK):
        return ""
    return _("Provisional: last year's panel lacks an assessor, a score or a lock.")


def _header(column: Column) -> tuple[str, str]:
    """Return the word that fits over the column, and the whole name."""
    return {
        Column.NUMBER: (_("No"), _("Number")),
        Column.QUESTION: (_("Question"), _("Question")),
        Column.SCORE: (_("Score"), _("Score, 0 to 4 or not applicable")),
        Column.NOTE: (_("Note"), _("Note")),
        Column.EVIDENCE: (_("Ev."), _("Pieces of evidence")),
        Column.MARK: ("", _("Marked to come back to")),
        Column.PREVIOUS: (_("Before"), _("What was scored last year")),
    }[column]
