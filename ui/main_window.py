"""The window around the screens: menus, title, status bar. It knows no service and no screen."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStackedWidget

from resources.i18n import LANGUAGES
from resources.i18n import gettext as _
from ui.building import fit_to_screen, named
from ui.screen import Menu, Screen
from ui.theme import ThemeChoice, set_role
from ui.widgets.drop_zone import DropZone
from ui.window_actions import WindowActions

FIRST_SIZE: Final = (1280, 700)
SMALLEST_SIZE: Final = (680, 380)
"""Pixels; a laptop of 1366 x 768 has no more of them at 200 %."""
LANGUAGE_NAMES: Final = {"id": "Bahasa Indonesia", "en": "English"}
"""Each in itself, so that a person finds their own."""


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
        self._languages = self._choices("language", LANGUAGES, self.language_chosen.emit)
        self._themes = self._choices("theme", list(ThemeChoice), self.theme_chosen.emit)
        self._build_menus()
        self._build_status_bar()
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
        for action in (
            self.actions_.new_round,
            self.actions_.rounds,
            self.actions_.workspace_folder,
            self.actions_.export_sheets,
            self.actions_.merge_sheets,
            self.actions_.open_assignment,
            self.actions_.back_up,
            self.actions_.who_you_are,
        ):
            action.setEnabled(path is not None)
        self._show_state()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer the workspaces opened before."""
        self._recent.clear()
        for path in paths:
            entry = self._recent.addAction(str(path))
            entry.triggered.connect(lambda _on, name=str(path): self.recent_chosen.emit(name))
        self._recent.setEnabled(bool(paths))

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
        self._languages[LANGUAGES.index(language)].setChecked(True)
        self._themes[list(ThemeChoice).index(theme)].setChecked(True)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.actions_.retranslate()
        titles = (_("&File"), _("&Edit"), _("&Region"), _("&View"), _("&Help"))
        for menu, title in zip(self._menus, titles, strict=True):
            menu.setTitle(title)
        self._recent.setTitle(_("Open re&cent"))
        self._language_menu.setTitle(_("&Language"))
        self._theme_menu.setTitle(_("&Theme"))
        names = (_("As the desktop"), _("Light"), _("Dark"))
        for action, name in zip(self._themes, names, strict=True):
            action.setText(name)
        for action, language in zip(self._languages, LANGUAGES, strict=True):
            action.setText(LANGUAGE_NAMES[language])
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

    def _choices(
        self, name: str, values: Sequence[str], chosen: Callable[[str], None]
    ) -> list[QAction]:
        group = QActionGroup(self)
        actions = []
        for value in values:
            action = group.addAction("")
            action.setObjectName(f"{name}_{value}")
            action.setCheckable(True)
            action.triggered.connect(lambda _on, value=str(value): chosen(value))
            actions.append(action)
        return actions

    def _build_menus(self) -> None:
        bar = self.menuBar()
        bar.setObjectName("menu_bar")
        self._menus = [QMenu(self) for _menu in range(5)]
        for menu, name in zip(self._menus, ("file", "edit", "region", "view", "help"), strict=True):
            menu.setObjectName(f"menu_{name}")
            bar.addMenu(menu)
        self._recent = QMenu(self)
        self._language_menu = QMenu(self)
        self._theme_menu = QMenu(self)
        self._language_menu.addActions(self._languages)
        self._theme_menu.addActions(self._themes)
        self._fill_file_menu(self._menus[0])
        self._menus[4].addActions(
            [self.actions_.keyboard_map, self.actions_.notices, self.actions_.about]
        )
        self._fill_menus()

    def _fill_file_menu(self, menu: QMenu) -> None:
        actions = self.actions_
        menu.addActions([actions.new_round, actions.rounds])
        menu.addSeparator()
        menu.addActions([actions.new_workspace, actions.open_workspace])
        menu.addMenu(self._recent)
        menu.addAction(actions.workspace_folder)
        menu.addSeparator()
        menu.addActions([actions.open_assignment, actions.export_sheets, actions.merge_sheets])
        menu.addSeparator()
        menu.addAction(actions.back_up)
        menu.addSeparator()
        menu.addActions([actions.who_you_are, actions.quit])

    def _fill_menus(self) -> None:
        """Put the screen's own actions where they belong; a menu without any is not shown."""
        offered = {} if self._screen is None else self._screen.menu_actions()
        _file, edit, region, view, _help = self._menus
        for menu, kind in ((edit, Menu.EDIT), (region, Menu.REGION), (view, Menu.VIEW)):
            menu.clear()
            menu.addActions(list(offered.get(kind, ())))
            menu.menuAction().setVisible(bool(offered.get(kind)) or menu is view)
        if self._round:
            region.addSeparator()
            region.addAction(self.actions_.panels)
            region.menuAction().setVisible(True)
        view.addSeparator()
        view.addMenu(self._language_menu)
        view.addMenu(self._theme_menu)

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
