"""The results of a round as a table of text."""

from collections.abc import Iterator, Sequence

from assessor.domain.figures import NOTHING, show, show_change
from assessor.domain.ids import DimensionKey
from assessor.domain.instrument import Confidence, Instrument
from assessor.domain.records import Round
from assessor.services.results import RegionResult
from resources.i18n import gettext as _
from resources.i18n import language

GAP = "  "


def results_table(
    shown: Round, lines: Sequence[RegionResult], absent: Sequence[str]
) -> Iterator[str]:
    """Yield the lines: what round it is, the regions by rank, and what has to be said of them."""
    instruments = tuple({line.instrument.id: line.instrument for line in lines}.values())
    yield shown.name
    if shown.is_demonstration:
        yield _("Demonstration: all scores are invented.")
    for instrument in instruments:
        yield f"{instrument.name.in_language(language())} ({_confidence(instrument.confidence)})"
    yield ""
    yield from _aligned(_rows(instruments, lines))
    yield from _remarks(lines, absent)


def _confidence(confidence: Confidence) -> str:
    return {
        Confidence.PRINTED: _("weights printed in a letter"),
        Confidence.INFERRED: _("weights inferred, not printed"),
        Confidence.UNCONFIRMED: _("weights and rounding not confirmed"),
        Confidence.OWN: _("an instrument of your own"),
    }[confidence]


def _rows(
    instruments: Sequence[Instrument], lines: Sequence[RegionResult]
) -> Iterator[tuple[str, ...]]:
    names = {
        dimension.key: dimension.name.in_language(language())
        for instrument in instruments
        for dimension in instrument.dimensions
    }
    yield (_("Rank"), _("Region"), *names.values(), _("Index"), _("Improvement"), "")
    for line in sorted(lines, key=lambda one: (one.rank is None, one.rank or 0)):
        yield _row(line, tuple(names))


def _row(line: RegionResult, dimensions: Sequence[DimensionKey]) -> tuple[str, ...]:
    means = {one.dimension.key: one.mean for one in line.result.dimensions}
    return (
        NOTHING if line.rank is None else str(line.rank),
        line.participant.region.name,
        *(show(means.get(key)) for key in dimensions),
        show(line.result.final),
        show_change(line.improvement),
        _("PROVISIONAL") if line.result.is_provisional else "",
    )


def _aligned(rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    known = list(rows)
    widths = [max(map(len, column)) for column in zip(*known, strict=True)]
    for rank, region, *figures, remark in known:
        cells = [rank.rjust(widths[0]), region.ljust(widths[1])]
        cells += [cell.rjust(width) for cell, width in zip(figures, widths[2:-1], strict=True)]
        yield GAP.join((*cells, remark)).rstrip()


def _remarks(lines: Sequence[RegionResult], absent: Sequence[str]) -> Iterator[str]:
    changes = [line.improvement for line in lines if line.improvement is not None]
    if any(change.recomputed is None or change.differs for change in changes):
        yield ""
        yield _(
            "In brackets: the difference of the two printed indices, where last year's index "
            "cannot be recomputed or gives another figure."
        )
    if absent:
        yield ""
        yield _("Not taking part: {regions}").format(regions=", ".join(absent))
