"""Sheets to write, and what spreadsheet programs do to them."""

import csv
import datetime as dt
import uuid
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessor.domain.ids import DimensionKey, EvidenceId, ProgrammeId, QuestionKey, RoundId
from assessor.domain.instrument import Instrument, Pillar
from assessor.domain.records import (
    Answer,
    Assessment,
    AssessmentState,
    Cohort,
    Evidence,
    NarrativeSection,
    Programme,
    PublishedResult,
    Round,
)
from assessor.domain.result import answer_keys, assessment_result
from assessor.domain.score import AnswerKey, Score
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import ProblemCode, SheetReading
from assessor.exchange.score_sheet.verify import Difference, verify
from assessor.exchange.score_sheet.writer import write_sheet
from resources import resource
from tests.domain.examples import assessment, shipped

WRITTEN_AT = dt.datetime(2020, 11, 27, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
PROVENANCE = Provenance("0.1.0", WRITTEN_AT)
LEGAL_BASIS = QuestionKey("baseline.planning.legal_basis")
COUNCIL = QuestionKey("baseline.planning.council_activity")
BENEFIT = QuestionKey("quickwin.benefit")
ATTRACTION = QuestionKey("quickwin.attraction")

Typed = str | float | dt.date | None
"""What a person can type into a cell."""
SCORE, NOTE = "kolom:nilai", "kolom:catatan"


def programmes(count: int = 15) -> tuple[Programme, ...]:
    """Return Denpasar's programmes of 2020, up to fifteen."""
    text = resource("programmes", "denpasar-2020.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))[:count]
    return tuple(
        Programme(
            ProgrammeId(str(uuid.uuid5(uuid.NAMESPACE_URL, row["name"]))),
            Pillar(row["pillar"]),
            row["name"],
        )
        for row in rows
    )


def blank_assessment(instrument: Instrument, count: int = 15) -> Assessment:
    """Return what is handed out: revision 0, nothing said."""
    bare = assessment({}, state=AssessmentState.DRAFT, revisions=(0, 0))
    cohort = Cohort("REGULER", instrument.id, instrument.checksum)
    participant = replace(bare.participant, cohort=cohort)
    return replace(bare, participant=participant, programmes=programmes(count))


def filled_assessment(instrument: Instrument, count: int = 15) -> Assessment:
    """Return a complete, locked assessment with notes, reasons, narrative and evidence."""
    blank = blank_assessment(instrument, count)
    keys = [
        key for question in instrument.questions.values() for key in answer_keys(question, blank)
    ]
    answers = {key: Answer(Score(place % 5)) for place, key in enumerate(keys)}
    answers[AnswerKey(LEGAL_BASIS)] = Answer(
        Score.not_applicable("Bukan kewenangan daerah"), "Lihat risalah\nhalaman 2"
    )
    answers[AnswerKey(COUNCIL)] = Answer(Score(0), "Dewan belum bersidang.", is_marked=True)
    notes = {one.id: f"Catatan {one.name}\nbaris kedua" for one in blank.programmes[::2]}
    if blank.programmes:
        place = AnswerKey(BENEFIT, blank.programmes[0].id)
        answers[place] = Answer(Score.not_applicable("Baru dimulai"))
    return replace(
        blank,
        state=AssessmentState.FINAL,
        revision=3,
        base_revision=2,
        answers=answers,
        programme_notes=notes,
        narrative={
            NarrativeSection.WEAKNESSES: "Data belum terpadu.\n\n  Anggaran kecil.  ",
            NarrativeSection.STRENGTHS: "=Komitmen pimpinan",
            NarrativeSection.RECOMMENDATIONS: "- Susun peta jalan",
        },
        evidence=evidence(blank.programmes),
    )


def evidence(some: tuple[Programme, ...]) -> tuple[Evidence, ...]:
    """Return a file behind a question, and a link behind the first programme."""
    file = Evidence(
        EvidenceId("bukti-1"), LEGAL_BASIS, None, "Perwali 12/2020.pdf", "", "ab" * 32, 2048
    )
    link = "https://example.go.id/?a=1&b=2"
    links = tuple(
        Evidence(EvidenceId("bukti-2"), None, one.id, "Laman", link, "", 0) for one in some[:1]
    )
    return (file, *links)


def sheet_of(
    instrument: Instrument,
    one: Assessment,
    *,
    is_demonstration: bool = False,
) -> Sheet:
    """Return the sheet of an assessment in the round of 2020."""
    past = PublishedResult(
        2019,
        Decimal("3.12"),
        "letter",
        {DimensionKey("baseline"): Decimal("3.60"), DimensionKey("output"): Decimal("2.86")},
    )
    return Sheet(
        round=Round(
            id=RoundId("round"),
            year=2020,
            stage="",
            name="Evaluasi 2020",
            letter_number="883/DJAI/AI.01.02/12/2020",
            letter_date=None,
            starts_on=None,
            ends_on=None,
            is_demonstration=is_demonstration,
        ),
        assessment=one,
        instrument=instrument,
        previous=past,
        result=assessment_result(instrument, one),
    )


def filled_sheet(count: int = 15) -> Sheet:
    """Return a filled sheet of the 2020 instrument."""
    return sheet_of(shipped("2020"), filled_assessment(shipped("2020"), count))


def blank_sheet(count: int = 15) -> Sheet:
    """Return a blank sheet of the 2020 instrument."""
    return sheet_of(shipped("2020"), blank_assessment(shipped("2020"), count))


def sheet_with(
    answers: Mapping[AnswerKey, Answer],
    some: tuple[Programme, ...] | None = None,
    programme_notes: Mapping[ProgrammeId, str] | None = None,
) -> Sheet:
    """Return a sheet of revision 1 that says just this, by default about two programmes."""
    one = replace(
        blank_assessment(shipped("2020")),
        revision=1,
        programmes=programmes(2) if some is None else some,
        answers=answers,
        programme_notes=programme_notes or {},
    )
    return sheet_of(shipped("2020"), one)


def written(sheet: Sheet, folder: Path) -> Path:
    """Write `sheet` into `folder` and return where."""
    path = folder / "lembar.xlsx"
    write_sheet(sheet, path, PROVENANCE)
    return path


def read_back(sheet: Sheet, folder: Path) -> SheetReading:
    """Return what the written sheet reads as."""
    return read_sheet(written(sheet, folder))


def differences_of(path: Path, sheet: Sheet) -> tuple[Difference, ...]:
    """Return how a file differs from its record."""
    return verify(path, sheet, PROVENANCE.application_version)


def edited(path: Path, edit: Callable[[Workbook], object]) -> Path:
    """Change a written sheet the way a person or a program may, and save it."""
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def rebuilt(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Change the parts of the container itself."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def row_of(page: Worksheet, key: str) -> int:
    """Return the row of a page that bears `key`."""
    rows = page.iter_rows(max_col=1, values_only=True)
    return next(row for row, (value,) in enumerate(rows, 1) if value == key)


def column_of(page: Worksheet, key: str) -> int:
    """Return the column of a page that bears `key`."""
    (names,) = page.iter_rows(max_row=1, values_only=True)
    return next(column for column, value in enumerate(names, 1) if value == key)


def codes_of(reading: SheetReading) -> list[ProblemCode]:
    """Return what was found wrong."""
    return [problem.code for problem in reading.problems]


def type_into(
    path: Path, key: str, column: str, value: Typed, page: str = "Penilaian"
) -> SheetReading:
    """Type into one cell of a written sheet, and read it."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook[page]
        sheet.cell(row_of(sheet, key), column_of(sheet, column)).value = value

    return read_sheet(edited(path, edit))
