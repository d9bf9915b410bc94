"""The window of the guide: contents and search at the left, the page at the right."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import ProblemLine, column, fit_to_screen, named
from ui.guide.browser import GuideBrowser
from ui.guide.contents import PLACE, Contents
from ui.preferences import Preferences
from ui.widgets.search_field import SearchField

SIZE: Final = (1080, 680)
CONTENTS_WIDTH: Final = 260
KEPT: Final = "guide"
"""Its size among the preferences."""


class GuideWindow(QDialog):
    """Stays open beside the work; Escape closes it."""

    def __init__(self, parent: QWidget, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._preferences = preferences
        self._contents = Contents(self)
        self._search = named(SearchField(), "guide_search")
        self._search.setClearButtonEnabled(True)
        self._tree = named(QTreeView(), "guide_contents")
        self._tree.setModel(self._contents)
        self._tree.setHeaderHidden(True)
        self._page = GuideBrowser()
        self._back = named(QPushButton(), "guide_back")
        self._forward = named(QPushButton(), "guide_forward")
        self._message = ProblemLine("guide_message")
        self._lay_out()
        self._connect()
        self.retranslate()
        fit_to_screen(self, *SIZE)
        self.restoreGeometry(preferences.geometry(KEPT))

    def open_at(self, place: str) -> None:
        """Show "chapter.md" or "chapter.md#section", and bring the window to the front."""
        self._page.go_to(place)
        self.show()
        self.activateWindow()
        self._page.setFocus()
        # Only now is the page as wide as it is read, and its sections where they are seen.
        self._page.go_to(place)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in use."""
        self.setWindowTitle(_("Guide"))
        for button, text, keys in (
            (self._back, _("&Back"), QKeySequence.StandardKey.Back),
            (self._forward, _("&Forward"), QKeySequence.StandardKey.Forward),
        ):
            button.setText(text)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        self._search.setPlaceholderText(_("Search the guide (Ctrl+F)"))
        self._search.setAccessibleName(_("Search the guide"))
        self._tree.setAccessibleName(_("Contents of the guide"))
        self._page.retranslate()
        self._find(self._search.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember where the window stood."""
        self._preferences.keep_geometry(KEPT, self.saveGeometry())
        super().hideEvent(event)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        finding, reading = column(self._search, self._tree), QVBoxLayout(right)
        left.setLayout(finding)
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addWidget(self._forward)
        turning.addWidget(self._message, 1)
        turning.addStretch()
        reading.addLayout(turning)
        reading.addWidget(self._page, 1)
        for layout in (finding, reading):
            layout.setContentsMargins(0, 0, 0, 0)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([CONTENTS_WIDTH, SIZE[0] - CONTENTS_WIDTH])
        QVBoxLayout(self).addWidget(parts)

    def _connect(self) -> None:
        page, search = self._page, self._search
        for button, turn, may_turn, keys in (
            (self._back, page.backward, page.backwardAvailable, QKeySequence.StandardKey.Back),
            (self._forward, page.forward, page.forwardAvailable, QKeySequence.StandardKey.Forward),
        ):
            button.setAutoDefault(False)
            button.setEnabled(False)
            button.clicked.connect(turn)
            may_turn.connect(button.setEnabled)
            QShortcut(QKeySequence(keys), self).activated.connect(turn)
        finding = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        finding.activated.connect(search.setFocus)
        search.textChanged.connect(self._find)
        search.returnPressed.connect(self._go_to_next)
        search.down_pressed.connect(self._tree.setFocus)
        search.left.connect(self._leave_search)
        self._tree.selectionModel().currentChanged.connect(self._go)
        page.sourceChanged.connect(self._show_entry)
        page.link_refused.connect(self._tell_refused)

    def _find(self, text: str) -> None:
        """List the sections that hold the words of `text`, and mark them on the page."""
        words = text.casefold().split()
        # While the list is made anew, its entry of the moment is nothing that was gone to.
        with QSignalBlocker(self._tree.selectionModel()):
            self._contents.fill(words)
            self._tree.expandAll()
        self._page.mark(words)
        self._show_entry()
        if self._contents.rowCount() == 0:
            self._message.tell(_("No section of the guide has all these words."))

    def _show_entry(self) -> None:
        """Point at the section that is shown, where it is listed."""
        self._message.tell("")
        entry = self._contents.entry(self._page.place)
        if entry.isValid():
            self._tree.setCurrentIndex(entry)

    def _go(self, entry: QModelIndex) -> None:
        place = entry.data(PLACE)
        if place is not None and place != self._page.place:
            self._page.go_to(place)

    def _go_to_next(self) -> None:
        below = self._tree.indexBelow(self._tree.currentIndex())
        self._tree.setCurrentIndex(below if below.isValid() else self._contents.first_found())

    def _leave_search(self) -> None:
        """Give the search up; with nothing searched for, close as Escape does elsewhere."""
        if self._search.text():
            self._search.clear()
        else:
            self.reject()

    def _tell_refused(self, address: str) -> None:
        text = _("{address} lies outside the guide and is not opened.")
        self._message.tell(text.format(address=address))
