"""What the entries of a letter are called on screen, by their keys."""

from collections.abc import Mapping
from typing import Final

from resources.i18n import N_, gettext

NAMES: Final[Mapping[str, str]] = {
    "logo": N_("Logo"),
    "ministry": N_("Ministry"),
    "directorate": N_("Directorate"),
    "tagline": N_("Tagline"),
    "address": N_("Address"),
    "place": N_("Place"),
    "signatory_title": N_("Signatory's title"),
    "signatory": N_("Signatory's name"),
    "copies": N_("Copies to"),
    "letter_number": N_("Number of the letter"),
    "letter_date": N_("Date of the letter"),
    "letter_subject": N_("Subject"),
    "invitation_number": N_("Number of the invitation"),
    "invitation_date": N_("Date of the invitation"),
    "request_number": N_("Number of the request"),
    "request_date": N_("Date of the request"),
    "request_deadline": N_("Evidence wanted by"),
    "request_reply": N_("Where to send evidence"),
}


def field_name(key: str) -> str:
    """Return the name of an entry in the language in use."""
    return gettext(NAMES[key])
