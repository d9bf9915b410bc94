"""The sheets of one assessment against what is known of it: verdicts, and what then stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessor.domain.content import Content
from assessor.domain.ids import AssessmentId
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome, Reason, Verdict
from assessor.domain.merging.joining import Chosen, Conflict
from assessor.domain.merging.region import AssessmentPlan, Fork, KnownAssessment
from assessor.domain.merging.versions import Origin, Standing, Version, order, standing
from assessor.domain.records import Assessor


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in the words of the workspace."""

    incoming: Incoming
    version: Version
    reasons: tuple[Reason, ...]

    @classmethod
    def of(cls, incoming: Incoming, content: Content, reasons: tuple[Reason, ...]) -> "Sheet":
        """Return a sheet whose programmes were matched; `content` is what it says here.

        An edit outside of the program counts as the revision after the one it was made on, a
        filled-in blank sheet thus as the first.
        """
        claimed = content.revision
        # The program writes no scores under revision 0, whatever the fingerprint says.
        is_filled = claimed == 0 and not content.is_blank
        if not incoming.is_edited and not is_filled:
            version = Version(Origin.SHEET, content, incoming.name, incoming.saved_at)
            return cls(incoming, version, reasons)
        edited = replace(content, revision=claimed + 1, base_revision=claimed)
        why = Reason.CHANGED_OUTSIDE if claimed else Reason.FILLED_OUTSIDE
        version = Version(Origin.OUTSIDE, edited, incoming.name, incoming.saved_at)
        return cls(incoming, version, (why, *reasons))


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the sheets of one assessment."""

    verdicts: Mapping[int, Verdict]
    plan: AssessmentPlan | None
    conflicts: tuple[Conflict, ...] = ()
    fork: Fork | None = None


def judge(
    assessment: AssessmentId,
    assessor: Assessor,
    sheets: Sequence[Sheet],
    known: KnownAssessment,
    chosen: Chosen,
) -> Judged:
    """Return a verdict for each sheet, and what stands after taking those that say something new.

    Sheets whose scores contradict each other or what stands wait, all of them.
    """
    existing = known.all_versions(assessment)
    verdicts: dict[int, Verdict] = {}
    fresh: list[Sheet] = []
    for sheet in sorted(sheets, key=lambda one: (order(one.version), one.incoming.file)):
        verdict = _verdict_of_nothing_new(sheet, known, existing, fresh)
        if verdict is None:
            fresh.append(sheet)
        else:
            verdicts[sheet.incoming.file] = verdict
    versions = (*existing, *(one.version for one in fresh))
    after = standing(assessment, versions, chosen)
    if after is None or not fresh:
        return Judged(verdicts, None)
    news = _News(known, existing, after)
    verdicts |= {one.incoming.file: news.verdict(one) for one in fresh}
    fork = _fork(assessment, assessor, versions, after)
    if after.conflicts:
        return Judged(verdicts, None, after.conflicts, fork)
    return Judged(verdicts, _plan(assessment, assessor, fresh, news), fork=fork)


def _fork(
    assessment: AssessmentId, assessor: Assessor, versions: Sequence[Version], after: Standing
) -> Fork | None:
    undecided = standing(assessment, versions)
    if undecided is None or len(after.heads) == 1:
        return None
    return Fork(
        assessment=assessment,
        assessor=assessor,
        base=after.base,
        sides=after.heads,
        joined=after.content,
        asked=undecided.conflicts,
    )


def _verdict_of_nothing_new(
    sheet: Sheet, known: KnownAssessment, existing: Sequence[Version], fresh: Sequence[Sheet]
) -> Verdict | None:
    version = sheet.version
    reasons = sheet.reasons
    stands = () if known.current is None else (Version(Origin.LOCAL, known.current),)
    if version.content.is_blank:
        reasons = (Reason.NOTHING_FILLED, *reasons)
    elif any(version.repeats(other.version) for other in fresh):
        reasons = (Reason.SAME_AS_ANOTHER_FILE, *reasons)
    elif not any(version.repeats(other) for other in (*existing, *stands)):
        return None
    return Verdict(FileClass.ALREADY_MERGED, Outcome.NOTHING_NEW, reasons)


@dataclass(frozen=True, slots=True)
class _News:
    """What stood, and what will stand."""

    known: KnownAssessment
    existing: Sequence[Version]
    after: Standing

    @property
    def exported_revision(self) -> int:
        return max(self.known.exported_revision, self.after.exported_revision)

    @property
    def is_said_already(self) -> bool:
        """Whether what will stand is what stands."""
        before, after = self.known.current, self.after.content
        same_revision = before is not None and before.revision == after.revision
        return same_revision and before is not None and before.says_the_same(after)

    @property
    def changes_a_row(self) -> bool:
        before, after = self.known.current, self.after.content
        return (
            not self.is_said_already
            or (before is not None and before.base_revision != after.base_revision)
            or self.known.exported_revision != self.exported_revision
        )

    def verdict(self, sheet: Sheet) -> Verdict:
        """Return the verdict on a sheet that says something new."""
        newest = self.after.heads[0].revision
        version, reasons = sheet.version, sheet.reasons
        if version.revision < newest:
            known = max((one.revision for one in self.existing), default=0)
            if known < newest:
                reasons = (Reason.NEWER_FILE_PRESENT, *reasons)
            return Verdict(FileClass.OLDER_REVISION, Outcome.NOTHING_NEW, reasons)
        kind = self._kind(version)
        if self.after.conflicts:
            return Verdict(kind, Outcome.WAITS, (Reason.SCORES_IN_CONFLICT, *reasons))
        outcome = Outcome.NOTHING_NEW if self.is_said_already else Outcome.TAKEN
        return Verdict(kind, outcome, reasons)

    def _kind(self, version: Version) -> FileClass:
        if version.origin is Origin.OUTSIDE:
            return FileClass.EDITED_OUTSIDE
        if len(self.after.heads) > 1:
            return FileClass.FORK
        return FileClass.NEWER_REVISION if self.existing else FileClass.NEW


def _plan(
    assessment: AssessmentId, assessor: Assessor, fresh: Sequence[Sheet], news: _News
) -> AssessmentPlan:
    after, known = news.after, news.known
    kept = [*news.existing, *(one.version for one in fresh)]
    if after.is_decided:
        kept.append(Version(Origin.DECISION, after.content))
    moved = [one.incoming.file for one in fresh if one.version in after.heads]
    return AssessmentPlan(
        id=assessment,
        assessor=assessor,
        before=known.current,
        after=after.content if news.changes_a_row else None,
        exported_revision=news.exported_revision,
        kept=tuple(one for one in kept if one not in known.versions),
        files=() if news.is_said_already else tuple(moved),
    )
