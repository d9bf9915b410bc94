"""A published table as text and as cells, and what reads it."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Protocol, TypeAlias

from assessor.domain.audit import PublishedTable
from assessor.domain.errors import TableUnreadable
from assessor.domain.instrument import Instrument
from tests.domain.examples import shipped

EARLY = shipped("2022-early-phase")
REGULAR = shipped("2023-reguler")
KPPN_IKN = shipped("2023-kppn-ikn")
COHORTS = [EARLY.cohort, REGULAR.cohort, KPPN_IKN.cohort]
HEADING = (
    "NO;KAB/KOTA;BASELINE;OUTPUT;OUTCOME;IMPACT;QUICK WINS;NILAI FINAL;TINGKAT IMPROVEMENT;KET"
)
CELLS = HEADING.split(";")
BADUNG = "1;KAB. BADUNG;3,52;2,97;3,08;3,14;2,35;2,97;-0,29;REGULER"
BADUNG_CELLS: list[str | float] = [
    1,
    "KAB. BADUNG",
    3.52,
    2.97,
    3.08,
    3.14,
    2.35,
    2.97,
    -0.29,
    "REGULER",
]
Rows: TypeAlias = Sequence[Sequence[object]]


class ReadText(Protocol):
    """Write a text as a .csv and read it."""

    def __call__(
        self, text: str, instrument: Instrument = REGULAR, encoding: str = "utf-8"
    ) -> PublishedTable: ...


class ReadBook(Protocol):
    """Write sheets of rows as a workbook and read it."""

    def __call__(self, *sheets: Rows, name: str = "tabel.xlsx") -> PublishedTable: ...


Refuse: TypeAlias = Callable[[str], TableUnreadable]


def assert_is_badung(table: PublishedTable) -> None:
    (row,) = table.rows
    assert row.name == "KAB. BADUNG"
    assert [str(row.dimensions[one.key]) for one in REGULAR.dimensions] == [
        "3.52",
        "2.97",
        "3.08",
        "3.14",
        "2.35",
    ]
    assert (row.final, row.improvement, row.cohort) == (
        Decimal("2.97"),
        Decimal("-0.29"),
        "REGULER",
    )
