"""`audit`: recompute a published table and name every row that does not follow."""

from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from assessor.cli.arguments import JSON, Arguments, Command, Option
from assessor.cli.problems import WrongUsage
from assessor.cli.terminal import Terminal
from assessor.domain.audit import Audit, Mismatch
from assessor.domain.figures import show, show_signed
from assessor.domain.instrument import Instrument
from assessor.services.audit import TableOfYear, audit_table
from assessor.services.catalogue import shipped_instruments
from resources.i18n import N_, ngettext
from resources.i18n import gettext as _

INSTRUMENT: Final = Option(
    "--instrument", N_("The id of the instrument of the table."), "ID", is_required=True
)
PREVIOUS: Final = Option(
    "--previous", N_("Last year's table, to check the improvements against."), N_("TABLE")
)
PREVIOUS_INSTRUMENT: Final = Option(
    "--previous-instrument", N_("The id of the instrument of last year's table."), "ID"
)


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Say how many rows follow; 1 and a line for each that does not."""
    found = audit_table(*_tables(arguments))
    if arguments.has(JSON.name):
        terminal.say_document(_document(found))
    else:
        for line in _summary(found):
            terminal.say(line)
    for mismatch in found.mismatches:
        for line in _lines(mismatch):
            terminal.complain(line)
    return 1 if found.mismatches else 0


def _tables(arguments: Arguments) -> tuple[TableOfYear, TableOfYear | None]:
    known = {one.id: one for one in shipped_instruments()}
    this = _instrument(arguments, INSTRUMENT, known)
    last = _instrument(arguments, PREVIOUS_INSTRUMENT, known)
    previous = arguments.path(PREVIOUS.name)
    if this is None or (previous is None) != (last is None):
        raise WrongUsage(
            _("{option} and {other} belong together.").format(
                option=PREVIOUS.name, other=PREVIOUS_INSTRUMENT.name
            )
        )
    table = TableOfYear(Path(arguments.operands[0]), this)
    return table, None if previous is None or last is None else TableOfYear(previous, last)


def _instrument(
    arguments: Arguments, option: Option, known: dict[Any, Instrument]
) -> Instrument | None:
    chosen = arguments.choice(option.name, known)
    return None if chosen is None else known[chosen]


def _document(found: Audit) -> dict[str, Any]:
    return {
        "rows": found.rows,
        "matched": found.matched,
        "skipped": found.skipped,
        "mismatches": [
            {
                "name": one.name,
                "published": _figure(one.published),
                "recomputed": _figure(one.recomputed),
                "improvement_published": _figure(one.improvement_published),
                "improvement_recomputed": _figure(one.improvement_recomputed),
            }
            for one in found.mismatches
        ],
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def _summary(found: Audit) -> tuple[str, ...]:
    return (
        ngettext(
            "{number} row was recomputed.", "{number} rows were recomputed.", found.rows
        ).format(number=found.rows),
        ngettext("{number} row follows.", "{number} rows follow.", found.matched).format(
            number=found.matched
        ),
        ngettext(
            "{number} row was left out: another instrument, or not taking part.",
            "{number} rows were left out: another instrument, or not taking part.",
            found.skipped,
        ).format(number=found.skipped),
    )


def _lines(one: Mismatch) -> tuple[str, ...]:
    """Return what does not follow in a row: its index, its improvement, or both."""
    final = _("{name}: index printed {printed}, recomputed {recomputed}.").format(
        name=one.name, printed=show(one.published), recomputed=show(one.recomputed)
    )
    change = _("{name}: improvement printed {printed}, recomputed {recomputed}.").format(
        name=one.name,
        printed=show_signed(one.improvement_published),
        recomputed=show_signed(one.improvement_recomputed),
    )
    is_final = one.recomputed is None or one.recomputed != one.published
    is_change = one.improvement_recomputed != one.improvement_published and (
        one.improvement_recomputed is not None or not is_final
    )
    return (*([final] if is_final else []), *([change] if is_change else []))


COMMAND: Final = Command(
    "audit",
    N_("Recompute a published table (.csv or .xlsx) from its dimensions."),
    run,
    (INSTRUMENT, PREVIOUS, PREVIOUS_INSTRUMENT, JSON),
    operand=N_("TABLE"),
)
