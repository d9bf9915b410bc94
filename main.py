"""Starts the window, or hands a command to the command line; joins the outermost parts."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from resources.i18n import gettext as _
from resources.i18n import language_of, use_language

if TYPE_CHECKING:
    from assessor.cli.printing import Printing

FOLDERS = PlatformDirs("smart-city-assessor", appauthor=False)
WORKSPACE_VARIABLE = "ASSESSOR_WORKSPACE"
WORKSPACE_NAME = "workspace.sqlite"
HELP = ("-h", "--help", "--version")
USAGE_STATUS = 2


class WrongUsageError(Exception):
    """Arguments that the window does not know."""


def main(arguments: list[str]) -> int:
    """Run the command named first, or show the window where none is; return the exit status."""
    use_language(language_of(locale_name()))
    if arguments and (not arguments[0].startswith("-") or arguments[0] in HELP):
        # Commands start without Qt, and the window without what only commands need.
        from assessor.cli import run

        return run(arguments, begin_printing)
    try:
        workspace = chosen_workspace(arguments)
    except WrongUsageError as error:
        sys.stderr.write(
            _(
                "“{argument}” is not understood. Use --workspace FILE to open a workspace, "
                "or --help to see all commands."
            ).format(argument=error)
            + "\n"
        )
        return USAGE_STATUS
    return show_window(workspace)


def begin_printing() -> "Printing":
    """Load what draws papers for a command; only here does the command line reach Qt."""
    from ui.printing.for_commands import CommandPrinting

    return CommandPrinting()


def chosen_workspace(arguments: list[str]) -> Path:
    """Return the workspace to open: as said, else from the surroundings, else the usual one.

    Raises WrongUsageError for anything else on the line.
    """
    match arguments:
        case []:
            said = os.environ.get(WORKSPACE_VARIABLE, "")
            return Path(said) if said else FOLDERS.user_data_path / WORKSPACE_NAME
        case ["--workspace", file] if file:
            return Path(file)
        case [argument] if argument.startswith("--workspace=") and argument != "--workspace=":
            return Path(argument.removeprefix("--workspace="))
        case ["--workspace", _file, strange, *_rest]:
            raise WrongUsageError(strange)
        case _:
            raise WrongUsageError(arguments[0])


def show_window(workspace: Path) -> int:
    """Show the window until it is closed; 1 where no workspace could be opened."""
    # Loading code leaves no garbage; to look for some would cost a tenth of the start.
    gc.disable()
    from PySide6.QtWidgets import QApplication

    from assessor.services.surroundings import Surroundings
    from ui.application import Application, Setting
    from ui.crash import CrashHook
    from ui.preferences import Preferences
    from ui.signals import SignalWatch

    qt = QApplication(sys.argv[:1])
    hook = CrashHook(FOLDERS.user_log_path / "crash.log")
    hook.install()
    setting = Setting(
        preferences=Preferences(FOLDERS.user_config_path / "window.ini"),
        surroundings=Surroundings.real(),
        language=language_of(locale_name()),
    )
    application = Application(qt, setting)
    # Windows ends a program in other ways, and its pipes cannot be waited for.
    watch = SignalWatch(qt) if os.name == "posix" else None
    if not application.start(Path(os.path.realpath(workspace))):
        return 1
    application.window.first_painted.connect(collect_garbage)
    status = qt.exec()
    if watch is not None:
        watch.stop()
    return status


def collect_garbage() -> None:
    """Look for garbage from now on, but not among what was loaded: all of that stays."""
    gc.freeze()
    gc.enable()


def locale_name() -> str:
    """Return the locale of the surroundings as POSIX names it, "" where none is set."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "")


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A packed program starts itself to read sheets in processes of their own.
        from multiprocessing import freeze_support

        freeze_support()
    raise SystemExit(main(sys.argv[1:]))
