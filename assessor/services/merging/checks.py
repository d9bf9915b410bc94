"""Returned sheets against the instruments of the workspace."""

from collections.abc import Iterable

from assessor.domain.ids import InstrumentId
from assessor.domain.instrument import Instrument
from assessor.exchange.score_sheet.check import InstrumentCheck
from assessor.exchange.score_sheet.reading import Problem, SheetReading


class InstrumentChecks:
    """One check for each instrument that is met; sheets of unknown ones are not checked here."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._instruments = {(one.id, one.checksum): one for one in instruments}
        self._checks: dict[tuple[InstrumentId, str], InstrumentCheck] = {}

    def problems(self, reading: SheetReading) -> tuple[Problem, ...]:
        """Return what in a sheet does not fit the instrument that it bears."""
        identity = reading.identity
        key = (identity.instrument_id, identity.instrument_checksum)
        if key not in self._instruments:
            return ()
        if key not in self._checks:
            self._checks[key] = InstrumentCheck(self._instruments[key])
        return self._checks[key].problems(reading)
