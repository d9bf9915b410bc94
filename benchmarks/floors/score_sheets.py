"""The floor of score_sheets: openpyxl writing the same cells and looks 75 times, in a bare loop.

    python benchmarks/floors/score_sheets.py        {"seconds": ..., "peak_mb": ...}

It knows nothing of the product: the cells come from a file that `score_sheets.py --dump` makes.
No chart, no validation, no protection, nothing is read back.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

SHEETS: Final = 75
MEASURED: Final = Path(__file__).resolve().parents[1] / "score_sheets.py"


def add_looks(workbook: Workbook, looks: dict[str, Any]) -> None:
    """Register the looks, each once."""
    for name, look in looks.items():
        rules = look["rules"]
        fill = look["fill"]
        workbook.add_named_style(
            NamedStyle(
                name,
                font=Font(**look["font"]),
                fill=PatternFill("solid", start_color=fill) if fill else PatternFill(),
                border=Border(
                    left=_side(rules.get("left")),
                    right=_side(rules.get("right")),
                    top=_side(rules.get("top")),
                    bottom=_side(rules.get("bottom")),
                ),
                alignment=Alignment(**look["alignment"]),
                number_format=look["number_format"],
                protection=Protection(locked=look["locked"]),
            )
        )


def _side(color: str | None) -> Side:
    return Side(style="thin", color=color) if color else Side()


def write_workbook(dump: dict[str, Any], path: Path) -> None:
    """Write one workbook, cell after cell."""
    workbook = Workbook()
    add_looks(workbook, dump["looks"])
    workbook.remove(workbook.worksheets[0])
    for page in dump["pages"]:
        worksheet = workbook.create_sheet(page["title"])
        for row, column, value, data_type, look in page["cells"]:
            cell = worksheet.cell(row, column, value)
            cell.style = look
            if value is not None:
                cell.data_type = data_type
        for row, height in page["heights"].items():
            worksheet.row_dimensions[int(row)].height = height
        for letter, width in page["widths"].items():
            worksheet.column_dimensions[letter].width = width
        for cells in page["merged"]:
            worksheet.merge_cells(cells)
    workbook.save(path)


def main() -> None:
    """Make the dump, then measure the loop alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "dump.json")
        subprocess.run([sys.executable, str(MEASURED), "--dump", str(file)], check=True)
        dump = json.loads(file.read_text("utf-8"))
        start = time.perf_counter()
        for number in range(SHEETS):
            write_workbook(dump, Path(folder, f"{number}.xlsx"))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": round(seconds, 3), "peak_mb": round(peak, 1)}))


if __name__ == "__main__":
    main()
