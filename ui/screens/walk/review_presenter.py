"""The review: what is left to do, and the lock."""

from PySide6.QtCore import QObject

from assessor.domain.figures import show
from assessor.domain.records import Assessment
from assessor.domain.result import Result
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.dialogs import Dialogs
from ui.messages import explain
from ui.screens.walk.desk import REVIEW, Desk
from ui.screens.walk.review_entries import Finding, review_entries
from ui.screens.walk.view import WalkView


class ReviewPresenter(QObject):
    """Lists what is left to do; locks and reopens."""

    def __init__(self, desk: Desk, view: WalkView, dialogs: Dialogs) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._dialogs = dialogs
        desk.went.connect(self.show)
        desk.read_again.connect(self.show)
        view.review.place_chosen.connect(self._go)
        view.review.lock_wanted.connect(self.lock)
        view.review.reopen_wanted.connect(self.reopen)
        view.header.reopen_wanted.connect(self.reopen)

    def show(self) -> None:
        """Show the review when its step is open."""
        desk = self._desk
        if desk.step != REVIEW or not (desk.instrument and desk.assessment and desk.result):
            return
        entries = review_entries(desk.instrument, desk.assessment)
        summary = _summary(desk.assessment, desk.result)
        self._view.review.show_review(summary, _result(desk.result), entries)
        is_locked = desk.assessment.is_locked
        self._view.review.show_state(can_lock=not is_locked, can_reopen=is_locked)
        self._view.show_page(self._view.review)

    def lock(self) -> None:
        """Lock the assessment, or show the review with what is missing."""
        if self._desk.assessment is None:
            return
        self._desk.leaving.emit()
        if self._desk.step != REVIEW:
            self._desk.go(REVIEW)
        if self._is_complete() and not self._may_lock():
            return
        refused = self._desk.edit(self._desk.workspace.assessments.lock)
        self._view.review.show_problem("" if refused is None else explain(refused))
        self._view.review.start()

    def _is_complete(self) -> bool:
        """Return whether locking is left to the user; otherwise it is refused, which says why."""
        result = self._desk.result
        return result is not None and result.answered == result.total

    def _may_lock(self) -> bool:
        text = _(
            "A locked assessment cannot be changed any more, and its score sheets are marked as "
            "final. It can be reopened, but only with a reason that stays in the history."
        )
        return self._dialogs.confirm(_("Lock the assessment"), text, _("Lock"))

    def reopen(self) -> None:
        """Ask why, and make the assessment a draft again."""
        if self._desk.assessment is None:
            return
        reason = self._dialogs.ask_reason(
            _("Reopen the assessment"),
            _("Why is it reopened? The reason stays in the history, and the revision goes up."),
        )
        if reason is None:
            return
        assessments = self._desk.workspace.assessments
        refused = self._desk.edit(lambda opened: assessments.reopen(opened, reason))
        if refused is not None:
            self._dialogs.problem(explain(refused))

    def _go(self, finding: Finding) -> None:
        self._desk.go(finding.place.step, finding.place.key)
        if finding.section is not None:
            self._view.narrative.start(finding.section)
        elif finding.place.key is None:
            self._view.programmes.list.setFocus()
        else:
            self._view.table.setFocus()


def _summary(assessment: Assessment, result: Result) -> str:
    missing = result.total - result.answered
    if assessment.is_locked:
        return _("Locked as revision {revision}: it can be exported as it is.").format(
            revision=assessment.revision
        )
    if missing:
        words = ngettext(
            "{missing} of {total} questions is not done yet.",
            "{missing} of {total} questions are not done yet.",
            missing,
        )
        return words.format(missing=missing, total=result.total)
    return _("All {total} questions are done; the assessment can be locked.").format(
        total=result.total
    )


def _result(result: Result) -> str:
    words = _("Provisional index: {index}") if result.is_provisional else _("Index: {index}")
    return words.format(index=show(result.final))
