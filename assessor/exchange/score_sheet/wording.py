"""The Indonesian words of the paper; the sheet is Indonesian in either language of the screen."""

from collections.abc import Mapping
from typing import Final

from assessor.domain.instrument import Dimension
from assessor.domain.records import AssessmentState, NarrativeSection

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


def section_title(letter: str, dimension: Dimension) -> str:
    """Return the heading of a dimension's section, with its weight."""
    return f"{letter}. {dimension.name.indonesian} (bobot {dimension.weight}%)"
