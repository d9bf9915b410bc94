"""A question with two answers: one programme or two, one person or two, taken or left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from assessor.domain.instrument import Pillar
from assessor.domain.merging.decisions import ProgrammeChange, ProgrammeQuestion
from resources.i18n import gettext as _
from ui.building import hint, named
from ui.screens.merge.decision_items import (
    NameItem,
    ProgrammeItem,
    answer_names,
    place,
    title,
    waits,
)
from ui.theme import enlarge


class ChoicePanel(QWidget):
    """Layout and what was answered; decides nothing."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._item: ProgrammeItem | NameItem | None = None
        self._title, self._text, self._note = QLabel(), QLabel(), hint()
        enlarge(self._title, 1.15)
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self.yes, self.no = named(QRadioButton(), "answer_yes"), named(QRadioButton(), "answer_no")
        self._group = QButtonGroup(self)
        for button in (self.yes, self.no):
            self._group.addButton(button)
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._title, self._text, self.yes, self.no, self._note):
            layout.addWidget(part)
        layout.addStretch()

    def show_item(self, item: ProgrammeItem | NameItem) -> None:
        """Ask about `item`, with the answer given or the one that counts without any."""
        self._item = item
        is_yes = item.is_taken if isinstance(item, ProgrammeItem) else item.is_same
        self._group.setExclusive(False)
        self.yes.setChecked(is_yes and not waits(item))
        self.no.setChecked(not is_yes and not waits(item))
        self._group.setExclusive(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        item = self._item
        if item is None:
            return
        self._title.setText(" – ".join(part for part in (place(item), title(item)) if part))
        yes, no = answer_names(item)
        self.yes.setText(yes)
        self.no.setText(no)
        self._text.setText(
            _name_question(item) if isinstance(item, NameItem) else _explained(item.question)
        )
        self._note.setText(
            _("The files wait until this is decided.")
            if waits(item)
            else _("What is chosen here counts; change it if it is not right.")
        )


def _name_question(item: NameItem) -> str:
    new, known = item.pair
    return _(
        "A sheet comes from “{new}” ({new_place}); known is “{known}” ({known_place}). The names "
        "are nearly the same, but the marks in the files are not. Is it one person?"
    ).format(
        new=new.name,
        new_place=new.institution or "–",
        known=known.name,
        known_place=known.institution or "–",
    )


def _explained(question: ProgrammeQuestion) -> str:
    known, found = question.known, question.found
    if question.change is ProgrammeChange.MOVED:
        known, found = pillar_name(Pillar(known)), pillar_name(Pillar(found))
    sentence = {
        ProgrammeChange.ADDED: _(
            "The sheet has the programme “{found}”, which the region's list does not have. "
            "Taken, it is added; left, its scores are not merged."
        ),
        ProgrammeChange.RENAMED: _(
            "The list says “{known}”, the sheet says “{found}”. Taken, the list gets the new "
            "name; left, it keeps its own. The scores are merged either way."
        ),
        ProgrammeChange.MOVED: _(
            "The list has it under “{known}”, the sheet under “{found}”. Taken, it moves; left, "
            "it stays. The scores are merged either way."
        ),
        ProgrammeChange.MISSING: _(
            "An earlier version of the sheet had the programme “{known}”, this one does not. "
            "Taken, it is removed from the region's list for the whole panel; left, it stays."
        ),
        ProgrammeChange.NEAR_MISS: _(
            "The list has “{known}”, the sheet has “{found}”. The names are nearly the same. Are "
            "they one programme, whose scores belong together, or two?"
        ),
    }[question.change]
    return sentence.format(known=known, found=found)


def pillar_name(pillar: Pillar) -> str:
    """Return a pillar as the instrument calls it, which is English in both languages."""
    return f"Smart {pillar.value.capitalize()}"
