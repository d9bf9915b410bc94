"""What the comments of a copy to be mended say, in Indonesian like the paper itself."""

from collections.abc import Mapping
from typing import Final

from assessor.exchange.score_sheet.reading import Problem, ProblemCode

SCORE: Final = "Isi bilangan bulat 0 sampai 4, atau N/A bila tidak berlaku."
EXPORT_AGAIN: Final = "Minta lembar baru, lalu salin nilai dan catatan ke dalamnya."

WORDS: Final[Mapping[ProblemCode, str]] = {
    ProblemCode.SCORE_OUT_OF_SCALE: f"Bukan nilai yang sah. {SCORE}",
    ProblemCode.SCORE_IS_DATE: (
        f"Isian berubah menjadi tanggal. Ubah format sel menjadi Angka, lalu isi lagi. {SCORE}"
    ),
    ProblemCode.SCORE_IS_ERROR: f"Sel berisi kesalahan rumus. {SCORE}",
    ProblemCode.SCORE_IS_TEXT: "Nilai tertulis sebagai teks; sudah dibaca sebagai angka.",
    ProblemCode.FORMULA_WITHOUT_VALUE: (
        "Rumus tanpa hasil di dalam berkas. Ganti rumus dengan isinya."
    ),
    ProblemCode.FORMULA_TAKEN: "Rumus sudah diganti dengan hasilnya.",
    ProblemCode.REASON_MISSING: "N/A tanpa alasan. Tulis alasannya pada baris pertama Catatan.",
    ProblemCode.MERGED_CELLS: f"Sel nilai digabung. Pisahkan, lalu isi satu per satu. {SCORE}",
    ProblemCode.ROW_TWICE: "Baris ini ada dua kali. Hapus salah satunya.",
    ProblemCode.ROW_UNKNOWN: f"Baris ini bukan bagian instrumen. {EXPORT_AGAIN}",
    ProblemCode.PAGE_MISSING: f"Satu lembar hilang. {EXPORT_AGAIN}",
    ProblemCode.COLUMN_MISSING: f"Nama kolom di baris pertama hilang. {EXPORT_AGAIN}",
    ProblemCode.PROGRAMME_NAME_MISSING: "Nama program kosong. Isi nama programnya.",
    ProblemCode.PILLAR_UNKNOWN: "Pilar tidak dikenal. Pilih salah satu dari enam pilar.",
    ProblemCode.TEXT_CLEANED: "Tanda kendali yang tidak terlihat sudah dihapus.",
    ProblemCode.TEXT_IS_ERROR: (
        "Teks berubah menjadi kesalahan rumus. Tulis lagi dengan tanda petik (') di depannya."
    ),
    ProblemCode.TEXT_IS_DATE: "Teks berubah menjadi tanggal. Periksa apakah isinya masih benar.",
    ProblemCode.TEXT_TOO_LONG: "Teks terlalu panjang untuk satu sel. Persingkat teksnya.",
    ProblemCode.KEY_CHANGED: f"Kunci baris tersembunyi berubah. {EXPORT_AGAIN}",
    ProblemCode.PAGE_TWICE: "Lembar ini salinan lembar lain. Hapus yang tidak berlaku.",
    ProblemCode.COLUMN_TWICE: "Kolom ini ada dua kali. Hapus yang tidak berlaku.",
    ProblemCode.FAR_AWAY: "Sel ini jauh di luar tabel dan tidak dibaca.",
    ProblemCode.ROW_WITHOUT_KEY: (
        "Baris ini bukan baris lembar penilaian dan tidak dibaca. "
        "Bila perlu, salin isinya ke baris yang tepat."
    ),
    ProblemCode.COLUMN_UNKNOWN: (
        "Kolom ini bukan kolom lembar penilaian dan tidak dibaca. "
        "Bila perlu, salin isinya ke Catatan."
    ),
    ProblemCode.PAGE_UNKNOWN: "Lembar ini bukan bagian lembar penilaian dan tidak dibaca.",
    ProblemCode.INSTRUMENT_EDITED: f"Teks instrumen berubah. {EXPORT_AGAIN}",
    ProblemCode.ROW_MISSING: f"Satu pertanyaan hilang dan dianggap belum dinilai. {EXPORT_AGAIN}",
    ProblemCode.TOTAL_DIFFERS: "Angka ini tidak sama dengan hitungan nilai; nilai yang berlaku.",
}
LONGEST_FACT: Final = 200


def comment_text(problem: Problem) -> str:
    """Return what stands in the comment: how to mend it, what was found, what was expected."""
    lines = [WORDS[problem.code]]
    if problem.found:
        lines.append(f"Ditemukan: {problem.found[:LONGEST_FACT]}")
    if problem.expected:
        lines.append(f"Seharusnya: {problem.expected[:LONGEST_FACT]}")
    return "\n".join(lines)
