"""A small region, its assessors, and sheets that come back for it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessor.domain.content import Content
from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    EvidenceId,
    ProgrammeId,
    QuestionKey,
    RoundId,
    assessment_id,
    participant_id,
)
from assessor.domain.instrument import Pillar, Scope
from assessor.domain.merging.incoming import Incoming
from assessor.domain.merging.programmes import ListedProgramme
from assessor.domain.merging.region import KnownAssessment, KnownRegion, RegionPlan
from assessor.domain.records import (
    Answer,
    AssessmentState,
    Assessor,
    Cohort,
    Evidence,
    NarrativeSection,
    Participant,
    Programme,
)
from assessor.domain.score import BLANK, AnswerKey, Score
from tests.domain.examples import DENPASAR, instrument, question

INSTRUMENT = instrument(
    [
        question("output.law"),
        question("output.service"),
        question("quickwin.benefit", Scope.PROGRAMME),
    ],
    {"output": 60, "quickwin": 40},
)
ROUND = RoundId("round")
HERE = Participant(
    participant_id(ROUND, DENPASAR.id),
    ROUND,
    DENPASAR,
    Cohort("REGULER", INSTRUMENT.id, INSTRUMENT.checksum),
    takes_part=True,
)
AYU = Assessor(AssessorId("ayu"), "Ayu Prameswari", "Universitas Contoh")
BUDI = Assessor(AssessorId("budi"), "Budi Santoso", "Universitas Contoh")
LAW = AnswerKey(QuestionKey("output.law"))
SERVICE = AnswerKey(QuestionKey("output.service"))
TUKAD = Programme(ProgrammeId("tukad"), Pillar.LIVING, "Tukad Bindu")


def benefit(programme: str) -> AnswerKey:
    """Return where the benefit of a programme is scored."""
    return AnswerKey(QuestionKey("quickwin.benefit"), ProgrammeId(programme))


def content(  # noqa: PLR0913  each part of a content by its own name, all with a default
    scores: Mapping[AnswerKey, int | None] | None = None,
    *,
    notes: Mapping[AnswerKey, str] | None = None,
    revision: int = 1,
    base: int = 0,
    is_final: bool = False,
    programmes: Sequence[Programme] = (),
    programme_notes: Mapping[str, str] | None = None,
    strengths: tuple[str, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Content:
    """Return what an assessor says; None is not applicable."""
    points = {
        key: Score.not_applicable("tidak ada") if value is None else Score(value)
        for key, value in (scores or {}).items()
    }
    said = notes or {}
    return Content(
        state=AssessmentState.FINAL if is_final else AssessmentState.DRAFT,
        revision=revision,
        base_revision=base,
        answers={
            key: Answer(points.get(key, BLANK), said.get(key, "")) for key in {**points, **said}
        },
        programmes=tuple(programmes),
        programme_notes={ProgrammeId(key): note for key, note in (programme_notes or {}).items()},
        narrative={NarrativeSection.STRENGTHS: strengths} if strengths else {},
        evidence=evidence,
    )


def link(address: str, key: str = "e1", programme: str | None = None) -> Evidence:
    """Return a link that backs the first question, or a programme."""
    about = None if programme is None else ProgrammeId(programme)
    return Evidence(
        EvidenceId(key), None if about else LAW.question, about, "Bukti", address, "", 0
    )


def own(assessor: Assessor = AYU) -> AssessmentId:
    """Return the id of somebody's assessment of the region."""
    return assessment_id(HERE.id, assessor.id)


def sheet(
    said: Content,
    *,
    assessor: Assessor = AYU,
    file: int = 0,
    name: str = "lembar.xlsx",
    is_edited: bool = False,
) -> Incoming:
    """Return a sheet as the program wrote it, or as it was edited outside."""
    return Incoming(
        file=file,
        name=name,
        round=ROUND,
        region=DENPASAR.id,
        assessor=assessor,
        instrument=INSTRUMENT.id,
        checksum=INSTRUMENT.checksum,
        assessment=own(assessor),
        content=said,
        is_edited=is_edited,
    )


def region(
    *programmes: Programme,
    assessors: Sequence[Assessor] = (),
    assessments: Mapping[AssessmentId, KnownAssessment] | None = None,
) -> KnownRegion:
    """Return the region as a workspace may know it."""
    return KnownRegion(
        participant=HERE,
        instrument=INSTRUMENT,
        programmes={
            one.id: ListedProgramme(one, position) for position, one in enumerate(programmes)
        },
        assessors={one.id: one for one in assessors},
        assessments=assessments or {},
    )


def after(plan: RegionPlan) -> KnownRegion:
    """Return the region as the workspace knows it once `plan` was carried out."""
    known = plan.region
    assessments = dict(known.assessments)
    for one in plan.assessments:
        before = assessments.get(one.id, KnownAssessment())
        assessments[one.id] = KnownAssessment(
            one.after or before.current, one.exported_revision, (*before.versions, *one.kept)
        )
    return replace(
        known,
        programmes={**known.programmes, **plan.programmes},
        assessors={**known.assessors, **{one.id: one for one in plan.assessors}},
        assessments=assessments,
        programme_aliases={**known.programme_aliases, **plan.programme_aliases},
        assessor_aliases={**known.assessor_aliases, **plan.assessor_aliases},
    )
