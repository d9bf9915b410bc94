"""What a command line can be: of one command, and of all."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from assessor.cli.arguments import COMMON, LANGUAGE, Command, Option
from resources.i18n import gettext as _

PROGRAM: Final = "python main.py"
WIDTH: Final = 100


def help_of_all(commands: Iterable[Command]) -> str:
    """Return the list of commands."""
    rows = [(command.name, _(command.summary)) for command in commands]
    return "\n".join(
        (
            _("{program} [--workspace FILE] opens the window.").format(program=PROGRAM),
            _("{program} COMMAND does one thing without a window:").format(program=PROGRAM),
            "",
            *_columns(rows),
            "",
            _("{program} COMMAND --help says more about one of them.").format(program=PROGRAM),
        )
    )


def help_of(command: Command) -> str:
    """Return how a command is used."""
    options = (*command.options, *COMMON)
    rows = [(option.shown, _(option.help)) for option in options]
    return "\n".join((*_usage(command), "", _(command.summary), "", *_columns(rows)))


def help_hint(command: str) -> str:
    """Return where to find help, for a command or, with "", for all."""
    line = " ".join(part for part in (PROGRAM, command, "--help") if part)
    return _("Help: {line}").format(line=line)


def _usage(command: Command) -> list[str]:
    operand = _(command.operand) if command.operand else ""
    if command.takes_many:
        operand = f"{operand}..."
    parts = [operand, *(_pattern(one) for one in (*command.options, LANGUAGE))]
    return textwrap.wrap(
        " ".join(part for part in (PROGRAM, command.name, *parts) if part),
        WIDTH,
        subsequent_indent="    ",
        break_on_hyphens=False,
    )


def _pattern(option: Option) -> str:
    if option.is_required:
        return option.shown
    return f"[{option.shown}]..." if option.is_repeatable else f"[{option.shown}]"


def _columns(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    known = list(rows)
    width = max(len(name) for name, _text in known) + 2
    for name, text in known:
        yield from textwrap.wrap(
            text,
            WIDTH,
            initial_indent=f"  {name.ljust(width)}",
            subsequent_indent=" " * (width + 2),
            break_on_hyphens=False,
        )
