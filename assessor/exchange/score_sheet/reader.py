"""A returned score sheet, read strictly and bounded. Reading changes nothing."""

import io
import re
from pathlib import Path
from typing import Final, NamedTuple

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
from assessor.exchange.score_sheet.page_problems import (
    broken_pages,
    left_out,
    page_twice,
    unknown_page,
)
from assessor.exchange.score_sheet.reading import (
    PrintedPart,
    Problem,
    SheetReading,
    SheetRefusal,
)

SUMMARY_TEXTS: Final = {
    PrintedPart.DIMENSION_NAME: ColumnKey.TEXT,
    PrintedPart.WEIGHT: ColumnKey.WEIGHT,
}


class _Pages(NamedTuple):
    grids: dict[PageKey, Grid]
    problems: list[Problem]
    """What is wrong with the tabs."""
    sha256: str


def read_sheet(path: Path) -> SheetReading:
    """Return what stands in the score sheet at `path`, with what is wrong with it.

    Raises SheetRefused for a file that is none, or that cannot be trusted; NotFound, NotReadable.
    """
    grids, problems, sha256 = _pages(path)
    if PageKey.IDENTITY not in grids:
        raise SheetRefused(path, SheetRefusal.NOT_A_SCORE_SHEET)
    identity = read_identity(path, grids[PageKey.IDENTITY])
    answers = Answers(identity, [*problems, *broken_pages(grids)])
    if PageKey.SCORES in grids:
        read_scores(grids[PageKey.SCORES], answers)
    if PageKey.PROGRAMMES in grids:
        read_programmes(grids[PageKey.PROGRAMMES], answers)
    narrative = _read_summary(grids.get(PageKey.SUMMARY), answers)
    answers.problems.extend(left_out(grids, answers.programme_rows))
    return SheetReading(
        path=path,
        sha256=sha256,
        identity=answers.identity,
        scores=answers.scores,
        notes=answers.notes,
        programmes=tuple(answers.programmes),
        new_programmes=frozenset(answers.new_programmes),
        programme_notes=answers.programme_notes,
        narrative=narrative,
        evidence=_read_evidence(grids.get(PageKey.EVIDENCE)),
        evidence_texts=answers.evidence_texts,
        figures=answers.figures,
        problems=tuple(answers.problems),
        figure_places=answers.figure_places,
        printed=answers.printed,
    )


def _pages(path: Path) -> _Pages:
    """Return the pages found, whatever their tabs are called."""
    from python_calamine import CalamineError, CalamineWorkbook

    package = open_package(path)
    grids: dict[PageKey, Grid] = {}
    problems: list[Problem] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(package.content)) as workbook:
            for place, (name, page) in enumerate(zip(package.names, package.pages, strict=True)):
                found = find_grid(workbook.get_sheet_by_index(place), name, page)
                if found is None:
                    problems += unknown_page(name, page)
                elif found[0] in grids:
                    problems.append(page_twice(path, found[0], name))
                else:
                    grids[found[0]] = found[1]
    except CalamineError as error:
        raise SheetRefused(path, SheetRefusal.DAMAGED, str(error)) from error
    return _Pages(grids, problems, package.sha256)


def _read_summary(grid: Grid | None, answers: Answers) -> dict[NarrativeSection, tuple[str, ...]]:
    texts: dict[NarrativeSection, list[str]] = {section: [] for section in NarrativeSection}
    sections = {key: section for section, key in NARRATIVE_ROWS.items()}
    if grid is not None:
        for key, row in grid.keyed_rows():
            kind = key.partition(SEPARATOR)[0]
            if kind in sections:
                texts[sections[RowKey(kind)]].append(answers.text(grid, row, ColumnKey.TEXT))
            elif kind == RowKey.DIMENSION:
                answers.print_of(grid, row, SUMMARY_TEXTS, key.partition(SEPARATOR)[2])
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
    return int(text) if re.fullmatch("[0-9]{1,15}", text) else 0
