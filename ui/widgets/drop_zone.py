"""Files dropped anywhere on a window, over whatever takes drops of its own."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from resources.i18n import gettext as _

MARGIN: Final = 12


class DropZone(QLabel):
    """Lies over the window while files are dragged across it, and says what dropping them does."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("drop_zone")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self.setWordWrap(True)
        self.is_offered = False
        """Whether files may be dropped at all."""
        self._is_watching = False
        self.hide()

    def watch(self) -> None:
        """Begin to hear of files that are dragged in; the window must have been shown."""
        if not self._is_watching:
            # Before any widget: a text field would take a file's address for text.
            self.window().windowHandle().installEventFilter(self)
            self._is_watching = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come up when files are dragged over the window."""
        if isinstance(event, QDragEnterEvent) and self._wants(event.mimeData()):
            self._come_up()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go away with them."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self.hide()
        event.acceptProposedAction()
        self.dropped.emit(dropped_paths(event.mimeData()))

    def _wants(self, carried: QMimeData) -> bool:
        return self.is_offered and bool(dropped_paths(carried))

    def _come_up(self) -> None:
        self.setText(
            _("Drop the score sheets or folders here to look at them. Nothing changes yet.")
        )
        around = self.window().rect()
        self.setGeometry(around.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.show()
        self.raise_()


def dropped_paths(carried: QMimeData) -> list[Path]:
    """Return the files and folders of this machine among what is dragged."""
    urls = carried.urls() if carried.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
