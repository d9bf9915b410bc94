"""What the writer and the reader of a score sheet agree on.

Every page has a hidden first row that names its columns and a hidden column that names its rows,
so that rows can be sorted or inserted, columns moved and pages renamed. Nothing is found by
position. Names here are part of the file format: raise `FORMAT_VERSION` when one changes.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from assessor.domain.records import NarrativeSection

FORMAT_VERSION: Final = 1
KIND: Final = "lembar-penilaian"
"""What the identity page says the file is; other papers of the product say something else."""

NOT_APPLICABLE: Final = "N/A"
SUFFIX: Final = ".xlsx"


class PageName(StrEnum):
    """The tabs as people see them; the last two are hidden from them."""

    SCORES = "Penilaian"
    PROGRAMMES = "Quick Win"
    SUMMARY = "Ringkasan"
    IDENTITY = "_identitas"
    EVIDENCE = "_bukti"


class PageKey(StrEnum):
    """Heads the key column of a page; the page is found by it, whatever its tab is called."""

    SCORES = "kunci:penilaian"
    PROGRAMMES = "kunci:quick-win"
    SUMMARY = "kunci:ringkasan"
    IDENTITY = "kunci:identitas"
    EVIDENCE = "kunci:bukti"


class ColumnKey(StrEnum):
    """Names of columns in the hidden first row."""

    NUMBER = "kolom:no"
    INDICATOR = "kolom:indikator"
    SUBINDICATOR = "kolom:subindikator"
    QUESTION = "kolom:pertanyaan"
    SCORE = "kolom:nilai"
    NOTE = "kolom:catatan"
    EVIDENCE = "kolom:bukti"
    PILLAR = "kolom:pilar"
    PROGRAMME = "kolom:program"
    TEXT = "kolom:uraian"
    WEIGHT = "kolom:bobot"
    THIS_YEAR = "kolom:tahun-ini"
    SHARE = "kolom:kontribusi"
    LAST_YEAR = "kolom:tahun-lalu"
    CHART_THIS_YEAR = "kolom:grafik-tahun-ini"
    CHART_LAST_YEAR = "kolom:grafik-tahun-lalu"
    VALUE = "kolom:isi"
    TITLE = "kolom:judul"
    LINK = "kolom:tautan"
    SHA256 = "kolom:sha256"
    SIZE = "kolom:ukuran"
    OF_QUESTION = "kolom:kunci-pertanyaan"
    OF_PROGRAMME = "kolom:kunci-program"


class RowKey(StrEnum):
    """First parts of row keys; a row of a question or a programme has its bare key."""

    DIMENSION = "dimensi"
    MEAN = "rerata"
    PROGRAMME_MEAN = "rerata-program"
    NEW_PROGRAMME = "baru"
    REASON = "alasan"
    FINAL = "nilai-final"
    WEAKNESSES = "kelemahan"
    STRENGTHS = "kekuatan"
    RECOMMENDATIONS = "rekomendasi"


class IdentityKey(StrEnum):
    """Rows of the identity page."""

    KIND = "jenis"
    FORMAT_VERSION = "versi-format"
    ROUND_ID = "putaran"
    YEAR = "tahun"
    STAGE = "tahap"
    ROUND_NAME = "nama-putaran"
    REGION_ID = "daerah"
    REGION_CODE = "kode-daerah"
    REGION_NAME = "nama-daerah"
    ASSESSOR_ID = "asesor"
    ASSESSOR_NAME = "nama-asesor"
    ASSESSOR_INSTITUTION = "instansi-asesor"
    INSTRUMENT_ID = "instrumen"
    INSTRUMENT_CHECKSUM = "cek-instrumen"
    ASSESSMENT_ID = "penilaian"
    REVISION = "revisi"
    BASE_REVISION = "revisi-dasar"
    STATE = "status"
    FINGERPRINT = "sidik-isi"
    APPLICATION_VERSION = "versi-aplikasi"
    IS_DEMONSTRATION = "demonstrasi"


NARRATIVE_ROWS: Final[Mapping[NarrativeSection, RowKey]] = {
    NarrativeSection.WEAKNESSES: RowKey.WEAKNESSES,
    NarrativeSection.STRENGTHS: RowKey.STRENGTHS,
    NarrativeSection.RECOMMENDATIONS: RowKey.RECOMMENDATIONS,
}
YES: Final = "ya"
NO: Final = "tidak"
SEPARATOR: Final = ":"


def row_key(*parts: str) -> str:
    """Return a composed row key, "rerata:baseline"."""
    return SEPARATOR.join(parts)


def column_of_question(question: str) -> str:
    """Return the name of a question's column in the programme matrix."""
    return row_key("nilai", question)
