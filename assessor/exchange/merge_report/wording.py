"""The Indonesian words of the report."""

from collections.abc import Mapping
from typing import Final

from assessor.domain.merging.incoming import FileClass, Outcome, Reason

TITLE: Final = "Laporan Penggabungan Lembar Penilaian"
SUMMARY: Final = "Ringkasan"
FILES: Final = "Berkas"
PROBLEMS: Final = "Masalah"
REGIONS: Final = "Daerah"
NOT_TAKEN: Final = "Yang tidak diambil"
UNDONE: Final = "Penggabungan ini sudah dibatalkan"

CLASSES: Final[Mapping[FileClass, str]] = {
    FileClass.NEW: "baru",
    FileClass.NEWER_REVISION: "revisi lebih baru",
    FileClass.ALREADY_MERGED: "sudah digabungkan",
    FileClass.OLDER_REVISION: "revisi lebih lama",
    FileClass.FORK: "revisi sama, isi berbeda",
    FileClass.EDITED_OUTSIDE: "diisi atau diubah di luar aplikasi",
    FileClass.WRONG_ROUND: "putaran lain",
    FileClass.UNKNOWN_REGION: "daerah tidak dikenal dalam putaran",
    FileClass.UNKNOWN_ASSESSOR: "asesor tidak dikenal",
    FileClass.OTHER_INSTRUMENT: "instrumen lain",
    FileClass.TOO_NEW: "ditulis versi aplikasi yang lebih baru",
    FileClass.NOT_A_SCORE_SHEET: "bukan lembar penilaian",
    FileClass.DAMAGED: "berkas rusak",
    FileClass.UNSAFE: "tidak aman dibuka",
}
OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.TAKEN: "diambil",
    Outcome.NOTHING_NEW: "tidak ada yang baru",
    Outcome.WAITS: "menunggu keputusan",
    Outcome.REFUSED: "ditolak",
    Outcome.SKIPPED: "dilewati",
}
REASONS: Final[Mapping[Reason, str]] = {
    Reason.FILLED_OUTSIDE: "lembar kosong diisi tanpa aplikasi",
    Reason.CHANGED_OUTSIDE: "isi diubah setelah diekspor",
    Reason.NOTHING_FILLED: "belum ada isi",
    Reason.SAME_AS_ANOTHER_FILE: "sama dengan berkas lain",
    Reason.NEWER_FILE_PRESENT: "ada berkas dengan revisi lebih baru",
    Reason.SCORES_IN_CONFLICT: "nilai berbeda di dua tempat",
    Reason.HIDDEN_CONFLICT: "nilai berbeda di dua tempat; tertutup bagi yang masih menilai",
    Reason.PROGRAMME_TWICE: "satu program tertulis dua kali",
    Reason.PROGRAMME_UNDECIDED: "nama program mirip dengan program lain",
    Reason.CELLS_REFUSED: "ada sel yang tidak dapat diambil",
    Reason.ROWS_UNKNOWN: "baris yang bukan bagian instrumen tidak diambil",
    Reason.NOT_TAKING_PART: "daerah ditandai tidak ikut",
    Reason.CHECKSUM_DIFFERS: "isi instrumen berbeda",
    Reason.IDENTITY_INCONSISTENT: "tanda pengenal lembar tidak cocok satu sama lain",
}
SEVERITIES: Final[Mapping[str, str]] = {
    "refused": "ditolak",
    "mended": "diperbaiki",
    "left_out": "tidak diambil",
}
HIDDEN: Final = "disembunyikan sampai penilaian sendiri dikunci"
