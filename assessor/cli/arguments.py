"""The words of a command line: options as GNU programs take them, refused in plain sentences."""

import getopt
import os
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Final

from assessor.cli.problems import WrongUsage
from assessor.cli.terminal import Terminal
from resources.i18n import LANGUAGES, N_, language_of
from resources.i18n import gettext as _

WORKSPACE_VARIABLE: Final = "ASSESSOR_WORKSPACE"
LANGUAGE_VARIABLE: Final = "ASSESSOR_LANGUAGE"
WHOLE_NUMBER: Final = re.compile("[+-]?[0-9]{1,18}")
HELP: Final = ("-h", "--help")


@dataclass(frozen=True, slots=True)
class Option:
    """One option; `value` is what stands for its value in the help, "" for a switch."""

    name: str
    help: str
    value: str = ""
    is_required: bool = False
    is_repeatable: bool = False
    variable: str = ""
    """The environment variable that is taken where the option is missing."""

    @property
    def shown(self) -> str:
        """The option with what stands for its value, in the language in use."""
        return f"{self.name} {_(self.value)}" if self.value else self.name


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was said on the line, by option."""

    values: Mapping[str, tuple[str, ...]]
    operands: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """Return whether an option was given."""
        return name in self.values

    def all(self, name: str) -> tuple[str, ...]:
        """Return the values of a repeatable option."""
        return self.values.get(name, ())

    def text(self, name: str) -> str | None:
        """Return the value of an option, None where it was not given."""
        return next(iter(self.all(name)), None)

    def path(self, name: str) -> Path | None:
        """Return the value of an option as a path."""
        text = self.text(name)
        return None if text is None else Path(text)

    @property
    def workspace(self) -> Path:
        """The workspace of a command that needs one."""
        return Path(self.values["--workspace"][0])

    def choice(self, name: str, allowed: Collection[str]) -> str | None:
        """Return the value of an option that takes one of a few. Raises WrongUsage."""
        text = self.text(name)
        if text is not None and text not in allowed:
            raise WrongUsage(
                _("{option} takes one of {allowed}, not “{found}”.").format(
                    option=name, allowed=", ".join(allowed), found=text
                )
            )
        return text

    def whole_number(self, name: str, allowed: range | None = None) -> int | None:
        """Return the value of an option that takes a whole number. Raises WrongUsage."""
        text = self.text(name)
        if text is None:
            return None
        if not WHOLE_NUMBER.fullmatch(text):
            raise WrongUsage(
                _("{option} takes a whole number, not “{found}”.").format(option=name, found=text)
            )
        number = int(text)
        if allowed is not None and number not in allowed:
            raise WrongUsage(
                _("{option} takes a number from {low} to {high}, not {found}.").format(
                    option=name, low=allowed[0], high=allowed[-1], found=number
                )
            )
        return number


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done from a terminal; `run` returns the exit status."""

    name: str
    summary: str
    run: Callable[[Arguments, Terminal], int]
    options: tuple[Option, ...] = ()
    operand: str = ""
    """What stands for the word beside the options, "" where there is none."""
    takes_many: bool = False
    """Whether that word can stand there several times."""


WORKSPACE: Final = Option(
    "--workspace",
    N_("The workspace file. Without it, ASSESSOR_WORKSPACE names it."),
    N_("FILE"),
    is_required=True,
    variable=WORKSPACE_VARIABLE,
)
JSON: Final = Option("--json", N_("Answer with one JSON document."))
LANGUAGE: Final = Option(
    "--language",
    N_("The language of the sentences. Without it, ASSESSOR_LANGUAGE says it, else Indonesian."),
    "|".join(LANGUAGES),
)
SHOW_HELP: Final = Option("--help", N_("Show this help."))
COMMON: Final = (LANGUAGE, SHOW_HELP)


def parse(command: Command, words: Sequence[str]) -> Arguments:
    """Return what the words after a command's name say. Raises WrongUsage."""
    options = {option.name: option for option in (*command.options, *COMMON)}
    found, operands = _split(words, options)
    values: dict[str, tuple[str, ...]] = {}
    for name, value in found:
        full = SHOW_HELP.name if name in HELP else name
        if full in values and not options[full].is_repeatable and options[full].value:
            raise WrongUsage(_("{option} stands there twice.").format(option=name))
        values[full] = (*values.get(full, ()), value)
    arguments = Arguments(_with_surroundings(values, options), tuple(operands))
    arguments.choice(LANGUAGE.name, LANGUAGES)
    if not arguments.has(SHOW_HELP.name):
        _require_whole(command, arguments)
    return arguments


def chosen_language(words: Sequence[str]) -> str:
    """Return the language to speak, known before anything else on the line is understood."""
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        name, _equals, value = word.partition("=")
        said = value or after
        if name == LANGUAGE.name and said in LANGUAGES:
            return said
    return language_of(os.environ.get(LANGUAGE_VARIABLE, ""))


def _split(
    words: Sequence[str], options: Mapping[str, Option]
) -> tuple[list[tuple[str, str]], list[str]]:
    long = [name.removeprefix("--") + ("=" if one.value else "") for name, one in options.items()]
    try:
        return getopt.gnu_getopt(list(words), "h", long)
    except getopt.GetoptError as error:
        name = f"--{error.opt}" if len(error.opt) > 1 else f"-{error.opt}"
        raise WrongUsage(_reason(name, options).format(option=name)) from error


def _reason(name: str, options: Mapping[str, Option]) -> str:
    if name not in options:
        return _("There is no option {option}.")
    if options[name].value:
        return _("{option} needs a value after it.")
    return _("{option} takes no value.")


def _with_surroundings(
    values: Mapping[str, tuple[str, ...]], options: Mapping[str, Option]
) -> dict[str, tuple[str, ...]]:
    filled = dict(values)
    for name, option in options.items():
        said = os.environ.get(option.variable, "") if option.variable else ""
        if said:
            filled.setdefault(name, (said,))
    return filled


def _require_whole(command: Command, arguments: Arguments) -> None:
    for option in command.options:
        if option.is_required and not arguments.text(option.name):
            raise WrongUsage(_("{option} is missing.").format(option=option.shown))
    if command.operand and not arguments.operands:
        raise WrongUsage(_("{option} is missing.").format(option=_(command.operand)))
    surplus = arguments.operands[1 if command.operand else 0 :]
    if surplus and not command.takes_many:
        raise WrongUsage(_("“{word}” is one word too many.").format(word=surplus[0]))
