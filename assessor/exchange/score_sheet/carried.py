"""What one page of a sheet tells the next while it is written."""

from dataclasses import dataclass, field

from assessor.domain.ids import DimensionKey, QuestionKey


@dataclass(slots=True)
class Carried:
    """Where figures stand for live formulas, and notes too long for a row of a table."""

    programme_means: dict[QuestionKey, str] = field(default_factory=dict)
    """The cell of each question's mean over the programmes."""
    dimension_means: dict[DimensionKey, str] = field(default_factory=dict)
    """The cell of each dimension's mean."""
    long_notes: list[tuple[str, str]] = field(default_factory=list)
    """What a note belongs to, and its text; printed whole at the end of the summary."""
