"""Write 75 filled score sheets, verified, and print what it took as one line of JSON.

python benchmarks/score_sheets.py               {"seconds": ..., "peak_mb": ...}
python benchmarks/score_sheets.py --dump FILE   the cells and looks of one sheet, for the floor
"""

import datetime as dt
import json
import random
import resource as process_resource
import sys
import tempfile
import time
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assessor.domain.ids import (
    AssessmentId,
    AssessorId,
    ParticipantId,
    ProgrammeId,
    RegionId,
    RoundId,
)
from assessor.domain.instrument import Instrument, Pillar, Scope
from assessor.domain.instrument_file import parse_instrument
from assessor.domain.records import (
    Answer,
    Assessment,
    AssessmentState,
    Assessor,
    Cohort,
    NarrativeSection,
    Participant,
    Programme,
    Region,
    RegionKind,
    Round,
)
from assessor.domain.result import answer_keys, assessment_result
from assessor.domain.score import AnswerKey, Score
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.naming import file_name
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.writer import write_sheet
from resources import resource

SHEETS: Final = 75
PROGRAMMES: Final = 8
SEED: Final = 2020
NOTED: Final = 0.5
"""The share of questions with a note."""
SENTENCE: Final = (
    "dokumen peraturan wali kota sudah ditetapkan namun pelaksanaan belum merata di semua "
    "perangkat daerah dan bukti rapat perlu dilengkapi sebelum akhir tahun"
)
PROVENANCE: Final = Provenance("0.0.0", dt.datetime(2020, 11, 27, 9, tzinfo=dt.UTC))


def made_up_sheet(instrument: Instrument, number: int) -> Sheet:
    """Return a complete sheet with every second question noted, the same for the same number."""
    chance = random.Random(SEED + number)
    programmes = tuple(
        Programme(ProgrammeId(_id(f"programme {number} {one}")), pillar, f"Program {one} daerah")
        for one, pillar in zip(range(PROGRAMMES), [*Pillar, *Pillar], strict=False)
    )
    region = Region(RegionId(number), f"51.{number:02}", f"KOTA {number}", RegionKind.KOTA, "BALI")
    assessment = Assessment(
        id=AssessmentId(_id(f"assessment {number}")),
        participant=Participant(
            ParticipantId(_id(f"participant {number}")),
            RoundId(_id("round")),
            region,
            Cohort("REGULER", instrument.id, instrument.checksum),
            takes_part=True,
        ),
        assessor=Assessor(AssessorId(_id("assessor")), "Asesor Contoh", "Universitas Contoh"),
        state=AssessmentState.FINAL,
        revision=1,
        base_revision=0,
        exported_revision=0,
        changed_at=None,
        programmes=programmes,
        answers={},
        programme_notes={programme.id: _note(chance) for programme in programmes},
        narrative={one: "\n".join(_note(chance) for _ in range(3)) for one in NarrativeSection},
    )
    answers: dict[AnswerKey, Answer] = {}
    for question in instrument.questions.values():
        for key in answer_keys(question, assessment):
            noted = question.scope is Scope.CITY and chance.random() < NOTED
            answers[key] = Answer(Score(chance.randint(0, 4)), _note(chance) if noted else "")
    assessment = replace(assessment, answers=answers)
    return Sheet(
        round=_round(),
        assessment=assessment,
        instrument=instrument,
        previous=None,
        result=assessment_result(instrument, assessment),
    )


def dump_of(sheet: Sheet) -> dict[str, Any]:
    """Return the cells, looks, sizes and merged cells of a sheet, for a loop without thoughts."""
    from openpyxl.styles import NamedStyle

    from assessor.exchange.score_sheet.workbook import build_workbook

    workbook = build_workbook(sheet, PROVENANCE)
    looks = {
        name: look
        for name in workbook.named_styles
        if isinstance(look := vars(workbook)["_named_styles"][name], NamedStyle)
    }
    return {
        "looks": {name: _look(look) for name, look in looks.items() if name != "Normal"},
        "pages": [
            {
                "title": page.title,
                "cells": [
                    [cell.row, cell.column, cell.value, cell.data_type, cell.style]
                    for row in page.iter_rows()
                    for cell in row
                    if cell.style != "Normal"
                ],
                "heights": {row: one.height for row, one in page.row_dimensions.items()},
                "widths": {column: one.width for column, one in page.column_dimensions.items()},
                "merged": [str(one) for one in page.merged_cells.ranges],
            }
            for page in workbook.worksheets
        ],
    }


def _look(look: Any) -> dict[str, Any]:
    font, sides = look.font, look.border
    return {
        "font": {"name": font.name, "size": font.size, "bold": font.bold, "color": font.color.rgb},
        "fill": look.fill.start_color.rgb if look.fill.fill_type else None,
        "rules": {
            side: getattr(sides, side).color.rgb
            for side in ("left", "right", "top", "bottom")
            if getattr(sides, side) is not None
        },
        "alignment": {
            "horizontal": look.alignment.horizontal,
            "vertical": look.alignment.vertical,
            "wrap_text": look.alignment.wrap_text,
            "indent": look.alignment.indent,
            "text_rotation": look.alignment.text_rotation,
        },
        "number_format": look.number_format,
        "locked": look.protection.locked,
    }


def _id(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _note(chance: random.Random) -> str:
    return " ".join(chance.sample(SENTENCE.split(), chance.randint(5, 15)))


def _round() -> Round:
    return Round(
        id=RoundId(_id("round")),
        year=2020,
        stage="",
        name="Evaluasi 2020",
        letter_number="",
        letter_date=None,
        starts_on=None,
        ends_on=None,
        is_demonstration=True,
    )


def main() -> None:
    """Write the sheets, or the dump."""
    file = resource("instruments", "2020.toml")
    instrument = parse_instrument(file.read_text("utf-8"), file.name)
    sheets = [made_up_sheet(instrument, number) for number in range(1, SHEETS + 1)]
    if "--dump" in sys.argv:
        Path(sys.argv[-1]).write_text(json.dumps(dump_of(sheets[0])), "utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        for sheet in sheets:
            write_sheet(sheet, Path(folder, file_name(sheet)), PROVENANCE)
        seconds = time.perf_counter() - start
    peak = process_resource.getrusage(process_resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": round(seconds, 3), "peak_mb": round(peak, 1)}))


if __name__ == "__main__":
    main()
