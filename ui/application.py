"""The application as a whole: language, theme, window, and the workspace that is open in it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from assessor.domain.errors import WorkspaceExists
from assessor.services.surroundings import Surroundings
from resources.i18n import gettext as _
from resources.i18n import language, use_language
from ui.dialogs import Dialogs, WindowDialogs
from ui.folders import show_folder
from ui.main_window import MainWindow
from ui.messages import explain
from ui.opening import PATTERN, Opening
from ui.preferences import Preferences
from ui.qt_words import QtWords
from ui.session.session import Session
from ui.session.stage import Frame
from ui.tasks import Tasks
from ui.theme import Theme, ThemeChoice, icon_in_colour

if TYPE_CHECKING:
    from ui.guide.window import GuideWindow

WINDOW: Final = "main_window"
LOOK_AT_THE_DAY: Final = 60_000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the application is given from outside."""

    preferences: Preferences
    surroundings: Surroundings
    language: str
    """To begin with, while none was chosen yet."""
    dialogs: Callable[[MainWindow], Dialogs] = WindowDialogs


class Application(QObject):
    """Owns all that lives as long as the program."""

    def __init__(self, qt: QApplication, setting: Setting) -> None:
        super().__init__(qt)
        self._preferences = setting.preferences
        use_language(self._preferences.language or setting.language)
        self._qt_words = QtWords(self)
        self._qt_words.install()
        self._theme = Theme(qt)
        self._theme.use(self._preferences.theme)
        qt.setWindowIcon(icon_in_colour("assessor"))
        self.window = MainWindow()
        self.window.may_close = self._close
        self.tasks = Tasks(self)
        self._dialogs = setting.dialogs(self.window)
        self._opening = Opening(self._dialogs, setting.surroundings)
        self.session: Session | None = None
        self._frame = Frame(
            window=self.window,
            dialogs=self._dialogs,
            tasks=self.tasks,
            preferences=self._preferences,
            surroundings=setting.surroundings,
            use_language=self._use_language,
            choose_workspace=self._choose_workspace,
        )
        self._guide: GuideWindow | None = None
        self._backed_up_on: dt.date | None = None
        self._day = QTimer(self, interval=LOOK_AT_THE_DAY)
        self._connect()

    def start(self, workspace: Path) -> bool:
        """Open `workspace` and show the window; False where the user gave up on both."""
        if not self.open(workspace):
            return False
        self.window.restoreGeometry(self._preferences.geometry(WINDOW))
        self.window.show()
        return True

    def open(self, path: Path) -> bool:
        """Open a workspace in place of the one that is open, which stays if this fails."""
        if self.session is not None and path.resolve() == self.session.workspace.path:
            return True
        if self.session is not None and not self.session.may_close():
            return False
        workspace = self._opening.open(path)
        if workspace is None:
            return False
        self._close_session()
        self.session = Session(workspace, self._frame)
        self._preferences.opened(workspace.path)
        self.window.show_recent(self._preferences.recent())
        self.session.begin()
        if self.window.was_painted:
            self._back_up_daily()
        return True

    def _connect(self) -> None:
        window, actions = self.window, self.window.actions_
        window.language_chosen.connect(self._use_language)
        window.theme_chosen.connect(self._use_theme)
        window.recent_chosen.connect(lambda name: self.open(Path(name)))
        window.first_painted.connect(self._back_up_daily)
        self._day.timeout.connect(self._follow_the_day)
        self._day.start()
        window.show_choices(language(), self._theme.choice)
        self._theme.changed.connect(self._tell_theme)
        window.files_dropped.connect(self._merge_dropped)
        actions.open_workspace.triggered.connect(self._choose_workspace)
        actions.new_workspace.triggered.connect(self._new_workspace)
        actions.guide.triggered.connect(self._show_guide)
        actions.keyboard_map.triggered.connect(self._show_keyboard_map)
        actions.about.triggered.connect(self._show_about)
        actions.notices.triggered.connect(self._show_notices)
        self._lead_into_session()

    def _lead_into_session(self) -> None:
        """Join what the menus offer to what the session does with it."""
        actions = self.window.actions_
        for action, act in (
            (actions.new_round, Session.show_new_round),
            (actions.rounds, Session.show_rounds),
            (actions.panels, Session.show_panels),
            (actions.results, Session.show_results),
            (actions.evidence_requests, Session.show_evidence_requests),
            (actions.last_year, Session.import_last_year),
            (actions.export_sheets, Session.export_sheets),
            (actions.export_annex, Session.export_annex),
            (actions.letter, Session.show_letter),
            (actions.merge_sheets, Session.merge_sheets),
            (actions.open_assignment, Session.choose_assignment),
            (actions.print_preview, Session.preview_summaries),
            (actions.print, Session.print_summaries),
            (actions.check_code, Session.check_code),
            (actions.back_up, Session.back_up_now),
            (actions.who_you_are, Session.change_person),
            (actions.workspace_folder, _show_folder),
        ):
            action.triggered.connect(self._in_session(act))

    def _show_guide(self) -> None:
        from ui.guide.places import place_for
        from ui.guide.window import GuideWindow

        self._guide = self._guide or GuideWindow(self.window, self._preferences)
        self._guide.open_at(place_for(self.window.screen_shown))

    def _show_keyboard_map(self) -> None:
        from ui.widgets.keyboard_map import KeyboardMap

        KeyboardMap(self.window).exec()

    def _show_about(self) -> None:
        from ui.about import AboutDialog

        AboutDialog(self.window).exec()

    def _show_notices(self) -> None:
        from ui.about import NoticesDialog

        NoticesDialog(self.window).exec()

    def _in_session(self, act: Callable[[Session], None]) -> Callable[[], None]:
        def do() -> None:
            if self.session is not None:
                act(self.session)

        return do

    def _merge_dropped(self, paths: list[Path]) -> None:
        if self.session is not None:
            self.session.merge_sheets(paths)

    def _choose_workspace(self) -> None:
        path = self._opening.choose()
        if path is not None:
            self.open(path)

    def _new_workspace(self) -> None:
        start = self.session.workspace.path.parent if self.session else Path.home()
        suggestion = start / (_("smart city") + ".sqlite")
        pattern = _("Workspaces") + f" ({PATTERN})"
        path = self._dialogs.save_file(_("New workspace"), suggestion, pattern)
        if path is None:
            return
        if path.exists():
            self._dialogs.problem(explain(WorkspaceExists(path)))
        else:
            self.open(path)

    def _back_up_daily(self) -> None:
        if self.session is not None:
            self._backed_up_on = self._today()
            self.session.back_up_daily()

    def _follow_the_day(self) -> None:
        """Back up again when another day has begun while the window stayed open."""
        if self._backed_up_on not in (None, self._today()):
            self._back_up_daily()

    def _today(self) -> dt.date:
        return self._frame.surroundings.clock().astimezone().date()

    def _use_language(self, chosen: str) -> None:
        use_language(chosen)
        self._preferences.choose_language(chosen)
        self.window.show_choices(chosen, self._theme.choice)
        self.window.retranslate()
        if self._guide is not None:
            self._guide.retranslate()
        if self.session is not None:
            self.session.events.language_changed.emit()

    def _use_theme(self, chosen: str) -> None:
        self._preferences.choose_theme(ThemeChoice(chosen))
        self._theme.use(ThemeChoice(chosen))

    def _tell_theme(self) -> None:
        if self._guide is not None:
            self._guide.retranslate()
        if self.session is not None:
            self.session.events.theme_changed.emit()

    def _close(self) -> bool:
        """Stop what runs, remember the window, let go of the workspace; False if the user stays."""
        if self.session is not None and not self.session.may_close():
            return False
        self.tasks.stop()
        self._preferences.keep_geometry(WINDOW, self.window.saveGeometry())
        self._close_session()
        self._preferences.save()
        return True

    def _close_session(self) -> None:
        if self.session is not None:
            self.tasks.stop()
            self.session.close()
            self.session = None


def _show_folder(session: Session) -> None:
    show_folder(session.workspace.path.parent)
