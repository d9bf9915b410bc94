"""Short codes that people read off paper and type: forgiving about letters, strict about slips.

Crockford's base 32 leaves out I, L, O and U and takes them for what they look like. His check
characters are punctuation; here the check is a letter of the same alphabet, from arithmetic in the
field of 32 elements: it notices every wrong character and any two that changed places.
"""

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES: Final = str.maketrans("ILO", "110")
BITS: Final = 5
MOST: Final = 31
"""The greatest value of a digit."""
LENGTH: Final = 8
"""Characters before the check: 40 bits, so that among ten thousand pages two alike are unlikely."""
GROUPS: Final = (4, 8)
"""Where hyphens stand, "7F3K-9Q2M-X"."""
POLYNOMIAL: Final = 0b100101
"""x^5 + x^2 + 1, of which x is a generator of the field."""


def short_code(fingerprint: str) -> str:
    """Return the code of a SHA-256 in hexadecimal, as it is printed."""
    number = int(fingerprint[: LENGTH * BITS // 4], 16)
    digits = [number >> BITS * place & MOST for place in reversed(range(LENGTH))]
    plain = "".join(ALPHABET[digit] for digit in (*digits, _check(digits)))
    return "-".join((plain[: GROUPS[0]], plain[GROUPS[0] : GROUPS[1]], plain[GROUPS[1] :]))


def read_code(typed: str) -> str | None:
    """Return what was typed as the code is printed; None where a slip was made."""
    plain = "".join(typed.upper().split()).replace("-", "").translate(LOOK_ALIKES)
    digits = [ALPHABET.find(letter) for letter in plain]
    if len(digits) != LENGTH + 1 or -1 in digits or _check(digits[:LENGTH]) != digits[LENGTH]:
        return None
    return "-".join((plain[: GROUPS[0]], plain[GROUPS[0] : GROUPS[1]], plain[GROUPS[1] :]))


def _check(digits: list[int]) -> int:
    """Return the sum of the digits, each times a power of x of its own."""
    total = 0
    for digit in digits:
        # Horner's scheme; the last digit gets x, so that none stands beside the check unweighted.
        total = _times_x(total ^ digit)
    return total


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ POLYNOMIAL if doubled > MOST else doubled
