"""Pages of tables go out: written, read back, compared, and only then put in place."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.annex.records import AnnexPage
from assessor.domain.errors import PaperNotVerified
from assessor.domain.paper_words import PRODUCT
from assessor.exchange.whole_file import whole_file


@dataclass(frozen=True, slots=True)
class Paper:
    """What becomes one workbook."""

    title: str
    """For the file's properties."""
    pages: Sequence[AnnexPage]
    written_at: dt.datetime
    """With a time zone."""


def write_paper(paper: Paper, path: Path) -> None:
    """Write `paper` to `path` and put it in place once it reads back the same.

    Whatever goes wrong, a file that stood there before stays as it was. Raises PaperNotVerified,
    NotWritable or DiskFull.
    """
    from assessor.exchange.annex.reading_back import first_difference, rows_of_pages
    from assessor.exchange.annex.workbook import build_workbook

    workbook = build_workbook(paper.pages)
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = PRODUCT
    properties.created = paper.written_at.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties.title = paper.title
    properties.language = "id-ID"
    with whole_file(path) as part:
        workbook.save(part)
        difference = first_difference(part, rows_of_pages(paper.pages))
        if difference:
            raise PaperNotVerified(path, difference)
