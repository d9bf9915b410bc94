"""What a row of the annex has to say beside its figures, and the paragraphs that explain it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assessor.domain.annex import wording
from assessor.domain.annex.records import AnnexFacts, AnnexLayout, AnnexRegion
from assessor.domain.figures import show_signed
from assessor.domain.paper_words import CONFIDENCE


def mark_of(region: AnnexRegion, layout: AnnexLayout) -> str:
    """Return what the last column says of a region's figures, "" where there is nothing to say."""
    if not region.takes_part:
        return ""
    if region.is_hidden:
        return wording.MARK_HIDDEN
    marks = []
    if region.final is None:
        marks.append(wording.MARK_INCOMPLETE)
    elif region.is_provisional:
        marks.append(wording.MARK_PROVISIONAL)
    if layout is AnnexLayout.IMPROVEMENT:
        marks += _marks_of_improvement(region)
    return ", ".join(marks)


def _marks_of_improvement(region: AnnexRegion) -> Iterator[str]:
    if region.improvement is None:
        return
    if region.rests_on_provisional:
        yield wording.MARK_LAST_YEAR
    if region.improvement.recomputed is None:
        yield wording.MARK_UNKNOWN
    elif region.improvement.differs:
        yield wording.MARK_DIFFERS


def remarks_of(facts: AnnexFacts, layout: AnnexLayout) -> Iterator[str]:
    """Yield what stands under the table: how sure the weights are, and what the marks mean."""
    present = [one for one in facts.regions if one.takes_part]
    instruments = {one.instrument.checksum: one.instrument for one in present}
    for instrument in instruments.values():
        if not instrument.is_official:
            name = instrument.name.indonesian
            yield f"{name}: {CONFIDENCE[instrument.confidence]}"
    if any(one.final is None and not one.is_hidden for one in present):
        yield wording.ABOUT_INCOMPLETE
    if layout is AnnexLayout.IMPROVEMENT:
        yield from _about_improvements(present, facts.round.year)


def _about_improvements(present: Sequence[AnnexRegion], year: int) -> Iterator[str]:
    changes = [(one, one.improvement) for one in present if one.improvement is not None]
    years = {"last": year - 1, "this": year}
    if any(one.rests_on_provisional for one, _change in changes):
        yield wording.ABOUT_LAST_YEAR.format(**years)
    differing = [(one.name, change.of_finals) for one, change in changes if change.differs]
    if differing:
        yield wording.ABOUT_DIFFERS.format(**years, differences=_listed(differing))
    unknown = [(one.name, change.of_finals) for one, change in changes if change.recomputed is None]
    if unknown:
        yield wording.ABOUT_UNKNOWN.format(**years, differences=_listed(unknown))


def _listed(differences: Sequence[tuple[str, Decimal]]) -> str:
    return "; ".join(f"{name} {show_signed(value)}" for name, value in differences)
