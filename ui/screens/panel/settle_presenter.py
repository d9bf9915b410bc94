"""The current question of a panel: what was said, and settling it."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QObject

from assessor.domain.errors import ScoreOutOfScale, UserError
from assessor.domain.ids import ParticipantId
from assessor.domain.instrument import SCALE, Question, Scope
from assessor.domain.panel import DECIMALS, Moderation, PanelAnswer, Standpoint
from assessor.domain.records import Assessment
from assessor.domain.score import AnswerKey
from assessor.services.panels import RegionPanel
from resources.i18n import gettext as _
from resources.i18n import language
from ui.messages import explain
from ui.screens.panel.answer_lines import programme_names
from ui.screens.panel.desk import PanelDesk
from ui.screens.panel.panel_page import PanelPage
from ui.screens.panel.said_page import SaidContent, Voice
from ui.screens.panel.settle_form import Draft
from ui.screens.panel.words import (
    STATUSES,
    exact,
    moderation_text,
    score_in_words,
    signed,
)

LONGEST_VALUE: Final = len("0,00")


class SettlePresenter(QObject):
    """Keeps what is typed for each question until it is settled."""

    def __init__(self, desk: PanelDesk, page: PanelPage) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self._key: AnswerKey | None = None
        self._place: tuple[ParticipantId, AnswerKey] | None = None
        self._drafts: dict[tuple[ParticipantId, AnswerKey], Draft] = {}
        page.table.moved.connect(self._move)
        page.table.settling_wanted.connect(page.form.start)
        page.form.settled.connect(self._settle)
        page.form.mean_left.connect(self._leave_mean)
        page.form.typed.connect(self._show_delta)

    def show(self) -> None:
        """Show the current question again."""
        self._move(self._page.table.current_key())

    def _move(self, key: AnswerKey | None) -> None:
        self._keep_draft()
        region = self._desk.region
        answer = None if region is None or key is None else self._desk.answer(key)
        self._page.allow_settling(answer is not None)
        if region is None or answer is None:
            self._place = None
            self._page.said.show_content(None)
            self._page.form.show_state("", STATUSES[Standpoint.AGREED], has_settled=False)
            self._page.form.show_draft(Draft())
            return
        place = (region.participant.id, answer.key)
        if place != self._place:
            self._place = place
            self._page.form.show_draft(self._drafts.get(place, Draft()))
        self._page.said.show_content(_said(region, answer))
        is_settled = answer.moderation is not None and answer.moderation.settled is not None
        self._page.form.show_state(
            _state(answer), STATUSES[answer.standpoint], has_settled=is_settled
        )
        self._show_delta()

    def _keep_draft(self) -> None:
        if self._place is not None:
            self._drafts[self._place] = self._page.form.draft()

    def _settle(self) -> None:
        value = typed_value(self._page.form.value.text())
        if value is None:
            self._page.form.show_problem(_out_of_scale())
            self._page.form.value.setFocus()
            return
        self._note(value)

    def _leave_mean(self) -> None:
        self._note(None)

    def _note(self, value: Decimal | None) -> None:
        if self._place is None:
            return
        place, reason = self._place, self._page.form.reason.text()
        panels = self._desk.workspace.panels
        error = self._desk.note(
            lambda participant: (
                panels.leave_mean(participant, place[1], reason)
                if value is None
                else panels.settle(participant, place[1], value, reason)
            )
        )
        if error is not None:
            self._refuse(error)
            return
        self._place = None
        self._drafts.pop(place, None)
        self._page.form.show_draft(Draft())
        self._page.table.setFocus()

    def _refuse(self, error: UserError) -> None:
        is_value = isinstance(error, ScoreOutOfScale)
        self._page.form.show_problem(_out_of_scale() if is_value else explain(error))
        (self._page.form.value if is_value else self._page.form.reason).setFocus()

    def _show_delta(self) -> None:
        answer = None if self._place is None else self._desk.answer(self._place[1])
        value = typed_value(self._page.form.value.text())
        if answer is None or value is None or answer.mean is None:
            self._page.form.show_delta("")
            return
        words = _("{delta} against the mean {mean}")
        delta = signed(Fraction(value) - answer.mean)
        self._page.form.show_delta(words.format(delta=delta, mean=exact(answer.mean)))


def typed_value(text: str) -> Decimal | None:
    """Return the value a person typed, with decimal comma or dot; None where it is no possible one.

    0 to 4, at most two decimals.
    """
    cleaned = text.strip().replace(",", ".")
    if not cleaned.isascii() or len(cleaned) > LONGEST_VALUE:
        return None
    try:
        value = Decimal(cleaned)
    except InvalidOperation:
        return None
    is_possible = value.is_finite() and SCALE[0] <= value <= SCALE[-1]
    return value if is_possible and value == round(value, DECIMALS) else None


def _out_of_scale() -> str:
    return _("A settled value is 0 to 4 with at most two decimals, such as 3 or 2,75. Type one.")


def _state(answer: PanelAnswer) -> str:
    moderation = answer.moderation
    if moderation is None:
        if not answer.is_apart:
            return _("The panel agrees well enough; there is nothing to settle.")
        if any(score.is_not_applicable for _who, score in answer.said):
            return _("To settle: not applicable stands against a score.")
        return _("To settle: the scores differ by {spread}.").format(spread=answer.spread)
    if answer.standpoint is Standpoint.OUTDATED:
        words = _("Scores changed since: the mean is {mean} now. Settle it again. {before}")
        return words.format(mean=exact(answer.mean), before=moderation_text(moderation))
    return moderation_text(moderation)


def _said(region: RegionPanel, answer: PanelAnswer) -> SaidContent:
    question = region.instrument.questions[answer.key.question]
    by_assessor = {one.assessor.id: one for one in region.assessments}
    return SaidContent(
        context=_context(region, question, answer.key),
        question=question.text.in_language(language()),
        voices=tuple(
            Voice(who.name, score_in_words(score), _note_of(by_assessor[who.id], answer.key))
            for who, score in answer.said
        ),
        history=tuple(moderation_text(one) for one in reversed(_moderations(region, answer.key))),
    )


def _context(region: RegionPanel, question: Question, key: AnswerKey) -> str:
    levels = dict.fromkeys(
        (question.indicator.in_language(language()), question.subindicator.in_language(language()))
    )
    if key.programme is None or question.scope is not Scope.PROGRAMME:
        return " / ".join(levels)
    return " / ".join((*levels, programme_names(region)[key.programme]))


def _note_of(assessment: Assessment, key: AnswerKey) -> str:
    """Return the note on the question, or on the programme where it is about one."""
    if key.programme is not None:
        return assessment.programme_notes.get(key.programme, "")
    return assessment.answer(key).note


def _moderations(region: RegionPanel, key: AnswerKey) -> tuple[Moderation, ...]:
    return tuple(one for one in region.moderations if one.key == key)
