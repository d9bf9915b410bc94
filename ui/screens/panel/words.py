"""Words for what a panel says, where more than one part of the screen shows them."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from assessor.domain.figures import NOTHING, show, show_date, show_signed
from assessor.domain.panel import Moderation, PanelAnswer, Standpoint
from assessor.domain.records import Assessor
from assessor.domain.score import Score
from assessor.domain.scoring import round_half_up
from assessor.services.panels import PanelCoverage
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.theme import Status

STATUSES: Final = {
    Standpoint.AGREED: Status.OPEN,
    Standpoint.OPEN: Status.PROBLEM,
    Standpoint.OUTDATED: Status.PROBLEM,
    Standpoint.SETTLED: Status.DONE,
    Standpoint.LEFT: Status.DONE,
}


def standpoint_text(standpoint: Standpoint) -> str:
    """Return how far a panel has come with an answer, in a word or two; "" where it agrees."""
    return {
        Standpoint.AGREED: "",
        Standpoint.OPEN: _("to settle"),
        Standpoint.OUTDATED: _("scores changed"),
        Standpoint.SETTLED: _("settled"),
        Standpoint.LEFT: _("mean left"),
    }[standpoint]


def exact(value: Fraction | Decimal | None) -> str:
    """Return an exact value as it is shown, half-up to two decimals."""
    return NOTHING if value is None else show(round_half_up(Fraction(value)))


def signed(value: Fraction) -> str:
    """Return a difference with its sign, half-up to two decimals."""
    return show_signed(round_half_up(value))


def counted_value(answer: PanelAnswer) -> Fraction | Decimal | None:
    """Return what counts: the settled value, else the mean."""
    moderation = answer.moderation
    if moderation is not None and moderation.settled is not None:
        return moderation.settled
    return answer.mean


def score_in_cell(score: Score) -> str:
    """Return a score as it stands in a narrow column."""
    if score.is_not_applicable:
        return _("N/A")
    return NOTHING if score.points is None else str(score.points)


def score_in_words(score: Score) -> str:
    """Return a score with all that was said."""
    if score.is_not_applicable:
        return _("not applicable: {reason}").format(reason=score.reason)
    return _("not scored yet") if score.points is None else str(score.points)


def sheets_text(coverage: PanelCoverage) -> str:
    """Return how much of a panel has come in: "3 of 5 sheets"."""
    return _("{present} of {expected} sheets").format(
        present=len(coverage.present), expected=coverage.expected
    )


def missing_text(coverage: PanelCoverage, everybody: Sequence[Assessor]) -> str:
    """Return who of `everybody` has no sheet here, "" where no sheet is missing.

    Nothing says who was asked to score a region. So names stand here only where the assessors of
    the round are no more than a panel, and it can be nobody else.
    """
    if not coverage.missing:
        return ""
    present = {one.id for one in coverage.present}
    absent = [one.name for one in everybody if one.id not in present]
    if len(everybody) <= coverage.expected and len(absent) == coverage.missing:
        return _("missing: {names}").format(names=", ".join(absent))
    return ngettext("{missing} sheet missing", "{missing} sheets missing", coverage.missing).format(
        missing=coverage.missing
    )


def to_settle_text(coverage: PanelCoverage) -> str:
    """Return how many answers wait for the panel."""
    if coverage.to_settle is None:
        return _("hidden until you lock yours")
    if not coverage.to_settle:
        return _("nothing to settle")
    return _("{count} to settle").format(count=coverage.to_settle)


def moderation_text(moderation: Moderation) -> str:
    """Return what was settled, by whom, when and why."""
    what = _("The mean {mean} was left.").format(mean=exact(moderation.mean))
    if moderation.settled is not None:
        delta = moderation.delta
        what = (
            _("Settled at {value}; there was no mean.").format(value=show(moderation.settled))
            if delta is None
            else _("Settled at {value}: {delta} against the mean {mean}.").format(
                value=show(moderation.settled), delta=signed(delta), mean=exact(moderation.mean)
            )
        )
    who = _("unknown") if moderation.who is None else moderation.who.name
    return _("{what} {who}, {when}: {reason}").format(
        what=what, who=who, when=moment(moderation.at), reason=moderation.reason
    )


def moment(at: dt.datetime) -> str:
    """Return a day and a time of it, local."""
    local = at.astimezone()
    return f"{show_date(local.date(), language())} {local:%H:%M}"
