"""A returned score sheet, read strictly and bounded. Reading changes nothing."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from assessor.domain.errors import SheetRefused
from assessor.domain.ids import EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.records import Evidence, NarrativeSection, narrative_items
from assessor.exchange.score_sheet.answers import Answers, read_programmes, read_scores
from assessor.exchange.score_sheet.grid import Grid, find_grid
from assessor.exchange.score_sheet.identity import read_identity
from assessor.exchange.score_sheet.layout import (
    NARRATIVE_ROWS,
    SEPARATOR,
    ColumnKey,
    PageKey,
    RowKey,
)
from assessor.exchange.score_sheet.package import open_package
from assessor.exchange.score_sheet.reading import (
    Problem,
    ProblemCode,
    Severity,
    SheetReading,
    SheetRefusal,
)

NEEDED_COLUMNS: Final[Mapping[PageKey, tuple[ColumnKey, ...]]] = {
    PageKey.SCORES: (ColumnKey.SCORE, ColumnKey.NOTE),
    PageKey.PROGRAMMES: (ColumnKey.PILLAR, ColumnKey.PROGRAMME, ColumnKey.NOTE),
    PageKey.SUMMARY: (ColumnKey.TEXT,),
    PageKey.EVIDENCE: (ColumnKey.TITLE, ColumnKey.LINK, ColumnKey.SHA256),
}


def read_sheet(path: Path) -> SheetReading:
    """Return what stands in the score sheet at `path`, with what is wrong with it.

    Raises SheetRefused for a file that is none, or that cannot be trusted; NotFound, NotReadable.
    """
    grids = _grids(path)
    if PageKey.IDENTITY not in grids:
        raise SheetRefused(path, SheetRefusal.NOT_A_SCORE_SHEET)
    answers = Answers(read_identity(path, grids[PageKey.IDENTITY]), _missing_parts(grids))
    if PageKey.SCORES in grids:
        read_scores(grids[PageKey.SCORES], answers)
    if PageKey.PROGRAMMES in grids:
        read_programmes(grids[PageKey.PROGRAMMES], answers)
    return SheetReading(
        path=path,
        identity=answers.identity,
        scores=answers.scores,
        notes=answers.notes,
        programmes=tuple(answers.programmes),
        new_programmes=frozenset(answers.new_programmes),
        programme_notes=answers.programme_notes,
        narrative=_read_summary(grids.get(PageKey.SUMMARY), answers),
        evidence=_read_evidence(grids.get(PageKey.EVIDENCE)),
        evidence_texts=answers.evidence_texts,
        figures=answers.figures,
        problems=tuple(answers.problems),
    )


def _grids(path: Path) -> dict[PageKey, Grid]:
    """Return the pages found; the tabs' names do not matter."""
    from python_calamine import CalamineError, CalamineWorkbook

    package = open_package(path)
    grids: dict[PageKey, Grid] = {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(package.content)) as workbook:
            for name in workbook.sheet_names:
                found = find_grid(workbook.get_sheet_by_name(name), package.pages.get(name, b""))
                if found:
                    grids.setdefault(*found)
    except CalamineError as error:
        raise SheetRefused(path, SheetRefusal.DAMAGED, str(error)) from error
    return grids


def _missing_parts(grids: Mapping[PageKey, Grid]) -> list[Problem]:
    refused = Severity.REFUSED
    problems = [
        Problem("", "", ProblemCode.PAGE_MISSING, refused, expected=key)
        for key in NEEDED_COLUMNS
        if key not in grids
    ]
    for key, columns in NEEDED_COLUMNS.items():
        if key in grids:
            problems += [
                Problem(grids[key].name, "", ProblemCode.COLUMN_MISSING, refused, expected=column)
                for column in columns
                if column not in grids[key].columns
            ]
    return problems


def _read_summary(grid: Grid | None, answers: Answers) -> dict[NarrativeSection, tuple[str, ...]]:
    texts: dict[NarrativeSection, list[str]] = {section: [] for section in NarrativeSection}
    sections = {key: section for section, key in NARRATIVE_ROWS.items()}
    if grid is not None:
        for key, row in grid.keyed_rows():
            kind = key.partition(SEPARATOR)[0]
            if kind in sections:
                texts[sections[RowKey(kind)]].append(answers.text(grid, row, ColumnKey.TEXT))
            elif kind == RowKey.FINAL:
                answers.figure(grid, key, row, ColumnKey.THIS_YEAR)
    return {section: narrative_items("\n".join(some)) for section, some in texts.items()}


def _read_evidence(grid: Grid | None) -> tuple[Evidence, ...]:
    if grid is None:
        return ()
    return tuple(
        Evidence(
            id=EvidenceId(key),
            question=QuestionKey(grid.text(row, ColumnKey.OF_QUESTION)) or None,
            programme=ProgrammeId(grid.text(row, ColumnKey.OF_PROGRAMME)) or None,
            title=grid.text(row, ColumnKey.TITLE),
            link=grid.text(row, ColumnKey.LINK),
            sha256=grid.text(row, ColumnKey.SHA256),
            size=_size(grid.text(row, ColumnKey.SIZE)),
        )
        for key, row in grid.keyed_rows()
        if key
    )


def _size(text: str) -> int:
    return int(text) if text.isdecimal() else 0
