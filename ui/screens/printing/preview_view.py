"""How the summaries will look: one page at a time, from the first region to the last."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.paper import Paper
from resources.i18n import gettext as _
from ui.building import fit_to_screen, hint, named, narrow_box
from ui.printing.document import Page
from ui.screens.printing.words import paper_name
from ui.theme import set_role
from ui.widgets.page_view import PageView

SIZE: Final = (900, 700)


class PreviewView(QDialog):
    """Layout and what was asked for; decides nothing."""

    region_chosen = Signal(int)
    paper_chosen = Signal(Paper)
    next_wanted = Signal()
    previous_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("print_preview")
        fit_to_screen(self, *SIZE)
        self._region_label, self._regions = QLabel(), named(narrow_box(QComboBox()), "region")
        self._paper_label, self._papers = QLabel(), named(narrow_box(QComboBox()), "paper")
        self._papers.addItems(list(Paper))
        self._previous, self._next = (
            named(QPushButton(), name) for name in ("previous_page", "next_page")
        )
        self._number = named(QLabel(), "page_number")
        self._smaller, self._larger, self._fit = (
            named(QPushButton(), name) for name in ("smaller", "larger", "fit_width")
        )
        self.page = named(PageView(), "page")
        self._remark = hint()
        self._close, self._print = (named(QPushButton(), name) for name in ("close", "print_these"))
        self._connect()
        self._lay_out()
        self.retranslate()
        self.show_waiting()

    def choose_paper(self, paper: Paper) -> None:
        """Show which paper is laid out."""
        self._papers.setCurrentIndex(list(Paper).index(paper))

    def show_waiting(self) -> None:
        """Say that the figures are being read."""
        self.show_remark(_("Reading the figures…"))
        self._allow(False)

    def show_remark(self, text: str) -> None:
        """Say something about what is shown, or why nothing is."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def show_regions(self, names: Sequence[str]) -> None:
        """Offer the regions that can be printed."""
        self._regions.clear()
        self._regions.addItems(list(names))
        self._allow(bool(names))

    def show_page(self, page: Page, region: int, *, is_first: bool, is_last: bool) -> None:
        """Show a page of the region at this place among them."""
        self._regions.setCurrentIndex(region)
        self.page.show_page(page)
        text = _("Page {number} of {total}").format(number=page.number, total=page.total)
        self._number.setText(text)
        self.page.setAccessibleName(f"{self._regions.currentText()}, {text}")
        self._previous.setDisabled(is_first)
        self._next.setDisabled(is_last)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.setWindowTitle(_("Print preview"))
        self._region_label.setText(_("&Region"))
        self._paper_label.setText(_("Pap&er"))
        for place, paper in enumerate(Paper):
            self._papers.setItemText(place, paper_name(paper))
        self._previous.setText(_("← Pre&vious"))
        self._next.setText(_("&Next →"))
        self._smaller.setText(_("S&maller"))
        self._larger.setText(_("&Larger"))
        self._fit.setText(_("Fit &width"))
        self._close.setText(_("&Close"))
        self._print.setText(_("&Print…"))

    def _allow(self, is_ready: bool) -> None:
        for widget in (
            *(self._regions, self._papers, self._smaller, self._larger, self._fit),
            *(self._previous, self._next, self._print),
        ):
            widget.setEnabled(is_ready)

    def _connect(self) -> None:
        self._regions.activated.connect(self.region_chosen)
        self._papers.activated.connect(lambda place: self.paper_chosen.emit(list(Paper)[place]))
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._smaller.clicked.connect(self.page.reduce)
        self._larger.clicked.connect(self.page.enlarge)
        self._fit.clicked.connect(self.page.fit_width)
        self._print.clicked.connect(self.print_wanted)
        self._close.clicked.connect(self.reject)
        for keys, button in (
            (QKeySequence(Qt.Key.Key_PageUp), self._previous),
            (QKeySequence(Qt.Key.Key_PageDown), self._next),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), self._larger),
            (QKeySequence("Ctrl+="), self._larger),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), self._smaller),
            (QKeySequence("Ctrl+0"), self._fit),
            (QKeySequence(QKeySequence.StandardKey.Print), self._print),
        ):
            QShortcut(keys, self).activated.connect(button.click)

    def _lay_out(self) -> None:
        self._region_label.setBuddy(self._regions)
        self._paper_label.setBuddy(self._papers)
        choices = QHBoxLayout()
        choices.addWidget(self._region_label)
        choices.addWidget(self._regions, 3)
        choices.addWidget(self._paper_label)
        choices.addWidget(self._papers, 2)
        leafing = QHBoxLayout()
        leafing.addWidget(self._previous)
        leafing.addWidget(self._number)
        leafing.addWidget(self._next)
        leafing.addStretch()
        for button in (self._smaller, self._larger, self._fit):
            leafing.addWidget(button)
        buttons = QHBoxLayout()
        buttons.addWidget(self._remark, 1)
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._print)
        set_role(self._print, "primary")
        layout = QVBoxLayout(self)
        layout.addLayout(choices)
        layout.addLayout(leafing)
        layout.addWidget(self.page, 1)
        layout.addLayout(buttons)
        self.page.setFocus()
