"""What merging will do, region by region, and what that does to finals and ranks.

Only one region's assessments are looked at at a time: a season has a thousand of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from sqlalchemy.orm import Session

from assessor.domain.ids import ParticipantId, RoundId, assessment_id, participant_id
from assessor.domain.instrument import Instrument
from assessor.domain.merging.admission import Rounds, refusal
from assessor.domain.merging.decisions import Decisions, ProgrammeQuestion
from assessor.domain.merging.effects import changed_fields, panel_after
from assessor.domain.merging.incoming import Incoming, Reason, Verdict
from assessor.domain.merging.joining import Conflict
from assessor.domain.merging.planning import plan_region
from assessor.domain.merging.region import Fork, RegionPlan
from assessor.domain.merging.report import AssessmentChange
from assessor.domain.panel import is_blind, is_scoring
from assessor.domain.records import Assessment, AssessmentState, Assessor, Participant
from assessor.domain.result import panel_result
from assessor.persistence.merge_known import KnownPeople, read_people, read_region
from assessor.persistence.reading import read_participants, read_rounds
from assessor.services.instruments import Instruments
from assessor.services.panel_reading import NOBODY, Panel, read_panels
from assessor.services.people import who_am_i

AT_ONCE: Final = 16
"""Regions whose assessments are read together."""
Write = Callable[[RegionPlan], None]


@dataclass(frozen=True, slots=True)
class RehearsedRegion:
    """One region of a round that sheets came for, or that is ranked with one."""

    participant: Participant
    final_before: Decimal | None
    final_after: Decimal | None
    is_hidden: bool
    assessments: tuple[AssessmentChange, ...] = ()
    programmes: tuple[str, ...] = ()
    files: tuple[int, ...] = ()
    """Those that were taken."""


@dataclass(slots=True)
class Rehearsed:
    """What came out."""

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    questions: list[ProgrammeQuestion] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    forks: dict[ParticipantId, tuple[Fork, ...]] = field(default_factory=dict)
    namesakes: list[tuple[Assessor, Assessor]] = field(default_factory=list)
    regions: list[RehearsedRegion] = field(default_factory=list)

    def collect(self, plan: RegionPlan) -> None:
        """Take what one region's plan says; of its contents only those to be compared."""
        self.verdicts |= plan.verdicts
        self.questions += plan.questions
        self.conflicts += plan.conflicts
        if plan.forks:
            self.forks[plan.region.participant.id] = plan.forks
        self.namesakes += plan.namesakes


class Rehearsal:
    """Plans a merge inside a transaction; whoever wants it written says how."""

    def __init__(self, session: Session, instruments: Instruments, decisions: Decisions) -> None:
        self._session = session
        self._instruments = instruments
        self._decisions = decisions
        self._me = who_am_i(session)
        self._people: KnownPeople = read_people(session)
        self._rounds = [one.id for one in read_rounds(session)]
        self._participants = {
            one.id: one for each in self._rounds for one in read_participants(session, each)
        }

    def run(self, sheets: Sequence[Incoming], write: Write = lambda _plan: None) -> Rehearsed:
        """Return what merging `sheets` does; `write` gets every plan that changes something."""
        out = Rehearsed()
        groups = self._admitted(sheets, out)
        rounds = {self._participants[one].round for one in groups}
        for round_id in (one for one in self._rounds if one in rounds):
            for participant, panel in self._panels(round_id):
                came = groups.get(participant.id, ())
                region, plan = self._region(participant, panel, came)
                out.regions.append(region)
                if plan is not None:
                    out.collect(plan)
                    if plan.changes_anything:
                        self._remember(plan)
                        write(plan)
        return out

    def _admitted(
        self, sheets: Sequence[Incoming], out: Rehearsed
    ) -> Mapping[ParticipantId, Sequence[Incoming]]:
        rounds = Rounds(self._participants)
        groups: defaultdict[ParticipantId, list[Incoming]] = defaultdict(list)
        for sheet in sheets:
            refused = refusal(sheet, rounds)
            if refused is None:
                groups[participant_id(sheet.round, sheet.region)].append(sheet)
            else:
                out.verdicts[sheet.file] = refused
        return groups

    def _panels(self, round_id: RoundId) -> Iterator[tuple[Participant, Panel]]:
        taking_part = [
            one for one in self._participants.values() if one.round == round_id and one.takes_part
        ]
        for start in range(0, len(taking_part), AT_ONCE):
            some = taking_part[start : start + AT_ONCE]
            panels = read_panels(self._session, [one.id for one in some])
            for one in some:
                yield one, panels.get(one.id, NOBODY)

    def _region(
        self, participant: Participant, panel: Panel, came: Sequence[Incoming]
    ) -> tuple[RehearsedRegion, RegionPlan | None]:
        instrument, standing = self._instrument(participant), panel.assessments
        before = panel_result(instrument, standing, panel.settled).final
        if not came:
            is_hidden = is_blind(self._me, standing)
            return RehearsedRegion(participant, before, before, is_hidden), None
        known = read_region(self._session, participant, instrument, standing, self._people)
        plan = plan_region(came, known, self._decisions)
        after = panel_result(instrument, panel_after(standing, plan), panel.settled).final
        is_hidden = self._is_blind(plan, standing, came)
        region = RehearsedRegion(
            participant=participant,
            final_before=before,
            final_after=after,
            is_hidden=is_hidden,
            assessments=_changes(plan),
            programmes=tuple(one.programme.name for one in plan.programmes.values()),
            files=tuple(sorted(file for one in plan.assessments for file in one.files)),
        )
        return region, self._seen(plan, came) if is_hidden else plan

    def _is_blind(
        self, plan: RegionPlan, standing: Sequence[Assessment], came: Sequence[Incoming]
    ) -> bool:
        """Whether others' scores stand or come in while mine, standing or coming, are unlocked."""
        me = None if self._me is None else self._me.id
        people = {one.assessor.id for one in standing} | {one.assessor.id for one in came}
        return bool(people - {me}) and (
            is_scoring(self._me, standing) or self._brings_own_draft(plan)
        )

    def _brings_own_draft(self, plan: RegionPlan) -> bool:
        return self._me is not None and any(
            one.assessor.id == self._me.id
            and one.after is not None
            and one.after.state is AssessmentState.DRAFT
            for one in plan.assessments
        )

    def _seen(self, plan: RegionPlan, came: Sequence[Incoming]) -> RegionPlan:
        """Keep back where the sheets of others contradict each other: it tells their scores."""
        me = None if self._me is None else self._me.id
        own = None if me is None else assessment_id(plan.region.participant.id, me)
        others = {one.file for one in came if one.assessor.id != me}
        return replace(
            plan,
            forks=tuple(one for one in plan.forks if one.assessment == own),
            conflicts=tuple(one for one in plan.conflicts if one.address.assessment == own),
            verdicts={
                file: _without_choice(verdict) if file in others else verdict
                for file, verdict in plan.verdicts.items()
            },
        )

    def _remember(self, plan: RegionPlan) -> None:
        """Know in the next region who came in with this one."""
        self._people.assessors.update({one.id: one for one in plan.assessors})
        self._people.assessor_aliases.update(plan.assessor_aliases)
        self._people.programme_aliases.update(plan.programme_aliases)

    def _instrument(self, participant: Participant) -> Instrument:
        return self._instruments.get(participant.cohort.instrument, participant.cohort.checksum)


def _changes(plan: RegionPlan) -> tuple[AssessmentChange, ...]:
    return tuple(
        AssessmentChange(
            assessor=one.assessor.name,
            revision_before=None if one.before is None else one.before.revision,
            revision_after=one.after.revision,
            changed=changed_fields(one.before, one.after),
        )
        for one in plan.assessments
        if one.after is not None and one.files
    )


def _without_choice(verdict: Verdict) -> Verdict:
    hidden = {Reason.SCORES_IN_CONFLICT: Reason.HIDDEN_CONFLICT}
    return replace(verdict, reasons=tuple(hidden.get(one, one) for one in verdict.reasons))
