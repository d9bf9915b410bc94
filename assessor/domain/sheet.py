"""Everything that one score sheet carries."""

from dataclasses import dataclass

from assessor.domain.instrument import Instrument
from assessor.domain.records import Assessment, PublishedResult, Round
from assessor.domain.result import Result


@dataclass(frozen=True, slots=True)
class Sheet:
    """One region, one assessor: what is written, and what reading it back must give."""

    round: Round
    assessment: Assessment
    instrument: Instrument
    previous: PublishedResult | None
    """Last year's result for the comparison; None where there is none."""
    result: Result
    """The figures of this assessment alone."""

    @property
    def is_blank(self) -> bool:
        """Whether it hands out an assignment: same identity, nothing scored yet."""
        return self.assessment.revision == 0
