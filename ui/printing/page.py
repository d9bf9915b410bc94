"""The sheet of paper and what room is left on it.

All lengths on paper are hundredths of a millimetre, whatever they are painted on.
"""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from assessor.domain.paper import Paper

UNITS_PER_INCH: Final = 2540
UNITS_PER_POINT: Final = UNITS_PER_INCH / 72


def mm(length: float) -> float:
    """Return millimetres as a length on paper."""
    return length * 100


def points(length: float) -> float:
    """Return typographic points as a length on paper."""
    return length * UNITS_PER_POINT


@dataclass(frozen=True, slots=True)
class Margins:
    """What stays free at the edges; running lines stand in the upper and the lower one."""

    left: float = mm(18)
    top: float = mm(17)
    right: float = mm(18)
    bottom: float = mm(17)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """One kind of page of a document."""

    paper: Paper = Paper.A4
    is_landscape: bool = False
    margins: Margins = field(default_factory=Margins)

    @property
    def width(self) -> float:
        """Of the sheet as it is read."""
        return mm(self.paper.millimetres[self.is_landscape])

    @property
    def height(self) -> float:
        """Of the sheet as it is read."""
        return mm(self.paper.millimetres[not self.is_landscape])

    @property
    def content(self) -> QRectF:
        """The room between the margins."""
        around = self.margins
        return QRectF(
            around.left,
            around.top,
            self.width - around.left - around.right,
            self.height - around.top - around.bottom,
        )

    def layout(self) -> QPageLayout:
        """Return the page as Qt's printers take it: the margins are ours, not the device's."""
        size = QPageSize(
            QSizeF(*self.paper.millimetres),
            QPageSize.Unit.Millimeter,
            self.paper.value,
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
        turned = QPageLayout.Orientation
        orientation = turned.Landscape if self.is_landscape else turned.Portrait
        layout = QPageLayout(size, orientation, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout
