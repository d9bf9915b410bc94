"""One workspace in the window: builds its screens with their presenters and joins them.

With `ui.application` the only module that knows the screens; none of them knows another. All but
the walk are loaded when they are first shown: the window need not wait for them.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.domain.ids import RoundId
from assessor.domain.records import Participant
from assessor.services.backups import Occasion, back_up, backup_path, daily_backup
from assessor.services.positions import Position
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace
from resources.i18n import gettext as _
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.main_window import MainWindow
from ui.messages import explain
from ui.preferences import Preferences
from ui.screen import Screen
from ui.screens.walk.desk import REVIEW
from ui.screens.walk.screen import WalkScreen
from ui.tasks import TaskControl, Tasks

if TYPE_CHECKING:
    from assessor.services.assignments import Assignment
    from ui.screens.merge.presenter import MergePresenter
    from ui.screens.panel.screen import PanelScreen


@dataclass(frozen=True, slots=True)
class Frame:
    """What stays when another workspace is opened."""

    window: MainWindow
    dialogs: Dialogs
    tasks: Tasks
    preferences: Preferences
    surroundings: Surroundings
    use_language: Callable[[str], None]
    choose_workspace: Callable[[], None]


class Session:
    """Lives as long as its workspace is open; owns the presenters."""

    def __init__(self, workspace: Workspace, frame: Frame) -> None:
        self.workspace = workspace
        self.events = AppEvents()
        self._frame = frame
        self._window = frame.window
        self._round: RoundId | None = None
        self._rounds: Screen | None = None
        self._walk: WalkScreen | None = None
        self._draft: Screen | None = None
        """The form of a round that is neither started nor given up."""
        self._panels: PanelScreen | None = None
        self._merge: MergePresenter | None = None
        self._passing: Screen | None = None
        self._export: object = None
        self.events.changed.connect(self._show_saved)
        self._window.show_workspace(workspace.path)

    def begin(self) -> None:
        """Show where the user was, or where a new one begins."""
        rounds = [one.id for one in self.workspace.rounds.all()]
        position = self.workspace.positions.last()
        if self.workspace.people.me() is None:
            self._show_welcome()
        elif position is not None and position.round in rounds:
            self.open_round(position.round)
        elif len(rounds) == 1:
            self.open_round(rounds[0])
        else:
            self.show_rounds()

    def show_rounds(self) -> None:
        """Show the rounds of the workspace."""
        from ui.screens.rounds.presenter import RoundsExits, RoundsPresenter
        from ui.screens.rounds.view import RoundsView

        if self._rounds is None:
            services = (self.workspace.rounds, self.workspace.overview)
            exits = RoundsExits(
                open_round=self.open_round,
                show_panels=self.show_panels,
                new_round=self.show_new_round,
                merge_sheets=self.merge_sheets,
            )
            self._rounds = RoundsPresenter(RoundsView(), services, self.events, exits)
        self._show(self._rounds)
        self._window.show_round("")

    def show_new_round(self) -> None:
        """Show the form for a round: as it was left, until the round is started or given up."""
        if self._draft is None:
            self._show_empty_form()
        else:
            self._show(self._draft)

    def _show_empty_form(self) -> None:
        from ui.screens.new_round.cohorts_presenter import NewRoundNeeds
        from ui.screens.new_round.presenter import NewRoundPresenter
        from ui.screens.new_round.view import NewRoundView

        workspace = self.workspace
        needs = NewRoundNeeds(
            rounds=workspace.rounds,
            instruments=workspace.instruments,
            events=self.events,
            dialogs=self._frame.dialogs,
            this_year=self._now().year,
            open_round=self._open_begun,
            cancel=self._give_draft_up,
        )
        view = NewRoundView(workspace.rounds.regions())
        self._draft = NewRoundPresenter(view, needs)
        self._show(self._draft)
        view.form.go_to("name")

    def _open_begun(self, round_id: RoundId) -> None:
        self._passing, self._draft = self._draft, None
        self.open_round(round_id)

    def _give_draft_up(self) -> None:
        self._passing, self._draft = self._draft, None
        self.begin()

    def open_round(self, round_id: RoundId) -> None:
        """Walk the regions of a round, from where it was left if it was the last."""
        walk = self._walk or self._build_walk()
        self._walk = walk
        self._round = round_id
        # Shown first: only what is shown can take the focus.
        self._show(walk)
        position = self.workspace.positions.last()
        if position is None or position.round != round_id or not walk.restore():
            walk.show_round(round_id)
        self._window.show_round(self.workspace.rounds.get(round_id).name)

    def show_panels(self, round_id: RoundId | None = None) -> None:
        """Show the panels of a round, of the open one unless another is named."""
        round_id = round_id or self._round
        if round_id is None:
            return
        panels = self._panels or self._build_panels()
        self._panels, self._round = panels, round_id
        self._show(panels)
        region = self._open_region(self.workspace.rounds.participants(round_id))
        panels.show_round(round_id, None if region is None else region.id)
        self._window.show_round(self.workspace.rounds.get(round_id).name)

    def export_sheets(self) -> None:
        """Ask which score sheets to write, and write them."""
        from ui.screens.export_sheets.presenter import ExportNeeds, ExportPresenter
        from ui.screens.export_sheets.view import ExportView

        me = self.workspace.people.me()
        if self._round is None or me is None:
            self._frame.dialogs.problem(_("Open a round first; its score sheets are exported."))
            return
        self._leave_fields()
        participants = self.workspace.rounds.participants(self._round)
        view = ExportView(self._window, [one for one in participants if one.takes_part])
        needs = ExportNeeds(
            sheets=self.workspace.sheets,
            events=self.events,
            tasks=self._frame.tasks,
            dialogs=self._frame.dialogs,
            preferences=self._frame.preferences,
            show_folder=show_folder,
            me=me.id,
            round=self._round,
            current=self._open_region(participants),
        )
        self._export = ExportPresenter(view, needs, documents_folder())
        view.finished.connect(view.deleteLater)
        view.open()

    def merge_sheets(self, paths: Sequence[Path] = ()) -> None:
        """Show what is being merged, and read the files and folders at `paths`."""
        if self._merge is None:
            self._merge = self._build_merge()
        self._show(self._merge)
        self._window.show_round("")
        self._merge.enter(paths)

    def choose_assignment(self) -> None:
        """Ask for a sheet that was handed out, and open it."""
        pattern = _("Score sheets") + " (*.xlsx)"
        path = self._frame.dialogs.open_file(_("Open an assignment"), pattern)
        if path is not None:
            self.open_assignment(path)

    def open_assignment(self, path: Path) -> None:
        """Make ready what a handed-out sheet asks for, and show its region to be scored."""
        self._leave_fields()
        task = self._frame.tasks.task(lambda _control: self.workspace.assignments.take_up(path))
        task.finished.connect(self._begin_assignment)
        task.failed.connect(lambda error: self._frame.dialogs.problem(explain(error)))
        task.start()

    def change_person(self) -> None:
        """Ask for another name or institution."""
        from ui.person_dialog import PersonDialog

        def save(name: str, institution: str) -> None:
            self.events.publish(self.workspace.people.introduce(name, institution))

        PersonDialog(self._window, self.workspace.people.me(), save).exec()

    def back_up_daily(self) -> None:
        """Back up once a day, without keeping anybody waiting."""
        path, now = self.workspace.path, self._frame.surroundings.clock()
        task = self._frame.tasks.task(lambda _control: daily_backup(path, now))
        task.failed.connect(self._tell_backup_failed)
        task.start()

    def back_up_now(self) -> None:
        """Ask where to put a backup, and make it."""
        path, now = self.workspace.path, self._frame.surroundings.clock()
        suggestion = backup_path(path, now, Occasion.MANUAL)
        pattern = _("Workspaces") + " (*.sqlite)"
        target = self._frame.dialogs.save_file(_("Back up the workspace"), suggestion, pattern)
        if target is None:
            return
        self._leave_fields()
        task = self._frame.tasks.task(_backing_up(path, target))
        task.finished.connect(lambda _nothing: self._tell_backed_up(target))
        task.failed.connect(lambda error: self._frame.dialogs.problem(explain(error)))
        task.start()

    def may_close(self) -> bool:
        """Save what is being typed, and ask where that fails; False where the user stays."""
        choices = (_("Try again"), _("Close anyway"), _("Cancel"))
        while unsaved := self._leave_fields():
            words = _("This is not saved, and closing would lose it:\n\n{texts}")
            text = words.format(texts="\n".join(unsaved))
            chosen = self._frame.dialogs.choose(_("Not everything is saved"), text, choices)
            if chosen != 0:
                return chosen == 1
        return True

    def close(self) -> None:
        """Let go of the workspace; what is being typed was saved by leaving the screen."""
        if self._walk is not None:
            self._walk.leave()
            self._walk.keep_layout(self._frame.preferences)
        if self._panels is not None:
            self._panels.close()
            self._panels.keep_layout(self._frame.preferences)
        self._window.forget_screens()
        self._window.show_workspace(None)
        self.events.deleteLater()
        self.workspace.close()

    def _begin_assignment(self, assignment: "Assignment") -> None:
        topics = (Topic.PEOPLE, Topic.ROUNDS, Topic.PARTICIPANTS, Topic.PROGRAMMES)
        self.events.publish(Changes.of(*topics))
        self.workspace.positions.remember(Position(assignment.round, assignment.participant, ""))
        self.open_round(assignment.round)

    def _build_merge(self) -> "MergePresenter":
        from ui.screens.merge.needs import MergeNeeds
        from ui.screens.merge.presenter import MergePresenter
        from ui.screens.merge.view import MergeView

        frame = self._frame
        needs = MergeNeeds(
            merging=self.workspace.merging,
            rounds=self.workspace.rounds,
            events=self.events,
            tasks=frame.tasks,
            dialogs=frame.dialogs,
            preferences=frame.preferences,
            inform=self._window.show_message,
            open_assignment=self.open_assignment,
            leave=self.begin,
        )
        return MergePresenter(MergeView(), needs)

    def _build_walk(self) -> WalkScreen:
        frame = self._frame
        walk = WalkScreen(self.workspace, self.events, frame.dialogs, frame.surroundings)
        walk.restore_layout(frame.preferences)
        return walk

    def _build_panels(self) -> "PanelScreen":
        from ui.screens.panel.screen import PanelNeeds, PanelScreen

        frame = self._frame
        panels = PanelScreen(
            PanelNeeds(self.workspace, self.events, frame.tasks, self._open_walk_at)
        )
        panels.restore_layout(frame.preferences)
        return panels

    def _open_walk_at(self, round_id: RoundId, participant: Participant | None) -> None:
        """Walk a round, at the review of one region where it is named."""
        if participant is not None:
            self.workspace.positions.remember(Position(round_id, participant.id, REVIEW))
        self.open_round(round_id)

    def _show_welcome(self) -> None:
        from ui.screens.welcome.presenter import WelcomeExits, WelcomePresenter
        from ui.screens.welcome.view import WelcomeView

        frame = self._frame
        exits = WelcomeExits(
            use_language=frame.use_language,
            open_round=self.open_round,
            new_round=self.show_new_round,
            open_workspace=frame.choose_workspace,
        )
        services = (self.workspace.people, self.workspace.rounds)
        view = WelcomeView()
        self._show(WelcomePresenter(view, services, self.events, exits), passing=True)
        view.name.setFocus()

    def _show(self, screen: Screen, *, passing: bool = False) -> None:
        """Show `screen`; one that is passing is built anew the next time."""
        before, self._passing = self._passing, screen if passing else None
        self._window.show_screen(screen)
        if before is not None:
            before.widget.deleteLater()

    def _leave_fields(self) -> tuple[str, ...]:
        """Save what is being typed; the walk may hold refused texts while another is shown."""
        screen = self._walk or self._window.screen_shown
        return () if screen is None else screen.leave()

    def _open_region(self, participants: tuple[Participant, ...]) -> Participant | None:
        position = self.workspace.positions.last()
        if position is None or position.round != self._round:
            return None
        return next((one for one in participants if one.id == position.participant), None)

    def _show_saved(self) -> None:
        self._window.show_saved(self._now())

    def _now(self) -> dt.datetime:
        return self._frame.surroundings.clock().astimezone()

    def _tell_backup_failed(self, error: UserError) -> None:
        text = _("Today's backup was not made. {reason}")
        self._window.show_message(text.format(reason=explain(error)))

    def _tell_backed_up(self, target: Path) -> None:
        self._window.show_message(_("Backed up to {path}.").format(path=target))


def documents_folder() -> Path:
    """Return where the user keeps documents; the workspace's own folder may be a hidden one."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def show_folder(folder: Path) -> None:
    """Show a folder in the desktop's own program for that."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _backing_up(path: Path, target: Path) -> Callable[[TaskControl], None]:
    return lambda _control: back_up(path, target)
