"""The files: filter, search, table, and what is wrong in the one that is chosen."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.merging.incoming import FileClass
from resources.i18n import gettext as _
from ui.building import hint, named
from ui.screens.merge.draft import FileLine, is_blank_sheet
from ui.screens.merge.file_model import Column, FileFilter, FileModel
from ui.screens.merge.row_table import CONFIRMING, RowModel, give_widths, plain_table, wrap_rows
from ui.screens.merge.words import because, class_name, problem_text, severity_name

WIDTHS: Final = (170, None, 190, 170, 70, 80, 180)
PROBLEM_WIDTHS: Final = (120, 60, 130, None)
KEEPING_ROW: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Space)


class FilesPage(QWidget):
    """Layout and what was asked for; decides nothing."""

    toggled = Signal(list)
    """Paths of files to leave out, or to take in again."""
    copy_wanted = Signal(object)
    """The report of a file of which a copy is to be written, its problems marked."""
    opening_wanted = Signal(str)
    """The path of a blank sheet that is to be scored here."""

    def __init__(self) -> None:
        super().__init__()
        self.model = FileModel(self)
        self._filter = FileFilter(self.model, self)
        self._kind_label, self._kind = QLabel(), named(QComboBox(), "file_class")
        self._search = named(QLineEdit(), "file_search")
        self.table = plain_table("files_table", self._filter)
        self._leave = named(QPushButton(), "leave_out")
        self._problem_rows = RowModel(self)
        self.problems = plain_table("problems_table", self._problem_rows)
        self._about, self._why = QLabel(), hint()
        self._none = hint()
        self._open = named(QPushButton(), "open_assignment_here")
        self._copy = named(QPushButton(), "copy_to_send_back")
        self._lay_out()
        self._connect()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self._kind, self._search, self.table, self.problems)

    def show_lines(self, lines: tuple[FileLine, ...]) -> None:
        """Show the files, and keep what is chosen where it is still there."""
        is_first = not self.model.lines
        self.model.show_lines(lines)
        self._fill_kinds()
        if is_first and lines:
            give_widths(self.table, WIDTHS)
        if is_first and self._filter.rowCount():
            self.table.selectRow(0)
            self.table.scrollToTop()
        self._show_chosen()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._kind_label.setText(_("Sho&w"))
        self._kind.setAccessibleName(_("Which files are shown"))
        self._search.setPlaceholderText(_("Search file, region, assessor"))
        self._search.setAccessibleName(_("Search file, region, assessor"))
        self.table.setAccessibleName(_("Files"))
        self._leave.setToolTip(_("Key: Delete"))
        self.problems.setAccessibleName(_("Problems of the chosen file"))
        self._open.setText(_("Open it to sco&re it here"))
        self._copy.setText(_("Cop&y to send back…"))
        self._copy.setToolTip(_("A copy of the sheet with its problems coloured and explained"))
        self._none.setText(_("No file fits. Choose another class or clear the search."))
        self.model.repaint()
        self._fill_kinds()
        self._show_chosen()

    def _chosen(self) -> list[FileLine]:
        rows = self.table.selectionModel().selectedRows()
        return [self.model.lines[self._filter.mapToSource(row).row()] for row in rows]

    def _current(self) -> FileLine | None:
        index = self._filter.mapToSource(self.table.currentIndex())
        return self.model.lines[index.row()] if index.isValid() else None

    def _fill_kinds(self) -> None:
        """Offer every class there is a file of, with how many."""
        kept = self._kind.currentData()
        counts = self.model.counts()
        self._kind.blockSignals(True)
        self._kind.clear()
        every = _("All files ({number})").format(number=counts.total())
        self._kind.addItem(every, None)
        for kind in FileClass:
            if counts[kind]:
                self._kind.addItem(f"{class_name(kind)} ({counts[kind]})", kind)
        self._kind.setCurrentIndex(max(self._kind.findData(kept), 0))
        self._kind.blockSignals(False)
        self._narrow()

    def _narrow(self) -> None:
        kind = self._kind.currentData()
        # Qt hands back the text of what it was given.
        self._filter.choose(None if kind is None else FileClass(kind), self._search.text())
        is_empty = self._filter.rowCount() == 0
        self._none.setVisible(is_empty and bool(self.model.lines))
        if not is_empty and not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(self.table.currentIndex().row(), 0))
            self.table.scrollTo(self.table.currentIndex())
        self._show_chosen()

    def _show_chosen(self) -> None:
        line, chosen = self._current(), self._chosen()
        all_out = bool(chosen) and all(one.is_left_out for one in chosen)
        self._leave.setEnabled(bool(chosen) and not any(one.is_done for one in chosen))
        self._leave.setText(_("Take in a&gain") if all_out else _("&Leave out"))
        self._open.setVisible(line is not None and is_blank_sheet(line.report))
        self._about.setText("" if line is None else _about(line))
        self._why.setText("" if line is None else because(line.report, line.problem))
        found = () if line is None else line.report.problems
        self._copy.setVisible(bool(found))
        headings = (_("Page"), _("Cell"), _("What became of it"), _("What is wrong, what to do"))
        rows = [
            (one.sheet, one.cell, severity_name(one.severity), problem_text(one))
            for one in sorted(found, key=lambda one: one.severity != "refused")
        ]
        wrap_rows(self.problems, len(rows))
        self._problem_rows.show_rows(headings, rows)
        self.problems.setVisible(bool(found))
        give_widths(self.problems, PROBLEM_WIDTHS)

    def _toggle(self) -> None:
        paths = [one.report.path for one in self._chosen() if not one.is_done]
        if paths:
            self.toggled.emit(paths)

    def _end_search(self) -> None:
        self._search.clear()
        self.table.setFocus()

    def _ask_for_copy(self) -> None:
        line = self._current()
        if line is not None:
            self.copy_wanted.emit(line.report)

    def _ask_to_open(self) -> None:
        line = self._current()
        if line is not None:
            self.opening_wanted.emit(line.report.path)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._narrow)
        self._search.textChanged.connect(self._narrow)
        self._leave.clicked.connect(self._toggle)
        self._open.clicked.connect(self._ask_to_open)
        self._copy.clicked.connect(self._ask_for_copy)
        selection = self.table.selectionModel()
        selection.currentChanged.connect(self._show_chosen)
        selection.selectionChanged.connect(self._show_chosen)
        self.table.on_keys(KEEPING_ROW, self._toggle)
        self.table.on_keys(CONFIRMING, self.problems.setFocus)
        self.problems.on_keys((Qt.Key.Key_Escape,), self.table.setFocus)
        leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._search)
        leaving.setContext(Qt.ShortcutContext.WidgetShortcut)
        leaving.activated.connect(self._end_search)

    def _lay_out(self) -> None:
        self._kind_label.setBuddy(self._kind)
        self._kind.setMinimumWidth(220)
        self._search.setClearButtonEnabled(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Before there are rows: a thousand of them are sorted once.
        self.table.sortByColumn(Column.OUTCOME, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        wrap_rows(self.problems)
        above = QHBoxLayout()
        above.addWidget(self._kind_label)
        above.addWidget(self._kind)
        above.addWidget(self._search, 1)
        above.addWidget(self._leave)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._detail())
        split.setSizes([300, 170])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self._none)
        layout.addWidget(split, 1)

    def _detail(self) -> QWidget:
        """Return the panel about the file that is chosen."""
        font = self._about.font()
        font.setBold(True)
        self._about.setFont(font)
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 6, 0, 0)
        heading = QHBoxLayout()
        heading.addWidget(self._about, 1)
        heading.addWidget(self._open)
        heading.addWidget(self._copy)
        layout.addLayout(heading)
        layout.addWidget(self._why)
        layout.addWidget(self.problems, 1)
        layout.addStretch()
        return panel


def _about(line: FileLine) -> str:
    """Return the heading of the panel: the file's name and whose sheet it is."""
    report = line.report
    name = report.path.replace("\\", "/").rsplit("/", 1)[-1]
    whose = " – ".join(part for part in (report.region, report.assessor) if part)
    return f"{name} ({whose})" if whose else name
