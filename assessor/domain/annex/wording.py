"""The Indonesian words of the annex; papers are Indonesian in either language of the screen."""

from collections.abc import Mapping
from typing import Final

from assessor.domain.ids import DimensionKey

ANNEX: Final = "Lampiran II"
NUMBER: Final = "Nomor"
DATE: Final = "Tanggal"
NOT_SET: Final = "belum ditetapkan"
DRAFT: Final = "DRAF – nomor dan tanggal surat belum ditetapkan"
PROVISIONAL: Final = (
    "SEMENTARA – sebagian nilai belum final: penilaian belum lengkap atau belum dikunci"
)
HIDDEN: Final = (
    "BELUM LENGKAP – nilai {number} daerah disembunyikan sampai penilaian Anda sendiri dikunci"
)
TITLE: Final = (
    "HASIL EVALUASI PELAKSANAAN MASTERPLAN",
    "GERAKAN MENUJU KOTA CERDAS (SMART CITY)",
)
ABSENT: Final = "KABUPATEN/KOTA YANG TIDAK MENGIKUTI EVALUASI"

ORDINAL: Final = "NO"
REGION: Final = "KAB/KOTA"
FINAL: Final = "NILAI FINAL"
IMPROVEMENT: Final = "TINGKAT IMPROVEMENT"
REMARK: Final = "KET"
DIMENSIONS: Final[Mapping[DimensionKey, str]] = {DimensionKey("quick_win"): "QUICK WINS"}
"""Where the ministry's heading is not the dimension's name."""

MARK_PROVISIONAL: Final = "sementara"
MARK_INCOMPLETE: Final = "belum lengkap"
MARK_HIDDEN: Final = "disembunyikan"
MARK_LAST_YEAR: Final = "tahun lalu sementara"
MARK_DIFFERS: Final = "*)"
MARK_UNKNOWN: Final = "**)"
ABOUT_INCOMPLETE: Final = (
    "Belum lengkap: daerah mengikuti evaluasi, tetapi belum semua dimensinya bernilai, sehingga "
    "nilai final belum dapat dihitung."
)
ABOUT_LAST_YEAR: Final = (
    "Tahun lalu sementara: tingkat improvement dihitung terhadap nilai {last} yang belum final."
)
ABOUT_DIFFERS: Final = (
    "*) Tingkat improvement dihitung terhadap nilai {last} yang dihitung ulang dari dimensinya, "
    "dengan bobot tahun {last} dan aturan pembulatan tahun {this}. Selisih dari nilai final yang "
    "tercetak adalah {differences}."
)
ABOUT_UNKNOWN: Final = (
    "**) Dimensi tahun {last} tidak tersedia, sehingga tingkat improvement tidak dapat dihitung "
    "ulang. Selisih dari nilai final yang tercetak adalah {differences}."
)

RANKING: Final = "Peringkat"
RANKING_TITLE: Final = "PERINGKAT HASIL EVALUASI PELAKSANAAN MASTERPLAN"
FOR_THE_TEAM: Final = "Untuk tim evaluasi; bukan bagian dari surat dan lampirannya"
RANKING_HEADINGS: Final = (
    "PERINGKAT",
    REGION,
    "KELOMPOK",
    FINAL,
    IMPROVEMENT,
    "SELISIH NILAI TERCETAK",
    REMARK,
)
TIED: Final = "seri {number} daerah"
