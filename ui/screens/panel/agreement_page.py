"""The second page: how far the assessors of the round agree."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.agreement import MINIMUM_PAIRS, NOTABLE_DIFFERENCE
from assessor.domain.figures import show
from assessor.domain.krippendorff import MINIMUM_UNITS
from resources.i18n import gettext as _
from ui.building import CONTENT_WIDTH, hint, named
from ui.theme import Status, enlarge, set_role
from ui.widgets.words_table import Table, WordsTable

EMPTY_MARGIN: Final = 120
"""Pixels beside a sentence that stands alone; longer lines are tiring to read."""


@dataclass(frozen=True, slots=True)
class AgreementContent:
    """Both tables, and what they rest on, in the language in use."""

    basis: str
    notice: str
    """What it lacks: regions kept from me, real scores; "" where nothing."""
    alpha: Table
    leanings: Table


class AgreementPage(QWidget):
    """Layout only; decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement_page")
        self._basis, self._lines = named(hint(), "agreement_basis"), named(hint(), "agreement_rule")
        self._notice = named(QLabel(), "agreement_notice")
        self._notice.setWordWrap(True)
        set_role(self._notice, Status.NOTICE)
        self._alpha_title, self._leaning_title = QLabel(), QLabel()
        self._leaning_hint = hint()
        self.alpha = WordsTable("alpha_table", sentences=4)
        self.leanings = WordsTable("leaning_table", sentences=None)
        self._bar = named(QProgressBar(), "agreement_progress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(CONTENT_WIDTH)
        self._text = named(QLabel(), "agreement_empty")
        self._waiting, self._figures = QWidget(), QWidget()
        self._area = named(QScrollArea(), "agreement_area")
        self._stack = QStackedWidget(self)
        self._lay_out()

    def show_reading(self) -> None:
        """Say that the scores are being compared."""
        self._say(_("Comparing the assessors' scores…"))
        self._bar.show()

    def show_empty(self, text: str) -> None:
        """Say why there is nothing to compare, and what to do."""
        self._say(text)
        self._bar.hide()

    def show_content(self, content: AgreementContent) -> None:
        """Show how far they agree."""
        self._basis.setText(content.basis)
        self._notice.setText(content.notice)
        self._notice.setVisible(bool(content.notice))
        self.alpha.show_table(content.alpha)
        self.leanings.show_table(content.leanings)
        self._stack.setCurrentWidget(self._area)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return tuple(part for part in (self.alpha, self.leanings) if part.isVisible())

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self._alpha_title.setText(_("Agreement: Krippendorff's alpha, ordinal"))
        self._leaning_title.setText(_("Lenient or strict: each assessor against their panels"))
        self._leaning_hint.setText(
            _(
                "The mean of an assessor's own score less the mean of the others', in points. "
                "Above 0 is more lenient, below 0 stricter; it judges neither side. "
                "A pair is a question that the assessor and at least one other scored."
            )
        )
        self._lines.setText(
            _(
                "1 is full agreement, 0 is chance. The lines drawn here are this program's own and "
                "no official rule: alpha from {units} compared questions on, “lenient” and "
                "“strict” from {difference} points and {pairs} pairs on. For alpha itself there "
                "are no bands: what is enough, the team decides."
            ).format(
                units=MINIMUM_UNITS,
                difference=show(NOTABLE_DIFFERENCE),
                pairs=MINIMUM_PAIRS,
            )
        )
        self.alpha.setAccessibleName(_("Krippendorff's alpha by dimension"))
        self.leanings.setAccessibleName(_("Assessors by dimension, lenient or strict"))
        self._bar.setAccessibleName(_("Comparing the assessors' scores"))

    def _say(self, text: str) -> None:
        self._text.setText(text)
        self._stack.setCurrentWidget(self._waiting)

    def _lay_out(self) -> None:
        for title in (self._alpha_title, self._leaning_title):
            enlarge(title, 1.15)
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(16, 10, 16, 8)
        figures.setSpacing(6)
        for part in (self._basis, self._notice, self._alpha_title, self._lines, self.alpha):
            figures.addWidget(part)
        figures.addSpacing(6)
        for part in (self._leaning_title, self._leaning_hint):
            figures.addWidget(part)
        figures.addWidget(self.leanings)
        figures.addStretch(1)
        self._area.setWidget(self._figures)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out_waiting()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _lay_out_waiting(self) -> None:
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(EMPTY_MARGIN, 0, EMPTY_MARGIN, 0)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        waiting.addStretch(1)
        waiting.addWidget(self._text)
        waiting.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        waiting.addStretch(2)
