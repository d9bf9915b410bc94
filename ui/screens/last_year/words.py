"""What the screen says of rows and tables."""

from assessor.domain.figures import show, show_date, show_signed
from assessor.domain.region_names import MatchKind
from assessor.domain.taking_in import CheckedRow, RowState, TakenTable
from assessor.services.published import PublishedPreview
from resources.i18n import gettext as _
from resources.i18n import language, ngettext


def headings() -> tuple[str, ...]:
    """Return what stands above the columns."""
    return (
        _("Printed name"),
        _("Region"),
        _("What happens"),
        _("Index"),
        _("Recomputed"),
        _("Improvement"),
        _("Recomputed"),
    )


def cells(one: CheckedRow) -> tuple[str, ...]:
    """Return a row of the table."""
    return (
        one.row.name,
        "" if one.region is None else one.region.name,
        what_happens(one),
        show(one.row.final),
        show(one.recomputed),
        show_signed(one.row.improvement),
        show_signed(one.improvement),
    )


def what_happens(one: CheckedRow) -> str:
    """Return what becomes of a row, and whether its figures follow."""
    if one.state is RowState.DOUBTFUL:
        return _doubt(one.match.kind)
    if one.state is RowState.TAKEN:
        return _taken(one)
    return {
        RowState.TWICE: _("To decide: another row means the same region"),
        RowState.LEFT_OUT: _("Left out"),
        RowState.OTHER_COHORT: _("Skipped: another instrument"),
        RowState.ABSENT: _("Skipped: did not take part"),
        RowState.NO_INDEX: _("Skipped: no index"),
    }[one.state]


def _taken(one: CheckedRow) -> str:
    if one.follows:
        return _("Taken; follows")
    if one.recomputed is None:
        return _("Taken; a dimension is missing, so nothing can be recomputed")
    if one.follows_in_index:
        return _("Taken; the improvement does not follow")
    if one.follows_in_improvement:
        return _("Taken; the index does not follow")
    return _("Taken; index and improvement do not follow")


def _doubt(kind: MatchKind) -> str:
    return {
        MatchKind.EXACT: _("To decide"),
        MatchKind.AMBIGUOUS_KIND: _("To decide: there is a kabupaten and a kota of this name"),
        MatchKind.WRONG_KIND: _("To decide: kabupaten and kota mixed up"),
        MatchKind.CODE_DISAGREES: _("To decide: code and name belong to different regions"),
        MatchKind.NEAR_MISS: _("To decide: there are similar names"),
        MatchKind.UNKNOWN: _("To decide: no region of this name"),
    }[kind]


def summary(preview: PublishedPreview) -> str:
    """Return how many rows come out how, and what would be replaced."""
    taken, wrong, open_ones = (
        len(some) for some in (preview.taken, preview.mismatches, preview.undecided)
    )
    parts = [
        ngettext("{number} row is taken.", "{number} rows are taken.", taken).format(number=taken),
        ngettext(
            "{number} of them does not follow from its dimensions; it is taken as printed.",
            "{number} of them do not follow from their dimensions; they are taken as printed.",
            wrong,
        ).format(number=wrong)
        if wrong
        else _("All of them follow from their dimensions."),
        ngettext("{number} row is skipped.", "{number} rows are skipped.", preview.skipped).format(
            number=preview.skipped
        ),
    ]
    if open_ones:
        text = ngettext(
            "{number} row is for you to decide: choose it, then say which region it means.",
            "{number} rows are for you to decide: choose each, then say which region it means.",
            open_ones,
        )
        parts.append(text.format(number=open_ones))
    if preview.replaces is not None:
        text = _("It takes the place of the table taken in from {source}.")
        parts.append(text.format(source=preview.replaces.source))
    return " ".join(parts)


def table_text(table: TakenTable) -> str:
    """Return one line about a table that was taken in."""
    day = show_date(table.at.astimezone().date(), language())
    text = ngettext(
        "{year}, {instrument}: {number} region from {source}; {when}",
        "{year}, {instrument}: {number} regions from {source}; {when}",
        table.regions,
    )
    wrong = len(table.audit.get("mismatches", ()))
    line = text.format(
        year=table.year,
        instrument=table.instrument,
        number=table.regions,
        source=table.source,
        when=f"{day}, {table.who}" if table.who else day,
    )
    if not wrong:
        return line
    remark = ngettext("{number} does not follow", "{number} do not follow", wrong)
    return f"{line}; {remark.format(number=wrong)}"
