"""A region's report as the words, tables and charts of its page."""

from collections.abc import Iterator, Sequence
from html import escape

from assessor.domain.figures import NOTHING, show, show_change
from assessor.domain.instrument import PILLAR_NAMES
from assessor.domain.panel import PanelAnswer
from assessor.domain.records import PublishedResult
from assessor.domain.score import Score
from assessor.services.region_report import ProgrammeReport, RegionReport
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.screens.results.account import account_of
from ui.screens.results.columns import union
from ui.screens.results.compare_page import ComparisonContent
from ui.screens.results.desk import RegionRead
from ui.screens.results.html_table import html_table
from ui.screens.results.region_charts import (
    bars_chart,
    comparison_chart,
    radar_chart,
    spread_chart,
    trend_chart,
)
from ui.screens.results.region_head import HeadContent
from ui.screens.results.region_page import RegionContent
from ui.screens.results.region_tabs import ChartContent, FiguresContent, ProgrammesContent
from ui.screens.results.words import (
    BETWEEN,
    change_in_words,
    exact,
    notice_of,
    panel_in_words,
    rank_in_words,
)
from ui.widgets.words_table import Table


def region_content(read: RegionRead) -> RegionContent:
    """Return a region's page."""
    report = read.report
    return RegionContent(
        head=_head(report),
        figures=FiguresContent(radar_chart(report), bars_chart(report)),
        account=account_of(report),
        programmes=_programmes(report),
        panel=_panel(report),
        years=_years(report, read.trend),
    )


def comparison_content(reports: Sequence[RegionReport]) -> ComparisonContent:
    """Return two to four regions side by side."""
    dimensions = union([one.instrument for one in reports])
    means = [{one.dimension.key: one.mean for one in each.result.dimensions} for each in reports]
    rows = (
        (_("Rank"), *map(rank_in_words, reports)),
        (_("Index"), *(show(one.result.final) for one in reports)),
        *(
            (some[0].name.in_language(language()), *(show(each.get(key)) for each in means))
            for key, some in dimensions.items()
        ),
        (_("Improvement"), *map(change_in_words, reports)),
        (_("Cohort"), *(one.participant.cohort.name for one in reports)),
        (_("Panel"), *map(panel_in_words, reports)),
        (_("State"), *(_("PROVISIONAL") if one.is_provisional else _("final") for one in reports)),
    )
    headings = ("", *(one.participant.region.name for one in reports))
    return ComparisonContent(notice_of(reports), comparison_chart(reports), Table(headings, rows))


def _head(report: RegionReport) -> HeadContent:
    participant, instrument = report.participant, report.instrument
    return HeadContent(
        region=participant.region.name,
        facts=BETWEEN.join(
            (
                participant.region.province,
                participant.cohort.name,
                instrument.name.in_language(language()),
            )
        ),
        notice=notice_of((report,)),
        figures=(
            (_("Index"), show(report.result.final)),
            (_("Rank"), rank_in_words(report)),
            (_("Improvement"), show_change(report.improvement)),
            (_("Panel"), f"{len(report.assessments)}/{report.expected}"),
        ),
    )


def _programmes(report: RegionReport) -> ProgrammesContent:
    headings = (_("Programme"), _("Pillar"), _("Mean"), _("Lowest"), _("Highest"), _("Notes"))
    words = (
        _("A programme's mean is that of the panel's values; it enters no index by itself.")
        if report.programmes
        else _("There is no quick-win programme with a score yet.")
    )
    return ProgrammesContent(
        hint=words,
        table=Table(headings, tuple(map(_programme_row, report.programmes)), frozenset({0, 1})),
        details=tuple(_programme_details(report, one) for one in report.programmes),
    )


def _programme_row(one: ProgrammeReport) -> tuple[str, ...]:
    known = [value for value in one.values.values() if value is not None]
    return (
        one.programme.name,
        PILLAR_NAMES[one.programme.pillar],
        show(one.mean),
        exact(min(known, default=None)),
        exact(max(known, default=None)),
        str(len(one.notes)),
    )


def _programme_details(report: RegionReport, one: ProgrammeReport) -> str:
    questions = report.instrument.questions
    rows = tuple(
        (questions[key].text.in_language(language()), exact(value))
        for key, value in one.values.items()
    )
    notes = "".join(f"<p><b>{escape(who.name)}:</b> {escape(note)}</p>" for who, note in one.notes)
    return f"<h4>{escape(one.programme.name)}</h4>{_lines(rows)}{notes}"


def _lines(rows: tuple[tuple[str, str], ...]) -> str:
    return html_table(Table((_("Question"), _("Value")), rows))


def _panel(report: RegionReport) -> ChartContent:
    names = ", ".join(one.assessor.name for one in report.assessments)
    apart = sorted((one for one in report.answers if one.spread), key=lambda one: -one.spread)
    if not report.assessments:
        words = _("Nobody has scored this region yet.")
    elif not apart:
        words = _("The assessors give the same points everywhere, or only one has scored.")
    else:
        words = _(
            "Below: the questions on which they differ, the widest first; scores in the order "
            "{assessors}."
        ).format(assessors=names)
    headings = (_("Question"), _("Scores"), _("Spread"), _("Counts"))
    return ChartContent(
        hint=words,
        heading=_("Spread of the panel"),
        chart=spread_chart(report) if report.assessments else None,
        table=Table(headings, tuple(_answer_row(report, one) for one in apart)),
        table_name=_("Questions on which the panel lies apart"),
    )


def _answer_row(report: RegionReport, answer: PanelAnswer) -> tuple[str, ...]:
    question = report.instrument.questions[answer.key.question]
    names = {one.programme.id: one.programme.name for one in report.programmes}
    text = question.text.in_language(language())
    if answer.key.programme is not None:
        text = f"{names[answer.key.programme]}: {text}"
    settled = None if answer.moderation is None else answer.moderation.settled
    return (
        text,
        BETWEEN.join(_score(score) for _who, score in answer.said),
        str(answer.spread),
        exact(answer.mean) if settled is None else _("{value} settled").format(value=show(settled)),
    )


def _score(score: Score) -> str:
    if score.is_not_applicable:
        return _("N/A")
    return NOTHING if score.points is None else str(score.points)


def _years(report: RegionReport, trend: Sequence[PublishedResult]) -> ChartContent:
    words = ngettext(
        "{count} year is known in this workspace or was published.",
        "{count} years are known in this workspace or were published.",
        len(trend),
    ).format(count=len(trend))
    return ChartContent(
        hint=words if trend else _("No index of this region is known yet, of any year."),
        heading=_("Index over the years"),
        chart=trend_chart(report, trend) if trend else None,
        table=Table(
            (_("Year"), _("Index"), _("State"), _("Source")),
            tuple(_year_rows(trend)),
            frozenset({0, 2, 3}),
        ),
        table_name=_("The index of every year that is known"),
    )


def _year_rows(trend: Sequence[PublishedResult]) -> Iterator[tuple[str, ...]]:
    for one in trend:
        state = _("PROVISIONAL") if one.is_provisional else ""
        yield (str(one.year), show(one.final), state, one.source or _("unknown source"))
