"""What the window says about an error that a person can mend."""

from assessor.domain.errors import UserError
from resources.i18n import sentences


def explain(error: UserError) -> str:
    """Return what happened, to which file or region, and what to do, in the language in use."""
    return sentences.sentence(error)
