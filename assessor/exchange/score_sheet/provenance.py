"""What wrote a sheet, and when."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """What wrote the sheet, and when; goes onto the paper and into the file's properties."""

    application_version: str
    written_at: datetime
    """With a time zone."""

    @property
    def day(self) -> date:
        """The day on the paper: where the sheet was written, not in Greenwich."""
        return self.written_at.astimezone().date()
