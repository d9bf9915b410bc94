"""Names of quick-win programmes as people type them."""

import unicodedata


def programme_key(name: str) -> str:
    """Return what two spellings of one programme have in common; for comparing, never to show.

    Letter case, kind and amount of white space, invisible characters and the way an accented
    letter is composed do not count: "Tukad Bindu" and "TUKAD BINDU " are one programme.
    """
    spaced = " ".join(name.split())
    visible = "".join(one for one in spaced if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFC", visible.casefold())
