"""The window around the screens: menus, title, status bar. It knows no service and no screen."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget

from resources.i18n import gettext as _
from ui.building import fit_to_screen, named
from ui.screen import Screen
from ui.theme import ThemeChoice, set_role
from ui.widgets.drop_zone import DropZone
from ui.widgets.focus_keys import FocusKeys
from ui.window_actions import WindowActions
from ui.window_menus import WindowMenus

FIRST_SIZE: Final = (1280, 700)
SMALLEST_SIZE: Final = (680, 380)
"""Pixels; a laptop of 1366 x 768 has no more of them at 200 %."""


class MainWindow(QMainWindow):
    """Shows one screen at a time and offers its actions beside the window's own."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    recent_chosen = Signal(str)
    files_dropped = Signal(list)
    """Paths of files and folders, wherever on the window they were dropped."""
    first_painted = Signal()
    """Once, when the window stands on the screen: what can wait may begin."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(*SMALLEST_SIZE)
        fit_to_screen(self, *FIRST_SIZE)
        self.actions_ = WindowActions(self)
        self.may_close: Callable[[], bool] = lambda: True
        """Asked when the window is to close; saves what is being typed, stops what runs."""
        self._screen: Screen | None = None
        self._workspace: Path | None = None
        self._round = ""
        self._was_painted = False
        self._saved_at: dt.datetime | None = None
        self._screens = QStackedWidget()
        self.setCentralWidget(self._screens)
        self._menus = WindowMenus(self, self.actions_)
        self._menus.language_chosen.connect(self.language_chosen)
        self._menus.theme_chosen.connect(self.theme_chosen)
        self._menus.recent_chosen.connect(self.recent_chosen)
        self._fill_menus()
        self._build_status_bar()
        self._focus_keys = FocusKeys(self)
        self._drop_zone = DropZone(self)
        self._drop_zone.dropped.connect(self.files_dropped)
        self.actions_.quit.triggered.connect(self.close)
        self.retranslate()

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is shown now."""
        return self._screen

    @property
    def was_painted(self) -> bool:
        """Whether the window has stood on the screen."""
        return self._was_painted

    def show_screen(self, screen: Screen) -> None:
        """Show `screen` in place of the one before, which saves what is being typed."""
        if screen is self._screen:
            return
        if self._screen is not None:
            self._screen.leave()
        self._screen = screen
        if self._screens.indexOf(screen.widget) < 0:
            self._screens.addWidget(screen.widget)
        self._screens.setCurrentWidget(screen.widget)
        self._fill_menus()

    def forget_screens(self) -> None:
        """Let go of every screen: another workspace comes."""
        self._screen = None
        while (widget := self._screens.widget(0)) is not None:
            self._screens.removeWidget(widget)
            widget.deleteLater()
        self._fill_menus()

    def show_workspace(self, path: Path | None) -> None:
        """Name the workspace in title and status bar; what needs one is off without."""
        self._workspace = path
        self._drop_zone.is_offered = path is not None
        self._round, self._saved_at = "", None
        self._fill_menus()
        for action in self.actions_.of_workspace():
            action.setEnabled(path is not None)
        self._show_state()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer the workspaces opened before."""
        self._menus.show_recent(paths)

    def show_saved(self, at: dt.datetime) -> None:
        """Prove that the last change is on disk since `at`, local time."""
        self._saved_at = at
        self._show_state()

    def show_round(self, name: str) -> None:
        """Name the round in the title; "" while none is open."""
        self._round = name
        self._fill_menus()
        self._show_state()

    def show_message(self, text: str) -> None:
        """Say something that need not be answered, below, until the next."""
        self.statusBar().showMessage(text)

    def show_choices(self, language: str, theme: ThemeChoice) -> None:
        """Tick the language and the theme in use."""
        self._menus.show_choices(language, theme)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.actions_.retranslate()
        self._menus.retranslate()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Once it stands on the screen, files can be dropped on it."""
        super().showEvent(event)
        self._drop_zone.watch()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as always, and tell of the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once nothing is lost by it."""
        if self._screen is not None:
            self._screen.leave()
        event.setAccepted(self.may_close())

    def _fill_menus(self) -> None:
        offered = {} if self._screen is None else self._screen.menu_actions()
        self._menus.fill(offered, is_round_open=bool(self._round))

    def _build_status_bar(self) -> None:
        self._saved, self._place = named(QLabel(), "saved"), named(QLabel(), "workspace")
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for label in (self._saved, self._place):
            set_role(label, "hint")
            bar.addPermanentWidget(label)

    def _show_state(self) -> None:
        product = _("Smart City Assessor")
        name = self._workspace.stem if self._workspace else ""
        self.setWindowTitle(" – ".join(part for part in (self._round, name, product) if part))
        self._place.setText(name)
        self._place.setToolTip(str(self._workspace or ""))
        at = self._saved_at
        self._saved.setText(_("saved {time}").format(time=f"{at:%H:%M:%S}") if at else "")
