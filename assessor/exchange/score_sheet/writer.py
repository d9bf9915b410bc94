"""A score sheet goes out: written, read back, compared, and only then put in place."""

from pathlib import Path

from assessor.domain.errors import FileProblem, SheetNotVerified, SheetRefused
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.verify import Difference, verify
from assessor.exchange.whole_file import problems_of_writing, whole_file


def put_sheet(sheet: Sheet, path: Path, provenance: Provenance) -> Path:
    """Write `sheet` to `path`, or beside it where another file stands, and return where it is.

    No file is replaced: it may be somebody's work on a blank sheet. One that says the same already
    is left as it is. Raises as `write_sheet`.
    """
    beside, number = path, 1
    while _stands(beside):
        if _says_the_same(beside, sheet, provenance.application_version):
            return beside
        number += 1
        beside = path.with_stem(f"{path.stem}-{number}")
    write_sheet(sheet, beside, provenance)
    return beside


def write_sheet(sheet: Sheet, path: Path, provenance: Provenance) -> None:
    """Write `sheet` to `path`, verified with 0 differences.

    Whatever goes wrong, a file that stood at `path` before stays as it was. Raises
    SheetNotVerified, NotWritable or DiskFull.
    """
    from assessor.exchange.score_sheet.workbook import save_workbook

    with whole_file(path) as part:
        save_workbook(sheet, part, provenance)
        found = _verified(part, sheet, provenance.application_version, path)
        if found:
            raise SheetNotVerified(path, len(found), found[0].place)


def _stands(path: Path) -> bool:
    with problems_of_writing(path):
        return path.exists()


def _says_the_same(path: Path, sheet: Sheet, application_version: str) -> bool:
    try:
        return not verify(path, sheet, application_version)
    except (SheetRefused, FileProblem):
        return False


def _verified(
    part: Path, sheet: Sheet, application_version: str, path: Path
) -> tuple[Difference, ...]:
    try:
        return verify(part, sheet, application_version)
    except SheetRefused as error:
        raise SheetNotVerified(path, 1, error.reason) from error
