"""Header, steps and running result of the open region."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QObject

from assessor.domain.figures import NOTHING, show
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Dimension, Instrument, RoundingRule
from assessor.domain.records import Assessment, NarrativeSection, Participant, PublishedResult
from assessor.domain.result import DimensionResult, Result, final_range
from assessor.domain.scoring import round_half_up
from resources.i18n import gettext as _
from resources.i18n import language
from ui.screens.walk.desk import NARRATIVE, REVIEW, Desk
from ui.screens.walk.header import HeaderContent
from ui.screens.walk.lines import PROVISIONAL_MARK, programme_questions
from ui.screens.walk.result_panel import ResultContent
from ui.screens.walk.step_bar import Step
from ui.screens.walk.view import WalkView
from ui.wording import confidence_text


class ResultPresenter(QObject):
    """Keeps what stands around the questions in step with them."""

    def __init__(self, desk: Desk, view: WalkView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        desk.opened.connect(self._show_open)
        desk.settling.add(self.show)
        desk.went.connect(self._show_step)

    def show(self) -> None:
        """Show header, steps and result of the open region."""
        desk = self._desk
        self._show_place()
        if desk.instrument is not None and desk.assessment is not None and desk.result is not None:
            self._view.result.show_content(
                result_content(desk.instrument, desk.assessment, desk.result, desk.previous)
            )

    def _show_open(self) -> None:
        """Show a region that was just opened; its figures follow once the questions are painted."""
        self._show_region()
        self._view.result.clear()

    def _show_region(self) -> None:
        desk = self._desk
        if desk.participant is not None and desk.instrument is not None:
            self._view.header.show_content(_header(desk.participant, desk.instrument, desk))
            if desk.assessment is not None:
                self._view.steps.show_steps(_steps_without_figures(desk.instrument))

    def _show_place(self) -> None:
        desk = self._desk
        if desk.participant is None or desk.instrument is None:
            return
        self._view.header.show_content(_header(desk.participant, desk.instrument, desk))
        if desk.assessment is None or desk.result is None:
            return
        self._view.steps.show_steps(_steps(desk.assessment, desk.result))
        self._show_step()

    def _show_step(self) -> None:
        self._view.steps.select(self._desk.step)
        self._view.caption(_caption(self._desk))


def _header(participant: Participant, instrument: Instrument, desk: Desk) -> HeaderContent:
    assessment, evaluation = desk.assessment, desk.round
    region = participant.region
    closed = ""
    if not participant.takes_part:
        closed = _("This region does not take part in the round; there is nothing to score.")
    elif assessment is not None and assessment.is_locked:
        closed = _("Locked, so nothing can be changed. To change it, reopen it with a reason.")
    is_demonstration = evaluation is not None and evaluation.is_demonstration
    return HeaderContent(
        region=region.name,
        place=" · ".join((region.code, region.province, evaluation.name if evaluation else "")),
        state="" if assessment is None else _state(assessment),
        notices=tuple(_notices(instrument, is_demonstration=is_demonstration)),
        closed_because=closed,
        can_reopen=assessment is not None and assessment.is_locked,
    )


def _state(assessment: Assessment) -> str:
    words = _("Draft, revision {revision}")
    if assessment.is_locked:
        words = _("Locked, revision {revision}")
    state = words.format(revision=assessment.revision)
    return (
        " · ".join((state, _("changed since export"))) if assessment.changed_since_export else state
    )


def _notices(instrument: Instrument, *, is_demonstration: bool) -> list[tuple[str, str]]:
    notices = []
    if is_demonstration:
        notices.append((_("Demonstration"), _("The scores of this round are invented.")))
    if not instrument.is_official:
        notices.append(
            (
                _("Instrument: {confidence}").format(
                    confidence=confidence_text(instrument.confidence)
                ),
                instrument.source.in_language(language()),
            )
        )
    return notices


def _steps(assessment: Assessment, result: Result) -> tuple[Step, ...]:
    lists = sum(bool(assessment.items(section)) for section in NarrativeSection)
    return (
        *(
            Step(
                one.dimension.key,
                one.dimension.name.in_language(language()),
                one.answered,
                one.total,
                _counting(one.dimension),
            )
            for one in result.dimensions
        ),
        Step(NARRATIVE, _("Narrative"), lists, len(NarrativeSection)),
        Step(REVIEW, _("Review"), result.answered, result.total),
    )


def _steps_without_figures(instrument: Instrument) -> tuple[Step, ...]:
    dimensions = ((one.key, one.name.in_language(language())) for one in instrument.dimensions)
    places = (*dimensions, (NARRATIVE, _("Narrative")), (REVIEW, _("Review")))
    return tuple(Step(key, name) for key, name in places)


def _counting(dimension: Dimension) -> str:
    if not programme_questions(dimension):
        return ""
    return _("A question about programmes counts once: when every programme has its score.")


def _caption(desk: Desk) -> str:
    dimension, assessment = desk.dimension, desk.assessment
    if desk.step == NARRATIVE:
        return _("Weaknesses, strengths, recommendations")
    if dimension is None or assessment is None:
        return _("Review before locking")
    name = _("{dimension}, weight {weight} %").format(
        dimension=dimension.name.in_language(language()), weight=dimension.weight
    )
    programmes = (one.name for one in assessment.programmes if one.id == desk.programme)
    programme = next(programmes, None)
    return name if programme is None else f"{name} · {programme}"


def result_content(
    instrument: Instrument,
    assessment: Assessment,
    result: Result,
    previous: PublishedResult | None,
) -> ResultContent:
    """Return the running result in words, last year's beside it."""
    before: Mapping[DimensionKey, Decimal] = {} if previous is None else previous.dimensions
    title = _("Provisional index") if result.is_provisional else _("Index of this assessment")
    return ResultContent(
        rows=tuple(_row(one, before) for one in result.dimensions),
        title=title,
        index=show(result.final),
        range=_range(instrument, assessment, result),
        previous=_previous(previous),
        rule=_rule(instrument),
        notice=""
        if instrument.is_official
        else f"{confidence_text(instrument.confidence)}: "
        + instrument.source.in_language(language()),
    )


def _row(
    result: DimensionResult, before: Mapping[DimensionKey, Decimal]
) -> tuple[str, str, str, str, str]:
    part = result.contribution
    return (
        result.dimension.name.in_language(language()),
        show(result.mean) + (PROVISIONAL_MARK if _is_open(result) else ""),
        f"{result.dimension.weight} %",
        show(None if part is None else round_half_up(Fraction(part))),
        show(before.get(result.dimension.key)),
    )


def _range(instrument: Instrument, assessment: Assessment, result: Result) -> str:
    if not result.is_provisional:
        if result.final is None:
            return _("A dimension applies nowhere: no index can come of this.")
        return ""
    if result.answered == result.total:
        return _("All questions are done; it is provisional until the assessment is locked.")
    possible = final_range(instrument, assessment)
    if possible is None:
        return _("A dimension applies nowhere: no index can come of this.")
    low, high = possible
    words = _("{done} of {total} questions done. Still possible: {low} to {high}.").format(
        done=result.answered, total=result.total, low=show(low), high=show(high)
    )
    if not any(_is_open(one) for one in result.dimensions):
        return words
    legend = _("{mark} provisional: questions of the dimension are open.")
    return "\n".join((words, legend.format(mark=PROVISIONAL_MARK)))


def _is_open(result: DimensionResult) -> bool:
    """Return whether a mean rests on a part of its dimension's questions only."""
    return result.mean is not None and result.answered < result.total


def _previous(previous: PublishedResult | None) -> str:
    if previous is None:
        return _("Last year: {nothing} (no result known)").format(nothing=NOTHING)
    words = _("Last year ({year}): {final}").format(year=previous.year, final=show(previous.final))
    lines = [words]
    if previous.is_provisional:
        lines[0] = _("Last year ({year}): {final}, provisional").format(
            year=previous.year, final=show(previous.final)
        )
    if previous.source:
        lines.append(_("Source: {source}").format(source=previous.source))
    if not previous.dimensions:
        lines.append(_("Only the final index was published, no dimensions or questions."))
    return "\n".join(lines)


def _rule(instrument: Instrument) -> str:
    if instrument.rounding is RoundingRule.TOTAL:
        return _("Rounded once: the sum of all contributions, half up to two decimals.")
    return _("Rounded twice: each contribution, then the sum, half up to two decimals.")
