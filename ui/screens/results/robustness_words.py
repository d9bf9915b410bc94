"""How firmly ranks stand, in words that need no statistics."""

from assessor.domain.figures import show_count
from assessor.domain.records import Round
from assessor.services.robustness import DrawOrder, RankRobustness, RoundRobustness, Span, Stage
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.screens.results.words import BETWEEN, instrument_notices, invented_text


def explanation(draws: int) -> str:
    """Return what was tried and what it tells, in two sentences."""
    words = _(
        "The computer changed the weight of every dimension at random by up to a quarter, {draws} "
        "times, and left out each assessor in turn, and ranked all regions anew every time. A rank "
        "that hardly moves depends neither on the exact weights nor on a single person; where "
        "ranks move far, regions close to each other are best taken as about equal."
    )
    return words.format(draws=show_count(draws, language()))


def advice() -> str:
    """Return what it is not."""
    return _(
        "This is advice for the team. The official rank follows from the final index of two "
        "decimals alone, and nothing of this stands in a letter or an annex."
    )


def basis(found: RoundRobustness) -> str:
    """Return what it rests on, so that anybody can repeat it."""
    words = ngettext(
        "{ranked} region is ranked. {draws} draws, seed {seed}: the same seed gives the same "
        "ranges again.",
        "{ranked} regions are ranked. {draws} draws, seed {seed}: the same seed gives the same "
        "ranges again.",
        len(found.regions),
    )
    return words.format(
        ranked=len(found.regions),
        draws=show_count(found.order.draws, language()),
        seed=found.order.seed,
    )


def notice(found: RoundRobustness, shown: Round) -> str:
    """Return what it lacks: real scores, final ones, a printed instrument, regions kept from me."""
    provisional = _("Some of these figures are provisional; their ranks may still change.")
    parts = (
        invented_text(shown),
        provisional if found.is_provisional else "",
        instrument_notices(found.instruments),
        _left_out(found.hidden),
    )
    return BETWEEN.join(part for part in parts if part)


def region_text(found: RankRobustness, order: DrawOrder) -> str:
    """Return how firmly one region's rank stands, in two sentences."""
    return " ".join((_drawn_text(found, order), _left_out_text(found)))


def stage_text(stage: Stage, done: int, total: int) -> str:
    """Return what is being done and how far it is."""
    words = {
        Stage.ASSESSORS: _("Leaving one assessor out after the other: region {done} of {total}"),
        Stage.WEIGHTS: _("Drawing weights: {done} of {total}"),
    }[stage]
    shown = language()
    return words.format(done=show_count(done, shown), total=show_count(total, shown))


def span_text(span: Span) -> str:
    """Return ranks as they stand in a column: "2–4", or "3" for one alone."""
    return str(span.best) if span.best == span.worst else f"{span.best}–{span.worst}"


def share_text(kept: int, draws: int) -> str:
    """Return a part of the draws in percent, rounded down: 100 % means all of them."""
    return f"{100 * kept // draws} %"


def alone_text() -> str:
    """Return, for a column, that nobody can be left out."""
    return _("one assessor only")


def _left_out(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "{number} region is left out: you have begun it and not locked your assessment of it.",
        "{number} regions are left out: you have begun them and not locked your assessments "
        "of them.",
        number,
    )
    return words.format(number=number)


def _drawn_text(found: RankRobustness, order: DrawOrder) -> str:
    span = found.drawn
    words = (
        _(
            "With other weights the rank is {best} in at least 95 % of {draws} draws "
            "(seed {seed}); {share} of them give rank {rank} again."
        )
        if span.best == span.worst
        else _(
            "With other weights the rank stays between {best} and {worst} in at least 95 % of "
            "{draws} draws (seed {seed}); {share} of them give rank {rank} again."
        )
    )
    return words.format(
        rank=found.rank,
        best=span.best,
        worst=span.worst,
        draws=show_count(order.draws, language()),
        seed=order.seed,
        share=share_text(found.kept, order.draws),
    )


def _left_out_text(found: RankRobustness) -> str:
    span = found.left_out
    if span is None:
        return _("One assessor alone carries the index, so nobody can be left out.")
    words = (
        _("With any one assessor left out it is {best}.")
        if span.best == span.worst
        else _("With any one assessor left out it stays between {best} and {worst}.")
    )
    return words.format(best=span.best, worst=span.worst)
