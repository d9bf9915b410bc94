"""The charts of a region's page and of regions side by side, from their reports."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assessor.domain.derivation import DimensionStep
from assessor.domain.figures import show, show_exact
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import SCALE, Instrument
from assessor.domain.records import PublishedResult
from assessor.domain.scoring import WEIGHT_SUM
from assessor.services.region_report import RegionReport
from resources.i18n import gettext as _
from resources.i18n import language
from ui.charts.bars import Bar, BarData, BarRow, bars_text, paint_bars
from ui.charts.chart import Chart
from ui.charts.radar import RadarData, paint_radar, radar_text
from ui.charts.series import Series
from ui.charts.spread import SpreadData, paint_spread, spread_text
from ui.charts.trend import TrendData, TrendPoint, paint_trend, trend_text
from ui.screens.results.columns import union
from ui.screens.results.words import notice_of, year_name

Means = Mapping[DimensionKey, Decimal | None]


def radar_chart(report: RegionReport) -> Chart:
    """Return the dimensions of a region, this year and last."""
    series = [(str(report.round.year), _means(report))]
    instruments = [report.instrument]
    previous = report.previous
    if previous is not None and previous.instrument is not None and previous.dimensions:
        series.append((year_name(previous), previous.dimensions))
        instruments.append(previous.instrument)
    return _radar(_titled(_("Dimensions"), report), (report,), instruments, series)


def comparison_chart(reports: Sequence[RegionReport]) -> Chart:
    """Return the dimensions of two to four regions."""
    title = _("Dimensions side by side – {round}").format(round=reports[0].round.name)
    series = [(one.participant.region.name, _means(one)) for one in reports]
    return _radar(title, reports, [one.instrument for one in reports], series)


def bars_chart(report: RegionReport) -> Chart:
    """Return what each dimension adds to the index, this year and last."""
    change = report.improvement_derivation
    before = None if change is None else change.recomputed
    steps = {step.dimension.key: step for step in before.steps} if before else {}
    names = [str(report.round.year)]
    if change is not None and before is not None:
        names.append(year_name(change.previous))
    data = BarData(
        names=tuple(names),
        rows=tuple(
            BarRow(
                step.dimension.name.in_language(language()),
                (_bar(step), *((_bar(steps.get(step.dimension.key)),) if before else ())),
            )
            for step in report.derivation.steps
        ),
    )
    return Chart(
        title=_titled(_("Contributions to the index"), report),
        notice=notice_of((report,)),
        text=bars_text(data),
        paint=lambda painter, area, colours: paint_bars(painter, area, data, colours),
    )


def spread_chart(report: RegionReport) -> Chart:
    """Return what each assessor gives the dimensions, and what counts."""
    data = SpreadData(
        rows=tuple(one.name.in_language(language()) for one in report.instrument.dimensions),
        assessors=tuple(
            Series(
                one.assessor.name,
                tuple(part.mean for part in report.individual[one.id].dimensions),
            )
            for one in report.assessments
        ),
        counted=Series(_("Panel"), tuple(one.mean for one in report.result.dimensions)),
    )
    return Chart(
        title=_titled(_("Spread of the panel"), report),
        notice=notice_of((report,)),
        text=spread_text(data),
        paint=lambda painter, area, colours: paint_spread(painter, area, data, colours),
    )


def trend_chart(report: RegionReport, trend: Sequence[PublishedResult]) -> Chart:
    """Return the index over the years, of which there is at least one."""
    data = TrendData(
        tuple(
            TrendPoint(one.year, one.final, _("provisional") if one.is_provisional else "")
            for one in trend
        )
    )
    return Chart(
        title=_titled(_("Index over the years"), report),
        notice=notice_of((report,)),
        text=trend_text(data),
        paint=lambda painter, area, colours: paint_trend(painter, area, data, colours),
    )


def _radar(
    title: str,
    reports: Sequence[RegionReport],
    instruments: Sequence[Instrument],
    series: Sequence[tuple[str, Means]],
) -> Chart:
    """Return a radar over every dimension that an instrument has; each series has its own."""
    axes = union(instruments)
    data = RadarData(
        axes=tuple(some[0].name.in_language(language()) for some in axes.values()),
        series=tuple(Series(name, tuple(means.get(key) for key in axes)) for name, means in series),
    )
    return Chart(
        title=title,
        notice=notice_of(reports),
        text=radar_text(data),
        paint=lambda painter, area, colours: paint_radar(painter, area, data, colours),
    )


def _titled(name: str, report: RegionReport) -> str:
    return f"{name} – {report.participant.region.name} – {report.round.name}"


def _means(report: RegionReport) -> Means:
    return {one.dimension.key: one.mean for one in report.result.dimensions}


def _bar(step: DimensionStep | None) -> Bar | None:
    if step is None:
        return None
    most = Decimal(step.dimension.weight * SCALE[-1]) / WEIGHT_SUM
    words = _("{contribution} of {most}")
    text = words.format(contribution=show_exact(step.contribution), most=show(most))
    return Bar(step.contribution, most, text)
