"""A whole sheet as a workbook, saved with the given clock and nobody's login name."""

from datetime import UTC
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from assessor.domain.paper_words import PRODUCT
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.carried import Carried
from assessor.exchange.score_sheet.hidden_pages import write_evidence_page, write_identity_page
from assessor.exchange.score_sheet.identity import identity_facts, identity_of
from assessor.exchange.score_sheet.layout import PageName
from assessor.exchange.score_sheet.programmes_page import ProgrammesPage
from assessor.exchange.score_sheet.provenance import Provenance
from assessor.exchange.score_sheet.scores_page import ScoresPage
from assessor.exchange.score_sheet.styles import register_styles
from assessor.exchange.score_sheet.summary_page import SummaryPage

if TYPE_CHECKING:
    from _typeshed import SizedBuffer

EPOCH_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
"""Entries carry no time of their own, so that equal content gives equal bytes."""


class _TimelessZip(ZipFile):
    """An archive whose entries all bear the same time."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        entry = ZipInfo(str(name), EPOCH_OF_ZIP)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        super().writestr(entry, data, compress_type, compresslevel)

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = str(filename if arcname is None else arcname)
        self.writestr(name, Path(filename).read_bytes(), compress_type, compresslevel)


def save_workbook(sheet: Sheet, path: Path, provenance: Provenance) -> None:
    """Write `sheet` to `path` as it is, unverified; raises OSError."""
    workbook = build_workbook(sheet, provenance)
    with _TimelessZip(path, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).write_data()


def build_workbook(sheet: Sheet, provenance: Provenance) -> Workbook:
    """Return the workbook; the programmes come before the scores that rest on them."""
    workbook = Workbook()
    register_styles(workbook)
    pages = {name: workbook.create_sheet(name) for name in PageName}
    workbook.remove(workbook.worksheets[0])
    carried = Carried()
    ProgrammesPage(pages[PageName.PROGRAMMES], sheet, carried).write(provenance)
    ScoresPage(pages[PageName.SCORES], sheet, carried).write(provenance)
    SummaryPage(pages[PageName.SUMMARY], sheet, carried).write(provenance)
    identity = identity_of(sheet, provenance.application_version)
    write_identity_page(pages[PageName.IDENTITY], identity_facts(identity))
    write_evidence_page(pages[PageName.EVIDENCE], sheet)
    _set_properties(workbook, sheet, provenance)
    return workbook


def _set_properties(workbook: Workbook, sheet: Sheet, provenance: Provenance) -> None:
    region = sheet.assessment.participant.region
    written_at = provenance.written_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = PRODUCT
    properties.created = properties.modified = written_at
    properties.title = f"Lembar Penilaian {region.name} {sheet.round.year}"
    properties.language = "id-ID"
