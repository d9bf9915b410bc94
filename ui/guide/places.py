"""Where the guide opens: at what fits the screen that is shown."""

from collections.abc import Mapping
from typing import Final

from ui.screen import Screen

BEGINNING: Final = "start.md"
PLACES: Final[Mapping[str, str]] = {
    "welcome": "start.md",
    "new_round_screen": "assessor.md#rounds",
    "rounds": "assessor.md#rounds",
    "walk": "assessor.md#walk",
    "panel": "lead.md#panel",
    "merge": "lead.md#merge",
    "results": "staff.md#results",
    "letter_screen": "staff.md#letter",
    "evidence_request_screen": "staff.md#evidence-requests",
}
"""Chapter and section for the view of each screen, by its name."""


def place_for(screen: Screen | None) -> str:
    """Return chapter and section for the screen shown, the beginning where none is."""
    return BEGINNING if screen is None else PLACES.get(screen.widget.objectName(), BEGINNING)
