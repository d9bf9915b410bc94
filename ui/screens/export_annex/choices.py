"""The questions of the export: which files, which layout, which paper, draft or not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from assessor.domain.annex.records import AnnexLayout
from assessor.domain.paper import Paper
from assessor.services.annexes import PaperKind
from resources.i18n import gettext as _
from ui.building import hint, named, narrow_box
from ui.widgets.steady_choice import SteadyChoice


class AnnexChoices(QWidget):
    """Holds what was chosen; decides nothing."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._usual = AnnexLayout.IMPROVEMENT
        self._files, self._layout_label, self._paper_label = QLabel(), QLabel(), QLabel()
        self._kinds = {kind: named(QCheckBox(), kind.value) for kind in PaperKind}
        self._layouts = {one: named(QRadioButton(), f"layout_{one}") for one in AnnexLayout}
        self._papers = {one: named(QRadioButton(one.value), f"paper_{one}") for one in Paper}
        self._print, self._printers = named(QCheckBox(), "print"), narrow_box(SteadyChoice())
        named(self._printers, "printer")
        self._draft = named(QCheckBox(), "draft")
        self._letter_label, self._letter = QLabel(), hint()
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def kinds(self) -> tuple[PaperKind, ...]:
        """What is wanted, in the order of the list."""
        return tuple(kind for kind, box in self._kinds.items() if box.isChecked())

    @property
    def layout_wanted(self) -> AnnexLayout:
        """The layout that is chosen."""
        return next(one for one, button in self._layouts.items() if button.isChecked())

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        return next(one for one, button in self._papers.items() if button.isChecked())

    @property
    def printer(self) -> str:
        """The printer that the annex goes to as well, "" for none."""
        return self._printers.currentText() if self._print.isChecked() else ""

    @property
    def is_draft(self) -> bool:
        """Whether a draft may be written."""
        return self._draft.isChecked()

    def show_usual_layout(self, layout: AnnexLayout) -> None:
        """Choose the layout of the ministry, and say that it is that."""
        self._usual = layout
        self._layouts[layout].setChecked(True)
        self.retranslate()

    def show_printers(self, names: Sequence[str], paper: Paper) -> None:
        """Offer the installed printers and choose a paper."""
        self._printers.addItems(list(names))
        # With a placeholder Qt chooses none by itself.
        self._printers.setCurrentIndex(0 if names else -1)
        self._print.setEnabled(bool(names))
        self._papers[paper].setChecked(True)

    def show_letter(self, text: str, *, may_be_draft: bool) -> None:
        """Say which letter it is for; a draft is offered where something of it is missing."""
        self._letter.setText(text)
        self._draft.setVisible(may_be_draft)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._files.setText(_("Files"))
        self._kinds[PaperKind.ANNEX].setText(_("&Annex of the letter, Excel"))
        self._kinds[PaperKind.ANNEX_PDF].setText(_("Annex of the letter, &PDF"))
        self._kinds[PaperKind.RANKING].setText(_("Ran&king for the team, Excel; never in a letter"))
        self._layout_label.setText(_("Layout of the annex"))
        names = {
            AnnexLayout.WEIGHTS: _("As &2022: weights in the head, a table for each instrument"),
            AnnexLayout.IMPROVEMENT: _("As 202&3: one table with improvement and cohort"),
        }
        for layout, name in names.items():
            usual = _("{layout} (usual for these instruments)").format(layout=name)
            self._layouts[layout].setText(usual if layout is self._usual else name)
        self._print.setText(_("Pri&nt the annex on"))
        self._printers.setAccessibleName(_("Printer"))
        self._printers.setPlaceholderText(_("No printer is installed"))
        self._paper_label.setText(_("Paper"))
        for paper, button in self._papers.items():
            button.setAccessibleName(_("Paper {paper}").format(paper=paper.value))
        self._letter_label.setText(_("Letter"))
        self._draft.setText(_("Write a &draft that says so"))

    def _connect(self) -> None:
        self._kinds[PaperKind.ANNEX].setChecked(True)
        self._layouts[self._usual].setChecked(True)
        self._papers[Paper.A4].setChecked(True)
        for group in (self._layouts.values(), self._papers.values()):
            together = QButtonGroup(self)
            for button in group:
                together.addButton(button)
        self._printers.setEnabled(False)
        self._print.toggled.connect(self._printers.setEnabled)
        for box in (*self._kinds.values(), self._print, self._draft):
            box.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        sizes = _side_by_side(*self._papers.values())
        printing = _side_by_side(self._print, self._printers)
        parts: tuple[tuple[QLabel, tuple[QWidget, ...]], ...] = (
            (self._files, (*self._kinds.values(), printing)),
            (self._layout_label, tuple(self._layouts.values())),
            (self._paper_label, (sizes,)),
            (self._letter_label, (self._letter, self._draft)),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for label, widgets in parts:
            grid.addWidget(label, grid.rowCount(), 0)
            for widget in widgets:
                row = grid.rowCount() - (widget is widgets[0])
                grid.addWidget(widget, row, 1)


def _side_by_side(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return row
