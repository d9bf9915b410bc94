"""The papers that offices in Indonesia print on."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper, by the name that stands on the packet."""

    A4 = "A4"
    F4 = "F4"
    """Also sold as folio or HVS F4; no standard, but what offices keep in their printers."""

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height of the sheet held upright."""
        return (210, 297) if self is Paper.A4 else (215, 330)
