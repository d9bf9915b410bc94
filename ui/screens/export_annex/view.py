"""What of the round's table to write and where, its progress and its summary."""

from typing import Final

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import named
from ui.screens.export_annex.choices import AnnexChoices
from ui.widgets.job_dialog import JobDialog

SIZE: Final = (640, 430)


class ExportAnnexView(JobDialog):
    """Layout and what was asked for; decides nothing."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "export_annex", SIZE)
        self.choices = AnnexChoices()
        self._start = named(QPushButton(), "start_export")
        self._start.clicked.connect(self.started)
        self._lay_out()
        self.retranslate()

    def show_count(self, number: int, *, may_start: bool) -> None:
        """Say how many files it will be."""
        self._start.setEnabled(may_start)
        text = ngettext("{number} file", "{number} files", number)
        nothing = _("Nothing to write: choose a file above.")
        self.progress.say(text.format(number=number) if number else nothing)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.choices.retranslate()
        self.setWindowTitle(_("Export annex"))
        self._start.setText(_("&Export"))
        super().retranslate()

    def rest(self) -> None:
        """Take no answers while files are written."""
        super().rest()
        for widget in (self.choices, self._start):
            widget.setDisabled(self.is_running)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.choices)
        layout.addLayout(self.folder_line())
        for part in self.parts_below():
            layout.addWidget(part)
        layout.addStretch()
        layout.addLayout(self.buttons(self._start))
