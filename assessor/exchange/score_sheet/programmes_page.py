"""The page "Quick Win": a row a programme, a narrow column a question."""

from collections.abc import Iterator
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.instrument import PILLAR_NAMES, Question, Scope
from assessor.domain.records import Programme
from assessor.domain.result import question_value
from assessor.domain.score import AnswerKey
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet import wording
from assessor.exchange.score_sheet.carried import Carried
from assessor.exchange.score_sheet.content import EvidencePlace, evidence_texts
from assessor.exchange.score_sheet.heading import write_paragraph, write_summary_line, write_title
from assessor.exchange.score_sheet.layout import (
    ColumnKey,
    PageKey,
    RowKey,
    column_of_question,
    row_key,
)
from assessor.exchange.score_sheet.page import FIRST_COLUMN, Column, Page
from assessor.exchange.score_sheet.print_setup import set_up_print
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.row_height import TALLEST, text_height
from assessor.exchange.score_sheet.rules import allow_pillars, allow_scores, protect
from assessor.exchange.score_sheet.scores_page import EVIDENCE_POINTS, write_score
from assessor.exchange.score_sheet.styles import Style

SPARE_ROWS: Final = 3
ROWS_WITHOUT_PROGRAMMES: Final = 8
HEADER_HEIGHT: Final = 118.0
NOTE_WIDTH: Final = 26


def _columns(questions: tuple[Question, ...]) -> tuple[Column, ...]:
    return (
        Column(ColumnKey.NUMBER, wording.HEADINGS[ColumnKey.NUMBER], 4),
        Column(ColumnKey.PILLAR, wording.HEADINGS[ColumnKey.PILLAR], 13),
        Column(ColumnKey.PROGRAMME, wording.HEADINGS[ColumnKey.PROGRAMME], 23),
        *(
            Column(column_of_question(one.key), one.subindicator.indonesian, 5.2)
            for one in questions
        ),
        Column(ColumnKey.NOTE, wording.HEADINGS[ColumnKey.NOTE], NOTE_WIDTH),
        Column(ColumnKey.EVIDENCE, wording.HEADINGS[ColumnKey.EVIDENCE], 13),
    )


class ProgrammesPage:
    """Writes one page "Quick Win"."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, carried: Carried) -> None:
        self._questions = tuple(
            one for one in sheet.instrument.questions.values() if one.scope is Scope.PROGRAMME
        )
        self._page = Page(worksheet, PageKey.PROGRAMMES, _columns(self._questions))
        self._sheet = sheet
        self._carried = carried
        self._evidence = evidence_texts(sheet.assessment)
        self._note_column = self._page.place(ColumnKey.NOTE)
        self._score_cells: list[str] = []
        self._pillar_cells: list[str] = []

    def write(self, provenance: Provenance) -> None:
        """Write the whole page."""
        page = self._page
        write_title(page, self._sheet)
        write_summary_line(page, self._sheet, provenance)
        if self._sheet.is_blank:
            write_paragraph(page, wording.HOW_TO_FILL_PROGRAMMES)
        header = self._write_header()
        programmes = self._sheet.assessment.programmes
        for number, programme in enumerate(programmes, 1):
            self._write_programme(number, programme)
        if self._sheet.is_blank:
            self._write_spare_rows(len(programmes))
        elif not programmes:
            page.next_row(height=17)
            page.band("Belum ada program quick win.", Style.TEXT)
        self._write_means(header + 1)
        self._write_reasons()
        allow_scores(page.worksheet, self._score_cells)
        allow_pillars(page.worksheet, self._pillar_cells)
        protect(page.worksheet)
        set_up_print(page, self._sheet, header)

    def _write_header(self) -> int:
        page = self._page
        header = page.next_row(height=HEADER_HEIGHT)
        for place, column in enumerate(page.columns, FIRST_COLUMN):
            upright = place in self._score_columns()
            page.text(place, column.header, Style.HEADER_UPRIGHT if upright else Style.HEADER)
        return header

    def _write_programme(self, number: int, programme: Programme) -> None:
        page, assessment = self._page, self._sheet.assessment
        page.next_row(programme.id)
        page.figure(FIRST_COLUMN, number, Style.NUMBER)
        pillar = PILLAR_NAMES[programme.pillar]
        page.text(page.place(ColumnKey.PILLAR), pillar, Style.TEXT)
        page.text(page.place(ColumnKey.PROGRAMME), programme.name, Style.TEXT)
        for column, question in zip(self._score_columns(), self._questions, strict=True):
            score = assessment.answer(AnswerKey(question.key, programme.id)).score
            write_score(page, column, score, self._score_look)
            self._score_cells.append(self._address(column))
        note = assessment.programme_notes.get(programme.id, "")
        evidence = self._evidence.get(EvidencePlace(None, programme.id), "")
        page.text(self._note_column, note, self._note_look)
        page.text(page.last_column, evidence, Style.EVIDENCE)
        page.fit(
            {
                page.place(ColumnKey.PILLAR): pillar,
                page.place(ColumnKey.PROGRAMME): programme.name,
                self._note_column: note,
            },
            page.fit_across(evidence, page.last_column, page.last_column, EVIDENCE_POINTS),
        )
        if text_height(note, NOTE_WIDTH, 9) > TALLEST:
            self._carried.long_notes.append((programme.name, note))

    def _write_spare_rows(self, known: int) -> None:
        """Leave room for programmes that a person adds; pillar and name are unlocked there."""
        page = self._page
        for spare in range(1, (SPARE_ROWS if known else ROWS_WITHOUT_PROGRAMMES) + 1):
            page.next_row(row_key(RowKey.NEW_PROGRAMME, str(spare)), height=26)
            page.figure(FIRST_COLUMN, known + spare, Style.NUMBER)
            for column in (page.place(ColumnKey.PILLAR), page.place(ColumnKey.PROGRAMME)):
                page.text(column, "", Style.NOTE_INPUT)
            self._pillar_cells.append(self._address(page.place(ColumnKey.PILLAR)))
            for column in self._score_columns():
                page.text(column, "", self._score_look)
                self._score_cells.append(self._address(column))
            page.text(self._note_column, "", self._note_look)
            page.text(page.last_column, "", Style.EVIDENCE)

    def _write_means(self, first: int) -> None:
        page = self._page
        look, last = Style.TOTAL, page.row
        row = page.next_row(RowKey.MEAN, height=17)
        page.band("Rata-rata", Style.TOTAL_LABEL, FIRST_COLUMN, page.place(ColumnKey.PROGRAMME))
        for column, question in zip(self._score_columns(), self._questions, strict=True):
            if self._sheet.is_blank:
                cells = f"{page.address(first, column)}:{page.address(last, column)}"
                page.formula(column, f'=IF(COUNT({cells})=0,"",AVERAGE({cells}))', look)
            else:
                value = question_value(question, self._sheet.assessment)
                page.figure(column, None if value is None else float(value), look)
            source = f"'{page.worksheet.title}'!{page.address(row, column)}"
            self._carried.programme_means[question.key] = source
        page.band("", Style.TOTAL_LABEL, self._note_column, page.last_column)

    def _write_reasons(self) -> None:
        """Write why cells of the matrix do not apply: there is no room for it inside."""
        reasons = tuple(self._reasons())
        if not reasons:
            return
        page = self._page
        page.next_row(height=10)
        page.next_row(height=20)
        page.band("Alasan tidak berlaku (N/A)", Style.SECTION)
        for number, (programme, question, reason) in enumerate(reasons, 1):
            page.next_row(row_key(RowKey.REASON, programme.id, question.key))
            page.figure(FIRST_COLUMN, number, Style.NUMBER)
            first = self._score_columns()[0]
            subindicator = question.subindicator.indonesian
            page.band(programme.name, Style.TEXT, FIRST_COLUMN + 1, first - 1)
            page.band(subindicator, Style.TEXT, first, self._note_column - 1)
            page.band(reason, Style.NOTE, self._note_column, page.last_column)
            page.set_height(
                max(
                    page.fit_across(programme.name, FIRST_COLUMN + 1, first - 1),
                    page.fit_across(reason, self._note_column, page.last_column),
                )
            )

    def _reasons(self) -> Iterator[tuple[Programme, Question, str]]:
        assessment = self._sheet.assessment
        for programme in assessment.programmes:
            for question in self._questions:
                reason = assessment.answer(AnswerKey(question.key, programme.id)).score.reason
                if reason is not None:
                    yield programme, question, reason

    def _score_columns(self) -> range:
        first = self._page.place(ColumnKey.PROGRAMME) + 1
        return range(first, first + len(self._questions))

    @property
    def _score_look(self) -> Style:
        return Style.SCORE_INPUT if self._sheet.is_blank else Style.SCORE

    @property
    def _note_look(self) -> Style:
        return Style.NOTE_INPUT if self._sheet.is_blank else Style.NOTE

    def _address(self, column: int) -> str:
        return self._page.address(self._page.row, column)
