"""A region's quick-win programmes: add, rename, order, remove; all of it can be undone."""

from collections.abc import Callable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.domain.changes import Changes
from assessor.domain.edits import Field, FieldAddress
from assessor.domain.errors import NameMissing, ProgrammeKnown
from assessor.domain.ids import AssessmentId, ProgrammeId
from assessor.domain.instrument import Pillar
from assessor.domain.programme_names import programme_key
from assessor.domain.texts import checked_text
from assessor.persistence.models import ProgrammeRow
from assessor.persistence.reading import read_programmes
from assessor.services.editing import Editor, Head
from assessor.services.surroundings import Surroundings

PILLARS = tuple(Pillar)


class Programmes:
    """Changes to the list of programmes, logged with the assessment in which they were made."""

    def __init__(self, surroundings: Surroundings, editor: Editor) -> None:
        self._new_id: Callable[[], str] = surroundings.new_id
        self._editor = editor

    def add(
        self, assessment: AssessmentId, pillar: Pillar, name: str
    ) -> tuple[ProgrammeId, Changes]:
        """Add a programme at the end of the list.

        Raises AssessmentLocked, NameMissing, and ProgrammeKnown for a name the region has already.
        """
        with self._editor.editing(assessment) as (session, head):
            row = ProgrammeRow(
                id=self._new_id(),
                participant_id=head.participant,
                pillar=pillar,
                name=_free_name(session, head, name),
                position=_next_position(session, head),
                is_removed=True,
            )
            session.add(row)
            session.flush()
            programme = ProgrammeId(row.id)
            address = FieldAddress(assessment, Field.PROGRAMME_PRESENCE, programme)
            return programme, self._editor.set_within(session, head, address, value=True)

    def rename(self, assessment: AssessmentId, programme: ProgrammeId, name: str) -> Changes:
        """Give a programme another name. Raises as `add`."""
        with self._editor.editing(assessment) as (session, head):
            free = _free_name(session, head, name, but=programme)
            address = FieldAddress(assessment, Field.PROGRAMME_NAME, programme)
            return self._editor.set_within(session, head, address, free)

    def move_to_pillar(
        self, assessment: AssessmentId, programme: ProgrammeId, pillar: Pillar
    ) -> Changes:
        """Put a programme under another pillar. Raises AssessmentLocked."""
        address = FieldAddress(assessment, Field.PROGRAMME_PILLAR, programme)
        return self._editor.set(address, pillar)

    def reorder(self, assessment: AssessmentId, programmes: Sequence[ProgrammeId]) -> Changes:
        """Put the programmes into the given order, all of them; each stays under its pillar.

        Raises AssessmentLocked, and LookupError for a list that is not the region's.
        """
        address = FieldAddress(assessment, Field.PROGRAMME_ORDER)
        with self._editor.editing(assessment) as (session, head):
            known = {one.id: one for one in read_programmes(session, head.participant)}
            if sorted(programmes) != sorted(known):
                raise LookupError(programmes)
            order = sorted(programmes, key=lambda one: PILLARS.index(known[one].pillar))
            if order == list(known):
                return Changes()
            return self._editor.set_within(session, head, address, list[str](order))

    def remove(self, assessment: AssessmentId, programme: ProgrammeId) -> Changes:
        """Set a programme aside with its scores and note; undo brings all of it back.

        Raises AssessmentLocked.
        """
        address = FieldAddress(assessment, Field.PROGRAMME_PRESENCE, programme)
        return self._editor.set(address, value=False)


def _free_name(session: Session, head: Head, name: str, but: ProgrammeId | None = None) -> str:
    name = " ".join(checked_text(name).split())
    if not name:
        raise NameMissing
    statement = select(ProgrammeRow.id, ProgrammeRow.name).where(
        ProgrammeRow.participant_id == head.participant, ProgrammeRow.is_removed.is_(False)
    )
    for known, known_name in session.connection().execute(statement):
        if known != but and programme_key(known_name) == programme_key(name):
            raise ProgrammeKnown(name=known_name)
    return name


def _next_position(session: Session, head: Head) -> int:
    statement = select(func.max(ProgrammeRow.position)).where(
        ProgrammeRow.participant_id == head.participant
    )
    last = session.scalar(statement)
    return 0 if last is None else last + 1
