"""A score sheet goes out: written, read back, compared, and only then put in place."""

from pathlib import Path

from assessor.domain.errors import SheetNotVerified, SheetRefused
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.verify import Difference, verify
from assessor.exchange.whole_file import whole_file


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


def _verified(
    part: Path, sheet: Sheet, application_version: str, path: Path
) -> tuple[Difference, ...]:
    try:
        return verify(part, sheet, application_version)
    except SheetRefused as error:
        raise SheetNotVerified(path, 1, error.reason) from error
