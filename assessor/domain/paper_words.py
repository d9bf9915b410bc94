"""Indonesian words that every paper shares, in whichever language the screen is."""

from collections.abc import Mapping
from typing import Final

from assessor.domain.instrument import Confidence, RoundingRule

PRODUCT: Final = "Asesor Kota Cerdas"
"""What files and papers name as their author; never a person."""
PROVISIONAL: Final = "SEMENTARA"
DEMONSTRATION_MARK: Final = "DEMONSTRASI"
"""Said on every page of invented figures."""
DEMONSTRATION: Final = (
    f"{DEMONSTRATION_MARK} – nilai rekaan untuk mencoba aplikasi, bukan hasil evaluasi"
)
CONFIDENCE: Final[Mapping[Confidence, str]] = {
    Confidence.PRINTED: "Bobot dan pembulatan tercetak dalam surat.",
    Confidence.INFERRED: "Bobot disimpulkan dari angka yang terbit; tidak tercetak dalam surat.",
    Confidence.UNCONFIRMED: "Bobot dan pembulatan belum terkonfirmasi.",
    Confidence.OWN: "Instrumen ditambahkan sendiri oleh pengguna; bukan terbitan kementerian.",
}
ROUNDING: Final[Mapping[RoundingRule, str]] = {
    RoundingRule.TOTAL: (
        "Nilai final adalah jumlah dari rata-rata dimensi dikali bobotnya; hanya jumlah akhirnya "
        "yang dibulatkan ke dua desimal."
    ),
    RoundingRule.COMPONENTS: (
        "Rata-rata dimensi dikali bobotnya dibulatkan ke dua desimal untuk tiap dimensi; nilai "
        "final adalah jumlah dari angka yang sudah dibulatkan itu."
    ),
}
MEANS: Final = (
    "Rata-rata dimensi adalah rata-rata sederhana dari semua pertanyaan yang bernilai, dibulatkan "
    "ke dua desimal (angka 5 ke atas). Pertanyaan quick win dinilai per program, lalu dirata-rata. "
    "Pertanyaan yang kosong atau tidak berlaku (N/A) tidak ikut dihitung."
)
