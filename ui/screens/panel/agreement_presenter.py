"""How far the assessors agree: compared once the page is looked at."""

from PySide6.QtCore import QObject

from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.screens.panel.agreement_model import alpha_table, leaning_table
from ui.screens.panel.agreement_page import AgreementContent
from ui.screens.panel.desk import AgreementRead, PanelDesk
from ui.screens.panel.view import PanelView


class AgreementPresenter(QObject):
    """Words both tables."""

    def __init__(self, desk: PanelDesk, view: PanelView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        desk.agreement_read.connect(self.show)
        view.page_changed.connect(self.show)

    def show(self) -> None:
        """Show how far they agree, comparing first what is not compared yet."""
        if not self._view.shows_agreement:
            return
        found = self._desk.agreement
        if found is None:
            self._view.agreement.show_reading()
            self._desk.read_agreement()
        elif found.agreement.panels:
            shown = self._desk.round
            is_invented = shown is not None and shown.is_demonstration
            self._view.agreement.show_content(_content(found, is_invented=is_invented))
        else:
            self._view.agreement.show_empty(_nothing(found))


def _content(found: AgreementRead, *, is_invented: bool) -> AgreementContent:
    words = _("It rests on {assessments} locked assessments; {panels} regions have two or more.")
    basis = words.format(assessments=found.agreement.assessments, panels=found.agreement.panels)
    invented = _("The scores of this round are invented.") if is_invented else ""
    return AgreementContent(
        basis=" ".join((basis, _("What was settled plays no part in it."))),
        notice=" ".join(part for part in (invented, _left_out(found.left_out)) if part),
        alpha=alpha_table(found.agreement),
        leanings=leaning_table(found.agreement),
    )


def _nothing(found: AgreementRead) -> str:
    words = _(
        "There is nothing to compare yet: no region has two locked assessments. "
        "Merge the sheets of the assessors; drafts are not compared."
    )
    return "\n\n".join(part for part in (words, _left_out(found.left_out)) if part)


def _left_out(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "{number} region is left out: you have begun it and not locked your assessment of it.",
        "{number} regions are left out: you have begun them and not locked your assessments "
        "of them.",
        number,
    )
    return words.format(number=number)
