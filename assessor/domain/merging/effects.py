"""What a merge does to finals and ranks, and which files do it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assessor.domain.content import Content
from assessor.domain.ids import ParticipantId
from assessor.domain.merging.joining import NOTHING
from assessor.domain.merging.region import AssessmentPlan, RegionPlan
from assessor.domain.ranking import competition_ranks
from assessor.domain.records import Answer, Assessment, NarrativeSection, Programme

Finals = Mapping[ParticipantId, Decimal | None]


def panel_after(panel: Sequence[Assessment], plan: RegionPlan) -> tuple[Assessment, ...]:
    """Return a region's assessments as they will be after the merge."""
    programmes = programmes_after(plan)
    changed = {one.id: one for one in plan.assessments if one.after is not None}
    known = {one.id: one for one in panel}
    kept = [replace(one, programmes=programmes) for key, one in known.items() if key not in changed]
    return (*kept, *(_assessment_after(one, plan, programmes) for one in changed.values()))


def programmes_after(plan: RegionPlan) -> tuple[Programme, ...]:
    """Return the region's programmes in their order as they will be after the merge."""
    listed = {**plan.region.programmes, **plan.programmes}.values()
    ordered = sorted(
        (one for one in listed if not one.is_removed),
        key=lambda one: (one.position, one.programme.id),
    )
    return tuple(one.programme for one in ordered)


def ranks(finals: Finals) -> dict[ParticipantId, int]:
    """Return the rank of every region that has an index."""
    return competition_ranks({key: final for key, final in finals.items() if final is not None})


def movers(
    region: ParticipantId, before: Finals, after: Finals, changed: Sequence[ParticipantId]
) -> tuple[ParticipantId, ...]:
    """Return the regions that overtake `region` or fall behind it: itself, where it changed."""
    if before.get(region) != after.get(region):
        return (region,)
    own = after.get(region)
    return tuple(
        other
        for other in changed
        if _is_ahead(before.get(other), own) != _is_ahead(after.get(other), own)
    )


def changed_fields(before: Content | None, after: Content) -> int:
    """Return how many scores, notes and lists differ."""
    old = before or replace(NOTHING, state=after.state)
    answers = sum(_answer_changes(old, after))
    notes = sum(
        old.programme_notes.get(key) != after.programme_notes.get(key)
        for key in {*old.programme_notes, *after.programme_notes}
    )
    lists = sum(old.items(section) != after.items(section) for section in NarrativeSection)
    return answers + notes + lists + (old.state is not after.state)


def _answer_changes(old: Content, new: Content) -> list[int]:
    pairs: list[tuple[Answer, Answer]] = [
        (old.answer(key), new.answer(key)) for key in {*old.answers, *new.answers}
    ]
    return [(one.score != other.score) + (one.note != other.note) for one, other in pairs]


def _is_ahead(other: Decimal | None, own: Decimal | None) -> bool:
    return other is not None and own is not None and other > own


def _assessment_after(
    planned: AssessmentPlan, plan: RegionPlan, programmes: tuple[Programme, ...]
) -> Assessment:
    content = planned.after or NOTHING
    return Assessment(
        id=planned.id,
        participant=plan.region.participant,
        assessor=planned.assessor,
        state=content.state,
        revision=content.revision,
        base_revision=content.base_revision,
        exported_revision=planned.exported_revision,
        changed_at=None,
        programmes=programmes,
        answers=content.answers,
        programme_notes=content.programme_notes,
        narrative={key: "\n".join(items) for key, items in content.narrative.items()},
        evidence=content.evidence,
    )
