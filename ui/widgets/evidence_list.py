"""What backs a score: files and links, added and removed here."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.records import Evidence
from resources.i18n import gettext as _

VISIBLE_LINES: Final = 3
EXAMPLE: Final = "https://example.go.id/12-2020"

Index = QModelIndex | QPersistentModelIndex


class EvidenceList(QWidget):
    """Shows pieces of evidence; says what is asked for and decides nothing."""

    file_wanted = Signal()
    link_given = Signal(str, str)
    """The address that was typed, and its title, which may be empty."""
    opened = Signal(object)
    removed = Signal(object)
    """The `Evidence`."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: tuple[Evidence, ...] = ()
        self._is_read_only = False
        self._title = QLabel()
        self._model = _LineModel(self)
        self._list = _Lines(self._model, "evidence")
        self._link, self._link_title = QLineEdit(), QLineEdit()
        self._link.setObjectName("evidence_link")
        self._link_title.setObjectName("evidence_link_title")
        self._file, self._open, self._remove = QPushButton(), QPushButton(), QPushButton()
        self._file.setObjectName("evidence_file")
        self._open.setObjectName("evidence_open")
        self._remove.setObjectName("evidence_remove")
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show the pieces of one question or programme."""
        self._evidence = tuple(evidence)
        self._model.tips = [_tip(one) for one in self._evidence]
        lines = [_line(one) for one in self._evidence]
        if lines != self._model.stringList():
            self._model.setStringList(lines)
            self._list.fit(len(lines))
        self._allow()

    def clear_link(self) -> None:
        """Empty the fields of the link once it was taken; the next address can follow."""
        for field in (self._link, self._link_title):
            field.clear()
        self._link.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Put the cursor where evidence is added."""
        (self._list if self._is_read_only else self._link).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, is_read_only: bool) -> None:
        """Allow opening only."""
        self._is_read_only = is_read_only
        self._allow()

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._title.setText(_("Evidence"))
        self._list.setAccessibleName(_("Evidence"))
        self._link.setPlaceholderText(_("Address, then Enter"))
        self._link.setAccessibleName(_("Address of a new piece of evidence"))
        self._link.setToolTip(_("Example: {address}").format(address=EXAMPLE))
        self._link_title.setPlaceholderText(_("Title (may stay empty)"))
        self._link_title.setAccessibleName(_("Title of a new piece of evidence"))
        self._file.setText(_("Add file…"))
        self._open.setText(_("Open"))
        self._remove.setText(_("Remove"))
        for button in (self._file, self._open, self._remove):
            button.setAccessibleName(_("Evidence: {action}").format(action=button.text()))
        self.show_evidence(self._evidence)

    def _lay_out(self) -> None:
        self._title.setBuddy(self._list)
        buttons = QHBoxLayout()
        buttons.addWidget(self._title, stretch=1)
        for button in (self._file, self._open, self._remove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(buttons)
        link = QHBoxLayout()
        link.addWidget(self._link, stretch=3)
        link.addWidget(self._link_title, stretch=2)
        # Above the list, so that it stays in sight however long the list grows.
        layout.addLayout(link)
        layout.addWidget(self._list)

    def _connect(self) -> None:
        self._file.clicked.connect(self.file_wanted)
        for field in (self._link, self._link_title):
            field.returnPressed.connect(self._give_link)
        self._open.clicked.connect(self._open_current)
        self._remove.clicked.connect(self._remove_current)
        self._list.activated.connect(self._open_current)
        self._list.delete_pressed.connect(self._remove_current)
        self._list.selectionModel().currentChanged.connect(self._allow)

    def _give_link(self) -> None:
        address, title = self._link.text().strip(), self._link_title.text().strip()
        if address or title:
            self.link_given.emit(address, title)

    def _open_current(self) -> None:
        current = self._current()
        if current is not None:
            self.opened.emit(current)

    def _remove_current(self) -> None:
        current = self._current()
        if current is not None and not self._is_read_only:
            self.removed.emit(current)

    def _current(self) -> Evidence | None:
        row = self._list.currentIndex().row()
        return self._evidence[row] if 0 <= row < len(self._evidence) else None

    def _allow(self) -> None:
        has_current = self._list.currentIndex().isValid()
        self._file.setEnabled(not self._is_read_only)
        for field in (self._link, self._link_title):
            field.setEnabled(not self._is_read_only)
        self._open.setEnabled(has_current)
        self._remove.setEnabled(has_current and not self._is_read_only)
        self._list.setVisible(bool(self._evidence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _LineModel(QStringListModel):
    """Lines with a hint each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tips: list[str] = []

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer as the list of lines does, and with the hint of a line."""
        if role == Qt.ItemDataRole.ToolTipRole and 0 <= index.row() < len(self.tips):
            return self.tips[index.row()]
        return super().data(index, role)


class _Lines(QListView):
    """A low list; Delete asks to remove the current line."""

    delete_pressed = Signal()

    def __init__(self, model: QStringListModel, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setModel(model)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self, lines: int) -> None:
        """Be as high as `lines` need, up to a few."""
        height = self.fontMetrics().height() * 1.4 * min(lines, VISIBLE_LINES)
        self.setFixedHeight(round(height) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


def _line(evidence: Evidence) -> str:
    if evidence.link == evidence.title:
        return evidence.link
    return f"{evidence.title} – {evidence.link}" if evidence.link else evidence.title


def _tip(evidence: Evidence) -> str:
    """Return the whole line, which may be cut, and what tells a copy from any other file."""
    line = _line(evidence)
    return line if evidence.link else f"{line}\nSHA-256 {evidence.sha256}"
