"""A list with headings: the keys and the mouse stop at its entries only."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The whole `Entry`."""
MARGIN: Final = 8
LINE_FACTOR: Final = 1.7
"""Height of a line in heights of its text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `key` says what it stands for; without one it is a heading."""

    text: str
    detail: str = ""
    """Stands at the right end."""
    key: Hashable | None = None
    is_quiet: bool = False
    """Offers something instead of naming it; shown weaker."""

    @property
    def is_heading(self) -> bool:
        """Whether the line only names what follows."""
        return self.key is None


class EntryModel(QAbstractListModel):
    """Entries in the order they were given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> bool:
        """Show `entries`; returns whether lines came or went, so that a current one is lost."""
        new = tuple(entries)
        if [entry.key for entry in new] != [entry.key for entry in self._entries]:
            self.beginResetModel()
            self._entries = new
            self.endResetModel()
            return True
        old, self._entries = self._entries, new
        for row, (before, now) in enumerate(zip(old, new, strict=True)):
            if before != now:
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def entry(self, index: Index) -> Entry | None:
        """Return the entry at `index`, None at none."""
        return self._entries[index.row()] if index.isValid() else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return where `key` stands, an invalid index if it is not there."""
        rows = (row for row, entry in enumerate(self._entries) if entry.key == key)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for text and accessible text, and the entry itself under ENTRY_ROLE."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text} {entry.detail}".strip()
        return entry if role == ENTRY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen only."""
        entry = self.entry(index)
        if entry is None or entry.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Paints a heading or an entry with its detail at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint in the palette's colours."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        painter.setFont(option.font)
        inner = option.rect.adjusted(MARGIN if entry.is_heading else 2 * MARGIN, 0, -MARGIN, 0)
        # A heading cannot be chosen, but it is no weaker for that.
        role = _text_role(entry, is_current=is_current)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
        _draw(painter, inner, entry)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.WindowText), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every line the same height."""
        del index
        return QSize(0, round(option.fontMetrics.height() * LINE_FACTOR))


def _text_role(entry: Entry, *, is_current: bool) -> QPalette.ColorRole:
    if is_current:
        return QPalette.ColorRole.HighlightedText
    return QPalette.ColorRole.PlaceholderText if entry.is_quiet else QPalette.ColorRole.Text


def _draw(painter: QPainter, inner: QRect, entry: Entry) -> None:
    font = painter.font()
    font.setBold(entry.is_heading)
    painter.setFont(font)
    middle = Qt.AlignmentFlag.AlignVCenter
    metrics = painter.fontMetrics()
    if entry.detail:
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, entry.detail)
        inner = inner.adjusted(0, 0, -metrics.horizontalAdvance(entry.detail) - MARGIN, 0)
    text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, text)


class EntryList(QListView):
    """Shows entries; Enter and a click choose one."""

    chosen = Signal(object)
    """The key of the entry."""
    current_changed = Signal(object)
    """The key of the entry that the user moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = self._new_model()
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)

    def _new_model(self) -> EntryModel:
        return EntryModel(self)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show `entries`, staying at the current key where it is still there."""
        key = self.current_key()
        if self.entries.show_entries(entries) and key is not None:
            self.go_to(key)

    def current_key(self) -> Hashable | None:
        """Return the key of the current entry."""
        entry = self.entries.entry(self.currentIndex())
        return None if entry is None else entry.key

    def go_to(self, key: Hashable) -> bool:
        """Make `key` current without telling; returns whether it is there."""
        index = self.entries.index_of(key)
        before = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(before)
        return index.isValid()

    def ensure_current(self) -> None:
        """Make the first entry current where none is."""
        if self.current_key() is not None:
            return
        for row in range(self.entries.rowCount()):
            entry = self.entries.entry(self.entries.index(row))
            if entry is not None and not entry.is_heading:
                self.setCurrentIndex(self.entries.index(row))
                return

    def _choose(self, index: Index) -> None:
        entry = self.entries.entry(index)
        if entry is not None and entry.key is not None:
            self.chosen.emit(entry.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the user moved to."""
        super().currentChanged(current, previous)
        entry = self.entries.entry(current)
        if entry is not None and entry.key is not None:
            self.current_changed.emit(entry.key)
