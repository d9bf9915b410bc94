"""How far the assessors of a round agree, as two tables."""

from collections.abc import Iterable

from assessor.domain.agreement import MINIMUM_PAIRS, Agreement, Leaning, Tendency
from assessor.domain.figures import show, show_signed
from assessor.domain.krippendorff import MINIMUM_UNITS, Alpha, NoAlpha
from assessor.services.agreement import RoundAgreement
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.widgets.words_table import Table


def alpha_table(found: RoundAgreement) -> Table:
    """Return Krippendorff's alpha, overall and for each dimension, or why there is none."""
    return Table(
        headings=(
            _("Dimension"),
            _("Alpha"),
            _("Compared"),
            _("Scores in them"),
            _("What it rests on"),
        ),
        rows=tuple(
            (name, show(one.alpha.value), str(one.alpha.units), str(one.alpha.scores), _rests(one))
            for name, one in _parts(found)
        ),
        left=frozenset({0, 4}),
    )


def leaning_table(found: RoundAgreement) -> Table:
    """Return how far each assessor lies above or below the others of their panels."""
    parts = tuple(_parts(found))
    return Table(
        headings=(_("Assessor"), *(name for name, _one in parts)),
        rows=tuple(
            (who.name, *(_leaning_text(one.leanings[place]) for _name, one in parts))
            for place, who in enumerate(found.assessors)
        ),
    )


def tendency_text(tendency: Tendency) -> str:
    """Return where an assessor stands, in a word."""
    return {
        Tendency.STRICT: _("stricter"),
        Tendency.IN_LINE: _("in line"),
        Tendency.LENIENT: _("more lenient"),
    }[tendency]


def _parts(found: RoundAgreement) -> Iterable[tuple[str, Agreement]]:
    yield _("All dimensions"), found.overall
    for one in found.dimensions:
        yield one.name.in_language(language()), one.agreement


def _rests(agreement: Agreement) -> str:
    alpha = agreement.alpha
    if alpha.refusal is NoAlpha.TOO_FEW:
        return _too_few(alpha)
    if alpha.refusal is NoAlpha.NO_VARIATION:
        return _(
            "No alpha: everybody gave the same value everywhere, "
            "so nothing shows whether they tell regions apart."
        )
    return _("Enough questions were scored by two or more assessors.")


def _too_few(alpha: Alpha) -> str:
    words = ngettext(
        "No alpha: {found} question was scored by two or more assessors, {needed} are needed. "
        "A figure would be chance.",
        "No alpha: {found} questions were scored by two or more assessors, {needed} are needed. "
        "A figure would be chance.",
        alpha.units,
    )
    return words.format(found=alpha.units, needed=MINIMUM_UNITS)


def _leaning_text(leaning: Leaning) -> str:
    """Return the difference with what it amounts to, and below it the number of pairs."""
    if not leaning.pairs:
        return "\n".join((show(None), _("no pairs")))
    difference = show_signed(leaning.difference)
    tendency = leaning.tendency
    if tendency is None:
        words = _("too few: {pairs} of {needed}")
        return "\n".join((difference, words.format(pairs=leaning.pairs, needed=MINIMUM_PAIRS)))
    pairs = ngettext("{pairs} pair", "{pairs} pairs", leaning.pairs).format(pairs=leaning.pairs)
    return "\n".join((f"{difference} {tendency_text(tendency)}", pairs))
