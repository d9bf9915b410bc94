"""Returned sheets against the instruments of the workspace."""

from assessor.domain.ids import InstrumentId
from assessor.exchange.score_sheet.check import InstrumentCheck
from assessor.exchange.score_sheet.reading import Problem, SheetReading
from assessor.services.instruments import Instruments


class InstrumentChecks:
    """One check for each instrument that is met; sheets of unknown ones are not checked here."""

    def __init__(self, instruments: Instruments) -> None:
        self._instruments = instruments
        self._checks: dict[tuple[InstrumentId, str], InstrumentCheck | None] = {}

    def problems(self, reading: SheetReading) -> tuple[Problem, ...]:
        """Return what in a sheet does not fit the instrument that it bears."""
        identity = reading.identity
        key = (identity.instrument_id, identity.instrument_checksum)
        if key not in self._checks:
            self._checks[key] = self._check(*key)
        check = self._checks[key]
        return () if check is None else check.problems(reading)

    def _check(self, instrument: InstrumentId, checksum: str) -> InstrumentCheck | None:
        try:
            return InstrumentCheck(self._instruments.get(instrument, checksum))
        except LookupError:
            return None
