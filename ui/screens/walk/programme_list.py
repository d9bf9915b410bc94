"""The quick-win programmes of a region under their pillars, named in place."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Pillar
from ui.widgets.entry_list import EntryList, EntryModel, Index

MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class WholeRegion:
    """The entry of the questions that are about the region."""


@dataclass(frozen=True, slots=True)
class OneProgramme:
    """The entry of a programme."""

    id: ProgrammeId
    pillar: Pillar


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """The entry under a pillar that takes the name of another programme."""

    pillar: Pillar


class ProgrammeModel(EntryModel):
    """Takes names; whether they stay is decided elsewhere, so `setData` only tells."""

    named = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_read_only = False
        self.draft: tuple[Hashable, str] | None = None
        """A name that was refused, kept as it was typed for the next try."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let programmes be renamed and new ones be named."""
        flags = super().flags(index)
        entry = self.entry(index)
        takes_name = entry is not None and isinstance(entry.key, OneProgramme | NewProgramme)
        if takes_name and not self.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer as the list does, and with the name to edit."""
        entry = self.entry(index)
        if role == Qt.ItemDataRole.EditRole and entry is not None:
            if self.draft is not None and self.draft[0] == entry.key:
                return self.draft[1]
            return entry.text if isinstance(entry.key, OneProgramme) else ""
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a name was given; one that was left as it stood tells nothing."""
        entry = self.entry(index)
        if entry is None or role != Qt.ItemDataRole.EditRole:
            return False
        name = str(value)
        unchanged = entry.text if isinstance(entry.key, OneProgramme) else ""
        self.draft = None
        if name.strip() != unchanged:
            self.named.emit(entry.key, name)
        return True


class ProgrammeList(EntryList):
    """Enter goes to the questions; Insert, F2, Delete, Alt+Up and Alt+Down change the list."""

    named = Signal(object, str)
    """A `OneProgramme` to rename or a `NewProgramme` to add, and the name."""
    removed = Signal(object)
    moved = Signal(object, int)
    """A `OneProgramme`, and by how many places it is to go down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        triggers = EntryList.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setProperty("role", "bare")

    @property
    def programmes(self) -> ProgrammeModel:
        """The model, which takes names."""
        model = self.entries
        assert isinstance(model, ProgrammeModel)
        return model

    def set_read_only(self, is_read_only: bool) -> None:
        """Refuse names."""
        self.programmes.is_read_only = is_read_only

    def edit_name(self, key: Hashable) -> None:
        """Open the field for the name at `key`."""
        if self.go_to(key):
            self.edit(self.currentIndex())

    def ask_again(self, key: Hashable, typed: str) -> None:
        """Open the field again with what was refused."""
        self.programmes.draft = (key, typed)
        self.edit_name(key)

    def add_here(self) -> None:
        """Open the field for another programme under the pillar of the current entry."""
        key = self.current_key()
        pillar = key.pillar if isinstance(key, OneProgramme | NewProgramme) else next(iter(Pillar))
        self.edit_name(NewProgramme(pillar))

    def _new_model(self) -> EntryModel:
        model = ProgrammeModel(self)
        # Queued: a list that is read again closes its editor, which has to commit in peace.
        model.named.connect(self.named, Qt.ConnectionType.QueuedConnection)
        return model

    def _choose(self, index: Index) -> None:
        entry = self.entries.entry(index)
        if entry is not None and isinstance(entry.key, NewProgramme):
            self.edit_name(entry.key)
        else:
            super()._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the list by keys; a letter on an adding entry begins the name."""
        if self.state() is ProgrammeList.State.EditingState:
            event.ignore()
            return
        key = self.current_key()
        pressed = Qt.Key(event.key())
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if pressed is Qt.Key.Key_Insert:
            self.add_here()
        elif isinstance(key, OneProgramme) and pressed is Qt.Key.Key_Delete:
            self.removed.emit(key)
        elif isinstance(key, OneProgramme) and with_alt and pressed in MOVES:
            self.moved.emit(key, MOVES[pressed])
        elif isinstance(key, NewProgramme) and event.text().isprintable() and event.text():
            self.ask_again(key, event.text())
        else:
            super().keyPressEvent(event)
