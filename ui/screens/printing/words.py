"""What the dialogs of printing say."""

from assessor.domain.paper import Paper
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.printing.summary_job import PrintOutcome


def paper_name(paper: Paper) -> str:
    """Return a paper with its size, "F4 (215 × 330 mm)"."""
    width, height = paper.millimetres
    return _("{paper} ({width} × {height} mm)").format(paper=paper, width=width, height=height)


def end_text(outcome: PrintOutcome, total: int) -> str:
    """Return how a job ended, in one or two sentences; the reasons stand below."""
    parts = [
        ngettext(
            "{printed} of {total} summary printed.",
            "{printed} of {total} summaries printed.",
            total,
        ).format(printed=outcome.printed, total=total)
    ]
    if outcome.failed:
        parts.append(_("What was not printed, and why, stands below."))
    if outcome.was_cancelled:
        parts.append(_("You cancelled; the rest was not printed."))
    return " ".join(parts)
