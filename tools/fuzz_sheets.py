"""Break score sheets in every way that comes to mind, and read them.

python tools/fuzz_sheets.py                    10,000 broken sheets and 2,000 other office files
python tools/fuzz_sheets.py --count 300 --others 60 --seed 7

Every file must end in a reading or in an error that a person can mend, within a bounded time, and
no score may say anything else than its cell, as `tools.simple_scores` reads it with nothing but
the standard library. The first file that breaks a rule is kept, and the run ends with its error.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assessor.domain.errors import FileProblem, SheetRefused
from assessor.domain.instrument_file import parse_instrument
from assessor.exchange.score_sheet.reader import read_sheet
from assessor.exchange.score_sheet.reading import SheetReading
from assessor.exchange.score_sheet.workbook import save_workbook
from benchmarks.score_sheets import PROVENANCE, made_up_sheet
from resources import resource
from tools.broken_sheets import broken, with_shared_texts
from tools.office_files import office_file
from tools.simple_scores import differing_scores

LONGEST: Final = 10.0
"""Seconds within which any file is read or refused."""


class RuleBroken(Exception):
    """A file that was read wrongly or too slowly; the text says how."""


def main() -> None:
    """Break and read as many sheets as asked for, and print how they ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--others", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=2023)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for title, ends in (
            ("broken sheets", read_broken(Path(folder), wanted.count, wanted.seed)),
            ("other files", read_others(Path(folder), wanted.others, wanted.seed)),
        ):
            print(f"{title}: {ends.total()}")
            for end, number in ends.most_common():
                print(f"  {number:6}  {end}")


def read_broken(folder: Path, count: int, seed: int) -> Counter[str]:
    """Return how often broken sheets ended which way; the same seed breaks the same way."""
    chance = random.Random(seed)
    whole = _whole_sheets(folder)
    ends: Counter[str] = Counter()
    for _ in range(count):
        path = folder / "rusak.xlsx"
        path.write_bytes(broken(chance.choice(whole), chance))
        ends[_end_of(path)] += 1
    return ends


def read_others(folder: Path, count: int, seed: int) -> Counter[str]:
    """Return how often files that are no score sheets ended which way."""
    chance = random.Random(seed)
    ends: Counter[str] = Counter()
    for number in range(count):
        name, content = office_file(chance, number)
        path = folder / name
        path.write_bytes(content)
        ends[_end_of(path)] += 1
        path.unlink()
    return ends


def _whole_sheets(folder: Path) -> list[bytes]:
    """Return sound sheets: as the program writes them, with formulas, and as Excel saves them."""
    file = resource("instruments", "2020.toml")
    instrument = parse_instrument(file.read_text("utf-8"), file.name)
    path = folder / "utuh.xlsx"
    filled = made_up_sheet(instrument, 1)
    handed_out = replace(filled, assessment=replace(filled.assessment, revision=0))
    contents = []
    for sheet in (filled, handed_out):
        save_workbook(sheet, path, PROVENANCE)
        contents.append(path.read_bytes())
    return [*contents, *(with_shared_texts(content) for content in contents)]


def _end_of(path: Path) -> str:
    """Return how reading ended; keep the file and raise where it broke a rule."""
    start = time.monotonic()
    is_fine = False
    try:
        end = _read(path)
        is_fine = True
    finally:
        if not is_fine:
            kept = Path(tempfile.mkdtemp()) / path.name
            kept.write_bytes(path.read_bytes())
            print(f"kept: {kept}", file=sys.stderr)
    if time.monotonic() - start > LONGEST:
        raise RuleBroken(f"{path.name} took more than {LONGEST} s")
    return end


def _read(path: Path) -> str:
    try:
        reading = read_sheet(path)
    except SheetRefused as refused:
        return f"refused: {refused.reason}"
    except FileProblem as problem:
        return type(problem).__name__
    _compare(path, reading)
    return "read, cells refused" if reading.has_refusals else "read"


def _compare(path: Path, reading: SheetReading) -> None:
    differing = differing_scores(path, reading)
    if differing:
        raise RuleBroken(f"the file says otherwise: {differing[:3]}")


if __name__ == "__main__":
    main()
