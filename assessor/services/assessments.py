"""One assessor's assessment of one region: open, score, write, lock, reopen, undo."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from assessor.domain.changes import Changes
from assessor.domain.edits import (
    Field,
    FieldAddress,
    LoggedChange,
    Subjects,
    Undone,
    UndoState,
    score_value,
    value_score,
)
from assessor.domain.errors import AssessmentIncomplete, ProgrammesMissing, ReasonMissing
from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    ParticipantId,
    ProgrammeId,
    RoundId,
    assessment_id,
)
from assessor.domain.instrument import Instrument
from assessor.domain.records import Assessment, AssessmentState, NarrativeSection
from assessor.domain.result import answer_keys, assessment_result
from assessor.domain.score import AnswerKey, Score
from assessor.domain.texts import checked_text, clean_text, length_in_cell
from assessor.persistence.assessment_reading import (
    find_assessment,
    read_answer_again,
    read_assessment,
    read_subjects,
)
from assessor.persistence.change_log import NewChange, fix_all, log_change
from assessor.persistence.database import Database
from assessor.persistence.fields import exchange_field, read_field
from assessor.persistence.models import AssessmentRow, ParticipantRow
from assessor.services.editing import Editor, Head, begin_revision, read_head, region_name, touch
from assessor.services.instruments import Instruments
from assessor.services.people import require_me
from assessor.services.surroundings import Surroundings

_BEGUN: Final = select(AssessmentRow.id).where(AssessmentRow.id == bindparam("assessment"))


class Assessments:
    """What an assessor does with their own assessments; every call is one transaction."""

    def __init__(
        self,
        database: Database,
        surroundings: Surroundings,
        editor: Editor,
        instruments: Instruments,
    ) -> None:
        self._database = database
        self._surroundings = surroundings
        self._editor = editor
        self._instruments = instruments

    def open(self, participant: ParticipantId) -> AssessmentId:
        """Return my assessment of a region, begun now if there is none. Raises WhoIsMissing."""
        with self._database.reading() as session:
            assessment = assessment_id(participant, require_me(session))
            if _is_begun(session, assessment):
                return assessment
        with self._database.transaction() as session:
            me = require_me(session)
            if not _is_begun(session, assessment):
                session.add(new_assessment_row(participant, me))
        return assessment

    def open_whole(self, participant: ParticipantId) -> Assessment:
        """Return my assessment of a region whole, begun now if there is none. Raises WhoIsMissing.

        One reading where it was begun before: somebody waits for the region to be shown.
        """
        with self._database.reading() as session:
            found = find_assessment(session, assessment_id(participant, require_me(session)))
        return self.get(self.open(participant)) if found is None else found

    def mine(self, round_id: RoundId) -> Mapping[ParticipantId, AssessmentId]:
        """Return my assessments of a round; regions not begun are missing."""
        with self._database.reading() as session:
            statement = (
                select(AssessmentRow.participant_id, AssessmentRow.id)
                .join(ParticipantRow, ParticipantRow.id == AssessmentRow.participant_id)
                .where(
                    ParticipantRow.round_id == round_id,
                    AssessmentRow.assessor_id == require_me(session),
                )
            )
            return {
                ParticipantId(participant): AssessmentId(assessment)
                for participant, assessment in session.execute(statement)
            }

    def get(self, assessment: AssessmentId) -> Assessment:
        """Return an assessment whole."""
        with self._database.reading() as session:
            return read_assessment(session, assessment)

    def read_again(self, assessment: Assessment, key: AnswerKey) -> Assessment:
        """Return `assessment` as it is after its answer at `key` was set; only that is read."""
        with self._database.reading() as session:
            return read_answer_again(session, assessment, key)

    def score(self, assessment: AssessmentId, key: AnswerKey, score: Score) -> Changes:
        """Set a score; a blank one clears.

        Raises AssessmentLocked, TextTooLong where reason and note would not fit one cell, and
        ReasonMissing for a reason of nothing but signs that no cell can hold.
        """
        address = FieldAddress.of_answer(assessment, Field.SCORE, key)
        if score.reason is not None:
            score = Score.not_applicable(clean_text(score.reason))
        with self._editor.editing(assessment) as (session, head):
            if score.reason is not None:
                note = read_field(session, replace(address, field=Field.NOTE))
                checked_text(str(note), reserved=_reserved(score))
            return self._editor.set_within(session, head, address, score_value(score))

    def mark(self, assessment: AssessmentId, key: AnswerKey, is_marked: bool) -> Changes:
        """Mark a question to come back to, or take the mark off. Raises AssessmentLocked."""
        return self._editor.set(FieldAddress.of_answer(assessment, Field.MARK, key), is_marked)

    def write_note(
        self, assessment: AssessmentId, key: AnswerKey, text: str, edit: str | None = None
    ) -> Changes:
        """Write the note of a question; saves with one `edit` token are one step of undo.

        Raises AssessmentLocked, TextTooLong.
        """
        address = FieldAddress.of_answer(assessment, Field.NOTE, key)
        with self._editor.editing(assessment) as (session, head):
            score = value_score(read_field(session, replace(address, field=Field.SCORE)))
            text = checked_text(text, reserved=_reserved(score))
            return self._editor.set_within(session, head, address, text, edit)

    def write_programme_note(
        self,
        assessment: AssessmentId,
        programme: ProgrammeId,
        text: str,
        edit: str | None = None,
    ) -> Changes:
        """Write the note on a programme. Raises AssessmentLocked, TextTooLong."""
        address = FieldAddress(assessment, Field.PROGRAMME_NOTE, programme)
        return self._editor.set(address, checked_text(text), edit)

    def write_narrative(
        self,
        assessment: AssessmentId,
        section: NarrativeSection,
        text: str,
        edit: str | None = None,
    ) -> Changes:
        """Write one list of the narrative, an item on each line.

        Raises AssessmentLocked, TextTooLong.
        """
        address = FieldAddress(assessment, Field.NARRATIVE, section)
        return self._editor.set(address, checked_text(text), edit)

    def lock(self, assessment: AssessmentId) -> Changes:
        """Declare an assessment final. Raises AssessmentLocked, ProgrammesMissing,
        AssessmentIncomplete.
        """
        with self._editor.editing(assessment) as (session, head):
            whole = read_assessment(session, assessment)
            cohort = whole.participant.cohort
            instrument = self._instruments.get(cohort.instrument, cohort.checksum)
            result = assessment_result(instrument, whole)
            missing = result.total - result.answered
            if missing and missing == _asked_about_no_programme(instrument, whole):
                raise ProgrammesMissing(region=region_name(session, head))
            if missing:
                raise AssessmentIncomplete(region=region_name(session, head), missing=missing)
            return self._set_state(session, head, AssessmentState.FINAL, reason=None)

    def reopen(self, assessment: AssessmentId, reason: str) -> Changes:
        """Make a locked assessment a draft again, under a new revision; a draft stays as it is.

        Raises ReasonMissing for an empty reason.
        """
        if not reason.strip():
            raise ReasonMissing
        with self._database.transaction() as session:
            head = read_head(session, assessment)
            if head.state is AssessmentState.DRAFT:
                return Changes()
            changes = self._set_state(session, head, AssessmentState.DRAFT, reason.strip())
            begin_revision(session, head)
        return changes

    def undo(self, assessment: AssessmentId) -> Undone | None:
        """Take the last change back; None when there is none. Raises AssessmentLocked."""
        return self._editor.undo(assessment)

    def redo(self, assessment: AssessmentId) -> Undone | None:
        """Set again what was undone last; None when nothing was. Raises AssessmentLocked."""
        return self._editor.redo(assessment)

    def undo_state(self, assessment: AssessmentId) -> UndoState:
        """Return what undo and redo would act on."""
        return self._editor.undo_state(assessment)

    def history(self, assessment: AssessmentId) -> tuple[LoggedChange, ...]:
        """Return the change log of an assessment, newest first."""
        return self._editor.history(assessment)

    def subjects(self, assessment: AssessmentId) -> Subjects:
        """Return what the change log of an assessment is about, by name."""
        with self._database.reading() as session:
            return read_subjects(session, assessment)

    def _set_state(
        self, session: Session, head: Head, state: AssessmentState, reason: str | None
    ) -> Changes:
        address = FieldAddress(head.id, Field.STATE)
        exchange_field(session, address, state)
        fix_all(session, head.id)
        now = self._surroundings.clock()
        change = NewChange(address, head.state, state, reason=reason, is_undoable=False)
        log_change(session, change, now, head.assessor)
        touch(session, head, now)
        return address.changes


def new_assessment_row(participant: ParticipantId, assessor: AssessorId) -> AssessmentRow:
    """Return the row of an assessment in which nothing was said yet."""
    return AssessmentRow(
        id=assessment_id(participant, assessor),
        participant_id=participant,
        assessor_id=assessor,
        state=AssessmentState.DRAFT,
        revision=1,
        base_revision=0,
        exported_revision=0,
        changed_at=None,
    )


def _asked_about_no_programme(instrument: Instrument, assessment: Assessment) -> int:
    """Return how many questions wait for a first programme that they could be asked about."""
    return sum(not answer_keys(one, assessment) for one in instrument.questions.values())


def _is_begun(session: Session, assessment: AssessmentId) -> bool:
    found = session.connection().execute(_BEGUN, {"assessment": assessment})
    return found.first() is not None


def _reserved(score: Score) -> int:
    """How much of the note's cell the reason takes: it stands there as the first line."""
    return 0 if score.reason is None else length_in_cell(score.reason) + 1
