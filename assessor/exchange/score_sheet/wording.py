"""The Indonesian words of the paper; the sheet is Indonesian in either language of the screen."""

from collections.abc import Mapping
from typing import Final

from assessor.domain.instrument import Dimension
from assessor.domain.records import AssessmentState, NarrativeSection
from assessor.exchange.score_sheet.layout import ColumnKey, PageKey, PageName, column_of_question

TITLE: Final = "Hasil Evaluasi Implementasi Kota Cerdas (Smart City)"
BLANK_TITLE: Final = "Lembar Penilaian Implementasi Kota Cerdas (Smart City)"

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Of the sections, one a dimension."""

STATES: Final[Mapping[AssessmentState, str]] = {
    AssessmentState.DRAFT: "Draf",
    AssessmentState.FINAL: "Final",
}
NARRATIVE: Final[Mapping[NarrativeSection, str]] = {
    NarrativeSection.WEAKNESSES: "A. Kelemahan",
    NarrativeSection.STRENGTHS: "B. Kekuatan",
    NarrativeSection.RECOMMENDATIONS: "Rekomendasi",
}
HOW_TO_FILL: Final = (
    "Cara mengisi: pilih 0, 1, 2, 3, 4 atau N/A pada kolom Nilai. Untuk N/A (tidak berlaku), tulis "
    "alasannya pada baris pertama Catatan. Biarkan kosong bila belum dinilai. Quick win dinilai "
    "per program pada lembar Quick Win."
)
HOW_TO_FILL_PROGRAMMES: Final = (
    "Cara mengisi: satu baris untuk satu program; pilih 0, 1, 2, 3, 4 atau N/A pada tiap kolom. "
    "Untuk N/A (tidak berlaku), tulis alasannya pada Catatan program. Baris kosong dapat diisi "
    "program lain: pilih pilar, lalu tulis namanya."
)
SCORE_PROMPT_TITLE: Final = "Nilai"
SCORE_PROMPT: Final = (
    "Isi 0, 1, 2, 3 atau 4. Isi N/A bila tidak berlaku dan tulis alasannya pada baris pertama "
    "Catatan. Kosong berarti belum dinilai."
)
SCORE_ERROR_TITLE: Final = "Nilai tidak sah"
SCORE_ERROR: Final = "Nilai harus bilangan bulat 0, 1, 2, 3 atau 4, atau N/A bila tidak berlaku."
PILLAR_ERROR_TITLE: Final = "Pilar tidak dikenal"
PILLAR_ERROR: Final = "Pilih salah satu dari enam pilar yang ada dalam daftar."
PAGES: Final[Mapping[str, str]] = {key: PageName[key.name] for key in PageKey}
HEADINGS: Final[Mapping[str, str]] = {
    ColumnKey.NUMBER: "No",
    ColumnKey.INDICATOR: "Indikator",
    ColumnKey.SUBINDICATOR: "Subindikator",
    ColumnKey.QUESTION: "Pertanyaan",
    ColumnKey.SCORE: "Nilai",
    ColumnKey.NOTE: "Catatan",
    ColumnKey.EVIDENCE: "Bukti",
    ColumnKey.PILLAR: "Pilar",
    ColumnKey.PROGRAMME: "Program",
    ColumnKey.TEXT: "Dimensi",
    ColumnKey.WEIGHT: "Bobot",
    ColumnKey.TITLE: "Judul bukti",
    ColumnKey.LINK: "Tautan bukti",
    ColumnKey.SHA256: "Sidik bukti",
}
"""What people see above the columns; those of the hidden pages as they are spoken of."""


def heading_of(column: str) -> str:
    """Return how a column is called where people see it."""
    if column.startswith(column_of_question("")):
        return HEADINGS[ColumnKey.SCORE]
    return HEADINGS.get(column, column)


def section_title(letter: str, dimension: Dimension) -> str:
    """Return the heading of a dimension's section, with its weight."""
    return f"{letter}. {dimension.name.indonesian} (bobot {dimension.weight}%)"
