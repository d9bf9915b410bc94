"""The menu bar: the window's own actions, and beside them what the screen shown has to offer."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from resources.i18n import LANGUAGES
from resources.i18n import gettext as _
from ui.building import named
from ui.screen import Menu
from ui.theme import ThemeChoice
from ui.window_actions import WindowActions

LANGUAGE_NAMES: Final = {"id": "Bahasa Indonesia", "en": "English"}
"""Each in itself, so that a person finds their own."""


class WindowMenus(QObject):
    """Lays actions out in menus; what they do is not known here."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    recent_chosen = Signal(str)

    def __init__(self, window: QMainWindow, actions: WindowActions) -> None:
        super().__init__(window)
        self._actions = actions
        self._languages = self._choices("language", LANGUAGES, self.language_chosen.emit)
        self._themes = self._choices("theme", list(ThemeChoice), self.theme_chosen.emit)
        bar = named(window.menuBar(), "menu_bar")
        self._menus = [
            named(QMenu(window), f"menu_{name}")
            for name in ("file", "edit", "region", "view", "help")
        ]
        for menu in self._menus:
            bar.addMenu(menu)
        self._recent, self._language, self._theme = (QMenu(window) for _menu in range(3))
        self._language.addActions(self._languages)
        self._theme.addActions(self._themes)
        self._fill_file_menu(self._menus[0])
        self._menus[4].addActions([actions.guide, actions.keyboard_map])
        self._menus[4].addActions([actions.check_code, actions.notices, actions.about])

    def fill(self, offered: Mapping[Menu, Sequence[QAction]], *, is_round_open: bool) -> None:
        """Put the screen's own actions where they belong; a menu without any is not shown."""
        _file, edit, region, view, _help = self._menus
        for menu, kind in ((edit, Menu.EDIT), (region, Menu.REGION), (view, Menu.VIEW)):
            menu.clear()
            menu.addActions(list(offered.get(kind, ())))
            menu.menuAction().setVisible(bool(offered.get(kind)) or menu is view)
        if is_round_open:
            region.addSeparator()
            region.addActions(self._actions.of_round())
            region.menuAction().setVisible(True)
        view.addSeparator()
        view.addMenu(self._language)
        view.addMenu(self._theme)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer the workspaces opened before."""
        self._recent.clear()
        for path in paths:
            entry = self._recent.addAction(str(path))
            entry.triggered.connect(lambda _on, name=str(path): self.recent_chosen.emit(name))
        self._recent.setEnabled(bool(paths))

    def show_choices(self, language: str, theme: ThemeChoice) -> None:
        """Tick the language and the theme in use."""
        self._languages[LANGUAGES.index(language)].setChecked(True)
        self._themes[list(ThemeChoice).index(theme)].setChecked(True)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        titles = (_("&File"), _("&Edit"), _("&Region"), _("&View"), _("&Help"))
        for menu, title in zip(self._menus, titles, strict=True):
            menu.setTitle(title)
        self._recent.setTitle(_("Open re&cent"))
        self._language.setTitle(_("&Language"))
        self._theme.setTitle(_("&Theme"))
        names = (_("As the desktop"), _("Light"), _("Dark"))
        for action, name in zip(self._themes, names, strict=True):
            action.setText(name)
        for action, language in zip(self._languages, LANGUAGES, strict=True):
            action.setText(LANGUAGE_NAMES[language])

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

    def _fill_file_menu(self, menu: QMenu) -> None:
        actions = self._actions
        menu.addActions([actions.new_round, actions.rounds])
        menu.addSeparator()
        menu.addActions([actions.new_workspace, actions.open_workspace])
        menu.addMenu(self._recent)
        menu.addAction(actions.workspace_folder)
        menu.addSeparator()
        menu.addActions([actions.open_assignment, actions.export_sheets, actions.merge_sheets])
        menu.addSeparator()
        menu.addActions([actions.last_year, actions.export_annex, actions.letter])
        menu.addSeparator()
        menu.addActions([actions.print_preview, actions.print])
        menu.addSeparator()
        menu.addAction(actions.back_up)
        menu.addSeparator()
        menu.addActions([actions.who_you_are, actions.quit])
