"""Who scores in this workspace."""

from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import NameMissing, WhoIsMissing
from assessor.domain.ids import AssessorId
from assessor.domain.records import Assessor
from assessor.domain.texts import one_line
from assessor.persistence.database import Database
from assessor.persistence.models import AssessorRow, table_of
from assessor.persistence.reading import read_assessors
from assessor.persistence.settings import read_setting, write_setting
from assessor.services.surroundings import Surroundings

ME = "me"
"""The setting that holds the id of the person whose workspace this is."""
_PERSON: Final = select(table_of(AssessorRow)).where(
    table_of(AssessorRow).c.id == bindparam("person")
)


class People:
    """The assessors, and the one who uses the program; never the login name."""

    def __init__(self, database: Database, surroundings: Surroundings) -> None:
        self._database = database
        self._new_id = surroundings.new_id

    def me(self) -> Assessor | None:
        """Return who uses the program; None until they have said so."""
        with self._database.reading() as session:
            return who_am_i(session)

    def introduce(self, name: str, institution: str) -> Changes:
        """Take down who uses the program; a second time corrects name and institution.

        Raises NameMissing for an empty name.
        """
        name, institution = one_line(name), one_line(institution)
        if not name:
            raise NameMissing
        with self._database.transaction() as session:
            me = who_am_i(session)
            if me is None:
                row = AssessorRow(id=self._new_id(), name=name, institution=institution)
                session.add(row)
                write_setting(session, ME, row.id)
            else:
                row = session.get_one(AssessorRow, me.id)
                row.name, row.institution = name, institution
        return Changes.of(Topic.PEOPLE)

    def add(self, name: str, institution: str) -> Assessor:
        """Take down somebody else who will score, so that sheets can be handed out to them.

        Two people may share a name: each call adds one. Raises NameMissing for an empty name.
        """
        name, institution = one_line(name), one_line(institution)
        if not name:
            raise NameMissing
        added = Assessor(AssessorId(self._new_id()), name, institution)
        with self._database.transaction() as session:
            session.add(AssessorRow(id=added.id, name=name, institution=institution))
        return added

    def assessors(self) -> tuple[Assessor, ...]:
        """Return everybody whose assessments are here, by name."""
        with self._database.reading() as session:
            return read_assessors(session)


def who_am_i(session: Session) -> Assessor | None:
    """Return the person whose workspace this is, if they have said so."""
    me = read_setting(session, ME)
    row = session.connection().execute(_PERSON, {"person": me}).first()
    return None if row is None else Assessor(AssessorId(row.id), row.name, row.institution)


def require_me(session: Session) -> AssessorId:
    """Return the id of the person whose workspace this is; raises WhoIsMissing."""
    me = read_setting(session, ME)
    if not isinstance(me, str):
        raise WhoIsMissing
    return AssessorId(me)
