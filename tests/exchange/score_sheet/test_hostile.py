"""Files made to hurt: refused or read within seconds and within bounded memory."""

import json
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assessor.exchange.score_sheet.container import LARGEST_FILE
from assessor.exchange.score_sheet.stored_zip import stored
from tests.exchange.score_sheet.examples import blank_sheet, rebuilt, written

MOST_MEMORY = 300
"""Mebibytes for any single file, the program itself included."""
MOST_SECONDS = 20.0
READ = """
import json, sys, time
from pathlib import Path
from assessor.domain.errors import SheetRefused
from assessor.exchange.score_sheet.reader import read_sheet
start = time.process_time()
try:
    end = "read " + " ".join(sorted({one.code for one in read_sheet(Path(sys.argv[1])).problems}))
except SheetRefused as refused:
    end = refused.reason
lines = Path("/proc/self/status").read_text().splitlines()
peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(json.dumps([end, time.process_time() - start, peak / 1024]))
"""
ROOT = Path(__file__).resolve().parents[3]
PAGE = "xl/worksheets/sheet1.xml"
CLOSE = b"</sheetData>"
Parts = dict[str, bytes]
needs_measure = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory is measured where /proc tells it"
)


def measured(path: Path) -> tuple[str, float, float]:
    """Read `path` in a process of its own; return how it ended, seconds and mebibytes."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    end, seconds, memory = json.loads(done.stdout)
    return str(end), float(seconds), float(memory)


def rows_added(rows: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[PAGE] = parts[PAGE].replace(CLOSE, rows + CLOSE)

    return change


def a_million_rows(parts: Parts) -> None:
    rows_added(b"".join(b'<row r="%d"/>' % row for row in range(200, 1_000_000)))(parts)


def every_column(parts: Parts) -> None:
    cells = b"".join(b'<c r="%s9"><v>3</v></c>' % name for name in column_names())
    rows_added(b'<row r="900">' + cells.replace(b'9"', b'900"') + b"</row>")(parts)


def column_names() -> list[bytes]:
    letters = [bytes([one]) for one in range(65, 91)]
    twos = [first + second for first in letters for second in letters]
    threes = [first + two for first in letters for two in twos]
    return [*letters, *twos, *threes][:16_384]


def far_corner(parts: Parts) -> None:
    rows_added(b'<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>')(parts)


def a_hundred_thousand_far_rows(parts: Parts) -> None:
    cells = (b'<row r="%d"><c r="F%d"><v>3</v></c></row>' % (n, n) for n in range(2000, 20_000))
    rows_added(b"".join(cells))(parts)


def crowded_cells(parts: Parts) -> None:
    rows_added(b'<row r="900">' + b'<c r="F900"/>' * 190_000 + b"</row>")(parts)


def deep_nesting(parts: Parts) -> None:
    rows_added(b"<a>" * 2_000_000 + b"</a>" * 2_000_000)(parts)


def everything_merged(parts: Parts) -> None:
    ranges = b'<mergeCell ref="A1:XFD1048576"/>' * 3000
    parts[PAGE] = parts[PAGE].replace(b"</mergeCells>", ranges + b"</mergeCells>")


def a_million_texts(parts: Parts) -> None:
    name = "xl/_rels/workbook.xml.rels"
    parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si/>" * 1_000_000 + b"</sst>"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    added = b'<Relationship Id="rIdX" Type="' + kind + b'" Target="sharedStrings.xml"/>'
    parts[name] = parts[name].replace(b"</Relationships>", added + b"</Relationships>")


def a_zip_bomb(parts: Parts) -> None:
    rows_added(b" " * (30 * 1024 * 1024))(parts)


def a_large_page(parts: Parts) -> None:
    """As much as is read at all, in the form that takes longest."""
    chance = b"".join(b"%07d " % (number * 7919 % 9_999_991) for number in range(2_500_000))
    text = (
        b'<!-- --><row r="900"><c r="G900" t="inlineStr"><is><t>' + chance + b"</t></is></c></row>"
    )
    rows_added(text)(parts)


def entity_bomb(parts: Parts) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    parts["xl/workbook.xml"] = bomb + parts["xl/workbook.xml"]


def utf_16_entity_bomb(parts: Parts) -> None:
    parts[PAGE] = ('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>').encode(
        "utf-16"
    )


@needs_measure
@pytest.mark.parametrize(
    ("change", "end"),
    [
        (a_million_rows, "unsafe"),
        (every_column, "read column_unknown far_away"),
        (far_corner, "read far_away"),
        (a_hundred_thousand_far_rows, "read far_away"),
        (crowded_cells, "read "),
        (deep_nesting, "unsafe"),
        (everything_merged, "unsafe"),
        (a_million_texts, "unsafe"),
        (a_zip_bomb, "unsafe"),
        (a_large_page, "read row_without_key"),
        (entity_bomb, "unsafe"),
        (utf_16_entity_bomb, "unsafe"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_a_hostile_workbook_takes_little_time_and_memory(
    tmp_path: Path, change: Callable[[Parts], None], end: str
) -> None:
    path = rebuilt(written(blank_sheet(1), tmp_path), change)

    found, seconds, memory = measured(path)

    assert found == end
    assert seconds < MOST_SECONDS
    assert memory < MOST_MEMORY


@needs_measure
def test_a_list_of_very_many_parts_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "banyak.xlsx"
    path.write_bytes(stored((f"x/{number}", b"") for number in range(60_000)))

    found, _seconds, memory = measured(path)

    assert found == "unsafe"
    assert memory < MOST_MEMORY


@needs_measure
def test_a_list_of_parts_that_understates_itself_is_refused(tmp_path: Path) -> None:
    content = bytearray(stored((f"x/{number}", b"") for number in range(60_000)))
    struct.pack_into("<HH", content, len(content) - 14, 1, 1)
    path = tmp_path / "banyak.xlsx"
    path.write_bytes(content)

    assert measured(path)[0] == "unsafe"


@needs_measure
def test_a_file_too_large_for_any_sheet_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(LARGEST_FILE * 100)

    found, seconds, memory = measured(path)

    assert found == "unsafe"
    assert seconds < 1
    assert memory < MOST_MEMORY
