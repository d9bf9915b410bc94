"""Scores of a sheet read the slow and simple way, to hold the real reader against."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile

from assessor.domain.ids import ProgrammeId, QuestionKey
from assessor.domain.score import AnswerKey
from assessor.exchange.score_sheet.reading import SheetReading

ADDRESS: Final = re.compile(r"([A-Z]+)([0-9]+)")
ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
PAGES: Final = ("kunci:penilaian", "kunci:quick-win")
NOT_APPLICABLE: Final = frozenset({"N/A", "NA", "N.A."})
Cells = dict[tuple[int, str], str]
"""What cells say, by row and letters of the column."""


def differing_scores(path: Path, reading: SheetReading) -> list[str]:
    """Return the scores of `reading` that the cells of the file do not say.

    Scores of programmes that were typed in are not compared: their ids stand in no cell.
    """
    said = dict(_scores(path))
    differing = []
    for key, score in reading.scores.items():
        if key.programme in reading.new_programmes:
            continue
        text = said.get(key, "nothing")
        if not _says(text, score.points):
            differing.append(f"{key}: {score.points}, cell: {text}")
    return differing


def _says(text: str, points: int | None) -> bool:
    plain = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    plain = " ".join(plain.split()).replace(",", ".")
    if points is None:
        return plain.upper() in NOT_APPLICABLE
    try:
        return float(plain) == points
    except ValueError:
        return False


def _scores(path: Path) -> Iterator[tuple[AnswerKey, str]]:
    for cells in _pages(path):
        heads = [place for place, text in cells.items() if text in PAGES]
        if not heads:
            continue
        (head_row, key_column) = min(heads)
        names = {column: text for (row, column), text in cells.items() if row == head_row}
        for (row, column), text in cells.items():
            key = cells.get((row, key_column), "").strip()
            name = names.get(column, "").strip()
            if row != head_row and name == "kolom:nilai":
                yield _answer_key(key, ""), text
            elif row != head_row and name.startswith("nilai:"):
                yield _answer_key(name.removeprefix("nilai:"), key), text


def _answer_key(question: str, programme: str) -> AnswerKey:
    return AnswerKey(QuestionKey(question), ProgrammeId(programme) if programme else None)


def _pages(path: Path) -> Iterator[Cells]:
    with ZipFile(path) as archive:
        names = archive.namelist()
        shared = []
        if "xl/sharedStrings.xml" in names:
            tree = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            shared = ["".join(one.itertext()) for one in tree]
        for name in names:
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                yield _cells(ElementTree.fromstring(archive.read(name)), shared)


def _cells(tree: ElementTree.Element, shared: list[str]) -> Cells:
    cells: Cells = {}
    for cell in tree.iter():
        match = ADDRESS.fullmatch(cell.get("r", ""))
        text = _text(cell, shared)
        if _local(cell) == "c" and match is not None and text:
            cells[int(match[2]), match[1]] = text
    return cells


def _text(cell: ElementTree.Element, shared: list[str]) -> str:
    inside = "".join(part.text or "" for part in cell.iter() if _local(part) in {"v", "t"})
    if cell.get("t") == "s" and inside.isdecimal() and int(inside) < len(shared):
        return shared[int(inside)]
    return inside


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
