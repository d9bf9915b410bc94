"""What regions are to be asked for: claims that nobody has evidence of."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from assessor.domain.claims import unbacked_claims
from assessor.domain.errors import LetterIncomplete, RegionHidden, RoundUnknown
from assessor.domain.evidence_request import RegionClaims, evidence_request
from assessor.domain.ids import RoundId
from assessor.domain.letter import Letter
from assessor.domain.letter_fields import FOR_REQUEST
from assessor.domain.panel import is_blind
from assessor.domain.records import Assessor, Participant, Round
from assessor.exchange.file_names import plain_part, year_part
from assessor.persistence.database import Database
from assessor.persistence.reading import read_participants, read_round
from assessor.services.instruments import Instruments
from assessor.services.letter_forms import read_form
from assessor.services.panel_reading import NOBODY, Panel, read_panels
from assessor.services.people import who_am_i


@dataclass(frozen=True, slots=True)
class EvidenceGaps:
    """One region, and what evidence is missing of it."""

    round: Round
    participant: Participant
    claims: RegionClaims | None
    """None while the panel's scores are kept from whoever still scores the region."""

    @property
    def file_stem(self) -> str:
        """Return the name of its files, "2022_51.71_KOTA-DENPASAR_permintaan-data-dukung"."""
        region, year = self.participant.region, year_part(self.round.year, self.round.stage)
        return f"{year}_{region.code}_{plain_part(region.name)}_permintaan-data-dukung"


class EvidenceRequests:
    """Reads claims without evidence; the scores of others stay as hidden as in the panel."""

    def __init__(self, database: Database, instruments: Instruments) -> None:
        self._database = database
        self._instruments = instruments

    def of_round(self, round_id: RoundId) -> tuple[EvidenceGaps, ...]:
        """Return the regions taking part in the order of official tables. Raises RoundUnknown."""
        with self._database.reading() as session:
            one, me = _round(session, round_id), who_am_i(session)
            participants = [at for at in read_participants(session, round_id) if at.takes_part]
            panels = read_panels(session, [at.id for at in participants])
        return tuple(self._gaps(one, at, panels.get(at.id, NOBODY), me) for at in participants)

    def finished(self, participant: Participant) -> Letter:
        """Return the request to one region as it can be signed.

        Raises RoundUnknown, RegionHidden, and LetterIncomplete for a field that is not set.
        """
        with self._database.reading() as session:
            form = read_form(session, participant.round)
            one, me = _round(session, participant.round), who_am_i(session)
            panel = read_panels(session, [participant.id]).get(participant.id, NOBODY)
        missing = form.missing(FOR_REQUEST)
        if missing:
            raise LetterIncomplete(missing, len(missing))
        claims = self._gaps(one, participant, panel, me).claims
        if claims is None:
            raise RegionHidden(region=participant.region.name)
        return evidence_request(form, claims)

    def _gaps(
        self, one: Round, participant: Participant, panel: Panel, me: Assessor | None
    ) -> EvidenceGaps:
        if is_blind(me, panel.assessments):
            return EvidenceGaps(one, participant, None)
        cohort = participant.cohort
        instrument = self._instruments.get(cohort.instrument, cohort.checksum)
        programmes = {each.id: each for said in panel.assessments for each in said.programmes}
        claims = RegionClaims(
            round=one,
            participant=participant,
            instrument=instrument,
            programmes=tuple(programmes.values()),
            claims=unbacked_claims(instrument, panel.assessments),
        )
        return EvidenceGaps(one, participant, claims)


def _round(session: Session, round_id: RoundId) -> Round:
    one = read_round(session, round_id)
    if one is None:
        raise RoundUnknown(found=round_id)
    return one
