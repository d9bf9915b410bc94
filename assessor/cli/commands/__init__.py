"""The commands, one module each, in the order of the help."""

from collections.abc import Mapping
from types import MappingProxyType

from assessor.cli.arguments import Command
from assessor.cli.commands import (
    audit,
    backup,
    check,
    demo,
    dump,
    letter,
    merge,
    print_summaries,
    results,
    self_test,
    sheets,
    unmerge,
)
from assessor.cli.printing import BeginPrinting


def commands(begin_printing: BeginPrinting) -> Mapping[str, Command]:
    """Return all commands by name; those about papers have them drawn by what that returns."""
    made = (
        demo.COMMAND,
        sheets.COMMAND,
        merge.COMMAND,
        unmerge.COMMAND,
        results.COMMAND,
        letter.command(begin_printing),
        print_summaries.command(begin_printing),
        audit.COMMAND,
        dump.COMMAND,
        backup.COMMAND,
        check.COMMAND,
        self_test.COMMAND,
    )
    return MappingProxyType({command.name: command for command in made})
