"""Pasting a list of names: exact ones are taken, every doubtful one is asked about."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.ids import RegionId
from assessor.domain.region_names import MatchKind, RegionMatch
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.building import fit_to_screen, hint, named
from ui.theme import set_role

SIZE: Final = (760, 560)
UNDECIDED: Final = "undecided"
LEFT_OUT: Final = "left out"
TYPED, MEANING, CHOICE = range(3)

Match = Callable[[str], tuple[RegionMatch, ...]]


class NamesDialog(QDialog):
    """Shows what each typed name means; can be accepted once every doubtful one is decided."""

    def __init__(self, parent: QWidget | None, match: Match) -> None:
        super().__init__(parent)
        self.setObjectName("names_dialog")
        self.setWindowTitle(_("Paste names of regions"))
        fit_to_screen(self, *SIZE)
        self._match = match
        self._matches: tuple[RegionMatch, ...] = ()
        self._choices: dict[int, QComboBox] = {}
        self._explanation = hint()
        self._explanation.setText(
            _(
                "One name on a line, as “Kab. Sleman” or “Kota Denpasar”; a code such as 51.71 "
                "works too. Names that fit exactly are taken, all others are asked about."
            )
        )
        self._text = named(QPlainTextEdit(), "names")
        self._text.setAccessibleName(_("Names of regions, one on a line"))
        self._text.setTabChangesFocus(True)
        self._check = named(QPushButton(_("Check the &names")), "check_names")
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._table = self._build_table()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton(
            _("&Add regions"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        cancel = self._buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        named(self._accept, "accept")
        named(cancel, "cancel")
        set_role(self._accept, "primary")
        self._connect()
        self._lay_out()

    def ask(self) -> tuple[RegionId, ...] | None:
        """Show the dialog; return the regions meant, or None when the user thinks better of it."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        return self._regions() if accepted else None

    def _build_table(self) -> QTableWidget:
        table = named(QTableWidget(0, CHOICE + 1), "matches")
        table.setAccessibleName(_("What the names mean"))
        table.setHorizontalHeaderLabels([_("Typed"), _("What it is"), _("Region")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.hide()
        return table

    def _connect(self) -> None:
        self._check.clicked.connect(self._show_matches)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        # What was checked no longer belongs to a text that changed.
        self._text.textChanged.connect(self._forget)
        self._forget()

    def _forget(self) -> None:
        self._matches, self._choices = (), {}
        self._table.hide()
        self._summary.clear()
        self._check.setEnabled(bool(self._text.toPlainText().strip()))
        self._accept.setEnabled(False)

    def _show_matches(self) -> None:
        found = self._match(self._text.toPlainText())
        # The doubtful ones first: they are why this table is shown.
        self._matches = tuple(sorted(found, key=lambda one: one.kind is MatchKind.EXACT))
        self._table.setRowCount(len(self._matches))
        self._choices = {
            row: self._choice(row, one)
            for row, one in enumerate(self._matches)
            if one.region is None
        }
        for row, one in enumerate(self._matches):
            self._table.setItem(row, TYPED, QTableWidgetItem(one.typed))
            self._table.setItem(row, MEANING, QTableWidgetItem(_meaning(one.kind)))
            if one.region is None:
                self._table.setCellWidget(row, CHOICE, self._choices[row])
            else:
                self._table.setItem(row, CHOICE, QTableWidgetItem(one.region.name))
        self._table.resizeRowsToContents()
        self._order_choices()
        self._table.show()
        self._decide()
        next(iter(self._choices.values()), self._accept).setFocus()

    def _order_choices(self) -> None:
        """Let Tab go from choice to choice, then to what adds the regions."""
        stops = (self._check, *self._choices.values(), self._accept)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _choice(self, row: int, match: RegionMatch) -> QComboBox:
        choice = named(QComboBox(), f"choice_{row}")
        choice.setAccessibleName(_("Region meant by {name}").format(name=match.typed))
        choice.addItem(_("Please choose…"), UNDECIDED)
        for region in match.suggestions:
            choice.addItem(f"{region.name}, {region.province}", region.id)
        choice.addItem(_("Leave it out"), LEFT_OUT)
        choice.currentIndexChanged.connect(self._decide)
        return choice

    def _decide(self) -> None:
        """Count what is still to be decided; nothing is added before that is nothing."""
        open_ones = sum(choice.currentData() == UNDECIDED for choice in self._choices.values())
        exact = sum(one.kind is MatchKind.EXACT for one in self._matches)
        self._accept.setEnabled(bool(self._matches) and open_ones == 0)
        taken = ngettext("{number} name fits exactly.", "{number} names fit exactly.", exact)
        asked = ngettext(
            "{number} is for you to decide.", "{number} are for you to decide.", open_ones
        )
        parts = [taken.format(number=exact)]
        if open_ones:
            parts.append(asked.format(number=open_ones))
        self._summary.setText(" ".join(parts))

    def _regions(self) -> tuple[RegionId, ...]:
        exact = [one.region.id for one in self._matches if one.region is not None]
        chosen = [choice.currentData() for choice in self._choices.values()]
        asked = [RegionId(one) for one in chosen if isinstance(one, int)]
        return tuple(dict.fromkeys(exact + asked))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._explanation)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._check, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._summary)
        layout.addWidget(self._table, 2)
        layout.addWidget(self._buttons)


def _meaning(kind: MatchKind) -> str:
    return {
        MatchKind.EXACT: _("Fits exactly"),
        MatchKind.AMBIGUOUS_KIND: _("There is a kabupaten and a kota of this name"),
        MatchKind.WRONG_KIND: _("Kabupaten and kota mixed up"),
        MatchKind.CODE_DISAGREES: _("Code and name belong to different regions"),
        MatchKind.NEAR_MISS: _("Similar names"),
        MatchKind.UNKNOWN: _("No region of this name"),
    }[kind]
