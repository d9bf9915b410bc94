"""What draws papers for a command: the window's part of the program, without a display."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from assessor.domain.annex.records import Annex
from assessor.domain.letter import Letter
from assessor.domain.paper import Paper
from assessor.domain.summary import ScoreSummary


class Printing(Protocol):
    """One method for each paper; each returns a whole PDF and writes nothing."""

    def summary(self, summary: ScoreSummary, paper: Paper, /) -> bytes:
        """Return the score summary of one region."""

    def annex(self, annex: Annex, paper: Paper, /) -> bytes:
        """Return the annex of the letter."""

    def letter(self, letter: Letter, /) -> bytes:
        """Return a letter with what is attached to it."""


BeginPrinting: TypeAlias = Callable[[], Printing]
"""Loads what draws; called by the commands that need it. Raises FontMissing."""
