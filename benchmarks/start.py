"""Start the programme on the workspace named on the command line; end after the first paint."""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

import main
from ui.main_window import MainWindow


def ending(execute: Callable[[], int]) -> Callable[[], int]:
    """Return an event loop that ends when the window stands on the screen."""

    def execute_until_painted() -> int:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow):
                widget.first_painted.connect(QApplication.quit)
        return execute()

    return execute_until_painted


if __name__ == "__main__":
    # The programme itself has no such end, and is measured as it is.
    setattr(QApplication, "exec", staticmethod(ending(QApplication.exec)))  # noqa: B010
    raise SystemExit(main.main(["--workspace", sys.argv[1]]))
