"""The one place where the window learns that something changed."""

from PySide6.QtCore import QObject, Signal

from assessor.domain.changes import Changes


class AppEvents(QObject):
    """Tells every screen what to read again; no screen calls another."""

    changed = Signal(object)
    """`Changes` of a call that was committed."""
    language_changed = Signal()
    """`resources.i18n` answers in another language: show every text again."""
    theme_changed = Signal()
    """Palette and status colours are others now: paint again what was not painted by Qt."""

    def publish(self, changes: Changes) -> None:
        """Tell every screen about `changes`; nothing is told where nothing changed."""
        if changes.topics:
            self.changed.emit(changes)
