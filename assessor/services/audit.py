"""Recomputing a published table from a file, against last year's where it is at hand."""

from dataclasses import dataclass
from pathlib import Path

from assessor.domain.audit import Audit, PublishedTable, audit
from assessor.domain.instrument import Instrument
from assessor.exchange.published_table import read_published_table
from assessor.services.catalogue import shipped_instruments


@dataclass(frozen=True, slots=True)
class TableOfYear:
    """A published table, and the instrument it was made with."""

    path: Path
    instrument: Instrument

    def read(self) -> PublishedTable:
        """Return its rows. Raises NotFound, NotReadable, TableUnreadable."""
        return read_published_table(self.path, self.instrument)


def audit_table(this: TableOfYear, previous: TableOfYear | None = None) -> Audit:
    """Return which rows do not follow; rows of the year's other instruments are left out.

    Raises NotFound, NotReadable, TableUnreadable.
    """
    year = this.instrument.year
    cohorts = [one.cohort for one in shipped_instruments() if one.year == year]
    return audit(this.read(), cohorts, None if previous is None else previous.read())
