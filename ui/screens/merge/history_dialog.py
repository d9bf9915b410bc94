"""The merges of the workspace: when, by whom, which files, what changed; and taking one back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.figures import NOTHING
from assessor.domain.merging.incoming import Outcome
from assessor.domain.merging.report import MergeReport
from resources.i18n import gettext as _
from ui.building import ProblemLine, fit_to_screen, hint, named
from ui.screens.merge.effects_page import rank_move, sheets_text
from ui.screens.merge.row_table import RowModel, give_widths, plain_table
from ui.screens.merge.words import class_name, outcome_name
from ui.theme import set_role

SIZE = (1160, 600)
FINGERPRINT = 12
"""Signs of a fingerprint that are shown; the saved report has all."""


class HistoryDialog(QDialog):
    """Layout and what was asked for; decides nothing."""

    undo_wanted = Signal(int)
    report_wanted = Signal(int)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("merge_history")
        fit_to_screen(self, *SIZE)
        self._merges: tuple[MergeReport, ...] = ()
        self._hint, self._problem = hint(), ProblemLine("history_problem")
        self._rows, self._files = RowModel(self), RowModel(self)
        self._regions = RowModel(self)
        self.table = plain_table("merges_table", self._rows)
        self._files_label, self._regions_label = QLabel(), QLabel()
        self._file_table = plain_table("merge_files_table", self._files)
        self._region_table = plain_table("merge_regions_table", self._regions)
        self._undo = named(QPushButton(), "take_back")
        self._save = named(QPushButton(), "save_merge_report")
        self._close = named(QPushButton(), "close")
        self._close.clicked.connect(self.reject)
        self._undo.clicked.connect(lambda: self._tell(self.undo_wanted))
        self._save.clicked.connect(lambda: self._tell(self.report_wanted))
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self._lay_out()
        self.retranslate()

    def show_merges(self, merges: Sequence[MergeReport]) -> None:
        """Show `merges`, the newest first, and stay at the one that is chosen."""
        kept = max(self.table.currentIndex().row(), 0)
        self._merges = tuple(merges)
        headings = (_("No."), _("When"), _("Who"), _("Merged"), _("Not merged"), _("State"))
        self._rows.show_rows(headings, [_row(one) for one in self._merges])
        give_widths(self.table, (50, 150, 220, 110, 150, None))
        if self._merges:
            self.table.selectRow(min(kept, len(self._merges) - 1))
        self._hint.setText(
            _("Taking a merge back restores everything as it was before it.")
            if self._merges
            else _("Nothing was merged in this workspace yet.")
        )
        self._show_chosen()

    def show_problem(self, text: str) -> None:
        """Say why a merge cannot be taken back; "" for nothing."""
        self._problem.tell(text)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("History of merges"))
        self.table.setAccessibleName(_("Merges, the newest first"))
        self._file_table.setAccessibleName(_("Files of the merge"))
        self._region_table.setAccessibleName(_("What the merge changed"))
        self._files_label.setText(_("Files"))
        self._regions_label.setText(_("What changed"))
        self._undo.setText(_("Take &back…"))
        self._save.setText(_("Save re&port…"))
        self._close.setText(_("Close"))
        self.show_merges(self._merges)

    def _chosen(self) -> MergeReport | None:
        row = self.table.currentIndex().row()
        return self._merges[row] if 0 <= row < len(self._merges) else None

    def _tell(self, wanted: object) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.batch is not None:
            (self.undo_wanted if wanted is self.undo_wanted else self.report_wanted).emit(
                chosen.batch
            )

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self._undo.setEnabled(chosen is not None and chosen.undone_at is None)
        self._save.setEnabled(chosen is not None)
        self._problem.tell("")
        files = () if chosen is None else chosen.files
        headings = (_("File"), _("What it is"), _("What became of it"), _("Fingerprint"))
        rows = [
            (
                one.path.replace("\\", "/").rsplit("/", 1)[-1],
                class_name(one.kind),
                outcome_name(one.outcome, is_done=True),
                one.sha256[:FINGERPRINT] or NOTHING,
            )
            for one in files
        ]
        self._files.show_rows(headings, rows)
        give_widths(self._file_table, (None, 145, 140, 120))
        changed = () if chosen is None else chosen.regions
        self._regions.show_rows(
            (_("Region"), _("Sheets"), _("Rank")),
            [(one.name, sheets_text(one.assessments), rank_move(one)) for one in changed],
        )
        give_widths(self._region_table, (None, 140, 90))

    def _lay_out(self) -> None:
        split = QSplitter()
        split.setChildrenCollapsible(False)
        for label, table in (
            (self._files_label, self._file_table),
            (self._regions_label, self._region_table),
        ):
            part = QWidget()
            inner = QVBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(label)
            inner.addWidget(table)
            split.addWidget(part)
        split.setSizes([600, 400])
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self.table)
        whole.addWidget(split)
        set_role(self._close, "primary")
        self._close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._undo)
        buttons.addWidget(self._save)
        buttons.addStretch()
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._hint)
        layout.addWidget(whole, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)


def _row(merge: MergeReport) -> tuple[str, ...]:
    return (
        str(merge.batch),
        NOTHING if merge.at is None else f"{merge.at.astimezone():%Y-%m-%d %H:%M:%S}",
        merge.who or NOTHING,
        str(merge.count(Outcome.TAKEN)),
        str(len(merge.files) - merge.count(Outcome.TAKEN)),
        _("stands")
        if merge.undone_at is None
        else _("taken back {time}").format(time=f"{merge.undone_at.astimezone():%Y-%m-%d %H:%M}"),
    )
