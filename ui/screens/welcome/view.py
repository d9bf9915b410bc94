"""What a first start shows: language, who you are, and three ways to begin."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import LANGUAGES, language
from resources.i18n import gettext as _
from ui.building import CONTENT_WIDTH, ProblemLine, column, hint, named
from ui.theme import enlarge, set_role

LANGUAGE_NAMES: Final = {"id": "Bahasa Indonesia", "en": "English"}
BUTTON_WIDTH: Final = 250


class WelcomeView(QScrollArea):
    """Layout and what was asked for; decides nothing."""

    language_chosen = Signal(str)
    sample_wanted = Signal()
    new_round_wanted = Signal()
    other_workspace_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title, self._subtitle = QLabel(), hint()
        enlarge(self._title, 1.9)
        self._who, self._who_hint, self._start = QLabel(), hint(), QLabel()
        for heading in (self._who, self._start):
            enlarge(heading, 1.2)
        self._name_label, self._institution_label = QLabel(), QLabel()
        self.name = named(QLineEdit(), "name")
        self.institution = named(QLineEdit(), "institution")
        self._name_label.setBuddy(self.name)
        self._institution_label.setBuddy(self.institution)
        self._problem = ProblemLine("problem")
        self._languages = {language: self._language_button(language) for language in LANGUAGES}
        self._buttons = self._start_buttons()
        self._hints = [hint() for _button in self._buttons]
        self.name.returnPressed.connect(self.institution.setFocus)
        self.institution.returnPressed.connect(self._buttons[0].setFocus)
        self._lay_out()
        self.retranslate()

    def show_person(self, name: str, institution: str) -> None:
        """Fill in what this workspace knows already."""
        self.name.setText(name)
        self.institution.setText(institution)

    def show_problem(self, text: str) -> None:
        """Say what is missing, and go where it is; "" takes an earlier problem away."""
        self._problem.tell(text)
        if text:
            self.name.setFocus()

    def retranslate(self) -> None:
        """Show every text in the language in use, and which one that is."""
        self._languages[language()].setChecked(True)
        self._problem.tell("")
        self._title.setText(_("Smart City Assessor"))
        self._subtitle.setText(
            _("Walk a city through its dimensions, score its quick wins, export the score sheet.")
        )
        self._who.setText(_("Who are you?"))
        self._who_hint.setText(
            _("This stands on your score sheets and in the change log. It stays on this computer.")
        )
        self._name_label.setText(_("&Name"))
        self._institution_label.setText(_("&Institution"))
        self._start.setText(_("How do you want to begin?"))
        texts = (_("&Open the 2020 round"), _("&Start a new round…"), _("Open another &workspace…"))
        hints = (
            _("A sample with real names: 75 regions, and the quick-win programmes of Denpasar."),
            _("Choose the year, the instrument and the participating regions."),
            _("A file that a colleague gave you, or one you used before."),
        )
        for button, text, label, explanation in zip(
            self._buttons, texts, self._hints, hints, strict=True
        ):
            button.setText(text)
            label.setText(explanation)

    def _language_button(self, language: str) -> QRadioButton:
        button = named(QRadioButton(LANGUAGE_NAMES[language]), f"language_{language}")
        button.clicked.connect(lambda: self.language_chosen.emit(language))
        return button

    def _start_buttons(self) -> list[QPushButton]:
        names = ("sample", "new_round", "open_workspace")
        signals = (self.sample_wanted, self.new_round_wanted, self.other_workspace_wanted)
        buttons = []
        for name, signal in zip(names, signals, strict=True):
            button = named(QPushButton(), name)
            button.setMinimumWidth(BUTTON_WIDTH)
            button.setAutoDefault(True)
            button.clicked.connect(signal)
            buttons.append(button)
        set_role(buttons[0], "primary")
        return buttons

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setContentsMargins(36, 28, 36, 28)
        content.addLayout(column(self._title, self._subtitle))
        content.addSpacing(10)
        content.addLayout(self._language_row())
        content.addSpacing(14)
        content.addLayout(column(self._who, self._who_hint))
        content.addLayout(self._person_fields())
        content.addWidget(self._problem)
        content.addSpacing(14)
        content.addWidget(self._start)
        content.addLayout(self._beginnings())
        self.setWidget(_centred(content))

    def _language_row(self) -> QHBoxLayout:
        languages = QHBoxLayout()
        group = QButtonGroup(self)
        for button in self._languages.values():
            group.addButton(button)
            languages.addWidget(button)
        languages.addStretch()
        return languages

    def _person_fields(self) -> QGridLayout:
        person = QGridLayout()
        person.setHorizontalSpacing(12)
        for row, (label, field) in enumerate(
            ((self._name_label, self.name), (self._institution_label, self.institution))
        ):
            person.addWidget(label, row, 0)
            person.addWidget(field, row, 1)
        return person

    def _beginnings(self) -> QGridLayout:
        start = QGridLayout()
        start.setHorizontalSpacing(16)
        start.setVerticalSpacing(10)
        start.setColumnStretch(1, 1)
        for row, (button, label) in enumerate(zip(self._buttons, self._hints, strict=True)):
            start.addWidget(button, row, 0)
            start.addWidget(label, row, 1)
        return start


def _centred(content: QVBoxLayout) -> QWidget:
    card = QFrame()
    set_role(card, "card")
    card.setLayout(content)
    card.setFixedWidth(CONTENT_WIDTH)
    page = QWidget()
    # Not by alignment: an aligned widget gets the height of its text before that wraps.
    across = QHBoxLayout()
    across.addStretch()
    across.addWidget(card)
    across.addStretch()
    layout = QVBoxLayout(page)
    layout.addStretch()
    layout.addLayout(across)
    layout.addStretch()
    return page
