"""Why this figure: the derivation of a region's index, line by line, as rich text."""

from collections.abc import Iterator
from html import escape

from assessor.domain.derivation import Derivation, DimensionStep, ImprovementDerivation
from assessor.domain.figures import NOTHING, show, show_exact, show_fraction, show_signed
from assessor.domain.instrument import RoundingRule
from assessor.services.region_report import RegionReport
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.screens.results.html_table import html_table
from ui.screens.results.words import rank_in_words
from ui.widgets.words_table import Table
from ui.wording import confidence_text


def account_of(report: RegionReport) -> str:
    """Return the whole derivation as HTML, without any colour."""
    return "\n".join(_parts(report))


def rule_text(rule: RoundingRule) -> str:
    """Return how an index is rounded, in a sentence."""
    if rule is RoundingRule.COMPONENTS:
        return _(
            "Each contribution is rounded half up to two decimals; the index is the sum of the "
            "rounded contributions."
        )
    return _(
        "Contributions are not rounded; only their sum is rounded half up to two decimals, "
        "which gives the index."
    )


def _parts(report: RegionReport) -> Iterator[str]:
    yield _heading(_("1. The dimensions"))
    yield _paragraph(
        _(
            "A dimension is the simple mean of its questions that have a value, rounded half up "
            "to two decimals. A question's value is the mean of the assessors' scores, or what "
            "the panel settled; blank and not applicable do not count."
        )
    )
    yield from _settled(report)
    yield html_table(_dimensions(report.derivation))
    yield _heading(_("2. The index"))
    yield from (_paragraph(line) for line in _index(report))
    yield _heading(_("3. The improvement"))
    if report.improvement_derivation is None:
        yield _paragraph(_("There is no improvement: no index, or none of the year before."))
    else:
        yield from _improvement(report, report.improvement_derivation)
    yield _heading(_("What it rests on"))
    yield from (_paragraph(line) for line in _basis(report))


def _settled(report: RegionReport) -> Iterator[str]:
    settled = sum(
        one.moderation is not None and one.moderation.settled is not None for one in report.answers
    )
    if settled:
        words = ngettext(
            "{count} value was settled by the panel and counts instead of the mean.",
            "{count} values were settled by the panel and count instead of the mean.",
            settled,
        )
        yield _paragraph(words.format(count=settled))


def _dimensions(derivation: Derivation) -> Table:
    rounds_parts = derivation.rounding is RoundingRule.COMPONENTS
    headings = (
        _("Dimension"),
        _("Questions that count"),
        _("Sum of their values"),
        _("Mean"),
        _("Rounded"),
        _("Weight"),
        _("Rounded × weight"),
        *((_("Contribution"),) if rounds_parts else ()),
    )
    return Table(headings, tuple(_row(step, rounds_parts) for step in derivation.steps))


def _row(step: DimensionStep, rounds_parts: bool) -> tuple[str, ...]:
    counted = _("{counted} of {questions}").format(counted=step.counted, questions=len(step.values))
    return (
        step.dimension.name.in_language(language()),
        counted,
        show_fraction(step.sum) if step.counted else NOTHING,
        show_fraction(step.exact_mean),
        show(step.mean),
        f"{step.dimension.weight} %",
        show_exact(step.product),
        *((show(step.contribution),) if rounds_parts else ()),
    )


def _index(report: RegionReport) -> Iterator[str]:
    derivation = report.derivation
    yield rule_text(derivation.rounding)
    if derivation.final is None:
        yield _("There is no index yet: a dimension has no value, and nothing is put in its place.")
        return
    yield _sum(derivation)
    rank = _("Rank by this index of two decimals: {rank}. Equal indices share a rank.")
    yield rank.format(rank=rank_in_words(report))


def _sum(derivation: Derivation) -> str:
    """Return "0,31 + 0,44 = 0,75", and what the last rounding makes of it."""
    parts = " + ".join(show_exact(step.contribution) for step in derivation.steps)
    total = f"{parts} = {show_exact(derivation.sum)}"
    if derivation.rounding is RoundingRule.COMPONENTS:
        return _("Index = {sum}").format(sum=total)
    return _("Index = {sum}, rounded {index}").format(sum=total, index=show(derivation.final))


def _improvement(report: RegionReport, derivation: ImprovementDerivation) -> Iterator[str]:
    previous, final = derivation.previous, show(report.result.final)
    source = previous.source or _("unknown source")
    facts = {"year": previous.year, "printed": show(previous.final), "source": source}
    yield _paragraph(_("Index of {year}: {printed} ({source}).").format(**facts))
    if previous.is_provisional:
        yield _paragraph(_("Last year's index is provisional."))
    change, recomputed = derivation.improvement, derivation.recomputed
    if recomputed is None or change.recomputed is None:
        yield _paragraph(
            _(
                "Its dimensions are not known, so it cannot be recomputed. The difference of the "
                "two printed indices is {final} − {printed} = {change}; it is not the improvement "
                "by the rule."
            ).format(final=final, change=show_signed(change.of_finals), **facts)
        )
        return
    yield _paragraph(
        _(
            "By the rule it is computed again from its rounded dimensions with its own weights, "
            "but rounded as this year's index is."
        )
    )
    yield html_table(_last_year(recomputed))
    yield _paragraph(_sum(recomputed))
    yield _paragraph(
        _("Improvement = {final} − {recomputed} = {change}").format(
            final=final, recomputed=show(recomputed.final), change=show_signed(change.recomputed)
        )
    )
    if change.differs:
        yield _paragraph(
            _(
                "Remark: the difference of the two printed indices is {final} − {printed} = "
                "{change}. The two disagree because last year's printed index does not follow "
                "from its dimensions under this year's rounding rule."
            ).format(final=final, change=show_signed(change.of_finals), **facts)
        )


def _last_year(recomputed: Derivation) -> Table:
    return Table(
        (_("Dimension"), _("Last year, rounded"), _("Weight"), _("Contribution")),
        tuple(
            (
                step.dimension.name.in_language(language()),
                show(step.mean),
                f"{step.dimension.weight} %",
                show_exact(step.contribution),
            )
            for step in recomputed.steps
        ),
    )


def _basis(report: RegionReport) -> Iterator[str]:
    instrument = report.instrument
    yield _("Instrument: {name}. {confidence}.").format(
        name=instrument.name.in_language(language()),
        confidence=confidence_text(instrument.confidence),
    )
    yield instrument.source.in_language(language())
    for one in report.assessments:
        state = _("locked") if one.is_locked else _("not locked")
        institution = one.assessor.institution or NOTHING
        yield _("{assessor} ({institution}): revision {revision}, {state}").format(
            assessor=one.assessor.name,
            institution=institution,
            revision=one.revision,
            state=state,
        )
    if report.missing:
        words = ngettext(
            "{missing} sheet is still missing.",
            "{missing} sheets are still missing.",
            report.missing,
        )
        yield words.format(missing=report.missing)


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
