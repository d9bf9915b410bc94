"""The floors of merging: a bare loop that reads every cell of the files, and no more.

    python -m benchmarks.floors.reading calamine|openpyxl FOLDER SHEETS

Prints {"seconds": ..., "sheets": ...}. It knows nothing of the product.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook


def with_calamine(path: Path) -> None:
    """Read all pages with python-calamine."""
    with CalamineWorkbook.from_path(str(path)) as workbook:
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()


def with_openpyxl(path: Path) -> None:
    """Read all pages with openpyxl."""
    workbook = load_workbook(path, data_only=True)
    for page in workbook.worksheets:
        for row in page.iter_rows(values_only=True):
            list(row)
    workbook.close()


READERS: dict[str, Callable[[Path], None]] = {
    "calamine": with_calamine,
    "openpyxl": with_openpyxl,
}


def main(reader: str, folder: Path, sheets: int) -> None:
    """Measure."""
    files = sorted((folder / "sheets").iterdir())
    chosen = files[:: len(files) // sheets][:sheets]
    start = time.perf_counter()
    for file in chosen:
        READERS[reader](file)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "sheets": len(chosen)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
