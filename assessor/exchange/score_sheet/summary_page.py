"""The page "Ringkasan": comparison, how the figure came about, strengths and weaknesses."""

from decimal import Decimal
from typing import Final

from openpyxl.chart import Reference
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain import paper_words
from assessor.domain.figures import NOTHING
from assessor.domain.instrument import RoundingRule
from assessor.domain.result import DimensionResult
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet import wording
from assessor.exchange.score_sheet.carried import Carried
from assessor.exchange.score_sheet.chart import HEIGHT, radar_chart
from assessor.exchange.score_sheet.heading import (
    confidence_text,
    write_paragraph,
    write_summary_line,
    write_title,
)
from assessor.exchange.score_sheet.layout import ColumnKey, PageKey, RowKey, row_key
from assessor.exchange.score_sheet.narrative_rows import write_long_notes, write_narrative
from assessor.exchange.score_sheet.page import FIRST_COLUMN, Column, Page
from assessor.exchange.score_sheet.print_setup import set_up_print
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.rules import protect
from assessor.exchange.score_sheet.styles import Style

POINTS_PER_CENTIMETRE: Final = 28.35
CHART_ROWS: Final = 14


def _columns(this_year: int, last_year: int) -> tuple[Column, ...]:
    return (
        Column(ColumnKey.NUMBER, wording.HEADINGS[ColumnKey.NUMBER], 5),
        Column(ColumnKey.TEXT, wording.HEADINGS[ColumnKey.TEXT], 44),
        Column(ColumnKey.WEIGHT, wording.HEADINGS[ColumnKey.WEIGHT], 12),
        Column(ColumnKey.THIS_YEAR, f"Nilai {this_year}", 14),
        Column(ColumnKey.SHARE, "Nilai × bobot", 16),
        Column(ColumnKey.LAST_YEAR, f"Nilai {last_year}", 14),
    )


FEED: Final = (
    Column(ColumnKey.CHART_THIS_YEAR, "", 8),
    Column(ColumnKey.CHART_LAST_YEAR, "", 8),
)
"""What the chart draws: empty where the table shows a dash, so that a blank is never a 0."""


class SummaryPage:
    """Writes one page "Ringkasan"."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, carried: Carried) -> None:
        year = sheet.round.year
        last_year = sheet.previous.year if sheet.previous else year - 1
        self._page = Page(worksheet, PageKey.SUMMARY, _columns(year, last_year))
        self._feed = self._page.feed(FEED)
        self._sheet = sheet
        self._carried = carried
        self._last_year = last_year

    def write(self, provenance: Provenance) -> None:
        """Write the whole page."""
        page, sheet = self._page, self._sheet
        write_title(page, sheet)
        write_summary_line(page, sheet, provenance)
        self._write_comparison()
        page.next_row(height=8)
        page.next_row(height=20)
        page.band("Cara nilai final dihitung", Style.CHAPTER)
        for text in (
            paper_words.MEANS,
            paper_words.ROUNDING[sheet.instrument.rounding],
            confidence_text(sheet),
        ):
            write_paragraph(page, text)
        write_narrative(page, sheet)
        write_long_notes(page, self._carried.long_notes)
        protect(page.worksheet)
        set_up_print(page, sheet, None)

    def _write_comparison(self) -> None:
        page = self._page
        page.next_row(height=20)
        page.band("Perbandingan Hasil Evaluasi", Style.CHAPTER)
        page.next_row(height=20)
        for place, column in enumerate(page.columns, FIRST_COLUMN):
            page.text(place, column.header, Style.HEADER)
        first = page.row + 1
        for number, result in enumerate(self._sheet.result.dimensions, 1):
            self._write_dimension(number, result)
        last = page.row
        self._write_final(first, last)
        self._write_provisional()
        self._place_chart(first, last)

    def _write_dimension(self, number: int, result: DimensionResult) -> None:
        page, key = self._page, result.dimension.key
        row = page.next_row(row_key(RowKey.DIMENSION, key), height=15)
        page.figure(FIRST_COLUMN, number, Style.NUMBER)
        page.text(page.place(ColumnKey.TEXT), result.dimension.name.indonesian, Style.TEXT)
        page.figure(page.place(ColumnKey.WEIGHT), result.dimension.weight, Style.WEIGHT)
        last_year = self._sheet.previous.dimensions.get(key) if self._sheet.previous else None
        self._figure(ColumnKey.LAST_YEAR, last_year, Style.FIGURE)
        page.figure(self._feed[1], _number(last_year), Style.MACHINE)
        if not self._sheet.is_blank:
            self._figure(ColumnKey.THIS_YEAR, result.mean, Style.FIGURE)
            self._figure(ColumnKey.SHARE, result.contribution, self._share_look(Style.FIGURE))
            page.figure(self._feed[0], _number(result.mean), Style.MACHINE)
            return
        source = self._carried.dimension_means[key]
        mean, weight = self._cell(ColumnKey.THIS_YEAR, row), self._cell(ColumnKey.WEIGHT, row)
        share = f"{mean}*{weight}/100"
        if self._sheet.instrument.rounding is RoundingRule.COMPONENTS:
            share = f"ROUND({share},2)"
        page.formula(page.place(ColumnKey.THIS_YEAR), f'=IF({source}="","",{source})', Style.FIGURE)
        page.formula(
            page.place(ColumnKey.SHARE),
            f'=IF({mean}="","",{share})',
            self._share_look(Style.FIGURE),
        )
        page.formula(self._feed[0], f"=IF(ISNUMBER({mean}),{mean},NA())", Style.MACHINE)

    def _write_final(self, first: int, last: int) -> None:
        page, sheet = self._page, self._sheet
        page.next_row(RowKey.FINAL, height=19)
        is_provisional = sheet.result.is_provisional and not sheet.is_blank
        label = f"Nilai final ({paper_words.PROVISIONAL})" if is_provisional else "Nilai final"
        page.band(label, Style.TOTAL_LABEL, FIRST_COLUMN, page.place(ColumnKey.TEXT))
        weights = sum(one.dimension.weight for one in sheet.result.dimensions)
        page.text(page.place(ColumnKey.WEIGHT), f"{weights}%", Style.TOTAL_LABEL)
        page.text(page.place(ColumnKey.SHARE), "", Style.TOTAL)
        self._figure(
            ColumnKey.LAST_YEAR, sheet.previous.final if sheet.previous else None, Style.TOTAL
        )
        if not sheet.is_blank:
            self._figure(ColumnKey.THIS_YEAR, sheet.result.final, Style.TOTAL)
            return
        shares = f"{self._cell(ColumnKey.SHARE, first)}:{self._cell(ColumnKey.SHARE, last)}"
        page.formula(
            page.place(ColumnKey.THIS_YEAR),
            f'=IF(COUNT({shares})<{last - first + 1},"",ROUND(SUM({shares}),2))',
            Style.TOTAL,
        )

    def _write_provisional(self) -> None:
        page, sheet = self._page, self._sheet
        if sheet.is_blank or not sheet.result.is_provisional:
            return
        state = "sudah dikunci" if sheet.assessment.is_locked else "belum dikunci"
        page.next_row(height=18)
        page.band(
            f"{paper_words.PROVISIONAL}: {sheet.result.answered} dari {sheet.result.total} "
            f"pertanyaan selesai dinilai; penilaian {state}.",
            Style.ALERT,
        )

    def _place_chart(self, first: int, last: int) -> None:
        page = self._page
        page.next_row(height=8)
        anchor = page.address(page.row + 1, FIRST_COLUMN)
        for _ in range(CHART_ROWS):
            page.next_row(height=HEIGHT * POINTS_PER_CENTIMETRE / CHART_ROWS)
        text = page.place(ColumnKey.TEXT)
        labels = Reference(page.worksheet, min_col=text, min_row=first, max_row=last)
        years = [(f"Tahun {self._sheet.round.year}", self._feed[0])]
        if self._sheet.previous and self._sheet.previous.dimensions:
            years.append((f"Tahun {self._last_year}", self._feed[1]))
        series = [
            (title, Reference(page.worksheet, min_col=column, min_row=first, max_row=last))
            for title, column in years
        ]
        page.worksheet.add_chart(radar_chart(labels, series), anchor)

    def _figure(self, column: ColumnKey, value: Decimal | None, style: Style) -> None:
        page = self._page
        if value is None:
            page.text(page.place(column), NOTHING, style)
        else:
            page.figure(page.place(column), float(value), style)

    def _share_look(self, otherwise: Style) -> Style:
        exact = self._sheet.instrument.rounding is RoundingRule.TOTAL
        return Style.SHARE if exact else otherwise

    def _cell(self, column: ColumnKey, row: int) -> str:
        return self._page.address(row, self._page.place(column))


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
