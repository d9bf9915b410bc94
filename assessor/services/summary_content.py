"""What stands in a region's printed summary, taken from its report."""

from assessor.domain.instrument import Scope
from assessor.domain.page_standing import AssessmentHead, Basis
from assessor.domain.records import Assessment, NarrativeSection, Round
from assessor.domain.scoring import round_half_up
from assessor.domain.summary import (
    ScoreSummary,
    SummaryAssessor,
    SummaryChange,
    SummaryDimension,
    SummaryInstrument,
    SummaryProgramme,
    SummaryRegion,
    SummaryRound,
)
from assessor.services.region_report import ProgrammeReport, RegionReport


def summary_of(report: RegionReport) -> ScoreSummary:
    """Return all that is printed of a region, figures half-up to two decimals where they show."""
    region, cohort = report.participant.region, report.participant.cohort
    questions = report.instrument.questions.values()
    asked = [one for one in questions if one.scope is Scope.PROGRAMME]
    return ScoreSummary(
        round=_round(report.round),
        region=SummaryRegion(region.name, region.code, region.province, cohort.name),
        instrument=_instrument(report),
        assessors=tuple(_assessor(one) for one in report.assessments),
        dimensions=_dimensions(report),
        sum=report.derivation.sum,
        final=report.derivation.final,
        rank=report.rank,
        ranked=report.ranked,
        is_rank_final=report.is_rank_final,
        change=_change(report),
        programme_questions=tuple(one.subindicator.indonesian for one in asked),
        programmes=tuple(_programme(one) for one in report.programmes),
        answered=report.result.answered,
        questions=report.result.total,
        settled=sum(
            one.moderation is not None and one.moderation.settled is not None
            for one in report.answers
        ),
        is_provisional=report.is_provisional,
    )


def basis_of(report: RegionReport) -> Basis:
    """Return what tells later why the summary was overtaken."""
    settled = [one.moderation.at for one in report.answers if one.moderation is not None]
    return Basis(
        heads=tuple(AssessmentHead.of(one) for one in report.assessments),
        moderated_at=max(settled, default=None),
        rank=report.rank,
        ranked=report.ranked,
        is_rank_final=report.is_rank_final,
    )


def _round(round_: Round) -> SummaryRound:
    return SummaryRound(round_.name, round_.year, round_.stage, round_.is_demonstration)


def _instrument(report: RegionReport) -> SummaryInstrument:
    instrument = report.instrument
    return SummaryInstrument(
        id=instrument.id,
        name=instrument.name.indonesian,
        confidence=instrument.confidence,
        source=instrument.source.indonesian,
        rounding=instrument.rounding,
        panel_size=instrument.panel_size,
    )


def _assessor(assessment: Assessment) -> SummaryAssessor:
    return SummaryAssessor(
        name=assessment.assessor.name,
        institution=assessment.assessor.institution,
        revision=assessment.revision,
        is_locked=assessment.is_locked,
        changed_at=assessment.changed_at,
        weaknesses=assessment.items(NarrativeSection.WEAKNESSES),
        strengths=assessment.items(NarrativeSection.STRENGTHS),
        recommendations=assessment.items(NarrativeSection.RECOMMENDATIONS),
    )


def _dimensions(report: RegionReport) -> tuple[SummaryDimension, ...]:
    before = {} if report.previous is None else report.previous.dimensions
    return tuple(
        SummaryDimension(
            name=step.dimension.name.indonesian,
            weight=step.dimension.weight,
            counted=step.counted,
            questions=len(step.values),
            sum=step.sum,
            mean=step.mean,
            product=step.product,
            contribution=step.contribution,
            previous=before.get(step.dimension.key),
        )
        for step in report.derivation.steps
    )


def _change(report: RegionReport) -> SummaryChange | None:
    previous, found = report.previous, report.improvement_derivation
    if previous is None or found is None:
        return None
    return SummaryChange(
        year=previous.year,
        source=previous.source,
        is_provisional=previous.is_provisional,
        published=previous.final,
        recomputed=None if found.recomputed is None else found.recomputed.final,
        of_published=found.improvement.of_finals,
        of_recomputed=found.improvement.recomputed,
    )


def _programme(report: ProgrammeReport) -> SummaryProgramme:
    return SummaryProgramme(
        pillar=report.programme.pillar,
        name=report.programme.name,
        values=tuple(
            None if value is None else round_half_up(value) for value in report.values.values()
        ),
        mean=report.mean,
    )
