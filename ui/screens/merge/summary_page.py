"""How a merge ended: what was taken, and everything that was not, with why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.building import hint, named
from ui.screens.merge.row_table import RowModel, give_widths, plain_table, wrap_rows
from ui.theme import enlarge, set_role


class SummaryPage(QWidget):
    """Layout and what was asked for; decides nothing."""

    report_wanted = Signal()
    undo_wanted = Signal()
    more_wanted = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("merge_summary")
        self._title, self._counts, self._left = QLabel(), named(QLabel(), "summary_counts"), hint()
        enlarge(self._title, 1.3)
        self._rows = RowModel(self)
        self.table = plain_table("not_imported_table", self._rows)
        wrap_rows(self.table)
        self._save, self._undo = named(QPushButton(), "save_report"), named(QPushButton(), "undo")
        self._more, self._close = named(QPushButton(), "merge_more"), named(QPushButton(), "done")
        self._save.clicked.connect(self.report_wanted)
        self._undo.clicked.connect(self.undo_wanted)
        self._more.clicked.connect(self.more_wanted)
        self._close.clicked.connect(self.done)
        set_role(self._close, "primary")
        buttons = QHBoxLayout()
        for button in (self._save, self._undo, self._more):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        for part in (self._title, self._counts, self._left):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addLayout(buttons)
        self._counts.setWordWrap(True)

    def show_summary(
        self, title: str, counts: str, rows: Sequence[tuple[str, str, str]], *, can_undo: bool
    ) -> None:
        """Say how it ended; `rows` name what was not imported: file, what became of it, why."""
        self._title.setText(title)
        self._counts.setText(counts)
        wrap_rows(self.table, len(rows))
        self._rows.show_rows((_("File"), _("What became of it"), _("Why")), rows)
        give_widths(self.table, (330, 170, None))
        self.table.setVisible(bool(rows))
        self._left.setText(
            _("Not imported, or not all of it:") if rows else _("Everything was imported.")
        )
        self._undo.setVisible(can_undo)

    def start(self) -> None:
        """Put the focus where reading goes on."""
        (self._close if self.table.isHidden() else self.table).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.table.setAccessibleName(_("What was not imported, and why"))
        self._save.setText(_("Save re&port…"))
        self._undo.setText(_("Take the merge &back…"))
        self._more.setText(_("Merge &more…"))
        self._close.setText(_("&Done"))
