"""The radar chart of the comparison: native, so that it follows the cells and prints sharply."""

from typing import Final

from openpyxl.chart import RadarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

from assessor.domain.instrument import SCALE

THIS_YEAR_COLOR: Final = "1F6FB5"
LAST_YEAR_COLOR: Final = "D9822B"
GRID_COLOR: Final = "C5D3E0"
LINE_WIDTH: Final = 28_575
"""English metric units, 2.25 points."""
LABEL_SIZE: Final = 900
"""Hundredths of a point."""
HEIGHT: Final = 8
WIDTH: Final = 20
"""Centimetres."""


def radar_chart(labels: Reference, series: list[tuple[str, Reference]]) -> RadarChart:
    """Return the chart of the dimensions, axis 0 to 4, a line for every year."""
    chart = RadarChart()
    chart.type = "marker"
    chart.height, chart.width = HEIGHT, WIDTH
    for place, (title, values) in enumerate(series):
        chart.series.append(_line(title, values, place))
    chart.set_categories(labels)
    chart.y_axis.scaling.min = SCALE[0]
    chart.y_axis.scaling.max = SCALE[-1]
    chart.y_axis.majorUnit = 1
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines = ChartLines(
        spPr=GraphicalProperties(ln=LineProperties(solidFill=GRID_COLOR))
    )
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.y_axis.txPr = chart.x_axis.txPr = _label_text()
    chart.legend = Legend(legendPos="b", txPr=_label_text())
    chart.layout = Layout(manualLayout=ManualLayout(x=0.2, y=0.1, w=0.6, h=0.7))
    chart.display_blanks = "gap"
    chart.visible_cells_only = False
    return chart


def _line(title: str, values: Reference, place: int) -> Series:
    color = (THIS_YEAR_COLOR, LAST_YEAR_COLOR)[place]
    line: Series = SeriesFactory(values, title=title)
    line.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=color, w=LINE_WIDTH, prstDash="solid" if place == 0 else "dash")
    )
    line.marker = Marker(
        symbol=("circle", "diamond")[place],
        size=7,
        spPr=GraphicalProperties(solidFill=color, ln=LineProperties(solidFill=color)),
    )
    return line


def _label_text() -> RichText:
    properties = ParagraphProperties(defRPr=CharacterProperties(sz=LABEL_SIZE))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties(sz=LABEL_SIZE))])
