"""The words of window and terminal: GNU gettext, English in the source, Indonesian beside it.

The language can change while the program runs, so a sentence is looked up when it is shown and
never when a module is imported; `N_` marks one that is looked up later.
"""

from gettext import GNUTranslations, NullTranslations
from typing import Final

from resources import resource

SOURCE: Final = "en"
"""The language of the sentences in the source; it needs no catalogue."""
LANGUAGES: Final = ("id", "en")
"""In the order they are offered."""
DOMAIN: Final = "assessor"


class _Wording:
    """The language in use; one for the process, as the words of one window are of one language."""

    def __init__(self) -> None:
        self.language = SOURCE
        self.translations = NullTranslations()


_wording = _Wording()


def use_language(language: str) -> None:
    """Look sentences up in `language` from now on ("id" or "en"; anything else is ValueError).

    A catalogue that is not there leaves the English of the source.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    _wording.language = language
    _wording.translations = _catalogue(language)


def language() -> str:
    """Return the language in use, "id" or "en"."""
    return _wording.language


def language_of(locale_name: str) -> str:
    """Return the product's language for a locale ("en_US.UTF-8"): Indonesian unless English."""
    return "en" if locale_name.lower().startswith("en") else "id"


def gettext(message: str) -> str:
    """Return `message` in the language in use; fill its {named} fields afterwards."""
    return _wording.translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form that goes with `number` in the language in use."""
    return _wording.translations.ngettext(singular, plural, number)


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it, which extractors know
    """Mark `message` as a sentence that is looked up later, and return it as it is."""
    return message


def _catalogue(language: str) -> NullTranslations:
    compiled = resource("i18n", "locale", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not compiled.is_file():
        return NullTranslations()
    with compiled.open("rb") as file:
        return GNUTranslations(file)
