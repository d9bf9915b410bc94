"""Words for the domain's own values, where more than one screen shows them."""

from typing import Final

from assessor.domain.instrument import Confidence, Instrument
from assessor.domain.records import RegionKind
from resources.i18n import gettext as _
from resources.i18n import language
from ui.theme import Status

HARD_SPACE: Final = "\u00a0"


def confidence_text(confidence: Confidence) -> str:
    """Return how sure an instrument is, in two or three words."""
    return {
        Confidence.PRINTED: _("Printed in a letter"),
        Confidence.INFERRED: _("Inferred, not printed"),
        Confidence.UNCONFIRMED: _("Not confirmed"),
        Confidence.OWN: _("Added by yourself"),
    }[confidence]


def confidence_status(confidence: Confidence) -> Status:
    """Return the colour that goes with the words."""
    return Status.DONE if confidence is Confidence.PRINTED else Status.NOTICE


def weights_text(instrument: Instrument) -> str:
    """Return the dimensions with their weights in percent: "Baseline 10 · Output 20".

    A line that is too long breaks between dimensions, never inside one.
    """
    return " · ".join(
        f"{dimension.name.in_language(language())} {dimension.weight}".replace(" ", HARD_SPACE)
        for dimension in instrument.dimensions
    )


def kind_text(kind: RegionKind) -> str:
    """Return what regions of a kind are called when there are several."""
    return {RegionKind.KABUPATEN: _("Regencies"), RegionKind.KOTA: _("Cities")}[kind]
