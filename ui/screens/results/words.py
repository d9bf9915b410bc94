"""Words about a region's figures, where more than one part of the screen shows them."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from assessor.domain.figures import NOTHING, show, show_change
from assessor.domain.instrument import Instrument
from assessor.domain.records import PublishedResult, Round
from assessor.domain.scoring import round_half_up
from assessor.services.region_report import RegionReport
from resources.i18n import gettext as _
from resources.i18n import language
from ui.wording import confidence_text

BETWEEN = " · "


def notice_of(reports: Sequence[RegionReport]) -> str:
    """Return what the figures of these regions lack; "" where nothing."""
    parts = (
        invented_text(reports[0].round) if reports else "",
        _("PROVISIONAL: something is not scored yet, or an assessment is not locked.")
        if any(one.is_provisional for one in reports)
        else "",
        instrument_notices(one.instrument for one in reports),
    )
    return BETWEEN.join(part for part in parts if part)


def invented_text(shown: Round) -> str:
    """Return that scores are invented; "" where they are not."""
    return _("Demonstration: all scores are invented.") if shown.is_demonstration else ""


def instrument_notices(instruments: Iterable[Instrument]) -> str:
    """Return how sure instruments are, as far as no letter prints them."""
    return BETWEEN.join(
        dict.fromkeys(
            _("Instrument {instrument}: {confidence}").format(
                instrument=one.name.in_language(language()),
                confidence=confidence_text(one.confidence),
            )
            for one in instruments
            if not one.is_official
        )
    )


def rank_in_words(report: RegionReport) -> str:
    """Return "3 of 130", marked while it can still move, or an en dash."""
    if report.rank is None:
        return NOTHING
    final, provisional = _("{rank} of {ranked}"), _("{rank} of {ranked} (provisional)")
    words = final if report.is_rank_final else provisional
    return words.format(rank=report.rank, ranked=report.ranked)


def panel_in_words(report: RegionReport) -> str:
    """Return "4 of 5 assessors, 3 locked"."""
    return _("{present} of {expected} assessors, {locked} locked").format(
        present=len(report.assessments),
        expected=report.expected,
        locked=sum(one.is_locked for one in report.assessments),
    )


def change_in_words(report: RegionReport) -> str:
    """Return the improvement with the year that it counts from."""
    if report.improvement is None or report.previous is None:
        return NOTHING
    return _("{change} since {year}").format(
        change=show_change(report.improvement), year=report.previous.year
    )


def year_name(result: PublishedResult) -> str:
    """Return an earlier year's name in a legend."""
    return f"{result.year} ({_('provisional')})" if result.is_provisional else str(result.year)


def exact(value: Fraction | None) -> str:
    """Return an exact value as it is shown, half-up to two decimals."""
    return NOTHING if value is None else show(round_half_up(value))
