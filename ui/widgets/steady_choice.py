"""A choice that the mouse wheel leaves alone."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class SteadyChoice(QComboBox):
    """The wheel scrolls and chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the choice alone."""
        event.ignore()
