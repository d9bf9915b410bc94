"""What a letter is filled in with: standing facts of the office, and facts of one round."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from assessor.domain.figures import show_date
from assessor.domain.logo import Logo

NONE_AT_ALL: Final = frozenset({"-", "–", "—"})
"""Typed where the office has no tagline, or nobody gets a copy: said, not forgotten."""
GAP: Final = "…………"
"""Stands in a preview where something is not set yet; never in a finished letter."""


class LetterField(StrEnum):
    """One thing to fill in."""

    LOGO = "logo"
    MINISTRY = "ministry"
    DIRECTORATE = "directorate"
    TAGLINE = "tagline"
    ADDRESS = "address"
    PLACE = "place"
    SIGNATORY_TITLE = "signatory_title"
    SIGNATORY = "signatory"
    COPIES = "copies"
    NUMBER = "letter_number"
    DATE = "letter_date"
    SUBJECT = "letter_subject"
    INVITATION_NUMBER = "invitation_number"
    INVITATION_DATE = "invitation_date"
    REQUEST_NUMBER = "request_number"
    REQUEST_DATE = "request_date"
    REQUEST_DEADLINE = "request_deadline"
    REQUEST_REPLY = "request_reply"


OFFICE: Final = (
    LetterField.LOGO,
    LetterField.MINISTRY,
    LetterField.DIRECTORATE,
    LetterField.TAGLINE,
    LetterField.ADDRESS,
    LetterField.PLACE,
    LetterField.SIGNATORY_TITLE,
    LetterField.SIGNATORY,
)
"""The same for every letter of the workspace."""
RESULTS: Final = (
    LetterField.NUMBER,
    LetterField.DATE,
    LetterField.SUBJECT,
    LetterField.INVITATION_NUMBER,
    LetterField.INVITATION_DATE,
)
"""Of the round; number and date are the round's own, so that letter and annexes have the same."""
REQUEST: Final = (
    LetterField.REQUEST_NUMBER,
    LetterField.REQUEST_DATE,
    LetterField.REQUEST_DEADLINE,
    LetterField.REQUEST_REPLY,
)
"""Of the round; a request for evidence is a letter of its own."""
FOR_RESULTS: Final = (*RESULTS, *OFFICE, LetterField.COPIES)
"""What each letter needs, in the order in which it is filled in."""
FOR_REQUEST: Final = (*REQUEST, *OFFICE)
OF_ROUND: Final = frozenset((*RESULTS, *REQUEST))
DAYS: Final = frozenset(
    {
        LetterField.DATE,
        LetterField.INVITATION_DATE,
        LetterField.REQUEST_DATE,
        LetterField.REQUEST_DEADLINE,
    }
)
OF_SEVERAL_LINES: Final = frozenset(
    {LetterField.ADDRESS, LetterField.SIGNATORY_TITLE, LetterField.COPIES}
)


@dataclass(frozen=True, slots=True)
class LetterForm:
    """What is filled in so far."""

    texts: Mapping[LetterField, str] = field(default_factory=dict)
    days: Mapping[LetterField, dt.date] = field(default_factory=dict)
    logo: Logo | None = None

    def missing(self, needed: Iterable[LetterField]) -> tuple[LetterField, ...]:
        """Return what of `needed` is not set yet, in its order."""
        return tuple(one for one in needed if not self._has(one))

    def line(self, one: LetterField) -> str:
        """Return a text, or a day in words; a gap where it is not set."""
        if one in DAYS:
            return show_date(self.days[one]) if one in self.days else GAP
        return self.texts.get(one) or GAP

    def lines(self, one: LetterField) -> tuple[str, ...]:
        """Return a text line by line, none where there is none on purpose."""
        text = self.line(one)
        kept = tuple(line.strip() for line in text.splitlines() if line.strip())
        return () if text.strip() in NONE_AT_ALL else kept

    def _has(self, one: LetterField) -> bool:
        if one is LetterField.LOGO:
            return self.logo is not None
        return one in self.days if one in DAYS else bool(self.texts.get(one, "").strip())
