"""From sheets, what is known of a region and a person's decisions to what merging will do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from assessor.domain.ids import AssessmentId, ProgrammeId, assessment_id
from assessor.domain.merging.assessments import Judged, Sheet, judge
from assessor.domain.merging.decisions import UNDECIDED, Decisions
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome, Reason, Verdict
from assessor.domain.merging.people import namesakes
from assessor.domain.merging.programmes import ProgrammeMatch, ProgrammeMatcher
from assessor.domain.merging.region import KnownAssessment, KnownRegion, RegionPlan
from assessor.domain.merging.translation import is_asked, translated
from assessor.domain.records import Assessor

Key = TypeVar("Key")
Value = TypeVar("Value")


def plan_region(
    sheets: Iterable[Incoming], known: KnownRegion, decisions: Decisions = UNDECIDED
) -> RegionPlan:
    """Return what merging these sheets of one region does; none of them was refused before.

    A sheet that waits for a decision changes nothing, not even the list of programmes.
    """
    ordered = sorted(sheets, key=lambda sheet: (sheet.content.revision, sheet.name, sheet.file))
    plan = _Planner(known, decisions).plan(ordered)
    held = {
        file: verdict
        for file, verdict in plan.verdicts.items()
        if verdict.outcome in (Outcome.WAITS, Outcome.REFUSED)
    }
    if not held:
        return plan
    rest = plan_region([one for one in ordered if one.file not in held], known, decisions)
    return replace(
        rest,
        verdicts={**rest.verdicts, **held},
        questions=_once(plan.questions, rest.questions),
        conflicts=_once(plan.conflicts, rest.conflicts),
        forks=plan.forks,
        namesakes=_once(plan.namesakes, rest.namesakes),
    )


class _Planner:
    """One pass over the sheets of a region, oldest revisions first."""

    def __init__(self, known: KnownRegion, decisions: Decisions) -> None:
        self._known = known
        self._decisions = decisions
        self._matcher = ProgrammeMatcher(
            known.participant.id, dict(known.programmes), dict(known.programme_aliases), decisions
        )
        self._verdicts: dict[int, Verdict] = {}

    def plan(self, sheets: Sequence[Incoming]) -> RegionPlan:
        """Return what merging all of them does, those that wait included."""
        known, matcher = self._known, self._matcher
        by_assessment: defaultdict[AssessmentId, list[Incoming]] = defaultdict(list)
        people: dict[AssessmentId, Assessor] = {}
        for sheet in sheets:
            person = self._person(sheet.assessor)
            own = assessment_id(known.participant.id, person.id)
            people.setdefault(own, person)
            by_assessment[own].append(sheet)
        judged = [
            self._judge(own, people[own], by_assessment[own]) for own in sorted(by_assessment)
        ]
        for one in judged:
            self._verdicts.update(one.verdicts)
        plans = tuple(one.plan for one in judged if one.plan is not None)
        assessors = tuple(one.assessor for one in plans if one.assessor.id not in known.assessors)
        return RegionPlan(
            region=known,
            verdicts=self._verdicts,
            assessments=plans,
            programmes=_changed(matcher.listed, known.programmes),
            programme_aliases=_changed(matcher.aliases, known.programme_aliases),
            assessor_aliases=_changed(
                {
                    key: one
                    for key, one in self._decisions.assessors.items()
                    if one in known.assessors
                },
                known.assessor_aliases,
            ),
            assessors=assessors,
            questions=tuple(matcher.questions),
            conflicts=tuple(conflict for one in judged for conflict in one.conflicts),
            forks=tuple(one.fork for one in judged if one.fork is not None),
            namesakes=tuple(
                (new, other)
                for new in assessors
                for other in namesakes(new, (*known.assessors.values(), *assessors))
            ),
        )

    def _person(self, claimed: Assessor) -> Assessor:
        known = self._known
        meant = self._decisions.assessors.get(claimed.id, known.assessor_aliases.get(claimed.id))
        return known.assessors.get(meant or claimed.id, claimed)

    def _judge(
        self, assessment: AssessmentId, person: Assessor, sheets: Sequence[Incoming]
    ) -> Judged:
        known = self._known.assessments.get(assessment, KnownAssessment())
        prepared = []
        earlier = _Listed(known)
        for incoming in sheets:
            match = ProgrammeMatch()
            if incoming.is_edited or not incoming.content.is_blank:
                match = self._matcher.match(incoming.content.programmes)
                missing = earlier.missing(incoming.content.revision, match.ids.values())
                self._matcher.note_missing(missing)
            verdict = _verdict_on_programmes(match)
            if verdict is None:
                prepared.append(self._sheet(incoming, match))
            else:
                self._verdicts[incoming.file] = verdict
        return judge(assessment, person, prepared, known, self._decisions.fields)

    def _sheet(self, incoming: Incoming, match: ProgrammeMatch) -> Sheet:
        instrument = self._known.instrument
        content = translated(incoming.content, match.ids, instrument)
        unknown = any(not is_asked(key, instrument) for key in incoming.content.answers)
        return Sheet.of(incoming, content, (Reason.ROWS_UNKNOWN,) if unknown else ())


class _Listed:
    """The programmes that an assessment listed so far."""

    def __init__(self, known: KnownAssessment) -> None:
        self._revision = max((one.revision for one in known.versions), default=0)
        self._ids = {one.id for version in known.versions for one in version.content.programmes}

    def missing(self, revision: int, ids: Iterable[ProgrammeId]) -> set[ProgrammeId]:
        """Return what was listed and is not in `ids`, unless those are of an older revision."""
        now = set(ids)
        missing = self._ids - now if revision >= self._revision else set()
        self._ids |= now
        return missing


def _verdict_on_programmes(match: ProgrammeMatch) -> Verdict | None:
    if match.is_ambiguous:
        reasons = (Reason.PROGRAMME_TWICE,)
        return Verdict(FileClass.EDITED_OUTSIDE, Outcome.REFUSED, reasons)
    if match.is_open:
        return Verdict(FileClass.NEW, Outcome.WAITS, (Reason.PROGRAMME_UNDECIDED,))
    return None


def _changed(now: Mapping[Key, Value], before: Mapping[Key, Value]) -> dict[Key, Value]:
    return {key: one for key, one in now.items() if before.get(key) != one}


def _once(first: tuple[Key, ...], second: tuple[Key, ...]) -> tuple[Key, ...]:
    return first + tuple(one for one in second if one not in first)
