"""Reads tables as the ministry lays them out."""

from pathlib import Path

import openpyxl
import pytest

from assessor.domain.audit import PublishedTable
from assessor.domain.errors import TableUnreadable
from assessor.domain.instrument import Instrument
from assessor.exchange.published_table import read_published_table
from tests.exchange.published_table.examples import REGULAR, ReadBook, ReadText, Refuse, Rows


@pytest.fixture
def read(tmp_path: Path) -> ReadText:
    """Write a text as a .csv and read it."""

    def read_text(
        text: str, instrument: Instrument = REGULAR, encoding: str = "utf-8"
    ) -> PublishedTable:
        path = tmp_path / "tabel.csv"
        path.write_bytes(text.encode(encoding))
        return read_published_table(path, instrument)

    return read_text


@pytest.fixture
def read_book(tmp_path: Path) -> ReadBook:
    """Write sheets of rows as a workbook and read it."""

    def read_sheets(*sheets: Rows, name: str = "tabel.xlsx") -> PublishedTable:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / name)
        return read_published_table(tmp_path / name, REGULAR)

    return read_sheets


@pytest.fixture
def refuse(read: ReadText) -> Refuse:
    """Return the refusal of a text."""

    def refused_text(text: str) -> TableUnreadable:
        with pytest.raises(TableUnreadable) as refused:
            read(text)
        return refused.value

    return refused_text
