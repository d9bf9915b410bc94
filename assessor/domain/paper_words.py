"""Indonesian words that every paper shares, in whichever language the screen is."""

from collections.abc import Mapping
from typing import Final

from assessor.domain.instrument import Confidence

PRODUCT: Final = "Asesor Kota Cerdas"
"""What files and papers name as their author; never a person."""
PROVISIONAL: Final = "SEMENTARA"
DEMONSTRATION: Final = "DEMONSTRASI – nilai rekaan untuk mencoba aplikasi, bukan hasil evaluasi"
CONFIDENCE: Final[Mapping[Confidence, str]] = {
    Confidence.PRINTED: "Bobot dan pembulatan tercetak dalam surat.",
    Confidence.INFERRED: "Bobot disimpulkan dari angka yang terbit; tidak tercetak dalam surat.",
    Confidence.UNCONFIRMED: "Bobot dan pembulatan belum terkonfirmasi.",
    Confidence.OWN: "Instrumen ditambahkan sendiri oleh pengguna; bukan terbitan kementerian.",
}
