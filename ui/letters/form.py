"""The entries of a letter with their labels, saved while they are typed; decides nothing."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import DAYS, OF_SEVERAL_LINES, LetterField, LetterForm
from assessor.domain.logo import Logo
from resources.i18n import gettext as _
from resources.i18n.letter_fields import field_name
from ui.building import ProblemLine, named
from ui.days import write_day
from ui.theme import enlarge
from ui.widgets.saving_line import SavingLine
from ui.widgets.saving_text import SavingText

LOGO_SIZE: Final = QSize(120, 44)
"""Pixels."""


@dataclass(frozen=True, slots=True)
class EntryOf:
    """What a text in the form belongs to."""

    round: RoundId
    field: LetterField


class LetterFormPanel(QWidget):
    """Groups of entries below each other."""

    typed = Signal(object)
    """The `Typed` text of an entry, which belongs to an `EntryOf`."""
    logo_wanted = Signal()
    logo_removed = Signal()

    def __init__(
        self, groups: Mapping[str, Sequence[LetterField]], new_token: Callable[[], str]
    ) -> None:
        """Take the groups by their keys: "results", "request" or "office"."""
        super().__init__()
        self.setObjectName("letter_form")
        self._titles = {key: QLabel() for key in groups}
        self._labels = {field: QLabel() for group in groups.values() for field in group}
        self.fields: dict[LetterField, SavingText] = {
            field: named(_editor(field)(new_token), field.value)
            for field in self._labels
            if field is not LetterField.LOGO
        }
        self._logo = _LogoRow()
        self._logo.choose.clicked.connect(self.logo_wanted)
        self._logo.remove.clicked.connect(self.logo_removed)
        self._problem = ProblemLine("letter_problem")
        for field in self.fields.values():
            field.typed.connect(self.typed)
        self._lay_out(groups)
        self.retranslate()

    def show_form(self, round_id: RoundId, form: LetterForm) -> None:
        """Show what is saved; what is being typed or was refused stays as typed."""
        for field, editor in self.fields.items():
            day = form.days.get(field)
            text = write_day(day) if field in DAYS else form.texts.get(field, "")
            target: Hashable = EntryOf(round_id, field)
            editor.show_text(text, target)
        self._logo.show_logo(form.logo)

    def show_problem(self, text: str) -> None:
        """Say why an entry was not saved; it stays as typed."""
        self._problem.tell(text)

    def go_to(self, field: LetterField) -> None:
        """Put the cursor into an entry."""
        widget = self._logo.choose if field is LetterField.LOGO else self.fields[field]
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        titles = {
            "results": _("This round's letter"),
            "request": _("This round's request"),
            "office": _("The office, for every letter"),
        }
        for key, label in self._titles.items():
            label.setText(titles[key])
        for field, label in self._labels.items():
            label.setText(field_name(field))
        for field, editor in self.fields.items():
            editor.setAccessibleName(field_name(field))
            editor.setPlaceholderText(_example(field))
        self._logo.retranslate()

    def _lay_out(self, groups: Mapping[str, Sequence[LetterField]]) -> None:
        """Put all groups into one grid, so that their entries begin at one place."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for key, group in groups.items():
            enlarge(self._titles[key], 1.1)
            grid.addWidget(self._titles[key], grid.rowCount(), 0, 1, 2)
            for field in group:
                self._add_entry(grid, field)
        layout.addLayout(grid)
        layout.addWidget(self._problem)
        layout.addStretch()

    def _add_entry(self, grid: QGridLayout, field: LetterField) -> None:
        label, row = self._labels[field], grid.rowCount()
        widget = self._logo if field is LetterField.LOGO else self.fields[field]
        label.setBuddy(self._logo.choose if field is LetterField.LOGO else widget)
        label.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(widget, row, 1)


class _LogoRow(QWidget):
    """The picture, and how to get another one."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = named(QLabel(), "logo_picture")
        self.choose = named(QPushButton(), "choose_logo")
        self.remove = named(QPushButton(), "remove_logo")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._picture, self.choose, self.remove):
            layout.addWidget(part)
        layout.addStretch()
        self._shown: bytes = b""

    def show_logo(self, logo: Logo | None) -> None:
        data = b"" if logo is None else logo.data
        self._picture.setVisible(logo is not None)
        self.remove.setVisible(logo is not None)
        if data == self._shown:
            return
        self._shown = data
        image = QImage.fromData(data)
        if not image.isNull():
            kept, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._picture.setPixmap(QPixmap.fromImage(image.scaled(LOGO_SIZE, kept, smooth)))

    def retranslate(self) -> None:
        self.choose.setText(_("Choose logo…"))
        self.remove.setText(_("Remove logo"))
        self._picture.setAccessibleName(_("The logo chosen"))


def _editor(field: LetterField) -> type[SavingText]:
    return SavingText if field in OF_SEVERAL_LINES else SavingLine


def _example(field: LetterField) -> str:
    """Return what an empty entry says of itself."""
    if field in DAYS:
        return _("day/month/year")
    return {
        LetterField.TAGLINE: _("a dash (-) if there is none"),
        LetterField.COPIES: _("one on each line; a dash (-) if nobody gets a copy"),
        LetterField.SIGNATORY_TITLE: _("as it stands above the signature"),
        LetterField.REQUEST_REPLY: _("an address, e-mail or telephone number"),
    }.get(field, "")
