"""The instruments a workspace knows: those that ship, those its rounds use, the user's own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.domain.errors import InstrumentKnown
from assessor.domain.ids import InstrumentId
from assessor.domain.instrument import Instrument
from assessor.domain.instrument_file import parse_instrument
from assessor.persistence.database import Database
from assessor.persistence.models import InstrumentRow
from assessor.services.catalogue import instrument_text, shipped_instrument, shipped_instruments


class Instruments:
    """Instruments by id and checksum; a round keeps the very file it began with."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[InstrumentId, str], Instrument] = {}

    def available(self) -> tuple[Instrument, ...]:
        """Return what a new round can use: shipped and own ones, by year and id."""
        found = {instrument.id: instrument for instrument in shipped_instruments()}
        with self._database.reading() as session:
            for row in session.scalars(select(InstrumentRow).order_by(InstrumentRow.pk)):
                instrument = self._parsed(row)
                found.setdefault(instrument.id, instrument)
        return tuple(sorted(found.values(), key=lambda one: (one.year, one.id)))

    def get(self, instrument: InstrumentId, checksum: str) -> Instrument:
        """Return the instrument that a cohort uses; LookupError where the workspace has none."""
        known = self._known.get((instrument, checksum))
        if known is not None:
            return known
        with self._database.reading() as session:
            row = _row(session, instrument, checksum)
            if row is None:
                raise LookupError(instrument)
            return self._parsed(row)

    def kept(self) -> tuple[Instrument, ...]:
        """Return what the rounds of the workspace use and what the user added."""
        with self._database.reading() as session:
            rows = session.scalars(select(InstrumentRow).order_by(InstrumentRow.pk))
            return tuple(self._parsed(row) for row in rows)

    def add(self, text: str, file: str) -> Instrument:
        """Take an instrument from a file's text; the same content twice is one instrument.

        Raises InstrumentRefused for a file that breaks a rule, and InstrumentKnown for an id that
        stands for another content already.
        """
        instrument = parse_instrument(text, file)
        shipped = shipped_instrument(instrument.id)
        if shipped is not None and shipped.checksum != instrument.checksum:
            raise InstrumentKnown(instrument=instrument.id)
        with self._database.transaction() as session:
            same_id = select(InstrumentRow.checksum).where(
                InstrumentRow.instrument_id == instrument.id
            )
            if any(checksum != instrument.checksum for checksum in session.scalars(same_id)):
                raise InstrumentKnown(instrument=instrument.id)
            if shipped is None and _row(session, instrument.id, instrument.checksum) is None:
                session.add(_new_row(instrument, text))
        self._known[instrument.id, instrument.checksum] = instrument
        return instrument

    def keep(self, session: Session, instrument: InstrumentId) -> int:
        """Store an instrument for a round to use and return its row; LookupError if unknown."""
        shipped = shipped_instrument(instrument)
        checksum = None if shipped is None else shipped.checksum
        row = _row(session, instrument, checksum)
        if row is None:
            if shipped is None:
                raise LookupError(instrument)
            row = _new_row(shipped, instrument_text(shipped))
            session.add(row)
            session.flush()
        return row.pk

    def _parsed(self, row: InstrumentRow) -> Instrument:
        key = (InstrumentId(row.instrument_id), row.checksum)
        if key not in self._known:
            self._known[key] = parse_instrument(row.definition, f"{row.instrument_id}.toml")
        return self._known[key]


def _row(session: Session, instrument: InstrumentId, checksum: str | None) -> InstrumentRow | None:
    statement = select(InstrumentRow).where(InstrumentRow.instrument_id == instrument)
    if checksum is not None:
        statement = statement.where(InstrumentRow.checksum == checksum)
    return session.scalars(statement).one_or_none()


def _new_row(instrument: Instrument, text: str) -> InstrumentRow:
    return InstrumentRow(instrument_id=instrument.id, checksum=instrument.checksum, definition=text)
