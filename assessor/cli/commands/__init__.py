"""The commands, one module each, in the order of the help."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from assessor.cli.arguments import Command
from assessor.cli.commands import (
    audit,
    backup,
    check,
    demo,
    dump,
    merge,
    results,
    self_test,
    sheets,
    unmerge,
)

COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        module.COMMAND.name: module.COMMAND
        for module in (
            demo,
            sheets,
            merge,
            unmerge,
            results,
            audit,
            dump,
            backup,
            check,
            self_test,
        )
    }
)
