"""One workspace in the window: where it begins, where its screens lead, how it ends."""

from collections.abc import Sequence
from pathlib import Path

from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.records import Participant
from assessor.services.workspace import Workspace
from resources.i18n import gettext as _
from ui.events import AppEvents
from ui.session.assignments import Assignments
from ui.session.backups import Backups
from ui.session.evidence_requests import EvidenceRequestEntrance
from ui.session.export_annex import ExportAnnexEntrance
from ui.session.export_sheets import ExportEntrance
from ui.session.last_year import LastYearEntrance
from ui.session.letter import LetterEntrance
from ui.session.merge import MergeEntrance
from ui.session.new_round import NewRoundEntrance
from ui.session.panels import PanelsEntrance
from ui.session.printing import PrintingEntrance
from ui.session.results import ResultsEntrance
from ui.session.rounds import RoundsEntrance
from ui.session.stage import Frame, Stage
from ui.session.walk import WalkEntrance
from ui.session.welcome import show_welcome


class Session:
    """Lives as long as its workspace is open; owns the entrances, and they own the presenters.

    It is what `ui.session.ways` asks for. All but the walk are loaded when they are first shown:
    the window need not wait for them.
    """

    def __init__(self, workspace: Workspace, frame: Frame) -> None:
        self._stage = Stage(workspace, frame)
        self._rounds = RoundsEntrance(self._stage, self)
        self._new_round = NewRoundEntrance(self._stage, self)
        self._walk = WalkEntrance(self._stage)
        self._panels = PanelsEntrance(self._stage, self)
        self._results = ResultsEntrance(self._stage, self)
        self._export = ExportEntrance(self._stage)
        self._letter = LetterEntrance(self._stage)
        self._evidence_requests = EvidenceRequestEntrance(self._stage)
        self._export_annex = ExportAnnexEntrance(self._stage)
        self._last_year = LastYearEntrance(self._stage)
        self._merge = MergeEntrance(self._stage, self)
        self._printing = PrintingEntrance(self._stage)
        self._assignments = Assignments(self._stage, self)
        self._backups = Backups(self._stage)
        self.events.changed.connect(self._show_saved)
        frame.window.show_workspace(workspace.path)

    @property
    def workspace(self) -> Workspace:
        """The workspace that is open."""
        return self._stage.workspace

    @property
    def events(self) -> AppEvents:
        """What the screens tell each other by."""
        return self._stage.events

    def begin(self) -> None:
        """Show where the user was, or where a new one begins."""
        rounds = [one.id for one in self.workspace.rounds.all()]
        position = self.workspace.positions.last()
        if self.workspace.people.me() is None:
            show_welcome(self._stage, self)
        elif position is not None and position.round in rounds:
            self.open_round(position.round)
        elif len(rounds) == 1:
            self.open_round(rounds[0])
        else:
            self.show_rounds()

    def show_rounds(self) -> None:
        """Show the rounds of the workspace."""
        self._rounds.show()

    def show_new_round(self) -> None:
        """Show the form for a round: as it was left, until the round is started or given up."""
        self._new_round.show()

    def open_round(self, round_id: RoundId) -> None:
        """Walk the regions of a round, from where it was left if it was the last."""
        self._walk.open(round_id)

    def show_review(self, round_id: RoundId, participant: Participant | None) -> None:
        """Walk a round, at the review of one region where it is named."""
        self._walk.open_review(round_id, participant)

    def show_panels(self, round_id: RoundId | None = None) -> None:
        """Show the panels of a round, of the open one unless another is named."""
        shown = round_id or self._stage.round
        if shown is not None:
            self._panels.open(shown)

    def show_results(self, round_id: RoundId | None = None) -> None:
        """Show the results of a round, of the open one unless another is named."""
        shown = round_id or self._stage.round
        if shown is not None:
            self._results.open(shown)

    def export_sheets(self) -> None:
        """Ask which score sheets to write, and write them."""
        self._export.ask()

    def show_letter(self) -> None:
        """Show the letter of the open round."""
        self._letter.open()

    def show_evidence_requests(self) -> None:
        """Show the requests for evidence of the open round."""
        self._evidence_requests.open()

    def export_annex(self) -> None:
        """Ask what of the open round's table to write, and write it."""
        self._export_annex.ask()

    def import_last_year(self) -> None:
        """Show the published tables of earlier years, and take one in."""
        self._last_year.show()

    def print_summaries(self) -> None:
        """Ask which score summaries to print, and print them."""
        self._printing.ask()

    def preview_summaries(self) -> None:
        """Show how the score summaries will look."""
        self._printing.preview()

    def preview_region(self, round_id: RoundId, participant: ParticipantId) -> None:
        """Show how the score summary of one region will look."""
        self._printing.preview_region(round_id, participant)

    def check_code(self) -> None:
        """Ask for the code on a printed page, and say whether the page still stands."""
        self._printing.check_code()

    def merge_sheets(self, paths: Sequence[Path] = ()) -> None:
        """Show what is being merged, and read the files and folders at `paths`."""
        self._merge.enter(paths)

    def choose_assignment(self) -> None:
        """Ask for a sheet that was handed out, and open it."""
        self._assignments.choose()

    def open_assignment(self, path: Path) -> None:
        """Make ready what a handed-out sheet asks for, and show its region to be scored."""
        self._assignments.open(path)

    def change_person(self) -> None:
        """Ask for another name or institution."""
        from ui.person_dialog import PersonDialog

        def save(name: str, institution: str) -> None:
            self.events.publish(self.workspace.people.introduce(name, institution))

        PersonDialog(self._stage.frame.window, self.workspace.people.me(), save).exec()

    def back_up_daily(self) -> None:
        """Back up once a day, without keeping anybody waiting."""
        self._backups.make_daily()

    def back_up_now(self) -> None:
        """Ask where to put a backup, and make it."""
        self._backups.ask()

    def may_close(self) -> bool:
        """Save what is being typed, and ask where that fails; False where the user stays."""
        choices = (_("Try again"), _("Close anyway"), _("Cancel"))
        while unsaved := self._stage.leave_fields():
            words = _("This is not saved, and closing would lose it:\n\n{texts}")
            text = words.format(texts="\n".join(unsaved))
            title = _("Not everything is saved")
            chosen = self._stage.frame.dialogs.choose(title, text, choices)
            if chosen != 0:
                return chosen == 1
        return True

    def close(self) -> None:
        """Let go of the workspace; what is being typed was saved by leaving the screen."""
        self._stage.close()
        self.workspace.close()

    def _show_saved(self) -> None:
        self._stage.frame.window.show_saved(self._stage.now())
