"""Changing one's name and institution."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.errors import UserError
from assessor.domain.records import Assessor
from resources.i18n import gettext as _
from ui.building import ProblemLine, hint, named
from ui.messages import explain

WIDTH: Final = 460

Save = Callable[[str, str], None]


class PersonDialog(QDialog):
    """Stays open, as typed, until what was typed can be taken."""

    def __init__(self, parent: QWidget | None, me: Assessor | None, save: Save) -> None:
        super().__init__(parent)
        self.setObjectName("person")
        self.setWindowTitle(_("Who are you?"))
        self.setMinimumWidth(WIDTH)
        self._save = save
        self._name = named(QLineEdit("" if me is None else me.name), "name")
        self._institution = named(QLineEdit("" if me is None else me.institution), "institution")
        self._problem = ProblemLine("problem")
        explanation = hint()
        explanation.setText(
            _("A new name stands on every sheet you export from now on, earlier scores included.")
        )
        form = QFormLayout()
        form.addRow(_("&Name"), self._name)
        form.addRow(_("&Institution"), self._institution)
        buttons = QDialogButtonBox()
        named(buttons.addButton(_("OK"), QDialogButtonBox.ButtonRole.AcceptRole), "accept")
        named(buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole), "cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for part in (explanation, self._problem, buttons):
            layout.addWidget(part)

    def accept(self) -> None:
        """Close once name and institution are taken down."""
        try:
            self._save(self._name.text(), self._institution.text())
        except UserError as error:
            self._problem.tell(explain(error))
            self._name.setFocus()
        else:
            super().accept()
