"""The page "Penilaian": every question of the instrument, section by section."""

from collections.abc import Mapping
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.instrument import Dimension, Question, Scope
from assessor.domain.result import DimensionResult, question_value
from assessor.domain.score import AnswerKey, Score
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet import wording
from assessor.exchange.score_sheet.carried import Carried
from assessor.exchange.score_sheet.content import EvidencePlace, evidence_texts, note_text
from assessor.exchange.score_sheet.heading import write_identity, write_paragraph, write_title
from assessor.exchange.score_sheet.layout import (
    NOT_APPLICABLE,
    ColumnKey,
    PageKey,
    RowKey,
    row_key,
)
from assessor.exchange.score_sheet.page import FIRST_COLUMN, Column, Page
from assessor.exchange.score_sheet.print_setup import set_up_print
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.row_height import TALLEST, text_height
from assessor.exchange.score_sheet.rules import allow_scores, protect, span_repeats
from assessor.exchange.score_sheet.styles import Style

COLUMNS: Final = tuple(
    Column(key, wording.HEADINGS[key], width)
    for key, width in (
        (ColumnKey.NUMBER, 4.5),
        (ColumnKey.INDICATOR, 15),
        (ColumnKey.SUBINDICATOR, 19),
        (ColumnKey.QUESTION, 30),
        (ColumnKey.SCORE, 8.5),
        (ColumnKey.NOTE, 29),
        (ColumnKey.EVIDENCE, 14),
    )
)
EVIDENCE_POINTS: Final = 8.0


def write_score(page: Page, column: int, score: Score, style: Style) -> None:
    """Write points as a number, "not applicable" as its sign, blank as nothing."""
    if score.is_not_applicable:
        page.text(column, NOT_APPLICABLE, style)
    else:
        page.figure(column, score.points, style)


class ScoresPage:
    """Writes one page "Penilaian"."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, carried: Carried) -> None:
        self._page = Page(worksheet, PageKey.SCORES, COLUMNS)
        self._sheet = sheet
        self._carried = carried
        self._evidence: Mapping[EvidencePlace, str] = evidence_texts(sheet.assessment)
        self._score_column = self._page.place(ColumnKey.SCORE)
        self._note_column = self._page.place(ColumnKey.NOTE)
        self._score_cells: list[str] = []

    def write(self, provenance: Provenance) -> None:
        """Write the whole page."""
        page = self._page
        write_title(page, self._sheet)
        write_identity(page, self._sheet, provenance, self._score_column)
        if self._sheet.is_blank:
            write_paragraph(page, wording.HOW_TO_FILL)
        header = page.next_row(height=22)
        for place, column in enumerate(COLUMNS, FIRST_COLUMN):
            page.text(place, column.header, Style.HEADER)
        for letter, result in zip(wording.LETTERS, self._sheet.result.dimensions, strict=False):
            self._write_dimension(letter, result)
        allow_scores(page.worksheet, self._score_cells)
        self._span_groups(header + 1)
        protect(page.worksheet)
        set_up_print(page, self._sheet, header)

    def _write_dimension(self, letter: str, result: DimensionResult) -> None:
        page, dimension = self._page, result.dimension
        page.next_row(row_key(RowKey.DIMENSION, dimension.key), height=20)
        page.band(wording.section_title(letter, dimension), Style.SECTION)
        first = page.row + 1
        for number, question in enumerate(dimension.questions, 1):
            self._write_question(number, question)
        self._write_mean(result, first)

    def _write_question(self, number: int, question: Question) -> None:
        page = self._page
        is_own = question.scope is Scope.CITY
        key = question.key if is_own else row_key(RowKey.PROGRAMME_MEAN, question.key)
        page.next_row(key)
        page.figure(FIRST_COLUMN, number, Style.NUMBER)
        texts = {
            page.place(ColumnKey.INDICATOR): question.indicator.indonesian,
            page.place(ColumnKey.SUBINDICATOR): question.subindicator.indonesian,
            page.place(ColumnKey.QUESTION): question.text.indonesian,
        }
        looks = (Style.GROUP, Style.GROUP, Style.TEXT)
        for (column, text), look in zip(texts.items(), looks, strict=True):
            page.text(column, text, look)
        note = self._write_own_answer(question) if is_own else self._write_programme_mean(question)
        evidence = self._evidence.get(EvidencePlace(question.key, None), "")
        page.text(page.last_column, evidence, Style.EVIDENCE)
        evidence_height = page.fit_across(
            evidence, page.last_column, page.last_column, EVIDENCE_POINTS
        )
        page.fit({**texts, self._note_column: note}, evidence_height)

    def _write_own_answer(self, question: Question) -> str:
        page, sheet = self._page, self._sheet
        answer = sheet.assessment.answer(AnswerKey(question.key))
        note = note_text(answer)
        score_look = Style.SCORE_INPUT if sheet.is_blank else Style.SCORE
        note_look = Style.NOTE_INPUT if sheet.is_blank else Style.NOTE
        write_score(page, self._score_column, answer.score, score_look)
        page.text(self._note_column, note, note_look)
        self._score_cells.append(self._address(page.row))
        self._carry_if_long(question, note)
        return note

    def _write_programme_mean(self, question: Question) -> str:
        page, column = self._page, self._score_column
        hint = "Rata-rata program, lihat lembar Quick Win"
        if self._sheet.is_blank:
            source = self._carried.programme_means[question.key]
            page.formula(column, f'=IF({source}="","",{source})', Style.FIGURE)
        else:
            value = question_value(question, self._sheet.assessment)
            page.figure(column, None if value is None else float(value), Style.FIGURE)
        page.text(self._note_column, hint, Style.EVIDENCE)
        return hint

    def _write_mean(self, result: DimensionResult, first: int) -> None:
        page, column = self._page, self._score_column
        dimension: Dimension = result.dimension
        last = page.row
        row = page.next_row(row_key(RowKey.MEAN, dimension.key), height=17)
        page.band("Rata-rata", Style.TOTAL_LABEL, FIRST_COLUMN, column - 1)
        if self._sheet.is_blank:
            cells = f"{self._address(first)}:{self._address(last)}"
            page.formula(column, f'=IF(COUNT({cells})=0,"",ROUND(AVERAGE({cells}),2))', Style.TOTAL)
        else:
            page.figure(column, None if result.mean is None else float(result.mean), Style.TOTAL)
        page.band("", Style.TOTAL_LABEL, column + 1, page.last_column)
        title = page.worksheet.title
        self._carried.dimension_means[dimension.key] = f"{title}!{self._address(row)}"

    def _carry_if_long(self, question: Question, note: str) -> None:
        if text_height(note, COLUMNS[-2].width, 9) > TALLEST:
            self._carried.long_notes.append((question.text.indonesian, note))

    def _span_groups(self, first: int) -> None:
        page = self._page
        outer, inner = page.letter(ColumnKey.INDICATOR), page.letter(ColumnKey.SUBINDICATOR)
        span_repeats(page.worksheet, outer, inner, first, page.row)

    def _address(self, row: int) -> str:
        return self._page.address(row, self._score_column)
