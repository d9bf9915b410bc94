"""Weaknesses, strengths, recommendations: three lists, one item on each line."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from assessor.domain.records import NarrativeSection
from resources.i18n import gettext as _
from ui.theme import Status, set_role
from ui.widgets.numbered_text import NumberedText

BESIDE_FROM = 600
"""Pixels; a narrower page puts the lists below each other."""


def section_name(section: NarrativeSection) -> str:
    """Return a list's name in the language in use."""
    return {
        NarrativeSection.WEAKNESSES: _("Weaknesses"),
        NarrativeSection.STRENGTHS: _("Strengths"),
        NarrativeSection.RECOMMENDATIONS: _("Recommendations"),
    }[section]


class NarrativePage(QWidget):
    """Saves each list while it is typed."""

    typed = Signal(object, str, str)
    """The section, its text, and the token of this stay in the field."""

    left = Signal()
    """Escape was pressed in one of the lists."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("narrative_page")
        self._titles = {section: QLabel() for section in NarrativeSection}
        self._lists = {section: NumberedText(new_token) for section in NarrativeSection}
        self._hint, self._problem = QLabel(), QLabel()
        self._lay_out()
        for section, field in self._lists.items():
            field.left.connect(self.left)
            field.typed.connect(lambda text, edit, at=section: self.typed.emit(at, text, edit))
        self.retranslate()

    def show_narrative(
        self, narrative: Mapping[NarrativeSection, str], *, is_read_only: bool, is_other: bool
    ) -> None:
        """Show what is saved; a list that is being typed is left alone, unless `is_other`.

        `is_other` says that this is another assessment than before.
        """
        for section, field in self._lists.items():
            text = narrative.get(section, "")
            if is_other or (not field.is_pending and field.text() != text):
                field.show_text(text)
            field.setReadOnly(is_read_only)
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """Say why something was refused; what was typed stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def flush(self) -> None:
        """Hand over what is being typed."""
        for field in self._lists.values():
            field.flush()

    def start(self, section: NarrativeSection = NarrativeSection.WEAKNESSES) -> None:
        """Put the cursor into one of the lists."""
        self._lists[section].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._hint.setText(_("One item on each line. Empty lines are left out of the sheet."))
        for section, label in self._titles.items():
            label.setText(section_name(section))
            self._lists[section].setAccessibleName(section_name(section))

    def _lay_out(self) -> None:
        set_role(self._hint, "hint")
        set_role(self._problem, Status.PROBLEM)
        self._hint.setObjectName("narrative_hint")
        self._problem.setObjectName("narrative_problem")
        self._problem.setWordWrap(True)
        self._hint.setWordWrap(True)
        self._columns = QHBoxLayout()
        for section, field in self._lists.items():
            field.setObjectName(section.value)
            self._titles[section].setBuddy(field)
            column = QVBoxLayout()
            column.addWidget(self._titles[section])
            column.addWidget(field, stretch=1)
            self._columns.addLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._hint)
        layout.addLayout(self._columns, stretch=1)
        layout.addWidget(self._problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists below each other where there is no room beside."""
        wide = event.size().width() >= BESIDE_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        super().resizeEvent(event)
