"""From the words of a command line to an exit status."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from assessor import __version__
from assessor.cli.arguments import SHOW_HELP, Command, chosen_language, parse
from assessor.cli.commands import commands
from assessor.cli.help import help_hint, help_of, help_of_all
from assessor.cli.printing import BeginPrinting
from assessor.cli.problems import Refused, WrongUsage
from assessor.cli.terminal import Terminal
from assessor.domain.errors import UserError
from resources.i18n import gettext as _
from resources.i18n import use_language
from resources.i18n.sentences import sentence

DONE: Final = 0
REFUSED: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130
"""128 and the number of SIGINT, as shells say it."""


def run(argv: Sequence[str], begin_printing: BeginPrinting) -> int:
    """Do what the words say and return the exit status: 0 done, 1 refused, 2 wrong usage.

    `begin_printing` is asked for what draws papers by the commands that print some.

    Ctrl+C gives 130; what was committed or put in place before it stays.
    """
    use_language(chosen_language(argv))
    terminal = Terminal(sys.stdout, sys.stderr)
    known = commands(begin_printing)
    hint = help_hint(argv[0] if argv and argv[0] in known else "")
    status = _status(terminal, hint, lambda: _follow(terminal, argv, known))
    finished = _status(terminal, hint, lambda: _finish(terminal))
    return status or finished


def _status(terminal: Terminal, hint: str, act: Callable[[], int]) -> int:
    try:
        return act()
    except WrongUsage as error:
        terminal.complain(str(error))
        terminal.complain(hint)
        return WRONG_USAGE
    except Refused as error:
        terminal.complain(str(error))
        return REFUSED
    except UserError as error:
        terminal.complain(sentence(error))
        return REFUSED
    except KeyboardInterrupt:
        terminal.complain(_("Interrupted. What was finished before is kept, nothing is half done."))
        return INTERRUPTED


def _follow(terminal: Terminal, argv: Sequence[str], known: Mapping[str, Command]) -> int:
    match argv:
        case [] | ["-h" | "--help", *_]:
            terminal.say(help_of_all(known.values()))
        case ["--version", *_]:
            terminal.say(__version__)
        case [name, *words] if name in known:
            arguments = parse(known[name], words)
            if not arguments.has(SHOW_HELP.name):
                return known[name].run(arguments, terminal)
            terminal.say(help_of(known[name]))
        case [name, *_]:
            raise WrongUsage(_("There is no command “{name}”.").format(name=name))
    return DONE


def _finish(terminal: Terminal) -> int:
    terminal.finish()
    return DONE
