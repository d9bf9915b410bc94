"""What merging looks like: nothing yet, files with decisions and effects, or how it ended."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import hint, named
from ui.screens.merge.decisions_page import DecisionsPage
from ui.screens.merge.effects_page import EffectsPage
from ui.screens.merge.files_page import FilesPage
from ui.screens.merge.summary_page import SummaryPage
from ui.theme import Status, enlarge, set_role

FILES: Final = 0
DECISIONS: Final = 1
EFFECTS: Final = 2


class MergeView(QWidget):
    """Layout and what was asked for; decides nothing."""

    files_wanted = Signal()
    folder_wanted = Signal()
    history_wanted = Signal()
    cleared = Signal()
    merge_wanted = Signal()
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("merge")
        self._title, self._status = QLabel(), named(QLabel(), "merge_status")
        enlarge(self._title, 1.5)
        self._status.setWordWrap(True)
        self._add = named(QPushButton(), "add_files")
        self._add_folder = named(QPushButton(), "add_folder")
        self._history = named(QPushButton(), "merge_history_button")
        self._clear = named(QPushButton(), "clear_files")
        self._report = named(QPushButton(), "save_preview_report")
        self._merge = named(QPushButton(), "merge_now")
        self._note = hint()
        self.files, self.decisions = FilesPage(), DecisionsPage()
        self.effects, self.summary = EffectsPage(), SummaryPage()
        self.tabs = named(QTabWidget(), "merge_tabs")
        self._empty, self._empty_text = QWidget(), QLabel()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_empty()
        self.retranslate()

    def show_empty(self) -> None:
        """Say how sheets come here."""
        self._body.setCurrentWidget(self._empty)
        self._status.setText("")
        self._show_buttons()

    def show_files(self) -> None:
        """Show what was read."""
        if self._body.currentWidget() is not self._work:
            self._body.setCurrentWidget(self._work)
            self.tabs.setCurrentIndex(FILES)
            self.files.table.setFocus()
        self._show_buttons()

    def show_summary(self) -> None:
        """Show how the merge ended."""
        self._body.setCurrentWidget(self.summary)
        self._status.setText("")
        self._show_buttons()
        self.summary.start()

    def show_status(self, text: str, note: str, *, can_merge: bool) -> None:
        """Say how many files come out how, and what keeps some of them."""
        self._status.setText(text)
        self._note.setText(note)
        self._merge.setEnabled(can_merge)

    def show_working(self) -> None:
        """Say that the effects are being worked out; merging waits for it."""
        self._note.setText(_("Working out the effects…"))
        self._merge.setEnabled(False)

    def show_numbers(self, files: int, open_decisions: int, regions: int) -> None:
        """Write into the tabs how much there is to see."""
        self.tabs.setTabText(FILES, _("Files ({number})").format(number=files))
        text = (
            _("Decisions ({number} open)").format(number=open_decisions)
            if open_decisions
            else _("Decisions")
        )
        self.tabs.setTabText(DECISIONS, text)
        self.tabs.setTabText(EFFECTS, _("Effects ({number})").format(number=regions))

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._title.setText(_("Merge score sheets"))
        self._add.setText(_("&Add files…"))
        self._add_folder.setText(_("Add fol&der…"))
        self._history.setText(_("Hi&story of merges…"))
        self._clear.setText(_("&Clear list"))
        self._report.setText(_("Save re&port…"))
        self._merge.setText(_("&Merge"))
        self.tabs.setAccessibleName(_("Files, decisions, effects"))
        self._empty_text.setText(
            _(
                "Drop the sheets that came back here, or whole folders of them; or choose them "
                "with the buttons above.\n\nThey are read and compared first. Nothing changes "
                "before you press Merge, and every merge can be taken back."
            )
        )
        for page in (self.files, self.decisions, self.effects, self.summary):
            page.retranslate()

    def _show_buttons(self) -> None:
        shown = self._body.currentWidget()
        for button in (self._add, self._add_folder):
            button.setVisible(shown is not self.summary)
            set_role(button, "primary" if shown is self._empty and button is self._add else "")
        self._clear.setVisible(shown is self._work)

    def _next_part(self, step: int) -> None:
        """Move the focus to the next part of what is shown."""
        page = self.tabs.currentWidget()
        if self._body.currentWidget() is self.summary:
            parts: tuple[QWidget, ...] = (self.summary.table, self._history)
        elif isinstance(page, FilesPage | DecisionsPage | EffectsPage):
            parts = (self.tabs.tabBar(), *page.parts, self._merge, self._add)
        else:
            return
        usable = [one for one in parts if one.isVisible() and one.isEnabled()]
        if not usable:
            return
        here = [place for place, one in enumerate(usable) if one.hasFocus()]
        usable[((here[0] if here else -1) + step) % len(usable)].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def _connect(self) -> None:
        self._add.clicked.connect(self.files_wanted)
        self._add_folder.clicked.connect(self.folder_wanted)
        self._history.clicked.connect(self.history_wanted)
        self._clear.clicked.connect(self.cleared)
        self._merge.clicked.connect(self.merge_wanted)
        self._report.clicked.connect(self.report_wanted)
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._next_part(step))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self._title)
        above.addStretch()
        for button in (self._add, self._add_folder, self._clear, self._history):
            above.addWidget(button)
        self._lay_out_empty()
        for page in (self.files, self.decisions, self.effects):
            self.tabs.addTab(page, "")
        self.tabs.setDocumentMode(True)
        set_role(self._merge, "primary")
        set_role(self._note, Status.NOTICE)
        below = QHBoxLayout()
        below.addWidget(self._note, 1)
        below.addWidget(self._report)
        below.addWidget(self._merge)
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self.tabs, 1)
        work.addLayout(below)
        for shown in (self._empty, self._work, self.summary):
            self._body.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(above)
        layout.addWidget(self._status)
        layout.addWidget(self._body, 1)

    def _lay_out_empty(self) -> None:
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("merge_empty")
        self._empty.setProperty("role", "drop")
        self._empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self._empty)
        layout.setContentsMargins(80, 20, 80, 20)
        layout.addWidget(self._empty_text)
